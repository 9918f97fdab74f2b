#include "wake.h"

#include <GLFW/glfw3.h>

namespace shezhire::window {

void wake() {
    news = true;
    if (can_wake) glfwPostEmptyEvent();
}

}  // namespace shezhire::window
