#include "ui/draw_list_painter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace shezhire::ui {
namespace {

float cross(ImVec2 a, ImVec2 b, ImVec2 c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool is_convex(const ImVec2* p, std::size_t n) {
    float sign = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const float turn = cross(p[i], p[(i + 1) % n], p[(i + 2) % n]);
        if (std::fabs(turn) < 1e-3F) continue;
        if (sign != 0 && (turn > 0) != (sign > 0)) return false;
        sign = turn;
    }
    return true;
}

bool inside(ImVec2 p, ImVec2 a, ImVec2 b, ImVec2 c) {
    const float d1 = cross(a, b, p);
    const float d2 = cross(b, c, p);
    const float d3 = cross(c, a, p);
    return (d1 >= 0 && d2 >= 0 && d3 >= 0) || (d1 <= 0 && d2 <= 0 && d3 <= 0);
}

// Ear clipping (Meisters 1975) for the few small concave marks; n is at most some dozens.
void fill_concave(ImDrawList& list, const ImVec2* p, std::size_t n, ImU32 colour) {
    std::vector<std::size_t> ring(n);
    std::iota(ring.begin(), ring.end(), std::size_t{0});
    float area = 0;
    for (std::size_t i = 0; i < n; ++i) area += p[i].x * p[(i + 1) % n].y - p[(i + 1) % n].x * p[i].y;
    if (area < 0) std::reverse(ring.begin(), ring.end());
    // The triangles meet inside the shape: softened edges would show as seams there.
    const auto flags = list.Flags;
    list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    while (ring.size() > 2) {
        bool clipped = false;
        for (std::size_t i = 0; i < ring.size() && !clipped; ++i) {
            const auto before = ring[(i + ring.size() - 1) % ring.size()];
            const auto here = ring[i];
            const auto after = ring[(i + 1) % ring.size()];
            if (cross(p[before], p[here], p[after]) <= 0) continue;
            const bool ear = std::none_of(ring.begin(), ring.end(), [&](std::size_t k) {
                return k != before && k != here && k != after && inside(p[k], p[before], p[here], p[after]);
            });
            if (!ear) continue;
            list.AddTriangleFilled(p[before], p[here], p[after], colour);
            ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(i));
            clipped = true;
        }
        if (!clipped) break;  // degenerate: what is left has no area
    }
    list.Flags = flags;
    // On a small mark a hard edge loses points that are thinner than a pixel: an outline keeps them.
    constexpr float small_px = 16;
    const auto [left, right] = std::minmax_element(p, p + n, [](ImVec2 a, ImVec2 b) { return a.x < b.x; });
    if (right->x - left->x < small_px)
        list.AddPolyline(p, static_cast<int>(n), colour, ImDrawFlags_Closed, 1);
}

ImVec2 on_cubic(ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d, float t) {
    const float s = 1 - t;
    const float k0 = s * s * s;
    const float k1 = 3 * s * s * t;
    const float k2 = 3 * s * t * t;
    const float k3 = t * t * t;
    return {k0 * a.x + k1 * b.x + k2 * c.x + k3 * d.x, k0 * a.y + k1 * b.y + k2 * c.y + k3 * d.y};
}

constexpr float faint_px = 0.25F;  // thinner lines are drawn so pale that soft edges would not be seen

// Straight pieces for a curve whose control polygon is so long. Of an S, two pieces would be but its chord.
int pieces_for(float reach_px, bool faint) {
    if (reach_px < 1) return 1;
    const int pieces = static_cast<int>(std::sqrt(reach_px) * (faint ? 0.5F : 0.9F));
    return faint && pieces < 3 ? 1 : std::clamp(pieces, 2, 32);
}

// Whole pixels while that makes a difference.
float line_width(const scene::Stroke& stroke, double scale) {
    const auto wanted = static_cast<float>(stroke.width * scale);
    constexpr float thick = 4;
    return wanted < thick ? std::max(std::round(wanted), 1.0F) : wanted;
}

struct Part {
    double first;
    double last;
};

// The shares of a..b between which it passes through a box (Liang and Barsky 1984); {1, 0}: it does not.
Part seen_part(ImVec2 a, ImVec2 b, ImVec2 from, ImVec2 to, float margin) {
    Part part{0, 1};
    const auto cut = [&part](double start, double way, double low, double high) {
        if (way == 0) {
            if (start < low || start > high) part = {1, 0};
            return;
        }
        part.first = std::max(part.first, ((way > 0 ? low : high) - start) / way);
        part.last = std::min(part.last, ((way > 0 ? high : low) - start) / way);
    };
    cut(a.x, static_cast<double>(b.x) - a.x, from.x - margin, to.x + margin);
    cut(a.y, static_cast<double>(b.y) - a.y, from.y - margin, to.y + margin);
    return part.first < part.last ? part : Part{1, 0};
}

