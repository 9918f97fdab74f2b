#include "text/reading.h"

#include <hb.h>

#include <algorithm>

#include "text/fonts.h"
#include "text/pango.h"
#include "text/setting.h"

namespace shezhire::text {
namespace {

/// How far ink reaches from the start of the baseline, points; up and down are positive.
struct Reach {
    double up = 0;
    double down = 0;
    double left = 0;
    double right = 0;
};

struct Bytes {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

bool is_ellipsis(const PangoLayoutRun* run) {
    return (static_cast<unsigned>(run->item->analysis.flags) & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0;
}

template <class Visit>
void each_run(const PangoLayoutLine* line, Visit visit) {
    for (const GSList* at = line->runs; at != nullptr; at = at->next) {
        visit(static_cast<const PangoLayoutRun*>(at->data));
    }
}

/// The bytes of a line that are seen: no ellipsized rest, no blanks that it was broken at.
Bytes shown_bytes(const PangoLayoutLine* line, const std::string& text, bool last) {
    Bytes shown{static_cast<std::uint32_t>(line->start_index),
                static_cast<std::uint32_t>(line->start_index + line->length)};
    bool ellipsis = false;
    each_run(line, [&](const PangoLayoutRun* run) {
        if (!is_ellipsis(run)) return;
        ellipsis = true;
        shown.end = std::min(shown.end, static_cast<std::uint32_t>(run->item->offset));
    });
    if (!ellipsis && !last) {
        while (shown.end > shown.first && text[shown.end - 1] == ' ') --shown.end;
    }
    return shown;
}

/// Reads one line's runs; x starts at 0 and y at the baseline, both moved when the lines are placed.
class LineReader {
  public:
    LineReader(SetText& into, Bytes shown, double scale) : into_(into), shown_(shown), scale_(scale) {}

    void read(const PangoLayoutRun* run) {
        const KnownFont font = known_font(run->item->analysis.font);
        hb_font_t* metrics = pango_font_get_hb_font(run->item->analysis.font);
        begin_run(run, font.id);
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            const PangoGlyphInfo& info = run->glyphs->glyphs[i];
            if (info.glyph == PANGO_GLYPH_EMPTY) {
                x_ += scaled(info.geometry.width);
                continue;
            }
            const auto cluster =
                is_ellipsis(run)
                    ? shown_.end
                    : static_cast<std::uint32_t>(run->item->offset + run->glyphs->log_clusters[i]);
            if (cluster >= shown_.end && !is_ellipsis(run))
                continue;  // the blank at the end of a broken line
            add(info, font, metrics, cluster);
        }
        into_.runs.back().glyph_count =
            static_cast<std::uint32_t>(into_.glyphs.size()) - into_.runs.back().first_glyph;
        if (into_.runs.back().glyph_count == 0) into_.runs.pop_back();
    }

    [[nodiscard]] double width() const { return x_; }
    [[nodiscard]] const Reach& reach() const { return reach_; }

  private:
    [[nodiscard]] double scaled(int pango_units) const { return points(pango_units) * scale_; }

    void begin_run(const PangoLayoutRun* run, FontId font) {
        Run read;
        read.font = font;
        read.first_glyph = static_cast<std::uint32_t>(into_.glyphs.size());
        read.right_to_left = (static_cast<unsigned>(run->item->analysis.level) & 1U) != 0;
        if (is_ellipsis(run)) {
            read.first_byte = shown_.end;
        } else {
            const auto first = static_cast<std::uint32_t>(run->item->offset);
            const auto end = std::min(first + static_cast<std::uint32_t>(run->item->length), shown_.end);
            read.first_byte = std::min(first, end);
            read.byte_count = end - read.first_byte;
        }
        into_.runs.push_back(read);
    }

    void add(const PangoGlyphInfo& info, const KnownFont& font, hb_font_t* metrics, std::uint32_t cluster) {
        Glyph glyph;
        const bool unknown = (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
        into_.missing_glyphs = into_.missing_glyphs || unknown || !font.outlines;
        glyph.font = font.id;
        glyph.glyph = unknown ? 0 : info.glyph;
        glyph.cluster = cluster;
        const double x = x_ + scaled(info.geometry.x_offset);
        const double y = scaled(info.geometry.y_offset);
        glyph.x = static_cast<float>(x);
        glyph.y = static_cast<float>(y);
        glyph.advance = static_cast<float>(scaled(info.geometry.width));
        into_.glyphs.push_back(glyph);
        x_ += scaled(info.geometry.width);

        hb_glyph_extents_t ink{};
        if (unknown || hb_font_get_glyph_extents(metrics, glyph.glyph, &ink) == 0) return;
        if (ink.width == 0 || ink.height == 0) return;
        reach_.up = std::max(reach_.up, scaled(ink.y_bearing) - y);
        reach_.down = std::max(reach_.down, y - scaled(ink.y_bearing + ink.height));
        reach_.left = std::min(reach_.left, x + scaled(ink.x_bearing));
        reach_.right = std::max(reach_.right, x + scaled(ink.x_bearing + ink.width));
    }

    SetText& into_;
    Bytes shown_;
    double scale_;
    double x_ = 0;
    Reach reach_;
};

/// Pango splits runs where scripts or languages change; where font and direction go on, it is one run to us.
void merge_runs(SetText& set, std::uint32_t first) {
    std::size_t kept = first;
    for (std::size_t i = first + 1; i < set.runs.size(); ++i) {
        Run& left = set.runs[kept];
        const Run& right = set.runs[i];
        const bool ellipsis = left.byte_count == 0 || right.byte_count == 0;
        const bool goes_on = left.right_to_left ? right.first_byte + right.byte_count == left.first_byte
                                                : left.first_byte + left.byte_count == right.first_byte;
        if (!ellipsis && goes_on && left.font == right.font && left.right_to_left == right.right_to_left) {
            left.glyph_count += right.glyph_count;
            left.first_byte = std::min(left.first_byte, right.first_byte);
            left.byte_count += right.byte_count;
        } else {
            set.runs[++kept] = right;
        }
    }
    if (first < set.runs.size()) set.runs.resize(kept + 1);
}

Line read_line(const PangoLayoutLine* from, bool last, double scale, SetText& into, Reach& reach) {
    const Bytes shown = shown_bytes(from, into.text, last);
    Line line;
    line.first_run = static_cast<std::uint32_t>(into.runs.size());
    line.first_byte = shown.first;
    line.byte_count = shown.end - shown.first;
    LineReader reader(into, shown, scale);
    each_run(from, [&](const PangoLayoutRun* run) { reader.read(run); });
    merge_runs(into, line.first_run);
    line.run_count = static_cast<std::uint32_t>(into.runs.size()) - line.first_run;
    line.width = reader.width();
    reach = reader.reach();
    return line;
}

/// Puts the lines below each other and beside the aligned edge; the box takes in what ink reaches over.
void place(SetText& set, const std::vector<Reach>& reaches, Align align) {
    // What one label stacks up (hundreds of combining marks) must not push the picture apart.
    constexpr double highest_em = 2;
    constexpr double lowest_em = 1.5;
    const double em = set.style.size;
    double widest = 0;
    for (const Line& line : set.lines) widest = std::max(widest, line.width);
    double left_end = 0;
    double right_end = widest;
    double y = 0;
    for (std::size_t i = 0; i < set.lines.size(); ++i) {
        Line& line = set.lines[i];
        const double slack = widest - line.width;
        line.left = align == Align::centre ? slack / 2 : (set.right_to_left ? slack : 0);
        left_end = std::min(left_end, line.left + reaches[i].left);
        right_end = std::max(right_end, line.left + reaches[i].right);
        line.baseline = y + std::clamp(reaches[i].up, line_ascent_em * em, highest_em * em);
        y = line.baseline + std::clamp(reaches[i].down, line_descent_em * em, lowest_em * em);
    }
    set.size = {right_end - left_end, y};
    for (Line& line : set.lines) {
        line.left -= left_end;
        for (std::uint32_t r = line.first_run; r < line.first_run + line.run_count; ++r) {
            const Run& run = set.runs[r];
            for (std::uint32_t g = run.first_glyph; g < run.first_glyph + run.glyph_count; ++g) {
                set.glyphs[g].x += static_cast<float>(line.left);
                set.glyphs[g].y += static_cast<float>(line.baseline);
            }
        }
    }
}

}  // namespace

void read_lines(PangoLayout* layout, Align align, double scale, SetText& into) {
    const int count = pango_layout_get_line_count(layout);
    std::vector<Reach> reaches(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, i);
        if (i == 0) into.right_to_left = line->resolved_dir == PANGO_DIRECTION_RTL;
        into.lines.push_back(
            read_line(line, i + 1 == count, scale, into, reaches[static_cast<std::size_t>(i)]));
    }
    place(into, reaches, align);
}

}  // namespace shezhire::text
