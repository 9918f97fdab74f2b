#include "session/json_fields.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "base/words.h"

namespace shezhire::session {

using io::JsonKind;

void JsonFields::tell(const io::JsonNode& node, std::string_view key) {
    const auto place = text_.place(node.offset);
    faults_.push_back(fmt::format(fmt::runtime(base::tr("{}:{}: “{}” cannot be used here and is left out")),
                                  place.file, place.line, base::visible(std::string(key))));
}

const io::JsonNode* JsonFields::take(std::string_view key, JsonKind kind) {
    known_.emplace(key);
    const auto* node = tree_.member(object_, key);
    if (node == nullptr || node->kind == kind) return node;
    tell(*node, key);
    return nullptr;
}

void JsonFields::take(std::string_view key, std::string& value) {
    if (const auto* node = take(key, JsonKind::string)) value = node->text;
}

void JsonFields::take(std::string_view key, bool& value) {
    if (const auto* node = take(key, JsonKind::boolean)) value = node->text == "true";
}

void JsonFields::take(std::string_view key, int& value, int least, int most) {
    const auto* node = take(key, JsonKind::number);
    if (node == nullptr) return;
    int number = 0;
    const auto* end = node->text.data() + node->text.size();
    if (const auto [at, fault] = std::from_chars(node->text.data(), end, number);
        fault != std::errc{} || at != end || number < least || number > most)
        return tell(*node, key);
    value = number;
}

void JsonFields::take(std::string_view key, double& value) {
    const auto* node = take(key, JsonKind::number);
    if (node == nullptr) return;
    double number = 0;
    const auto* end = node->text.data() + node->text.size();
    if (const auto [at, fault] = std::from_chars(node->text.data(), end, number);
        fault != std::errc{} || at != end || !std::isfinite(number))
        return tell(*node, key);
    value = number;
}

void JsonFields::take(std::string_view key, std::vector<std::string>& value) {
    const auto* list = take(key, JsonKind::array);
    if (list == nullptr) return;
    std::vector<std::string> texts;
    tree_.for_each(*list, [&](const io::JsonNode& node) {
        if (node.kind == JsonKind::string) {
            texts.emplace_back(node.text);
        } else {
            tell(node, key);
        }
    });
    value = std::move(texts);
}

void JsonFields::finish() {
    tree_.for_each(object_, [&](const io::JsonNode& node) {
        if (!known_.contains(node.key)) tell(node, node.key);
    });
}

}  // namespace shezhire::session