// A line thinner than a pixel stays a pixel wide and pales instead, so that far views keep their weight.
ImU32 thinned(ImU32 colour, float wanted_px) {
    if (wanted_px >= 1) return colour;
    const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 0xFFU) * std::max(wanted_px, 0.45F);
    return (colour & ~static_cast<ImU32>(IM_COL32_A_MASK)) | (static_cast<ImU32>(alpha) << IM_COL32_A_SHIFT);
}

}  // namespace

ImU32 packed(base::Colour c, float opacity) {
    const float alpha = static_cast<float>(c.alpha) * std::clamp(opacity, 0.0F, 1.0F);
    return IM_COL32(c.red, c.green, c.blue, static_cast<int>(std::lrint(alpha)));
}

DrawListPainter::DrawListPainter(ImDrawList& list, GlyphAtlas& atlas, ImTextureID atlas_texture,
                                 base::Point origin, bool moving)
    : list_(list), atlas_(atlas), texture_(atlas_texture), origin_(origin), moving_(moving) {
    list_.ChannelsSplit(2);
}

DrawListPainter::~DrawListPainter() {
    list_.ChannelsMerge();
}

// At rest corners go to whole pixels (or their middles, for odd line widths), so that straight outlines are
// crisp; small marks keep their form, and what moves is left to glide.
bool DrawListPainter::snaps(const scene::PathShape& shape, double scale) const {
    if (moving_ || shape.points.empty()) return false;
    constexpr double least_px = 14;
    auto box = base::Rect::nothing();
    for (const auto& point : shape.points) box = box.united(point);
    return std::max(box.width(), box.height()) * scale >= least_px;
}

void DrawListPainter::flatten(const scene::PathShape& shape, const paint::Placement& placement) {
    points_.clear();
    lines_.clear();
    const bool snap = snaps(shape, placement.scale);
    const auto width = line_width(shape.stroke, placement.scale);
    const bool faint = shape.fill.alpha == 0 && shape.stroke.width * placement.scale < double{faint_px};
    const float half = std::lround(width) % 2 == 1 ? 0.5F : 0.0F;
    const auto put = [&](base::Point p) {
        return ImVec2(static_cast<float>(p.x * placement.scale + placement.offset.x + origin_.x),
                      static_cast<float>(p.y * placement.scale + placement.offset.y + origin_.y));
    };
    const auto snapped = [&](ImVec2 p) {
        return snap ? ImVec2(std::round(p.x - half) + half, std::round(p.y - half) + half) : p;
    };
    // Points that fall together would give a line a corner without a direction.
    const auto add = [&](ImVec2 p) {
        auto& line = lines_.back();
        constexpr float together = 0.2F;
        const ImVec2 last = points_.back();
        if (line.count > 0 && std::fabs(p.x - last.x) + std::fabs(p.y - last.y) < together) return;
        points_.push_back(p);
        ++line.count;
    };
    ImVec2 exact;  // where the pen would be without snapping
    ImVec2 pen;
    std::size_t at = 0;
    for (const auto verb : shape.verbs) {
        switch (verb) {
            case scene::Verb::move:
                exact = put(shape.points[at++]);
                pen = snapped(exact);
                lines_.push_back({points_.size(), 1, false});
                points_.push_back(pen);
                break;
            case scene::Verb::line:
                exact = put(shape.points[at++]);
                pen = snapped(exact);
                add(pen);
                break;
            case scene::Verb::cubic: {
                const ImVec2 b = put(shape.points[at]);
                const ImVec2 c = put(shape.points[at + 1]);
                const ImVec2 d = put(shape.points[at + 2]);
                at += 3;
                const ImVec2 end = snapped(d);
                const ImVec2 b_moved(b.x + pen.x - exact.x, b.y + pen.y - exact.y);
                const ImVec2 c_moved(c.x + end.x - d.x, c.y + end.y - d.y);
                const float reach = std::fabs(b.x - exact.x) + std::fabs(b.y - exact.y) +
                                    std::fabs(c.x - b.x) + std::fabs(c.y - b.y) + std::fabs(d.x - c.x) +
                                    std::fabs(d.y - c.y);
                const int steps = pieces_for(reach, faint);
                for (int i = 1; i <= steps; ++i) {
                    add(on_cubic(pen, b_moved, c_moved, end,
                                 static_cast<float>(i) / static_cast<float>(steps)));
                }
                exact = d;
                pen = end;
                break;
            }
            case scene::Verb::close: {
                auto& line = lines_.back();
                line.closed = true;
                constexpr float together = 0.2F;
                const ImVec2 first = points_[line.first];
                const ImVec2 last = points_.back();
                if (line.count > 1 && std::fabs(first.x - last.x) + std::fabs(first.y - last.y) < together) {
                    points_.pop_back();
                    --line.count;
                }
                break;
            }
        }
    }
}

