// The rows of a table, those that are seen, and the keys among them.
#include <algorithm>

#include "scene/shapes.h"
#include "ui/draw_list_painter.h"
#include "ui/table_parts.h"

namespace shezhire::ui {
namespace {

using session::Verb;

class RowDrawing {
  public:
    RowDrawing(const Context& context, Hand& hand, const session::Session& session,
               session::CommandQueue& queue)
        : context_(context),
          hand_(hand),
          table_(hand.table),
          session_(session),
          queue_(queue),
          rows_(*session.rows()),
          theme_(scene::theme(session.presentation().theme)) {
        for (const float width : table_.widths) width_ += width;
    }

    [[nodiscard]] float width() const { return width_; }

    /// The signs of kinds, by the painter of pictures: it is not at hand while texts are drawn.
    void draw_marks() const {
        DrawListPainter painter(*ImGui::GetWindowDrawList(), context_.atlas, context_.atlas_texture, {0, 0},
                                false);
        for (const auto& mark : marks_) painter.path(mark, {}, 1);
    }

    void draw(int at) {
        const auto row = rows_.rows[static_cast<std::size_t>(at)];
        const float height = table_row_height(context_);
        const auto corner = ImGui::GetCursorScreenPos();
        ImGui::PushID(at);
        const bool pressed = ImGui::InvisibleButton(
            "row", {width_, height}, ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
        const bool hovered = ImGui::IsItemHovered();
        ImGui::PopID();
        if (pressed) clicked(at, row);
        if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) queue_.send(Verb::details);
        ground(at, row, corner, height, hovered);
        cells(row, corner, height);
        if (hovered) whole_cell(row);
    }

  private:
    void clicked(int at, std::uint32_t row) {
        const auto& thing = rows_.table->thing(row);
        table_.at = at;
        if (!ImGui::GetIO().KeyShift || table_.from < 0) table_.from = at;
        table_.seen = thing;
        queue_.send(Verb::select, {thing});
        if (ImGui::IsMouseReleased(ImGuiMouseButton_Right) &&
            session_.model()->organization(thing) != nullptr)
            open_box_menu(hand_, thing);
    }

    void ground(int at, std::uint32_t row, ImVec2 corner, float height, bool hovered) const {
        auto& list = *ImGui::GetWindowDrawList();
        const ImVec2 end(corner.x + width_, corner.y + height);
        const bool selected =
            !session_.selection().empty() && rows_.table->thing(row) == session_.selection();
        const bool marked = table_.from >= 0 && table_.from != table_.at &&
                            at >= std::min(table_.from, table_.at) && at <= std::max(table_.from, table_.at);
        const auto& colours = context_.palette;
        if (marked) list.AddRectFilled(corner, end, packed(colours.accent.with_alpha(40)));
        if ((selected && !marked) || hovered) list.AddRectFilled(corner, end, packed(colours.hover));
        list.AddLine({corner.x, end.y - 0.5F}, {end.x, end.y - 0.5F}, packed(colours.line.with_alpha(130)));
        const float left = ImGui::GetWindowPos().x;
        if (selected)
            list.AddRectFilled({left, corner.y}, {left + context_.px(3), end.y}, packed(colours.accent));
        if (at == table_.at && hand_.way.area == Area::canvas) {
            const float right =
                std::min(end.x, left + ImGui::GetWindowWidth() - ImGui::GetStyle().ScrollbarSize);
            list.AddRect({left + 1, corner.y + 1}, {right - 1, end.y - 1}, packed(colours.accent),
                         context_.px(3), 0, context_.px(1.2F));
        }
    }

    void cells(std::uint32_t row, ImVec2 corner, float height) {
        auto& list = *ImGui::GetWindowDrawList();
        const float padding = context_.px(cell_padding);
        const float top = corner.y + (height - context_.px(text_normal) * 1.36F) / 2;
        const float seen_from = ImGui::GetWindowPos().x;
        const float seen_to = seen_from + ImGui::GetWindowWidth();
        float x = seen_from;  // the first stays while the others are moved
        for (std::size_t i = 0; i < rows_.columns.size() && i < table_.widths.size(); ++i) {
            const float width = table_.widths[i];
            if (i == 1) {
                list.PushClipRect({x, corner.y}, {seen_to, corner.y + height}, true);
                x -= ImGui::GetScrollX();
            }
            float left = x + padding;
            if (i == 0) {
                mark(rows_.table->kind(row), {x + context_.px(step * 3 + 5), corner.y + height / 2});
                left += context_.px(mark_room);
            }
            if (x < seen_to && x + width > seen_from) cell(list, row, i, left, x + width - padding, top);
            x += width;
        }
        if (rows_.columns.size() > 1) list.PopClipRect();
    }

    void cell(ImDrawList& list, std::uint32_t row, std::size_t i, float left, float right, float top) const {
        const auto& said = rows_.table->cell(row, rows_.columns[i]);
        if (said.text.empty() || right <= left) return;
        const auto kind = rows_.table->columns()[rows_.columns[i]].kind;
        const bool strong = i == 0 || kind != scene::CellKind::text;
        const TextLook look{text_normal, false, false,
                            strong ? context_.palette.ink : context_.palette.quiet_ink, 1};
        const auto& lang = said.lang.empty() ? rows_.table->lang : said.lang;
        float at = left;
        if (kind == scene::CellKind::number) {
            const auto size = data_text_size(context_, said.text, lang, look, right - left);
            at = right - size.x;
        }
        data_text_at(context_, list, {at, top}, said.text, lang, look, right - left);
    }

