// One Graphviz graph and its context: the request put in by numbers and sizes, the places read out.
// Process-wide state of the library makes it single-threaded.
#pragma once

#include <memory>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "layout/layout.h"

namespace shezhire::graphviz {

class GvGraph {
  public:
    /// `request` must outlive this.
    explicit GvGraph(const layout::LayoutRequest& request);
    GvGraph(const GvGraph&) = delete;
    GvGraph& operator=(const GvGraph&) = delete;
    ~GvGraph();

    /// Error: layout.failed with Graphviz's own words.
    base::Status lay_out();
    /// Where the boxes are, in the order of the request; y downwards.
    [[nodiscard]] std::vector<base::Rect> boxes() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace shezhire::graphviz
