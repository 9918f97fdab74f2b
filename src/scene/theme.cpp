#include "scene/theme.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shezhire::scene {
namespace {

using base::Colour;
using base::rgb;

constexpr Colour grey = rgb(0x8A8F94);

struct NamedColour {
    std::string_view name;
    Colour hue;
};

/// In the order in which kinds without a colour of their own take them.
constexpr std::array<NamedColour, 8> colours{{{"blue", base::okabe_ito::blue},
                                              {"orange", base::okabe_ito::orange},
                                              {"bluish-green", base::okabe_ito::bluish_green},
                                              {"reddish-purple", base::okabe_ito::reddish_purple},
                                              {"sky-blue", base::okabe_ito::sky_blue},
                                              {"vermillion", base::okabe_ito::vermillion},
                                              {"yellow", base::okabe_ito::yellow},
                                              {"grey", grey}}};

constexpr std::array<std::pair<std::string_view, BoxShape>, 6> shapes{{{"rectangle", BoxShape::rectangle},
                                                                       {"rounded", BoxShape::rounded},
                                                                       {"pill", BoxShape::pill},
                                                                       {"cut-corner", BoxShape::cut_corner},
                                                                       {"folder", BoxShape::folder},
                                                                       {"hexagon", BoxShape::hexagon}}};

constexpr std::array<std::pair<std::string_view, Mark>, 11> marks{{{"disc", Mark::disc},
                                                                   {"square", Mark::square},
                                                                   {"diamond", Mark::diamond},
                                                                   {"triangle", Mark::triangle},
                                                                   {"ring", Mark::ring},
                                                                   {"bar", Mark::bar},
                                                                   {"cross", Mark::cross},
                                                                   {"star", Mark::star},
                                                                   {"book", Mark::book},
                                                                   {"globe", Mark::globe},
                                                                   {"none", Mark::none}}};

template <class Table>
auto found(const Table& table, std::string_view name) {
    return std::find_if(table.begin(), table.end(), [name](const auto& row) { return row.first == name; });
}

/// What a theme does with a hue.
struct Recipe {
    double tint;       ///< share of the hue in the fill of a box
    double root_tint;  ///< the root is drawn stronger
    Colour towards;    ///< where a hue goes until it has enough contrast
    double outline;    ///< least contrast of outline on paper
    double mark;       ///< least contrast of the mark on the fill
};

Recipe recipe(ThemeName name) {
    switch (name) {
        case ThemeName::light:
            return {0.17, 0.30, rgb(0x000000), 3.1, 3.3};
        case ThemeName::dark:
            return {0.24, 0.36, rgb(0xFFFFFF), 3.1, 3.3};
        case ThemeName::print:
            return {0.12, 0.20, rgb(0x000000), 4.6, 4.6};
        case ThemeName::high_contrast:
            return {0.0, 0.0, rgb(0xFFFFFF), 7.1, 7.1};
        case ThemeName::projector_light:
            return {0.24, 0.38, rgb(0x000000), 4.6, 4.6};
        case ThemeName::projector_dark:
            return {0.22, 0.32, rgb(0xFFFFFF), 4.6, 4.6};
    }
    return {};
}

/// `hue`, moved towards `limit` in small steps until it stands out from both grounds by `least`.
Colour readable(Colour hue, Colour limit, double least, Colour ground, Colour other_ground) {
    for (int step = 0; step <= 50; ++step) {
        const Colour colour = base::mixed(hue, limit, step / 50.0);
        if (base::contrast(colour, ground) >= least && base::contrast(colour, other_ground) >= least) {
            return colour;
        }
    }
    return limit;
}

/// The place of a concept among those of its scheme: stable whatever is shown.
std::size_t place_in_scheme(const model::Model& model, const model::Concept& kind) {
    std::size_t place = 0;
    for (const auto& other : model.concepts()) {
        if (other.id == kind.id) break;
        if (other.scheme == kind.scheme) ++place;
    }
    return place;
}

struct Choice {
    Colour hue = grey;
    BoxShape shape = BoxShape::rectangle;
    Mark mark = Mark::none;
};

Choice choice_of(const model::Model& model, std::string_view kind) {
    const model::Concept* found_kind = model.find_concept(kind);
    if (found_kind == nullptr) return {};
    const std::size_t place = place_in_scheme(model, *found_kind);
    // Colour and mark go round with different lengths, so that the pair repeats late.
    Choice choice{colours[place % 7].hue, place % 2 == 0 ? BoxShape::rounded : BoxShape::rectangle,
                  marks[(place + place / 7) % 10].second};
    for (const auto& row : colours) {
        if (row.name == found_kind->colour) choice.hue = row.hue;
    }
    if (const auto row = found(shapes, found_kind->shape); row != shapes.end()) choice.shape = row->second;
    if (const auto row = found(marks, found_kind->mark); row != marks.end()) choice.mark = row->second;
    return choice;
}

Theme light_theme() {
    return {ThemeName::light, rgb(0xFDFCF8), rgb(0x1F2428), rgb(0x565D63), rgb(0x7B838A),
            rgb(0x8B8F86),    rgb(0xB34700), rgb(0x3D444A), rgb(0xFFFFFF)};
}

Theme dark_theme() {
    return {ThemeName::dark, rgb(0x16191D), rgb(0xECEAE4), rgb(0xAEB4B9), rgb(0x8D969E),
            rgb(0x767E85),   rgb(0xFFB454), rgb(0xC9CFD4), rgb(0x16191D)};
}

Theme print_theme() {
    return {ThemeName::print, rgb(0xFFFFFF), rgb(0x000000), rgb(0x3F3F3F), rgb(0x555555),
            rgb(0x767676),    rgb(0x8A3300), rgb(0x222222), rgb(0xFFFFFF)};
}

Theme high_contrast_theme() {
    return {ThemeName::high_contrast,
            rgb(0x000000),
            rgb(0xFFFFFF),
            rgb(0xFFFFFF),
            rgb(0xFFFFFF),
            rgb(0xC8C8C8),
            rgb(0xFFE500),
            rgb(0xFFFFFF),
            rgb(0x000000),
            1.5};
}

// At 10 % of room light #404040 on white keeps 7:1.
Theme projector_light_theme() {
    return {ThemeName::projector_light,
            rgb(0xFFFFFF),
            rgb(0x000000),
            rgb(0x303030),
            rgb(0x404040),
            rgb(0x5A5A5A),
            rgb(0x9A3300),
            rgb(0x202020),
            rgb(0xFFFFFF),
            1.7};
}

Theme projector_dark_theme() {
    return {ThemeName::projector_dark,
            rgb(0x0E1114),
            rgb(0xFFFFFF),
            rgb(0xDDE1E4),
            rgb(0xC6CCD1),
            rgb(0xA3ABB2),
            rgb(0xFFC266),
            rgb(0xF2F2F2),
            rgb(0x0E1114),
            1.7};
}

}  // namespace

