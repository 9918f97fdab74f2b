// The two things between a scene and triangles: the painter on a draw list and the atlas of glyphs.
#include <gtest/gtest.h>

#include <cmath>

#include "ui/draw_list_painter.h"
#include "ui/glyph_atlas.h"

namespace shezhire::ui {
namespace {

class PainterTest : public ::testing::Test {
  protected:
    void SetUp() override {
        ImGui::CreateContext();
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {800, 600};
        unsigned char* pixels = nullptr;
        int width = 0;
        int height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        ImGui::NewFrame();
        list_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
        list_->_ResetForNewFrame();
        list_->PushClipRectFullScreen();
        list_->PushTextureID(io.Fonts->TexID);
        list_->Flags = 0;  // without soft edges areas are exact
    }
    void TearDown() override {
        list_.reset();
        ImGui::EndFrame();
        ImGui::DestroyContext();
    }

    double area() const {
        double sum = 0;
        for (const auto& command : list_->CmdBuffer) {
            for (unsigned i = command.IdxOffset; i + 3 <= command.IdxOffset + command.ElemCount; i += 3) {
                const auto at = [&](unsigned k) {
                    return list_
                        ->VtxBuffer[static_cast<int>(list_->IdxBuffer[static_cast<int>(i + k)] +
                                                     command.VtxOffset)]
                        .pos;
                };
                const ImVec2 a = at(0);
                const ImVec2 b = at(1);
                const ImVec2 c = at(2);
                EXPECT_TRUE(std::isfinite(a.x + a.y + b.x + b.y + c.x + c.y));
                sum +=
                    std::fabs(static_cast<double>((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))) / 2;
            }
        }
        return sum;
    }
    double area_of(const std::vector<base::Point>& corners, scene::Stroke stroke = {}, bool filled = true,
                   bool moving = false, double scale = 1) {
        list_->_ResetForNewFrame();
        list_->PushClipRectFullScreen();
        list_->PushTextureID(ImGui::GetIO().Fonts->TexID);
        list_->Flags = 0;
        scene::PathShape shape;
        shape.points = corners;
        shape.verbs.assign(corners.size(), scene::Verb::line);
        shape.verbs.front() = scene::Verb::move;
        if (filled) {
            shape.verbs.push_back(scene::Verb::close);
            shape.fill = base::rgb(0x336699);
        } else {
            shape.fill = base::rgb(0).with_alpha(0);
        }
        shape.stroke = stroke;
        DrawListPainter painter(*list_, atlas_, nullptr, {0, 0}, moving);
        painter.path(shape, {{0, 0}, scale}, 1);
        return area();
    }

