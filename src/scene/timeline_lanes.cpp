// Life-lines with their names along them, the marks of what happened on them, and its labels.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "model/language.h"
#include "scene/elements.h"
#include "scene/pen.h"
#include "scene/shapes.h"
#include "scene/time_words.h"
#include "scene/timeline_state.h"
#include "scene/timeline_words.h"

namespace shezhire::scene {
namespace {

using base::Point;
using base::Rect;
using graph::Lane;

constexpr double name_gap = 6;  // between labels of one row
constexpr double count_gap = 5;
constexpr double mark_room = 7.6;
constexpr double least_name = 46;  // a label cut shorter than this says nothing

struct LineLook {
    double thickness;
    base::Colour certain;
    base::Colour vague;
};

LineLook line_look(const Timeline::State& state, const Lane& lane) {
    const auto& look = state.look(lane.kind);
    const double thickness = lane.depth == 0 ? 5 : 3.4;
    return {thickness, base::mixed(look.outline, state.theme.paper, lane.depth == 0 ? 0.15 : 0.35),
            base::mixed(look.outline, state.theme.paper, 0.55)};
}

/// One lane on its row: draws into `line` and `events`, and keeps the row's texts apart.
class LaneDrawing {
  public:
    LaneDrawing(const Sheet& sheet, std::size_t row, TimelineContent& content)
        : sheet_(sheet),
          state_(sheet.state),
          lane_(state_.chronology->lanes[state_.rows[row].lane]),
          number_(state_.rows[row].lane),
          content_(content),
          left_(sheet.frame.lanes.left),
          right_(sheet.frame.lanes.right),
          top_(sheet.tops[row]),
          y_(sheet.middle_of(row)),
          look_(line_look(state_, lane_)),
          above_(left_, right_) {}

    void draw() {
        line_.key = line_.owner = lane_.key;
        line_.role = Role::node;
        line_.kind = lane_.kind;
        describe();
        spells();
        phases();
        marks_ = state_.tracks[number_].folded(sheet_.scale, mark_room);
        evidence();
        names();
        name_phases();
        content_.lanes.push_back(finished(std::move(line_)));
        LanePlace place{sheet_, number_, y_, top_, look_.thickness, std::move(marks_), std::move(above_)};
        add_events(place, content_);
    }

  private:
    /// What is scrolled half out of sight is drawn, but not written: half a letter says nothing.
    [[nodiscard]] Element finished(Element element) const {
        drop_cut_texts(sheet_, element);
        fit_box(element);
        return element;
    }

    [[nodiscard]] double clipped(double x) const { return std::clamp(x, left_, right_); }

    void describe() {
        const auto lang = state_.words();
        const auto& label = lane_.labels.back();
        line_.title = base::shortened(label.text, 400);
        if (!label.acronym.empty()) line_.title += " (" + base::shortened(label.acronym, 100) + ")";
        auto& text = line_.description;
        if (!lane_.kind.empty()) text = kind_name(*state_.model, lane_.kind, state_.style.lang);
        for (const auto& spell : lane_.spells) {
            text += (text.empty() ? "" : ", ") + when_in_words(lang, spell.when);
            if (spell.disputed) text += ", " + std::string(word(lang, Word::disputed));
        }
        for (const auto& phase : lane_.phases)
            text += (text.empty() ? "" : "; ") + phase.label + ", " + when_in_words(lang, phase.when);
        if (lane_.spells.empty())
            text += (text.empty() ? "" : ", ") + std::string(word(lang, TimelineWord::undated));
    }

    void piece(double from, double to, double thickness, base::Colour colour) {
        from = clipped(from);
        to = clipped(to);
        if (to - from < 0.05) return;
        line_.paths.push_back(bar({from, y_ - thickness / 2, to, y_ + thickness / 2}, colour));
    }

    /// A wedge: nothing at `thin`, full at `thick`.
    void wedge(double thin, double thick) {
        const double from = clipped(std::min(thin, thick));
        const double to = clipped(std::max(thin, thick));
        if (to - from < 0.4) return;
        const auto half = [&](double x) {
            return look_.thickness / 2 * std::clamp((x - thin) / (thick - thin), 0.0, 1.0);
        };
        Pen pen;
        pen.polygon(
            {{from, y_ - half(from)}, {to, y_ - half(to)}, {to, y_ + half(to)}, {from, y_ + half(from)}});
        pen.path.fill = look_.vague;
        line_.paths.push_back(pen.path);
    }

    void dotted(double from, double to) {
        from = clipped(from);
        to = clipped(to);
        if (to - from < 2) return;
        const std::array<Point, 2> points{Point{from, y_}, Point{to, y_}};
        line_.paths.push_back(rounded_line(points, 0, {look_.vague, 1.4, Dash::dotted}));
    }

