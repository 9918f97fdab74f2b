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
#include "scene/theme.h"
#include "session/picture.h"

namespace shezhire::cli {

/// As written on the command line.
struct ExportWords {
    Paths data;
    std::string out;
    std::string view = "structure";
    std::vector<std::string> roots;
    std::optional<std::string> as_of;
    std::string from;  ///< timeline: its window, and how its lanes stand
    std::string to;
    std::string lanes = "none";
    std::vector<std::string> with;
    int rows = 1;
    int bodies = 20;
    int depth = 64;
    std::vector<std::string> folded;
    std::vector<std::string> unfolded;
    std::vector<std::string> hidden;
    std::vector<std::string> hidden_kinds;
    std::string match;
    std::string certainty = "all";
    bool no_lateral = false;
    std::string engine = "dot";
    std::string direction = "down";
    std::vector<std::string> languages{"en"};
    std::string theme = "light";
    std::string page;
    double aspect = 0;
    double dpi = 144;
    std::string scale;  ///< PNG: pixels a point; timeline: linear, sequential
    std::string format;
    std::string text = "live";
    bool no_cache = false;
    bool no_legend = false;
    bool no_title = false;
};

struct ExportOrder {
    Paths data;
    std::filesystem::path out;  ///< "-": stdout
    graph::Question question;   ///< roots and date may still be empty: the data decides
    bool dated = false;
    scene::StructureStyle style;
    std::optional<session::TimelineRequest> timeline;
    std::optional<edtf::Day> from;  ///< the timeline's window; what is open, the data decides
    std::optional<edtf::Day> to;
    scene::ThemeName theme = scene::ThemeName::light;
    exporting::Options options;
    bool cache = true;
};

/// Errors: use.*, with a sentence that names the option and what it takes.
base::Result<ExportOrder> order_from(const ExportWords& words);

}  // namespace shezhire::cli
