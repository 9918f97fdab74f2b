#include "ui/page_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/numbers.h"
#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/marks.h"
#include "ui/part_keys.h"

namespace shezhire::ui {
namespace {

constexpr std::size_t shown_at_first = 12;  // lines of a long list

class PageDrawing {
  public:
    PageDrawing(const Context& context, Hand& hand, const session::Session& session,
                session::CommandQueue& queue, const session::Page& page, float width)
        : context_(context), hand_(hand), session_(session), queue_(queue), page_(page), width_(width) {
        if (hand_.page.width != width_) forget_heights();
        hand_.page.width = width_;
    }

    void draw() {
        life();
        for (const auto& block : page_.blocks) draw(block);
    }

  private:
    static constexpr int parts_of_a_line = 128;  // at most, so that each part has its number in every frame

    void forget_heights() {
        hand_.page.heights.clear();
        hand_.page.keys.forget_places();
    }

    [[nodiscard]] float px(float units) const { return context_.px(units); }
    [[nodiscard]] const Palette& palette() const { return context_.palette; }

    float put(ImVec2 at, std::string_view text, std::string_view lang, const TextLook& look,
              float width) const {
        return data_text_at(context_, *ImGui::GetWindowDrawList(), at, text, lang, look, width).y;
    }

    [[nodiscard]] LifeScale scale(float left, float right) const {
        return {page_.first_day, page_.last_day, left, right};
    }

    void heading(const std::string& text) const {
        ImGui::Dummy({0, px(2 * step)});
        data_text(context_, text, "", {text_small, true, false, palette().accent, 2}, width_);
        ImGui::Dummy({0, px(1)});
    }

    /// A part of the page under the pointer that does something.
    bool clicked(ImVec2 corner, ImVec2 size) {
        const int part = next_id_++;
        const auto press = press_area(part, corner, size);
        hovered_ = press.hovered;
        return part_is_taken(context_, hand_.page.keys, part, corner, size) || press.pressed;
    }

    void life() {
        if (page_.life.empty() && page_.first_day == page_.last_day) return;
        ImGui::Dummy({0, px(2 * step)});
        const auto corner = ImGui::GetCursorScreenPos();
        const auto on = scale(corner.x, corner.x + width_);
        auto& list = *ImGui::GetWindowDrawList();
        float y = corner.y;
        if (on.drawn()) {
            const TextLook look{11, false, false, palette().quiet_ink, 1};
            const auto year = [](edtf::Day day) { return fmt::format("{}", edtf::civil_from_day(day).year); };
            put({corner.x, y}, year(page_.first_day), "", look, px(60));
            const auto last = year(page_.last_day);
            const auto room = data_text_size(context_, last, "", look, px(60));
            y += put({corner.x + width_ - room.x, y}, last, "", look, px(60)) + px(2);
        }
        for (const auto& line : page_.life) {
            std::vector<edtf::Interval> spans = line.spans;
            if (on.drawn()) {
                const bool phase = line.go.has_value();
                life_bars(context_, list, on, spans, session_.at(), y + px(5), px(phase ? 5 : 8),
                          phase ? palette().warning : palette().accent);
                y += px(12);
            }
            const auto text = line.about.empty() ? line.text : line.text + "  ·  " + line.about;
            const float top = y;
            y += put({corner.x, y}, text, "", {text_small, false, false, palette().quiet_ink, 2},
                     width_ - gutter());
            cites(line, {corner.x, top - px(2)}, y - top);
            if (line.go && clicked({corner.x, top}, {width_ - gutter(), y - top})) queue_.send(*line.go);
            y += px(2);
            y += warnings(line, corner.x, y, width_);
        }
        ImGui::Dummy({width_, y - corner.y});
    }

    [[nodiscard]] float gutter() const { return px(38); }

