#include "scene/table_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "scene/elements.h"
#include "scene/furniture.h"
#include "scene/shapes.h"
#include "scene/table_widths.h"

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;
using base::Size;

constexpr double table_margin = 24;
constexpr double table_sheet_margin = 36;
constexpr double column_gap = 12;  // between columns
constexpr double row_pad = 3;      // above and below a row's text
constexpr double row_mark_size = 6.5;
constexpr int most_cell_lines = 3;

PathShape lying_rule(double width, double y, base::Colour colour, double weight) {
    const std::array<Point, 2> points{Point{0, y}, Point{width, y}};
    return rounded_line(points, 0, {colour, weight, Dash::solid});
}

class Printer {
  public:
    Printer(const Table& table, const model::Model& model, const Theme& theme, const TableStyle& style,
            const text::Typesetter& typesetter)
        : table_(table), model_(model), theme_(theme), style_(style), typesetter_(typesetter) {
        type_.head = {type_scale::small, text::Weight::bold, false};
        type_.cell = {on_sheets() ? type_scale::small : type_scale::body, text::Weight::regular, false};
        for (std::uint32_t row = 0; row < table.row_count() && type_.mark == 0; ++row)
            type_.mark = table.kind(row).empty() ? 0 : row_mark_size + 5;
        choose_widths();
    }

    std::vector<Scene> printed() {
        begin_sheet();
        for (std::uint32_t row = 0; row < table_.row_count(); ++row) add_row(row);
        if (table_.row_count() == 0) add_note_alone();
        end_sheet();
        if (on_sheets()) number_sheets();
        for (auto& scene : scenes_) thicken(scene, theme_.line_weight);
        return std::move(scenes_);
    }

  private:
    [[nodiscard]] bool on_sheets() const { return style_.sheet.width > 0 && style_.sheet.height > 0; }
    [[nodiscard]] double edge() const { return on_sheets() ? table_sheet_margin : table_margin; }

    /// A sheet is turned where the columns would be squeezed on it as it is.
    void choose_widths() {
        std::vector<std::uint32_t> all(table_.columns().size());
        std::iota(all.begin(), all.end(), 0U);
        const auto wishes = column_wishes(table_, all, type_, typesetter_);
        double liked = column_gap * static_cast<double>(std::max<std::size_t>(wishes.size(), 1) - 1);
        const double gaps = liked;
        for (const auto& wish : wishes) liked += wish.liked;
        sheet_ = style_.sheet;
        const double upright = std::min(sheet_.width, sheet_.height) - 2 * edge();
        const bool is_paper = sheet_.width < sheet_.height;
        if (on_sheets() && is_paper && liked > upright * 1.25) std::swap(sheet_.width, sheet_.height);
        const double room = on_sheets() ? sheet_.width - 2 * edge() : 1400;
        widths_ = column_widths(wishes, room - gaps);
        width_ = std::accumulate(widths_.begin(), widths_.end(), gaps);
        // What is over of a sheet goes to the columns that had to give way.
        if (on_sheets() && width_ < room) {
            const double more =
                (room - width_) / static_cast<double>(std::max<std::size_t>(widths_.size(), 1));
            for (auto& width : widths_) width += more;
            width_ = widths_.empty() ? width_ : room;
        }
        width_ = std::max(width_, 220.0);
    }

    void begin_sheet() {
        Scene scene;
        scene.background = theme_.paper;
        scene.lang = table_.lang;
        scene.title = table_.title.empty()      ? table_.subtitle
                      : table_.subtitle.empty() ? table_.title
                                                : table_.title + ". " + table_.subtitle;
        scene.description = table_.note;
        scenes_.push_back(std::move(scene));
        y_ = edge();
        if (style_.title && scenes_.size() == 1) add_title();
        add_head();
        fresh_ = true;
    }

    void end_sheet() {
        auto& scene = scenes_.back();
        scene.size = on_sheets() ? sheet_ : Size{width_ + 2 * edge(), y_ + edge()};
        // Columns that cannot be narrower than the sheet widen it: nothing is cut off.
        scene.size.width = std::max(scene.size.width, width_ + 2 * edge());
    }

    text::SetTextPtr set(const std::string& text, const std::string& lang, text::Style how, double width,
                         int lines) const {
        return typesetter_.set({text, lang.empty() ? table_.lang : lang, how, width, lines, {}});
    }

    void add_title() {
        Element element;
        element.key = element.owner = "#title";
        element.role = Role::title;
        element.title = scenes_.back().title;
        element.description = table_.note;
        double y = 0;
        const auto line = [&](const std::string& text, text::Style how, base::Colour colour) {
            if (text.empty()) return;
            const auto label = set(text, {}, how, width_, 2);
            element.texts.push_back({label, {0, y}, colour, {}});
            y += label->size.height;
        };
        const bool titled = !table_.title.empty();
        line(titled ? table_.title : table_.subtitle, {type_scale::title, text::Weight::bold, false},
             theme_.ink);
        if (titled) line(table_.subtitle, {type_scale::body, text::Weight::bold, false}, theme_.quiet_ink);
        line(table_.note, {type_scale::small, text::Weight::regular, false}, theme_.quiet_ink);
        element.origin = {edge(), y_};
        fit_box(element);
        if (!element.texts.empty()) scenes_.back().elements.push_back(std::move(element));
        y_ += y + 10;
    }

