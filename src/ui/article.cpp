// The article as a view of its own: what a source states, sentence by sentence under its own headings, with
// what other sources say to each, and a way to everything that represents it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/numbers.h"
#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/marks.h"
#include "ui/panels.h"
#include "ui/part_keys.h"

namespace shezhire::ui {
namespace {

using model::Verdict;
using session::Verb;

constexpr std::size_t most_places = 4;  // that a statement names below itself

class ArticleDrawing {
  public:
    ArticleDrawing(const Context& context, Hand& hand, const session::Session& session,
                   session::CommandQueue& queue, const session::Article& article, float width)
        : context_(context),
          hand_(hand),
          session_(session),
          queue_(queue),
          article_(article),
          width_(width) {}

    void head() {
        const auto corner = ImGui::GetCursorScreenPos();
        const float button = px(30);
        data_text(context_, article_.title, article_.lang, {text_large, true, false, palette().ink, 3},
                  width_ - button - px(8));
        close(corner, button);
        if (!article_.about.empty()) {
            data_text(context_, article_.about, "", {text_small, false, false, palette().quiet_ink, 2},
                      width_);
        }
        ImGui::Dummy({0, px(4)});
        filters();
        ImGui::Dummy({0, px(10)});
    }

    void rows() {
        auto& heights = hand_.article.heights;
        if (hand_.article.width != width_) heights.clear();
        hand_.article.width = width_;
        std::size_t index = 0;
        for (const auto& section : article_.sections) {
            if (!section.heading.empty()) heading(section.heading);
            for (const auto& row : section.rows) {
                if (heights.size() <= index) heights.resize(index + 1, 0);
                culled(row, heights[index++]);
            }
        }
        if (article_.sections.empty()) quiet_text(context_, base::tr("No statement has this verdict."));
        ImGui::Dummy({0, px(40)});
    }

  private:
    [[nodiscard]] float px(float units) const { return context_.px(units); }
    [[nodiscard]] const Palette& palette() const { return context_.palette; }

    float put(ImVec2 at, std::string_view text, std::string_view lang, const TextLook& look,
              float width) const {
        return data_text_at(context_, *ImGui::GetWindowDrawList(), at, text, lang, look, width).y;
    }

    bool clicked(ImVec2 corner, ImVec2 size) {
        const auto press = press_area(next_id_++, corner, size);
        hovered_ = press.hovered;
        return press.pressed;
    }

    void close(ImVec2 corner, float side) {
        const ImVec2 at(corner.x + width_ - side, corner.y);
        if (clicked(at, {side, side})) queue_.send(Verb::article);
        auto& list = *ImGui::GetWindowDrawList();
        const ImVec2 c(at.x + side / 2, at.y + side / 2);
        if (hovered_) {
            list.AddCircleFilled(c, side / 2, packed(palette().hover), 24);
            ImGui::SetTooltip("%s", base::tr("Back to the picture"));
        }
        const float d = px(5);
        list.AddLine({c.x - d, c.y - d}, {c.x + d, c.y + d}, packed(palette().ink), px(1.6F));
        list.AddLine({c.x - d, c.y + d}, {c.x + d, c.y - d}, packed(palette().ink), px(1.6F));
    }

    void filters() {
        struct Choice {
            const char* word;
            const char* label;
            std::optional<Verdict> only;
        };
        const std::array choices{Choice{"all", base::tr("All statements"), std::nullopt},
                                 Choice{"confirmed", base::tr("Confirmed elsewhere"), Verdict::confirmed},
                                 Choice{"contradicted", base::tr("Contradicted"), Verdict::contradicted},
                                 Choice{"not-found", base::tr("Not found elsewhere"), Verdict::not_found}};
        const auto corner = ImGui::GetCursorScreenPos();
        float x = corner.x;
        float y = corner.y;
        const float height = px(28);
        for (const auto& choice : choices) {
            const auto count =
                choice.only ? article_.counts[static_cast<std::size_t>(*choice.only)] : article_.count;
            const auto text = fmt::format("{}  {}", choice.label, base::number(count));
            const TextLook look{text_small, choice.only == session_.article().only, false, palette().ink, 1};
            const float mark = choice.only ? px(20) : 0;
            const float width = data_text_size(context_, text, "", look, px(400)).x + mark + px(20);
            if (x > corner.x && x + width > corner.x + width_) {
                x = corner.x;
                y += height + px(4);
            }
            if (clicked({x, y}, {width, height})) queue_.send(Verb::article, {article_.source, choice.word});
            chip({x, y}, {width, height}, choice.only == session_.article().only);
            if (choice.only) {
                verdict_mark(context_, *ImGui::GetWindowDrawList(), {x + px(17), y + height / 2}, px(6),
                             *choice.only);
            }
            put({x + px(10) + mark, y + px(4.5F)}, text, "", look, px(400));
            x += width + px(6);
        }
        ImGui::Dummy({width_, y + height - corner.y});
    }

