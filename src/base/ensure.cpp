#include "base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace shezhire::base {

void fail_ensure(const char* what, CodePlace place) noexcept {
    std::fprintf(stderr, "%s:%u: internal fault: %s\n", place.file, place.line, what);
    std::abort();
}

}  // namespace shezhire::base
