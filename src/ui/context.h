// What every panel is given besides the session: how to set text, the atlas, colours and the sizes of this
// screen.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "base/colour.h"
#include "model/model.h"
#include "session/session.h"
#include "text/typesetter.h"
#include "ui/glyph_atlas.h"

namespace shezhire::ui {

/// Colours of the panels; the canvas has its own theme. One accent, quiet greys (docs/design-language.md).
struct Palette {
    base::Colour panel, raised, line, ink, quiet_ink, accent, on_accent, hover, warning, danger;
};

const Palette& palette_for(scene::ThemeName theme);

struct Context {
    const text::Typesetter& typesetter;
    GlyphAtlas& atlas;
    ImTextureID atlas_texture = nullptr;
    Palette palette;
    float scale = 1;  ///< pixels per design unit (content scale times the user's)

    [[nodiscard]] float px(float units) const { return units * scale; }
};

/// Type scale of the panels, in design units.
inline constexpr float text_small = 13, text_normal = 15, text_large = 18, text_date = 26;
/// Everything is spaced in steps of this.
inline constexpr float step = 4;

struct TextLook {
    float size = text_normal;
    bool bold = false;
    bool italic = false;
    base::Colour colour;
    int lines = 1;
};

/// Text of the data (any script, shaped) at ImGui's cursor, at most `width` px wide; takes its room like
/// ImGui::Text. Returns the size it took.
ImVec2 data_text(const Context& context, std::string_view text, std::string_view lang, const TextLook& look,
                 float width);
/// The room that it would take.
ImVec2 data_text_size(const Context& context, std::string_view text, std::string_view lang,
                      const TextLook& look, float width);
/// The same at a place, without moving the cursor.
ImVec2 data_text_at(const Context& context, ImDrawList& list, ImVec2 at, std::string_view text,
                    std::string_view lang, const TextLook& look, float width);

/// The interface's own words wrap in ImGui's font, which has Latin, Cyrillic and Kazakh letters.
void quiet_text(const Context& context, const char* text);

/// Name of an organization or concept at the session's date, in its label languages.
const model::Name* name_of(const session::Session& session, const model::Thing& thing);
std::string concept_label(const session::Session& session, const std::string& id);
/// "since 1977", "1977 to 2009" in the interface's language; empty when nothing is known.
std::string in_words(const session::Session& session, const edtf::Interval& when);
/// "section 13  ·  since 1977": what a body is and when it was, on one line.
std::string about_line(const session::Session& session, const model::Organization& body);

}  // namespace shezhire::ui
