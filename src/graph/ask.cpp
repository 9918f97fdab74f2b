#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/graph.h"
#include "graph/view.h"

namespace shezhire::graph {
namespace {

using edtf::Presence;

/// What is folded, by index; ids that nobody has count for nothing.
class Folds {
  public:
    Folds(const model::Model& model, const Question& question)
        : focus_(question.focus.any()),
          depth_(std::max(question.depth, 0)),
          closed_(marks(model, question.folded)),
          open_(marks(model, question.unfolded)) {}

    [[nodiscard]] bool closed(std::uint32_t index) const { return closed_[index]; }
    [[nodiscard]] bool open(std::uint32_t index) const { return open_[index]; }
    [[nodiscard]] bool folds(std::uint32_t index, int depth, bool heed_depth) const {
        if (focus_) return false;  // nearness alone decides
        return closed_[index] || (heed_depth && depth >= depth_ && !open_[index]);
    }

  private:
    static std::vector<bool> marks(const model::Model& model, const std::set<std::string>& ids) {
        std::vector<bool> marked(model.organizations().size());
        for (const auto& id : ids) {
            if (const auto index = model.organization_index(id)) marked[*index] = true;
        }
        return marked;
    }

    bool focus_;
    int depth_;
    std::vector<bool> closed_;
    std::vector<bool> open_;
};

/// Whoever filters for something wants to see what was found: then only explicit folds hide.
bool heeds_depth(const Filter& filter) {
    return !keeps_only_matches(filter);
}

}  // namespace

std::vector<std::uint32_t> count_below(const View& view) {
    std::vector<std::uint32_t> below(view.seats.size());
    for (auto at = view.descent.rbegin(); at != view.descent.rend(); ++at) {
        if (const auto holder = view.seats[*at].holder; holder != nobody) below[holder] += below[*at] + 1;
    }
    return below;
}

View filtered_view(const model::Model& model, const Question& question, const Filter& filter,
                   const Moment& moment) {
    auto view = view_of(model, question, filter, moment);
    if (keeps_only_matches(filter)) keep_matching(view, model, filter, moment);
    if (question.focus.any()) keep_near(view, model, question, moment);
    return view;
}

namespace {

/// Depth of each shown organization, -1 for what a fold hides.
std::vector<int> shown_depths(const View& view, const Folds& folds, bool heed_depth) {
    std::vector<int> depths(view.seats.size(), -1);
    for (const auto index : view.descent) {
        const auto holder = view.seats[index].holder;
        if (holder == nobody) {
            depths[index] = 0;
        } else if (depths[holder] >= 0 && !folds.folds(holder, depths[holder], heed_depth)) {
            depths[index] = depths[holder] + 1;
        }
    }
    return depths;
}

class Answer {
  public:
    Answer(const model::Model& model, const Question& question)
        : model_(model),
          question_(question),
          moment_(question.when),
          folds_(model, question),
          view_(filtered_view(model, question, question.filter, moment_)),
          depths_(shown_depths(view_, folds_, heeds_depth(question.filter))),
          node_of_(model.organizations().size(), nobody) {}

    Graph make() && {
        graph_.when = question_.when;
        below_ = count_below(view_);
        walk();
        add_part_edges();
        if (question_.lateral) {
            add_other_parents();
            add_links();
        }
        count_filtered();
        return std::move(graph_);
    }

  private:
    /// Outline order: each before its children, siblings sorted. No recursion: chains may be as long as the
    /// data.
    void walk() {
        std::vector<std::uint32_t> open(view_.tops.rbegin(), view_.tops.rend());
        std::vector<std::uint32_t> children;
        while (!open.empty()) {
            const auto index = open.back();
            open.pop_back();
            const bool folded = add_node(index);
            if (folded && !question_.focus.any()) continue;
            const auto below = view_.children(index);
            children.assign(below.begin(), below.end());
            sort_siblings(children, model_, question_, moment_);
            open.insert(open.end(), children.rbegin(), children.rend());
        }
    }

