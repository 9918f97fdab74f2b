#include "export/table_text.h"

#include "base/utf8.h"
#include "export/dot.h"
#include "export/json_text.h"

namespace shezhire::exporting {
namespace {

/// Graphviz 2.42 reads at most 16 KiB between two tags; the longest escape is six bytes.
constexpr std::size_t longest_cell = 2700;

/// Text within an HTML-like label. graphviz.org/doc/info/shapes.html#html
std::string in_html(std::string_view text) {
    std::string out;
    for (const char c : base::shortened(base::cleaned(text), longest_cell)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\n':
            case '\t':
                out += ' ';
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string table_heading(const scene::Table& table) {
    std::string heading = table.title;
    for (const auto* line : {&table.subtitle, &table.note}) {
        if (line->empty()) continue;
        if (!heading.empty()) heading += '\n';
        heading += *line;
    }
    return heading;
}

}  // namespace

std::string to_dot(const scene::Table& table) {
    std::string out = "digraph " + dot_string(table.title) +
                      " {\ngraph [labelloc=t, label=" + dot_label(table_heading(table)) + "];\n";
    out += "table [shape=plaintext, label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\">\n<TR>";
    const auto count = static_cast<std::uint32_t>(table.columns().size());
    for (const auto& column : table.columns()) {
        const auto title = in_html(column.title);
        out += title.empty() ? "<TD></TD>" : "<TD><B>" + title + "</B></TD>";
    }
    out += "</TR>\n";
    for (std::uint32_t row = 0; row < table.row_count(); ++row) {
        out += "<TR>";
        for (std::uint32_t i = 0; i < count; ++i) {
            const bool right = table.columns()[i].kind == scene::CellKind::number;
            out += std::string("<TD ALIGN=\"") + (right ? "RIGHT" : "LEFT") + "\">" +
                   in_html(table.cell(row, i).text) + "</TD>";
        }
        out += "</TR>\n";
    }
    return out + "</TABLE>>];\n}\n";
}

std::string to_json(const scene::Table& table) {
    Json json;
    json.open('{').key("format").string("shezhire-table/1").key("lang").string(table.lang);
    json.key("title").string(table.title).key("subtitle").string(table.subtitle);
    json.key("note").string(table.note).key("columns").open('[');
    for (const auto& column : table.columns()) {
        json.line().open('{').key("id").string(column.id).key("title").string(column.title);
        json.key("kind").string(scene::to_text(column.kind)).close('}');
    }
    json.close(']').key("rows").open('[');
    for (std::uint32_t row = 0; row < table.row_count(); ++row) {
        json.line().open('{').key("key").string(table.key(row));
        if (table.thing(row) != table.key(row)) json.key("thing").string(table.thing(row));
        if (!table.kind(row).empty()) json.key("kind").string(table.kind(row));
        json.key("cells").open('{');
        for (std::uint32_t i = 0; i < table.columns().size(); ++i) {
            const auto& cell = table.cell(row, i);
            if (cell.text.empty()) continue;
            json.key(table.columns()[i].id).open('{').key("text").string(cell.text);
            if (!cell.value.empty()) json.key("value").string(cell.value);
            if (!cell.lang.empty()) json.key("lang").string(cell.lang);
            json.close('}');
        }
        json.close('}').close('}');
    }
    json.close(']').close('}');
    return json.take() + "\n";
}

}  // namespace shezhire::exporting