    void mark(const std::string& kind, ImVec2 centre) {
        if (kind.empty()) return;
        const auto look = scene::look_of(theme_, *session_.model(), kind, 2);
        const auto shape = look.mark == scene::Mark::none ? scene::Mark::disc : look.mark;
        marks_.push_back(scene::mark_outline(shape, {centre.x, centre.y},
                                             static_cast<double>(context_.px(10)), look.outline));
    }

    /// What has no room in its cell, whole.
    void whole_cell(std::uint32_t row) const {
        const float mouse = ImGui::GetIO().MousePos.x;
        float x = ImGui::GetWindowPos().x;
        for (std::size_t i = 0; i < rows_.columns.size() && i < table_.widths.size(); ++i) {
            const float width = table_.widths[i];
            if (i == 1) x -= ImGui::GetScrollX();
            if (mouse >= x && mouse < x + width) {
                const auto& said = rows_.table->cell(row, rows_.columns[i]);
                const auto& lang = said.lang.empty() ? rows_.table->lang : said.lang;
                TextLook look{text_normal, false, false, context_.palette.ink, 1};
                const float room = width - context_.px(2 * cell_padding + (i == 0 ? mark_room : 0));
                if (said.text.empty() || data_text_size(context_, said.text, lang, look, 0).x <= room) return;
                look.lines = 12;
                ImGui::BeginTooltip();
                data_text(context_, said.text, lang, look, context_.px(420));
                ImGui::EndTooltip();
                return;
            }
            x += width;
        }
    }

    const Context& context_;
    Hand& hand_;
    TableHand& table_;
    const session::Session& session_;
    session::CommandQueue& queue_;
    const session::Rows& rows_;
    const scene::Theme& theme_;
    float width_ = 0;
    std::vector<scene::PathShape> marks_;
};

/// Little movement, so that the eye keeps its place; the window is the rows'.
void bring_into_view(const Context& context, TableHand& hand) {
    const float height = table_row_height(context);
    if (hand.go) {
        hand.go = false;
        const float y = height * static_cast<float>(hand.at);
        const float from = ImGui::GetScrollY();
        const float room = ImGui::GetWindowHeight() - ImGui::GetStyle().ScrollbarSize;
        const bool far = y < from - room || y > from + 2 * room;
        if (far) {
            ImGui::SetScrollY(std::max(0.0F, y - room / 3));
        } else if (y < from) {
            ImGui::SetScrollY(y);
        } else if (y + height > from + room) {
            ImGui::SetScrollY(y + height - room);
        }
    }
    if (hand.go_column) {
        hand.go_column = false;
        if (hand.column < 1) return;  // it does not move
        float x = 0;
        for (int i = 1; i < hand.column; ++i) x += hand.widths[static_cast<std::size_t>(i)];
        const float width = hand.widths[static_cast<std::size_t>(hand.column)];
        const float from = ImGui::GetScrollX();
        const float room = ImGui::GetWindowWidth() - ImGui::GetStyle().ScrollbarSize - hand.widths.front();
        if (x < from) ImGui::SetScrollX(x);
        if (x + width > from + room) ImGui::SetScrollX(std::min(x, x + width - room));
    }
}

}  // namespace

void table_keys(Hand& hand, const session::Session& session, session::CommandQueue& queue, float page) {
    auto& table = hand.table;
    const auto& rows = *session.rows();
    const auto& io = ImGui::GetIO();
    const bool elsewhere = hand.way.area != Area::canvas || io.WantTextInput || io.KeyAlt || hand.way.popup ||
                           session.overlay() != session::Overlay::none;
    if (elsewhere || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
        return;
    const auto key = [](ImGuiKey which) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(which)); };
    const int last = static_cast<int>(rows.rows.size()) - 1;
    if (last < 0) return;
    if (io.KeyCtrl) {
        if (!key(ImGuiKey_A)) return;
        table.from = 0;
        table.at = last;
        return;
    }
    const auto go = [&](int to) {
        to = std::clamp(to, 0, last);
        table.at = to;
        if (!io.KeyShift || table.from < 0) table.from = to;
        table.go = true;
        const auto& thing = rows.table->thing(rows.rows[static_cast<std::size_t>(to)]);
        table.seen = thing;
        queue.send(Verb::select, {thing});
    };
    const int pages = std::max(static_cast<int>(page), 1);
    const bool none = table.at < 0;
    if (key(ImGuiKey_DownArrow)) return go(none ? 0 : table.at + 1);
    if (key(ImGuiKey_UpArrow)) return go(none ? 0 : table.at - 1);
    if (key(ImGuiKey_PageDown)) return go(none ? 0 : table.at + pages);
    if (key(ImGuiKey_PageUp)) return go(none ? 0 : table.at - pages);
    if (key(ImGuiKey_Home)) return go(0);
    if (key(ImGuiKey_End)) return go(last);
    if (key(ImGuiKey_Enter)) return queue.send(Verb::details);
    const int columns = static_cast<int>(rows.columns.size());
    const auto to_column = [&](int to) {
        table.column = std::clamp(to, 0, std::max(columns - 1, 0));
        table.go_column = columns > 0;
    };
    if (key(ImGuiKey_RightArrow)) to_column(table.column + 1);
    if (key(ImGuiKey_LeftArrow)) to_column(table.column - 1);
}

void table_rows(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    auto& table = hand.table;
    RowDrawing drawing(context, hand, session, queue);
    const float height = table_row_height(context);
    ImGui::SetNextWindowContentSize({drawing.width(), 0});
    ImGui::BeginChild("rows", {0, 0}, false,
                      ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_HorizontalScrollbar);
    table_keys(hand, session, queue, ImGui::GetWindowHeight() / height - 1);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(session.rows()->rows.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) drawing.draw(i);
    }
    drawing.draw_marks();
    bring_into_view(context, table);
    table.scroll_x = ImGui::GetScrollX();
    ImGui::EndChild();
}

}  // namespace shezhire::ui
