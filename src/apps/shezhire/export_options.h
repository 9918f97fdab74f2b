// What `shezhire export` was asked for, checked: from words to values that cannot be wrong.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "command_line.h"
#include "export/export.h"
#include "graph/graph.h"
#include "scene/structure.h"
#include "scene/table_choice.h"
#include "scene/theme.h"
#include "session/picture.h"

namespace shezhire::cli {

struct ExportOrder {
    Paths data;
    std::filesystem::path out;  ///< "-": stdout
    graph::Question question;   ///< roots and date may still be empty: the data decides
    bool dated = false;
    std::optional<edtf::Interval> before;  ///< --view compare: the question's date is the later one
    scene::StructureStyle style;
    std::optional<session::TimelineRequest> timeline;
    std::optional<edtf::Day> from;  ///< the timeline's window; what is open, the data decides
    std::optional<edtf::Day> to;
    std::optional<scene::TableChoice> table;  ///< rows instead of a picture
    scene::ThemeName theme = scene::ThemeName::light;
    exporting::Options options;
    bool cache = true;
};

/// Errors: use.*, with a sentence that names the option and what it takes.
base::Result<ExportOrder> order_from(const ExportWords& words);

}  // namespace shezhire::cli
