#include "graph/compare.h"

#include <algorithm>
#include <array>
#include <climits>
#include <unordered_map>

#include "base/utf8.h"
#include "graph/fates.h"
#include "graph/view.h"

namespace shezhire::graph {
namespace {

constexpr std::uint32_t none = UINT32_MAX;

/// One answer as a tree by key.
struct Tree {
    Graph graph;
    std::unordered_map<std::string_view, std::uint32_t> index;
    std::vector<std::uint32_t> parent;       ///< none: a root
    std::vector<std::uint32_t> parent_edge;  ///< index of the edge

    explicit Tree(Graph from) : graph(std::move(from)) {
        const auto count = graph.nodes.size();
        parent.assign(count, none);
        parent_edge.assign(count, none);
        for (std::uint32_t i = 0; i < count; ++i) index.emplace(graph.nodes[i].key, i);
        for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
            if (graph.edges[i].kind != EdgeKind::part) continue;
            parent[graph.edges[i].to] = graph.edges[i].from;
            parent_edge[graph.edges[i].to] = i;
        }
    }
    [[nodiscard]] std::string parent_key(std::uint32_t node) const {
        return parent[node] == none ? std::string() : graph.nodes[parent[node]].key;
    }
    [[nodiscard]] std::uint32_t find(std::string_view key) const {
        const auto found = index.find(key);
        return found == index.end() ? none : found->second;
    }
};

/// Children by parent's key ("" = roots), in outline order.
using Children = std::unordered_map<std::string, std::vector<std::string>>;

/// What is gone stands behind the sibling that it stood behind: as a reader of two lists would mark it.
Children united(const Tree& before, const Tree& after, Places places) {
    Children behind;  // by the later sibling, what is gone and stood behind it
    Children first;   // by parent, what is gone and had no such sibling before it
    std::unordered_map<std::string, std::string> anchors;  // by parent: the last such sibling so far
    for (std::uint32_t i = 0; i < before.graph.nodes.size(); ++i) {
        const auto& key = before.graph.nodes[i].key;
        const auto parent = before.parent_key(i);
        const auto later = after.find(key);
        if (later != none && after.parent_key(later) == parent) {
            anchors[parent] = key;
        } else if (later == none || places == Places::both) {
            const auto anchor = anchors.find(parent);
            (anchor == anchors.end() ? first[parent] : behind[anchor->second])
                .push_back(later == none ? key : key + std::string(earlier_suffix));
        }
    }
    Children children = std::move(first);
    for (std::uint32_t i = 0; i < after.graph.nodes.size(); ++i) {
        const auto& key = after.graph.nodes[i].key;
        auto& siblings = children[after.parent_key(i)];
        siblings.push_back(key);
        if (const auto gone = behind.find(key); gone != behind.end())
            siblings.insert(siblings.end(), gone->second.begin(), gone->second.end());
    }
    return children;
}

class Uniting {
  public:
    Uniting(const model::Model& model, const Question& question, const edtf::Interval& before, Places places)
        : question_(question),
          before_(ask(model, unfolded(question, before))),
          after_(ask(model, unfolded(question, question.when))),
          children_(united(before_, after_, places)) {
        result_.before = before;
        result_.after = question.when;
    }

    Comparison make(const model::Model& model) && {
        list_entries();
        find_fates(result_.bodies, model, question_, result_.before);
        fold();
        result_.graph.filtered = after_.graph.filtered;
        result_.graph.when = question_.when;
        return std::move(result_);
    }

  private:
    static Question unfolded(Question question, const edtf::Interval& when) {
        question.when = when;
        question.depth = INT_MAX;
        question.folded.clear();
        question.unfolded.clear();
        question.lateral = false;
        return question;
    }

    /// Depth first without recursion; each before its children.
    template <class Enter>
    void walk(Enter&& enter) const {
        struct Step {
            const std::string* key;
            std::uint32_t parent;
            int depth;
        };
        std::vector<Step> open;
        const auto push = [&](const std::string& key, std::uint32_t parent, int depth) {
            const auto found = children_.find(key);
            if (found == children_.end()) return;
            for (auto at = found->second.rbegin(); at != found->second.rend(); ++at)
                open.push_back({&*at, parent, depth});
        };
        push("", none, 0);
        while (!open.empty()) {
            const auto step = open.back();
            open.pop_back();
            push(*step.key, enter(*step.key, step.parent, step.depth), step.depth + 1);
        }
    }

    static Standing standing(const Tree& tree, std::string_view key) {
        const auto node = tree.find(key);
        if (node == none) return {};
        const auto& one = tree.graph.nodes[node];
        return {one.presence, one.label, one.lang, tree.parent_key(node)};
    }

    [[nodiscard]] const Node& node_of(std::string_view key) const {
        const auto later = after_.find(key);
        return later != none ? after_.graph.nodes[later] : before_.graph.nodes[before_.find(key)];
    }

    /// One place in the graph before folds: a body's, or the earlier one of a body that moved.
    struct Entry {
        std::string key;
        std::string id;
        std::uint32_t parent = none;
        std::uint32_t body = none;
        bool earlier = false;
    };

    void list_entries() {
        walk([&](const std::string& key, std::uint32_t parent, int) {
            Entry entry{key, key, parent, none, false};
            if (const auto later = after_.find(key), then = before_.find(key);
                later == none && then == none) {
                entry.id.resize(key.size() - earlier_suffix.size());
                entry.earlier = true;
            } else {
                entry.body = add_body(key);
            }
            entries_.push_back(std::move(entry));
            return static_cast<std::uint32_t>(entries_.size() - 1);
        });
        for (auto& entry : entries_) entry.body = result_.place.at(entry.id);
    }

