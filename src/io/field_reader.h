// Reads the fields of one JSON value into values of the model: text, ids, dates, language maps, evidence.
// Each says what it cannot take, with the place, and leaves the rest.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "edtf/edtf.h"
#include "io/json_scanner.h"
#include "io/json_tree.h"
#include "io/source_text.h"
#include "model/facts.h"

namespace shezhire::io {

class FieldReader {
  public:
    FieldReader(const SourceText& text, const JsonTree& tree, base::Diagnostics& diagnostics)
        : text_(text), tree_(tree), diagnostics_(diagnostics) {}

    [[nodiscard]] const JsonTree& tree() const { return tree_; }
    [[nodiscard]] base::Place place(const JsonNode& node) const { return text_.place(node.offset); }
    /// How often the part of the file up to the node is contained in the whole.
    [[nodiscard]] double whole_by_part(const JsonNode& node) const {
        return static_cast<double>(text_.size()) / static_cast<double>(std::max<std::size_t>(node.offset, 1));
    }
    void tell(base::Severity severity, const JsonNode& node, std::string_view code, std::string sentence);
    /// "“unitOf” should be a list, not a number".
    void wrong_type(const JsonNode& node, std::string_view field, std::string_view wanted);

    /// Text fit to be shown. A number is taken as it is written, with a warning.
    std::string text(const JsonNode& node, std::string_view field);
    /// At most 10,000 bytes of it, not empty; nullopt with a warning otherwise.
    std::optional<std::string> label(const JsonNode& node, std::string_view field);
    /// An id as it stands: not empty, nothing invisible in it; nullopt with an error otherwise.
    std::optional<model::Id> id(const JsonNode& node, std::string_view field);
    std::vector<model::Id> ids(const JsonNode& node, std::string_view field);
    /// An EDTF interval; unknown, with an error, where the text is none.
    edtf::Interval interval(const JsonNode& node, std::string_view field);
    bool boolean(const JsonNode& node, std::string_view field, bool otherwise);
    int integer(const JsonNode& node, std::string_view field, int least, int most);

    /// One of a fixed list of words; the first of them, with a warning, for any other.
    template <class Enum, std::size_t count>
    Enum word(const JsonNode& node, std::string_view field,
              const std::pair<std::string_view, Enum> (&words)[count]) {
        const auto said = text(node, field);
        for (const auto& [name, value] : words) {
            if (said == name) return value;
        }
        std::string known;
        for (const auto& each : words) known += (known.empty() ? "" : ", ") + in_quotes(each.first);
        unknown_word(node, field, said, known);
        return words[0].second;
    }

    /// Each element of a list, or the value itself where it stands alone; null is nothing.
    template <class Function>
    void each(const JsonNode& node, Function&& function) {
        if (node.kind == JsonKind::array) {
            tree_.for_each(node, function);
        } else if (node.kind != JsonKind::null) {
            function(node);
        }
    }

    /// Each text of a language map: the function gets the language and the node.
    template <class Function>
    void language_map(const JsonNode& node, std::string_view field, Function&& function) {
        if (node.kind == JsonKind::string) {
            no_language(node, field);
            function(known("und"), node);
        } else if (node.kind != JsonKind::object) {
            if (node.kind != JsonKind::null) wrong_type(node, field, "a language map { \"en\": … }");
        } else {
            tree_.for_each(node, [&](const JsonNode& entry) {
                const auto tag = language(entry);
                each(entry, [&](const JsonNode& value) { function(tag, value); });
            });
        }
    }
    void texts(const JsonNode& node, std::string_view field, model::LanguageMap& into);

    /// The same text, shared by all that have it.
    base::Word known(std::string_view text);
    /// The same evidence, shared by most that have it.
    base::Shared<model::Evidence> known(model::Evidence&& evidence);

    /// `sources`, `confidence`, `disputed`, `note`: true where the member is one of them.
    bool evidence(const JsonNode& member, model::Evidence& into);
    void extra(const JsonNode& member, model::Extras& into);
    [[nodiscard]] std::string raw(const JsonNode& node) const { return minified(text_.all(), node.offset); }

  private:
    base::Word language(const JsonNode& entry);
    void check_language(const JsonNode& entry);
    void no_language(const JsonNode& node, std::string_view field);
    void unknown_word(const JsonNode& node, std::string_view field, std::string_view said,
                      std::string_view known);
    std::string shown(const JsonNode& node, std::string_view text);

    struct HashOfText {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct SameText {
        using is_transparent = void;
        bool operator()(std::string_view a, std::string_view b) const { return a == b; }
    };

    const SourceText& text_;
    const JsonTree& tree_;
    base::Diagnostics& diagnostics_;
    // Most of these come again and again in a file.
    std::unordered_set<base::Word, HashOfText, SameText> known_languages_;  ///< well-formed and registered
    std::unordered_map<std::string, edtf::Interval, HashOfText, SameText> known_dates_;
    std::unordered_set<base::Word, HashOfText, SameText> known_words_;
    std::unordered_map<std::string, base::Shared<model::Evidence>> known_evidence_;
};

}  // namespace shezhire::io
