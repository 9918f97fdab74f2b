// A table as it is printed: a heading, the head of its columns, and a row for each thing, with its kind's
// mark. On sheets it is cut between rows, and the head is repeated.
#pragma once

#include <vector>

#include "model/model.h"
#include "scene/scene.h"
#include "scene/table.h"
#include "scene/theme.h"
#include "text/typesetter.h"

namespace shezhire::scene {

struct TableStyle {
    bool title = true;
    base::Size sheet;  ///< points; turned where columns need it; without one: as large as the table
    bool operator==(const TableStyle&) const = default;
};

/// All columns and rows: choose before (scene::chosen). One scene without a sheet, else one a page; at least
/// one.
std::vector<Scene> table_scenes(const Table& table, const model::Model& model, const Theme& theme,
                                const TableStyle& style, const text::Typesetter& typesetter);

}  // namespace shezhire::scene
