#include "ui/marks.h"

#include <algorithm>
#include <array>

#include "ui/draw_list_painter.h"

namespace shezhire::ui {
namespace {

// Okabe and Ito's bluish green and vermillion, which the colour-blind tell apart; the shapes do so too.
constexpr base::Colour confirmed = base::rgb(0x00855F);
constexpr base::Colour contradicted = base::rgb(0xC4510B);

void tick(ImDrawList& list, ImVec2 c, float r, ImU32 colour) {
    const std::array points{ImVec2(c.x - 0.45F * r, c.y + 0.02F * r), ImVec2(c.x - 0.1F * r, c.y + 0.38F * r),
                            ImVec2(c.x + 0.48F * r, c.y - 0.36F * r)};
    list.AddPolyline(points.data(), 3, colour, 0, std::max(1.2F, 0.24F * r));
}

void cross(ImDrawList& list, ImVec2 c, float r, ImU32 colour) {
    const float d = 0.32F * r;
    const float width = std::max(1.2F, 0.24F * r);
    list.AddLine({c.x - d, c.y - d}, {c.x + d, c.y + d}, colour, width);
    list.AddLine({c.x - d, c.y + d}, {c.x + d, c.y - d}, colour, width);
}

}  // namespace

void verdict_mark(const Context& context, ImDrawList& list, ImVec2 c, float r, model::Verdict verdict) {
    const auto paper = packed(base::rgb(0xFFFFFF));
    switch (verdict) {
        case model::Verdict::unstated:
            return;
        case model::Verdict::confirmed:
            list.AddCircleFilled(c, r, packed(confirmed), 24);
            return tick(list, c, r, paper);
        case model::Verdict::contradicted: {
            const float d = 1.2F * r;
            list.AddQuadFilled({c.x - d, c.y}, {c.x, c.y - d}, {c.x + d, c.y}, {c.x, c.y + d},
                               packed(contradicted));
            return cross(list, c, r, paper);
        }
        case model::Verdict::not_found:
            list.AddCircle(c, 0.82F * r, packed(context.palette.quiet_ink), 24, std::max(1.2F, 0.2F * r));
            return;
    }
}

base::Colour turn_colour(session::Turn turn) {
    // Okabe and Ito's, dark enough for white on them.
    switch (turn) {
        case session::Turn::come:
            return base::rgb(0x00855F);
        case session::Turn::gone:
            return base::rgb(0x6B6B6B);
        case session::Turn::renamed:
            return base::rgb(0x8A5A00);
        case session::Turn::moved:
            return base::rgb(0x0072B2);
    }
    return base::rgb(0x6B6B6B);
}

void turn_mark(const Context& context, ImDrawList& list, ImVec2 c, float r, session::Turn turn) {
    const auto fill = packed(turn_colour(turn));
    const auto edge = packed(context.palette.raised);
    const auto ink = packed(base::rgb(0xFFFFFF));
    const float arm = 0.52F * r;
    const float width = std::max(1.4F, 0.26F * r);
    switch (turn) {
        case session::Turn::come:
            list.AddCircleFilled(c, r + width * 0.6F, edge, 24);
            list.AddCircleFilled(c, r, fill, 24);
            list.AddLine({c.x - arm, c.y}, {c.x + arm, c.y}, ink, width);
            list.AddLine({c.x, c.y - arm}, {c.x, c.y + arm}, ink, width);
            return;
        case session::Turn::gone:
            list.AddRectFilled({c.x - r, c.y - r}, {c.x + r, c.y + r}, edge, r * 0.3F);
            list.AddRectFilled({c.x - r * 0.85F, c.y - r * 0.85F}, {c.x + r * 0.85F, c.y + r * 0.85F}, fill,
                               r * 0.25F);
            list.AddLine({c.x - arm, c.y}, {c.x + arm, c.y}, ink, width);
            return;
        case session::Turn::renamed: {
            const float d = 1.25F * r;
            list.AddQuadFilled({c.x - d, c.y}, {c.x, c.y - d}, {c.x + d, c.y}, {c.x, c.y + d}, edge);
            const float e = 1.08F * r;
            list.AddQuadFilled({c.x - e, c.y}, {c.x, c.y - e}, {c.x + e, c.y}, {c.x, c.y + e}, fill);
            list.AddLine({c.x - arm * 0.8F, c.y + arm * 0.8F}, {c.x + arm * 0.8F, c.y - arm * 0.8F}, ink,
                         width * 1.4F);
            return;
        }
        case session::Turn::moved:
            list.AddCircleFilled(c, r + width * 0.6F, edge, 24);
            list.AddCircleFilled(c, r, fill, 24);
            list.AddLine({c.x - arm, c.y}, {c.x + arm * 0.3F, c.y}, ink, width);
            list.AddTriangleFilled({c.x + arm * 1.1F, c.y}, {c.x, c.y - arm}, {c.x, c.y + arm}, ink);
            return;
    }
}

float LifeScale::x(edtf::Day day) const {
    const auto share = static_cast<double>(std::clamp(day, first, last) - first) /
                       static_cast<double>(std::max<edtf::Day>(last - first, 1));
    return left + static_cast<float>(share) * (right - left);
}

void life_bars(const Context& context, ImDrawList& list, const LifeScale& scale,
               const std::vector<edtf::Interval>& spans, edtf::Bounds at, float y, float height,
               base::Colour colour) {
    if (!scale.drawn()) return;
    const float top = y - height / 2;
    const float low = y + height / 2;
    list.AddRectFilled({scale.left, y - 0.5F}, {scale.right, y + 0.5F}, packed(context.palette.line));
    const auto full = packed(colour);
    const auto none = packed(colour.with_alpha(30));
    for (const auto& span : spans) {
        const auto start = span.start_bounds();
        const auto end = span.end_bounds();
        // What certainly holds lies between the latest beginning and the earliest end.
        const float from = scale.x(start.earliest);
        const float sure_from = scale.x(std::min(start.latest, end.latest));
        const float sure_to = std::max(scale.x(std::max(end.earliest, start.earliest)), sure_from);
        const float to = std::max(scale.x(end.latest), sure_to);
        if (sure_from > from)
            list.AddRectFilledMultiColor({from, top}, {sure_from, low}, none, full, full, none);
        list.AddRectFilled({sure_from, top}, {std::max(sure_to, sure_from + 2), low}, full);
        if (to > sure_to + 2) list.AddRectFilledMultiColor({sure_to, top}, {to, low}, full, none, none, full);
    }
    const bool dated = at.earliest > edtf::beginning_of_time && at.latest < edtf::end_of_time;
    if (dated && at.latest >= scale.first && at.earliest <= scale.last) {
        const float x = scale.x(at.earliest + (at.latest - at.earliest) / 2);
        list.AddLine({x, top - height}, {x, low + height}, packed(context.palette.ink), context.px(1));
    }
}

}  // namespace shezhire::ui
