// The whole picture, small, in a corner of the canvas while only a part of it is seen: a frame that is
// dragged.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

constexpr float largest_width = 200;  // design units
constexpr float largest_height = 140;
constexpr int cell_px = 2;

base::Colour colour_of(const scene::Element& element) {
    for (const auto& path : element.paths) {
        if (path.fill.alpha > 0)
            return path.stroke.width > 0 ? base::mixed(path.fill, path.stroke.colour, 0.5) : path.fill;
    }
    return base::rgb(0x888888);
}

// What lies where, on a raster of two pixels, as runs along its rows: as many rectangles for a million bodies
// as for a thousand.
void remake(LittleMap& map, const session::Session& session, base::Size size_px) {
    map.of = session.picture();
    map.when = session.graph().when;
    map.size_px = size_px;
    map.runs.clear();
    const auto& scene = session.hits() != nullptr ? session.shown() : map.of->scene;
    const int columns = std::max(static_cast<int>(size_px.width) / cell_px, 1);
    const int rows = std::max(static_cast<int>(size_px.height) / cell_px, 1);
    std::vector<std::int64_t> cells(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), -1);
    const double x_scale = columns / std::max(scene.size.width, 1.0);
    const double y_scale = rows / std::max(scene.size.height, 1.0);
    for (std::size_t i = 0; i < scene.elements.size(); ++i) {
        const auto& element = scene.elements[i];
        if (element.role != scene::Role::node || !(element.opacity > 0)) continue;
        const int left = std::clamp(static_cast<int>(element.box.left * x_scale), 0, columns - 1);
        const int right =
            std::clamp(static_cast<int>(std::ceil(element.box.right * x_scale)) - 1, left, columns - 1);
        const int top = std::clamp(static_cast<int>(element.box.top * y_scale), 0, rows - 1);
        const int bottom =
            std::clamp(static_cast<int>(std::ceil(element.box.bottom * y_scale)) - 1, top, rows - 1);
        for (int row = top; row <= bottom; ++row) {
            for (int column = left; column <= right; ++column)
                cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)] = static_cast<std::int64_t>(i);
        }
    }
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns;) {
            const auto* line = &cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)];
            const auto what = line[column];
            const int from = column;
            while (column < columns && line[column] == what) ++column;
            if (what < 0) continue;
            map.runs.push_back(
                {{static_cast<double>(from * cell_px), static_cast<double>(row * cell_px),
                  static_cast<double>(column * cell_px), static_cast<double>((row + 1) * cell_px)},
                 colour_of(scene.elements[static_cast<std::size_t>(what)])});
        }
    }
}

}  // namespace

