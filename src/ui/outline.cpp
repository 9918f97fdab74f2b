// The outline: search on top; below it what is shown, as a tree of rows that costs the same for ten rows and
// a million.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/numbers.h"
#include "base/utf8.h"
#include "base/words.h"
#include "session/outline.h"
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

void node_row(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
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
    if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) {
        queue.send(session::Verb::select, {node.key});
        open_box_menu(hand, node.key);
    }
    if (!visible) return;
    auto& list = *ImGui::GetWindowDrawList();
    if (node.foldable) arrow(context, {arrow_x, middle}, node.folded);
    float x = arrow_x + context.px(12);
    const float right = corner.x + ImGui::GetContentRegionAvail().x - context.px(6);
    const float top = middle - context.px(text_normal) * 0.66F;
    float end = right;
    if (node.hidden > 0 && node.presence != edtf::Presence::no) {
        const auto count = "+" + base::number(node.hidden);
        const TextLook look{text_small, false, false, context.palette.quiet_ink, 1};
        const float width = data_text_size(context, count, "", look, context.px(200)).x + context.px(2);
        data_text_at(context, list, {right - width, top + context.px(1)}, count, "", look, width);
        end = right - width - context.px(6);
    }
    if (!node.notation.empty() && node.notation.size() <= 4) {
        const auto colour = node.presence == edtf::Presence::no
                                ? base::mixed(context.palette.panel, context.palette.quiet_ink, 0.6)
                                : context.palette.accent;
        const auto size = data_text_at(context, list, {x, top}, node.notation, "",
                                       {text_small, true, false, colour, 1}, context.px(40));
        x += std::max(size.x + context.px(6), context.px(22));
    }
    // Who is not there at the date keeps the row, so that rows stay in place as boxes do.
    const bool absent = node.presence == edtf::Presence::no;
    const TextLook look{
        text_normal, node.depth == 0, node.presence == edtf::Presence::maybe,
        absent ? base::mixed(context.palette.panel, context.palette.quiet_ink, 0.6) : context.palette.ink, 1};
    data_text_at(context, list, {x, top}, node.label, node.lang, look, std::max(end - x, 8.0F));
}

void sort_again(Wayfinding& way, const session::Session& session) {
    const auto by = session.presentation().outline_order;
    if (way.sorted_of == session.picture() && way.sorted_by == by) return;
    way.sorted_of = session.picture();
    way.sorted_by = by;
    way.sorted = outline_order(*session.picture(), by);
}

// Letters go to the next row that begins with them, from the selection on.
void type_to_jump(Wayfinding& way, const std::vector<graph::Node>& nodes, std::size_t at,
                  session::CommandQueue& queue) {
    constexpr double patience = 1;  // seconds between letters of one word
    const auto& letters = ImGui::GetIO().InputQueueCharacters;
    if (letters.empty()) return;
    const double now = ImGui::GetTime();
    const bool begins = now - way.jump_at > patience;
    if (begins) way.jump.clear();
    way.jump_at = now;
    for (const auto letter : letters) {
        if (letter > ' ') base::append_utf8(way.jump, letter);
    }
    const auto wanted = model::search_key(way.jump);
    if (wanted.empty()) return;
    for (std::size_t step_count = begins ? 1 : 0; step_count <= nodes.size(); ++step_count) {
        const auto& node = nodes[way.sorted[(at + step_count) % nodes.size()]];
        if (!model::search_key(node.label).starts_with(wanted) &&
            !model::search_key(node.notation).starts_with(wanted))
            continue;
        queue.send(session::Verb::visit, {node.key});
        return;
    }
}

// The outline leads the selection while it has the keyboard.
void tree_keys(Wayfinding& way, const session::Session& session, session::CommandQueue& queue, std::size_t at,
               float page) {
    const auto& nodes = session.graph().nodes;
    const auto& io = ImGui::GetIO();
    if (way.area != Area::outline || io.WantTextInput || io.KeyCtrl || io.KeyAlt || nodes.empty()) return;
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
    const auto key = [](ImGuiKey which) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(which)); };
    const bool none = at >= nodes.size();
    const auto go = [&](std::size_t row) {
        queue.send(session::Verb::visit, {nodes[way.sorted[std::min(row, nodes.size() - 1)]].key});
    };
    const auto pages = static_cast<std::size_t>(std::max(page, 1.0F));
    if (key(ImGuiKey_DownArrow)) return go(none ? 0 : at + 1);
    if (key(ImGuiKey_UpArrow)) return go(none || at == 0 ? 0 : at - 1);
    if (key(ImGuiKey_PageDown)) return go(none ? 0 : at + pages);
    if (key(ImGuiKey_PageUp)) return go(none || at < pages ? 0 : at - pages);
    if (key(ImGuiKey_Home)) return go(0);
    if (key(ImGuiKey_End)) return go(nodes.size() - 1);
    if (none) return type_to_jump(way, nodes, nodes.size() - 1, queue);
    const auto& node = nodes[way.sorted[at]];
    if (key(ImGuiKey_Space)) return queue.send(session::Verb::toggle_fold, {node.key});
    if (key(ImGuiKey_Enter)) return queue.send(session::Verb::details, {node.key});
    if (key(ImGuiKey_RightArrow)) {
        if (node.folded) return queue.send(session::Verb::unfold, {node.key});
        return node.foldable ? go(at + 1) : void();
    }
    if (key(ImGuiKey_LeftArrow)) {
        if (node.foldable && !node.folded) return queue.send(session::Verb::fold, {node.key});
        const auto way_up = ancestors(session, node.key);
        if (way_up.size() > 1) queue.send(session::Verb::visit, {way_up[way_up.size() - 2]->key});
        return;
    }
    type_to_jump(way, nodes, at, queue);
}

