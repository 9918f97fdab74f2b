#include "ui/frame_memory.h"

#include <malloc.h>

namespace shezhire::ui {

void keep_frame_memory() {
#ifdef __GLIBC__
    constexpr int mebibyte = 1 << 20;
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
    mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
#endif
}

}  // namespace shezhire::ui
