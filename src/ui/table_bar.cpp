// Above a table: whom it is about, the field that filters its rows, its columns to choose, copies, export.
#include <fmt/format.h>

#include <algorithm>

#include "base/numbers.h"
#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/table_parts.h"

namespace shezhire::ui {
namespace {

using session::Verb;

void match_field(TableHand& hand, const session::Session& session, session::CommandQueue& queue,
                 float width) {
    const auto& wanted = session.table_choice().match;
    if (hand.focus_match) {
        ImGui::SetKeyboardFocusHere();
        hand.focus_match = false;
    }
    if (!hand.matching && wanted != hand.match)
        fmt::format_to_n(hand.match, sizeof hand.match - 1, "{}", wanted).out[0] = '\0';
    ImGui::SetNextItemWidth(width);
    ImGui::InputTextWithHint("##match", base::tr("Words in a row"), hand.match, sizeof hand.match,
                             ImGuiInputTextFlags_AutoSelectAll);
    hand.matching = ImGui::IsItemActive();
    if (!hand.matching || wanted == hand.match) return;
    queue.send(Verb::table_match,
               hand.match[0] == '\0' ? std::vector<std::string>{} : std::vector<std::string>{hand.match});
}

/// The columns that are shown, with one more or one less.
std::vector<std::string> with_or_without(const session::Rows& rows, std::uint32_t column) {
    std::vector<std::string> ids;
    const auto& all = rows.table->columns();
    const bool had = std::find(rows.columns.begin(), rows.columns.end(), column) != rows.columns.end();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const bool shown = std::find(rows.columns.begin(), rows.columns.end(), i) != rows.columns.end();
        if (i == column ? !had : shown) ids.push_back(all[i].id);
    }
    return ids;
}

void columns_menu(const session::Session& session, session::CommandQueue& queue) {
    if (!ImGui::BeginPopup("columns", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings)) return;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    const auto& rows = *session.rows();
    const auto& columns = rows.table->columns();
    for (std::uint32_t i = 0; i < columns.size(); ++i) {
        bool shown = std::find(rows.columns.begin(), rows.columns.end(), i) != rows.columns.end();
        const bool last = shown && rows.columns.size() == 1;  // a table has a column
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Checkbox(columns[i].title.c_str(), &shown) && !last)
            queue.send(Verb::table_columns, with_or_without(rows, i));
        ImGui::PopID();
    }
    ImGui::Separator();
    if (ImGui::Button(base::tr("As at first"))) queue.send(Verb::table_columns);
    ImGui::EndPopup();
}

float button_width(const char* label) {
    return ImGui::CalcTextSize(label).x + ImGui::GetStyle().FramePadding.x * 2;
}

std::uint64_t folded_in(const session::Session& session) {
    std::uint64_t folded = 0;
    for (const auto& node : session.picture()->graph->nodes) folded += node.hidden;
    return folded;
}

}  // namespace

void table_bar(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
               float width) {
    const auto& rows = *session.rows();
    const auto& table = *rows.table;
    const float edge = context.px(step * 3);
    const float between = context.px(step * 2);
    const auto corner = ImGui::GetCursorScreenPos();
    auto& list = *ImGui::GetWindowDrawList();
    // Two lines: what it is, and what can be done with it.
    const float top = corner.y + context.px(step * 2);
    const auto& strong = table.title.empty() ? table.subtitle : table.title;
    const auto size = data_text_at(context, list, {corner.x + edge, top}, strong, table.lang,
                                   {text_normal, true, false, context.palette.ink, 1}, width * 0.6F);
    float x = corner.x + edge + size.x + context.px(step * 3);
    const auto quiet = table.title.empty() ? table.note : table.subtitle + "  ·  " + table.note;
    data_text_at(context, list, {x, top + context.px(1.5F)}, quiet, table.lang,
                 {text_small, false, false, context.palette.quiet_ink, 1},
                 std::max(corner.x + width - edge - x, context.px(20)));

    const char* columns = base::tr("Columns");
    const char* copy = base::tr("Copy");
    const char* file = base::tr("Export…");
    const char* open = base::tr("Unfold all");
    const bool foldable = !session.on_timeline() && folded_in(session) > 0;
    float buttons = button_width(columns) + button_width(copy) + button_width(file) + 2 * between;
    if (foldable) buttons += button_width(open) + between;
    const auto count = session.sorting() ? std::string(base::tr("Sorting…"))
                                         : fmt::format("{} / {}", base::number(rows.rows.size()),
                                                       base::number(table.row_count()));
    const float count_width = ImGui::CalcTextSize(count.c_str()).x;
    const float field =
        std::clamp(width - 2 * edge - buttons - count_width - 3 * between, context.px(60), context.px(280));
    const float line = context.px(34);
    ImGui::SetCursorScreenPos({corner.x + edge, corner.y + line});
    match_field(hand.table, session, queue, field);
    ImGui::SameLine(0, between);
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", count.c_str());
    x = corner.x + width - edge - buttons;
    const auto button = [&](const char* label) {
        ImGui::SetCursorScreenPos({x, corner.y + line});
        x += button_width(label) + between;
        return ImGui::Button(label);
    };
    if (foldable && button(open)) queue.send(Verb::fold_to, {"64"});
    if (button(columns)) ImGui::OpenPopup("columns");
    if (button(copy)) {
        hand.way.area = Area::canvas;
        queue.send(Verb::copy, {"all"});
    }
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", base::tr("All rows, for a spreadsheet"));
    if (button(file)) hand.ask_export = true;
    columns_menu(session, queue);
    ImGui::SetCursorScreenPos({corner.x, corner.y + line + ImGui::GetFrameHeight() + context.px(step * 2)});
}

}  // namespace shezhire::ui