    void chip(ImVec2 corner, ImVec2 size, bool chosen) const {
        auto& list = *ImGui::GetWindowDrawList();
        const ImVec2 low(corner.x + size.x, corner.y + size.y);
        const auto ground = chosen || hovered_ ? palette().hover : palette().raised;
        list.AddRectFilled(corner, low, packed(ground), size.y / 2);
        list.AddRect(corner, low, packed(chosen ? palette().accent : palette().line), size.y / 2, 0,
                     px(chosen ? 1.5F : 1));
    }

    void heading(const std::string& text) const {
        ImGui::Dummy({0, px(14)});
        data_text(context_, text, "", {text_normal, true, false, palette().accent, 2}, width_);
        ImGui::Dummy({0, px(4)});
    }

    void culled(const session::ArticleRow& row, float& height) {
        const auto corner = ImGui::GetCursorScreenPos();
        const float top = ImGui::GetWindowPos().y;
        const float low = top + ImGui::GetWindowHeight();
        follow(row, corner.y, height, top, low);
        if (height <= 0 || (corner.y <= low && corner.y + height >= top)) {
            height = draw(row, corner, height);
        } else {
            next_id_ += most_places + 2;
        }
        ImGui::Dummy({width_, height});
    }

    /// A statement that was selected elsewhere is brought into view, once.
    void follow(const session::ArticleRow& row, float y, float height, float top, float low) {
        if (row.id != session_.selection() || hand_.article.seen == row.id) return;
        hand_.article.seen = row.id;
        if (y < top || y + std::max(height, px(40)) > low) {
            ImGui::SetScrollY(ImGui::GetScrollY() + y - top - (low - top) / 3);
        }
    }

    float draw(const session::ArticleRow& row, ImVec2 corner, float height_before) {
        auto& list = *ImGui::GetWindowDrawList();
        const bool selected = session_.selection() == row.id;
        const int id = next_id_;
        const float hang = px(64);
        // Ground first: where the row was as high as it is now.
        const ImVec2 from(corner.x - px(8), corner.y);
        const ImVec2 to(corner.x + width_, corner.y + height_before - px(4));
        const bool under = ImGui::IsMouseHoveringRect(from, to) && ImGui::IsWindowHovered();
        if (selected || under) list.AddRectFilled(from, to, packed(palette().hover), px(4));
        if (selected) list.AddRectFilled(from, {from.x + px(3), to.y}, packed(palette().accent), px(2));

        verdict_mark(context_, list, {corner.x + px(10), corner.y + px(15)}, px(7), row.verdict);
        const TextLook number{text_small, false, false, palette().quiet_ink, 1};
        const auto size = data_text_size(context_, row.notation, "", number, px(40));
        put({corner.x + px(54) - size.x, corner.y + px(6)}, row.notation, "", number, px(40));
        float y = corner.y + px(4);
        const float width = width_ - hang - px(8);
        const float text = put({corner.x + hang, y}, row.text, row.lang,
                               {text_normal, false, false, palette().ink, 12}, width);
        y += text;
        const float below = places(row, corner.x + hang, y, width);
        // The sentence is the row's own; what stands below it leads elsewhere.
        if (clicked({from.x, corner.y}, {width_ + px(8), y - corner.y})) queue_.send(Verb::select, {row.id});
        if (hovered_ && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) queue_.send(Verb::show, {row.id});
        next_id_ = id + static_cast<int>(most_places) + 2;
        return below - corner.y + px(8);
    }

