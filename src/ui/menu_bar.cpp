// The bar on top: menus of commands with their keys, languages of names, and what is going on.
#include <fmt/format.h>

#include <array>
#include <cstring>

#include "base/numbers.h"
#include "base/words.h"
#include "session/argument_words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

void item(session::CommandQueue& queue, Verb verb, std::vector<std::string> arguments = {},
          bool enabled = true) {
    const auto& spec = session::spec_of(verb);
    const auto key = fmt::format("    {}", spec.key);  // Dear ImGui sets keys close behind the words
    if (ImGui::MenuItem(base::tr(std::string(spec.title).c_str()), spec.key.empty() ? nullptr : key.c_str(),
                        false, enabled))
        queue.send(verb, std::move(arguments));
}

bool choice(const char* label, bool chosen) {
    return ImGui::MenuItem(label, nullptr, chosen);
}

// Menus close by Escape, as everywhere.
bool begin_menu(const char* label) {
    if (!ImGui::BeginMenu(label)) return false;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    return true;
}

void recent_menu(const session::Session& session, session::CommandQueue& queue) {
    if (session.recent().empty() || !begin_menu(base::tr("Open again"))) return;
    int row = 0;
    for (const auto& data : session.recent()) {
        ImGui::PushID(row++);
        if (ImGui::MenuItem(recent_name(data).c_str())) {
            std::vector<std::string> paths;
            for (const auto& path : data) paths.push_back(path.string());
            queue.send(Verb::open, std::move(paths));
        }
        ImGui::PopID();
    }
    ImGui::EndMenu();
}

void file_menu(Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    if (!begin_menu(base::tr("File"))) return;
    if (ImGui::MenuItem(base::tr("Open…"), "    Ctrl+O")) queue.send(Verb::open);
    item(queue, Verb::open_folder);
    recent_menu(session, queue);
    item(queue, Verb::reload, {}, !session.loaded().paths.empty());
    if (ImGui::MenuItem(base::tr("Export…"), "    Ctrl+E", false, session.picture() != nullptr))
        hand.ask_export = true;
    ImGui::Separator();
    item(queue, Verb::quit);
    ImGui::EndMenu();
}

void edit_menu(const session::Session& session, session::CommandQueue& queue) {
    if (!begin_menu(base::tr("Edit"))) return;
    item(queue, Verb::undo, {}, session.history().can_undo());
    item(queue, Verb::redo, {}, session.history().can_redo());
    ImGui::Separator();
    const bool selected = !session.selection().empty();
    item(queue, Verb::toggle_fold, {}, selected);
    item(queue, Verb::hide, {}, selected);
    if (ImGui::MenuItem(base::tr("Show only this branch"), nullptr, false, selected))
        queue.send(Verb::root, {session.selection()});
    if (ImGui::MenuItem(base::tr("Whole structure"), nullptr, false, !session.view().roots.empty()))
        queue.send(Verb::root);
    item(queue, Verb::show_all, {}, !(session.view().filter == graph::Filter{}));
    ImGui::Separator();
    item(queue, Verb::copy, {}, session.shows_table());
    ImGui::EndMenu();
}

void size_menu(const session::Presentation& look, session::CommandQueue& queue) {
    if (!begin_menu(base::tr("Size of the interface"))) return;
    item(queue, Verb::larger, {}, look.scale_percent < session::largest_scale_percent);
    item(queue, Verb::smaller, {}, look.scale_percent > session::least_scale_percent);
    ImGui::Separator();
    for (const char* percent : {"50", "75", "100", "125", "150", "200", "300"}) {
        if (choice(base::percent(std::atoi(percent)).c_str(), std::to_string(look.scale_percent) == percent))
            queue.send(Verb::interface_size, {percent});
    }
    ImGui::EndMenu();
}

void view_menu(const session::Session& session, session::CommandQueue& queue) {
    if (!begin_menu(base::tr("View"))) return;
    const auto& look = session.presentation();
    timeline_menu(session, queue);
    if (ImGui::MenuItem(base::tr("Table"), "    R", session.view().table)) queue.send(Verb::table);
    if (choice(base::tr("Compare with an earlier date"), session.view().before.has_value()))
        queue.send(Verb::compare);
    if (choice(base::tr("The two dates beside each other"), session.view().before && session.view().sides))
        queue.send(Verb::sides);
    item(queue, Verb::fit);
    item(queue, Verb::zoom_to, {}, !session.selection().empty());
    if (choice(base::tr("What does the article say?"), !session.article().source.empty()))
        queue.send(Verb::article);
    if (begin_menu(base::tr("Fold all to a depth"))) {
        for (const char* depth : {"1", "2", "3", "4", "64"}) {
            const bool all = std::string_view(depth) == "64";
            if (ImGui::MenuItem(all ? base::tr("everything unfolded") : depth))
                queue.send(Verb::fold_to, {depth});
        }
        ImGui::EndMenu();
    }
    ImGui::Separator();
    if (choice(base::tr("Outline"), look.outline_pane)) queue.send(Verb::pane, {"outline"});
    if (choice(base::tr("Filters"), look.filters_pane)) queue.send(Verb::pane, {"filters"});
    if (choice(base::tr("Little map"), look.minimap)) queue.send(Verb::pane, {"minimap"});
    if (choice(base::tr("Details"), look.details_pane)) queue.send(Verb::pane, {"details"});
    if (choice(base::tr("Date"), look.date_pane)) queue.send(Verb::pane, {"date"});
    if (ImGui::MenuItem(base::tr("Diagnostics"), nullptr, look.diagnostics_pane,
                        !session.loaded().diagnostics.empty()))
        queue.send(Verb::pane, {"diagnostics"});
    item(queue, Verb::reset_layout);
    ImGui::Separator();
    size_menu(look, queue);
    dates_menu(session, queue);
    if (choice(base::tr("Links beside the hierarchy"), session.view().lateral))
        queue.send(Verb::lateral, {session.view().lateral ? "off" : "on"});
    if (choice(base::tr("Reduce motion"), look.reduce_motion))
        queue.send(Verb::reduce_motion, {look.reduce_motion ? "off" : "on"});
    ImGui::Separator();
    using Named = std::pair<scene::ThemeName, const char*>;
    using scene::ThemeName;
    for (const auto& [theme, label] :
         {Named{ThemeName::light, base::tr("Light")}, Named{ThemeName::dark, base::tr("Dark")},
          Named{ThemeName::high_contrast, base::tr("High contrast")},
          Named{ThemeName::print, base::tr("Print")},
          Named{ThemeName::projector_light, base::tr("Projector, lit room")},
          Named{ThemeName::projector_dark, base::tr("Projector, dark hall")}}) {
        if (choice(label, look.theme == theme)) queue.send(Verb::theme, {std::string(scene::to_text(theme))});
    }
    ImGui::EndMenu();
}

