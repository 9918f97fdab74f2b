#include "session/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ensure.h"
#include "base/utf8.h"
#include "base/words.h"

namespace shezhire::session {
namespace {

constexpr std::uint8_t any_number = 255;

using base::word;

constexpr std::array table{
    CommandSpec{Verb::open, "open", "[FILE…]", 0, any_number, false, "Ctrl+O", word("Open")},
    CommandSpec{Verb::open_folder, "open-folder", "", 0, 0, false, "", word("Open a folder of data")},
    CommandSpec{Verb::reload, "reload", "[anyway]", 0, 1, false, "Ctrl+R", word("Read the files again")},
    CommandSpec{Verb::select, "select", "[ID]", 0, 1, false, "", word("Select")},
    CommandSpec{Verb::show, "show", "[ID]", 0, 1, false, "", word("Show in the structure")},
    CommandSpec{Verb::article, "article", "[SOURCE [all|confirmed|contradicted|not-found]]", 0, 2, false, "A",
                word("What does the article say?")},
    CommandSpec{Verb::fold, "fold", "[ID]", 0, 1, true, "", word("Fold")},
    CommandSpec{Verb::unfold, "unfold", "[ID]", 0, 1, true, "", word("Unfold")},
    CommandSpec{Verb::toggle_fold, "toggle-fold", "[ID]", 0, 1, true, "Space", word("Fold or unfold")},
    CommandSpec{Verb::fold_to, "fold-to", "DEPTH", 1, 1, true, "", word("Fold all to a depth")},
    CommandSpec{Verb::date, "date", "EDTF", 1, 1, true, "", word("Go to a date")},
    CommandSpec{Verb::next_change, "next-change", "", 0, 0, true, "Ctrl+Right", word("Next change")},
    CommandSpec{Verb::previous_change, "previous-change", "", 0, 0, true, "Ctrl+Left",
                word("Previous change")},
    CommandSpec{Verb::compare, "compare", "[EDTF|off]", 0, 1, true, "C",
                word("Compare with an earlier date")},
    CommandSpec{Verb::sides, "sides", "[one|two]", 0, 1, true, "Shift+C",
                word("Two dates in one picture or beside each other")},
    CommandSpec{Verb::dates, "dates", "[steady|compact] [era|whole|EDTF]", 0, 2, true, "D",
                word("Dates on one layout or on one each")},
    CommandSpec{Verb::ghosts, "ghosts", "[on|off]", 0, 1, false, "Shift+D",
                word("Hint at what is not there at the date")},
    CommandSpec{Verb::play, "play", "[on|off]", 0, 1, false, "Shift+Space",
                word("Play from change to change")},
    CommandSpec{Verb::play_speed, "play-speed", "[SECONDS]", 0, 1, false, "Shift+K",
                word("Seconds a change is played for")},
    CommandSpec{Verb::loop, "loop", "[on|off]", 0, 1, false, "Shift+L", word("Play again and again")},
    CommandSpec{Verb::root, "root", "[ID…]", 0, any_number, true, "", word("Show only this branch")},
    CommandSpec{Verb::view, "view", "[structure|timeline]", 0, 1, true, "T", word("Structure or timeline")},
    CommandSpec{Verb::period, "period", "[EDTF]", 0, 1, false, "", word("Show a period")},
    CommandSpec{Verb::scale, "scale", "[linear|sequential]", 0, 1, true, "Shift+T",
                word("True scale or one step a date")},
    CommandSpec{Verb::lanes, "lanes", "none|kind|country|region|parent", 1, 1, true, "",
                word("Group life-lines")},
    CommandSpec{Verb::rows, "rows", "offices|seats|figures [on|off]", 1, 2, true, "",
                word("Rows under life-lines")},
    CommandSpec{Verb::pin, "pin", "[ID]", 0, 1, true, "P", word("Keep a life-line in the timeline")},
    CommandSpec{Verb::move_lane, "move-lane", "up|down [ID] [LANES]", 1, 3, true, "",
                word("Move a life-line up or down")},
    CommandSpec{Verb::event, "event", "[ID]", 0, 1, false, "", word("Point out an event")},
    CommandSpec{Verb::step, "step", "left|right|up|down", 1, 1, false, "",
                word("To the next event or life-line")},
    CommandSpec{Verb::shift, "shift", "YEARS", 1, 1, false, "", word("Move the timeline by years")},
    CommandSpec{Verb::table, "table", "[on|off]", 0, 1, true, "R", word("Picture or table")},
    CommandSpec{Verb::table_sort, "table-sort", "[COLUMN [asc|desc]]", 0, 2, true, "",
                word("Sort the table")},
    CommandSpec{Verb::table_match, "table-match", "[TEXT…]", 0, any_number, true, "",
                word("Only rows with these words")},
    CommandSpec{Verb::table_columns, "table-columns", "[COLUMN…]", 0, any_number, true, "",
                word("Columns of the table")},
    CommandSpec{Verb::copy, "copy", "[all|FIRST LAST]", 0, 2, false, "Ctrl+C", word("Copy rows")},
    CommandSpec{Verb::labels, "labels", "LANGUAGE…", 1, any_number, false, "", word("Language of names")},
    CommandSpec{Verb::language, "language", "kk|ru|en", 1, 1, false, "", word("Language of the interface")},
    CommandSpec{Verb::theme, "theme", "light|dark|high-contrast|print|projector-light|projector-dark", 1, 1,
                false, "", word("Theme")},
    CommandSpec{Verb::engine, "engine", "dot|twopi|neato|fdp|sfdp|circo|osage|patchwork", 1, 1, false, "",
                word("Layout engine")},
    CommandSpec{Verb::direction, "direction", "down|right|up|left", 1, 1, false, "", word("Direction")},
    CommandSpec{Verb::fit, "fit", "", 0, 0, false, "F", word("Fit the picture")},
    CommandSpec{Verb::zoom, "zoom", "FACTOR [X Y]", 1, 3, false, "", word("Zoom")},
    CommandSpec{Verb::zoom_to, "zoom-to", "[ID]", 0, 1, false, "Z", word("Zoom to the selection")},
    CommandSpec{Verb::pan, "pan", "DX DY", 2, 2, false, "", word("Move the picture")},
    CommandSpec{Verb::search, "search", "[TEXT]", 0, 1, false, "Ctrl+F", word("Search")},
    CommandSpec{Verb::hide, "hide", "[ID]", 0, 1, true, "", word("Hide")},
    CommandSpec{Verb::hide_kind, "hide-kind", "KIND", 1, 1, true, "", word("Hide a kind")},
    CommandSpec{Verb::show_all, "show-all", "", 0, 0, true, "", word("Show everything hidden")},
    CommandSpec{Verb::certainty, "certainty", "all|likely|certain", 1, 1, true, "", word("Certainty shown")},
    CommandSpec{Verb::lateral, "lateral", "on|off", 1, 1, true, "", word("Links beside the hierarchy")},
    CommandSpec{Verb::unhide, "unhide", "ID|KIND…", 1, any_number, true, "",
                word("Show again what was hidden")},
    CommandSpec{Verb::filter, "filter", "text|country|scope|source|founded [VALUE…]", 1, any_number, true, "",
                word("Show only what matches")},
    CommandSpec{Verb::hops, "hops", "1|2|3|4 [ID]", 1, 2, true, "",
                word("Show only what is near, or all again")},
    CommandSpec{Verb::path, "path", "[ID]", 0, 1, true, "U",
                word("Show only the path to the root, or all again")},
    CommandSpec{Verb::walk, "walk", "up|down|left|right", 1, 1, false, "",
                word("Walk to what is next to it")},
    CommandSpec{Verb::home, "home", "", 0, 0, false, "Home", word("Go to the root")},
    CommandSpec{Verb::visit, "visit", "ID [EDTF]", 1, 2, true, "", word("Go to")},
    CommandSpec{Verb::back, "back", "", 0, 0, false, "Alt+Left", word("Back to the place before")},
    CommandSpec{Verb::forward, "forward", "", 0, 0, false, "Alt+Right", word("Forward again")},
    CommandSpec{Verb::next_hit, "next-hit", "", 0, 0, false, "F3", word("Next of what was found")},
    CommandSpec{Verb::previous_hit, "previous-hit", "", 0, 0, false, "Shift+F3",
                word("Previous of what was found")},
    CommandSpec{Verb::details, "details", "[ID]", 0, 1, false, "Enter", word("Open the details")},
    CommandSpec{Verb::outline_order, "outline-order", "order|name|founding", 1, 1, false, "",
                word("Sort the outline")},
    CommandSpec{Verb::palette, "palette", "[TEXT]", 0, 1, false, "Ctrl+K", word("Find a command")},
    CommandSpec{Verb::keys, "keys", "", 0, 0, false, "F1", word("Keys")},
    CommandSpec{Verb::menu, "menu", "[ID]", 0, 1, false, "Shift+F10", word("Open the menu of a body")},
    CommandSpec{Verb::undo, "undo", "", 0, 0, false, "Ctrl+Z", word("Undo")},
    CommandSpec{Verb::redo, "redo", "", 0, 0, false, "Ctrl+Y", word("Redo")},
    CommandSpec{Verb::export_, "export", "FILE [view|whole|selection]", 1, 2, false, "Ctrl+E",
                word("Export")},
    CommandSpec{Verb::pane, "pane", "outline|details|date|diagnostics|filters|minimap [on|off]", 1, 2, false,
                "", word("Show or fold a pane")},
    CommandSpec{Verb::pane_size, "pane-size", "outline|details|diagnostics UNITS", 2, 2, false, "",
                word("Size of a pane")},
    CommandSpec{Verb::reset_layout, "reset-layout", "", 0, 0, false, "", word("Reset layout")},
    CommandSpec{Verb::interface_size, "interface-size", "[PERCENT]", 0, 1, false, "Ctrl+0",
                word("Size of the interface")},
    CommandSpec{Verb::larger, "larger", "", 0, 0, false, "Ctrl+=", word("Larger interface")},
    CommandSpec{Verb::smaller, "smaller", "", 0, 0, false, "Ctrl+-", word("Smaller interface")},
    CommandSpec{Verb::reduce_motion, "reduce-motion", "on|off", 1, 1, false, "", word("Reduce motion")},
    CommandSpec{Verb::browse, "browse", "ADDRESS", 1, 1, false, "", word("Open in the browser")},
    CommandSpec{Verb::dismiss, "dismiss", "", 0, 0, false, "Escape", word("Back one level")},
    CommandSpec{Verb::cancel, "cancel", "", 0, 0, false, "", word("Cancel what is running")},
    CommandSpec{Verb::quit, "quit", "", 0, 0, false, "Ctrl+Q", word("Quit")},
};

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Splits off one command's words; stops behind a ";" outside quotes.
base::Result<std::vector<std::string>> next_words(std::string_view text, std::size_t& at) {
    std::vector<std::string> words;
    bool in_word = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == ';') {
            ++at;
            break;
        }
        if (is_blank(c)) {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        if (c != '"') {
            words.back().push_back(c);
            continue;
        }
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\' && at + 1 < text.size()) ++at;
            words.back().push_back(text[at]);
        }
        if (at == text.size()) return base::failure("command.syntax", "a quotation mark is not closed");
    }
    return words;
}