    std::uint32_t add_body(const std::string& key) {
        const auto& node = node_of(key);
        Compared body;
        body.id = key;
        body.kind = node.kind;
        body.notation = node.notation;
        body.before = standing(before_, key);
        body.after = standing(after_, key);
        const auto at = static_cast<std::uint32_t>(result_.bodies.size());
        result_.place.emplace(key, at);
        result_.bodies.push_back(std::move(body));
        return at;
    }

    [[nodiscard]] bool folds(const std::string& key, int depth) const {
        if (question_.focus.any()) return false;
        if (question_.folded.contains(key)) return true;
        return !keeps_only_matches(question_.filter) && depth >= std::max(question_.depth, 0) &&
               !question_.unfolded.contains(key);
    }

    void fold() {
        const auto count = entries_.size();
        std::vector<bool> has_children(count);
        for (const auto& entry : entries_) {
            if (entry.parent != none) has_children[entry.parent] = true;
        }
        std::vector<std::uint32_t> node_of_entry(count, none);
        std::vector<int> depths(count, 0);
        auto& graph = result_.graph;
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto& entry = entries_[i];
            const auto parent = entry.parent;
            depths[i] = parent == none ? 0 : depths[parent] + 1;
            if (parent != none &&
                (node_of_entry[parent] == none || graph.nodes[node_of_entry[parent]].folded)) {
                if (!entry.earlier) ++graph.nodes[shown_above(parent, node_of_entry)].hidden;
                continue;
            }
            Node node = entry.earlier ? before_.graph.nodes[before_.find(entry.id)] : node_of(entry.id);
            node.key = entry.key;
            node.depth = depths[i];
            if (!question_.focus.any()) {
                node.hidden = 0;
                node.foldable = has_children[i];
                node.folded = node.foldable && folds(entry.id, depths[i]);
            }
            node_of_entry[i] = static_cast<std::uint32_t>(graph.nodes.size());
            graph.nodes.push_back(std::move(node));
            result_.body_of_node.push_back(entry.body);
            result_.earlier_place.push_back(entry.earlier);
            if (parent != none) add_edge(entry, node_of_entry[parent], node_of_entry[i]);
        }
    }

    /// The node whose fold hides what is below an entry.
    [[nodiscard]] std::uint32_t shown_above(std::uint32_t entry,
                                            const std::vector<std::uint32_t>& node_of_entry) const {
        while (node_of_entry[entry] == none) entry = entries_[entry].parent;
        return node_of_entry[entry];
    }

    void add_edge(const Entry& entry, std::uint32_t from, std::uint32_t to) {
        const auto later = entry.earlier ? none : after_.find(entry.id);
        const auto& tree = later != none ? after_ : before_;
        Edge edge = tree.graph.edges[tree.parent_edge[later != none ? later : before_.find(entry.id)]];
        if (entry.earlier) edge.key += earlier_suffix;
        edge.from = from;
        edge.to = to;
        result_.graph.edges.push_back(std::move(edge));
    }

    const Question& question_;
    Tree before_;
    Tree after_;
    Children children_;
    Comparison result_;
    std::vector<Entry> entries_;
};

void add_list(std::string& line, std::string_view word, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    line.append("; ").append(word);
    for (const auto& id : ids) line.append(" ").append(base::visible(id));
}

}  // namespace

std::string_view to_text(Fate fate) {
    constexpr std::array<std::string_view, fate_count> names{"unchanged", "renamed", "moved", "added",
                                                             "gone",      "merged",  "split", "became"};
    return names[static_cast<std::size_t>(fate)];
}

Comparison compare(const model::Model& model, const Question& question, const edtf::Interval& before,
                   Places places) {
    return Uniting(model, question, before, places).make(model);
}

Graph each_once(const Comparison& comparison) {
    const auto& all = comparison.graph;
    Graph graph{all.when, {}, {}, all.filtered};
    std::vector<std::uint32_t> place(all.nodes.size(), none);
    for (std::size_t i = 0; i < all.nodes.size(); ++i) {
        if (comparison.earlier_place[i]) continue;
        place[i] = static_cast<std::uint32_t>(graph.nodes.size());
        graph.nodes.push_back(all.nodes[i]);
    }
    for (auto edge : all.edges) {
        edge.from = place[edge.from];
        edge.to = place[edge.to];
        if (edge.from != none && edge.to != none) graph.edges.push_back(std::move(edge));
    }
    return graph;
}

std::vector<std::size_t> count_fates(const Comparison& comparison) {
    std::vector<std::size_t> counts(fate_count);
    for (const auto& body : comparison.bodies) ++counts[static_cast<std::size_t>(body.fate)];
    return counts;
}

std::string to_text(const Comparison& comparison) {
    std::string text = "from " + comparison.before.text() + " to " + comparison.after.text() + '\n';
    for (const auto& body : comparison.bodies) {
        std::string line(to_text(body.fate));
        line.append(" ").append(base::visible(body.id)).append(": ");
        line += base::visible(body.after.there() ? body.after.label : body.before.label);
        if (body.renamed) line.append("; was ").append(base::visible(body.old_name));
        if (body.moved)
            line.append("; from ")
                .append(base::visible(body.before.parent))
                .append(" to ")
                .append(base::visible(body.after.parent));
        add_list(line, "into", body.into);
        add_list(line, "out of", body.from);
        add_list(line, "by", body.changes);
        if (body.before.presence == edtf::Presence::maybe) line += "; perhaps before";
        if (body.after.presence == edtf::Presence::maybe) line += "; perhaps after";
        text += line + '\n';
    }
    return text;
}

}  // namespace shezhire::graph