void DrawListPainter::fill(ImU32 colour) {
    for (auto line : lines_) {
        const ImVec2* p = points_.data() + line.first;
        if (line.count > 1 && p[0].x == p[line.count - 1].x && p[0].y == p[line.count - 1].y) --line.count;
        if (line.count < 3) continue;
        if (is_convex(p, line.count)) {
            list_.AddConvexPolyFilled(p, static_cast<int>(line.count), colour);
        } else {
            fill_concave(list_, p, line.count, colour);
        }
    }
}

void DrawListPainter::stroke(const scene::Stroke& stroke, double scale, ImU32 colour) {
    const auto wanted = static_cast<float>(stroke.width * scale);
    const float width = line_width(stroke, scale);
    colour = thinned(colour, wanted);
    const bool dashed = stroke.dash != scene::Dash::solid && wanted > 0.3F;
    for (const auto& line : lines_) {
        const ImVec2* p = points_.data() + line.first;
        if (dashed) {
            const bool dots = stroke.dash == scene::Dash::dotted;
            dash(line, width * (dots ? 1.2F : 4.0F), width * (dots ? 2.4F : 3.0F), width, colour);
        } else if (wanted < faint_px) {
            hairline(list_, p, line.count, line.closed, colour);
        } else {
            list_.AddPolyline(p, static_cast<int>(line.count), colour, line.closed ? ImDrawFlags_Closed : 0,
                              width);
        }
    }
}

