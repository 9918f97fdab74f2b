#include "io/json_tree.h"

#define SIMDJSON_EXCEPTIONS 0  // every fault is an error code here
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <string>

namespace shezhire::io {
namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

constexpr std::size_t largest_value = std::size_t{16}
                                      << 20U;  // a thing and its tree stay well below 1 GiB of memory

/// simdjson's words where they help, ours where they speak of its insides.
std::string_view told(error_code error) {
    switch (error) {
        case simdjson::STRING_ERROR:
            return "this string has an escape that JSON does not know";
        case simdjson::NUMBER_ERROR:
            return "this is no number as JSON writes it, or it is too large";
        case simdjson::T_ATOM_ERROR:
        case simdjson::F_ATOM_ERROR:
        case simdjson::N_ATOM_ERROR:
            return "this is neither true, false, null, a number nor a string in quotes";
        case simdjson::UNCLOSED_STRING:
            return "a string has no closing quote";
        case simdjson::UNESCAPED_CHARS:
            return "a string has a control character";
        case simdjson::EMPTY:
            return "a value is missing";
        default:
            return "a comma, a colon, a quote or a value is missing or too many here";
    }
}

}  // namespace

std::string_view name_of(JsonKind kind) {
    switch (kind) {
        case JsonKind::null:
            return "null";
        case JsonKind::boolean:
            return "true or false";
        case JsonKind::number:
            return "a number";
        case JsonKind::string:
            return "text";
        case JsonKind::array:
            return "a list";
        case JsonKind::object:
            return "an object";
    }
    return "";
}

/// Builds the nodes of one value; recursion goes as deep as the value is nested, which the scanner limits.
struct JsonTree::Reader {
    ondemand::parser parser;
    std::vector<JsonNode>* nodes = nullptr;
    const SourceText* text = nullptr;
    base::Diagnostics* diagnostics = nullptr;
    std::size_t last = 0;  // where the part begins that was looked at last
    std::vector<std::pair<std::string_view, std::uint32_t>> keys;

    [[nodiscard]] std::size_t offset_of(const char* at) const {
        return static_cast<std::size_t>(at - text->all().data());
    }

    error_code begin(TextSpan span, ondemand::document& document) {
        if (parser.capacity() < span.size()) {
            const auto capacity = std::bit_ceil(std::max<std::size_t>(span.size(), std::size_t{1} << 16U));
            if (const auto error = parser.allocate(capacity)) return error;
        }
        const auto bytes = text->view(span);
        return parser.iterate(bytes.data(), bytes.size(), text->capacity_from(span.begin)).get(document);
    }

    /// A document or a value of one: simdjson gives both the same functions, but no common type.
    template <class Json>
    error_code read(Json& json, std::uint32_t index) {
        ondemand::json_type type{};
        std::string_view token;
        if (const auto error = simdjson::simdjson_result<std::string_view>(json.raw_json_token()).get(token))
            return error;
        last = (*nodes)[index].offset = offset_of(token.data());
        if (const auto error = json.type().get(type)) return error;
        switch (type) {
            case ondemand::json_type::object:
                return read_object(json, index);
            case ondemand::json_type::array:
                return read_array(json, index);
            case ondemand::json_type::string: {
                (*nodes)[index].kind = JsonKind::string;
                return json.get_string().get((*nodes)[index].text);
            }
            case ondemand::json_type::number: {
                double value = 0;
                return scalar(index, JsonKind::number, token, json.get_double().get(value));
            }
            case ondemand::json_type::boolean: {
                bool value = false;
                return scalar(index, JsonKind::boolean, token, json.get_bool().get(value));
            }
            case ondemand::json_type::null: {
                bool value = false;
                const auto error = json.is_null().get(value);
                return scalar(index, JsonKind::null, token, error || value ? error : simdjson::N_ATOM_ERROR);
            }
        }
        return simdjson::TAPE_ERROR;
    }

    error_code scalar(std::uint32_t index, JsonKind kind, std::string_view token, error_code error) {
        (*nodes)[index].kind = kind;
        (*nodes)[index].text = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
        return error;
    }

    /// A new node behind `previous`, or the first below `parent`.
    std::uint32_t append(std::uint32_t parent, std::uint32_t previous) {
        const auto index = static_cast<std::uint32_t>(nodes->size());
        nodes->emplace_back();
        (previous == 0 ? (*nodes)[parent].first_child : (*nodes)[previous].next) = index;
        return index;
    }

