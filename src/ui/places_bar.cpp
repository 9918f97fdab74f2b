// The strip over the canvas: the way back, where the selection hangs, and what is left out of the picture.
#include <fmt/format.h>

#include <algorithm>

#include "base/numbers.h"
#include "base/words.h"
#include "scene/time_words.h"
#include "session/completion.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

float strip_height(const Context& context) {
    return context.px(24);
}

// An arrow that is pressed.
bool arrow_button(const Context& context, const char* id, bool left, bool enabled, const std::string& tip) {
    const float side = strip_height(context);
    const auto corner = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id, {side, side}) && enabled;
    auto& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        if (enabled)
            list.AddRectFilled(corner, {corner.x + side, corner.y + side}, packed(context.palette.hover),
                               context.px(4));
        ImGui::SetTooltip("%s", tip.c_str());
    }
    const auto colour =
        enabled ? context.palette.ink : base::mixed(context.palette.panel, context.palette.quiet_ink, 0.4);
    const ImVec2 c(corner.x + side / 2, corner.y + side / 2);
    const float r = context.px(5);
    const float s = left ? -1.0F : 1.0F;
    list.AddLine({c.x - s * r, c.y}, {c.x + s * r, c.y}, packed(colour), context.px(1.6F));
    list.AddLine({c.x + s * r, c.y}, {c.x, c.y - r}, packed(colour), context.px(1.6F));
    list.AddLine({c.x + s * r, c.y}, {c.x, c.y + r}, packed(colour), context.px(1.6F));
    return pressed;
}

std::string tip_of(const session::Session& session, Verb verb) {
    const auto keys = session.keys().chords_of(verb);
    return session::title_of(verb) +
           (keys.empty() ? "" : "  (" + chord_in_signs(keys.substr(0, keys.find(','))) + ")");
}

void way_back(const Context& context, const session::Session& session, session::CommandQueue& queue) {
    if (arrow_button(context, "back", true, session.places().can_go_back(session.selection()),
                     tip_of(session, Verb::back)))
        queue.send(Verb::back);
    ImGui::SameLine(0, context.px(2));
    if (arrow_button(context, "forward", false, session.places().can_go_forward(),
                     tip_of(session, Verb::forward)))
        queue.send(Verb::forward);
}

struct Crumb {
    std::string id;
    std::string label;
    std::string lang;
};

std::vector<Crumb> crumbs_of(const session::Session& session) {
    std::vector<Crumb> crumbs;
    if (session.selection().empty() || !session.picture()) return crumbs;
    for (const auto* node : ancestors(session, session.selection())) {
        const bool last = node->key == session.selection();
        crumbs.push_back(
            {node->key, last || node->acronym.empty() ? node->label : node->acronym, node->lang});
    }
    if (!crumbs.empty()) return crumbs;
    if (const auto* body = session.model()->organization(session.selection())) {
        const auto* name = name_of(session, *body);
        crumbs.push_back(
            {body->id, name == nullptr ? body->id : name->text, name == nullptr ? "" : name->lang});
    }
    return crumbs;
}

void chevron(const Context& context, float x, float y) {
    auto& list = *ImGui::GetWindowDrawList();
    const float r = context.px(3.5F);
    const auto colour = packed(context.palette.quiet_ink);
    list.AddLine({x, y - r}, {x + r, y}, colour, context.px(1.3F));
    list.AddLine({x + r, y}, {x, y + r}, colour, context.px(1.3F));
}

float crumb_width(const Context& context, const Crumb& crumb, bool last, float most) {
    text::TextRequest request;
    request.text = crumb.label;
    request.lang = crumb.lang;
    request.style = {static_cast<double>(context.px(text_small)),
                     last ? text::Weight::bold : text::Weight::regular, false};
    return std::min(static_cast<float>(context.typesetter.set(request)->size.width) + 1, most);
}

// From the root down; what has no room is left out behind the root.
void breadcrumbs(const Context& context, const session::Session& session, session::CommandQueue& queue,
                 float room) {
    const auto crumbs = crumbs_of(session);
    if (crumbs.empty()) return;
    const float between = context.px(step * 4);
    const float most = std::max(room * 0.55F, context.px(60));
    std::vector<float> widths;
    float total = 0;
    for (std::size_t i = 0; i < crumbs.size(); ++i) {
        widths.push_back(crumb_width(context, crumbs[i], i + 1 == crumbs.size(),
                                     i + 1 == crumbs.size() ? most : context.px(150)));
        total += widths.back() + between;
    }
    std::size_t first = 0;
    while (total > room && first + 1 < crumbs.size()) total -= widths[first++] + between;
    for (auto i = first; i < crumbs.size(); ++i) {
        const bool last = i + 1 == crumbs.size();
        ImGui::SameLine(0, i == first ? context.px(step * 2) : between);
        const auto corner = ImGui::GetCursorScreenPos();
        const float width = std::min(widths[i], std::max(room, context.px(24)));
        ImGui::PushID(static_cast<int>(i));
        const bool pressed = ImGui::InvisibleButton("crumb", {width, strip_height(context)});
        const bool hovered = ImGui::IsItemHovered();
        ImGui::PopID();
        if (pressed) queue.send(Verb::visit, {crumbs[i].id});
        const auto colour = hovered ? context.palette.accent
                            : last  ? context.palette.ink
                                    : context.palette.quiet_ink;
        data_text_at(context, *ImGui::GetWindowDrawList(), {corner.x, corner.y + context.px(3)},
                     crumbs[i].label, crumbs[i].lang, {text_small, last, false, colour, 1}, width);
        if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (!last)
            chevron(context, corner.x + width + between / 2 - context.px(2),
                    corner.y + strip_height(context) / 2);
    }
}

