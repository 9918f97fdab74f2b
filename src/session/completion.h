// What the command palette offers while something is typed: commands by their name or their title in the
// interface's language, then what each argument may be, as the command table's own words say it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "session/command.h"
#include "session/session.h"

namespace shezhire::session {

struct Completion {
    std::string
        text;  ///< what the field holds once this is taken; ends in a blank where something is missing
    std::string title;   ///< in the interface's language, or a name of the data
    std::string lang;    ///< of a name of the data; else empty
    std::string detail;  ///< the command's name, a number, a kind
    std::string keys;    ///< of a command
    bool ready = false;  ///< `text` is a command that can be given as it stands
    bool operator==(const Completion&) const = default;
};

/// Best first, at most `limit`. Case and accents do not count.
std::vector<Completion> complete(const Session& session, std::string_view typed, std::size_t limit = 40);

/// The command's title in the interface's language.
std::string title_of(Verb verb);

}  // namespace shezhire::session
