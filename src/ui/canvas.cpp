#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/numbers.h"
#include "base/words.h"
#include "paint/painter.h"
#include "ui/draw_list_painter.h"
#include "ui/marks.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

constexpr double hover_seconds = 0.25;

ImVec2 at(base::Point p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

// Looked up while nothing moves; while shapes move, there are few enough to be gone through.
const scene::Element* node_element(const session::Session& session, const std::string& key) {
    if (key.empty()) return nullptr;
    const auto& scene = session.shown();
    if (session.hits() != nullptr) return session.picture()->element(key);
    const auto found =
        std::find_if(scene.elements.begin(), scene.elements.end(),
                     [&](const scene::Element& e) { return e.role == scene::Role::node && e.key == key; });
    return found == scene.elements.end() ? nullptr : &*found;
}

void outline_box(const Context& context, ImDrawList& list, const base::Rect& box, float width, float gap) {
    const auto grown = box.grown(static_cast<double>(context.px(gap)));
    list.AddRect(at({grown.left, grown.top}), at({grown.right, grown.bottom}), packed(context.palette.accent),
                 context.px(6), 0, context.px(width));
}

// What a reload changed lights up and fades.
void flash(const Context& context, ImDrawList& list, const session::Session& session, base::Point origin) {
    const auto strength = static_cast<std::uint8_t>(255 * session.flash_share());
    const auto colour = packed(context.palette.accent.with_alpha(strength));
    for (const auto& element : session.shown().elements) {
        if (element.role != scene::Role::node || !session.flashed().contains(element.key)) continue;
        const auto box =
            on_screen(session.viewport(), element.box, origin).grown(static_cast<double>(context.px(4)));
        list.AddRect(at({box.left, box.top}), at({box.right, box.bottom}), colour, context.px(8), 0,
                     context.px(4));
    }
}

// What the last step changed: a sign on the box's upper left corner until the next one.
void turn_marks(const Context& context, ImDrawList& list, const session::Session& session,
                base::Point origin) {
    for (const auto& [key, turn] : session.turned()) {
        const auto* element = node_element(session, key);
        if (element == nullptr || !(element->opacity > 0)) continue;
        const auto box = on_screen(session.viewport(), element->box, origin);
        if (turn != session::Turn::gone) {
            const auto grown = box.grown(static_cast<double>(context.px(1.5F)));
            list.AddRect(at({grown.left, grown.top}), at({grown.right, grown.bottom}),
                         packed(turn_colour(turn)), context.px(5), 0, context.px(2));
        }
        turn_mark(context, list, at({box.left, box.top}), context.px(6.5F), turn);
    }
}

// The round handle under a hovered body that can be folded or unfolded.
void fold_handle(const Context& context, ImDrawList& list, base::Point centre, bool folded) {
    const float r = context.px(9);
    const auto c = at(centre);
    list.AddCircleFilled(c, r, packed(context.palette.raised), 24);
    list.AddCircle(c, r, packed(context.palette.accent), 24, context.px(1.5F));
    const float arm = context.px(4);
    list.AddLine({c.x - arm, c.y}, {c.x + arm, c.y}, packed(context.palette.accent), context.px(1.5F));
    if (folded)
        list.AddLine({c.x, c.y - arm}, {c.x, c.y + arm}, packed(context.palette.accent), context.px(1.5F));
}

void hover_card(const Context& context, const session::Session& session, const std::string& key) {
    const auto* body = session.model()->organization(key);
    const auto* node = session.node(key);
    if (body == nullptr || node == nullptr) return;
    const float width = context.px(300);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(12), context.px(10)));
    ImGui::BeginTooltip();
    data_text(context, node->label, node->lang, {text_normal, true, false, context.palette.ink, 4}, width);
    const auto line = about_line(session, *body);
    data_text(context, line, session.presentation().language,
              {text_small, false, false, context.palette.quiet_ink, 2}, width);
    if (node->presence == edtf::Presence::no) {
        data_text(context, base::tr("Not there at this date"), "",
                  {text_small, false, false, context.palette.warning, 2}, width);
    }
    if (node->presence == edtf::Presence::maybe) {
        data_text(context, base::tr("Uncertain at this date"), "",
                  {text_small, false, false, context.palette.warning, 2}, width);
    }
    if (node->disputed) {
        data_text(context, base::tr("Sources disagree"), "",
                  {text_small, false, false, context.palette.warning, 2}, width);
    }
    if (node->hidden > 0) {
        const auto text =
            fmt::format(fmt::runtime(base::tr("{} hidden below", "{} hidden below", node->hidden)),
                        base::number(node->hidden));
        data_text(context, text, "", {text_small, false, false, context.palette.quiet_ink, 2}, width);
    }
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