void layout_menu(const session::Session& session, session::CommandQueue& queue) {
    if (!begin_menu(base::tr("Layout"))) return;
    using layout::Engine;
    using Named = std::pair<Engine, const char*>;
    for (const auto& [engine, label] :
         {Named{Engine::dot, base::tr("Layers (dot)")}, Named{Engine::twopi, base::tr("Rings (twopi)")},
          Named{Engine::circo, base::tr("Circles (circo)")},
          Named{Engine::neato, base::tr("Springs (neato)")}, Named{Engine::fdp, base::tr("Forces (fdp)")},
          Named{Engine::sfdp, base::tr("Forces, large (sfdp)")},
          Named{Engine::osage, base::tr("Packed (osage)")},
          Named{Engine::patchwork, base::tr("Areas (patchwork)")}}) {
        if (choice(label, session.presentation().engine == engine))
            queue.send(Verb::engine, {std::string(layout::to_text(engine))});
    }
    ImGui::Separator();
    using layout::Direction;
    using Way = std::pair<Direction, const char*>;
    for (const auto& [direction, label] :
         {Way{Direction::down, base::tr("Downwards")}, Way{Direction::right, base::tr("To the right")},
          Way{Direction::up, base::tr("Upwards")}, Way{Direction::left, base::tr("To the left")}}) {
        if (choice(label, session.presentation().direction == direction))
            queue.send(Verb::direction, {std::string(layout::to_text(direction))});
    }
    ImGui::EndMenu();
}

// The asked-for language first; the others stay behind it as what is fallen back on.
std::vector<std::string> with_first(const std::string& language) {
    std::vector<std::string> order{language};
    for (const char* other : {"en", "ru", "kk"}) {
        if (language != other) order.emplace_back(other);
    }
    return order;
}

void language_menu(const session::Session& session, session::CommandQueue& queue) {
    if (!begin_menu(base::tr("Language"))) return;
    ImGui::TextDisabled("%s", base::tr("Interface"));
    ImGui::PushID("interface");
    for (const char* language : {"kk", "ru", "en"}) {
        if (choice(session::own_name_of_language(language).c_str(),
                   session.presentation().language == language))
            queue.send(Verb::language, {language});
    }
    ImGui::PopID();
    ImGui::Separator();
    ImGui::TextDisabled("%s", base::tr("Names"));
    ImGui::PushID("names");
    for (const auto& language : session.model()->languages()) {
        if (choice(session::own_name_of_language(language).c_str(),
                   session.presentation().label_languages.front() == language))
            queue.send(Verb::labels, with_first(language));
    }
    ImGui::PopID();
    ImGui::EndMenu();
}

}  // namespace

void menu_bar(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
              const base::Rect& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);  // or Dear ImGui draws a line of its own below it
    begin_pane("menu", area, ImGuiWindowFlags_MenuBar);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(context.px(8), context.px(7)));
    if (ImGui::BeginMenuBar()) {
        file_menu(hand, session, queue);
        edit_menu(session, queue);
        view_menu(session, queue);
        layout_menu(session, queue);
        language_menu(session, queue);
        if (begin_menu(base::tr("Help"))) {
            item(queue, Verb::palette);
            item(queue, Verb::keys);
            ImGui::EndMenu();
        }
        const float zoom = static_cast<float>(session.viewport().scale / session.px_per_pt() * 100);
        const auto right = base::percent(std::lround(zoom));
        const float width = ImGui::CalcTextSize(right.c_str()).x + context.px(28);
        ImGui::SameLine(static_cast<float>(area.width()) - width);
        ImGui::TextDisabled("%s", right.c_str());
        ImGui::EndMenuBar();
    }
    ImGui::PopStyleVar(2);
    edge_line(context, {area.left, area.bottom - 1}, {area.right, area.bottom});
    end_pane();
}

}  // namespace shezhire::ui
