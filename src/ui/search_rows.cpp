// What was found: the name that matched, where it matched, what it is and when it was.
#include <fmt/format.h>

#include <algorithm>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

// Behind the bytes that were looked for, on a line of set text.
void mark(const Context& context, ImDrawList& list, ImVec2 at, const text::TextRequest& request,
          std::uint32_t first, std::uint32_t count) {
    if (count == 0) return;
    const auto label = context.typesetter.set(request);
    double left = 1e9;
    double right = -1;
    for (const auto& glyph : label->glyphs) {
        if (glyph.cluster < first || glyph.cluster >= first + count) continue;
        left = std::min(left, static_cast<double>(glyph.x));
        right = std::max(right, static_cast<double>(glyph.x + glyph.advance));
    }
    if (right < left) return;
    list.AddRectFilled({at.x + static_cast<float>(left) - 1, at.y + context.px(1)},
                       {at.x + static_cast<float>(right) + 1, at.y + static_cast<float>(label->size.height)},
                       packed(context.palette.accent.with_alpha(56)), context.px(3));
}

std::string second_line(const session::Session& session, const model::Organization& body,
                        const model::Hit& hit) {
    auto about = about_line(session, body);
    if (hit.matched == model::Matched::place)
        return fmt::format("{}  ·  {}", body.sites[hit.entry].place, about);
    if (hit.matched == model::Matched::person) {
        const auto& office = body.offices[hit.entry];
        return fmt::format("{}, {}  ·  {}", office.person, concept_label(session, office.office), about);
    }
    // By a name that it does not have just now: then what it is called comes first.
    const auto* shown = name_of(session, body);
    if (hit.name < body.names.size() && shown != nullptr && shown->text != body.names[hit.name].text)
        about = shown->text + "  ·  " + about;
    return about;
}

// "existed 1977 to 2009: go there?", in the accent's colour, for what is not at this date.
std::string elsewhen(const session::Session& session, const model::Organization& body) {
    if (session.model()->presence(body, session.at()) != edtf::Presence::no || body.spells.empty()) return {};
    return fmt::format(fmt::runtime(base::tr("Not at this date ({}): go there?")),
                       in_words(session, body.spells.back().when));
}

void hit_row(const Context& context, const session::Session& session, const model::Hit& hit, bool marked) {
    const auto& body = session.model()->organizations()[hit.organization];
    const auto* shown = name_of(session, body);
    const bool by_name = hit.name < body.names.size();
    const auto* name = by_name ? &body.names[hit.name] : shown;
    auto& list = *ImGui::GetWindowDrawList();
    const auto corner = ImGui::GetItemRectMin();
    const auto end = ImGui::GetItemRectMax();
    if (marked) {
        list.AddRectFilled(corner, end, packed(context.palette.hover));
        list.AddRectFilled(corner, {corner.x + context.px(3), end.y}, packed(context.palette.accent));
    }
    const float width = end.x - corner.x - context.px(18);
    const ImVec2 at(corner.x + context.px(10), corner.y + context.px(3));
    if (name != nullptr) {
        text::TextRequest request;
        request.text = name->text;
        request.lang = name->lang;
        request.style = {static_cast<double>(context.px(text_normal)), text::Weight::regular, false};
        request.width = width;
        if (by_name) mark(context, list, at, request, hit.first_byte, hit.byte_count);
        data_text_at(context, list, at, name->text, name->lang,
                     {text_normal, false, false, context.palette.ink, 1}, width);
    }
    const auto later = elsewhen(session, body);
    data_text_at(
        context, list, {at.x, corner.y + context.px(24)},
        later.empty() ? second_line(session, body, hit) : later, "",
        {text_small, false, false, later.empty() ? context.palette.quiet_ink : context.palette.accent, 1},
        width);
}

}  // namespace

void go_to_hit(const session::Session& session, session::CommandQueue& queue, std::size_t hit) {
    const auto& id = session.model()->organizations()[session.search_hits()[hit].organization].id;
    const auto* message = session.messages().empty() ? nullptr : &session.messages().back();
    if (message != nullptr && message->offer && message->offer->verb == session::Verb::visit &&
        message->offer->arguments.front() == id) {
        queue.send(session::Verb::dismiss);
        queue.send(*message->offer);
    } else {
        queue.send(session::Verb::visit, {id});
    }
}

void search_rows(Context& context, Hand& hand, const session::Session& session,
                 session::CommandQueue& queue) {
    const auto& found = session.search_hits();
    if (found.empty()) {
        ImGui::Dummy({0, context.px(step)});
        quiet_text(context,
                   session.loaded().search ? base::tr("Nothing is called so.") : base::tr("Opening…"));
        return;
    }
    const float height = context.px(46);
    const int marked = hand.searching ? hand.search_row : session.search_at();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(found.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto row = static_cast<std::size_t>(i);
            ImGui::PushID(i);
            if (ImGui::Selectable("##hit", false, 0, {ImGui::GetContentRegionAvail().x, height}))
                go_to_hit(session, queue, row);
            if (ImGui::IsItemClicked(ImGuiMouseButton_Right))
                open_box_menu(hand, session.model()->organizations()[found[row].organization].id);
            hit_row(context, session, found[row], i == marked);
            ImGui::PopID();
        }
    }
}

}  // namespace shezhire::ui
