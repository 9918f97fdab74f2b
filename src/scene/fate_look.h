// How a comparison of two dates is drawn: each fate by a hue (Okabe-Ito), a line and a mark, so that none of
// the three has to be seen alone; and what is said of it.
#pragma once

#include <string>
#include <vector>

#include "graph/compare.h"
#include "scene/legend.h"
#include "scene/theme.h"
#include "scene/words.h"

namespace shezhire::scene {

/// A kind's look in the colours of a fate; shape and mark stay the kind's.
KindLook look_in_fate(const Theme& theme, const KindLook& kind, graph::Fate fate);
/// Of a body that is only there at the earlier date: dashed. Weight is a factor of the plain outline's.
struct FateLine {
    Dash dash = Dash::solid;
    double weight = 1;
};
FateLine line_of(const graph::Compared& body);

/// The sign of a fate in a square of side `size`; of `unchanged` an empty path.
PathShape fate_mark(graph::Fate fate, base::Point centre, double size, base::Colour colour);

/// "renamed", "бұрынғы атауы өзгерген", "переименовано".
std::string_view fate_word(WordLang, graph::Fate);
/// What stands under a body's name: what it was called, where it was, what it went into. May be empty.
std::string fate_note(WordLang, const graph::Comparison&, const graph::Compared&);
/// "renamed; was: Section of …", for those who cannot see it.
std::string fate_in_words(WordLang, const graph::Comparison&, const graph::Compared&);

/// "Structure, August 2008 and 2010 compared".
std::string compared_dates(WordLang, const edtf::Interval& before, const edtf::Interval& after);
/// "5 new, 3 gone, 12 moved"; unchanged ones are counted last.
std::string fates_in_words(WordLang, const graph::Comparison&);

/// The fates that occur, with their counts.
std::vector<LegendEntry> fate_entries(const graph::Comparison&, const Theme&, WordLang);

}  // namespace shezhire::scene
