// What one frame frees the next one needs again: drawn in software, a sixth of a crowded frame went into
// giving memory back to the system and fetching it anew.
#pragma once

namespace shezhire::ui {

/// For the whole process; once, before the first frame. Nothing where the C library is not glibc.
void keep_frame_memory();

}  // namespace shezhire::ui
