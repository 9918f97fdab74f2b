// What a step from one date to another changed, body by body: marked in the picture until the next step.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "graph/graph.h"

namespace shezhire::session {

enum class Turn : std::uint8_t { come, gone, renamed, moved };

/// What is looked at when two dates are compared.
struct Told {
    bool there = false;
    std::string label;
    std::string parent;  ///< under whom it stands
};
using TellAll = std::map<std::string, Told>;

TellAll told(const graph::Graph& graph);
/// Of who came, went, has another name or stands elsewhere; a name counts for less than a place.
std::map<std::string, Turn> turns_between(const TellAll& before, const TellAll& after);

}  // namespace shezhire::session
