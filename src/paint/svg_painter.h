// The Painter that writes SVG: one pass over the scene into a body, while the looks, fonts and glyphs it uses
// are noted; the head with their definitions is put before it at the end.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "paint/buffer.h"
#include "paint/font_use.h"
#include "paint/outlines.h"
#include "paint/painter.h"
#include "paint/styles.h"
#include "paint/svg.h"
#include "paint/svg_text.h"

namespace shezhire::paint {

class SvgPainter final : public Painter {
  public:
    SvgPainter(const scene::Scene& scene, const text::Typesetter& typesetter, const SvgOptions& options);

    void background(base::Colour colour, base::Size size) override;
    void begin(const scene::Element& element, const base::Rect& box) override;
    void end(const scene::Element& element) override;
    void path(const scene::PathShape& shape, const Placement& placement, float opacity) override;
    void text(const scene::TextShape& shape, const Placement& placement, float opacity) override;

    /// The document. Once, after everything was played.
    [[nodiscard]] std::string document() const;

  private:
    struct Inked;  // a text and where its top left lands
    void live_line(const Inked& inked, const text::Line& line);
    void outlined_line(const Inked& inked, const text::Line& line);
    void append_id(const std::string& key);
    void append_language(std::string_view lang);
    std::string target_of(const std::string& href) const;
    void append_head(Buffer& out) const;
    [[nodiscard]] std::string style() const;

    const scene::Scene& scene_;
    const text::Typesetter& typesetter_;
    SvgOptions options_;
    Buffer body_;
    Styles styles_;
    FontUse fonts_;
    Outlines outlines_;
    struct {
        const scene::PathShape* shape = nullptr;
        Placement placement;
        std::size_t from = 0, bytes = 0;  // its data in the body
    } first_path_;                   // of the element being written: an outline often follows its own fill
    std::vector<TextPiece> pieces_;  // of the line being written
    std::unordered_map<std::string_view, std::uint32_t> ids_;  // how often each name was wanted
    std::deque<std::string> escaped_names_;  // what those of ids_ that are no key of the scene lie in
};

}  // namespace shezhire::paint
