#include <fmt/format.h>

#include "command_line.h"
#include "session/keys.h"

namespace shezhire::cli {
namespace {

std::string as_text() {
    const session::KeyMap keys;
    std::string text;
    for (const auto& spec : session::command_table()) {
        const auto use = fmt::format("{} {}", spec.name, spec.arguments);
        text += fmt::format("{:<52}  {:<22}  {}\n", use, keys.chords_of(spec.verb), spec.title);
    }
    return text;
}

/// "|" would end a cell.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

std::string code(std::string_view text) {
    return text.empty() ? std::string() : "`" + cell(text) + "`";
}

// docs/commands.md, which a test holds against this.
std::string as_markdown() {
    const session::KeyMap keys;
    std::string text =
        "# Commands\n\n"
        "Everything that the window does is a named command: the menus, the command palette (Ctrl+K), the "
        "keys, `--do`, the\n"
        "undo list and the log share this table. `shezhire commands` prints it; this page is `shezhire "
        "commands --markdown`.\n\n"
        "In `--do \"C; C; …\"` commands are separated by semicolons, arguments by blanks; `\"…\"` keeps "
        "blanks together. An\n"
        "argument in brackets may be left out: the selection is then meant. IDs are those of the data "
        "(`shezhire query` finds\n"
        "them), dates are EDTF. A command that is *undone* is a step for Ctrl+Z.\n\n"
        "| command | arguments | keys | what it does | undone |\n|---|---|---|---|---|\n";
    for (const auto& spec : session::command_table()) {
        text += fmt::format("| `{}` | {} | {} | {} | {} |\n", spec.name, code(spec.arguments),
                            cell(keys.chords_of(spec.verb)), spec.title, spec.undoable ? "yes" : "");
    }
    text +=
        "\n## Keys\n\n"
        "Keys are changed in the settings file: `\"keys\": { \"fit\": \"Ctrl+9\", \"hops 2\": \"Ctrl+2 2\", "
        "\"quit\": \"\" }` gives a\n"
        "command its key, several, or none. Keys that two commands want are said when the window opens. A "
        "command that needs an\n"
        "argument and has a key asks for it in the palette.\n\n"
        "| key | command |\n|---|---|\n";
    for (const auto& binding : keys.bindings())
        text += fmt::format("| {} | `{}` |\n", cell(binding.chord), session::to_text(binding.command));
    return text;
}

std::string as_json() {
    const session::KeyMap keys;
    std::string json;
    for (const auto& spec : session::command_table()) {
        json += fmt::format(
            "{}\n  {{\"name\": {}, \"arguments\": {}, \"key\": {}, \"title\": {}, \"undoable\": {}}}",
            json.empty() ? "" : ",", json_text(spec.name), json_text(spec.arguments),
            json_text(keys.chords_of(spec.verb)), json_text(spec.title), spec.undoable);
    }
    return "[" + json + "\n]\n";
}

}  // namespace

int list_commands(const CommandsWords& form) {
    return put(form.json ? as_json() : form.markdown ? as_markdown() : as_text());
}

}  // namespace shezhire::cli
