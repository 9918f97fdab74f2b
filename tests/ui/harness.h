// A window without a window: frames as shezhire-window makes them, on Dear ImGui alone, with a hand that
// moves, clicks and types, and eyes that read what is drawn. The clock is the test's own.
#pragma once

#include <imgui.h>

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/session.h"
#include "ui/frame.h"
#include "ui/reading.h"

namespace shezhire::test {

/// Graphviz in this process; or what goes wrong with it.
class DirectEngine final : public layout::LayoutEngine {
  public:
    base::Result<layout::Layout> run(const layout::LayoutRequest& request, std::stop_token stop) override;
    std::atomic<bool> broken = false;
    std::atomic<bool> hold = false;  ///< does not answer until it is let go or stopped
};

/// GLFW's codes, which the window's keys arrive as.
namespace key {
inline constexpr int space = 32, escape = 256, enter = 257, tab = 258, backspace = 259, del = 261,
                     right = 262, left = 263, down = 264, up = 265, page_up = 266, page_down = 267,
                     home = 268, end = 269, f1 = 290;
}
enum class Modifier : std::uint8_t { none, ctrl, shift };

class Desk {
  public:
    explicit Desk(base::Size size = {1280, 800}, float scale = 1);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Writes `data` as a file of this test and opens it.
    void open(std::string_view data);
    void resize(base::Size size) { size_ = size; }

    /// One frame; commands that panels sent are remembered in `sent` and executed.
    void frame(double seconds = 1.0 / 60);
    /// Frames until nothing runs and nothing moves, and three more.
    void settle();

    void move(base::Point to);
    void press(int button = 0);
    void release(int button = 0);
    void click(base::Point at);
    void double_click(base::Point at);
    void drag(base::Point from, base::Point to, int steps = 8);
    void wheel(base::Point at, float notches);
    void type(std::string_view text);
    void tap(int code, Modifier modifier = Modifier::none);
    /// A command from elsewhere (a menu that is not tested here), then quiet.
    void run(std::string_view commands);

    /// Places of a text of the interface's own font, topmost first.
    [[nodiscard]] std::vector<base::Rect> places(std::string_view text) const;
    /// Places of a name as panels set it.
    [[nodiscard]] std::vector<base::Rect> names(std::string_view text, float size = ui::text_normal,
                                                bool bold = false) const;
    /// Clicks what is written somewhere; fails the test when it is not.
    void click_text(std::string_view text, std::size_t which = 0);
    [[nodiscard]] bool reads(std::string_view text) const { return !places(text).empty(); }
    [[nodiscard]] bool shows_window(std::string_view name) const;

    /// The middle of a shape on the canvas, px of the window.
    [[nodiscard]] base::Point at(const std::string& owner, scene::Role role = scene::Role::node) const;
    [[nodiscard]] bool has(const std::string& owner, scene::Role role = scene::Role::node) const;
    /// What stands in a shown body; empty when it is not shown.
    [[nodiscard]] std::string label(const std::string& key) const;
    [[nodiscard]] ui::Panes panes() const;
    [[nodiscard]] base::Point pointer() const;
    [[nodiscard]] bool was_sent(session::Verb verb) const;
    [[nodiscard]] double now() const { return now_; }

    std::shared_ptr<text::Typesetter> typesetter = std::make_shared<text::Typesetter>();
    std::shared_ptr<DirectEngine> engine = std::make_shared<DirectEngine>();
    std::filesystem::path folder;
    std::unique_ptr<session::Session> session;
    ui::Hand hand;
    std::vector<session::Command> sent;

  private:
    base::Size size_;
    float scale_;
    double now_ = 1;
    session::CommandQueue queue_;
    std::unique_ptr<ui::GlyphAtlas> atlas_;
    std::string language_;
    scene::ThemeName theme_ = scene::ThemeName::light;
    std::vector<SeenWindow> seen_;
};

/// A root with two units, one of them with two of its own; "b" only from 1950 to 1980.
extern const char* const small_data;
/// A root with `branches` units of `leaves` each.
std::string wide_data(int branches, int leaves);

}  // namespace shezhire::test
