// Which bodies have lanes, and in which order: the asked-for or the most told about, each before its units.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "graph/telling.h"
#include "graph/view.h"

namespace shezhire::graph {
namespace {

using edtf::Presence;

bool is_dated(const edtf::Interval& when) {
    return when.start_kind() == edtf::EndKind::date || when.end_kind() == edtf::EndKind::date;
}

bool is_dated(const model::Organization& body) {
    return std::any_of(body.spells.begin(), body.spells.end(),
                       [](const model::Spell& spell) { return is_dated(spell.when); });
}

/// Whom the period, the filter and the focus let through.
class LaneGate {
  public:
    LaneGate(const model::Model& model, const ChronologyQuestion& question)
        : model_(model), moment_(question.period) {
        if (question.filter == Filter{} && !question.focus.any()) return;
        const auto whole = whole_of(model, question);
        view_ = filtered_view(model, whole, question.filter, moment_);
    }

    [[nodiscard]] bool admits(std::uint32_t index) const {
        return view_ ? view_->seats[index].placed : moment_.of(model_.organizations()[index]) != Presence::no;
    }
    /// Where there is a focus: what stands for itself, the focus' own first; and what is too far below each.
    [[nodiscard]] const View& near() const { return *view_; }
    [[nodiscard]] std::vector<bool> kept() const {
        std::vector<bool> kept;
        if (!view_) return kept;
        kept.reserve(view_->seats.size());
        for (const auto& seat : view_->seats) kept.push_back(seat.placed);
        return kept;
    }

  private:
    const model::Model& model_;
    Moment moment_;
    std::optional<View> view_;
};

/// How much the data tells about each body; a lecture's first events count most.
std::vector<double> weights_of(const model::Model& model) {
    static constexpr std::array<double, 6> by_importance{0.3, 6, 4, 2.5, 0.4, 0.3};
    std::vector<double> weights(model.organizations().size());
    const auto add = [&](const model::Id& id, double weight) {
        if (const auto index = model.organization_index(id)) weights[*index] += weight;
    };
    for (const auto& event : model.events()) {
        const auto importance = static_cast<std::size_t>(std::clamp(event.importance, 0, 5));
        for (const auto& id : event.organizations) add(id, by_importance.at(importance));
    }
    for (const auto& change : model.changes()) {
        for (const auto& id : change.originals) add(id, 1);
        for (const auto& id : change.results) add(id, 1);
    }
    for (const auto& body : model.organizations()) {
        for (const auto& membership : body.memberships) add(membership.organization, 0.3);
        for (const auto& link : body.links) {
            add(link.to, 0.5);
            add(body.id, 0.5);
        }
    }
    return weights;
}

class Choice {
  public:
    Choice(const model::Model& model, const ChronologyQuestion& question, Telling& telling)
        : model_(model),
          question_(question),
          gate_(model, question),
          weights_(weights_of(model)),
          telling_(telling),
          taken_(model.organizations().size(), false) {
        telling_.lane_of.assign(model.organizations().size(), nobody);
    }

    void make() {
        const auto tops = question_.focus.any()     ? near()
                          : question_.roots.empty() ? most_told()
                                                    : asked_for();
        for (const auto top : tops) taken_[top] = true;
        for (const auto top : tops) add_lane(top, 0, nobody, tops.size() == 1 && !question_.roots.empty());
    }

    [[nodiscard]] const LaneGate& gate() const { return gate_; }

  private:
    [[nodiscard]] std::vector<std::uint32_t> near() const {
        constexpr std::size_t most = 200;
        auto tops = gate_.near().tops;
        if (tops.size() > most) {
            telling_.chronology.others = static_cast<std::uint32_t>(tops.size() - most);
            tops.resize(most);
        }
        return tops;
    }