    // The numbers of a fact's sources stand in a column of their own, as notes in a margin: two in a row, as
    // many rows as the fact has lines.
    void cites(const session::Line& line, ImVec2 at, float height) {
        const auto& cited = line.cited;
        const auto rows = static_cast<std::size_t>(std::max(1.0F, (height + px(3)) / px(14)));
        const bool all = cited.size() <= 2 * rows;
        const auto shown = all ? cited.size() : 2 * rows - 1;
        float x = at.x + width_ - gutter() + px(4);
        float y = at.y + px(3);
        for (std::size_t i = 0; i < shown; ++i) {
            const float taken = cite(fmt::format("{}", cited[i] + 1), page_.sources[cited[i]], {x, y});
            x += std::max(taken, px(10)) + px(4);
            if (i % 2 == 0) continue;
            x = at.x + width_ - gutter() + px(4);
            y += px(14);
        }
        if (all) return;
        const TextLook quiet{11, false, false, palette().quiet_ink, 1};
        put({x, y}, fmt::format("+{}", cited.size() - shown), "", quiet, px(30));
    }

    float cite(const std::string& number, const std::string& source, ImVec2 at) {
        const TextLook look{11, false, false, palette().accent, 1};
        const auto size = data_text_size(context_, number, "", look, px(30));
        put(at, number, "", look, px(30));
        if (clicked({at.x - px(2), at.y}, {size.x + px(4), size.y})) {
            queue_.send(session::Verb::select, {source});
        }
        if (hovered_) source_tip(source);
        return size.x;
    }

    void source_tip(const std::string& id) const {
        const auto* source = session_.model()->source(id);
        const auto text = source == nullptr ? id : session::citation(*source);
        ImGui::BeginTooltip();
        data_text(context_, text, source == nullptr ? "" : source->language,
                  {text_small, false, false, palette().ink, 5}, px(300));
        ImGui::EndTooltip();
    }

    [[nodiscard]] TextLook warning_look() const { return {text_small, false, false, palette().warning, 2}; }

    [[nodiscard]] static std::string warning(const session::Line& line) {
        std::string text;
        if (line.disputed) text = base::tr("sources disagree");
        const char* sure = line.confidence == model::Confidence::low      ? base::tr("low confidence")
                           : line.confidence == model::Confidence::medium ? base::tr("medium confidence")
                                                                          : "";
        if (*sure != '\0') text += (text.empty() ? "" : ", ") + std::string(sure);
        return text;
    }

    float warnings(const session::Line& line, float x, float y, float width) const {
        const auto text = warning(line);
        return text.empty() ? 0 : put({x, y}, text, "", warning_look(), width);
    }

    void draw(const session::Block& block) {
        heading(block.heading);
        if (block.kind == session::BlockKind::disputes) return disputes(block);
        float hang = 0;
        for (const auto& line : block.lines) hang = std::max(hang, hang_of(line));
        const bool whole =
            block.lines.size() <= shown_at_first + 3 || hand_.page.opened.contains(block.heading);
        const auto count = whole ? block.lines.size() : shown_at_first;
        for (std::size_t i = 0; i < count; ++i) culled(block, block.lines[i], hang);
        line_index_ += block.lines.size() - count;
        if (whole) {
            if (block.more > 0) quiet_text(context_, ("+" + base::number(block.more)).c_str());
            return;
        }
        const auto text =
            fmt::format(fmt::runtime(base::tr("Show all {}")), base::number(block.lines.size() + block.more));
        const auto corner = ImGui::GetCursorScreenPos();
        const auto size =
            data_text(context_, text, "", {text_small, true, false, palette().accent, 1}, width_);
        if (clicked(corner, size)) {
            hand_.page.opened.insert(block.heading);
            forget_heights();
        }
    }

    [[nodiscard]] float hang_of(const session::Line& line) const {
        if (line.verdict != model::Verdict::unstated) return px(20);
        if (line.number.empty()) return 0;
        const auto size = data_text_size(context_, line.number, "", number_look(), px(60));
        return size.x + px(6);
    }
    [[nodiscard]] TextLook number_look() const { return {text_small, false, false, palette().quiet_ink, 1}; }

