#include "io/field_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "io/language_tag.h"
#include "io/order.h"
#include "model/language.h"

namespace shezhire::io {
namespace {

using base::Severity;

constexpr std::size_t longest_label = 10'000;
constexpr std::size_t most_known = 4096;  // of each that is remembered

/// A quick no for nearly every text: what base::cleaned takes out begins, in well-formed UTF-8, with one of
/// these bytes (controls C2, U+061C D8, general punctuation E2, noncharacters and U+FEFF EF and F0 to F4).
bool suspicious(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte >= 0xEF;
}

bool may_need_cleaning(std::string_view text) {
    constexpr std::size_t together = 16;  // compared at once: every text of a file comes by here
    std::size_t at = 0;
    for (; at + together <= text.size(); at += together) {
        unsigned char found = 0;
        for (std::size_t i = 0; i < together; ++i)
            found = static_cast<unsigned char>(found | (suspicious(text[at + i]) ? 1U : 0U));
        if (found != 0) return true;
    }
    return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), suspicious);
}

bool has_invisible(std::string_view text) {
    return may_need_cleaning(text) &&
           (text.find_first_of("\n\t") != std::string_view::npos || base::cleaned(text) != text);
}

}  // namespace

void FieldReader::tell(Severity severity, const JsonNode& node, std::string_view code, std::string sentence) {
    diagnostics_.add(severity, text_.place(node.offset), std::string(code), std::move(sentence));
}

void FieldReader::wrong_type(const JsonNode& node, std::string_view field, std::string_view wanted) {
    tell(
        Severity::error, node, "io.wrong-type",
        fmt::format("{} should be {}, not {}; it is left out", in_quotes(field), wanted, name_of(node.kind)));
}

void FieldReader::unknown_word(const JsonNode& node, std::string_view field, std::string_view said,
                               std::string_view known) {
    if (node.kind != JsonKind::string && node.kind != JsonKind::number) return;  // told already
    tell(Severity::warning, node, "io.unknown-value",
         fmt::format("{} knows no {}; it may be {}", in_quotes(field), in_quotes(said), known));
}

/// What may stand before people's eyes: nothing that is invisible and changes what stands around it.
std::string FieldReader::shown(const JsonNode& node, std::string_view text) {
    if (!may_need_cleaning(text)) return std::string(text);
    auto clean = base::cleaned(text);
    if (clean != text) {
        tell(Severity::note, node, "io.cleaned",
             fmt::format("control characters or direction marks are taken out of {}", in_quotes(text)));
    }
    return clean;
}

std::string FieldReader::text(const JsonNode& node, std::string_view field) {
    switch (node.kind) {
        case JsonKind::string:
            return shown(node, node.text);
        case JsonKind::number:
            tell(Severity::warning, node, "io.wrong-type",
                 fmt::format("{} should be text, not a number; it is read as {}", in_quotes(field),
                             in_quotes(node.text)));
            return std::string(node.text);
        case JsonKind::null:
            return {};
        default:
            wrong_type(node, field, "text");
            return {};
    }
}

std::optional<std::string> FieldReader::label(const JsonNode& node, std::string_view field) {
    auto said = text(node, field);
    if (said.empty()) {
        if (node.kind == JsonKind::string) {
            tell(Severity::warning, node, "io.empty-label",
                 fmt::format("{} is empty; it is left out", in_quotes(field)));
        }
        return std::nullopt;
    }
    if (said.size() > longest_label) {
        tell(Severity::warning, node, "io.label-too-long",
             fmt::format("{} has {} bytes and is shortened to {}: {}", in_quotes(field), said.size(),
                         longest_label, in_quotes(said)));
        said = base::shortened(said, longest_label - std::string_view("…").size());
    }
    return said;
}

std::optional<model::Id> FieldReader::id(const JsonNode& node, std::string_view field) {
    if (node.kind != JsonKind::string) {
        wrong_type(node, field, "an id (text)");
        return std::nullopt;
    }
    if (node.text.empty() || has_invisible(node.text)) {
        tell(Severity::error, node, "io.bad-id",
             node.text.empty() ? fmt::format("{} is empty; an id has at least one character; it is left out",
                                             in_quotes(field))
                               : fmt::format("{} in {} is no id: it has invisible characters; it is left out",
                                             in_quotes(node.text), in_quotes(field)));
        return std::nullopt;
    }
    return std::string(node.text);
}

std::vector<model::Id> FieldReader::ids(const JsonNode& node, std::string_view field) {
    std::vector<model::Id> result;
    each(node, [&](const JsonNode& entry) {
        if (auto found = id(entry, field)) result.push_back(std::move(*found));
    });
    return result;
}