    bool add_node(std::uint32_t index) {
        const auto& body = model_.organizations()[index];
        const auto& seat = view_.seats[index];
        Node node;
        node.key = body.id;
        node.notation = body.notation;
        node.kind = body.kind;
        node.depth = depths_[index];
        name(node, body);
        const model::Spell* spell = nullptr;
        node.presence = moment_.of(body, &spell);
        weigh(node, body.evidence);
        if (spell != nullptr) weigh(node, spell->evidence);
        if (seat.holder != nobody) {
            const auto& parent = body.parents[seat.parent];
            node.presence = std::min(node.presence, moment_.of_part(parent.when));
            weigh(node, parent.evidence);
        }
        if (question_.focus.any()) {
            node.hidden = view_.beyond[index];
            node.folded = node.hidden > 0;
            node.foldable = node.folded || question_.focus.opened.contains(body.id);
        } else {
            node.foldable = view_.child_count(index) > 0;
            node.folded = node.foldable && folds_.folds(index, node.depth, heeds_depth(question_.filter));
            node.hidden = node.folded ? below_[index] : 0;
        }
        node_of_[index] = static_cast<std::uint32_t>(graph_.nodes.size());
        body_of_.push_back(index);
        graph_.nodes.push_back(std::move(node));
        return graph_.nodes.back().folded;
    }

    void name(Node& node, const model::Organization& body) const {
        const auto bounds = moment_.label_bounds(body);
        if (const auto* name = model::name_at(body, bounds, question_.languages); name != nullptr) {
            node.label = name->text;
            node.lang = name->lang;
            node.translated = name->status == model::NameStatus::translated;
            weigh(node, name->evidence);
        } else {
            node.label = body.id;
        }
        const auto* acronym = model::acronym_at(body, bounds, question_.languages);
        if (acronym != nullptr && acronym->text != node.label) node.acronym = acronym->text;
    }

    static void weigh(Node& node, const model::Evidence& evidence) {
        node.disputed = node.disputed || evidence.disputed;
        node.low_confidence = node.low_confidence || evidence.confidence == model::Confidence::low;
    }

    void add_part_edges() {
        for (std::uint32_t to = 0; to < graph_.nodes.size(); ++to) {
            const auto& seat = view_.seats[body_of_[to]];
            if (seat.holder == nobody) continue;
            const auto& parent = model_.organizations()[body_of_[to]].parents[seat.parent];
            add_edge({"", node_of_[seat.holder], to, EdgeKind::part, "", moment_.of_part(parent.when),
                      parent.evidence->disputed});
        }
    }

    void add_other_parents() {
        for (std::uint32_t to = 0; to < graph_.nodes.size(); ++to) {
            const auto& seat = view_.seats[body_of_[to]];
            std::unordered_map<std::uint32_t, std::size_t> seen;
            for (const auto& parent : model_.organizations()[body_of_[to]].parents) {
                const auto presence = moment_.of_part(parent.when);
                const auto holder = model_.organization_index(parent.organization);
                if (!holder || *holder == seat.holder || !admits(presence, parent.evidence)) continue;
                const auto from = node_of_[*holder];
                if (from == nobody || from == to) continue;
                add_or_strengthen(
                    seen, from,
                    {"", from, to, EdgeKind::other_part, "", presence, parent.evidence->disputed});
            }
        }
    }

    void add_links() {
        for (std::uint32_t from = 0; from < graph_.nodes.size(); ++from) {
            std::unordered_map<std::string, std::unordered_map<std::uint32_t, std::size_t>> seen;
            for (const auto& link : model_.organizations()[body_of_[from]].links) {
                const auto presence = moment_.of_part(link.when);
                const auto target = model_.organization_index(link.to);
                if (!target || !admits(presence, link.evidence)) continue;
                const auto to = node_of_[*target];
                if (to == nobody || to == from) continue;
                add_or_strengthen(
                    seen[link.kind], to,
                    {"", from, to, EdgeKind::lateral, link.kind, presence, link.evidence->disputed});
            }
        }
    }