    template <class Json>
    error_code read_array(Json& json, std::uint32_t index) {
        (*nodes)[index].kind = JsonKind::array;
        ondemand::array array;
        if (const auto error = json.get_array().get(array)) return error;
        std::uint32_t child = 0;
        for (auto element : array) {
            ondemand::value value;
            if (const auto error = element.get(value)) return error;
            child = append(index, child);
            if (const auto error = read(value, child)) return error;
        }
        return simdjson::SUCCESS;
    }

    template <class Json>
    error_code read_object(Json& json, std::uint32_t index) {
        (*nodes)[index].kind = JsonKind::object;
        ondemand::object object;
        if (const auto error = json.get_object().get(object)) return error;
        std::uint32_t child = 0;
        std::size_t count = 0;
        for (auto member : object) {
            ondemand::field field;
            if (const auto error = std::move(member).get(field)) return error;
            child = append(index, child);
            ++count;
            last = (*nodes)[child].key_offset = offset_of(field.key().raw()) - 1;
            if (const auto error = field.unescaped_key().get((*nodes)[child].key)) return error;
            if (const auto error = read(field.value(), child)) return error;
        }
        drop_duplicates(index, count);
        return simdjson::SUCCESS;
    }

    /// Few keys are compared each with each: most differ in length already, and sorting them costs more.
    [[nodiscard]] bool may_have_duplicates(std::uint32_t parent, std::size_t count) const {
        constexpr std::size_t few = 16;
        if (count > few) return true;
        for (auto a = (*nodes)[parent].first_child; a != 0; a = (*nodes)[a].next) {
            for (auto b = (*nodes)[a].next; b != 0; b = (*nodes)[b].next) {
                if ((*nodes)[a].key == (*nodes)[b].key) return true;
            }
        }
        return false;
    }

    void drop_duplicates(std::uint32_t parent, std::size_t count) {
        if (!may_have_duplicates(parent, count)) return;
        keys.clear();
        for (auto child = (*nodes)[parent].first_child; child != 0; child = (*nodes)[child].next) {
            keys.emplace_back((*nodes)[child].key, child);
        }
        std::sort(keys.begin(), keys.end());
        const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
        if (std::adjacent_find(keys.begin(), keys.end(), same) == keys.end()) return;
        std::vector<std::uint32_t> dropped;
        for (std::size_t i = 1; i < keys.size(); ++i) {
            if (same(keys[i - 1], keys[i])) dropped.push_back(keys[i].second);
        }
        std::sort(dropped.begin(), dropped.end());
        for (auto* link = &(*nodes)[parent].first_child; *link != 0;) {
            const auto& node = (*nodes)[*link];
            if (!std::binary_search(dropped.begin(), dropped.end(), *link)) {
                link = &(*nodes)[*link].next;
                continue;
            }
            diagnostics->add(base::Severity::error, text->place(node.key_offset), "json.duplicate-key",
                             fmt::format("{} stands here a second time in one object; only the first is read",
                                         in_quotes(node.key)));
            *link = node.next;
        }
    }

    void tell(error_code error, TextSpan span) const {
        diagnostics->add(
            base::Severity::error, text->place(std::clamp(last, span.begin, span.end)), "json.syntax",
            fmt::format("{}; what begins in line {} is left out", told(error), text->place(span.begin).line));
    }
};

JsonTree::JsonTree() : reader_(std::make_unique<Reader>()) {}
JsonTree::~JsonTree() = default;

const JsonNode* JsonTree::parse(const SourceText& text, TextSpan span, base::Diagnostics& diagnostics) {
    if (span.size() > largest_value) {
        diagnostics.add(
            base::Severity::error, text.place(span.begin), "json.too-large",
            fmt::format("what begins here is larger than {} MiB and is left out", largest_value >> 20U));
        return nullptr;
    }
    nodes_.assign(1, {});
    reader_->nodes = &nodes_;
    reader_->text = &text;
    reader_->diagnostics = &diagnostics;
    reader_->last = span.begin;
    ondemand::document document;
    auto error = reader_->begin(span, document);
    if (!error) error = reader_->read(document, 0);
    if (error) {
        const char* at = nullptr;
        if (error == simdjson::TAPE_ERROR && !document.current_location().get(at)) {
            reader_->last = std::max(reader_->last, reader_->offset_of(at));
        }
        reader_->tell(error, span);
        return nullptr;
    }
    return &nodes_[0];
}

const JsonNode* JsonTree::member(const JsonNode& object, std::string_view key) const {
    for (auto child = object.first_child; child != 0; child = nodes_[child].next) {
        if (nodes_[child].key == key) return &nodes_[child];
    }
    return nullptr;
}

}  // namespace shezhire::io