    /// Draws a line where it is seen; elsewhere it takes the room that it took before.
    void culled(const session::Block& block, const session::Line& line, float hang) {
        auto& heights = hand_.page.heights;
        const auto index = line_index_++;
        if (heights.size() <= index) heights.resize(index + 1, 0);
        const auto corner = ImGui::GetCursorScreenPos();
        const float top = ImGui::GetWindowPos().y;
        const float low = top + ImGui::GetWindowHeight();
        const bool seen = heights[index] <= 0 || (corner.y <= low && corner.y + heights[index] >= top);
        const int part = next_id_;
        if (seen) heights[index] = draw(block, line, hang, corner);
        next_id_ = part + parts_of_a_line;
        ImGui::Dummy({width_, heights[index]});
    }

    float draw(const session::Block& block, const session::Line& line, float hang, ImVec2 corner) {
        const bool leads =
            line.go.has_value() || (!line.url.empty() && block.kind != session::BlockKind::sources);
        const float x = corner.x + hang;
        const float width = width_ - hang - (line.cited.empty() ? 0 : gutter());
        float y = corner.y;
        if (line.verdict != model::Verdict::unstated) {
            verdict_mark(context_, *ImGui::GetWindowDrawList(), {corner.x + px(7), y + px(11)}, px(6.5F),
                         line.verdict);
        }
        std::string text = line.text;
        if (!line.number.empty()) {
            if (line.verdict == model::Verdict::unstated) {
                put({corner.x, y + px(2)}, line.number, "", number_look(), px(60));
            } else {
                text = line.number + " " + text;
            }
        }
        const int most = block.kind == session::BlockKind::text ? 40 : 8;
        const bool quiet = block.kind == session::BlockKind::text && block.heading == base::tr("Notes");
        const TextLook look{quiet ? text_small : text_normal, false, false,
                            leads ? palette().accent : palette().ink, most};
        const float text_height = put({x, y}, text, line.lang, look, width);
        click(line, leads, {x, y}, {width, text_height});
        const float top = y;
        y += text_height;
        const TextLook small{text_small, false, false, palette().quiet_ink, 4};
        if (!line.about.empty()) y += put({x, y}, line.about, "", small, width);
        cites(line, {corner.x, top}, y - top);
        if (!line.spans.empty() && page_.last_day > page_.first_day) {
            life_bars(context_, *ImGui::GetWindowDrawList(), scale(corner.x, corner.x + width_), line.spans,
                      session_.at(), y + px(6), px(5),
                      base::mixed(palette().quiet_ink, palette().accent, 0.35));
            y += px(12);
        }
        if (block.kind == session::BlockKind::sources && !line.url.empty()) y += address(line, x, y, width);
        y += warnings(line, x, y, width);
        for (const auto& note : line.notes) {
            y += put({x, y}, note, "", {text_small, false, true, palette().quiet_ink, line.go ? 4 : 10},
                     width);
        }
        return y - corner.y + px(4);
    }

    void click(const session::Line& line, bool leads, ImVec2 corner, ImVec2 size) {
        if (!leads) return;
        const bool pressed = clicked(corner, size);
        if (hovered_) {
            ImGui::GetWindowDrawList()->AddLine({corner.x, corner.y + size.y},
                                                {corner.x + size.x, corner.y + size.y},
                                                packed(palette().accent.with_alpha(120)));
        }
        if (!pressed) return;
        if (line.go) return queue_.send(*line.go);
        hand_.ask_link = line.url;
    }

    float address(const session::Line& line, float x, float y, float width) {
        const TextLook look{text_small, false, false, palette().accent, 1};
        const float height = put({x, y}, line.url, "", look, width);
        if (clicked({x, y}, {width, height})) hand_.ask_link = line.url;
        return height;
    }

