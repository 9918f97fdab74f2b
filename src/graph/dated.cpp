#include "graph/dated.h"

#include <algorithm>

#include "graph/dated_facts.h"

namespace shezhire::graph {
namespace {

using edtf::Presence;

Presence at_date(const Life& life, edtf::Bounds at) {
    if (life.last_end < at.earliest || life.first_start > at.latest) return Presence::no;
    return life.last_start <= at.earliest && life.first_end >= at.latest ? Presence::yes : Presence::maybe;
}

Presence over_period(const Life& life, edtf::Bounds at) {
    if (life.last_end < at.earliest || life.first_start > at.latest) return Presence::no;
    return life.last_start <= at.latest && life.first_end >= at.earliest ? Presence::yes : Presence::maybe;
}

}  // namespace

DatedGraph::DatedGraph(model::ModelPtr model, const Question& question)
    : facts_(std::make_shared<const DatedFacts>(std::move(model), question)), graph_(facts_->graph) {
    const auto& f = *facts_;
    held_.resize(f.owners.size());
    presence_.resize(f.bodies.size());
    hangs_on_.resize(f.bodies.size(), nobody);
    counted_in_.resize(f.bodies.size(), nobody);
    queued_.resize(f.bodies.size());
    touched_nodes_ = base::IndexSet(graph_.nodes.size());
    touched_edges_ = base::IndexSet(graph_.edges.size());
    seen_.resize(f.owners.size());
    if (f.question.filter == Filter{}) return;
    auto all = f.question;
    all.filter = {};
    unfiltered_.emplace_back(f.model, all);
}

const edtf::Interval& DatedGraph::period() const {
    return facts_->question.when;
}

const DatedGraph::Step& DatedGraph::move_to(const edtf::Interval& when) {
    step_.nodes.clear();
    step_.edges.clear();
    if (judged_ && when == graph_.when) return step_;
    const Moment moment(when);
    const bool near = judged_ && instant_ && moment.when().is_instant() && !facts_->circular;
    const auto before = at_;
    at_ = {moment.when().start_bounds().earliest, moment.when().end_bounds().latest};
    instant_ = moment.when().is_instant();
    graph_.when = when;
    if (near) {
        judge_between(before, at_);
    } else {
        judge_all();
    }
    place();
    touched_nodes_.take(step_.nodes);
    touched_edges_.take(step_.edges);
    settle_edges();
    count_filtered();
    judged_ = true;
    return step_;
}

void DatedGraph::judge_all() {
    if (!judged_ || facts_->circular) {
        // What a circle holds up by itself is not there.
        std::fill(presence_.begin(), presence_.end(), Presence::no);
        std::fill(hangs_on_.begin(), hangs_on_.end(), nobody);
        std::fill(counted_in_.begin(), counted_in_.end(), nobody);
        for (std::uint32_t node = 0; node < graph_.nodes.size(); ++node) {
            graph_.nodes[node].presence = Presence::no;
            if (facts_->counts_hidden) graph_.nodes[node].hidden = 0;
        }
        for (std::uint32_t node = 0; node < graph_.nodes.size(); ++node) touched_nodes_.insert(node);
        for (std::uint32_t edge = 0; edge < graph_.edges.size(); ++edge) touched_edges_.insert(edge);
    }
    for (std::uint32_t owner = 0; owner < facts_->owners.size(); ++owner) judge(owner);
    for (std::uint32_t member = 0; member < presence_.size(); ++member) queue(member);
}

void DatedGraph::judge_between(edtf::Bounds from, edtf::Bounds to) {
    turned_.clear();
    const auto gather = [&](const std::vector<DatedFacts::Turn>& turns, edtf::Day a, edtf::Day b) {
        const auto after = [](edtf::Day day, const DatedFacts::Turn& turn) { return day < turn.day; };
        const auto first = std::upper_bound(turns.begin(), turns.end(), std::min(a, b), after);
        const auto last = std::upper_bound(first, turns.end(), std::max(a, b), after);
        for (auto turn = first; turn != last; ++turn) {
            if (seen_[turn->owner]) continue;
            seen_[turn->owner] = true;
            turned_.push_back(turn->owner);
        }
    };
    gather(facts_->by_first_day, from.earliest, to.earliest);
    gather(facts_->by_last_day, from.latest, to.latest);
    for (const auto owner : turned_) {
        seen_[owner] = false;
        judge(owner);
    }
}

Presence DatedGraph::presence_of(std::uint32_t number) const {
    const auto& owner = facts_->owners[number];
    if (owner.first == owner.end) return Presence::maybe;
    auto best = Presence::no;
    for (auto life = owner.first; life < owner.end; ++life) {
        const auto& one = facts_->lives[life];
        best = std::max(best, instant_ ? at_date(one, at_) : over_period(one, at_));
    }
    return best;
}

void DatedGraph::judge(std::uint32_t number) {
    const auto& owner = facts_->owners[number];
    if (owner.of == DatedFacts::Of::name) return rename(owner.index);
    auto held = presence_of(number);
    if (held == Presence::maybe && facts_->question.filter.certainty == Certainty::certain)
        held = Presence::no;
    if (held == held_[number]) return;
    held_[number] = held;
    switch (owner.of) {
        case DatedFacts::Of::body:
            return queue(owner.index);
        case DatedFacts::Of::hold: {
            const auto& hold = facts_->holds[owner.index];
            if (hold.edge != nobody) touched_edges_.insert(hold.edge);
            return queue(hold.member);
        }
        case DatedFacts::Of::link:
            return touched_edges_.insert(owner.index);
        case DatedFacts::Of::name:
            return;
    }
}

void DatedGraph::queue(std::uint32_t member) {
    if (queued_[member]) return;
    queued_[member] = true;
    queue_.push_back(member);
}

// From whoever may have changed on to whoever hangs on them. In a circle it ends as well, since each round
// costs patience.
void DatedGraph::place() {
    std::size_t patience = 64 * presence_.size() + 64;
    for (std::size_t next = 0; next < queue_.size() && patience > 0; ++next, --patience) {
        const auto member = queue_[next];
        queued_[member] = false;
        if (!place(member)) continue;
        for (const auto unit : facts_->held_by.of(member)) queue(unit);
    }
    for (const auto member : queue_) queued_[member] = false;
    queue_.clear();
}

/// The best parent that is itself there, as ask() chooses it; true where presence is another than before.
bool DatedGraph::place(std::uint32_t member) {
    const auto& f = *facts_;
    auto presence = held_[member];
    auto hangs_on = nobody;
    int best = 0;
    for (const auto number : f.holds_of.of(member)) {
        const auto& hold = f.holds[number];
        const auto held = held_[hold.owner];
        if (held == Presence::no || presence_[hold.parent] == Presence::no) continue;
        const int score = (hold.primary ? 2 : 0) + (held == Presence::yes ? 2 : 1);
        if (score <= best) continue;
        best = score;
        hangs_on = number;
    }
    if (presence == Presence::no) hangs_on = nobody;
    if (hangs_on != nobody) {
        presence = std::min(presence, held_[f.holds[hangs_on].owner]);
    } else if (!f.tops[member]) {
        presence = Presence::no;
    }
    const auto before = presence_[member];
    const bool hidden = f.counted_in[member] != nobody;
    if (presence == before && hangs_on == hangs_on_[member] && !hidden) return false;
    presence_[member] = presence;
    hangs_on_[member] = hangs_on;
    const bool was = before != Presence::no;
    const bool is = presence != Presence::no;
    if (hidden) return count(member) || was != is;
    graph_.nodes[member].presence = presence;
    touched_nodes_.insert(member);
    for (const auto edge : f.edges_of.of(member)) touched_edges_.insert(edge);
    return was != is;
}

/// What a fold hides is counted where it hangs now, if that is folded too; true where that is another place.
bool DatedGraph::count(std::uint32_t member) {
    const auto& f = *facts_;
    auto into = nobody;
    if (presence_[member] != Presence::no) {
        const auto hold = hangs_on_[member];
        const auto parent = hold == nobody ? nobody : f.holds[hold].parent;
        into = f.counted_in[member];
        if (parent != nobody && parent >= graph_.nodes.size()) {
            into = counted_in_[parent];
        } else if (parent != nobody && graph_.nodes[parent].folded) {
            into = parent;
        }
    }
    const auto before = counted_in_[member];
    if (into == before) return false;
    counted_in_[member] = into;
    if (before != nobody) {
        --graph_.nodes[before].hidden;
        touched_nodes_.insert(before);
    }
    if (into != nobody) {
        ++graph_.nodes[into].hidden;
        touched_nodes_.insert(into);
    }
    return true;
}

void DatedGraph::settle_edges() {
    const auto& f = *facts_;
    for (const auto number : step_.edges) {
        auto& edge = graph_.edges[number];
        auto presence = Presence::no;
        if (f.owner_of_edge[number] != nobody) presence = held_[f.owner_of_edge[number]];
        bool carries = false;
        for (const auto hold : f.holds_of_edge.of(number)) {
            presence = std::max(presence, held_[f.holds[hold].owner]);
            carries = carries || hangs_on_[edge.to] == hold;
        }
        const bool both = presence_[edge.from] != Presence::no && presence_[edge.to] != Presence::no;
        edge.presence = both ? presence : Presence::no;
        if (edge.kind == EdgeKind::lateral) continue;
        const auto in_union = f.graph.edges[number].kind;
        edge.kind = hangs_on_[edge.to] == nobody ? in_union : carries ? EdgeKind::part : EdgeKind::other_part;
    }
}

// What would be shown at the date, and is neither shown nor folded: the filter alone hides it.
void DatedGraph::count_filtered() {
    if (unfiltered_.empty()) return;
    auto& all = unfiltered_.front();
    all.move_to(graph_.when);
    graph_.filtered = 0;
    for (std::uint32_t node = 0; node < all.graph_.nodes.size(); ++node) {
        if (all.presence_[node] == Presence::no) continue;
        const auto member = facts_->member_of[all.facts_->bodies[node]];
        if (member == nobody || presence_[member] == Presence::no) ++graph_.filtered;
    }
}

void DatedGraph::rename(std::uint32_t number) {
    const auto& body = facts_->body(number);
    const auto at = instant_ ? at_ : Moment(graph_.when).label_bounds(body);
    auto naming = naming_at(body, at, facts_->question.languages);
    auto& node = graph_.nodes[number];
    if (Naming{node.label, node.lang, node.acronym, node.translated} == naming) return;
    node.label = std::move(naming.label);
    node.lang = std::move(naming.lang);
    node.acronym = std::move(naming.acronym);
    node.translated = naming.translated;
    touched_nodes_.insert(number);
}

}  // namespace shezhire::graph
