// Where one has been: "back" and "forward" of a person who follows links. Only ids and dates, so that places
// outlive a reload.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "edtf/edtf.h"
#include "graph/graph.h"

namespace shezhire::session {

struct Visited {
    std::string selection;
    edtf::Interval when;
    std::vector<std::string> roots;
    graph::Focus focus;
    bool operator==(const Visited&) const = default;
};

class Places {
  public:
    /// A step from neighbour to neighbour (`walking`) replaces the step before it: a walk is one place.
    void visit(Visited place, bool walking);
    /// What the present place looks like on leaving it, if it is still selected.
    void update(const Visited& place);
    /// nullopt: there is nowhere to go. `from`: what is selected now; if that is not the present place, back
    /// leads to the present place itself.
    std::optional<Visited> back(const std::string& from);
    std::optional<Visited> forward();
    [[nodiscard]] bool can_go_back(const std::string& from) const;
    [[nodiscard]] bool can_go_forward() const;
    /// After a reload: places whose selection is no longer there go.
    void keep_if(const std::function<bool(const std::string& id)>& exists);
    void clear();

  private:
    static constexpr std::size_t limit = 200;
    std::vector<Visited> places_;
    std::size_t at_ = 0;  ///< index of the present one, if there is any
    bool walked_ = false;
};

}  // namespace shezhire::session
