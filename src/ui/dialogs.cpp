// What is asked and said over the picture: export, open, keys, and messages with an offer.
#include <fmt/format.h>

#include <array>
#include <cstring>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

void export_dialog(Context& context, Hand& hand, const session::Session& session,
                   session::CommandQueue& queue) {
    if (hand.ask_export) {
        if (hand.export_file[0] == '\0') {
            std::snprintf(hand.export_file, sizeof hand.export_file, "%s",
                          session.shows_table() ? "table.csv" : "structure.svg");
        }
        ImGui::OpenPopup("###export");
        hand.ask_export = false;
    }
    const auto title = fmt::format("{}###export", base::tr("Export"));
    if (!ImGui::BeginPopupModal(title.c_str(), nullptr,
                                ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings))
        return;
    ImGui::TextUnformatted(base::tr("File: .svg, .pdf, .png, .dot, .json, .csv or .tsv"));
    ImGui::SetNextItemWidth(context.px(380));
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    const bool enter = ImGui::InputText("##file", hand.export_file, sizeof hand.export_file,
                                        ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::RadioButton(base::tr("This view"), &hand.export_part, 0);
    ImGui::RadioButton(base::tr("Whole structure, unfolded"), &hand.export_part, 1);
    if (session.model()->organization(session.selection()) != nullptr) {
        ImGui::RadioButton(base::tr("The selected branch"), &hand.export_part, 2);
    } else if (hand.export_part == 2) {
        hand.export_part = 0;
    }
    ImGui::Dummy({0, context.px(step)});
    constexpr std::array parts{"view", "whole", "selection"};
    if (enter || ImGui::Button(base::tr("Export"), {context.px(120), 0})) {
        queue.send(Verb::export_, {hand.export_file, parts[static_cast<std::size_t>(hand.export_part)]});
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (ImGui::Button(base::tr("Cancel"), {context.px(120), 0}) ||
        ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))
        ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

void open_dialog(Context& context, Hand& hand, const session::Session& session,
                 session::CommandQueue& queue) {
    if (hand.path_questions != session.path_questions()) {
        ImGui::OpenPopup("###open");
        hand.path_questions = session.path_questions();
    }
    const auto title = fmt::format("{}###open", base::tr("Open"));
    if (!ImGui::BeginPopupModal(title.c_str(), nullptr,
                                ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings))
        return;
    ImGui::TextUnformatted(base::tr("A .jsonld file or a folder of them (or drop it onto the window)"));
    ImGui::SetNextItemWidth(context.px(420));
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    const bool enter = ImGui::InputText("##file", hand.open_file, sizeof hand.open_file,
                                        ImGuiInputTextFlags_EnterReturnsTrue);
    if ((enter || ImGui::Button(base::tr("Open"), {context.px(120), 0})) && hand.open_file[0] != '\0') {
        queue.send(Verb::open, {hand.open_file});
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (ImGui::Button(base::tr("Cancel"), {context.px(120), 0}) ||
        ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))
        ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

}  // namespace

void dialogs(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(18), context.px(14)));
    export_dialog(context, hand, session, queue);
    open_dialog(context, hand, session, queue);
    link_dialog(context, hand, queue);
    ImGui::PopStyleVar();
}

void message_cards(Context& context, const session::Session& session, session::CommandQueue& queue,
                   const base::Rect& area) {
    if (session.messages().empty()) return;
    const auto& message = session.messages().back();
    const float width = std::min(context.px(460), static_cast<float>(area.width()) - context.px(24));
    ImGui::SetNextWindowPos(
        {static_cast<float>(area.left + area.width() / 2), static_cast<float>(area.bottom) - context.px(14)},
        0, {0.5F, 1});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(context.palette.raised));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(14), context.px(10)));
    ImGui::Begin("message", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    const auto strip = message.severity == base::Severity::error     ? context.palette.danger
                       : message.severity == base::Severity::warning ? context.palette.warning
                                                                     : context.palette.accent;
    const auto corner = ImGui::GetWindowPos();
    const ImVec2 low(corner.x + context.px(4), corner.y + ImGui::GetWindowHeight());
    auto& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(corner, low);  // a window's own clipping keeps its padding free
    list.AddRectFilled(corner, low, packed(strip), context.px(4), ImDrawFlags_RoundCornersLeft);
    list.PopClipRect();
    data_text(context, message.sentence, "", {text_normal, false, false, context.palette.ink, 6},
              width - context.px(32));
    ImGui::Dummy({0, context.px(2)});
    if (message.offer) {
        const auto label =
            message.offer->verb == Verb::visit
                ? fmt::format("{} {}", base::tr("Go there:"), message.offer->arguments.back())
            : message.offer->verb == Verb::reload ? std::string(base::tr("Show it anyway"))
            : message.offer->verb == Verb::engine
                ? fmt::format("{} {}", base::tr("Try another layout:"), message.offer->arguments[0])
                : std::string(base::tr(std::string(session::spec_of(message.offer->verb).title).c_str()));
        if (ImGui::Button(label.c_str())) {
            queue.send(Verb::dismiss);
            queue.send(*message.offer);
        }
        ImGui::SameLine();
    }
    if (ImGui::Button(base::tr("Dismiss"))) queue.send(Verb::dismiss);
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

}  // namespace shezhire::ui
