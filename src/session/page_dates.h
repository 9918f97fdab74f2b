// Dates of facts in words, to the day where the day is known: a picture has room for years, a page for all.
#pragma once

#include <string>

#include "edtf/edtf.h"
#include "scene/words.h"

namespace shezhire::session {

/// "16 November 1945", "1971 жылғы шілде", "с 26 августа 2021 года"; what has no plain day or month is said
/// as scene::life_in_words says it.
std::string exact_in_words(scene::WordLang lang, const edtf::Interval& when);

}  // namespace shezhire::session
