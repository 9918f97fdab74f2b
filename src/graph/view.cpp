#include "graph/view.h"

#include <algorithm>
#include <utility>

namespace shezhire::graph {
namespace {

using edtf::Presence;
using model::Confidence;

/// Who is let in, and over which of its parents: the filter's kinds, ids and certainty (its text comes
/// later).
class Gate {
  public:
    Gate(const model::Model& model, const Filter& filter, const Moment& moment)
        : model_(model), filter_(filter), moment_(moment), hidden_(model.organizations().size()) {
        for (const auto& id : filter.hidden) {
            if (const auto index = model.organization_index(id)) hidden_[*index] = true;
        }
    }

    [[nodiscard]] Presence existence(std::uint32_t index) const {
        if (hidden_[index]) return Presence::no;
        const auto& organization = model_.organizations()[index];
        if (!filter_.hidden_kinds.empty() && filter_.hidden_kinds.contains(organization.kind))
            return Presence::no;
        const model::Spell* spell = nullptr;
        const auto presence = moment_.of(organization, &spell);
        if (presence == Presence::no) return Presence::no;
        if (spell != nullptr && !trusted(spell->evidence)) return Presence::no;
        return trusted(organization.evidence) ? certain_enough(presence) : Presence::no;
    }

    [[nodiscard]] Presence holds(const model::Parent& parent) const {
        const auto presence = moment_.of_part(parent.when);
        return trusted(parent.evidence) ? certain_enough(presence) : Presence::no;
    }

  private:
    [[nodiscard]] bool trusted(const model::Evidence& evidence) const {
        return filter_.certainty == Certainty::all || evidence.confidence != Confidence::low;
    }
    [[nodiscard]] Presence certain_enough(Presence presence) const {
        return filter_.certainty == Certainty::certain && presence != Presence::yes ? Presence::no : presence;
    }

    const model::Model& model_;
    const Filter& filter_;
    const Moment& moment_;
    std::vector<bool> hidden_;
};

class Placer {
  public:
    Placer(const model::Model& model, const Question& question, const Filter& filter, const Moment& moment)
        : model_(model), gate_(model, filter, moment) {
        view_.seats.resize(model.organizations().size());
        for (const auto& id : question.roots.empty() ? model.roots() : question.roots) {
            if (const auto index = model.organization_index(id)) roots_.push_back(*index);
        }
    }

    View place() && {
        reach();
        choose_holders();
        for (const auto top : view_.tops) descend(top);
        place_what_goes_in_circles();
        return std::move(view_);
    }

  private:
    Seat& seat(std::uint32_t index) { return view_.seats[index]; }

    bool enter(std::uint32_t index) {
        if (seat(index).reached) return false;
        const auto existence = gate_.existence(index);
        if (existence == Presence::no) return false;
        seat(index).existence = existence;
        seat(index).reached = true;
        reached_.push_back(index);
        return true;
    }

    void reach() {
        for (const auto root : roots_) enter(root);
        for (std::size_t next = 0; next < reached_.size(); ++next) {
            for (const auto child : model_.children(reached_[next])) {
                if (seat(child.unit).reached) continue;
                const auto& parent = model_.organizations()[child.unit].parents[child.parent];
                if (gate_.holds(parent) != Presence::no) enter(child.unit);
            }
        }
    }

    /// The best parent that is itself there: primary before others, certain before possible, then the data's
    /// order.
    void choose_holders() {
        for (const auto index : reached_) {
            const auto& parents = model_.organizations()[index].parents;
            int best = 0;
            for (std::uint32_t i = 0; i < parents.size(); ++i) {
                const auto presence = gate_.holds(parents[i]);
                if (presence == Presence::no) continue;
                const auto holder = model_.organization_index(parents[i].organization);
                if (!holder || *holder == index || !seat(*holder).reached) continue;
                const int score = (parents[i].primary ? 2 : 0) + (presence == Presence::yes ? 2 : 1);
                if (score <= best) continue;
                best = score;
                seat(index).holder = *holder;
                seat(index).parent = i;
            }
        }
        for (const auto root : roots_) {
            auto& at = seat(root);
            if (!at.reached || at.holder != nobody || at.placed) continue;
            at.placed = true;
            view_.tops.push_back(root);
        }
        view_.index_children(reached_);
    }

    void descend(std::uint32_t top) {
        seat(top).placed = true;
        auto next = view_.descent.size();
        view_.descent.push_back(top);
        for (; next < view_.descent.size(); ++next) {
            const auto holder = view_.descent[next];
            for (auto i = view_.starts[holder]; i < view_.starts[holder + 1]; ++i) {
                const auto unit = view_.units[i];
                if (std::exchange(seat(unit).placed, true)) continue;
                view_.descent.push_back(unit);
            }
        }
    }

    /// In a period A may have been part of B and later B of A: each is then placed where it is first reached.
    void place_what_goes_in_circles() {
        if (view_.descent.size() == reached_.size()) return;
        for (const auto root : roots_) {
            if (!seat(root).reached || seat(root).placed) continue;
            seat(root).holder = nobody;
            seat(root).parent = nobody;
            view_.tops.push_back(root);
            descend(root);
        }
        for (std::size_t next = 0; next < view_.descent.size(); ++next) {
            const auto holder = view_.descent[next];
            for (const auto child : model_.children(holder)) {
                auto& at = seat(child.unit);
                if (!at.reached || at.placed) continue;
                if (gate_.holds(model_.organizations()[child.unit].parents[child.parent]) == Presence::no)
                    continue;
                at.holder = holder;
                at.parent = child.parent;
                descend(child.unit);
            }
        }
        view_.index_children(reached_);
    }

    const model::Model& model_;
    Gate gate_;
    std::vector<std::uint32_t> roots_;
    std::vector<std::uint32_t> reached_;
    View view_;
};

}  // namespace

void View::index_children(std::vector<std::uint32_t> members) {
    std::sort(members.begin(), members.end());
    starts.assign(seats.size() + 1, 0);
    for (const auto index : members) {
        if (seats[index].holder != nobody) ++starts[seats[index].holder + 1];
    }
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    units.resize(starts.back());
    auto next = starts;
    for (const auto index : members) {
        if (seats[index].holder != nobody) units[next[seats[index].holder]++] = index;
    }
}

View view_of(const model::Model& model, const Question& question, const Filter& filter,
             const Moment& moment) {
    return Placer(model, question, filter, moment).place();
}

}  // namespace shezhire::graph