    text::Typesetter typesetter_;
    GlyphAtlas atlas_{typesetter_};
    std::unique_ptr<ImDrawList> list_;
};

text::SetTextPtr set_text(const text::Typesetter& typesetter, std::string text) {
    text::TextRequest request;
    request.text = std::move(text);
    request.lang = "kk";
    request.style.size = 16;
    return typesetter.set(request);
}

double polygon_area(const std::vector<base::Point>& p) {
    double sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const auto& next = p[(i + 1) % p.size()];
        sum += p[i].x * next.y - next.x * p[i].y;
    }
    return std::fabs(sum) / 2;
}

std::vector<base::Point> star(int points, double outer, double inner, bool clockwise) {
    std::vector<base::Point> corners;
    for (int i = 0; i < 2 * points; ++i) {
        const double turn = (clockwise ? 1 : -1) * i * 3.14159265358979 / points;
        const double r = i % 2 == 0 ? outer : inner;
        corners.push_back({300 + r * std::sin(turn), 300 - r * std::cos(turn)});
    }
    return corners;
}

TEST_F(PainterTest, FillsCoverTheirPolygonOnce) {
    const std::vector<std::vector<base::Point>> shapes = {
        {{10, 10}, {110, 10}, {110, 60}, {10, 60}},
        {{10, 10}, {10, 60}, {110, 60}, {110, 10}},
        {{0, 0}, {100, 0}, {100, 100}, {60, 100}, {60, 40}, {40, 40}, {40, 100}, {0, 100}},  // an arch
        {{0, 0}, {40, 0}, {40, 40}, {80, 40}, {80, 80}, {0, 80}},                            // steps
        {{0, 0}, {50, 20}, {100, 0}, {80, 50}, {100, 100}, {50, 80}, {0, 100}, {20, 50}},
        star(5, 100, 40, true),
        star(5, 100, 40, false),
        star(17, 200, 60, true)};
    for (const auto& shape : shapes) {
        // What moves is not snapped to pixels, so that its area is the polygon's own.
        EXPECT_NEAR(area_of(shape, {{}, 0, scene::Dash::solid}, true, true), polygon_area(shape),
                    polygon_area(shape) * 0.001);
    }
}

TEST_F(PainterTest, CornersThatFallTogetherChangeNothing) {
    const std::vector<base::Point> square = {{10, 10},   {10, 10},  {110, 10}, {110, 10.1},
                                             {110, 110}, {10, 110}, {10, 110}, {10, 10}};
    EXPECT_NEAR(area_of(square, {{}, 0, scene::Dash::solid}, true, true), 10'000, 20);
}

TEST_F(PainterTest, DashesHaveTheirShareOfInk) {
    for (const auto dash : {scene::Dash::dashed, scene::Dash::dotted}) {
        const scene::Stroke stroke{base::rgb(0), 2, dash};
        const auto lengths = paint::dash_lengths(stroke);
        const double ink = area_of({{0, 100}, {700, 100}}, stroke, false) / 2;
        EXPECT_NEAR(ink / 700, lengths.on / (lengths.on + lengths.off), 0.02);
    }
    EXPECT_NEAR(area_of({{0, 100}, {700, 100}}, {base::rgb(0), 2, scene::Dash::solid}, false) / 2, 700, 1);
}

TEST_F(PainterTest, DashesGoRoundCorners) {
    const scene::Stroke stroke{base::rgb(0), 2, scene::Dash::dashed};
    const double straight = area_of({{0, 100}, {600, 100}}, stroke, false);
    const double bent = area_of({{0, 100}, {301, 100}, {301, 399}}, stroke, false);
    EXPECT_NEAR(bent / straight, 1, 0.03);
}

TEST_F(PainterTest, OddShapesDrawNothingAndHarmNothing) {
    EXPECT_EQ(area_of({{10, 10}}, {base::rgb(0), 1, scene::Dash::dashed}), 0);
    EXPECT_NEAR(area_of({{10, 10}, {10, 10}, {10, 10}}, {{}, 0, scene::Dash::solid}), 0, 1e-6);
    area_of({{10, 10}, {50, 50}, {90, 90}}, {base::rgb(0), 1, scene::Dash::dotted});
    area_of({{0, 0}, {100, 100}, {100, 0}, {0, 100}},
            {base::rgb(0), 1, scene::Dash::solid});  // crosses itself
}

TEST_F(PainterTest, OfALongDashedLineOnlyWhatIsSeenIsCut) {
    const scene::Stroke stroke{base::rgb(0), 2, scene::Dash::dashed};
    const auto lengths = paint::dash_lengths(stroke);
    const double share = lengths.on / (lengths.on + lengths.off);
    const double width = ImGui::GetIO().DisplaySize.x;
    EXPECT_NEAR(area_of({{-1e6, 100}, {1e6, 100}}, stroke, false) / 2, width * share, 30);
    EXPECT_EQ(area_of({{-1e6, -100}, {1e6, -100}}, stroke, false), 0);
    EXPECT_EQ(area_of({{-5, -100}, {-5, 1e7}}, stroke, false), 0);
}

TEST_F(PainterTest, GlyphsAreRememberedAndPixelsAreTheirs) {
    const auto set = set_text(typesetter_, "Қазақстан");
    ASSERT_FALSE(set->glyphs.empty());
    const auto& first = set->glyphs.front();
    const auto a = atlas_.entry(first.font, first.glyph, 16, 0);
    EXPECT_GT(a.width, 5);
    EXPECT_TRUE(atlas_.take_dirty().any());
    const auto b = atlas_.entry(first.font, first.glyph, 16, 0);
    EXPECT_FALSE(atlas_.take_dirty().any());
    EXPECT_EQ(a.u0, b.u0);
    const auto other = atlas_.entry(first.font, first.glyph, 16, 2);
    EXPECT_NE(other.u0, a.u0) << "each quarter of a pixel is a drawing of its own";
    const auto x = static_cast<std::size_t>(a.u0 * GlyphAtlas::side);
    const auto y = static_cast<std::size_t>(a.v0 * GlyphAtlas::side);
    unsigned ink = 0;
    for (std::size_t row = 0; row < static_cast<std::size_t>(a.height); ++row) {
        for (std::size_t column = 0; column < static_cast<std::size_t>(a.width); ++column)
            ink += atlas_.pixels()[(y + row) * GlyphAtlas::side + x + column];
    }
    EXPECT_GT(ink, 255U * 10);
}

TEST_F(PainterTest, AFullAtlasStartsAfreshAtTheNextFrame) {
    const auto set = set_text(typesetter_, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    bool refused = false;
    for (int size = 150; size > 40 && !refused; --size) {
        for (const auto& glyph : set->glyphs) {
            const auto& entry = atlas_.entry(glyph.font, glyph.glyph, static_cast<float>(size), 0);
            refused = refused || entry.width == 0;
            EXPECT_LE(entry.u1, 1);
            EXPECT_LE(entry.v1, 1);
        }
    }
    ASSERT_TRUE(refused) << "an atlas without end would be a leak";
    atlas_.begin_frame();
    const auto& glyph = set->glyphs.front();
    EXPECT_GT(atlas_.entry(glyph.font, glyph.glyph, 150, 0).width, 0);
    const auto dirty = atlas_.take_dirty();
    EXPECT_EQ(dirty.left, 0);
    EXPECT_EQ(dirty.right, GlyphAtlas::side);
}

TEST_F(PainterTest, HugeAndTinyGlyphsAreNoTrouble) {
    const auto set = set_text(typesetter_, "W");
    const auto& glyph = set->glyphs.front();
    for (const float size : {0.0F, 0.1F, 1.0F, 300.0F, 3000.0F}) {
        const auto& entry = atlas_.entry(glyph.font, glyph.glyph, size, 3);
        EXPECT_LE(entry.width, GlyphAtlas::side) << size;
    }
    for (const double scale : {0.0, 1e-9, 0.01, 50.0, 1e6}) {
        list_->PushTextureID(nullptr);
        draw_glyphs(*list_, atlas_, *set, {10, 10}, scale, base::rgb(0), scale > 1);
        list_->PopTextureID();
    }
    static_cast<void>(area());
}

}  // namespace
}  // namespace shezhire::ui
