#include "base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace shezhire::base {

void fail_ensure(const char* what, std::source_location place) noexcept {
    std::fprintf(stderr, "%s:%u: internal fault: %s\n", place.file_name(), place.line(), what);
    std::abort();
}

}  // namespace shezhire::base
