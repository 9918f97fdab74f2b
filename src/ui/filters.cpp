// The filters: what kinds, when founded, how certain, where, by which source; each choice with how many
// bodies it would show. A box hides a kind or keeps a value; clicking once more takes it back.
#include <fmt/format.h>

#include <algorithm>

#include "base/numbers.h"
#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

float filter_row_height(const Context& context) {
    return context.px(26);
}

void heading(const Context& context, const char* text) {
    ImGui::Dummy({0, context.px(step * 2)});
    const auto corner = ImGui::GetCursorScreenPos();
    data_text_at(context, *ImGui::GetWindowDrawList(), {corner.x + context.px(step), corner.y}, text, "",
                 {text_small, true, false, context.palette.accent, 1}, ImGui::GetContentRegionAvail().x);
    ImGui::Dummy({0, context.px(22)});
}

// One choice: a mark, words, a count with its share as a faint bar. Returns whether it was clicked.
bool choice(const Context& context, const std::string& id, const std::string& label, std::uint32_t count,
            std::uint32_t most, bool on, bool round = false) {
    ImGui::PushID(id.c_str());
    const float width = ImGui::GetContentRegionAvail().x;
    const auto corner = ImGui::GetCursorScreenPos();
    const float height = filter_row_height(context);
    const bool pressed = ImGui::InvisibleButton("choice", {width, height});
    const bool hovered = ImGui::IsItemHovered();
    const bool visible = ImGui::IsItemVisible();
    ImGui::PopID();
    if (!visible) return pressed;
    auto& list = *ImGui::GetWindowDrawList();
    if (hovered)
        list.AddRectFilled(corner, {corner.x + width, corner.y + height}, packed(context.palette.hover));
    const float side = context.px(14);
    const ImVec2 box(corner.x + context.px(step), corner.y + (height - side) / 2);
    const ImVec2 end(box.x + side, box.y + side);
    const float rounding = round ? side / 2 : context.px(3);
    list.AddRectFilled(box, end, packed(on ? context.palette.accent : context.palette.raised), rounding);
    list.AddRect(box, end, packed(on ? context.palette.accent : context.palette.quiet_ink), rounding, 0,
                 context.px(1.2F));
    if (on && !round) {
        const ImU32 ink = packed(context.palette.on_accent);
        list.AddLine({box.x + side * 0.22F, box.y + side * 0.52F},
                     {box.x + side * 0.42F, box.y + side * 0.74F}, ink, context.px(1.8F));
        list.AddLine({box.x + side * 0.42F, box.y + side * 0.74F},
                     {box.x + side * 0.8F, box.y + side * 0.28F}, ink, context.px(1.8F));
    } else if (on) {
        list.AddCircleFilled({box.x + side / 2, box.y + side / 2}, side * 0.22F,
                             packed(context.palette.on_accent));
    }
    const auto number = base::number(count);
    const float number_width = ImGui::CalcTextSize(number.c_str()).x * 0.87F;
    const float right = corner.x + width - context.px(step * 2);
    const float bar = context.px(48) * static_cast<float>(count) / static_cast<float>(std::max(most, 1U));
    list.AddRectFilled({right - bar, corner.y + height - context.px(5)},
                       {right, corner.y + height - context.px(3)},
                       packed(context.palette.accent.with_alpha(110)));
    const float top = corner.y + context.px(3);
    data_text_at(context, list, {right - number_width, top}, number, "",
                 {text_small, false, false, context.palette.quiet_ink, 1}, number_width + context.px(4));
    const float left = end.x + context.px(step * 2);
    data_text_at(
        context, list, {left, top}, label, "",
        {text_small, false, false, count > 0 || on ? context.palette.ink : context.palette.quiet_ink, 1},
        right - context.px(58) - left);
    return pressed;
}

std::uint32_t most_of(const std::vector<graph::FacetValue>& values) {
    std::uint32_t most = 0;
    for (const auto& value : values) most = std::max(most, value.count);
    return most;
}

void kinds(const Context& context, const session::Session& session, session::CommandQueue& queue,
           const graph::Facets& facets) {
    heading(context, base::tr("Kind"));
    const auto most = most_of(facets.kinds);
    for (const auto& kind : facets.kinds) {
        const bool shown = !session.view().filter.hidden_kinds.contains(kind.value);
        if (choice(context, kind.value, concept_label(session, kind.value), kind.count, most, shown))
            queue.send(shown ? Verb::hide_kind : Verb::unhide, {kind.value});
    }
}

