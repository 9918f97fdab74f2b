// The one file that knows the parser: its templates cost more to compile than all the rest of this program.
#include <CLI/CLI.hpp>
#include <memory>

#include "command_line.h"

namespace shezhire::cli {
namespace {

// Only named here, for --help and for wrong use; shezhire-window reads them itself.
void add_window_options(CLI::App& app) {
    auto paths = std::make_shared<Paths>();
    auto text = std::make_shared<std::vector<std::string>>(8);
    app.add_option("DATA", *paths, "Files or folders to open in the window")
        ->each([paths](const std::string&) {});
    const auto add = [&](std::size_t i, const char* name, const char* type, const char* help) {
        app.add_option(name, (*text)[i], help)->option_text(type)->each([text](const std::string&) {});
    };
    add(0, "--do", "\"C; C; …\"", "Commands to run in the window (listed by `shezhire commands`)");
    add(1, "--size", "WxH", "Size of the window in pixels");
    add(2, "--screenshot", "FILE.png", "Write a picture of the finished window, then exit");
    add(3, "--stats", "FILE.json", "Write times and counts, then exit");
    add(4, "--frames", "N", "With --stats: draw that many more frames, each moved a little");
    add(5, "--idle", "SECONDS", "With --stats: stay quiet so long and count the frames drawn");
    add(6, "--scale", "FACTOR", "Size of everything, 0.5 to 3");
    add(7, "--state", "FILE.json", "Write what is shown, anew whenever it has come to rest");
}

void add_check(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand(
        "check", "Say every fault of the data as file:line:column: severity: code: sentence");
    auto paths = std::make_shared<Paths>();
    command->add_option("DATA", *paths, "Files or folders; by default the built-in data");
    command->callback([&chosen, paths] { chosen = [paths] { return check(*paths); }; });
}

void add_info(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("info", "Count what the data hold, by kind");
    auto words = std::make_shared<InfoWords>();
    command->add_option("DATA", words->data, "Files or folders; by default the built-in data");
    command->add_option(
        "--as-of", words->as_of,
        "Only what was (or may have been) there at this EDTF date, and what had happened by then");
    command->add_flag("--json", words->json, "As JSON");
    command->callback([&chosen, words] { chosen = [words] { return info(*words); }; });
}

void add_query(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand("query", "Search all names in all languages, as the window does");
    auto words = std::make_shared<QueryWords>();
    command
        ->add_option("DATA_TEXT", words->data_and_text,
                     "Files or folders (by default the built-in data), then the text")
        ->option_text("[DATA…] TEXT")
        ->required();
    command->add_option("--lang", words->languages, "Languages of the names printed, best first: kk,ru")
        ->delimiter(',')
        ->allow_extra_args(false);
    command->add_option("--limit", words->limit, "At most so many");
    command->add_flag("--json", words->json, "As JSON");
    command->callback([&chosen, words] { chosen = [words] { return query(*words); }; });
}

void add_convert(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand(
        "convert",
        "Write data sets as one file: .jsonld is the native form, sorted, with unknown fields kept");
    auto paths = std::make_shared<Paths>();
    command->add_option("IN_OUT", *paths, "Files or folders to read, then the file to write")
        ->option_text("IN… OUT")
        ->required()
        ->expected(2, CLI::detail::expected_max_vector_size);
    command->callback([&chosen, paths] { chosen = [paths] { return convert(*paths); }; });
}

void add_commands(CLI::App& app, Action& chosen) {
    auto* command =
        app.add_subcommand("commands", "List the named commands of the window, for --do, with their keys");
    auto form = std::make_shared<CommandsWords>();
    command->add_flag("--json", form->json, "As JSON");
    command->add_flag("--markdown", form->markdown, "As docs/commands.md has them");
    command->callback([&chosen, form] { chosen = [form] { return list_commands(*form); }; });
}

void add_question_options(CLI::App& command, ExportWords& words) {
    command.add_option("--view", words.view,
                       "What is shown: structure, timeline, compare, or table (the structure as rows)");
    command.add_flag("--table", words.table, "The view as rows; always so as CSV or TSV");
    command
        .add_option("--columns", words.columns,
                    "Table: these columns, in this order: name,founded (a wrong one lists all)")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--sort", words.sort, "Table: by this column; founded:desc is the last first");
    command
        .add_option("--root", words.roots,
                    "Start from this organization (may be repeated; default: the data's roots)")
        ->option_text("ID")
        ->allow_extra_args(false);
    command.add_option("--as-of", words.as_of,
                       "EDTF date or period: 2005-08, 1977/2009 (default: the last day on which something is "
                       "known to have begun)");
    command.add_option("--from", words.from, "Timeline: first date shown");
    command.add_option("--to", words.to,
                       "Timeline: last date shown; compare: the later date, --as-of being the earlier");
    command.add_flag("--sides", words.sides, "Compare: the two dates beside each other");
    command.add_option("--lanes", words.lanes,
                       "Timeline: lanes together by none, kind, country, region or parent");
    command.add_option("--with", words.with, "Timeline: rows under the lanes: offices,seats,figures")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--rows", words.rows, "Timeline: cut into so many rows");
    command.add_option("--bodies", words.bodies,
                       "Timeline without roots: how many, those most is told about");
    command
        .add_option("--unfold", words.unfolded,
                    "Timeline: lanes for the units of this organization too (may be repeated)")
        ->option_text("ID")
        ->allow_extra_args(false);
    command.add_option("--depth", words.depth, "Levels below the roots that are unfolded");
    command.add_option("--fold", words.folded, "Fold this organization (may be repeated)")
        ->option_text("ID")
        ->allow_extra_args(false);
    command
        .add_option("--hide", words.hidden,
                    "Leave out this organization and what is below it (may be repeated)")
        ->option_text("ID")
        ->allow_extra_args(false);
    command.add_option("--hide-kind", words.hidden_kinds, "Leave out a kind (may be repeated)")
        ->option_text("KIND")
        ->allow_extra_args(false);
    command.add_option("--match", words.match, "Only what matches this text, and the way to it");
    command.add_option("--certainty", words.certainty, "all, likely or certain");
    command.add_flag("--no-lateral", words.no_lateral, "Without links and further parents");
}

void add_look_options(CLI::App& command, ExportWords& words) {
    command.add_option("--engine", words.engine, "dot, twopi, neato, fdp, sfdp, circo, osage or patchwork");
    command.add_option("--direction", words.direction, "down, right, up or left");
    command.add_option("--lang", words.languages, "Languages of names, best first: kk,ru")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--theme", words.theme,
                       "light, dark, high-contrast, print, projector-light or projector-dark");
    command.add_option("--page", words.page, "A4, A3 or 16:9: the sheet of a PDF and the shape aimed at");
    command.add_option("--aspect", words.aspect, "Width / height aimed at");
    command.add_option("--dpi", words.dpi, "PNG: pixels an inch (default 144)");
    command.add_option("--scale", words.scale,
                       "PNG: pixels a point, instead of --dpi; timeline: linear or sequential");
    command.add_option("--text", words.text, "SVG: live or outline");
    command.add_flag("--no-legend", words.no_legend, "Without the legend");
    command.add_flag("--no-title", words.no_title, "Without the heading");
}

void add_export(CLI::App& app, Action& chosen) {
    auto* command = app.add_subcommand(
        "export",
        "Write a picture: SVG, PDF, PNG, DOT with positions, or JSON; or a table of it: CSV, TSV too");
    auto words = std::make_shared<ExportWords>();
    command->add_option("DATA", words->data, "Files or folders; by default the built-in data");
    command
        ->add_option("-o,--output", words->out, "The file; its ending says the format; - is standard output")
        ->required()
        ->option_text("FILE");
    command->add_option("--format", words->format, "svg, pdf, png, dot, json, csv or tsv");
    command->add_flag("--no-cache", words->no_cache, "Lay out anew, and remember nothing");
    add_question_options(*command, *words);
    add_look_options(*command, *words);
    command->callback([&chosen, words] { chosen = [words] { return export_picture(*words); }; });
}

}  // namespace

Action read_arguments(int argc, char** argv) {
    CLI::App app("Shezhire shows associations as they are built and as they became so.", "shezhire");
    app.set_version_flag("--version", "shezhire " SHEZHIRE_VERSION, "Print the version and exit");
    app.require_subcommand(0, 1);
    app.footer(
        "Without a command the window opens; DATA are files or folders of files, by default the built-in "
        "data.\n"
        "Exit codes: 0 done, 1 the data has errors, 2 wrong use, 3 could not be written or shown.");
    Action chosen;
    add_window_options(app);
    add_check(app, chosen);
    add_info(app, chosen);
    add_export(app, chosen);
    add_query(app, chosen);
    add_convert(app, chosen);
    add_commands(app, chosen);
    try {  // CLI11 throws; it stops here
        app.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        const int code = app.exit(fault) == 0 ? exit_done : exit_wrong_use;
        return [code] { return code; };
    }
    if (!chosen) return [argv] { return start_window(argv); };
    if (app.count_all() > app.get_subcommands().front()->count_all() + 1) {
        return [] {
            return wrong_use(
                "the command comes first, its data and options after it: shezhire COMMAND DATA…");
        };
    }
    return chosen;
}

}  // namespace shezhire::cli
