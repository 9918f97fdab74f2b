// What is checked before a draft is frozen. Each check says what it finds and leaves the draft fit for the
// next one.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/facts.h"
#include "model/index.h"

namespace shezhire::model {

/// An id for a sentence: in quotes, printable, and short whatever was read.
std::string in_quotes(std::string_view text);

/// "a source", "an organization" …: what an id names, for a sentence.
std::string_view article_and_name(ThingType type);

/// Drops things whose id another one has already, and returns what every id names. The views in the map stay
/// right until a thing is moved.
IdMap drop_duplicate_ids(Draft& draft, base::Diagnostics& diagnostics);

/// Drops references to what is not there; says which kinds and sources are unknown, once each.
void check_references(Draft& draft, const IdMap& ids, base::Diagnostics& diagnostics);

/// Says which references lead to an entry that is not there.
void check_entries(const Draft& draft, const IdMap& ids, base::Diagnostics& diagnostics);

/// Says which spans end before they begin, or lie wholly outside the life of their body.
void check_dates(const Draft& draft, base::Diagnostics& diagnostics);

/// Drops parents that close a cycle at some date. Near linear; no recursion over the data.
void drop_parent_cycles(Draft& draft, const IdMap& ids, base::Diagnostics& diagnostics);

}  // namespace shezhire::model
