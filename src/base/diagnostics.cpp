#include "base/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace shezhire::base {

std::string_view to_text(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "error";
}

std::string to_text(const Diagnostic& d) {
    return fmt::format("{}:{}:{}: {}: {}: {}", visible(d.place.file), d.place.line, d.place.column,
                       to_text(d.severity), d.code, visible(d.sentence));
}

void Diagnostics::add(Severity severity, Place place, std::string code, std::string sentence) {
    add(Diagnostic{std::move(place), severity, std::move(code), std::move(sentence)});
}

void Diagnostics::add(Diagnostic diagnostic) {
    if (diagnostic.severity == Severity::error) ++errors_;
    if (diagnostics_.size() >= limit_) {
        ++left_out_;
        return;
    }
    diagnostics_.push_back(std::move(diagnostic));
}

void Diagnostics::append(Diagnostics more) {
    const auto errors = errors_ + more.errors_;  // those left out count too
    for (auto& one : more.diagnostics_) add(std::move(one));
    left_out_ += more.left_out_;
    errors_ = errors;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    auto result = diagnostics_;
    std::stable_sort(result.begin(), result.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place < b.place; });
    return result;
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(diagnostics_.begin(), diagnostics_.end(),
                      [severity](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace shezhire::base
