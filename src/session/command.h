// Every change is a command with a name (rule 5): the menu, the keys, --do, undo, the log and the tests share
// this table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace shezhire::session {

enum class Verb : std::uint8_t {
    open,
    open_folder,
    reload,
    select,
    show,
    article,
    fold,
    unfold,
    toggle_fold,
    fold_to,
    date,
    next_change,
    previous_change,
    compare,
    sides,
    dates,
    ghosts,
    play,
    play_speed,
    loop,
    root,
    view,
    period,
    scale,
    lanes,
    rows,
    pin,
    move_lane,
    event,
    step,
    shift,
    table,
    table_sort,
    table_match,
    table_columns,
    copy,
    labels,
    language,
    theme,
    engine,
    direction,
    fit,
    zoom,
    zoom_to,
    pan,
    search,
    hide,
    hide_kind,
    show_all,
    certainty,
    lateral,
    unhide,
    filter,
    hops,
    path,
    walk,
    home,
    visit,
    back,
    forward,
    next_hit,
    previous_hit,
    details,
    outline_order,
    palette,
    keys,
    menu,
    undo,
    redo,
    export_,
    pane,
    pane_size,
    reset_layout,
    interface_size,
    larger,
    smaller,
    reduce_motion,
    browse,
    dismiss,
    cancel,
    quit,
};

/// One row of the table. `arguments` is for people: "ID", "[ID]", "yyyy-mm-dd", "FILE
/// [view|whole|selection]".
struct CommandSpec {
    Verb verb;
    std::string_view name;  ///< what --do and the log say: "fold-to"
    std::string_view arguments;
    std::uint8_t least = 0;  ///< how many arguments it takes
    std::uint8_t most = 0;   ///< 255: any number
    bool undoable = false;
    std::string_view key;    ///< "Ctrl+Z", or empty
    std::string_view title;  ///< English; the interface translates it
};

std::span<const CommandSpec> command_table();
const CommandSpec& spec_of(Verb verb);

struct Command {
    Verb verb = Verb::fit;
    std::vector<std::string> arguments;
    bool operator==(const Command&) const = default;
};

/// One command: a name and arguments separated by blanks; "…" keeps blanks together, \" and \\ inside.
/// Errors: command.unknown, command.arguments, command.syntax.
base::Result<Command> parse_command(std::string_view text);
/// Commands separated by ";" outside quotes.
base::Result<std::vector<Command>> parse_commands(std::string_view text);
/// The text that parses to it.
std::string to_text(const Command& command);

/// What panels send into; the session takes it between frames.
class CommandQueue {
  public:
    void send(Verb verb, std::vector<std::string> arguments = {}) {
        commands_.push_back({verb, std::move(arguments)});
    }
    void send(Command command) { commands_.push_back(std::move(command)); }
    std::vector<Command> take() { return std::exchange(commands_, {}); }
    [[nodiscard]] bool empty() const { return commands_.empty(); }

  private:
    std::vector<Command> commands_;
};

}  // namespace shezhire::session