    // Claims that contradict each other stand beside each other, each with who says so.
    void disputes(const session::Block& block) {
        const float gap = px(6);
        const float half = (width_ - gap) / 2;
        for (std::size_t i = 0; i < block.lines.size();) {
            std::size_t end = i;
            while (end < block.lines.size() && block.lines[end].group == block.lines[i].group) ++end;
            data_text(context_, block.lines[i].about, "", {text_small, false, false, palette().quiet_ink, 2},
                      width_);
            const bool abreast =
                end - i > 1 &&
                std::all_of(block.lines.begin() + static_cast<std::ptrdiff_t>(i),
                            block.lines.begin() + static_cast<std::ptrdiff_t>(end),
                            [this, half](const session::Line& line) { return fits(line, half); });
            for (; i < end; i += abreast ? 2 : 1) {
                const auto corner = ImGui::GetCursorScreenPos();
                const bool two = abreast && i + 1 < end;
                const float width = abreast ? half : width_;
                float height = card_height(block.lines[i], width);
                if (two) height = std::max(height, card_height(block.lines[i + 1], width));
                card(block.lines[i], corner, {width, height});
                if (two) card(block.lines[i + 1], {corner.x + half + gap, corner.y}, {width, height});
                ImGui::Dummy({width_, height + px(4)});
            }
            i = end;
            ImGui::Dummy({0, px(2)});
        }
    }

    [[nodiscard]] TextLook claim_look() const { return {text_normal, true, false, palette().ink, 8}; }
    [[nodiscard]] TextLook source_look() const { return {12, false, false, palette().accent, 2}; }
    static constexpr std::size_t sources_on_a_card = 3;

    /// Short enough for a card of half the width.
    [[nodiscard]] bool fits(const session::Line& line, float half) const {
        const auto size = data_text_size(context_, line.text, line.lang, claim_look(), half - px(16));
        return size.y <= px(48);
    }

    [[nodiscard]] std::string source_name(std::size_t cited) const {
        const auto* source = session_.model()->source(page_.sources[cited]);
        return fmt::format("[{}] {}", cited + 1,
                           source == nullptr || source->title.empty() ? page_.sources[cited] : source->title);
    }

    [[nodiscard]] float card_height(const session::Line& line, float width) const {
        const float inner = width - px(16);
        float height = px(12) + data_text_size(context_, line.text, line.lang, claim_look(), inner).y;
        for (std::size_t i = 0; i < std::min(line.cited.size(), sources_on_a_card); ++i) {
            height += data_text_size(context_, source_name(line.cited[i]), "", source_look(), inner).y;
        }
        if (line.cited.size() > sources_on_a_card) height += px(16);
        const auto warned = warning(line);
        if (!warned.empty()) height += data_text_size(context_, warned, "", warning_look(), inner).y;
        return height;
    }

    void card(const session::Line& line, ImVec2 corner, ImVec2 size) {
        auto& list = *ImGui::GetWindowDrawList();
        const ImVec2 low(corner.x + size.x, corner.y + size.y);
        list.AddRectFilled(corner, low, packed(palette().raised), px(4));
        list.AddRect(corner, low, packed(palette().line), px(4));
        const float x = corner.x + px(8);
        const float inner = size.x - px(16);
        float y = corner.y + px(6);
        y += put({x, y}, line.text, line.lang, claim_look(), inner);
        for (std::size_t i = 0; i < std::min(line.cited.size(), sources_on_a_card); ++i) {
            const float height = put({x, y}, source_name(line.cited[i]), "", source_look(), inner);
            if (clicked({x, y}, {inner, height})) {
                queue_.send(session::Verb::select, {page_.sources[line.cited[i]]});
            }
            if (hovered_) source_tip(page_.sources[line.cited[i]]);
            y += height;
        }
        if (line.cited.size() > sources_on_a_card) {
            y += put({x, y}, fmt::format("+{}", line.cited.size() - sources_on_a_card), "", source_look(),
                     inner);
        }
        warnings(line, x, y, inner);
    }

    const Context& context_;
    Hand& hand_;
    const session::Session& session_;
    session::CommandQueue& queue_;
    const session::Page& page_;
    float width_;
    int next_id_ = 16;  // those before are the pane's buttons
    std::size_t line_index_ = 0;
    bool hovered_ = false;
};

}  // namespace

void draw_page(const Context& context, Hand& hand, const session::Session& session,
               session::CommandQueue& queue, const session::Page& page, float width) {
    PageDrawing(context, hand, session, queue, page, width).draw();
}

}  // namespace shezhire::ui
