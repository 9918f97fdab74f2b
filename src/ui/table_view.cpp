// The view as rows, in the canvas' place. What is drawn is what is seen, so a million rows cost what a
// thousand do.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/words.h"
#include "scene/table_widths.h"
#include "ui/draw_list_painter.h"
#include "ui/table_parts.h"

namespace shezhire::ui {
namespace {

constexpr float widest_column = 340;  // design units, before somebody drags it
constexpr float least_name = 176;
constexpr float least_date = 168;  // of a day with its month and year, in words
constexpr float least_cell = 92;

int position_of(const session::Rows& rows, const std::string& thing) {
    const auto found = std::find_if(rows.rows.begin(), rows.rows.end(),
                                    [&](std::uint32_t row) { return rows.table->thing(row) == thing; });
    return found == rows.rows.end() ? -1 : static_cast<int>(found - rows.rows.begin());
}

/// Other rows, or the same in another order: the one that had the keyboard keeps it. A selection that was
/// made elsewhere is gone to.
void follow(TableHand& hand, const session::Session& session) {
    const auto& rows = session.rows();
    const auto& selection = session.selection();
    if (hand.of != rows) {
        const bool same_table = hand.of && hand.of->table == rows->table;
        int at = -1;
        if (same_table && hand.at >= 0) {
            const auto row = hand.of->rows[static_cast<std::size_t>(hand.at)];
            const auto found = std::find(rows->rows.begin(), rows->rows.end(), row);
            if (found != rows->rows.end()) at = static_cast<int>(found - rows->rows.begin());
        }
        hand.of = rows;
        hand.at = hand.from = at;
        hand.go = at >= 0;
        hand.column = std::min(hand.column, static_cast<int>(rows->columns.size()) - 1);
        hand.room = 0;
        if (at < 0) hand.seen.clear();
    }
    if (hand.seen == selection) return;
    hand.seen = selection;
    if (selection.empty()) {
        hand.at = hand.from = -1;
        return;
    }
    const bool there =
        hand.at >= 0 && rows->table->thing(rows->rows[static_cast<std::size_t>(hand.at)]) == selection;
    if (there) return;
    hand.at = hand.from = position_of(*rows, selection);
    hand.go = hand.at >= 0;
}

void middle_note(const Context& context, const std::string& text) {
    const auto room = ImGui::GetContentRegionAvail();
    const float width = std::min(room.x - context.px(40), context.px(420));
    const TextLook look{text_normal, false, false, context.palette.quiet_ink, 4};
    const auto size = data_text_size(context, text, "", look, width);
    ImGui::SetCursorPos({(room.x - size.x) / 2, std::max(room.y * 0.36F, context.px(20))});
    data_text(context, text, "", look, width);
}

void nothing(const Context& context, const session::Session& session, session::CommandQueue& queue) {
    const bool filtered = !session.table_choice().match.empty();
    middle_note(context, filtered ? base::tr("No row has these words.") : session.rows()->table->note);
    if (!filtered) return;
    ImGui::Dummy({0, context.px(step * 2)});
    const char* all = base::tr("Show all rows");
    const float width = ImGui::CalcTextSize(all).x + ImGui::GetStyle().FramePadding.x * 2;
    ImGui::SetCursorPosX((ImGui::GetWindowWidth() - width) / 2);
    if (ImGui::Button(all)) queue.send(session::Verb::table_match);
}

}  // namespace

float table_row_height(const Context& context) {
    return std::max(2.0F, std::floor(context.px(26) / 2) * 2);
}

void measure_columns(const Context& context, TableHand& hand, float room) {
    if (hand.room == room && hand.scale == context.scale && hand.widths.size() == hand.of->columns.size())
        return;
    hand.room = room;
    hand.scale = context.scale;
    scene::TableType type;
    type.head = {static_cast<double>(context.px(text_small)), text::Weight::bold, false};
    type.cell = {static_cast<double>(context.px(text_normal)), text::Weight::regular, false};
    type.mark = static_cast<double>(context.px(mark_room));
    type.widest = static_cast<double>(context.px(widest_column));
    auto wishes = scene::column_wishes(*hand.of->table, hand.of->columns, type, context.typesetter);
    const auto around =
        static_cast<double>(context.px(2 * cell_padding + 12));  // and the sign that it is sorted
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        wishes[i].liked += around;
        // Rather moved sideways than squeezed until nothing can be read.
        const bool is_date = hand.of->table->columns()[hand.of->columns[i]].kind == scene::CellKind::date;
        const float enough = (wishes[i].names ? least_name
                              : is_date       ? least_date
                                              : least_cell) +
                             (i == 0 ? mark_room : 0);
        wishes[i].least = std::min(
            std::max(wishes[i].least + around, static_cast<double>(context.px(enough))), wishes[i].liked);
        const auto dragged = hand.dragged.find(hand.of->table->columns()[hand.of->columns[i]].id);
        if (dragged != hand.dragged.end())
            wishes[i].least = wishes[i].liked = static_cast<double>(context.px(dragged->second));
    }
    hand.widths.clear();
    float all = 0;
    for (const double width : scene::column_widths(wishes, static_cast<double>(room))) {
        hand.widths.push_back(std::floor(static_cast<float>(width)));
        all += hand.widths.back();
    }
    // What is over goes to the column that says most.
    std::size_t widest = 0;
    for (std::size_t i = 1; i < hand.widths.size(); ++i) {
        if (hand.widths[i] > hand.widths[widest]) widest = i;
    }
    if (!hand.widths.empty() && all < room && hand.dragged.empty()) hand.widths[widest] += room - all;
}

void table_view(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                const base::Rect& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    begin_pane("table", area, ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleVar();
    const auto& rows = session.rows();
    if (rows == nullptr) {
        middle_note(context, base::tr("Sorting…"));
        end_pane();
        return;
    }
    follow(hand.table, session);
    const float width = static_cast<float>(area.width());
    measure_columns(context, hand.table, width - ImGui::GetStyle().ScrollbarSize);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    table_bar(context, hand, session, queue, width);
    table_head(context, hand, session, queue, width);
    if (rows->rows.empty()) {
        ImGui::BeginChild("nothing", {0, 0}, false, ImGuiWindowFlags_NoNavInputs);
        nothing(context, session, queue);
        ImGui::EndChild();
    } else {
        table_rows(context, hand, session, queue);
    }
    ImGui::PopStyleVar();
    end_pane();
}

}  // namespace shezhire::ui
