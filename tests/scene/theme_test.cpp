#include "scene/theme.h"

#include <gtest/gtest.h>

#include <set>

namespace shezhire::scene {
namespace {

/// One concept of every colour, shape and mark, and twenty without any.
model::ModelPtr many_kinds() {
    model::Draft draft;
    model::ConceptScheme scheme;
    scheme.id = "kinds";
    draft.schemes.push_back(scheme);
    const auto add = [&](std::string id, std::string shape, std::string colour, std::string mark) {
        model::Concept kind;
        kind.id = std::move(id);
        kind.scheme = "kinds";
        kind.shape = std::move(shape);
        kind.colour = std::move(colour);
        kind.mark = std::move(mark);
        draft.concepts.push_back(kind);
    };
    for (const char* colour :
         {"orange", "sky-blue", "bluish-green", "yellow", "blue", "vermillion", "reddish-purple", "grey"}) {
        add(std::string("colour-") + colour, "pill", colour, "star");
    }
    for (int k = 0; k < 20; ++k) add("plain-" + std::to_string(k), "", "", "");
    base::Diagnostics diagnostics;
    return model::Model::build(std::move(draft), diagnostics);
}

TEST(Theme, contrast_holds_for_every_kind_in_every_theme) {
    const auto model = many_kinds();
    for (const auto name : all_themes) {
        const Theme& t = theme(name);
        const bool strict = name != ThemeName::light && name != ThemeName::dark;
        const double text = strict ? 7 : 4.5;
        EXPECT_GE(base::contrast(t.ink, t.paper), text) << to_text(name);
        EXPECT_GE(base::contrast(t.quiet_ink, t.paper), text) << to_text(name);
        EXPECT_GE(base::contrast(t.badge_ink, t.badge_fill), text) << to_text(name);
        EXPECT_GE(base::contrast(t.line, t.paper), 3) << to_text(name);
        EXPECT_GE(base::contrast(t.quiet_line, t.paper), 3) << to_text(name);
        EXPECT_GE(base::contrast(t.selection, t.paper), 3) << to_text(name);
        EXPECT_GE(base::contrast(t.badge_fill, t.paper), 3) << to_text(name);
        std::vector<std::string> kinds{"", "no-such-kind"};
        for (const auto& kind : model->concepts()) kinds.push_back(kind.id);
        for (const auto& kind : kinds) {
            for (int depth = 0; depth < 4; ++depth) {
                const KindLook look = look_of(t, *model, kind, depth);
                EXPECT_GE(base::contrast(look.ink, look.fill), text) << to_text(name) << " " << kind;
                EXPECT_GE(base::contrast(look.outline, t.paper), 3) << to_text(name) << " " << kind;
                EXPECT_GE(base::contrast(look.accent, look.fill), 3) << to_text(name) << " " << kind;
                EXPECT_GE(base::contrast(look.accent, t.paper), 3) << to_text(name) << " " << kind;
            }
        }
    }
}

TEST(Theme, are_read_as_they_are_written) {
    for (const auto name : all_themes) EXPECT_EQ(theme_from(to_text(name)), name);
    EXPECT_EQ(theme_from("pink"), std::nullopt);
}

// Contrast on a wall that the room's light falls on: a tenth of full white is added to both (lecture halls).
TEST(Theme, text_can_be_read_from_a_projector_in_a_lit_room) {
    const auto lit = [](base::Colour c) { return base::luminance(c) + 0.05 + 0.05; };
    for (const auto name : {ThemeName::projector_light, ThemeName::projector_dark}) {
        const Theme& t = theme(name);
        const auto a = lit(t.ink);
        const auto b = lit(t.paper);
        EXPECT_GE(std::max(a, b) / std::min(a, b), 7) << to_text(name);
        EXPECT_GT(t.line_weight, 1.5) << to_text(name);
    }
}

TEST(Theme, names_in_the_data_choose_the_look) {
    const auto model = many_kinds();
    const KindLook look = look_of(theme(ThemeName::light), *model, "colour-yellow", 1);
    EXPECT_EQ(look.shape, BoxShape::pill);
    EXPECT_EQ(look.mark, Mark::star);
    EXPECT_EQ(look.hue, base::okabe_ito::yellow);
}

TEST(Theme, kinds_without_a_look_differ_by_their_place_in_the_scheme) {
    const auto model = many_kinds();
    std::set<std::pair<base::Colour, Mark>> seen;
    for (int k = 0; k < 20; ++k) {
        const KindLook look = look_of(theme(ThemeName::light), *model, "plain-" + std::to_string(k), 2);
        EXPECT_TRUE(seen.emplace(look.hue, look.mark).second) << k;
    }
}

TEST(Theme, an_unknown_kind_is_grey_without_a_mark) {
    const auto model = many_kinds();
    const KindLook look = look_of(theme(ThemeName::light), *model, "no-such-kind", 2);
    EXPECT_EQ(look.mark, Mark::none);
    EXPECT_EQ(look.shape, BoxShape::rectangle);
}

TEST(Theme, names_round_trip) {
    for (const auto name : {ThemeName::light, ThemeName::dark, ThemeName::print}) {
        EXPECT_EQ(theme_from(to_text(name)), name);
    }
    EXPECT_EQ(theme_from("sepia"), std::nullopt);
}

}  // namespace
}  // namespace shezhire::scene
