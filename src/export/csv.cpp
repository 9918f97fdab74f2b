#include "export/csv.h"

#include "base/utf8.h"

namespace shezhire::exporting {
namespace {

/// Spreadsheets would reckon with what begins so; with an apostrophe before it they show it.
std::string not_reckoned(std::string text) {
    const bool formula =
        !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
    const bool number = text.size() > 1 && text.find_first_not_of("0123456789.,", 1) == std::string::npos;
    return formula && !number ? "'" + text : text;
}

/// A date and a number as every program reads them; all else as it is read.
std::string said_in(const scene::Table& table, std::uint32_t row, std::uint32_t column) {
    const auto& cell = table.cell(row, column);
    const auto kind = table.columns()[column].kind;
    const bool digits = cell.value.find_first_not_of("0123456789") == std::string::npos;
    const bool plain = kind == scene::CellKind::date || (kind == scene::CellKind::number && digits);
    return plain && !cell.value.empty() ? base::cleaned(cell.value) : not_reckoned(base::cleaned(cell.text));
}

std::string quoted_cell(const std::string& text) {
    if (text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string in_one_line(std::string text) {
    for (auto& c : text) {
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    }
    return text;
}

template <class Write>
std::string table_lines(const scene::Table& table, char between, std::string_view line_end, Write&& write) {
    std::string out;
    const auto count = static_cast<std::uint32_t>(table.columns().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i > 0) out += between;
        out += write(base::cleaned(table.columns()[i].title));
    }
    out += line_end;
    for (std::uint32_t row = 0; row < table.row_count(); ++row) {
        for (std::uint32_t i = 0; i < count; ++i) {
            if (i > 0) out += between;
            out += write(said_in(table, row, i));
        }
        out += line_end;
    }
    return out;
}

}  // namespace

std::string to_csv(const scene::Table& table) {
    return table_lines(table, ',', "\r\n", quoted_cell);
}

std::string to_tsv(const scene::Table& table) {
    return table_lines(table, '\t', "\n", in_one_line);
}

}  // namespace shezhire::exporting
