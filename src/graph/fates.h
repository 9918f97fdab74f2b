// What became of each body, found in the change events between two dates. Internal to graph.
#pragma once

#include "graph/compare.h"

namespace shezhire::graph {

/// Fills fate, renamed, moved, into, from and changes; ids, labels and parents at both dates must stand.
void find_fates(std::vector<Compared>& bodies, const model::Model& model, const Question& question,
                const edtf::Interval& before);

}  // namespace shezhire::graph
