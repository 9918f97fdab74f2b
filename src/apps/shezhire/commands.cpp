#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "command_line.h"
#include "session/command.h"

namespace shezhire::cli {
namespace {

std::string as_text() {
    std::string text;
    for (const auto& spec : session::command_table()) {
        const auto use = fmt::format("{} {}", spec.name, spec.arguments);
        text += fmt::format("{:<36}  {:<14}  {}\n", use, spec.key, spec.title);
    }
    return text;
}

std::string as_json() {
    std::string json;
    for (const auto& spec : session::command_table()) {
        json += fmt::format(
            "{}\n  {{\"name\": {}, \"arguments\": {}, \"key\": {}, \"title\": {}, \"undoable\": {}}}",
            json.empty() ? "" : ",", json_text(spec.name), json_text(spec.arguments), json_text(spec.key),
            json_text(spec.title), spec.undoable);
    }
    return "[" + json + "\n]\n";
}

}  // namespace

void add_commands(CLI::App& app, Action& chosen) {
    auto* command =
        app.add_subcommand("commands", "List the named commands of the window, for --do, with their keys");
    auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "As JSON");
    command->callback([&chosen, json] { chosen = [json] { return put(*json ? as_json() : as_text()); }; });
}

}  // namespace shezhire::cli
