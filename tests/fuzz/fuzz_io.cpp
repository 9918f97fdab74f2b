// Any bytes as a native file: nothing crashes, every fault has a place, and what was read without an error is
// written to bytes that read as the same facts.
#include "fuzz.h"
#include "io/dataset.h"

using namespace shezhire;

namespace {

const std::string file = "fuzz.jsonld";

bool same_facts(const model::Draft& a, const model::Draft& b) {
    return a.files == b.files && a.organizations == b.organizations && a.changes == b.changes &&
           a.events == b.events && a.concepts == b.concepts && a.schemes == b.schemes &&
           a.sources == b.sources;
}

void check(const base::Diagnostics& diagnostics) {
    for (const auto& diagnostic : diagnostics.as_found()) {
        fuzz::require(!diagnostic.code.empty() && !diagnostic.sentence.empty(),
                      "a fault has a code and a sentence");
        fuzz::require(diagnostic.place.file == file, "a fault names its file", diagnostic.code);
        fuzz::require(diagnostic.place.line > 0 && diagnostic.place.column > 0, "and its line and column",
                      diagnostic.code);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    model::Draft draft;
    base::Diagnostics diagnostics;
    io::read_native(bytes, file, draft, diagnostics);
    check(diagnostics);
    const bool clean = !diagnostics.has_errors();
    const auto model = model::Model::build(draft, diagnostics);
    (void)model->span();
    if (!clean) return 0;

    const auto written = io::write_native(draft);
    model::Draft again;
    base::Diagnostics second;
    io::read_native(written, file, again, second);
    fuzz::require(!second.has_errors(), "what was written reads without errors", written);
    fuzz::require(same_facts(io::as_written(draft), again), "read(write(m)) == m", written);
    fuzz::require(io::write_native(again) == written, "and is written alike", written);
    return 0;
}
