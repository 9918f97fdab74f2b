// The lines between panes, which can be dragged, and the tabs on them, which fold a pane and bring it back:
// no pane is ever lost.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

enum class Side : std::uint8_t { left, right, bottom };

const char* name_of(Side side) {
    return side == Side::left ? "left" : side == Side::right ? "right" : "bottom";
}

struct Edge {
    const char* pane;
    Side side;
    double at;        ///< px: x of an upright edge, y of a lying one
    double from, to;  ///< px: where it begins and ends
    double far;       ///< px: the pane's other side
    bool open;
};

void arrow(const Context& context, ImDrawList& list, ImVec2 c, Side side, bool open, ImU32 colour) {
    const float r = context.px(4);
    const float s = (side == Side::left) == open ? -1.0F : 1.0F;
    if (side == Side::bottom) {
        const float t = open ? 1.0F : -1.0F;
        list.AddTriangleFilled({c.x - r, c.y - t * r * 0.5F}, {c.x + r, c.y - t * r * 0.5F},
                               {c.x, c.y + t * r * 0.7F}, colour);
    } else {
        list.AddTriangleFilled({c.x - s * r * 0.5F, c.y - r}, {c.x + s * r * 0.7F, c.y},
                               {c.x - s * r * 0.5F, c.y + r}, colour);
    }
}

// The tab in the middle of an edge, on the canvas' side.
base::Rect tab_of(const Context& context, const Edge& edge) {
    const double half = static_cast<double>(context.px(22));
    const double thick = static_cast<double>(context.px(12));
    const double middle = (edge.from + edge.to) / 2;
    switch (edge.side) {
        case Side::left:
            return {edge.at, middle - half, edge.at + thick, middle + half};
        case Side::right:
            return {edge.at - thick, middle - half, edge.at, middle + half};
        case Side::bottom:
            break;
    }
    return {middle - half, edge.at - thick, middle + half, edge.at};
}

void tab(const Context& context, session::CommandQueue& queue, const Edge& edge) {
    const auto area = tab_of(context, edge);
    begin_overlay(fmt::format("tab-{}", name_of(edge.side)).c_str(), area);
    ImGui::SetCursorPos({0, 0});
    const ImVec2 size(static_cast<float>(area.width()), static_cast<float>(area.height()));
    const bool pressed = ImGui::InvisibleButton("tab", size);
    const bool hot = ImGui::IsItemHovered();
    const ImVec2 a(static_cast<float>(area.left), static_cast<float>(area.top));
    const ImVec2 b(static_cast<float>(area.right), static_cast<float>(area.bottom));
    auto& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(a, b);
    const ImDrawFlags corners = edge.side == Side::left    ? ImDrawFlags_RoundCornersRight
                                : edge.side == Side::right ? ImDrawFlags_RoundCornersLeft
                                                           : ImDrawFlags_RoundCornersTop;
    list.AddRectFilled(a, b, packed(hot ? context.palette.hover : context.palette.panel), context.px(5),
                       corners);
    list.AddRect(a, b, packed(context.palette.line), context.px(5), corners);
    arrow(context, list, {(a.x + b.x) / 2, (a.y + b.y) / 2}, edge.side, edge.open,
          packed(hot ? context.palette.accent : context.palette.quiet_ink));
    list.PopClipRect();
    if (hot) ImGui::SetTooltip("%s", edge.open ? base::tr("Fold this pane") : base::tr("Show this pane"));
    if (pressed) queue.send(Verb::pane, {edge.pane, edge.open ? "off" : "on"});
    end_pane();
}

void drag(const Context& context, session::CommandQueue& queue, const Edge& edge) {
    const double reach = static_cast<double>(context.px(4));
    const base::Rect area = edge.side == Side::bottom
                                ? base::Rect{edge.from, edge.at - reach, edge.to, edge.at + reach}
                                : base::Rect{edge.at - reach, edge.from, edge.at + reach, edge.to};
    begin_overlay(fmt::format("edge-{}", name_of(edge.side)).c_str(), area);
    ImGui::SetCursorPos({0, 0});
    ImGui::InvisibleButton("edge", {static_cast<float>(area.width()), static_cast<float>(area.height())});
    const bool held = ImGui::IsItemActive();
    if (held || ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(edge.side == Side::bottom ? ImGuiMouseCursor_ResizeNS
                                                        : ImGuiMouseCursor_ResizeEW);
        const auto line = edge.side == Side::bottom
                              ? base::Rect{edge.from, edge.at - 1, edge.to, edge.at + 1}
                              : base::Rect{edge.at - 1, edge.from, edge.at + 1, edge.to};
        ImGui::GetWindowDrawList()->AddRectFilled(
            {static_cast<float>(line.left), static_cast<float>(line.top)},
            {static_cast<float>(line.right), static_cast<float>(line.bottom)},
            packed(context.palette.accent));
    }
    const auto& io = ImGui::GetIO();
    if (held && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
        const auto mouse = static_cast<double>(edge.side == Side::bottom ? io.MousePos.y : io.MousePos.x);
        const double units = std::abs(mouse - edge.far) / static_cast<double>(context.scale);
        queue.send(Verb::pane_size, {edge.pane, fmt::format("{:.0f}", units)});
    }
    end_pane();
}

}  // namespace

void splitters(Context& context, const session::Session& session, session::CommandQueue& queue,
               const Panes& panes) {
    const auto& look = session.presentation();
    const auto& canvas = panes.canvas;
    if (canvas.height() < static_cast<double>(context.px(80))) return;
    const auto edge = [&](const Edge& e) {
        if (e.open) drag(context, queue, e);
        tab(context, queue, e);
    };
    const bool outline = panes.left.width() > 0;
    if (outline || !look.outline_pane)
        edge({"outline", Side::left, panes.left.right, canvas.top, canvas.bottom, panes.left.left, outline});
    const bool details = panes.right.width() > 0;
    if (details || (!look.details_pane && !session.selection().empty()))
        edge({"details", Side::right, panes.right.left, canvas.top, canvas.bottom, panes.right.right,
              details});
    const bool faults = panes.diagnostics.height() > 0;
    if (faults || (!look.diagnostics_pane && !session.loaded().diagnostics.empty()))
        edge({"diagnostics", Side::bottom, canvas.bottom, canvas.left, canvas.right, panes.diagnostics.bottom,
              faults});
}

}  // namespace shezhire::ui
