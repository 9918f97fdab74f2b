// The file dialog of the desktop. On stdin four lines: "files" or "folder", the title, the word on the
// button, the name of our kind of file. On stdout the chosen paths, each with a NUL behind. Exit status: 0
// chosen, 1 nothing chosen, 2 this desktop has no dialog. XDG desktop portal
// (org.freedesktop.portal.FileChooser, version 1), else zenity; nothing passes through a shell.
#include <gio/gio.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

constexpr int chosen = 0;
constexpr int nothing_chosen = 1;
constexpr int no_dialog = 2;

struct Request {
    bool folder = false;
    std::string title, accept, kind;
};

struct Answer {
    int exit = no_dialog;
    std::vector<std::string> paths;
};

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};
using Bus = std::unique_ptr<GDBusConnection, FreeWith<g_object_unref>>;
using Variant = std::unique_ptr<GVariant, FreeWith<g_variant_unref>>;
using Loop = std::unique_ptr<GMainLoop, FreeWith<g_main_loop_unref>>;
using Text = std::unique_ptr<char, FreeWith<g_free>>;

// Without one GIO would start a bus of its own.
bool has_session_bus() {
    if (std::getenv("DBUS_SESSION_BUS_ADDRESS") != nullptr) return true;
    const char* folder = std::getenv("XDG_RUNTIME_DIR");
    return folder != nullptr && g_file_test((std::string(folder) + "/bus").c_str(), G_FILE_TEST_EXISTS) != 0;
}

struct Waiting {
    GMainLoop* loop;
    Answer answer;
};

void on_response(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant* parameters,
                 void* data) {
    auto& waiting = *static_cast<Waiting*>(data);
    guint32 response = 2;
    GVariant* results = nullptr;
    g_variant_get(parameters, "(u@a{sv})", &response, &results);
    const Variant owned(results);
    waiting.answer.exit = nothing_chosen;
    if (const Variant uris(g_variant_lookup_value(results, "uris", G_VARIANT_TYPE("as")));
        response == 0 && uris) {
        GVariantIter each;
        const char* uri = nullptr;
        g_variant_iter_init(&each, uris.get());
        while (g_variant_iter_next(&each, "&s", &uri) != 0) {
            if (const Text path(g_filename_from_uri(uri, nullptr, nullptr)); path)
                waiting.answer.paths.emplace_back(path.get());
        }
        if (!waiting.answer.paths.empty()) waiting.answer.exit = chosen;
    }
    g_main_loop_quit(waiting.loop);
}

GVariant* options_for(const Request& request, const char* token) {
    GVariantBuilder options;
    g_variant_builder_init(&options, G_VARIANT_TYPE_VARDICT);
    g_variant_builder_add(&options, "{sv}", "handle_token", g_variant_new_string(token));
    g_variant_builder_add(&options, "{sv}", "accept_label", g_variant_new_string(request.accept.c_str()));
    if (request.folder) {
        g_variant_builder_add(&options, "{sv}", "directory", g_variant_new_boolean(TRUE));
        return g_variant_builder_end(&options);
    }
    g_variant_builder_add(&options, "{sv}", "multiple", g_variant_new_boolean(TRUE));
    GVariantBuilder globs;
    g_variant_builder_init(&globs, G_VARIANT_TYPE("a(us)"));
    for (const char* glob : {"*.jsonld", "*.json"}) g_variant_builder_add(&globs, "(us)", 0U, glob);
    GVariantBuilder filters;
    g_variant_builder_init(&filters, G_VARIANT_TYPE("a(sa(us))"));
    g_variant_builder_add(&filters, "(sa(us))", request.kind.c_str(), &globs);
    g_variant_builder_add(&options, "{sv}", "filters", g_variant_builder_end(&filters));
    return g_variant_builder_end(&options);
}

Answer ask_portal(const Request& request) {
    if (!has_session_bus()) return {};
    const Bus bus(g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr));
    if (!bus) return {};
    const Loop loop(g_main_loop_new(nullptr, FALSE));
    Waiting waiting{loop.get(), {}};
    // Where the answer will come is known before the question is asked, so that none is missed.
    std::string sender(g_dbus_connection_get_unique_name(bus.get()) + 1);
    std::replace(sender.begin(), sender.end(), '.', '_');
    constexpr const char* token = "shezhire";
    const auto place = "/org/freedesktop/portal/desktop/request/" + sender + "/" + token;
    constexpr const char* portal = "org.freedesktop.portal.Desktop";
    g_dbus_connection_signal_subscribe(bus.get(), portal, "org.freedesktop.portal.Request", "Response",
                                       place.c_str(), nullptr, G_DBUS_SIGNAL_FLAGS_NONE, on_response,
                                       &waiting, nullptr);
    const Variant called(g_dbus_connection_call_sync(
        bus.get(), portal, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.FileChooser",
        "OpenFile", g_variant_new("(ss@a{sv})", "", request.title.c_str(), options_for(request, token)),
        G_VARIANT_TYPE("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr));
    if (!called) return {};
    g_main_loop_run(loop.get());
    return waiting.answer;
}

Answer ask_zenity(const Request& request) {
    const Text program(g_find_program_in_path("zenity"));
    if (!program) return {};
    std::vector<std::string> words{program.get(), "--file-selection", "--title=" + request.title};
    if (request.folder) {
        words.emplace_back("--directory");
    } else {
        words.insert(words.end(), {"--multiple", "--separator=\n",
                                   "--file-filter=" + request.kind + " | *.jsonld *.json"});
    }
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    char* output = nullptr;
    int status = 0;
    if (g_spawn_sync(nullptr, arguments.data(), nullptr, G_SPAWN_STDERR_TO_DEV_NULL, nullptr, nullptr,
                     &output, nullptr, &status, nullptr) == 0)
        return {};
    const Text owned(output);
    if (g_spawn_check_wait_status(status, nullptr) == 0) {
        const bool refused =
            WIFEXITED(status) && WEXITSTATUS(status) == 1;  // 1: cancelled; others: it could not show
        return {refused ? nothing_chosen : no_dialog, {}};
    }
    Answer answer{chosen, {}};
    std::string path;
    for (const char* c = output; *c != '\0'; ++c) {
        if (*c != '\n') {
            path += *c;
            continue;
        }
        if (!path.empty()) answer.paths.push_back(std::move(path));
        path.clear();
    }
    if (!path.empty()) answer.paths.push_back(std::move(path));
    return answer;
}

}  // namespace

int main() {
    Request request;
    std::string what;
    std::getline(std::cin, what);
    std::getline(std::cin, request.title);
    std::getline(std::cin, request.accept);
    std::getline(std::cin, request.kind);
    request.folder = what == "folder";
    auto answer = ask_portal(request);
    if (answer.exit == no_dialog) answer = ask_zenity(request);
    for (const auto& path : answer.paths) std::fwrite(path.c_str(), 1, path.size() + 1, stdout);
    return answer.exit;
}