bool is_dark(ThemeName name) {
    return name == ThemeName::dark || name == ThemeName::high_contrast || name == ThemeName::projector_dark;
}

bool is_for_projectors(ThemeName name) {
    return name == ThemeName::projector_light || name == ThemeName::projector_dark;
}

std::string_view to_text(ThemeName name) {
    switch (name) {
        case ThemeName::light:
            return "light";
        case ThemeName::dark:
            return "dark";
        case ThemeName::high_contrast:
            return "high-contrast";
        case ThemeName::print:
            return "print";
        case ThemeName::projector_light:
            return "projector-light";
        case ThemeName::projector_dark:
            return "projector-dark";
    }
    return "light";
}

std::optional<ThemeName> theme_from(std::string_view text) {
    for (const auto name : all_themes) {
        if (to_text(name) == text) return name;
    }
    return std::nullopt;
}

const Theme& theme(ThemeName name) {
    static const Theme light = light_theme();
    static const Theme dark = dark_theme();
    static const Theme print = print_theme();
    static const Theme high_contrast = high_contrast_theme();
    static const Theme projector_light = projector_light_theme();
    static const Theme projector_dark = projector_dark_theme();
    switch (name) {
        case ThemeName::light:
            return light;
        case ThemeName::dark:
            return dark;
        case ThemeName::print:
            return print;
        case ThemeName::high_contrast:
            return high_contrast;
        case ThemeName::projector_light:
            return projector_light;
        case ThemeName::projector_dark:
            return projector_dark;
    }
    return light;
}

void paint_in(const Theme& theme, KindLook& look, Colour hue, double tint, bool root) {
    const Recipe how = recipe(theme.name);
    look.hue = hue;
    look.fill = base::mixed(theme.paper, hue, tint * (root ? how.root_tint : how.tint));
    look.ink = theme.ink;
    look.outline = readable(hue, how.towards, how.outline, theme.paper, theme.paper);
    look.accent = readable(hue, how.towards, how.mark, look.fill, theme.paper);
}

KindLook look_of(const Theme& theme, const model::Model& model, std::string_view kind, int depth) {
    const Choice choice = choice_of(model, kind);
    KindLook look;
    look.shape = choice.shape;
    look.mark = choice.mark;
    paint_in(theme, look, choice.hue, 1, depth == 0);
    look.label.size = depth == 0 ? type_scale::title : depth == 1 ? type_scale::body : type_scale::small;
    look.label.weight = depth <= 1 ? text::Weight::bold : text::Weight::regular;
    return look;
}

}  // namespace shezhire::scene
