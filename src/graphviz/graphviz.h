// The one place that knows Graphviz. Not thread-safe and not to be trusted with odd input: it is called only
// in the worker process (apps/shezhire-layout), which lives for one layout. Labels never get here: sizes do.
#pragma once

#include "base/result.h"
#include "layout/layout.h"

namespace shezhire::graphviz {

/// Error: layout.failed with Graphviz's own words, layout.bad-request.
base::Result<layout::Layout> lay_out(const layout::LayoutRequest&);

}  // namespace shezhire::graphviz
