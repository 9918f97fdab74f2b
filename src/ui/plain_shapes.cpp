#include "ui/plain_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace shezhire::ui {
namespace {

constexpr double unseen = 1.25;  // px; a corner rounded by less looks like a corner

bool at_a_corner(const base::Rect& box, base::Point p, double reach) {
    return std::min(p.x - box.left, box.right - p.x) <= reach &&
           std::min(p.y - box.top, box.bottom - p.y) <= reach;
}

}  // namespace

bool rectangles_of(const scene::PathShape& shape, const paint::Placement& placement, base::Point offset,
                   std::vector<PixelRect>& rectangles) {
    rectangles.clear();
    if (shape.verbs.empty() || shape.verbs.back() != scene::Verb::close) return false;
    constexpr std::size_t most = 24;  // points; more is no rectangle and not worth a look
    const double reach = unseen / placement.scale;
    std::size_t verb = 0;
    std::size_t at = 0;
    while (verb < shape.verbs.size()) {
        if (shape.verbs[verb] != scene::Verb::move) return false;
        std::array<base::Point, most> ends;
        std::size_t count = 0;
        auto box = base::Rect::nothing();
        bool closed = false;
        do {
            at += shape.verbs[verb] == scene::Verb::cubic ? 2 : 0;  // controls lie nearer to the corner
            if (at >= shape.points.size() || count == most) return false;
            box = box.united(shape.points[at]);
            ends[count++] = shape.points[at++];
            ++verb;
            closed = verb < shape.verbs.size() && shape.verbs[verb] == scene::Verb::close;
        } while (!closed && verb < shape.verbs.size() && shape.verbs[verb] != scene::Verb::move);
        if (!closed || count < 4) return false;
        ++verb;
        for (std::size_t i = 0; i < count; ++i) {
            if (!at_a_corner(box, ends[i], reach)) return false;
        }
        const auto x = [&](double v) {
            return static_cast<float>(v * placement.scale + placement.offset.x + offset.x);
        };
        const auto y = [&](double v) {
            return static_cast<float>(v * placement.scale + placement.offset.y + offset.y);
        };
        rectangles.push_back({x(box.left), y(box.top), x(box.right), y(box.bottom)});
    }
    return !rectangles.empty();
}

void fill_rectangle(ImDrawList& list, const PixelRect& r, ImU32 colour) {
    list.PrimReserve(6, 4);
    list.PrimRect({r.left, r.top}, {r.right, r.bottom}, colour);
}

void outline_rectangle(ImDrawList& list, const PixelRect& r, float width, ImU32 colour) {
    const float half = width / 2;
    const PixelRect outer{r.left - half, r.top - half, r.right + half, r.bottom + half};
    const PixelRect inner{r.left + half, r.top + half, r.right - half, r.bottom - half};
    if (inner.left >= inner.right || inner.top >= inner.bottom) {
        fill_rectangle(list, outer, colour);
        return;
    }
    list.PrimReserve(24, 16);
    list.PrimRect({outer.left, outer.top}, {outer.right, inner.top}, colour);
    list.PrimRect({outer.left, inner.bottom}, {outer.right, outer.bottom}, colour);
    list.PrimRect({outer.left, inner.top}, {inner.left, inner.bottom}, colour);
    list.PrimRect({inner.right, inner.top}, {outer.right, inner.bottom}, colour);
}

void hairline(ImDrawList& list, const ImVec2* points, std::size_t count, bool closed, ImU32 colour) {
    if (count < 2) return;
    const std::size_t pieces = closed ? count : count - 1;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    // Neighbouring pieces share their corners: nobody sees at this width that they are not mitred.
    list.PrimReserve(static_cast<int>(pieces * 6), static_cast<int>(count * 2));
    const auto first = list._VtxCurrentIdx;
    for (std::size_t i = 0; i < count; ++i) {
        const ImVec2 a = points[i];
        const ImVec2 b = i + 1 < count ? points[i + 1] : points[i - 1];
        const float sense = i + 1 < count ? 0.5F : -0.5F;
        const float length = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-3F);
        const ImVec2 half((a.y - b.y) / length * sense, (b.x - a.x) / length * sense);
        list.PrimWriteVtx({a.x - half.x, a.y - half.y}, white, colour);
        list.PrimWriteVtx({a.x + half.x, a.y + half.y}, white, colour);
    }
    for (std::size_t i = 0; i < pieces; ++i) {
        const auto from = static_cast<unsigned>(first + 2 * i);
        const auto to = static_cast<unsigned>(first + 2 * ((i + 1) % count));
        for (const unsigned index : {from, from + 1, to + 1, from, to + 1, to})
            list.PrimWriteIdx(static_cast<ImDrawIdx>(index));
    }
}

}  // namespace shezhire::ui