// Values that are kept: none chosen means all.
void keep(const Context& context, const session::Session& session, session::CommandQueue& queue,
          const char* facet, const std::vector<graph::FacetValue>& values,
          const std::set<std::string>& chosen, std::string_view wanted, std::size_t limit) {
    const auto most = most_of(values);
    const auto key = model::search_key(wanted);
    std::size_t shown = 0;
    for (const auto& value : values) {
        auto label = concept_label(session, value.value);
        if (const auto* source = session.model()->source(value.value);
            source != nullptr && !source->title.empty())
            label = source->title;
        const bool on = chosen.contains(value.value);
        if (!on &&
            (shown >= limit || (!key.empty() && model::search_key(label).find(key) == std::string::npos)))
            continue;
        ++shown;
        if (!choice(context, value.value, label, value.count, most, on)) continue;
        std::vector<std::string> arguments{facet};
        for (const auto& other : chosen) {
            if (other != value.value) arguments.push_back(other);
        }
        if (!on) arguments.push_back(value.value);
        queue.send(Verb::filter, std::move(arguments));
    }
    if (shown == 0) quiet_text(context, base::tr("Nothing is called so."));
}

void certainty(const Context& context, const session::Session& session, session::CommandQueue& queue,
               const graph::Facets& facets) {
    heading(context, base::tr("Certainty"));
    constexpr std::array order{graph::Certainty::all, graph::Certainty::likely, graph::Certainty::certain};
    const std::array labels{base::tr("everything"), base::tr("without low confidence"),
                            base::tr("only what is certain")};
    for (std::size_t i = 0; i < facets.certainty.size(); ++i) {
        const auto& value = facets.certainty[i];
        const bool on = session.view().filter.certainty == order[i];
        if (choice(context, value.value, labels[i], value.count, facets.total, on, true))
            queue.send(Verb::certainty, {value.value});
    }
}

// "1970/1979" is shown as "1970–1979"; a second decade makes a period of the two.
void decades(const Context& context, const session::Session& session, session::CommandQueue& queue,
             const graph::Facets& facets) {
    if (facets.decades.empty()) return;
    heading(context, base::tr("Founded"));
    const auto most = most_of(facets.decades);
    const auto& founded = session.view().filter.founded;
    for (const auto& decade : facets.decades) {
        const auto read = edtf::parse_interval(decade.value);
        if (!read) continue;
        const auto from = read->value.start_bounds().earliest;
        const auto to = read->value.end_bounds().latest;
        const bool on =
            founded && founded->start_bounds().earliest <= to && founded->end_bounds().latest >= from;
        auto label = decade.value;
        if (const auto slash = label.find('/'); slash != std::string::npos) label.replace(slash, 1, "–");
        if (!choice(context, decade.value, label, decade.count, most, on)) continue;
        if (!founded) {
            queue.send(Verb::filter, {"founded", decade.value});
        } else if (on) {
            queue.send(Verb::filter, {"founded"});
        } else {
            const auto first = edtf::civil_from_day(std::min(from, founded->start_bounds().earliest)).year;
            const auto last = edtf::civil_from_day(std::max(to, founded->end_bounds().latest)).year;
            queue.send(Verb::filter, {"founded", edtf::Date::from_year(first).text() + "/" +
                                                     edtf::Date::from_year(last).text()});
        }
    }
}

}  // namespace

void filters(Context& context, Hand& hand, const session::Session& session, session::CommandQueue& queue) {
    if (!session.facets()) {
        quiet_text(context, base::tr("Counting…"));
        return;
    }
    const auto& facets = *session.facets();
    const auto& filter = session.view().filter;
    if (!(filter == graph::Filter{})) {
        ImGui::Dummy({0, context.px(step * 2)});
        if (ImGui::Button(base::tr("Show everything hidden"))) queue.send(Verb::show_all);
    }
    kinds(context, session, queue, facets);
    certainty(context, session, queue, facets);
    decades(context, session, queue, facets);
    constexpr std::size_t most_countries = 400;
    constexpr std::size_t most_sources = 60;
    if (!facets.countries.empty()) {
        heading(context, base::tr("Country"));
        keep(context, session, queue, "country", facets.countries, filter.countries, {}, most_countries);
    }
    if (!facets.scopes.empty()) {
        heading(context, base::tr("Scope"));
        keep(context, session, queue, "scope", facets.scopes, filter.scopes, {}, most_countries);
    }
    if (!facets.sources.empty()) {
        heading(context, base::tr("Source"));
        ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - context.px(step * 2));
        ImGui::InputTextWithHint("##source", base::tr("Words of its title"), hand.way.source_text,
                                 sizeof hand.way.source_text);
        keep(context, session, queue, "source", facets.sources, filter.sources, hand.way.source_text,
             most_sources);
    }
    ImGui::Dummy({0, context.px(step * 3)});
}

}  // namespace shezhire::ui