    void add_head() {
        Element element;
        element.key = element.owner = "#head";
        element.role = Role::legend;
        double x = 0;
        double height = 0;
        std::vector<text::SetTextPtr> labels;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            labels.push_back(set(table_.columns()[i].title, {}, type_.head, widths_[i], 2));
            height = std::max(height, labels.back()->size.height);
            element.description += (i > 0 ? ", " : "") + table_.columns()[i].title;
        }
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const auto& label = labels[i];
            const bool right = table_.columns()[i].kind == CellKind::number;
            const double at = x + (right ? widths_[i] - label->size.width : 0);
            element.texts.push_back({label, {at, height - label->size.height}, theme_.quiet_ink, {}});
            x += widths_[i] + column_gap;
        }
        height += row_pad;
        element.paths.push_back(lying_rule(width_, height, theme_.ink, 0.9));
        element.origin = {edge(), y_};
        fit_box(element);
        scenes_.back().elements.push_back(std::move(element));
        y_ += height + 1;
    }

    void add_row(std::uint32_t row) {
        Element element;
        element.key = element.owner = table_.key(row);
        element.role = Role::node;
        element.kind = table_.kind(row);
        double x = 0;
        double height = 0;
        for (std::uint32_t i = 0; i < widths_.size(); ++i) {
            const auto& cell = table_.cell(row, i);
            const double before = i == 0 ? type_.mark : 0;
            if (!cell.text.empty()) {
                const auto label =
                    set(cell.text, cell.lang, type_.cell, widths_[i] - before, most_cell_lines);
                const bool right = table_.columns()[i].kind == CellKind::number;
                const double at = right ? x + widths_[i] - label->size.width : x + before;
                element.texts.push_back({label, {at, row_pad}, i == 0 ? theme_.ink : strong(i), {}});
                height = std::max(height, label->size.height);
                auto& said = i == 0 ? element.title : element.description;
                if (i > 0) said += (said.empty() ? "" : ", ") + table_.columns()[i].title + ": ";
                said += cell.text;
            }
            x += widths_[i] + column_gap;
        }
        height = std::max(height, type_.cell.size) + 2 * row_pad;
        add_mark(row, element);
        if (on_sheets() && !fresh_ && y_ + height > sheet_.height - edge() - foot_height) {
            end_sheet();
            begin_sheet();
        }
        element.paths.push_back(
            lying_rule(width_, height, base::mixed(theme_.paper, theme_.quiet_line, 0.45), 0.5));
        element.origin = {edge(), y_};
        fit_box(element);
        scenes_.back().elements.push_back(std::move(element));
        y_ += height;
        fresh_ = false;
    }

    /// Dates and numbers are read by themselves; what repeats in most rows stands back.
    [[nodiscard]] base::Colour strong(std::uint32_t column) const {
        return table_.columns()[column].kind == CellKind::text ? theme_.quiet_ink : theme_.ink;
    }

    void add_mark(std::uint32_t row, Element& element) const {
        if (type_.mark == 0 || table_.kind(row).empty()) return;
        const auto look = look_of(theme_, model_, table_.kind(row), 2);
        const double middle = row_pad + type_.cell.size * 0.68;
        element.paths.push_back(mark_outline(look.mark == Mark::none ? Mark::disc : look.mark,
                                             {row_mark_size / 2, middle}, row_mark_size, look.outline));
    }

    void add_note_alone() {
        Element element;
        element.key = element.owner = "#note";
        element.role = Role::legend;
        const auto label = set(table_.note, {}, type_.cell, width_, 4);
        element.texts.push_back({label, {0, row_pad}, theme_.quiet_ink, {}});
        element.origin = {edge(), y_};
        fit_box(element);
        y_ += label->size.height + 2 * row_pad;
        if (!style_.title) scenes_.back().elements.push_back(std::move(element));
    }

    /// Known only when all are there. One sheet needs no number.
    void number_sheets() {
        if (scenes_.size() < 2) return;
        for (std::size_t i = 0; i < scenes_.size(); ++i) {
            auto& scene = scenes_[i];
            Element element;
            element.key = element.owner = "#foot";
            element.role = Role::legend;
            const auto number = set(fmt::format("{} / {}", i + 1, scenes_.size()), {}, type_.cell, 0, 1);
            const double y = scene.size.height - edge() - number->size.height;
            const auto subject =
                set(scene.title, {}, type_.cell, width_ - number->size.width - column_gap, 1);
            element.texts.push_back({subject, {0, 0}, theme_.quiet_ink, {}});
            element.texts.push_back({number, {width_ - number->size.width, 0}, theme_.quiet_ink, {}});
            element.origin = {edge(), y};
            fit_box(element);
            scene.elements.push_back(std::move(element));
        }
    }

    static constexpr double foot_height = 14;

    const Table& table_;
    const model::Model& model_;
    const Theme& theme_;
    const TableStyle& style_;
    const text::Typesetter& typesetter_;
    TableType type_;
    Size sheet_;
    std::vector<double> widths_;
    double width_ = 0;
    std::vector<Scene> scenes_;
    double y_ = 0;
    bool fresh_ = true;  // no row stands on the sheet yet
};

}  // namespace

std::vector<Scene> table_scenes(const Table& table, const model::Model& model, const Theme& theme,
                                const TableStyle& style, const text::Typesetter& typesetter) {
    return Printer(table, model, theme, style, typesetter).printed();
}

}  // namespace shezhire::scene
