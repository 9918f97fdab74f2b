#include "session/page_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/words.h"
#include "model/language.h"
#include "session/page_dates.h"

namespace shezhire::session {

std::string joined(std::initializer_list<std::string> parts) {
    std::string text;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += "  ·  ";
        text += part;
    }
    return text;
}

std::string word_for(model::Verdict verdict) {
    switch (verdict) {
        case model::Verdict::unstated:
            return {};
        case model::Verdict::confirmed:
            return base::tr("confirmed elsewhere");
        case model::Verdict::contradicted:
            return base::tr("contradicted");
        case model::Verdict::not_found:
            return base::tr("not found elsewhere");
    }
    return {};
}

std::string word_for(model::Confidence confidence) {
    switch (confidence) {
        case model::Confidence::unstated:
        case model::Confidence::high:
            return {};
        case model::Confidence::low:
            return base::tr("low confidence");
        case model::Confidence::medium:
            return base::tr("medium confidence");
    }
    return {};
}

std::string word_for(model::Field field) {
    switch (field) {
        case model::Field::thing:
            return base::tr("the entry itself");
        case model::Field::labels:
            return base::tr("name");
        case model::Field::existence:
            return base::tr("existence");
        case model::Field::unit_of:
            return base::tr("parent");
        case model::Field::member_of:
            return base::tr("membership");
        case model::Field::links:
            return base::tr("relation");
        case model::Field::sites:
            return base::tr("seat");
        case model::Field::offices:
            return base::tr("office");
        case model::Field::figures:
            return base::tr("figure");
        case model::Field::phases:
            return base::tr("phase");
        case model::Field::claims:
            return base::tr("another claim");
        case model::Field::stated_in:
            return base::tr("states it");
        case model::Field::confirmed_by:
            return base::tr("confirms it");
        case model::Field::contradicted_by:
            return base::tr("contradicts it");
    }
    return {};
}

Block& PageWriter::block(std::string heading, BlockKind kind) {
    return page_.blocks.emplace_back(Block{std::move(heading), kind, {}});
}

Line& PageWriter::line(Block& block, std::string text, std::string lang) const {
    auto& fresh = block.lines.emplace_back();
    fresh.text = std::move(text);
    fresh.lang = std::move(lang);
    return fresh;
}

Line& PageWriter::link(Block& block, std::string_view id) const {
    std::string lang;
    auto text = name(id, &lang);
    auto& fresh = line(block, std::move(text), std::move(lang));
    if (model_.thing(id) != nullptr) fresh.go = Command{Verb::select, {std::string(id)}};
    return fresh;
}

void PageWriter::evidence(Line& line, const model::Evidence& evidence) const {
    for (const auto& id : evidence.sources) {
        const auto known = std::find(page_.sources.begin(), page_.sources.end(), id);
        line.cited.push_back(static_cast<std::size_t>(known - page_.sources.begin()));
        if (known == page_.sources.end()) page_.sources.push_back(id);
    }
    line.confidence = evidence.confidence;
    line.disputed = evidence.disputed;
    if (const auto* note = best(evidence.notes.get())) line.notes.push_back(note->second);
}

void PageWriter::drop_empty_blocks() {
    std::erase_if(page_.blocks, [](const Block& block) { return block.lines.empty(); });
}

std::string PageWriter::name(std::string_view id, std::string* lang) const {
    if (const auto* source = model_.source(id); source != nullptr && !source->title.empty()) {
        if (lang != nullptr) *lang = source->language;
        return source->title;
    }
    const auto* thing = model_.thing(id);
    const edtf::Bounds at{reading_.when.start_bounds().earliest, reading_.when.end_bounds().latest};
    const auto* found = thing == nullptr ? nullptr : model::name_at(*thing, at, reading_.label_languages);
    if (found == nullptr) return std::string(id);
    if (lang != nullptr) *lang = found->lang;
    return found->text;
}

Line PageWriter::acronym(std::string_view id) const {
    Line line;
    const auto* thing = model_.thing(id);
    const edtf::Bounds at{reading_.when.start_bounds().earliest, reading_.when.end_bounds().latest};
    const auto* found = thing == nullptr ? nullptr : model::acronym_at(*thing, at, reading_.label_languages);
    if (found == nullptr) return line;
    line.text = found->text;
    line.lang = found->lang;
    return line;
}

std::string PageWriter::label(std::string_view concept_id) const {
    const auto* found = model_.find_concept(concept_id);
    if (found == nullptr) return std::string(concept_id);
    const std::vector<std::string> languages{reading_.language};
    const auto* text = model::name_at(*found, edtf::Bounds{}, languages);
    return text == nullptr ? std::string(concept_id) : text->text;
}

std::string PageWriter::heading_of(std::string_view concept_id) const {
    return model::sentence_case(label(concept_id), reading_.language);
}

std::string PageWriter::in_words(const edtf::Interval& when) const {
    return exact_in_words(scene::word_lang(reading_.language), when);
}

std::string PageWriter::country(const std::string& codes) const {
    std::string text;
    for (std::size_t at = 0; at < codes.size();) {
        const auto end = std::min(codes.find(' ', at), codes.size());
        if (end > at) {
            text += (text.empty() ? "" : ", ") +
                    model::country_name(std::string_view(codes).substr(at, end - at), reading_.language);
        }
        at = end + 1;
    }
    return text;
}

std::string PageWriter::language(const std::string& tag) const {
    return tag == "und" ? std::string() : model::language_name(tag, reading_.language);
}

const std::pair<std::string, std::string>* PageWriter::best(const model::LanguageMap& texts) const {
    const auto find = [&](const std::string& language) -> const std::pair<std::string, std::string>* {
        const auto found =
            std::find_if(texts.begin(), texts.end(), [&](const auto& t) { return t.first == language; });
        return found == texts.end() ? nullptr : &*found;
    };
    if (const auto* text = find(reading_.language)) return text;
    for (const auto& language : reading_.label_languages) {
        if (const auto* text = find(language)) return text;
    }
    if (const auto* text = find("en")) return text;
    return texts.empty() ? nullptr : &texts.front();
}

}  // namespace shezhire::session
