// The outline: search on top; below it what is shown, as a tree of rows that costs the same for ten rows and
// a million.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

float row_height(const Context& context) {
    return context.px(26);
}

// One selectable row over the pane's whole width; true when it was clicked.
bool row(const Context& context, bool selected) {
    ImGui::PushStyleColor(ImGuiCol_Header, packed(context.palette.hover));
    const bool clicked = ImGui::Selectable("##row", selected, ImGuiSelectableFlags_AllowItemOverlap,
                                           {ImGui::GetContentRegionAvail().x, row_height(context)});
    ImGui::PopStyleColor();
    if (selected) {
        const auto from = ImGui::GetItemRectMin();
        const auto to = ImGui::GetItemRectMax();
        ImGui::GetWindowDrawList()->AddRectFilled(from, {from.x + context.px(3), to.y},
                                                  packed(context.palette.accent));
    }
    return clicked;
}

// The arrow before a body with units; drawn, not a letter, so that it is the same in every font.
void arrow(const Context& context, ImVec2 centre, bool folded) {
    const float r = context.px(4);
    auto& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = packed(context.palette.quiet_ink);
    if (folded) {
        list.AddTriangleFilled({centre.x - r * 0.6F, centre.y - r}, {centre.x + r * 0.8F, centre.y},
                               {centre.x - r * 0.6F, centre.y + r}, colour);
    } else {
        list.AddTriangleFilled({centre.x - r, centre.y - r * 0.6F}, {centre.x + r, centre.y - r * 0.6F},
                               {centre.x, centre.y + r * 0.8F}, colour);
    }
}

void node_row(Context& context, const session::Session& session, session::CommandQueue& queue,
              const graph::Node& node) {
    const bool selected = node.key == session.selection();
    const auto corner = ImGui::GetCursorScreenPos();
    const bool clicked = row(context, selected);
    const bool visible = ImGui::IsItemVisible();
    const float indent = context.px(14) * static_cast<float>(std::min(node.depth, 8));
    const float middle = corner.y + row_height(context) / 2;
    const float arrow_x = corner.x + context.px(12) + indent;
    if (clicked) {
        const bool on_arrow = node.foldable && ImGui::GetIO().MousePos.x < arrow_x + context.px(9);
        queue.send(on_arrow ? session::Verb::toggle_fold : session::Verb::select, {node.key});
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0))
        queue.send(session::Verb::zoom_to, {node.key});
    if (!visible) return;
    auto& list = *ImGui::GetWindowDrawList();
    if (node.foldable) arrow(context, {arrow_x, middle}, node.folded);
    float x = arrow_x + context.px(12);
    const float right = corner.x + ImGui::GetContentRegionAvail().x - context.px(6);
    const float top = middle - context.px(text_normal) * 0.66F;
    float end = right;
    if (node.hidden > 0) {
        const auto count = fmt::format("+{}", node.hidden);
        const float width = context.px(9) * static_cast<float>(count.size());
        data_text_at(context, list, {right - width, top + context.px(1)}, count, "",
                     {text_small, false, false, context.palette.quiet_ink, 1}, width);
        end = right - width - context.px(6);
    }
    if (!node.notation.empty() && node.notation.size() <= 4) {
        const auto size = data_text_at(context, list, {x, top}, node.notation, "",
                                       {text_small, true, false, context.palette.accent, 1}, context.px(40));
        x += std::max(size.x + context.px(6), context.px(22));
    }
    const TextLook look{text_normal, node.depth == 0, node.presence == edtf::Presence::maybe,
                        context.palette.ink, 1};
    data_text_at(context, list, {x, top}, node.label, node.lang, look, std::max(end - x, 8.0F));
}

void tree(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    if (!session.picture()) return;
    const auto& nodes = session.picture()->graph->nodes;
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const auto& n) { return n.key == session.selection(); });
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(nodes.size()), row_height(context));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            ImGui::PushID(i);
            node_row(context, session, queue, nodes[static_cast<std::size_t>(i)]);
            ImGui::PopID();
        }
    }
    if (hand.outline_seen != session.selection() && found != nodes.end()) {
        hand.outline_seen = session.selection();
        const float y = row_height(context) * static_cast<float>(found - nodes.begin());
        const float from = ImGui::GetScrollY();
        const float height = ImGui::GetWindowHeight();
        if (y < from || y > from + height - 2 * row_height(context))
            ImGui::SetScrollY(std::max(0.0F, y - height / 3));
    }
}

