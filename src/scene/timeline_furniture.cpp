// The heading of a timeline and the legend of what is in it.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scene/legend.h"
#include "scene/pen.h"
#include "scene/shapes.h"
#include "scene/time_words.h"
#include "scene/timeline_state.h"
#include "scene/timeline_words.h"

namespace shezhire::scene {
namespace {

using base::Point;

// In the legend, the most frequent first; a narrow sheet has fewer, in two rows or three.
constexpr std::size_t most_kinds = 12;
constexpr std::size_t fewer_kinds = 7;

LegendEntry mark_entry(const Timeline::State& state, const std::string& kind, std::size_t count) {
    LegendEntry entry;
    const auto& look = state.look(kind);
    entry.swatch.push_back(mark_outline(look.mark == Mark::none ? Mark::disc : look.mark,
                                        {swatch_width / 2, swatch_height / 2}, 7, look.outline));
    entry.label = kind_name(*state.model, kind, state.style.lang);
    entry.count = number_of(state.words(), count);
    return entry;
}

LegendEntry vague_entry(const Timeline::State& state) {
    LegendEntry entry;
    const double middle = swatch_height / 2;
    const auto colour = state.theme.quiet_line;
    Pen wedge;
    wedge.polygon({{0, middle}, {7, middle - 2.5}, {7, middle + 2.5}});
    wedge.path.fill = base::mixed(colour, state.theme.paper, 0.35);
    entry.swatch.push_back(wedge.path);
    entry.swatch.push_back(bar({7, middle - 2.5, swatch_width, middle + 2.5}, colour));
    entry.label = word(state.words(), TimelineWord::vague);
    return entry;
}

LegendEntry joint_entry(const Timeline::State& state) {
    LegendEntry entry;
    const double x = swatch_width / 2;
    entry.swatch.push_back(bar({x - 0.75, 0, x + 0.75, swatch_height}, state.theme.ink));
    Pen end;
    end.circle({x, 1.5}, 2);
    end.path.fill = state.theme.paper;
    end.path.stroke = {state.theme.ink, 1.2, Dash::solid};
    entry.swatch.push_back(end.path);
    Pen head;
    head.polygon({{x, swatch_height}, {x - 2.6, swatch_height - 4.4}, {x + 2.6, swatch_height - 4.4}});
    head.path.fill = state.theme.ink;
    entry.swatch.push_back(head.path);
    entry.label = word(state.words(), TimelineWord::joint);
    return entry;
}

LegendEntry tie_entry(const Timeline::State& state) {
    LegendEntry entry;
    const double x = swatch_width / 2;
    const std::array<Point, 2> points{Point{x, 0}, Point{x, swatch_height}};
    entry.swatch.push_back(rounded_line(points, 0, {state.theme.quiet_line, 1, Dash::dotted}));
    Pen end;
    end.circle({x, 1.5}, 1.6);
    end.path.fill = state.theme.quiet_line;
    entry.swatch.push_back(end.path);
    entry.label = word(state.words(), TimelineWord::tie);
    return entry;
}

LegendEntry several_entry(const Timeline::State& state) {
    LegendEntry entry;
    auto pill = rounded_rectangle({2, 0.5, swatch_width - 2, swatch_height - 0.5}, swatch_height / 2);
    pill.fill = state.theme.paper;
    pill.stroke = {state.theme.quiet_ink, 1.1, Dash::solid};
    entry.swatch.push_back(std::move(pill));
    for (const double x : {5.0, 7.5, 10.0})
        entry.swatch.push_back(bar({x - 0.6, 4.4, x + 0.6, 5.6}, state.theme.quiet_ink));
    entry.label = word(state.words(), TimelineWord::several);
    return entry;
}

bool is_vague(const edtf::Interval& when) {
    const auto wide = [](const edtf::End& end, edtf::Bounds b) {
        return end.kind == edtf::EndKind::date && b.latest - b.earliest > 366;
    };
    return wide(when.start(), when.start_bounds()) || wide(when.end(), when.end_bounds());
}

bool has_unknown_end(const edtf::Interval& when) {
    return !when.is_instant() &&
           (when.start_kind() == edtf::EndKind::unknown || when.end_kind() == edtf::EndKind::unknown);
}

}  // namespace

std::string subject_of(const graph::Chronology& chronology, const model::Model& model, WordLang words) {
    const auto& lanes = chronology.lanes;
    const graph::Lane* only = nullptr;
    for (const auto& lane : lanes) {
        if (lane.depth != 0) continue;
        if (only != nullptr) {
            only = nullptr;
            break;
        }
        only = &lane;
    }
    if (only != nullptr) {
        const auto& label = only->labels.back();
        return label.acronym.empty() ? label.text : label.acronym + " · " + label.text;
    }
    // Several bodies are one file's subject, or nobody's in particular.
    const auto lang = std::string(to_text(words));
    std::string found;
    for (const auto& file : model.files()) {
        for (const auto& [of, title] : file.titles) {
            if (of != lang) continue;
            if (!found.empty()) return {};
            found = title;
        }
    }
    return found;
}

Furniture timeline_title(const Timeline::State& state, const TimelineView& view, double width) {
    const auto lang = state.words();
    Furniture out;
    out.element.key = out.element.owner = "#title";
    out.element.role = Role::title;
    std::string when(word(lang, TimelineWord::timeline));
    const auto& known = *state.chronology;
    double first_day = view.window.first;
    double last_day = view.window.last - 1;
    if (known.dated()) {  // the margins are no part of history
        first_day = std::min(std::max(first_day, static_cast<double>(known.first)), last_day);
        last_day = std::max(std::min(last_day, static_cast<double>(known.last)), first_day);
    }
    const auto year_of = [](double day) {
        return edtf::civil_from_day(static_cast<edtf::Day>(std::clamp(day, -4e17, 4e17))).year;
    };
    const auto first = year_of(first_day);
    const auto last = year_of(last_day);
    when += ", " + year_in_words(lang, first);
    if (last != first) when += "–" + year_in_words(lang, last);
    std::size_t hidden = state.chronology->others;
    for (const auto& lane : state.chronology->lanes) hidden += lane.hidden;
    const auto count =
        count_in_words(lang, state.chronology->lanes.size(), hidden, state.chronology->filtered);
    const auto subject = subject_of(*state.chronology, *state.model, state.words());
    const auto strong =
        state.set(subject.empty() ? when : subject, state.style.lang, type_scale::heading, true, width);
    out.element.texts.push_back({strong, {0, 0}, state.theme.ink, {}});
    const auto line = subject.empty() ? count : when + "  ·  " + count;
    const auto quiet = state.set(line, state.style.lang, type_scale::small, false, width);
    double x = strong->size.width + 12;
    double y = strong->size.height - quiet->size.height - 1.2;
    if (x + quiet->size.width > width) {
        x = 0;
        y = strong->size.height;
    }
    out.element.texts.push_back({quiet, {x, y}, state.theme.quiet_ink, {}});
    out.size = {width, std::max(strong->size.height, y + quiet->size.height)};
    out.element.title = subject.empty() ? when : subject + ". " + when;
    out.element.description = count;
    return out;
}

void Timeline::State::plan_legend() {
    std::map<std::string, std::size_t> counts;
    for (const auto& event : chronology->events) ++counts[event.kind];
    // A founding told as an event and one told as a change are the same to the eye, and counted as one.
    const auto look_alike = [&](const std::string& a, const std::string& b) {
        const auto& one = look(a);
        const auto& other = look(b);
        return one.mark == other.mark && one.outline == other.outline &&
               kind_name(*model, a, style.lang) == kind_name(*model, b, style.lang);
    };
    for (const auto& counted : counts) {
        const auto known = std::find_if(kinds_by_count.begin(), kinds_by_count.end(), [&](const auto& entry) {
            return look_alike(entry.first, counted.first);
        });
        if (known != kinds_by_count.end()) {
            known->second += counted.second;
        } else {
            kinds_by_count.push_back(counted);
        }
    }
    std::stable_sort(kinds_by_count.begin(), kinds_by_count.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& lane : chronology->lanes) {
        for (const auto& spell : lane.spells) {
            has_vague = has_vague || is_vague(spell.when);
            has_unknown = has_unknown || has_unknown_end(spell.when);
        }
    }
}

Furniture timeline_legend(const Timeline::State& state, double width) {
    const auto& kinds = state.kinds_by_count;
    const auto most = std::min<std::size_t>(kinds.size(), width < 900 ? fewer_kinds : most_kinds);
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < most; ++i)
        entries.push_back(mark_entry(state, kinds[i].first, kinds[i].second));
    if (!state.chronology->events.empty()) entries.push_back(several_entry(state));
    if (state.has_vague) entries.push_back(vague_entry(state));
    if (state.has_unknown) {
        entries.push_back(line_entry(state.theme.quiet_line, 1.4, Dash::dotted,
                                     word(state.words(), TimelineWord::unrecorded)));
    }
    if (!state.chronology->joints.empty()) entries.push_back(joint_entry(state));
    if (!state.chronology->ties.empty()) entries.push_back(tie_entry(state));
    auto legend = lay_legend(std::move(entries), state.theme, state.style.lang, *state.typesetter, width);
    return legend;
}

}  // namespace shezhire::scene
