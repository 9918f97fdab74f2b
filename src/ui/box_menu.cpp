// The menu of a body, by the right button or a key, on the picture and in the outline.
#include <fmt/format.h>

#include <utility>

#include "base/words.h"
#include "session/completion.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Command;
using session::Verb;

bool entry(const session::Session& session, const std::string& label, const Command& command,
           bool enabled = true) {
    auto keys = session.keys().chords_of(command);
    if (keys.empty()) keys = session.keys().chords_of(Command{command.verb, {}});
    const auto first = keys.substr(0, keys.find(','));
    const auto text =
        fmt::format("    {}", chord_in_signs(first));  // Dear ImGui sets keys close behind the words
    return ImGui::MenuItem(label.c_str(), first.empty() ? nullptr : text.c_str(), false, enabled);
}

void send(const session::Session& session, session::CommandQueue& queue, Verb verb, const std::string& id,
          bool enabled = true) {
    if (entry(session, session::title_of(verb), {verb, {}}, enabled)) queue.send(verb, {id});
}

void near_menu(session::CommandQueue& queue, const std::string& id) {
    if (!ImGui::BeginMenu(base::tr("Show only what is near"))) return;
    for (unsigned long hops = 1; hops <= 4; ++hops) {
        const auto label =
            fmt::format(fmt::runtime(base::tr("{} step around", "{} steps around", hops)), hops);
        if (ImGui::MenuItem(label.c_str(), fmt::format("    {}", hops).c_str()))
            queue.send(Verb::hops, {std::to_string(hops), id});
    }
    ImGui::EndMenu();
}

void body_menu(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
               const model::Organization& body) {
    const auto* node = session.node(body.id);
    const auto* name = name_of(session, body);
    data_text(context, name == nullptr ? body.id : name->text, name == nullptr ? "" : name->lang,
              {text_small, true, false, context.palette.quiet_ink, 1}, context.px(280));
    ImGui::Separator();
    send(session, queue, Verb::details, body.id);
    send(session, queue, Verb::zoom_to, body.id, node != nullptr);
    send(session, queue, Verb::toggle_fold, body.id, node != nullptr && node->foldable);
    ImGui::Separator();
    if (ImGui::MenuItem(base::tr("Show only this branch"))) queue.send(Verb::root, {body.id});
    near_menu(queue, body.id);
    if (entry(session, base::tr("Show only the path to the root"), {Verb::path, {}}))
        queue.send(Verb::path, {body.id});
    ImGui::Separator();
    if (ImGui::MenuItem(base::tr("Hide"))) queue.send(Verb::hide, {body.id});
    if (!body.kind.empty()) {
        const auto label =
            fmt::format(fmt::runtime(base::tr("Hide the kind “{}”")), concept_label(session, body.kind));
        if (ImGui::MenuItem(label.c_str())) queue.send(Verb::hide_kind, {body.kind});
    }
    ImGui::Separator();
    if (ImGui::MenuItem(base::tr("Copy the name")))
        ImGui::SetClipboardText(name == nullptr ? body.id.c_str() : name->text.c_str());
    if (ImGui::MenuItem(base::tr("Export this branch…"))) {
        queue.send(Verb::select, {body.id});
        hand.export_part = 2;
        hand.ask_export = true;
    }
}

void picture_menu(Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    if (entry(session, session::title_of(Verb::fit), {Verb::fit, {}})) queue.send(Verb::fit);
    if (ImGui::BeginMenu(base::tr("Fold all to a depth"))) {
        for (const char* depth : {"1", "2", "3", "4"}) {
            if (ImGui::MenuItem(depth)) queue.send(Verb::fold_to, {depth});
        }
        if (ImGui::MenuItem(base::tr("everything unfolded"))) queue.send(Verb::fold_to, {"64"});
        ImGui::EndMenu();
    }
    if (ImGui::MenuItem(base::tr("Whole structure"), nullptr, false, !session.view().roots.empty()))
        queue.send(Verb::root);
    if (ImGui::MenuItem(session::title_of(Verb::show_all).c_str(), nullptr, false,
                        !(session.view().filter == graph::Filter{})))
        queue.send(Verb::show_all);
    ImGui::Separator();
    if (entry(session, base::tr("Find a command"), {Verb::palette, {}})) queue.send(Verb::palette);
    if (entry(session, base::tr("Export…"), {Verb::export_, {}}, session.picture() != nullptr))
        hand.ask_export = true;
}

}  // namespace

void open_box_menu(Hand& hand, const std::string& id) {
    hand.way.menu_of = id;
    hand.way.menu_wanted = true;
}

void box_menu(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    if (std::exchange(hand.way.menu_wanted, false)) ImGui::OpenPopup("box-menu");
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(step * 2), context.px(step * 2)));
    if (ImGui::BeginPopup("box-menu", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings)) {
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
        const auto* body = session.model()->organization(hand.way.menu_of);
        if (body != nullptr) {
            body_menu(context, hand, session, queue, *body);
        } else {
            picture_menu(hand, session, queue);
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

}  // namespace shezhire::ui