    [[nodiscard]] double x_of(edtf::Day day) const { return sheet_.scale.x(static_cast<double>(day)); }

    /// Certain from the last possible beginning to the first possible end; wedges where the ends are vague;
    /// dots towards what nobody recorded.
    void spells() {
        for (const auto& spell : lane_.spells) {
            const auto& when = spell.when;
            const bool starts = when.start_kind() == edtf::EndKind::date;
            const bool ends = when.end_kind() == edtf::EndKind::date;
            const bool open_start = when.start_kind() == edtf::EndKind::open;
            const bool open_end = when.end_kind() == edtf::EndKind::open;
            const double start_first = starts ? x_of(when.start_bounds().earliest) : left_ - 1;
            const double start_last = starts ? x_of(when.start_bounds().latest) : left_ - 1;
            const double end_first = ends ? x_of(when.end_bounds().earliest) : right_ + 1;
            const double end_last = ends ? x_of(when.end_bounds().latest + 1) : right_ + 1;
            if (!starts && !ends) {
                if (!open_start && !open_end) continue;
                piece(left_ - 1, right_ + 1, look_.thickness, look_.vague);
                lived_ = true;
                begin_ = left_ - 1;
                end_ = right_ + 1;
                continue;
            }
            lived_ = true;
            begin_ = std::min(begin_, starts ? start_first : std::min(end_last, left_));
            end_ = std::max(end_, ends ? end_last : std::max(right_ + 1, start_last));
            const double sure_from = starts ? start_last : open_start ? left_ - 1 : end_first - stub;
            const double sure_to = ends ? end_first : open_end ? right_ + 1 : start_last + stub;
            if (!starts && !open_start) dotted(end_first - 12 * stub, sure_from - 1);
            if (starts) wedge(start_first, std::min(start_last, std::max(end_last, start_first)));
            if (sure_to > sure_from) piece(sure_from, sure_to, look_.thickness, look_.certain);
            // Known to a year only, and shorter than that: all of it is vague.
            if (starts && ends && sure_to <= sure_from) dotted(start_first, end_last);
            if (ends) wedge(end_last, std::max(end_first, std::min(start_first, end_last)));
            if (!ends && !open_end) dotted(sure_to + 1, start_last + 12 * stub);
            tick_at_ends(starts ? start_last : NAN, ends ? end_first : NAN);
        }
        if (!lived_) {
            begin_ = left_;
            end_ = left_;
        }
    }

    /// Where a life begins and ends for certain, the line has an upright edge a little higher than itself.
    void tick_at_ends(double start, double end) {
        for (const double x : {start, end}) {
            if (std::isnan(x) || x < left_ || x > right_) continue;
            line_.paths.push_back(
                bar({x - 0.6, y_ - look_.thickness / 2 - 1, x + 0.6, y_ + look_.thickness / 2 + 1},
                    state_.look(lane_.kind).outline));
        }
    }

    void phases() {
        for (std::size_t i = 0; i < lane_.phases.size(); ++i) {
            const auto& when = lane_.phases[i].when;
            const bool starts = when.start_kind() == edtf::EndKind::date;
            const bool ends = when.end_kind() == edtf::EndKind::date;
            const double from = clipped(starts ? x_of(when.start_bounds().earliest) : begin_);
            const double to = clipped(ends ? x_of(when.end_bounds().latest + 1) : end_);
            if (to - from < 0.5) continue;
            const auto shade =
                base::mixed(state_.look(lane_.kind).outline, state_.theme.paper, i % 2 == 0 ? 0.68 : 0.82);
            const double half = look_.thickness / 2 + 2.3;
            // Behind the line itself.
            line_.paths.insert(line_.paths.begin(), bar({from, y_ - half, to, y_ + half}, shade));
            phase_spans_.push_back({from, to, i});
        }
    }

    /// Phases are named where names left room.
    void name_phases() {
        for (const auto& span : phase_spans_) {
            const auto& phase = lane_.phases[span.phase];
            const auto set = state_.set(phase.label, phase.lang, timeline_type::event, false);
            if (set->size.width + name_gap > span.to - span.from) continue;
            if (!above_.take(span.from, span.from + set->size.width + name_gap)) continue;
            const double y = top_ + (state_.name_height - state_.event_height);
            line_.texts.push_back({set, {span.from + 1, y}, state_.theme.quiet_ink, {}});
        }
    }