base::Result<Command> command_from(std::vector<std::string> words) {
    const auto* spec = std::find_if(table.begin(), table.end(),
                                    [&](const CommandSpec& s) { return s.name == words.front(); });
    if (spec == table.end()) {
        return base::failure("command.unknown",
                             fmt::format("there is no command “{}”; `shezhire commands` lists them",
                                         base::visible(words.front())));
    }
    const std::size_t count = words.size() - 1;
    if (count < spec->least || (spec->most != any_number && count > spec->most)) {
        return base::failure("command.arguments",
                             fmt::format("“{}” is used as: {} {}", spec->name, spec->name, spec->arguments));
    }
    words.erase(words.begin());
    return Command{spec->verb, std::move(words)};
}

}  // namespace

std::span<const CommandSpec> command_table() {
    return table;
}

const CommandSpec& spec_of(Verb verb) {
    const auto* spec =
        std::find_if(table.begin(), table.end(), [verb](const CommandSpec& s) { return s.verb == verb; });
    base::ensure(spec != table.end(), "every verb has its row in the command table");
    return *spec;
}

base::Result<std::vector<Command>> parse_commands(std::string_view text) {
    std::vector<Command> commands;
    for (std::size_t at = 0; at < text.size();) {
        auto words = next_words(text, at);
        if (!words) return base::failure(words.error());
        if (words->empty()) continue;
        auto command = command_from(std::move(*words));
        if (!command) return base::failure(command.error());
        commands.push_back(std::move(*command));
    }
    return commands;
}

base::Result<Command> parse_command(std::string_view text) {
    auto commands = parse_commands(text);
    if (!commands) return base::failure(commands.error());
    if (commands->size() != 1) return base::failure("command.syntax", "one command is wanted here");
    return std::move(commands->front());
}

std::string to_text(const Command& command) {
    std::string text(spec_of(command.verb).name);
    for (const auto& argument : command.arguments) {
        const bool plain = !argument.empty() && std::none_of(argument.begin(), argument.end(), [](char c) {
            return is_blank(c) || c == ';' || c == '"' || c == '\\';
        });
        text += ' ';
        if (plain) {
            text += argument;
            continue;
        }
        text += '"';
        for (const char c : argument) {
            if (c == '"' || c == '\\') text += '\\';
            text += c;
        }
        text += '"';
    }
    return text;
}

}  // namespace shezhire::session
