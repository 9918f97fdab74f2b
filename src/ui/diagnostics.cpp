// What is wrong in the files: a row each, with the file's line; a click goes to the entry.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/numbers.h"
#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using base::Severity;
using session::Verb;

// The organization that a place in a file belongs to: the thing that begins last before it, or who it names.
std::string entry_at(const model::Model& model, const base::Place& place) {
    const model::Thing* nearest = nullptr;
    std::string id;
    const auto look = [&](const model::Thing& thing, std::string names) {
        if (thing.place.file != place.file || place < thing.place) return;
        if (nearest != nullptr && thing.place < nearest->place) return;
        nearest = &thing;
        id = std::move(names);
    };
    for (const auto& body : model.organizations()) look(body, body.id);
    for (const auto& change : model.changes()) {
        const auto& ids = change.results.empty() ? change.originals : change.results;
        look(change, ids.empty() ? std::string() : ids.front());
    }
    for (const auto& event : model.events()) look(event, {});
    return model.organization(id) != nullptr ? id : std::string();
}

// Shape as well as colour says how bad it is.
void severity_mark(const Context& context, ImDrawList& list, ImVec2 c, Severity severity) {
    const float r = context.px(5);
    if (severity == Severity::error) {
        list.AddRectFilled({c.x - r, c.y - r}, {c.x + r, c.y + r}, packed(context.palette.danger),
                           context.px(2));
    } else if (severity == Severity::warning) {
        list.AddTriangleFilled({c.x - r, c.y + r}, {c.x, c.y - r}, {c.x + r, c.y + r},
                               packed(context.palette.warning));
    } else {
        list.AddCircleFilled(c, r * 0.7F, packed(context.palette.quiet_ink), 16);
    }
}

std::string short_place(const base::Place& place) {
    const auto name = std::filesystem::path(place.file.str()).filename().string();
    return place.line == 0 ? name : fmt::format("{}:{}", name, place.line);
}

void row(const Context& context, const session::Session& session, session::CommandQueue& queue,
         const base::Diagnostic& fault, float height) {
    const auto corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    if (ImGui::Selectable("##row", false, 0, {width, height})) {
        if (const auto id = entry_at(*session.model(), fault.place); !id.empty()) {
            queue.send(Verb::select, {id});
            queue.send(Verb::zoom_to, {id});
        }
    }
    if (ImGui::IsItemHovered()) {
        const float room = context.px(520);
        ImGui::BeginTooltip();
        data_text(context, fault.sentence, "", {text_normal, false, false, context.palette.ink, 12}, room);
        data_text(context,
                  fmt::format("{}:{}:{}  ·  {}", fault.place.file, fault.place.line, fault.place.column,
                              fault.code),
                  "", {text_small, false, false, context.palette.quiet_ink, 3}, room);
        ImGui::EndTooltip();
    }
    if (!ImGui::IsItemVisible()) return;
    auto& list = *ImGui::GetWindowDrawList();
    severity_mark(context, list, {corner.x + context.px(10), corner.y + height / 2}, fault.severity);
    const float where = std::min(context.px(200), width * 0.3F);
    const float top = corner.y + (height - context.px(text_normal) * 1.36F) / 2;
    data_text_at(context, list, {corner.x + context.px(26), top}, fault.sentence, "",
                 {text_normal, false, false, context.palette.ink, 1}, width - where - context.px(38));
    data_text_at(context, list, {corner.x + width - where, top + context.px(1)}, short_place(fault.place), "",
                 {text_small, false, false, context.palette.quiet_ink, 1}, where);
}

std::string all_as_text(const std::vector<base::Diagnostic>& faults) {
    std::string text;
    for (const auto& fault : faults) text += base::to_text(fault) + "\n";
    return text;
}

void head(const Context& context, const session::Session& session, session::CommandQueue& queue) {
    const auto& faults = session.loaded().diagnostics;
    const auto errors = static_cast<unsigned long>(std::count_if(
        faults.begin(), faults.end(), [](const auto& d) { return d.severity == Severity::error; }));
    const auto others = static_cast<unsigned long>(faults.size()) - errors;
    auto title = fmt::format(fmt::runtime(base::tr("{} fault", "{} faults", errors)), base::number(errors));
    if (others > 0)
        title += "  ·  " +
                 fmt::format(fmt::runtime(base::tr("{} note", "{} notes", others)), base::number(others));
    if (session.stale()) title += std::string("  ·  ") + base::tr("shown is how it was before");
    const char* copy = base::tr("Copy all");
    const char* fold = base::tr("Hide");
    const float gap = ImGui::GetStyle().ItemSpacing.x;
    const float padding = ImGui::GetStyle().FramePadding.x * 2;
    const float buttons = ImGui::CalcTextSize(copy).x + ImGui::CalcTextSize(fold).x + 2 * padding + gap;
    const float width = ImGui::GetContentRegionAvail().x;
    const auto corner = ImGui::GetCursorScreenPos();
    data_text_at(context, *ImGui::GetWindowDrawList(), {corner.x, corner.y + context.px(5)}, title, "",
                 {text_small, true, false, context.palette.ink, 1}, std::max(width - buttons - gap, 8.0F));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(width - buttons, 0.0F));
    if (ImGui::Button(copy)) ImGui::SetClipboardText(all_as_text(faults).c_str());
    ImGui::SameLine();
    if (ImGui::Button(fold)) queue.send(Verb::pane, {"diagnostics", "off"});
}

}  // namespace

void diagnostics_pane(Context& context, const session::Session& session, session::CommandQueue& queue,
                      const base::Rect& area) {
    begin_pane("diagnostics", area, ImGuiWindowFlags_NoFocusOnAppearing);
    edge_line(context, area.top_left(), {area.right, area.top + 1});
    head(context, session, queue);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("rows", {0, 0}, false, ImGuiWindowFlags_NoNavInputs);
    const auto& faults = session.loaded().diagnostics;
    const float height = context.px(26);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(faults.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            ImGui::PushID(i);
            row(context, session, queue, faults[static_cast<std::size_t>(i)], height);
            ImGui::PopID();
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    end_pane();
}

}  // namespace shezhire::ui
