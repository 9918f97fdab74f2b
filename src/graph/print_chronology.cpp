#include <fmt/format.h>

#include <array>

#include "base/utf8.h"
#include "graph/chronology.h"

namespace shezhire::graph {
namespace {

constexpr std::array<std::string_view, 5> groupings{"none", "kind", "country", "region", "parent"};

std::string day_text(edtf::Day day) {
    return day <= edtf::beginning_of_time ? ".." : edtf::Date::from_day(day).text();
}

std::string keys_of(const Chronology& chronology, const std::vector<std::uint32_t>& lanes) {
    std::string text;
    for (const auto lane : lanes)
        text += (text.empty() ? "" : " ") + base::visible(chronology.lanes[lane].key);
    return text;
}

std::string lane_text(const Lane& lane) {
    std::string text(static_cast<std::size_t>(std::min(lane.depth, 32)) * 2, ' ');
    text += base::visible(lane.key);
    if (!lane.kind.empty()) text += "; " + base::visible(lane.kind);
    if (!lane.country.empty()) text += "; " + base::visible(lane.country);
    if (!lane.group.empty()) text += "; in " + base::visible(lane.group);
    if (lane.folded) text += fmt::format("; folded, {} hidden", lane.hidden);
    if (lane.foldable && !lane.folded) text += "; open";
    for (const auto& spell : lane.spells) {
        text += "; lives " + spell.when.text();
        if (spell.disputed) text += " (disputed)";
        if (spell.low_confidence) text += " (weak)";
    }
    text += '\n';
    for (const auto& label : lane.labels) {
        text += fmt::format("    from {}: {}", day_text(label.first), base::visible(label.text));
        if (!label.acronym.empty()) text += " [" + base::visible(label.acronym) + "]";
        text += '\n';
    }
    for (const auto& phase : lane.phases)
        text += fmt::format("    phase {} {}\n", phase.when.text(), base::visible(phase.label));
    for (const auto& row : lane.rows) {
        text += "    row " + base::visible(row.title) + '\n';
        for (const auto& note : row.notes)
            text += fmt::format("        {} {}\n", note.when.text(), base::visible(note.label));
    }
    return text;
}

}  // namespace

std::string_view to_text(Grouping grouping) {
    return groupings.at(static_cast<std::size_t>(grouping));
}

std::optional<Grouping> grouping_from(std::string_view text) {
    for (std::size_t i = 0; i < groupings.size(); ++i) {
        if (groupings.at(i) == text) return static_cast<Grouping>(i);
    }
    return std::nullopt;
}

std::string to_text(const Chronology& chronology) {
    auto text = fmt::format("chronology of {}: {} lanes, {} others, {} undated, ", chronology.period.text(),
                            chronology.lanes.size(), chronology.others, chronology.undated);
    if (chronology.filtered > 0) text += fmt::format("{} filtered, ", chronology.filtered);
    text += chronology.dated()
                ? fmt::format("known {} to {}\n", day_text(chronology.first), day_text(chronology.last))
                : "nothing dated\n";
    for (const auto& lane : chronology.lanes) text += lane_text(lane);
    text += "events\n";
    for (const auto& event : chronology.events) {
        text += fmt::format("{} {} {} !{}: {} ({}){}\n", event.when.text(), base::visible(event.key),
                            base::visible(event.kind), event.importance, base::visible(event.label),
                            keys_of(chronology, event.lanes), event.disputed ? " disputed" : "");
    }
    text += "joints\n";
    for (const auto& joint : chronology.joints) {
        text += fmt::format("{} {} {}: {} -> {}\n", joint.when.text(), base::visible(joint.key), joint.kind,
                            keys_of(chronology, joint.from), keys_of(chronology, joint.to));
    }
    text += "ties\n";
    for (const auto& tie : chronology.ties) {
        constexpr std::array<std::string_view, 3> kinds{"membership", "link", "part"};
        text += fmt::format("{} {} {}\n", tie.when.text(), kinds.at(static_cast<std::size_t>(tie.kind)),
                            base::visible(tie.key));
    }
    text += "eras\n";
    for (const auto& era : chronology.eras)
        text += fmt::format("{} {}: {}\n", era.when.text(), base::visible(era.key), base::visible(era.label));
    text += fmt::format("foundings {}, regions {}\n", chronology.foundings.size(), chronology.regions.size());
    return text;
}

}  // namespace shezhire::graph
