// The native file, JSON-LD 1.1 (docs/data.md): bytes <-> facts. Reading never stops at the first fault.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"
#include "model/model.h"

namespace shezhire::io {

/// Reads one native file's bytes into `draft`; faults go to `diagnostics` under `file` (codes `json.*`,
/// `io.*`, `edtf.*`).
void read_native(std::string_view bytes, const std::string& file, model::Draft& draft,
                 base::Diagnostics& diagnostics, const std::function<bool()>& stop = {});

/// The same of bytes that are not wanted afterwards: the largest part of what reading needs is not there
/// twice.
void take_native(std::string bytes, const std::string& file, model::Draft& draft,
                 base::Diagnostics& diagnostics, const std::function<bool()>& stop = {});

/// Opens files and folders (every *.jsonld in a folder but context.jsonld, by name, not below it) as one data
/// set, together with what they import. No file is read twice. A path that cannot be read is a diagnostic;
/// what can be read is in the model. `stop` is asked now and then, from several threads; once it says true
/// the rest is left out, for an answer that nobody waits for.
model::ModelPtr open_data(std::span<const std::filesystem::path> paths, base::Diagnostics& diagnostics,
                          const std::function<bool()>& stop = {});

/// The facts as one native file: sorted by type and id, two spaces, unknown fields kept; read(write(m)) ==
/// as_written(m).
std::string write_native(const model::Draft& draft);

/// The same facts in the order in which they are written: things by id, names and texts by field and
/// language, the heads of several files made one.
model::Draft as_written(model::Draft draft);

/// The built-in data set's folder: SHEZHIRE_DATA, else beside the program's source or install prefix; empty
/// if none.
std::filesystem::path builtin_data();

}  // namespace shezhire::io
