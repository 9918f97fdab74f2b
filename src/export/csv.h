// Tables as text for spreadsheets. What people read stands in them, but dates, which are EDTF.
#pragma once

#include <string>
#include <vector>

#include "scene/table.h"

namespace shezhire::exporting {

/// RFC 4180: a head line, CRLF, quotes where there are commas, quotes or line breaks. All columns and rows:
/// choose before (scene::chosen).
std::string to_csv(const scene::Table& table);

/// Tabs between cells, a line a row; tabs and line breaks within a cell become blanks. For the clipboard.
std::string to_tsv(const scene::Table& table);

}  // namespace shezhire::exporting