    [[nodiscard]] bool admits(Presence presence, const model::Evidence& evidence) const {
        const auto certainty = question_.filter.certainty;
        if (certainty != Certainty::all && evidence.confidence == model::Confidence::low) return false;
        return presence == Presence::yes || (presence == Presence::maybe && certainty != Certainty::certain);
    }

    /// Several spells of one relation are one edge, with the best presence of all.
    void add_or_strengthen(std::unordered_map<std::uint32_t, std::size_t>& seen, std::uint32_t other,
                           Edge edge) {
        const auto [at, fresh] = seen.try_emplace(other, graph_.edges.size());
        if (fresh) {
            add_edge(std::move(edge));
            return;
        }
        auto& old = graph_.edges[at->second];
        old.presence = std::max(old.presence, edge.presence);
        old.disputed = old.disputed || edge.disputed;
    }

    /// Odd ids can spell the same key twice ("a>b" above "c", "a" above "b>c"): the later one is numbered.
    void add_edge(Edge edge) {
        const auto& from = graph_.nodes[edge.from].key;
        const auto& to = graph_.nodes[edge.to].key;
        const auto plain =
            edge.kind == EdgeKind::lateral ? from + '-' + edge.relation + '>' + to : from + '>' + to;
        edge.key = plain;
        for (int number = 2; !keys_.insert(edge.key).second; ++number)
            edge.key = plain + '#' + std::to_string(number);
        graph_.edges.push_back(std::move(edge));
    }

    void count_filtered() {
        if (question_.filter == Filter{}) return;
        auto all = view_of(model_, question_, {}, moment_);
        if (question_.focus.any()) keep_near(all, model_, question_, moment_);
        const auto depths = shown_depths(all, folds_, true);
        for (const auto index : all.descent) {
            if (depths[index] >= 0 && !view_.seats[index].placed) ++graph_.filtered;
        }
    }

    const model::Model& model_;
    const Question& question_;
    Moment moment_;
    Folds folds_;
    View view_;
    std::vector<int> depths_;
    std::vector<std::uint32_t> below_;
    std::vector<std::uint32_t> node_of_;  ///< by organization
    std::vector<std::uint32_t> body_of_;  ///< by node
    std::unordered_set<std::string> keys_;
    Graph graph_;
};

}  // namespace

Graph ask(const model::Model& model, const Question& question) {
    return Answer(model, question).make();
}

int depth_for(const model::Model& model, const Question& question, std::size_t limit) {
    const Moment moment(question.when);
    const Folds folds(model, question);
    const auto view = filtered_view(model, question, question.filter, moment);
    // The depth that each organization needs to be shown: all above it must be unfolded.
    constexpr int never = -1;
    std::vector<int> depths(view.seats.size());
    std::vector<int> needs(view.seats.size());
    std::vector<std::size_t> shown_at{0, 0};
    for (const auto index : view.descent) {
        if (const auto holder = view.seats[index].holder; holder != nobody) {
            depths[index] = depths[holder] + 1;
            const bool hidden = needs[holder] == never || folds.closed(holder);
            needs[index] = hidden ? never : std::max(needs[holder], folds.open(holder) ? 0 : depths[index]);
        }
        if (needs[index] == never) continue;
        const auto need = static_cast<std::size_t>(needs[index]);
        if (shown_at.size() <= need) shown_at.resize(need + 1);
        ++shown_at[need];
    }
    std::size_t shown = shown_at[0] + shown_at[1];
    // A forest whose trees are many begins with their roots alone.
    if (shown_at[0] > 1 && shown > 4 * limit) return 0;
    std::size_t depth = 1;
    while (depth + 1 < shown_at.size() && shown + shown_at[depth + 1] <= limit) shown += shown_at[++depth];
    return static_cast<int>(depth);
}

}  // namespace shezhire::graph
