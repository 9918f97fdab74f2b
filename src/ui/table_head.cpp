// The heads of a table's columns: a click sorts by one, its edge is dragged.
#include <algorithm>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/table_parts.h"

namespace shezhire::ui {
namespace {

using session::Verb;

/// Up: from the first to the last.
void sorted_sign(const Context& context, ImDrawList& list, ImVec2 c, bool descending) {
    const float r = context.px(4);
    const float s = descending ? -1.0F : 1.0F;
    list.AddTriangleFilled({c.x - r, c.y + s * r * 0.6F}, {c.x, c.y - s * r * 0.8F},
                           {c.x + r, c.y + s * r * 0.6F}, packed(context.palette.accent));
}

/// First one way, then the other, then as the picture has it.
void sort_by(const session::Session& session, session::CommandQueue& queue, const std::string& id) {
    const auto& choice = session.table_choice();
    if (choice.sort != id) {
        queue.send(Verb::table_sort, {id});
    } else if (!choice.descending) {
        queue.send(Verb::table_sort, {id, "desc"});
    } else {
        queue.send(Verb::table_sort);
    }
}

void column_edge(const Context& context, TableHand& hand, std::size_t i, ImVec2 corner, float right,
                 float height) {
    const float reach = context.px(4);
    ImGui::SetCursorScreenPos({right - reach, corner.y});
    ImGui::InvisibleButton("edge", {reach * 2, height});
    const bool held = ImGui::IsItemActive();
    if (held || ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        ImGui::GetWindowDrawList()->AddRectFilled({right - 1, corner.y}, {right + 1, corner.y + height},
                                                  packed(context.palette.accent));
    }
    if (!held || ImGui::GetIO().MouseDelta.x == 0) return;
    // From now on all are as they are, but this one.
    for (std::size_t k = 0; k < hand.widths.size(); ++k) {
        const auto& id = hand.of->table->columns()[hand.of->columns[k]].id;
        hand.dragged[id] = hand.widths[k] / context.scale;
    }
    const auto& id = hand.of->table->columns()[hand.of->columns[i]].id;
    hand.dragged[id] =
        std::clamp(hand.dragged[id] + ImGui::GetIO().MouseDelta.x / context.scale, 32.0F, 1200.0F);
    hand.room = 0;
}

}  // namespace

void table_head(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                float width) {
    auto& table = hand.table;
    const auto& rows = *session.rows();
    const float height = table_row_height(context);
    const auto corner = ImGui::GetCursorScreenPos();
    auto& list = *ImGui::GetWindowDrawList();
    const ImVec2 end(corner.x + width, corner.y + height);
    ImGui::PushClipRect(corner, end, true);
    float x = corner.x;
    const auto& choice = session.table_choice();
    const bool keyboard = hand.way.ring && hand.way.area == Area::canvas;
    for (std::size_t i = 0; i < rows.columns.size() && i < table.widths.size(); ++i) {
        const auto& column = rows.table->columns()[rows.columns[i]];
        const float cell = table.widths[i];
        if (i == 1) {  // the first stays while the others are moved
            ImGui::PushClipRect({x, corner.y}, end, true);
            x -= table.scroll_x;
        }
        ImGui::PushID(static_cast<int>(i));
        ImGui::SetCursorScreenPos({x, corner.y});
        if (ImGui::InvisibleButton("head", {std::max(cell - context.px(4), 1.0F), height}))
            sort_by(session, queue, column.id);
        const bool hovered = ImGui::IsItemHovered();
        if (hovered) list.AddRectFilled({x, corner.y}, {x + cell, end.y}, packed(context.palette.hover));
        const bool sorted = choice.sort == column.id;
        const float padding = context.px(i == 0 ? step * 3 : cell_padding);
        const float room = std::max(cell - 2 * padding - (sorted ? context.px(12) : 0), 1.0F);
        const TextLook look{text_small, true, false,
                            sorted || hovered ? context.palette.ink : context.palette.quiet_ink, 1};
        const auto size = data_text_size(context, column.title, rows.table->lang, look, room);
        const bool right = column.kind == scene::CellKind::number;
        const float left = right ? x + cell - padding - size.x : x + padding;
        const float y = corner.y + (height - size.y) / 2;
        data_text_at(context, list, {left, y}, column.title, rows.table->lang, look, room);
        if (sorted)
            sorted_sign(context, list,
                        {right ? left - context.px(8) : left + size.x + context.px(9), corner.y + height / 2},
                        choice.descending);
        if (keyboard && static_cast<int>(i) == table.column) {
            list.AddRectFilled({x + padding, end.y - context.px(3)},
                               {x + cell - padding, end.y - context.px(1)}, packed(context.palette.accent));
        }
        column_edge(context, table, i, corner, x + cell, height);
        ImGui::PopID();
        x += cell;
    }
    if (rows.columns.size() > 1) ImGui::PopClipRect();
    list.AddLine({corner.x, end.y - 0.5F}, {end.x, end.y - 0.5F}, packed(context.palette.quiet_ink),
                 context.px(1));
    ImGui::PopClipRect();
    ImGui::SetCursorScreenPos({corner.x, end.y});
}

}  // namespace shezhire::ui