void minimap(const Context& context, Hand& hand, const session::Session& session,
             session::CommandQueue& queue, const base::Rect& canvas) {
    const auto& picture = session.picture();
    if (session.on_timeline() || !session.article().source.empty() || !session.presentation().minimap ||
        !picture || picture->graph->nodes.size() < 2)
        return;
    const auto& whole = picture->scene.size;
    const auto seen = session.viewport().visible();
    const bool all_seen =
        seen.left <= 0 && seen.top <= 0 && seen.right >= whole.width && seen.bottom >= whole.height;
    const bool roomy = canvas.width() > 3 * static_cast<double>(context.px(largest_width)) &&
                       canvas.height() > 2.4 * static_cast<double>(context.px(largest_height));
    if ((all_seen && !hand.way.map_dragged) || !roomy || whole.width <= 0 || whole.height <= 0) return;
    const double fit = std::min(static_cast<double>(context.px(largest_width)) / whole.width,
                                static_cast<double>(context.px(largest_height)) / whole.height);
    const base::Size size{std::max(std::floor(whole.width * fit), 24.0),
                          std::max(std::floor(whole.height * fit), 16.0)};
    // At another date when shapes are at rest: a drag does not make it anew in every frame.
    const bool other_date =
        session.hits() != nullptr && !hand.sliding && !(hand.way.map.when == session.graph().when);
    if (hand.way.map.of != picture || !(hand.way.map.size_px == size) || other_date)
        remake(hand.way.map, session, size);

    const double margin = static_cast<double>(context.px(step * 3));
    const double frame = static_cast<double>(context.px(step));
    const auto box_at = [&](bool left) {
        const double width = size.width + 2 * frame;
        const double x = left ? canvas.left + margin : canvas.right - margin - width;
        const double bottom = canvas.bottom - margin;
        return base::Rect{x, bottom - size.height - 2 * frame, x + width, bottom};
    };
    // In the other corner while it would hide what is selected; not out of the hand that drags it.
    if (!hand.way.map_dragged) {
        const auto* selected = picture->element(session.selection());
        const auto hides = [&](bool left) {
            return selected != nullptr &&
                   box_at(left).overlaps(on_screen(session.viewport(), selected->box, canvas.top_left()));
        };
        hand.way.map_left = hides(false) && !hides(true);
    }
    const base::Rect box = box_at(hand.way.map_left);
    const base::Point corner{box.left + frame, box.top + frame};
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    // Over the canvas, which never comes to the front; and the hand that drags the picture keeps it.
    ImGui::SetNextWindowPos({static_cast<float>(box.left), static_cast<float>(box.top)});
    ImGui::SetNextWindowSize({static_cast<float>(box.width()), static_cast<float>(box.height())});
    ImGui::Begin("minimap", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoNavInputs);
    ImGui::PopStyleVar();
    ImGui::InvisibleButton("map", {static_cast<float>(box.width()), static_cast<float>(box.height())});
    auto& list = *ImGui::GetWindowDrawList();
    const auto at = [](double x, double y) { return ImVec2(static_cast<float>(x), static_cast<float>(y)); };
    list.AddRectFilled(at(box.left, box.top), at(box.right, box.bottom),
                       packed(context.palette.raised.with_alpha(235)), context.px(5));
    list.AddRect(at(box.left + 0.5, box.top + 0.5), at(box.right - 0.5, box.bottom - 0.5),
                 packed(context.palette.line), context.px(5));
    list.PrimReserve(static_cast<int>(hand.way.map.runs.size()) * 6,
                     static_cast<int>(hand.way.map.runs.size()) * 4);
    for (const auto& run : hand.way.map.runs) {
        list.PrimRect(at(corner.x + run.box.left, corner.y + run.box.top),
                      at(corner.x + run.box.right, corner.y + run.box.bottom), packed(run.colour));
    }
    const double k = size.width / whole.width;
    const double left = std::clamp(corner.x + seen.left * k, box.left + 1, box.right - 5);
    const double top = std::clamp(corner.y + seen.top * k, box.top + 1, box.bottom - 5);
    const double right = std::clamp(corner.x + seen.right * k, left + 4, box.right - 1);
    const double bottom = std::clamp(corner.y + seen.bottom * k, top + 4, box.bottom - 1);
    list.AddRectFilled(at(left, top), at(right, bottom), packed(context.palette.accent.with_alpha(36)),
                       context.px(2));
    list.AddRect(at(left, top), at(right, bottom), packed(context.palette.accent), context.px(2), 0,
                 context.px(1.5F));

    // A press outside the frame brings its middle there; dragging moves it with the hand.
    const auto mouse = ImGui::GetIO().MousePos;
    const auto pan_to = [&](double dx, double dy) {
        const double scale = session.viewport().scale;
        queue.send(session::Verb::pan,
                   {fmt::format("{}", -dx / k * scale), fmt::format("{}", -dy / k * scale)});
    };
    if (ImGui::IsItemActivated()) {
        hand.way.map_dragged = true;
        const bool inside = mouse.x >= static_cast<float>(left) && mouse.x <= static_cast<float>(right) &&
                            mouse.y >= static_cast<float>(top) && mouse.y <= static_cast<float>(bottom);
        if (!inside)
            pan_to(static_cast<double>(mouse.x) - (left + right) / 2,
                   static_cast<double>(mouse.y) - (top + bottom) / 2);
    } else if (ImGui::IsItemActive()) {
        const auto delta = ImGui::GetIO().MouseDelta;
        if (delta.x != 0 || delta.y != 0) pan_to(static_cast<double>(delta.x), static_cast<double>(delta.y));
    } else {
        hand.way.map_dragged = false;
    }
    ImGui::End();
}

}  // namespace shezhire::ui