    [[nodiscard]] std::vector<std::uint32_t> asked_for() const {
        std::vector<std::uint32_t> tops;
        const auto enter = [&](const std::string& id) {
            const auto index = model_.organization_index(id);
            if (!index || !gate_.admits(*index)) return;
            if (std::find(tops.begin(), tops.end(), *index) == tops.end()) tops.push_back(*index);
        };
        for (const auto& id : question_.roots) enter(id);
        for (const auto& id : question_.pinned) enter(id);
        return tops;
    }

    [[nodiscard]] std::vector<std::uint32_t> most_told() const {
        std::vector<std::uint32_t> bodies;
        for (std::uint32_t i = 0; i < model_.organizations().size(); ++i) {
            const auto& body = model_.organizations()[i];
            if (body.is_unit && !body.parents.empty() && !question_.pinned.contains(body.id)) continue;
            if (!gate_.admits(i)) continue;
            if (!is_dated(body)) ++telling_.chronology.undated;
            bodies.push_back(i);
        }
        const auto first = [&](std::uint32_t i) {
            const auto& body = model_.organizations()[i];
            const auto& roots = model_.files();
            if (question_.pinned.contains(body.id)) return true;
            return std::any_of(roots.begin(), roots.end(), [&](const model::FileHead& head) {
                return std::find(head.roots.begin(), head.roots.end(), body.id) != head.roots.end();
            });
        };
        std::stable_sort(bodies.begin(), bodies.end(), [&](std::uint32_t a, std::uint32_t b) {
            const bool first_a = first(a);
            const bool first_b = first(b);
            if (first_a != first_b) return first_a;
            const bool dated_a = is_dated(model_.organizations()[a]);
            const bool dated_b = is_dated(model_.organizations()[b]);
            if (dated_a != dated_b) return dated_a;
            return weights_[a] > weights_[b];
        });
        const auto limit = std::max(question_.most_bodies, question_.pinned.size());
        if (bodies.size() > limit) {
            auto left_out = std::vector(bodies.begin() + static_cast<std::ptrdiff_t>(limit), bodies.end());
            bodies.resize(limit);
            add_kin(bodies, left_out);
            telling_.chronology.others = static_cast<std::uint32_t>(left_out.size());
        }
        return bodies;
    }

    /// Whom a chosen body came from, merged with or became: a joint with one end tells nothing.
    void add_kin(std::vector<std::uint32_t>& bodies, std::vector<std::uint32_t>& left_out) const {
        constexpr std::size_t most = 6;
        std::vector<bool> kin(model_.organizations().size(), false);
        for (const auto body : bodies) {
            for (const auto number : model_.changes_of(body)) {
                const auto& change = model_.changes()[number];
                for (const auto* side : {&change.originals, &change.results}) {
                    for (const auto& id : *side) {
                        if (const auto index = model_.organization_index(id)) kin[*index] = true;
                    }
                }
            }
        }
        std::size_t added = 0;
        std::erase_if(left_out, [&](std::uint32_t body) {
            if (!kin[body] || added == most) return false;
            bodies.push_back(body);
            ++added;
            return true;
        });
    }

    /// No recursion: chains may be as long as the data.
    void add_lane(std::uint32_t top, int top_depth, std::uint32_t parent, bool unfolded_of_itself) {
        struct Open {
            std::uint32_t body;
            int depth;
            std::uint32_t parent;
        };
        std::vector<Open> open{{top, top_depth, parent}};
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            const auto& id = model_.organizations()[at.body].id;
            const auto number = static_cast<std::uint32_t>(telling_.chronology.lanes.size());
            Lane lane;
            lane.depth = at.depth;
            lane.parent = at.parent;
            lane.weight = weights_[at.body];
            auto units = units_of(at.body);
            if (question_.focus.any()) {  // nearness alone decides
                lane.hidden = gate_.near().beyond[at.body];
                lane.folded = lane.hidden > 0;
                lane.foldable = lane.folded || question_.focus.opened.contains(id);
            } else {
                // Whoever filters for something wants to see what was found.
                const bool unfolds = question_.unfolded.contains(id) ||
                                     keeps_only_matches(question_.filter) ||
                                     (unfolded_of_itself && at.body == top);
                lane.foldable = !units.empty();
                lane.folded = lane.foldable && (!unfolds || question_.folded.contains(id));
                if (lane.folded) lane.hidden = count_below(at.body);
            }
            telling_.lane_of[at.body] = number;
            telling_.body_of.push_back(at.body);
            telling_.chronology.lanes.push_back(std::move(lane));
            if (telling_.chronology.lanes.back().folded && !question_.focus.any()) continue;
            for (const auto unit : units) taken_[unit] = true;
            for (auto unit = units.rbegin(); unit != units.rend(); ++unit)
                open.push_back({*unit, at.depth + 1, number});
        }
    }