// Only what is seen is cut into dashes: zoomed in, most of a long line is far away.
void DrawListPainter::dash(const Polyline& line, float on, float off, float width, ImU32 colour) {
    const ImVec2* p = points_.data() + line.first;
    const double inked = on;
    const double period = inked + static_cast<double>(off);
    double phase = 0;  // how far into a dash and its gap the line is
    const std::size_t segments = line.closed ? line.count : line.count - 1;
    for (std::size_t i = 0; i < segments; ++i) {
        const ImVec2 a = p[i];
        const ImVec2 b = p[(i + 1) % line.count];
        const double length = std::hypot(static_cast<double>(b.x - a.x), static_cast<double>(b.y - a.y));
        const auto [first, last] = seen_part(a, b, list_.GetClipRectMin(), list_.GetClipRectMax(), width);
        const auto at = [&](double along) {
            const auto share = static_cast<float>(along / length);
            return ImVec2(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
        };
        double here = std::fmod(phase + first * length, period);
        for (double along = first * length; along < last * length;) {
            const bool drawing = here < inked;
            constexpr double least = 1e-3;  // so that rounding cannot stop the way
            const double run = std::max((drawing ? inked : period) - here, least);
            if (drawing) list_.AddLine(at(along), at(std::min(along + run, last * length)), colour, width);
            along += run;
            here = drawing ? inked : 0;
        }
        phase = std::fmod(phase + length, period);
    }
}

// Rectangles need no soft edges where these lie on pixels; what glides keeps them until it is small.
bool DrawListPainter::plain(const scene::PathShape& shape, const paint::Placement& placement, float opacity) {
    const bool stroked = shape.stroke.width > 0;
    if (stroked && shape.stroke.dash != scene::Dash::solid) return false;
    if (!rectangles_of(shape, placement, origin_, rectangles_)) return false;
    constexpr float small = 8;  // px
    if (moving_ && rectangles_.front().bottom - rectangles_.front().top > small) return false;
    const auto wanted = static_cast<float>(shape.stroke.width * placement.scale);
    const float width = line_width(shape.stroke, placement.scale);
    const float half = std::lround(width) % 2 == 1 ? 0.5F : 0.0F;
    const auto snapped = [&](float v) { return std::round(v - half) + half; };
    for (auto r : rectangles_) {
        r = {snapped(r.left), snapped(r.top), snapped(r.right), snapped(r.bottom)};
        r.right = std::max(r.right, r.left + 1);
        r.bottom = std::max(r.bottom, r.top + 1);
        if (shape.fill.alpha > 0) fill_rectangle(list_, r, packed(shape.fill, opacity));
        if (stroked)
            outline_rectangle(list_, r, width, thinned(packed(shape.stroke.colour, opacity), wanted));
    }
    return true;
}

// Specks of one colour side by side, as siblings are, become one: the gap would be less than two pixels.
void DrawListPainter::speck(const base::Rect& box, base::Colour colour, float opacity) {
    const auto left = static_cast<float>(std::round(box.left + origin_.x));
    const auto top = static_cast<float>(std::round(box.top + origin_.y));
    const auto width = static_cast<float>(std::max(std::round(box.width()), 1.0));
    const auto height = static_cast<float>(std::max(std::round(box.height()), 1.0));
    const PixelRect where{left, top, left + width, top + height};
    const ImU32 ink = packed(colour, opacity);
    auto& last = last_speck_;
    constexpr float gap = 1;
    if (last.end == list_.VtxBuffer.Size && last.colour == ink && last.where.top == where.top &&
        last.where.bottom == where.bottom && where.left >= last.where.left &&
        where.left <= last.where.right + gap) {
        last.where.right = std::max(last.where.right, where.right);
        ImDrawVert* corners = list_.VtxBuffer.end() - 4;
        corners[1].pos.x = corners[2].pos.x = last.where.right;
        return;
    }
    fill_rectangle(list_, where, ink);
    last = {where, ink, list_.VtxBuffer.Size};
}

void DrawListPainter::path(const scene::PathShape& shape, const paint::Placement& placement, float opacity) {
    if (plain(shape, placement, opacity)) return;
    flatten(shape, placement);
    if (shape.fill.alpha > 0) fill(packed(shape.fill, opacity));
    if (shape.stroke.width > 0) stroke(shape.stroke, placement.scale, packed(shape.stroke.colour, opacity));
}

void DrawListPainter::text(const scene::TextShape& shape, const paint::Placement& placement, float opacity) {
    if (!shape.text || shape.text->glyphs.empty()) return;
    auto colour = shape.colour;
    colour.alpha =
        static_cast<std::uint8_t>(static_cast<float>(colour.alpha) * std::clamp(opacity, 0.0F, 1.0F));
    // The texture belongs to the list, not to a channel: it must be put back before the channel is left.
    list_.ChannelsSetCurrent(1);
    list_.PushTextureID(texture_);
    draw_glyphs(list_, atlas_, *shape.text, shape.top_left * placement.scale + placement.offset + origin_,
                placement.scale, colour, moving_);
    list_.PopTextureID();
    list_.ChannelsSetCurrent(0);
}

void draw_glyphs(ImDrawList& list, GlyphAtlas& atlas, const text::SetText& set, base::Point top_left,
                 double scale, base::Colour colour, bool moving) {
    const auto size = static_cast<float>(set.style.size * scale);
    constexpr float smallest = 2;
    constexpr float largest = 150;
    if (size < smallest || colour.alpha == 0) return;
    float raster = std::min(size, largest);
    if (moving) raster = std::exp2(std::round(std::log2(raster) * 5) / 5);
    raster = std::round(raster * 4) / 4;
    // At rest the nearest quarter of a pixel is drawn as it is: resampling would blur what it corrects.
    const bool still = !moving && size <= largest;
    const float stretch = still ? 1.0F : size / raster;
    const ImU32 packed_colour = packed(colour);
    const auto left = static_cast<float>(top_left.x);
    const auto top = static_cast<float>(top_left.y);
    const auto k = static_cast<float>(scale);

    const auto count = static_cast<int>(set.glyphs.size());
    list.PrimReserve(count * 6, count * 4);
    int blank = 0;
    for (const auto& glyph : set.glyphs) {
        float x = left + glyph.x * k;
        float y = top + glyph.y * k;
        int quarter = 0;
        if (still) {  // pixel-exact: whole pixels down, quarters across
            const float quarters = std::floor(x * 4 + 0.5F);
            x = std::floor(quarters / 4);
            quarter = static_cast<int>(quarters - x * 4);
            y = std::floor(y + 0.5F);
        }
        const auto& e = atlas.entry(glyph.font, glyph.glyph, raster, quarter);
        if (e.width == 0) {
            ++blank;
            continue;
        }
        const ImVec2 a(x + e.left * stretch, y + e.top * stretch);
        list.PrimRectUV(a, {a.x + e.width * stretch, a.y + e.height * stretch}, {e.u0, e.v0}, {e.u1, e.v1},
                        packed_colour);
    }
    list.PrimUnreserve(blank * 6, blank * 4);
}

}  // namespace shezhire::ui
