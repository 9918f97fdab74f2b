#include "session/turned.h"

namespace shezhire::session {

TellAll told(const graph::Graph& graph) {
    TellAll all;
    for (const auto& node : graph.nodes)
        all.emplace(node.key, Told{node.presence != edtf::Presence::no, node.label, {}});
    for (const auto& edge : graph.edges) {
        if (edge.kind == graph::EdgeKind::part && edge.presence != edtf::Presence::no)
            all[graph.nodes[edge.to].key].parent = graph.nodes[edge.from].key;
    }
    return all;
}

std::map<std::string, Turn> turns_between(const TellAll& before, const TellAll& after) {
    std::map<std::string, Turn> turns;
    for (const auto& [key, now] : after) {
        const auto found = before.find(key);
        const bool was = found != before.end() && found->second.there;
        if (now.there != was) {
            turns[key] = now.there ? Turn::come : Turn::gone;
        } else if (now.there && now.parent != found->second.parent) {
            turns[key] = Turn::moved;
        } else if (now.there && now.label != found->second.label) {
            turns[key] = Turn::renamed;
        }
    }
    for (const auto& [key, was] : before) {
        if (was.there && !after.contains(key)) turns[key] = Turn::gone;
    }
    return turns;
}

}  // namespace shezhire::session
