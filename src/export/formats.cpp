#include <algorithm>
#include <array>
#include <utility>

#include "export/export.h"

namespace shezhire::exporting {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 8> formats{{{"svg", Format::svg},
                                                                      {"pdf", Format::pdf},
                                                                      {"png", Format::png},
                                                                      {"dot", Format::dot},
                                                                      {"json", Format::json},
                                                                      {"csv", Format::csv},
                                                                      {"tsv", Format::tsv},
                                                                      {"gv", Format::dot}}};

constexpr std::array<std::pair<std::string_view, Page>, 5> pages{
    {{"scene", Page::scene}, {"A4", Page::a4}, {"A3", Page::a3}, {"16:9", Page::wide}, {"wide", Page::wide}}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_but_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

template <class Table>
auto value_of(const Table& table, std::string_view name)
    -> std::optional<typename Table::value_type::second_type> {
    for (const auto& [known, value] : table) {
        if (same_but_case(known, name)) return value;
    }
    return std::nullopt;
}

template <class Table, class Value>
std::string_view name_of(const Table& table, Value wanted) {
    for (const auto& [name, value] : table) {
        if (value == wanted) return name;
    }
    return {};
}

}  // namespace

std::string_view to_text(Format format) {
    return name_of(formats, format);
}

std::optional<Format> format_from(std::string_view name) {
    if (name.starts_with('.')) name.remove_prefix(1);
    return value_of(formats, name);
}

std::string_view to_text(Page page) {
    return name_of(pages, page);
}

std::optional<Page> page_from(std::string_view name) {
    return value_of(pages, name);
}

}  // namespace shezhire::exporting