    /// A body of which no life is known, or that something happened to outside its life: dots join the marks.
    void evidence() {
        const auto& arrivals = sheet_.arrivals[number_];
        if (marks_.empty() && arrivals.empty()) {
            if (!lived_) dotted(left_, right_);
            return;
        }
        double first = 1e300;
        double last = -1e300;
        const auto see = [&](double x) {
            first = std::min(first, x);
            last = std::max(last, x);
        };
        for (const double x : arrivals) see(x);
        if (!marks_.empty()) {
            see(sheet_.scale.x(marks_.front().first));
            see(sheet_.scale.x(marks_.back().last));
        }
        if (!lived_) {
            dotted(first, last);
            begin_ = first;
            end_ = last;
            return;
        }
        if (first < begin_) dotted(first, begin_);
        if (last > end_) dotted(end_, last);
    }

    /// Paper behind a text, so that lines that pass there do not cross it out.
    void back(double x, double width, double top, double height) {
        line_.paths.push_back(
            bar({x - 1.5, top + 1.5, x + width + 1.5, top + height - 2}, state_.theme.paper.with_alpha(215)));
    }

    /// Where something arrives at or leaves the line's beginning, its name stands behind that.
    [[nodiscard]] double behind_arrivals(double x) const {
        for (const double at : sheet_.arrivals[number_]) {
            if (at > x - 4 && at < x + 14) x = at + 4;
        }
        return x;
    }

    struct Words {
        text::SetTextPtr strong;
        text::SetTextPtr plain;
        [[nodiscard]] double width() const {
            return (strong ? strong->size.width : 0) + (strong && plain ? 4 : 0) +
                   (plain ? plain->size.width : 0);
        }
    };

    /// The longest form of a name that fits: acronym and name, the name shortened, the acronym alone.
    [[nodiscard]] Words words_within(const graph::LaneLabel& label, double room) const {
        const double size = timeline_type::name;
        Words words;
        // In steps, so that zooming does not shape a text anew for every point of width.
        const auto shortened_to = [&](double width, bool bold) -> text::SetTextPtr {
            const double step = std::floor(width / 16) * 16;
            return step < least_name ? nullptr : state_.set(label.text, label.lang, size, bold, step);
        };
        if (label.acronym.empty()) {
            words.strong = state_.set(label.text, label.lang, size, lane_.depth == 0);
            if (words.width() > room) words.strong = shortened_to(room, lane_.depth == 0);
            return words;
        }
        words.strong = state_.set(label.acronym, label.lang, size, true);
        if (words.width() > room) return {};
        words.plain = state_.set(label.text, label.lang, size, false);
        if (words.width() > room) words.plain = shortened_to(room - words.strong->size.width - 4, false);
        return words;
    }

    void put(const Words& words, double x, bool quiet) {
        const auto ink = quiet ? state_.theme.quiet_ink : state_.theme.ink;
        back(x, words.width(), top_, state_.name_height);
        if (words.strong) {
            line_.texts.push_back({words.strong, {x, top_}, ink, {}});
            x += words.strong->size.width + 4;
        }
        if (words.plain) line_.texts.push_back({words.plain, {x, top_}, state_.theme.quiet_ink, {}});
    }

    /// Each name stands where it begins to hold; the one that holds at the left edge stands there.
    void names() {
        const double fold_room = lane_.foldable ? 34 : 0;
        if (end_ <= left_ || begin_ >= right_) return names_outside();
        double badge_at = std::max(begin_, left_);
        bool any = false;
        for (std::size_t i = 0; i < lane_.labels.size(); ++i) {
            const auto& label = lane_.labels[i];
            const bool first = i == 0;
            const bool last = i + 1 == lane_.labels.size();
            const double from = first ? begin_ : x_of(label.first);
            const double to = last ? right_ : x_of(lane_.labels[i + 1].first);
            if (!first && from > left_ && from < right_) rename_tick(from);
            if (to <= left_ + 8 || from >= right_) continue;
            double x = std::max(from, left_);
            if (first && from >= left_) x = behind_arrivals(x);
            const auto free_to = above_.free_until(x);
            if (!free_to) continue;
            const double tail = last ? fold_room : name_gap;
            auto words = words_within(label, std::min(to, *free_to) - x - tail);
            if (words.width() <= 0 && last && !any) {
                // It begins close to the right edge: its name ends there.
                words = words_within(label, 160);
                x = right_ - words.width() - fold_room;
            }
            const double gap = last && lane_.foldable ? count_gap - 1 : name_gap;
            const bool placed = words.width() > 0 && (above_.take(x, x + words.width() + gap) ||
                                                      above_.take(x, x + words.width()));
            if (!placed) continue;
            put(words, x, false);
            any = true;
            badge_at = x + words.width() + count_gap;
        }
        if (lane_.foldable) badge(badge_at);
    }

