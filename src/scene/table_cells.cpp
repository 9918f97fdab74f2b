#include "scene/table_cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/language.h"
#include "scene/furniture.h"
#include "scene/table_words.h"

namespace shezhire::scene {

void add_to_list(std::string& list, std::string_view more) {
    if (more.empty()) return;
    if (!list.empty()) list += "; ";
    list += more;
}

TableCell kind_cell(const model::Model& model, const std::string& kind, const std::string& lang) {
    if (kind.empty()) return {};
    return {kind_name(model, kind, lang), {}, kind, {}};
}

TableCell country_cell(const std::vector<std::string>& codes, const std::string& lang) {
    TableCell cell;
    for (const auto& code : codes) {
        if (code.empty()) continue;
        add_to_list(cell.text, model::country_name(code, lang));
        add_to_list(cell.value, code);
    }
    return cell;
}

TableCell sources_cell(const std::vector<std::string_view>& ids) {
    if (ids.empty()) return {};
    TableCell cell;
    cell.text = fmt::format("{}", ids.size());
    cell.sort = number_cell(ids.size(), {}).sort;
    for (const auto id : ids) add_to_list(cell.value, id);
    return cell;
}

TableCell certainty_cell(std::string_view lang, bool disputed, bool low_confidence, bool translated) {
    TableCell cell;
    const auto say = [&](bool so, Word which) {
        if (so) add_to_list(cell.text, word(word_lang(lang), which));
    };
    say(disputed, Word::disputed);
    say(low_confidence, Word::low_confidence);
    say(translated, Word::translated);
    return cell;
}

Life life_of(const std::vector<edtf::Interval>& spells, std::string_view lang) {
    if (spells.empty()) return {};
    const auto first = std::min_element(spells.begin(), spells.end(), [](const auto& a, const auto& b) {
        return a.start_bounds().earliest < b.start_bounds().earliest;
    });
    const auto last = std::max_element(spells.begin(), spells.end(), [](const auto& a, const auto& b) {
        return a.end_bounds().latest < b.end_bounds().latest;
    });
    Life life{start_cell(*first, lang), end_cell(*last, lang)};
    if (last->is_instant()) life.ended = start_cell(*last, lang);
    return life;
}

}  // namespace shezhire::scene
