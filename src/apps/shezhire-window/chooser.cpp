#include "chooser.h"

#include <chrono>
#include <cstdlib>
#include <system_error>

#include "layout/process.h"

namespace shezhire::window {
namespace {

namespace fs = std::filesystem;

// Beside this program, built or installed; SHEZHIRE_DIALOG overrides.
fs::path find_dialog() {
    if (const char* told = std::getenv("SHEZHIRE_DIALOG"); told != nullptr && *told != '\0') return told;
    std::error_code fault;
    return fs::read_symlink("/proc/self/exe", fault).parent_path() / "shezhire-dialog";
}

}  // namespace

session::Chosen ask_desktop(const session::Choice& choice, const std::stop_token& stop) {
    const std::string input = std::string(choice.folder ? "folder" : "files") + "\n" + choice.title + "\n" +
                              choice.accept + "\n" + choice.kind + "\n";
    layout::ProcessTask task;
    task.program = find_dialog();
    task.input = input;
    task.deadline = std::chrono::hours(24);  // people may take their time
    task.longest_output = std::size_t{1} << 20U;
    const auto outcome = layout::run_process(task, stop);
    session::Chosen chosen;
    using End = layout::ProcessOutcome::End;
    chosen.asked = outcome.end == End::stopped || (outcome.end == End::exited && outcome.number <= 1);
    std::string_view rest(outcome.output);
    while (chosen.asked && !rest.empty()) {
        const auto end = rest.find('\0');
        chosen.paths.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return chosen;
}

}  // namespace shezhire::window