void tree(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    if (!session.picture()) return;
    auto& way = hand.way;
    sort_again(way, session);
    const auto& nodes = session.graph().nodes;
    const auto chosen = session.picture()->node_of.find(session.selection());
    const auto at =
        chosen == session.picture()->node_of.end()
            ? nodes.size()
            : static_cast<std::size_t>(std::find(way.sorted.begin(), way.sorted.end(), chosen->second) -
                                       way.sorted.begin());
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(nodes.size()), row_height(context));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            ImGui::PushID(i);
            node_row(context, hand, session, queue, nodes[way.sorted[static_cast<std::size_t>(i)]]);
            ImGui::PopID();
        }
    }
    tree_keys(way, session, queue, at, ImGui::GetWindowHeight() / row_height(context) - 1);
    if (hand.outline_seen != session.selection() && at < nodes.size()) {
        hand.outline_seen = session.selection();
        const float y = row_height(context) * static_cast<float>(at);
        const float from = ImGui::GetScrollY();
        const float height = ImGui::GetWindowHeight();
        if (y < from || y > from + height - 2 * row_height(context))
            ImGui::SetScrollY(std::max(0.0F, y - height / 3));
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
        go_to_hit(
            session, queue,
            static_cast<std::size_t>(std::clamp(hand.search_row, 0, static_cast<int>(found.size()) - 1)));
        hand.focus_search = true;  // Enter again takes what was offered, F3 goes on
    }
}

// "Outline | Filters", and how the outline is sorted.
void heads(Context& context, const session::Session& session, session::CommandQueue& queue) {
    const auto& look = session.presentation();
    const auto tab = [&](const char* id, const std::string& label, bool chosen) {
        const auto size = ImGui::CalcTextSize(label.c_str());
        const auto corner = ImGui::GetCursorScreenPos();
        const float height = context.px(26);
        const bool pressed = ImGui::InvisibleButton(id, {size.x + context.px(step * 2), height});
        auto& list = *ImGui::GetWindowDrawList();
        const bool hovered = ImGui::IsItemHovered();
        list.AddText({corner.x + context.px(step), corner.y + (height - size.y) / 2},
                     packed(chosen || hovered ? context.palette.ink : context.palette.quiet_ink),
                     label.c_str());
        if (chosen) {
            list.AddRectFilled({corner.x + context.px(step), corner.y + height - context.px(2)},
                               {corner.x + context.px(step) + size.x, corner.y + height},
                               packed(context.palette.accent));
        }
        return pressed;
    };
    if (tab("outline", base::tr("Outline"), !look.filters_pane))
        queue.send(session::Verb::pane, {"filters", "off"});
    ImGui::SameLine(0, context.px(step));
    const bool filtering = !(session.view().filter == graph::Filter{});
    if (tab("filters", std::string(base::tr("Filters")) + (filtering ? " •" : ""), look.filters_pane))
        queue.send(session::Verb::pane, {"filters", "on"});
    if (look.filters_pane) return;
    using session::OutlineOrder;
    struct Named {
        OutlineOrder order;
        const char* name;
        const char* label;
    };
    const std::array orders{Named{OutlineOrder::order, "order", base::tr("as arranged")},
                            Named{OutlineOrder::name, "name", base::tr("by name")},
                            Named{OutlineOrder::founding, "founding", base::tr("by founding")}};
    const auto now = std::find_if(orders.begin(), orders.end(),
                                  [&](const Named& n) { return n.order == look.outline_order; });
    const float width = ImGui::CalcTextSize(now->label).x + context.px(step * 2);
    // On the same line where there is room for it, which in a narrow pane not every language leaves.
    const float at = ImGui::GetWindowWidth() - width - context.px(step * 3);
    if (at >= ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x) ImGui::SameLine(at);
    if (tab("sort", now->label, false)) {
        const auto following = now + 1 == orders.end() ? orders.begin() : now + 1;
        queue.send(session::Verb::outline_order, {following->name});
    }
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", base::tr("Sort the outline"));
}

}  // namespace

void outline_pane(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                  const base::Rect& area) {
    begin_pane("outline", area);
    search_field(hand, session, queue);
    if (session.search_text().empty()) heads(context, session, queue);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("rows", {0, 0}, false, ImGuiWindowFlags_NoNavInputs);
    if (!session.search_text().empty()) {
        search_rows(context, hand, session, queue);
    } else if (session.presentation().filters_pane) {
        filters(context, hand, session, queue);
    } else {
        tree(context, hand, session, queue);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    edge_line(context, {area.right - 1, area.top}, {area.right, area.bottom});
    end_pane();
}

}  // namespace shezhire::ui