std::string short_name(const session::Session& session, const std::string& id) {
    const auto* body = session.model()->organization(id);
    if (body == nullptr) return id;
    const auto& languages = session.presentation().label_languages;
    if (const auto* acronym = model::acronym_at(*body, session.at(), languages)) return acronym->text;
    const auto* name = name_of(session, *body);
    std::string text = name == nullptr ? id : name->text;
    constexpr std::size_t most = 28;  // letters
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U || letters++ < most) continue;
        return text.substr(0, i) + "…";
    }
    return text;
}

std::string focus_words(const session::Session& session) {
    const auto& focus = session.view().focus;
    const auto name = short_name(session, focus.around);
    if (focus.hops == 0) return fmt::format(fmt::runtime(base::tr("Path to {}")), name);
    const auto hops = static_cast<unsigned long>(focus.hops);
    return fmt::format(fmt::runtime(base::tr("{} step around {}", "{} steps around {}", hops)), hops, name);
}

// One line a thing that is hidden, each with its way back.
void hidden_list(const Context& context, const session::Session& session, session::CommandQueue& queue) {
    if (!ImGui::BeginPopup("hidden", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings)) return;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    const auto& filter = session.view().filter;
    const auto line = [&](const std::string& text, const session::Command& back) {
        ImGui::PushID(session::to_text(back).c_str());
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(text.c_str());
        ImGui::SameLine(std::max(context.px(260), ImGui::CalcTextSize(text.c_str()).x + context.px(30)));
        if (ImGui::Button(base::tr("Show"))) queue.send(back);
        ImGui::PopID();
    };
    const auto only = [&](const char* facet, const std::set<std::string>& values) {
        if (values.empty()) return;
        std::string text;
        for (const auto& value : values) text += (text.empty() ? "" : ", ") + concept_label(session, value);
        line(fmt::format(fmt::runtime(base::tr("Only {}")), text), {Verb::filter, {facet}});
    };
    constexpr std::size_t most = 40;
    std::size_t said = 0;
    for (const auto& id : filter.hidden) {
        if (++said > most) break;
        line(short_name(session, id), {Verb::unhide, {id}});
    }
    for (const auto& kind : filter.hidden_kinds) line(concept_label(session, kind), {Verb::unhide, {kind}});
    only("country", filter.countries);
    only("scope", filter.scopes);
    only("source", filter.sources);
    if (!filter.text.empty())
        line(fmt::format(fmt::runtime(base::tr("Only “{}”")), filter.text), {Verb::filter, {"text"}});
    if (filter.founded)
        line(fmt::format(fmt::runtime(base::tr("Only founded {}")), in_words(session, *filter.founded)),
             {Verb::filter, {"founded"}});
    if (filter.certainty != graph::Certainty::all)
        line(base::tr("Only what is certain enough"), {Verb::certainty, {"all"}});
    ImGui::Separator();
    if (ImGui::Button(base::tr("Show everything hidden"))) {
        queue.send(Verb::show_all);
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

// The earlier of two dates that are compared, to be typed anew.
void before_field(const Context& context, Hand& hand, const session::Session& session,
                  session::CommandQueue& queue) {
    if (!ImGui::BeginPopup("before", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings)) return;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    ImGui::TextUnformatted(base::tr("Compare with an earlier date"));
    if (ImGui::IsWindowAppearing()) {
        const auto text = session.view().before ? session.view().before->text() : std::string();
        fmt::format_to_n(hand.way.before, sizeof hand.way.before - 1, "{}", text).out[0] = '\0';
        ImGui::SetKeyboardFocusHere();
    }
    ImGui::SetNextItemWidth(context.px(180));
    if (ImGui::InputText("##before", hand.way.before, sizeof hand.way.before,
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll)) {
        queue.send(Verb::compare, {hand.way.before});
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

struct ChipText {
    const char* id;
    std::string text;
};

float chip_width(const Context& context, const std::string& text) {
    return ImGui::CalcTextSize(text.c_str()).x * 0.87F + context.px(step * 2 + 24);
}

}  // namespace

ChipClick chip(const Context& context, const char* id, const std::string& text, const char* tip) {
    const float height = strip_height(context);
    const float width = chip_width(context, text);
    const auto corner = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id, {width, height});
    const bool hovered = ImGui::IsItemHovered();
    const float cross_left = corner.x + width - context.px(22);
    const bool on_cross = ImGui::GetIO().MousePos.x >= cross_left;
    auto& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(
        corner, {corner.x + width, corner.y + height},
        packed(base::mixed(context.palette.panel, context.palette.accent, hovered ? 0.24 : 0.14)),
        height / 2);
    const float size = ImGui::GetFontSize() * 0.87F;
    list.AddText(ImGui::GetFont(), size, {corner.x + context.px(step * 2.5F), corner.y + (height - size) / 2},
                 packed(context.palette.ink), text.c_str());
    const ImVec2 c(corner.x + width - context.px(12), corner.y + height / 2);
    const float r = context.px(3.5F);
    const auto colour = packed(hovered && on_cross ? context.palette.accent : context.palette.quiet_ink);
    list.AddLine({c.x - r, c.y - r}, {c.x + r, c.y + r}, colour, context.px(1.5F));
    list.AddLine({c.x - r, c.y + r}, {c.x + r, c.y - r}, colour, context.px(1.5F));
    if (hovered && tip != nullptr) ImGui::SetTooltip("%s", tip);
    return !pressed ? ChipClick::none : on_cross ? ChipClick::cross : ChipClick::label;
}

std::vector<const graph::Node*> ancestors(const session::Session& session, std::string_view key) {
    std::vector<const graph::Node*> way;
    if (!session.picture()) return way;
    const auto& node_of = session.picture()->node_of;
    const auto found = node_of.find(key);
    if (found == node_of.end()) return way;
    const auto& nodes = session.graph().nodes;
    // Outline order: the parent is the nearest before it that is one level higher.
    auto at = found->second;
    way.push_back(&nodes[at]);
    for (int depth = nodes[at].depth; depth > 0; --depth) {
        while (at > 0 && nodes[at].depth >= depth) --at;
        if (nodes[at].depth >= depth) break;
        way.push_back(&nodes[at]);
    }
    std::reverse(way.begin(), way.end());
    return way;
}

void places_bar(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue,
                const base::Rect& area) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(context.px(step * 2), context.px(step)));
    begin_pane("places", area);
    ImGui::PopStyleVar();
    edge_line(context, {area.left, area.bottom - 1}, {area.right, area.bottom});
    ImGui::SetCursorPos({context.px(step * 2), context.px(step)});
    way_back(context, session, queue);

    std::vector<ChipText> chips;
    const auto& view = session.view();
    if (!view.roots.empty())
        chips.push_back({"roots", fmt::format(fmt::runtime(base::tr("Only {}")),
                                              short_name(session, view.roots.front()))});
    if (view.before && view.view == session::View::structure)
        chips.push_back(
            {"compare", fmt::format(fmt::runtime(base::tr("Compared with {}")),
                                    scene::when_in_words(scene::word_lang(session.presentation().language),
                                                         *view.before))});
    if (view.focus.any()) chips.push_back({"focus", focus_words(session)});
    if (!(view.filter == graph::Filter{})) {
        const unsigned long hidden = session.graph().filtered;
        chips.push_back({"filter", fmt::format(fmt::runtime(base::tr("{} hidden", "{} hidden", hidden)),
                                               base::number(hidden))});
    }
    float chips_width = 0;
    for (const auto& one : chips) chips_width += chip_width(context, one.text) + context.px(step);
    const float used = context.px(step * 6) + 2 * strip_height(context);
    breadcrumbs(context, session, queue,
                static_cast<float>(area.width()) - used - chips_width - context.px(step * 4));

    float x = static_cast<float>(area.width()) - chips_width - context.px(step);
    for (const auto& one : chips) {
        ImGui::SetCursorPos({std::max(x, used), context.px(step)});
        x += chip_width(context, one.text) + context.px(step);
        const auto click = chip(context, one.id, one.text, nullptr);
        if (click == ChipClick::none) continue;
        const std::string_view id = one.id;
        if (id == "roots") queue.send(Verb::root);
        if (id == "focus") {
            queue.send(
                view.focus.hops == 0
                    ? session::Command{Verb::path, {view.focus.around}}
                    : session::Command{Verb::hops, {std::to_string(view.focus.hops), view.focus.around}});
        }
        if (id == "compare" && click == ChipClick::cross) queue.send(Verb::compare, {"off"});
        if (id == "compare" && click == ChipClick::label) ImGui::OpenPopup("before");
        if (id == "filter" && click == ChipClick::cross) queue.send(Verb::show_all);
        if (id == "filter" && click == ChipClick::label) ImGui::OpenPopup("hidden");
    }
    hidden_list(context, session, queue);
    before_field(context, hand, session, queue);
    end_pane();
}

}  // namespace shezhire::ui
