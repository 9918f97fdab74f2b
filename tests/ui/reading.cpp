#include "ui/reading.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "ui/glyph_atlas.h"

namespace shezhire::test {
namespace {

using Marks = std::vector<std::uint64_t>;  // any of these stands for the wanted glyph

// The texture corner of a glyph is its name: no two glyphs share one.
std::uint64_t mark_of(float u, float v) {
    return (std::uint64_t{std::bit_cast<std::uint32_t>(u)} << 32U) | std::bit_cast<std::uint32_t>(v);
}

base::Rect box_of(const ImVec2& a, const ImVec2& b) {
    return {a.x, a.y, b.x, b.y};
}

bool same_line(const base::Rect& a, const base::Rect& b) {
    return a.bottom > b.top && b.bottom > a.top;
}

// A glyph right beside the match on its line would make it a part of a longer text.
bool stands_alone(const std::vector<SeenGlyph>& glyphs, std::size_t first, std::size_t last) {
    constexpr double blank = 7;
    const auto& from = glyphs[first].box;
    const auto& to = glyphs[last].box;
    if (first > 0) {
        const auto& before = glyphs[first - 1].box;
        if (same_line(before, from) && std::fabs(from.left - before.right) < blank) return false;
    }
    if (last + 1 < glyphs.size()) {
        const auto& after = glyphs[last + 1].box;
        if (same_line(after, to) && std::fabs(after.left - to.right) < blank) return false;
    }
    return true;
}

void find_in(const SeenWindow& window, const std::vector<Marks>& wanted, std::vector<base::Rect>& places) {
    const auto& glyphs = window.glyphs;
    for (std::size_t first = 0; first + wanted.size() <= glyphs.size(); ++first) {
        bool same = true;
        auto box = base::Rect::nothing();
        for (std::size_t i = 0; i < wanted.size() && same; ++i) {
            const auto& glyph = glyphs[first + i];
            same = std::find(wanted[i].begin(), wanted[i].end(), glyph.mark) != wanted[i].end();
            box = box.united(glyph.box);
        }
        if (same && stands_alone(glyphs, first, first + wanted.size() - 1)) places.push_back(box);
    }
}

std::vector<base::Rect> find_in(const std::vector<SeenWindow>& windows, const std::vector<Marks>& wanted) {
    std::vector<base::Rect> places;
    if (wanted.empty()) return places;
    for (auto window = windows.rbegin(); window != windows.rend(); ++window) find_in(*window, wanted, places);
    return places;
}

}  // namespace

std::vector<SeenWindow> read_frame(const ImDrawData& drawn) {
    std::vector<SeenWindow> windows;
    for (int n = 0; n < drawn.CmdListsCount; ++n) {
        const auto& list = *drawn.CmdLists[n];
        SeenWindow window;
        window.name = list._OwnerName != nullptr ? list._OwnerName : "";
        for (const auto& command : list.CmdBuffer) {
            const base::Rect clip{command.ClipRect.x, command.ClipRect.y, command.ClipRect.z,
                                  command.ClipRect.w};
            const auto end = command.IdxOffset + command.ElemCount;
            for (auto i = command.IdxOffset; i + 6 <= end;) {
                const auto index = [&](unsigned k) { return list.IdxBuffer[static_cast<int>(i + k)]; };
                const auto v = index(0);
                const bool quad = index(1) == v + 1 && index(2) == v + 2 && index(3) == v &&
                                  index(4) == v + 2 && index(5) == v + 3;
                if (!quad) {
                    i += 3;
                    continue;
                }
                i += 6;
                const auto& a = list.VtxBuffer[static_cast<int>(v + command.VtxOffset)];
                const auto& b = list.VtxBuffer[static_cast<int>(v + 2 + command.VtxOffset)];
                if (a.uv.x == b.uv.x || a.uv.y == b.uv.y) continue;
                const auto box = box_of(a.pos, b.pos);
                if (clip.overlaps(box)) window.glyphs.push_back({mark_of(a.uv.x, a.uv.y), box});
            }
        }
        windows.push_back(std::move(window));
    }
    return windows;
}

std::vector<base::Rect> places_of(const std::vector<SeenWindow>& windows, const ImFont& font,
                                  std::string_view text) {
    std::vector<Marks> wanted;
    for (std::size_t at = 0; at < text.size();) {
        unsigned code = static_cast<unsigned char>(text[at]);
        const std::size_t length = code < 0x80 ? 1 : code < 0xE0 ? 2 : code < 0xF0 ? 3 : 4;
        if (length > 1) code &= 0xFFU >> (length + 1);
        for (std::size_t k = 1; k < length && at + k < text.size(); ++k)
            code = (code << 6U) | (static_cast<unsigned char>(text[at + k]) & 0x3FU);
        at += length;
        const auto* glyph = font.FindGlyph(static_cast<ImWchar>(code));
        if (glyph != nullptr && glyph->Visible) wanted.push_back({mark_of(glyph->U0, glyph->V0)});
    }
    return find_in(windows, wanted);
}

std::vector<base::Rect> places_of(const std::vector<SeenWindow>& windows, ui::GlyphAtlas& atlas,
                                  const text::SetText& set) {
    std::vector<Marks> wanted;
    const float raster = std::round(static_cast<float>(set.style.size) * 4) / 4;
    for (const auto& glyph : set.glyphs) {
        Marks marks;
        for (int quarter = 0; quarter < 4; ++quarter) {
            const auto& entry = atlas.entry(glyph.font, glyph.glyph, raster, quarter);
            if (entry.width > 0) marks.push_back(mark_of(entry.u0, entry.v0));
        }
        if (!marks.empty()) wanted.push_back(std::move(marks));
    }
    return find_in(windows, wanted);
}

}  // namespace shezhire::test