void hit_row(Context& context, const session::Session& session, const model::Hit& hit, bool marked) {
    const auto& body = session.model()->organizations()[hit.organization];
    const auto* shown = name_of(session, body);
    const bool matched_name = hit.name < body.names.size();
    const auto& name = matched_name ? body.names[hit.name] : *shown;
    auto& list = *ImGui::GetWindowDrawList();
    const auto corner = ImGui::GetItemRectMin();
    const float width = ImGui::GetItemRectMax().x - corner.x - context.px(18);
    const float x = corner.x + context.px(10);
    if (marked)
        list.AddRectFilled(corner, ImGui::GetItemRectMax(), packed(context.palette.hover), context.px(4));
    data_text_at(context, list, {x, corner.y + context.px(3)}, name.text, name.lang,
                 {text_normal, false, false, context.palette.ink, 1}, width);
    auto about = about_line(session, body);
    if (session.model()->presence(body, session.at()) == edtf::Presence::no)
        about += fmt::format("  ·  {}", base::tr("not at this date"));
    data_text_at(context, list, {x, corner.y + context.px(23)}, about, "",
                 {text_small, false, false, context.palette.quiet_ink, 1}, width);
}

void hits(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    const auto& found = session.search_hits();
    if (found.empty()) {
        quiet_text(context, base::tr("Nothing is called so."));
        return;
    }
    const float height = context.px(44);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(found.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto& hit = found[static_cast<std::size_t>(i)];
            ImGui::PushID(i);
            if (ImGui::Selectable("##hit", false, 0, {ImGui::GetContentRegionAvail().x, height})) {
                queue.send(session::Verb::select, {session.model()->organizations()[hit.organization].id});
                queue.send(session::Verb::zoom_to);
            }
            hit_row(context, session, hit, i == hand.search_row);
            ImGui::PopID();
        }
    }
}

void search_field(Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    if (hand.focus_search) {
        ImGui::SetKeyboardFocusHere();
        hand.focus_search = false;
    }
    // A search that came from elsewhere (--do, undo of a search) shows in the field; the hand goes before.
    if (!hand.searching && session.search_text() != hand.search) {
        std::snprintf(hand.search, sizeof hand.search, "%s", session.search_text().c_str());
    }
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    const bool enter = ImGui::InputTextWithHint(
        "##search", base::tr("Search a name, number, acronym"), hand.search, sizeof hand.search,
        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    hand.searching = ImGui::IsItemActive();
    if (hand.searching && std::string_view(hand.search) != session.search_text()) {
        queue.send(session::Verb::search, {hand.search});
        hand.search_row = 0;
    }
    const auto& found = session.search_hits();
    if (ImGui::IsItemActive()) {
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) ++hand.search_row;
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) --hand.search_row;
        hand.search_row = std::clamp(hand.search_row, 0, std::max(0, static_cast<int>(found.size()) - 1));
    }
    if (enter && !found.empty()) {
        const auto row_index =
            static_cast<std::size_t>(std::clamp(hand.search_row, 0, static_cast<int>(found.size()) - 1));
        queue.send(session::Verb::select,
                   {session.model()->organizations()[found[row_index].organization].id});
        queue.send(session::Verb::zoom_to);
    }
}

}  // namespace

void outline_pane(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                  const base::Rect& area) {
    begin_pane("outline", area);
    search_field(hand, session, queue);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("rows", {0, 0}, false, ImGuiWindowFlags_NoNavInputs);
    if (session.search_text().empty()) {
        tree(context, hand, session, queue);
    } else {
        hits(context, hand, session, queue);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    edge_line(context, {area.right - 1, area.top}, {area.right, area.bottom});
    end_pane();
}

}  // namespace shezhire::ui
