#include "stage.h"

#include <GL/gl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace bench {
namespace {

void write_picture(const char* file) {
    constexpr std::size_t row = static_cast<std::size_t>(screen_width) * 3;
    std::vector<unsigned char> pixels(row * screen_height);
    glReadBuffer(GL_BACK);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, screen_width, screen_height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    std::FILE* out = std::fopen(file, "wb");
    if (out == nullptr) return;
    std::fprintf(out, "P6 %d %d 255\n", screen_width, screen_height);
    for (std::size_t y = screen_height; y-- > 0;) std::fwrite(&pixels[y * row], 1, row, out);
    std::fclose(out);
}

double median_ms(std::vector<double> seconds) {
    if (seconds.empty()) return 0;
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2] * 1e3;
}

}  // namespace

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Stage::Stage() {
    if (glfwInit() != GLFW_TRUE) {
        std::fputs("no display\n", stderr);
        std::exit(3);
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    window_ = glfwCreateWindow(screen_width, screen_height, "floor", nullptr, nullptr);
    if (window_ == nullptr) {
        std::fputs("no OpenGL 3.3\n", stderr);
        std::exit(3);
    }
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(0);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    ImGui_ImplOpenGL3_Init("#version 330");
}

void Stage::play(const Input& input, const std::string& mode, int frames, const Drawing& drawing,
                 const std::function<std::string()>& more) {
    constexpr double longest_run = 40;  // seconds
    const View view = view_of(input, mode);
    std::vector<double> build, render, whole;
    double first = 0;
    int vertices = 0;
    int indices = 0;
    for (int frame = 0; frame < frames && glfwWindowShouldClose(window_) == GLFW_FALSE; ++frame) {
        glfwPollEvents();
        const double begin = now();
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        ImGui::NewFrame();
        View panned = view;
        panned.x += 3 * static_cast<float>(frame % 40) / view.zoom;
        drawing.draw(*ImGui::GetBackgroundDrawList(), panned);
        ImGui::Render();
        const double built = now();
        if (drawing.before_render) drawing.before_render();
        vertices = ImGui::GetDrawData()->TotalVtxCount;
        indices = ImGui::GetDrawData()->TotalIdxCount;
        glViewport(0, 0, screen_width, screen_height);
        glClearColor(1, 1, 1, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glFinish();
        const double rendered = now();
        if (const char* file = std::getenv("FLOOR_PPM"); file != nullptr && frame == 1) write_picture(file);
        glfwSwapBuffers(window_);
        const double end = now();
        if (frame == 0) {
            first = end;
            continue;
        }
        build.push_back(built - begin);
        render.push_back(rendered - built);
        whole.push_back(end - begin);
        if (end - first > longest_run) break;
    }
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf(
        "{\"file\": \"%s\", \"mode\": \"%s\", \"nodes\": %zu, \"zoom\": %.4f, \"vertices\": %d, \"indices\": "
        "%d, "
        "\"first_frame_at\": %.6f, \"first_frame_ms\": %.1f, \"build_ms\": %.3f, \"render_ms\": %.3f, "
        "\"frame_ms\": %.3f, \"frames\": %zu, \"rss_mb\": %ld%s}\n",
        input.name.c_str(), mode.c_str(), input.nodes.size(), static_cast<double>(view.zoom), vertices,
        indices, first, (first - started_) * 1e3, median_ms(build), median_ms(render), median_ms(whole),
        whole.size(), usage.ru_maxrss / 1024, more().c_str());
    std::fflush(stdout);
    _exit(0);  // what it takes to tidy up is nobody's figure
}

}  // namespace bench
