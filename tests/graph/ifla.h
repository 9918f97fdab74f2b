// IFLA as the built-in data has it.
#pragma once

#include <array>

#include "io/dataset.h"
#include "support/golden.h"

namespace shezhire::graph::test {

inline model::ModelPtr ifla() {
    const auto data = shezhire::test::source_dir() / "data";
    const std::array<std::filesystem::path, 3> files{data / "ifla.jsonld", data / "vocabulary.jsonld",
                                                     data / "sources.jsonld"};
    base::Diagnostics diagnostics;
    return io::open_data(files, diagnostics);
}

}  // namespace shezhire::graph::test
