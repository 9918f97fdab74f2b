// Draws the blocks of a page at ImGui's cursor.
#pragma once

#include "session/page.h"
#include "ui/frame.h"

namespace shezhire::ui {

/// `width` px for the text; clicks become commands, a web address is put to the hand to be asked for. What
/// lies outside the window's clip costs nothing but its height.
void draw_page(const Context& context, Hand& hand, const session::Session& session,
               session::CommandQueue& queue, const session::Page& page, float width);

}  // namespace shezhire::ui
