// What may stand behind a command's name, in the interface's language: what is typed, stored and logged stays
// the word of the command table.
#pragma once

#include <string>
#include <string_view>

#include "session/command.h"

namespace shezhire::session {

/// "on" -> "қосулы"; a word that has none (a number, an id) as it is.
std::string argument_in_words(Verb verb, std::string_view word);

/// A language by its own name: "Қазақша"; the tag where nobody told it.
std::string own_name_of_language(std::string_view tag);

}  // namespace shezhire::session
