// A canvas without a picture says what to do: open, drop, or go on where one was.
#include <fmt/format.h>

#include <algorithm>

#include "base/numbers.h"
#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

using session::Verb;

void centred(const Context& context, const char* text, const TextLook& look, float width) {
    const auto corner = ImGui::GetCursorScreenPos();
    auto& list = *ImGui::GetWindowDrawList();
    constexpr float nowhere = -10'000;  // its width is known once it is set
    const auto size = data_text_at(context, list, {nowhere, nowhere}, text, "", look, width);
    data_text_at(context, list, {corner.x + (width - size.x) / 2, corner.y}, text, "", look, width);
    ImGui::Dummy({width, size.y});
}

void recent_rows(const Context& context, const session::Session& session, session::CommandQueue& queue,
                 float width) {
    constexpr int most_rows = 5;
    if (session.recent().empty()) return;
    ImGui::Dummy({0, context.px(step)});
    centred(context, base::tr("Open again"), {text_small, true, false, context.palette.quiet_ink, 1}, width);
    int row = 0;
    for (const auto& data : session.recent()) {
        if (row == most_rows) break;
        ImGui::PushID(row++);
        if (ImGui::Selectable(recent_name(data).c_str(), false, 0, {width, 0})) {
            std::vector<std::string> paths;
            for (const auto& path : data) paths.push_back(path.string());
            queue.send(Verb::open, std::move(paths));
        }
        ImGui::PopID();
    }
}

}  // namespace

std::string recent_name(const std::vector<std::filesystem::path>& data) {
    if (data.empty()) return {};
    auto name = data.front().filename().string();
    if (name.empty()) name = data.front().parent_path().filename().string();
    if (data.size() > 1) {
        const auto others = static_cast<unsigned long>(data.size() - 1);
        name += " " + fmt::format(fmt::runtime(base::tr("and {} more", "and {} more", others)),
                                  base::number(others));
    }
    const auto folder = data.front().parent_path().string();
    constexpr std::size_t longest = 44;
    const auto begin = folder.size() > longest ? folder.find('/', folder.size() - longest) : 0;
    if (begin != 0 && begin != std::string::npos) return fmt::format("{}   …{}", name, folder.substr(begin));
    return fmt::format("{}   {}", name, folder);
}

void empty_state(Context& context, const session::Session& session, session::CommandQueue& queue,
                 const base::Rect& area) {
    if (session.busy()) return;  // its card says so
    const float width = std::min(context.px(360), static_cast<float>(area.width()) - context.px(32));
    const float height = std::min(context.px(320), static_cast<float>(area.height()));
    if (width < context.px(60) || height < context.px(30)) return;
    const auto middle = area.centre();
    const base::Rect place{
        middle.x - static_cast<double>(width) / 2, middle.y - static_cast<double>(height) / 2,
        middle.x + static_cast<double>(width) / 2, middle.y + static_cast<double>(height) / 2};
    begin_overlay("empty", place);
    const bool nobody = !session.model()->organizations().empty();
    centred(
        context,
        nobody ? base::tr("Nobody is here at this date, or all are hidden.") : base::tr("Nothing is open."),
        {text_large, true, false, context.palette.ink, 2}, width);
    ImGui::Dummy({0, context.px(step)});
    const ImVec2 wide(width, 0);
    if (nobody) {
        if (ImGui::Button(base::tr("Show everything hidden"), wide)) queue.send(Verb::show_all);
        if (ImGui::Button(base::tr("Whole structure"), wide)) queue.send(Verb::root);
        if (ImGui::Button(base::tr("Any date"), wide)) queue.send(Verb::date, {"/"});
    } else {
        centred(context, base::tr("Open a file or a folder of data, or drop one here."),
                {text_normal, false, false, context.palette.quiet_ink, 3}, width);
        ImGui::Dummy({0, context.px(step)});
        if (ImGui::Button(base::tr("Open…"), wide)) queue.send(Verb::open);
        if (ImGui::Button(base::tr("Open a folder of data"), wide)) queue.send(Verb::open_folder);
        recent_rows(context, session, queue, width);
    }
    end_pane();
}

}  // namespace shezhire::ui
