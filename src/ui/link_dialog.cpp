// Nothing leaves the program without being asked for: where a link goes is shown before the browser opens it.
#include <fmt/format.h>

#include <algorithm>

#include "base/browser.h"
#include "base/words.h"
#include "ui/panels.h"

namespace shezhire::ui {

void link_dialog(Context& context, Hand& hand, session::CommandQueue& queue) {
    if (hand.ask_link.empty()) return;
    if (!ImGui::IsPopupOpen("###link")) ImGui::OpenPopup("###link");
    const float width = std::min(context.px(460), ImGui::GetIO().DisplaySize.x - context.px(60));
    const auto title = fmt::format("{}###link", base::tr("Open in the browser"));
    if (!ImGui::BeginPopupModal(title.c_str(), nullptr,
                                ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings))
        return;
    const bool good = base::is_web_address(hand.ask_link);
    data_text(context, hand.ask_link, "", {text_normal, false, false, context.palette.ink, 6}, width);
    if (!good) {
        data_text(context, base::tr("This is no web address, so it cannot be opened."), "",
                  {text_small, false, false, context.palette.warning, 3}, width);
    }
    ImGui::Dummy({0, context.px(step)});
    bool done = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    if (good && (ImGui::Button(base::tr("Open"), {context.px(120), 0}) ||
                 ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)))) {
        queue.send(session::Verb::browse, {hand.ask_link});
        done = true;
    }
    if (good) ImGui::SameLine();
    if (ImGui::Button(base::tr("Copy"), {context.px(120), 0})) ImGui::SetClipboardText(hand.ask_link.c_str());
    ImGui::SameLine();
    done = ImGui::Button(base::tr("Cancel"), {context.px(120), 0}) || done;
    if (done) {
        hand.ask_link.clear();
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

}  // namespace shezhire::ui