void pointer(Hand& hand, const session::Session& session, session::CommandQueue& queue, base::Point origin,
             bool active, const std::string& under, bool on_badge) {
    const auto& io = ImGui::GetIO();
    const base::Point mouse{io.MousePos.x - origin.x, io.MousePos.y - origin.y};
    if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        const double factor = std::pow(1.18, static_cast<double>(io.MouseWheel));
        queue.send(session::Verb::zoom,
                   {fmt::format("{}", factor), fmt::format("{}", mouse.x), fmt::format("{}", mouse.y)});
    }
    const bool dragging = active && (ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4) ||
                                     ImGui::IsMouseDragging(ImGuiMouseButton_Middle, 4));
    if (dragging && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
        hand.panning = true;
        queue.send(session::Verb::pan,
                   {fmt::format("{}", io.MouseDelta.x), fmt::format("{}", io.MouseDelta.y)});
    }
    if (ImGui::IsItemDeactivated()) {
        const bool clicked = !hand.panning;
        hand.panning = false;
        if (!clicked || !ImGui::IsItemHovered()) return;
        const bool second = io.MouseClickedLastCount[0] == 2;
        const auto body = second ? hand.clicked : under;
        hand.clicked = second || on_badge ? std::string() : under;
        if (second ? !body.empty() : on_badge) {
            queue.send(session::Verb::toggle_fold, {body});
        } else if (!second && body.empty()) {
            queue.send(session::Verb::select);
        } else if (!second) {
            queue.send(session::Verb::select, {body});
        }
    }
    static_cast<void>(session);
}

}  // namespace

base::Rect on_screen(const scene::Viewport& port, const base::Rect& box, base::Point origin) {
    const auto a = port.screen_from_scene({box.left, box.top}) + origin;
    const auto b = port.screen_from_scene({box.right, box.bottom}) + origin;
    return {a.x, a.y, b.x, b.y};
}

void canvas(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
            const base::Rect& area, double now) {
    if (session.on_timeline()) return timeline_canvas(context, hand, session, queue, area, now);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    begin_pane("canvas", area, ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleVar();
    const base::Point origin = area.top_left();
    ImGui::InvisibleButton("picture", {static_cast<float>(area.width()), static_cast<float>(area.height())},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
    const bool hovered = ImGui::IsItemHovered();
    const bool active = ImGui::IsItemActive();

    const auto& scene = session.shown();
    const auto& port = session.viewport();
    auto& list = *ImGui::GetWindowDrawList();
    if (!session.picture() || session.picture()->graph->nodes.empty()) {
        pointer(hand, session, queue, origin, active, {}, false);
        end_pane();
        empty_state(context, session, queue, area);
        return;
    }
    {
        DrawListPainter painter(list, context.atlas, context.atlas_texture, origin, session.moving());
        const auto stats = paint::play(scene, port, painter, session.hits(), paint::Lines::thinned);
        hand.tested = stats.tested;
        hand.drawn = stats.drawn;
    }

    std::string under;
    bool on_badge = false;
    if (const auto* hits = session.hits(); hits != nullptr && (hovered || active)) {
        const auto mouse = ImGui::GetIO().MousePos;
        const base::Point p = port.scene_from_screen(base::Point{mouse.x, mouse.y} - origin);
        const auto found = hits->at(scene, p, 3 / port.scale, &hand.hover_tested);
        if (found >= 0) {
            const auto& element = scene.elements[static_cast<std::size_t>(found)];
            if (element.role == scene::Role::node || element.role == scene::Role::badge)
                under = element.owner.empty() ? element.key : element.owner;
            on_badge = element.role == scene::Role::badge;
        }
    }
    if (session.flash_share() > 0) flash(context, list, session, origin);
    if (!session.turned().empty()) turn_marks(context, list, session, origin);
    if (const auto* chosen = node_element(session, session.selection()))
        outline_box(context, list, on_screen(port, chosen->box, origin), 2.5F, 3);

    // The handle hangs on the edge of the body it belongs to, so it still counts as hovered there.
    const auto* hover_element = node_element(session, under.empty() ? hand.hovered : under);
    const auto* hover_node = hover_element != nullptr ? session.node(hover_element->key) : nullptr;
    bool on_handle = false;
    if (hover_element != nullptr && hover_node != nullptr && !session.moving() && hovered) {
        const auto box = on_screen(port, hover_element->box, origin);
        const base::Point handle{(box.left + box.right) / 2, box.bottom};
        const auto mouse = ImGui::GetIO().MousePos;
        const double reach =
            std::hypot(static_cast<double>(mouse.x) - handle.x, static_cast<double>(mouse.y) - handle.y);
        on_handle = hover_node->foldable && reach <= static_cast<double>(context.px(12));
        if (under.empty() && on_handle) under = hover_element->key;
        if (!under.empty()) {
            if (under != session.selection()) outline_box(context, list, box, 1.2F, 2);
            if (hover_node->foldable && !hover_node->folded)
                fold_handle(context, list, handle, hover_node->folded);
        }
        on_badge = on_badge || (on_handle && !hover_node->folded);
    }
    if (under != hand.hovered) {
        hand.hovered = under;
        hand.hovered_since = now;
    }
    if (!under.empty()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    pointer(hand, session, queue, origin, active, under, on_badge);
    if (hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right)) {
        if (!under.empty()) queue.send(session::Verb::select, {under});
        open_box_menu(hand, under);
    }
    if (hovered && !active && !under.empty() && !session.moving() && now - hand.hovered_since > hover_seconds)
        hover_card(context, session, under);
    end_pane();
}

}  // namespace shezhire::ui