edtf::Interval FieldReader::interval(const JsonNode& node, std::string_view field) {
    if (node.kind == JsonKind::null) return {};
    if (node.kind != JsonKind::string && node.kind != JsonKind::number) {
        wrong_type(node, field, "a date (EDTF text)");
        return {};
    }
    if (const auto known = known_dates_.find(node.text);
        known != known_dates_.end() && node.kind == JsonKind::string)
        return known->second;
    const auto said = node.kind == JsonKind::number ? text(node, field) : std::string(node.text);
    const auto read = edtf::parse_interval(said);
    if (!read) {
        tell(Severity::error, node, read.error().code,
             fmt::format("{}; {} is read as unknown", base::shortened(read.error().sentence, 300),
                         in_quotes(field)));
        return {};
    }
    for (const auto& note : read->notes)
        tell(Severity::note, node, "edtf.rewritten", base::shortened(note, 300));
    if (read->notes.empty() && said.size() < 64 && known_dates_.size() < most_known)
        known_dates_.emplace(said, read->value);
    return read->value;
}

bool FieldReader::boolean(const JsonNode& node, std::string_view field, bool otherwise) {
    if (node.kind == JsonKind::boolean) return node.text == "true";
    if (node.kind != JsonKind::null) wrong_type(node, field, "true or false");
    return otherwise;
}

int FieldReader::integer(const JsonNode& node, std::string_view field, int least, int most) {
    if (node.kind == JsonKind::null) return 0;
    if (node.kind != JsonKind::number) {
        wrong_type(node, field, "a number");
        return 0;
    }
    int value = 0;
    const auto* end = node.text.data() + node.text.size();
    const auto [stop, fault] = std::from_chars(node.text.data(), end, value);
    if (fault == std::errc() && stop == end && value >= least && value <= most) return value;
    tell(Severity::warning, node, "io.unknown-value",
         fmt::format("{} should be a whole number from {} to {}, not {}; it is left out", in_quotes(field),
                     least, most, in_quotes(node.text)));
    return 0;
}

base::Word FieldReader::language(const JsonNode& entry) {
    if (const auto found = known_languages_.find(entry.key); found != known_languages_.end()) return *found;
    if (entry.key == "@none") return known("und");
    if (is_language_tag(entry.key)) {
        check_language(entry);
        return known(entry.key);
    }
    diagnostics_.add(Severity::warning, text_.place(entry.key_offset), "io.language-tag",
                     fmt::format("{} is no language tag (BCP 47: “kk”, “zh-Hans”); its text is kept as “und”",
                                 in_quotes(entry.key)));
    return known("und");
}

void FieldReader::check_language(const JsonNode& entry) {
    const auto unknown = model::unknown_in_language_tag(entry.key);
    if (unknown.empty()) {
        if (known_languages_.size() < most_known) known_languages_.insert(known(entry.key));
        return;
    }
    diagnostics_.add(Severity::warning, text_.place(entry.key_offset), "io.unknown-language",
                     fmt::format("{}; the text is kept under {}", unknown, in_quotes(entry.key)));
}

void FieldReader::no_language(const JsonNode& node, std::string_view field) {
    tell(Severity::warning, node, "io.language-tag",
         fmt::format("{} should say its language, {{ \"en\": … }}; the text is kept as “und”",
                     in_quotes(field)));
}

void FieldReader::texts(const JsonNode& node, std::string_view field, model::LanguageMap& into) {
    language_map(node, field, [&](const base::Word& language, const JsonNode& value) {
        if (auto said = text(value, field); !said.empty()) into.emplace_back(language.str(), std::move(said));
    });
}

base::Word FieldReader::known(std::string_view text) {
    if (const auto found = known_words_.find(text); found != known_words_.end()) return *found;
    base::Word word(text);
    if (text.size() < 64 && known_words_.size() < most_known) known_words_.insert(word);
    return word;
}

base::Shared<model::Evidence> FieldReader::known(model::Evidence&& evidence) {
    if (!evidence.notes.get().empty()) return std::move(evidence);
    std::string key{static_cast<char>('0' + static_cast<int>(evidence.confidence)),
                    evidence.disputed ? '!' : ' '};
    for (const auto& source : evidence.sources) key += source + '\n';
    if (const auto found = known_evidence_.find(key); found != known_evidence_.end()) return found->second;
    base::Shared<model::Evidence> shared(std::move(evidence));
    if (key.size() < 512 && known_evidence_.size() < most_known)
        known_evidence_.emplace(std::move(key), shared);
    return shared;
}

bool FieldReader::evidence(const JsonNode& member, model::Evidence& into) {
    using model::Confidence;
    constexpr std::pair<std::string_view, Confidence> words[] = {{"unstated", Confidence::unstated},
                                                                 {"low", Confidence::low},
                                                                 {"medium", Confidence::medium},
                                                                 {"high", Confidence::high}};
    if (member.key == "sources") {
        into.sources = ids(member, member.key);
    } else if (member.key == "confidence") {
        if (member.kind != JsonKind::null) into.confidence = word(member, member.key, words);
    } else if (member.key == "disputed") {
        into.disputed = boolean(member, member.key, false);
    } else if (member.key == "note") {
        model::LanguageMap notes;
        texts(member, member.key, notes);
        order_texts(notes);
        into.notes = std::move(notes);
    } else {
        return false;
    }
    return true;
}

void FieldReader::extra(const JsonNode& member, model::Extras& into) {
    into.emplace_back(std::string(member.key), raw(member));
}

}  // namespace shezhire::io