    /// Kind, then what represents the statement; returns where the next thing may stand.
    float places(const session::ArticleRow& row, float left, float y, float width) {
        const TextLook quiet{text_small, false, false, palette().quiet_ink, 1};
        const TextLook link{text_small, false, false, palette().accent, 1};
        float x = left + data_text_size(context_, row.kind, "", quiet, width).x;
        put({left, y}, row.kind, "", quiet, width);
        const float line = px(18);
        for (std::size_t i = 0; i < std::min(row.places.size(), most_places); ++i) {
            const auto& place = row.places[i];
            const auto size =
                data_text_size(context_, place.text, place.lang, link, std::min(width, px(320)));
            if (x + px(14) + size.x > left + width) {
                x = left - px(14);
                y += line;
            }
            if (x > left) put({x + px(4), y}, "·", "", quiet, px(10));
            x += px(14);
            put({x, y}, place.text, place.lang, link, std::min(width, px(320)));
            if (clicked({x, y}, size)) queue_.send(Verb::select, {place.thing});
            if (hovered_) {
                ImGui::GetWindowDrawList()->AddLine({x, y + size.y}, {x + size.x, y + size.y},
                                                    packed(palette().accent.with_alpha(120)));
            }
            x += size.x;
        }
        if (row.places.size() > most_places) {
            put({x + px(8), y}, fmt::format("+{}", row.places.size() - most_places), "", quiet, px(40));
        }
        return y + line;
    }

    const Context& context_;
    Hand& hand_;
    const session::Session& session_;
    session::CommandQueue& queue_;
    const session::Article& article_;
    float width_;
    int next_id_ = 0;
    bool hovered_ = false;
};

// Statement by statement while the keyboard is where the picture was; Enter goes to what represents it there.
void article_keys(const Hand& hand, const session::Session& session, session::CommandQueue& queue,
                  const session::Article& article) {
    if (hand.way.area == Area::outline || hand.way.area == Area::details || ImGui::GetIO().WantTextInput ||
        session.overlay() != session::Overlay::none ||
        ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
        return;
    std::vector<const session::ArticleRow*> rows;
    for (const auto& section : article.sections) {
        for (const auto& row : section.rows) rows.push_back(&row);
    }
    if (rows.empty()) return;
    const auto at = static_cast<std::ptrdiff_t>(
        std::find_if(rows.begin(), rows.end(),
                     [&](const auto* row) { return row->id == session.selection(); }) -
        rows.begin());
    const auto count = static_cast<std::ptrdiff_t>(rows.size());
    const bool none = at == count;
    const auto go = [&](std::ptrdiff_t to) {
        queue.send(Verb::select,
                   {rows[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, count - 1))]->id});
    };
    constexpr std::ptrdiff_t page = 8;
    if (pressed("Down")) return go(none ? 0 : at + 1);
    if (pressed("Up")) return go(none ? 0 : at - 1);
    if (pressed("PageDown")) return go(none ? 0 : at + page);
    if (pressed("PageUp")) return go(none ? 0 : at - page);
    if (pressed("Home")) return go(0);
    if (pressed("End")) return go(count - 1);
    if (pressed("Enter") && !none) queue.send(Verb::show, {rows[static_cast<std::size_t>(at)]->id});
}

}  // namespace

void article_view(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                  const base::Rect& area) {
    const auto* article = hand.article.article(session);
    if (article == nullptr) return;
    article_keys(hand, session, queue, *article);
    begin_pane("article", area);
    // A column that can be read: no wider than some ninety letters.
    const float room = static_cast<float>(area.width());
    const float width = std::min(room - context.px(64), context.px(760));
    const float left = std::max((room - width) / 2, context.px(24));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ArticleDrawing drawing(context, hand, session, queue, *article, width);
    ImGui::SetCursorPos({left, context.px(16)});
    ImGui::BeginGroup();
    drawing.head();
    ImGui::EndGroup();
    const float y = ImGui::GetCursorPosY();
    edge_line(context, {area.left, area.top + static_cast<double>(y)},
              {area.right, area.top + static_cast<double>(y) + 1});
    ImGui::SetCursorPos({0, y + 1});
    ImGui::BeginChild("statements", {0, 0}, false, ImGuiWindowFlags_NoNavInputs);
    if (hand.article.turned) ImGui::SetScrollY(0);
    ImGui::SetCursorPosX(left);
    ImGui::BeginGroup();
    drawing.rows();
    ImGui::EndGroup();
    ImGui::EndChild();
    ImGui::PopStyleVar();
    end_pane();
}

}  // namespace shezhire::ui