    /// By beginning, then as the data has them.
    [[nodiscard]] std::vector<std::uint32_t> units_of(std::uint32_t body) const {
        std::vector<std::uint32_t> units;
        for (const auto& child : model_.children(body)) {
            if (taken_[child.unit] || !gate_.admits(child.unit)) continue;
            if (std::find(units.begin(), units.end(), child.unit) == units.end()) units.push_back(child.unit);
        }
        const auto begins = [&](std::uint32_t unit) {
            auto first = edtf::end_of_time;
            for (const auto& spell : model_.organizations()[unit].spells) {
                if (spell.when.start_kind() == edtf::EndKind::date)
                    first = std::min(first, spell.when.start_bounds().earliest);
            }
            return first;
        };
        std::stable_sort(units.begin(), units.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return begins(a) < begins(b); });
        return units;
    }

    [[nodiscard]] std::uint32_t count_below(std::uint32_t body) const {
        std::vector<bool> seen(model_.organizations().size());
        std::vector<std::uint32_t> open{body};
        seen[body] = true;
        std::uint32_t count = 0;
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            for (const auto& child : model_.children(at)) {
                if (seen[child.unit] || taken_[child.unit] || !gate_.admits(child.unit)) continue;
                seen[child.unit] = true;
                ++count;
                open.push_back(child.unit);
            }
        }
        return count;
    }

    const model::Model& model_;
    const ChronologyQuestion& question_;
    LaneGate gate_;
    std::vector<double> weights_;
    Telling& telling_;
    std::vector<bool> taken_;
};

/// Who would have a lane if there were no filter.
std::uint32_t count_filtered(const model::Model& model, ChronologyQuestion question, const LaneGate& gate) {
    if (question.filter == Filter{}) return 0;
    question.filter = {};
    Telling all{model, question, {}, {}, {}, {}};
    Choice(model, question, all).make();
    const auto gone = [&](std::uint32_t body) { return !gate.admits(body); };
    return static_cast<std::uint32_t>(std::count_if(all.body_of.begin(), all.body_of.end(), gone));
}

}  // namespace

Question whole_of(const model::Model& model, const ChronologyQuestion& question) {
    Question whole;
    whole.when = question.period;
    whole.filter = question.filter;
    whole.focus = question.focus;
    whole.languages = question.languages;
    whole.lateral = question.lateral;
    whole.successions = true;
    whole.roots = question.roots;
    if (whole.roots.empty()) {
        for (const auto& body : model.organizations()) {
            if (!body.is_unit || body.parents.empty()) whole.roots.push_back(body.id);
        }
    }
    whole.roots.insert(whole.roots.end(), question.pinned.begin(), question.pinned.end());
    return whole;
}

Chronology tell(const model::Model& model, const ChronologyQuestion& question) {
    Telling telling{model, question, {}, {}, {}, {}};
    telling.chronology.period = question.period;
    Choice choice(model, question, telling);
    choice.make();
    telling.kept = choice.gate().kept();
    telling.chronology.filtered = count_filtered(model, question, choice.gate());
    tell_lives(telling);
    tell_events(telling);
    tell_relations(telling);
    tell_foundings(telling);
    return std::move(telling.chronology);
}

}  // namespace shezhire::graph
