// Details of whatever is selected: its page, fact by fact, each with its dates, its sources and how sure they
// are.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/page_drawing.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

// Small buttons in a row that wraps.
class Buttons {
  public:
    Buttons(const Context& context, PartKeys& keys)
        : context_(context), keys_(keys), room_(ImGui::GetContentRegionAvail().x) {}

    bool operator()(const char* label) {
        const float width = ImGui::CalcTextSize(label).x + context_.px(16);
        if (used_ > 0 && used_ + context_.px(step) + width <= room_) {
            ImGui::SameLine(0, context_.px(step));
            used_ += context_.px(step) + width;
        } else {
            used_ = width;
        }
        const bool pressed = ImGui::Button(label, {width, context_.px(26)});
        return part_is_taken(context_, keys_, part_++, ImGui::GetItemRectMin(), ImGui::GetItemRectSize()) ||
               pressed;
    }

  private:
    const Context& context_;
    PartKeys& keys_;
    int part_ = 0;
    float room_;
    float used_ = 0;
};

void actions(const Context& context, Hand& hand, const session::Session& session,
             session::CommandQueue& queue, const session::Page& page) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(context.px(8), context.px(3)));
    Buttons button(context, hand.page.keys);
    if (!page.in_structure.empty()) {
        if (button(base::tr("In the structure"))) queue.send(Verb::show, {page.id});
        if (button(base::tr("In the timeline"))) {
            // The view takes along the body that is selected; then what was asked for is pointed out on it.
            if (page.id != page.in_structure) queue.send(Verb::select, {page.in_structure});
            queue.send(Verb::view, {"timeline"});
            if (page.id != page.in_structure) queue.send(Verb::select, {page.id});
        }
    }
    if (button(base::tr("Copy"))) {
        ImGui::SetClipboardText(session::to_text(page, *session.model()).c_str());
    }
    if (!page.sources.empty() || page.type == model::ThingType::source) {
        if (button(base::tr("Cite"))) {
            ImGui::SetClipboardText(session::citations(page, *session.model()).c_str());
        }
        if (ImGui::IsItemHovered()) {
            ImGui::SetTooltip("%s", base::tr("Copies the sources as references (ISO 690)"));
        }
    }
    ImGui::PopStyleVar();
}

void head(const Context& context, const session::Page& page, float width) {
    // A statement is a sentence; a name is a title.
    const bool sentence = page.title.size() > 120;
    data_text(context, page.title, page.lang,
              {sentence ? text_normal : text_large, true, false, context.palette.ink, sentence ? 14 : 6},
              width);
    if (!page.subtitle.empty()) {
        data_text(context, page.subtitle, "", {text_small, false, false, context.palette.quiet_ink, 4},
                  width);
    }
}

}  // namespace

void details_pane(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                  const base::Rect& area) {
    begin_pane("details", area);
    edge_line(context, area.top_left(), {area.left + 1, area.bottom});
    const auto* page = hand.page.page(session);
    if (page == nullptr) {
        quiet_text(context, base::tr("Select a body to see its details."));
        end_pane();
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(step), context.px(2)));
    ImGui::BeginChild("facts", {0, 0}, false, ImGuiWindowFlags_NoNavInputs);
    if (hand.page.turned) ImGui::SetScrollY(0);
    step_through(hand.page.keys, keyboard_is_in(hand, session, Area::details));
    // Room for the scrollbar is kept, so that nothing is set anew when it comes.
    const float width = static_cast<float>(area.width()) - context.px(40);
    head(context, *page, width);
    ImGui::Dummy({0, context.px(2)});
    actions(context, hand, session, queue, *page);
    draw_page(context, hand, session, queue, *page, width);
    ImGui::Dummy({0, context.px(24)});
    ImGui::EndChild();
    ImGui::PopStyleVar();
    end_pane();
}

}  // namespace shezhire::ui
