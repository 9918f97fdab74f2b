// Which characters a picture shows in which font files, and those files cut down to them (HarfBuzz subset),
// so that an SVG carries its type along in a few kilobytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/typesetter.h"

namespace shezhire::paint {

/// A set of code points; grows to the largest.
class CodePoints {
  public:
    void add(std::string_view utf8);
    void add(const CodePoints& other);
    template <class Visit>
    void each(Visit visit) const {
        for (std::size_t word = 0; word < words_.size(); ++word) {
            for (unsigned bit = 0; bit < 64; ++bit) {
                if ((words_[word] >> bit & 1U) != 0) visit(static_cast<std::uint32_t>(word * 64 + bit));
            }
        }
    }

  private:
    void add(char32_t c);
    std::vector<std::uint64_t> words_;
};

class FontUse {
  public:
    explicit FontUse(const text::Typesetter& typesetter) : typesetter_(typesetter) {}
    /// False where the font's file cannot be carried along (gone, no font, or its licence bits forbid it):
    /// the viewer then has to find a font of that family itself, and to be told how long the text is.
    bool add(text::FontId font, std::string_view utf8);
    /// An @font-face rule for each file that is used, in order of first use.
    void append_font_faces(std::string& out) const;

  private:
    struct Used {
        text::FontId font = 0;
        bool is_carried = false;
        CodePoints characters;
    };
    const text::Typesetter& typesetter_;
    std::vector<Used> used_;
};

/// The font file can be opened and allows to be embedded in part.
bool can_be_subset(const text::Font& font);

/// The face cut to these characters, with every glyph and layout rule that they can need; empty when that
/// fails.
std::string subset(const text::Font& font, const CodePoints& characters);

}  // namespace shezhire::paint
