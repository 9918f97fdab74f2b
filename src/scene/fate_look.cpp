#include "scene/fate_look.h"

#include <fmt/format.h>

#include <array>

#include "scene/pen.h"
#include "scene/shapes.h"

namespace shezhire::scene {
namespace {

using base::Point;
using graph::Fate;

constexpr std::array<base::Colour, graph::fate_count> hues{
    base::rgb(0x9AA0A6),           base::okabe_ito::blue,       base::okabe_ito::orange,
    base::okabe_ito::bluish_green, base::okabe_ito::vermillion, base::okabe_ito::reddish_purple,
    base::okabe_ito::sky_blue,     base::okabe_ito::yellow};

/// An arrow from `from` to `to` with a head of `head`.
void arrow(Pen& pen, Point from, Point to, double head) {
    pen.move(from);
    pen.line(to);
    pen.move({to.x - head, to.y - head});
    pen.line(to);
    pen.line({to.x - head, to.y + head});
}

void draw(Pen& pen, Fate fate, Point c, double r) {
    switch (fate) {
        case Fate::unchanged:
            break;
        case Fate::renamed:  // a wave: about the same
            pen.move({c.x - r, c.y + r * 0.25});
            pen.cubic({c.x - r * 0.5, c.y - r * 0.9}, {c.x - r * 0.1, c.y - r * 0.3}, c);
            pen.cubic({c.x + r * 0.1, c.y + r * 0.3}, {c.x + r * 0.5, c.y + r * 0.9},
                      {c.x + r, c.y - r * 0.25});
            break;
        case Fate::moved:
            arrow(pen, {c.x - r, c.y}, {c.x + r, c.y}, r * 0.7);
            break;
        case Fate::added:
            pen.move({c.x - r, c.y});
            pen.line({c.x + r, c.y});
            pen.move({c.x, c.y - r});
            pen.line({c.x, c.y + r});
            break;
        case Fate::gone:
            pen.move({c.x - r * 0.8, c.y - r * 0.8});
            pen.line({c.x + r * 0.8, c.y + r * 0.8});
            pen.move({c.x - r * 0.8, c.y + r * 0.8});
            pen.line({c.x + r * 0.8, c.y - r * 0.8});
            break;
        case Fate::merged:  // two come together
            pen.move({c.x - r, c.y - r * 0.85});
            pen.line(c);
            pen.line({c.x + r, c.y});
            pen.move({c.x - r, c.y + r * 0.85});
            pen.line(c);
            break;
        case Fate::split:  // one parts
            pen.move({c.x - r, c.y});
            pen.line(c);
            pen.line({c.x + r, c.y - r * 0.85});
            pen.move(c);
            pen.line({c.x + r, c.y + r * 0.85});
            break;
        case Fate::became:  // two chevrons
            for (const double x : {c.x - r * 0.8, c.x + r * 0.05}) {
                pen.move({x, c.y - r * 0.8});
                pen.line({x + r * 0.8, c.y});
                pen.line({x, c.y + r * 0.8});
            }
            break;
    }
}

}  // namespace

KindLook look_in_fate(const Theme& theme, const KindLook& kind, Fate fate) {
    KindLook look = kind;
    paint_in(theme, look, hues[static_cast<std::size_t>(fate)], fate == Fate::unchanged ? 0.35 : 1);
    return look;
}

FateLine line_of(const graph::Compared& body) {
    if (!body.after.there()) return {Dash::dashed, 1.2};
    if (!body.before.there()) return {Dash::solid, 2.2};
    return {Dash::solid, body.fate == Fate::unchanged ? 0.8 : 1.4};
}

PathShape fate_mark(Fate fate, Point centre, double size, base::Colour colour) {
    Pen pen;
    draw(pen, fate, centre, size / 2);
    pen.path.stroke = {colour, size * 0.19, Dash::solid};
    pen.path.detail.min_scale = static_cast<float>(3.5 / size);
    return pen.path;
}

std::vector<LegendEntry> fate_entries(const graph::Comparison& comparison, const Theme& theme,
                                      WordLang lang) {
    // As one reads them: what came, what went, what changed, what stayed.
    constexpr std::array order{Fate::added,  Fate::gone,    Fate::merged, Fate::split,
                               Fate::became, Fate::renamed, Fate::moved,  Fate::unchanged};
    const auto counts = graph::count_fates(comparison);
    std::vector<LegendEntry> entries;
    for (const auto fate : order) {
        const auto count = counts[static_cast<std::size_t>(fate)];
        if (count == 0) continue;
        graph::Compared example;
        example.fate = fate;
        const bool leaves = fate == Fate::gone;
        const bool comes = fate == Fate::added;
        if (!comes) example.before.presence = edtf::Presence::yes;
        if (!leaves) example.after.presence = edtf::Presence::yes;
        const auto look = look_in_fate(theme, {}, fate);
        const auto line = line_of(example);
        LegendEntry entry;
        PathShape box = rounded_rectangle({0.5, 0, 0.5 + swatch_width, swatch_height}, 2);
        box.fill = look.fill;
        box.stroke = {look.outline, 0.8 * line.weight, line.dash};
        entry.swatch.push_back(std::move(box));
        if (fate != Fate::unchanged)
            entry.swatch.push_back(
                fate_mark(fate, {0.5 + swatch_width / 2, swatch_height / 2}, 6.4, look.accent));
        entry.label = fate_word(lang, fate);
        entry.count = number_of(lang, count);
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace shezhire::scene
