// Labels shaped, broken into lines and measured once, by Pango, for every painter: screen, SVG, PDF and PNG
// place the same glyphs of the same font files at the same offsets, so nothing that was measured can spill
// when it is drawn.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace shezhire::text {

enum class Weight : std::uint8_t { regular, bold };
/// start: left, or right where the label is right-to-left.
enum class Align : std::uint8_t { start, centre };

struct Style {
    double size = 10;  ///< points per em
    Weight weight = Weight::regular;
    bool italic = false;
    auto operator<=>(const Style&) const = default;
};

/// What is to be set. `width` 0 = no limit; text is broken at words (words that are too long, anywhere), cut
/// with an ellipsis after `max_lines`.
struct TextRequest {
    std::string text;
    std::string lang;  ///< BCP 47; chooses among regional glyphs (zh, ja) and breaking rules; may be empty
    Style style;
    double width = 0;
    int max_lines = 1;
    Align align = Align::start;
    bool operator==(const TextRequest&) const = default;
};

/// A font file that glyph numbers refer to. Ids are given in order of first use and stay valid for the
/// process.
using FontId = std::uint16_t;

struct Font {
    std::string file;    ///< absolute path
    int index = 0;       ///< face in a collection (.ttc)
    std::string family;  ///< "Noto Sans"
    Weight weight = Weight::regular;
    bool italic = false;
    bool synthetic_bold = false;
    bool synthetic_italic = false;
};

struct Glyph {
    FontId font = 0;
    std::uint32_t glyph = 0;  ///< glyph number in that font file
    float x = 0;              ///< origin, points from the left edge of the set text
    float y = 0;              ///< origin, points from the top; the baseline plus the glyph's own offset
    float advance = 0;
    std::uint32_t cluster = 0;  ///< byte offset in SetText::text that it belongs to
};

/// One run of a line: consecutive bytes of the text in one font and direction; glyphs in visual order, left
/// to right.
struct Run {
    FontId font = 0;
    std::uint32_t first_glyph = 0;
    std::uint32_t glyph_count = 0;
    std::uint32_t first_byte = 0;
    std::uint32_t byte_count = 0;
    bool right_to_left = false;
};

struct Line {
    double baseline = 0;  ///< points from the top
    double left = 0;      ///< where the ink's advance box starts
    double width = 0;
    std::uint32_t first_run = 0;
    std::uint32_t run_count = 0;
    std::uint32_t first_byte = 0;  ///< of what is shown, without the blank it was broken at
    std::uint32_t byte_count = 0;
};

/// A set label. Immutable and shared; `size` is the logical box that drawing stays within.
struct SetText {
    std::string text;  ///< cleaned (base::cleaned), as shown; line text is a slice of it
    std::string lang;
    Style style;
    base::Size size;
    std::vector<Line> lines;
    std::vector<Run> runs;
    std::vector<Glyph> glyphs;
    bool right_to_left = false;
    /// An ellipsis stands for the rest: it is in `glyphs`, not in `text`; its run has byte_count 0.
    bool shortened = false;
    /// Some character has no font here (glyph 0, drawn as a box); said once by the caller.
    bool missing_glyphs = false;
};

using SetTextPtr = std::shared_ptr<const SetText>;

/// Thread-safe. Remembers what it has set, so asking again is a look-up.
class Typesetter {
  public:
    /// `family` is the wanted family; Fontconfig falls back per script ("Noto Sans" -> Noto Sans CJK SC, Noto
    /// Sans Arabic).
    explicit Typesetter(std::string family = "Noto Sans");
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    [[nodiscard]] SetTextPtr set(const TextRequest&) const;
    /// The font behind an id of this process.
    [[nodiscard]] Font font(FontId) const;
    [[nodiscard]] std::size_t font_count() const;
    /// The wanted family is not installed: the family that stands in for it; else empty.
    [[nodiscard]] std::string substitute_family() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Some font is installed, of whatever family. Without any every text is set as an empty line: to be asked,
/// and said, before something is shown. Thread-safe; found out once, which takes some milliseconds.
bool any_font();
/// What is said where there is none.
inline constexpr std::string_view no_font =
    "no font is installed, so that nothing can be drawn; the package fonts-noto-core has those that are "
    "wanted";

/// For golden tests: lines, runs by family, sizes rounded to 0.1 pt; no paths, no glyph numbers.
std::string to_text(const SetText&);

}  // namespace shezhire::text
