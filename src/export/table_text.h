// Tables as text for programs: DOT and JSON.
#pragma once

#include <string>

#include "scene/table.h"

namespace shezhire::exporting {

/// A graph of one node, whose label is the table: `dot` draws it.
std::string to_dot(const scene::Table& table);

/// docs/table.md says its shape.
std::string to_json(const scene::Table& table);

}  // namespace shezhire::exporting