    /// A life that is not in the window: its name at the edge beyond which it lies.
    void names_outside() {
        const bool before = end_ <= left_;
        const auto& label = before || !lived_ ? lane_.labels.back() : lane_.labels.front();
        auto words = words_within(label, 150);
        if (words.width() <= 0) return;
        if (!lived_) {
            if (above_.take(left_, left_ + words.width() + name_gap)) put(words, left_, true);
            return;
        }
        const auto sign = state_.set(before ? "‹" : "›", "", timeline_type::name, true);
        const double width = words.width() + 4 + sign->size.width;
        const double x = before ? left_ : right_ - width;
        if (!above_.take(x, std::min(x + width + name_gap, right_))) return;
        put(words, before ? x + sign->size.width + 4 : x, true);
        line_.texts.push_back(
            {sign, {before ? x : right_ - sign->size.width, top_}, state_.theme.quiet_ink, {}});
    }

    void rename_tick(double x) {
        line_.paths.push_back(bar(
            {x - 0.5, y_ - look_.thickness / 2 - 2.5, x + 0.5, y_ + look_.thickness / 2}, state_.theme.ink));
    }

    /// How many units a fold hides, or that they can be folded; a click there does it.
    void badge(double x) {
        const auto text = lane_.folded ? "+" + number_of(state_.words(), lane_.hidden) : std::string("−");
        const auto set = state_.set(text, "", timeline_type::count, true);
        const double width = std::max(set->size.width + 6, 12.0);
        if (!above_.take(x, x + width)) return;
        Element element;
        element.key = lane_.key + "#fold";
        element.owner = lane_.key;
        element.role = Role::badge;
        element.kind = lane_.kind;
        element.title = fmt::format("{} +{}", word(state_.words(), Word::folded), lane_.hidden);
        const double height = set->size.height;
        const double y = top_ + (state_.name_height - height) / 2;
        auto pill = rounded_rectangle({x, y, x + width, y + height}, height / 2);
        pill.fill = state_.theme.badge_fill;
        element.paths.push_back(std::move(pill));
        element.texts.push_back({set, {x + (width - set->size.width) / 2, y}, state_.theme.badge_ink, {}});
        content_.badges.push_back(finished(std::move(element)));
    }

    static constexpr double stub = 14;

    const Sheet& sheet_;
    const Timeline::State& state_;
    const Lane& lane_;
    std::uint32_t number_;
    TimelineContent& content_;
    double left_;
    double right_;
    double top_;
    double y_;
    LineLook look_;
    LabelRow above_;
    Element line_;
    std::vector<EventMark> marks_;
    struct PhaseSpan {
        double from;
        double to;
        std::size_t phase;
    };
    std::vector<PhaseSpan> phase_spans_;
    double begin_ = 1e300;  ///< of all that is known of its life, points
    double end_ = -1e300;
    bool lived_ = false;
};

void add_heading(const Sheet& sheet, std::size_t row, TimelineContent& content) {
    const auto& state = sheet.state;
    const auto& group = state.rows[row].heading;
    std::string text = group;
    if (const auto* thing = state.model->thing(group); thing != nullptr) {
        const std::array<std::string, 1> languages{state.style.lang};
        if (const auto* name = model::name_at(*thing, {}, languages); name != nullptr) text = name->text;
    } else {
        text = model::country_name(group, state.style.lang);
    }
    Element element;
    element.key = "#group-" + group;
    element.role = Role::background;
    const double bottom = sheet.tops[row] + state.rows[row].units * sheet.row_height - 2;
    element.paths.push_back(
        bar({sheet.frame.lanes.left, bottom, sheet.frame.lanes.right, bottom + 0.6}, state.theme.quiet_line));
    const auto set = state.set(text, state.style.lang, timeline_type::name, true, sheet.frame.lanes.width());
    element.texts.push_back(
        {set, {sheet.frame.lanes.left, bottom - set->size.height}, state.theme.quiet_ink, {}});
    drop_cut_texts(sheet, element);
    fit_box(element);
    content.ground.push_back(std::move(element));
}

}  // namespace

void add_lanes(const Sheet& sheet, TimelineContent& content) {
    for (std::size_t row = 0; row < sheet.state.rows.size(); ++row) {
        if (!sheet.is_seen(row)) continue;
        if (sheet.state.rows[row].lane == UINT32_MAX) {
            add_heading(sheet, row, content);
        } else if (!sheet.state.rows[row].is_lane()) {
            add_detail_row(sheet, row, content);
        } else {
            LaneDrawing(sheet, row, content).draw();
        }
    }
}

}  // namespace shezhire::scene
