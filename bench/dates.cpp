// A step of the date slider in steady mode, without a window: what it costs to find out who is there, against
// a plain scan of all intervals; and to draw again what changed.
//   bench-dates ITEMS STEPS     prints one line of JSON; times are medians over a drag from end to end
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include "graph/dated.h"
#include "scene/dated_scene.h"

namespace {

using namespace shezhire;
using Clock = std::chrono::steady_clock;

const auto first_day = edtf::day_from_civil({1850, 1, 1});
constexpr int days = 64'000;

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

edtf::Interval life(std::mt19937& random) {
    const auto from = first_day + static_cast<int>(random() % days);
    const auto to = from + static_cast<int>(random() % 20'000);
    return {{edtf::EndKind::date, edtf::Date::from_day(from)},
            {edtf::EndKind::date, edtf::Date::from_day(to)}};
}

/// A federation of divisions with up to thirty sections each; every body has a life of its own.
model::ModelPtr data(int items) {
    std::mt19937 random(7);
    model::Draft draft;
    for (int i = 0; i < items; ++i) {
        model::Organization body;
        body.id = fmt::format("body-{}", i);
        body.names.push_back({.text = fmt::format("Section number {}", i % 500),
                              .lang = "en",
                              .when = {},
                              .evidence = {},
                              .extras = {}});
        const bool top = i == 0;
        const auto span =
            top ? edtf::Interval({edtf::EndKind::open, {}}, {edtf::EndKind::open, {}}) : life(random);
        body.spells.push_back({span, {}, {}});
        const int parent = i % 31 == 1 || top ? 0 : i - (i - 1) % 31;
        if (!top) body.parents.push_back({fmt::format("body-{}", parent), {}, true, {}, {}});
        draft.organizations.push_back(std::move(body));
    }
    draft.files.push_back({});
    draft.files.back().roots = {"body-0"};
    base::Diagnostics diagnostics;
    return model::Model::build(std::move(draft), diagnostics);
}

/// Boxes in a row: where they stand costs nothing here.
layout::Layout placed(const layout::LayoutRequest& request) {
    layout::Layout layout;
    double x = 0;
    for (const auto& node : request.nodes) {
        layout.nodes.push_back({node.key, {x + node.size.width / 2, node.size.height / 2}, node.size});
        x += node.size.width + 20;
    }
    layout.edges.resize(request.edges.size());
    layout.size = {x, 100};
    return layout;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("bench-dates ITEMS STEPS\n", stderr);
        return 2;
    }
    const int items = std::max(std::atoi(argv[1]), 2);
    const int steps = std::max(std::atoi(argv[2]), 2);
    const auto model = data(items);
    graph::Question question;
    question.when = edtf::Interval({edtf::EndKind::open, {}}, {edtf::EndKind::open, {}});
    graph::DatedGraph dated(model, question);
    std::vector<edtf::Interval> dates;
    for (int i = 0; i < steps; ++i) {
        dates.emplace_back(edtf::Date::from_day(
            first_day + static_cast<edtf::Day>(static_cast<double>(i) / (steps - 1) * (days + 20'000))));
    }

    // The floor: one pass over all spans, from the bounds alone.
    std::vector<std::pair<edtf::Day, edtf::Day>> spans;
    for (const auto& body : model->organizations()) {
        spans.emplace_back(body.spells.front().when.start_bounds().earliest,
                           body.spells.front().when.end_bounds().latest);
    }
    std::vector<double> scans;
    std::vector<std::uint8_t> there(spans.size());
    std::size_t seen = 0;
    for (const auto& date : dates) {
        const auto day = date.start_bounds().earliest;
        const auto begin = Clock::now();
        for (std::size_t i = 0; i < spans.size(); ++i)
            there[i] = spans[i].first <= day && day <= spans[i].second ? 1 : 0;
        scans.push_back(ms_since(begin));
        seen += there[spans.size() / 2];
    }

    dated.move_to(dates.front());
    std::vector<double> moves;
    std::size_t changed = 0;
    for (const auto& date : dates) {
        const auto begin = Clock::now();
        changed += dated.move_to(date).nodes.size();
        moves.push_back(ms_since(begin));
    }
    const auto jump_begin = Clock::now();
    dated.move_to(dates[dates.size() / 2]);
    const double jump_ms = ms_since(jump_begin);

    const text::Typesetter typesetter;
    scene::StructureStyle style;
    style.dated = true;
    style.engine = layout::Engine::osage;
    graph::DatedGraph in_union(model, question);
    const auto plan = std::make_shared<const scene::StructurePlan>(
        std::make_shared<const graph::Graph>(in_union.graph()), model, scene::theme(scene::ThemeName::light),
        style, typesetter);
    scene::DatedScene drawn(plan, placed(plan->request()));
    drawn.redraw(in_union.graph(), in_union.move_to(dates.front()));
    std::vector<double> frames;
    for (const auto& date : dates) {
        const auto begin = Clock::now();
        drawn.redraw(in_union.graph(), in_union.move_to(date));
        frames.push_back(ms_since(begin));
    }
    fmt::print(
        "{{\"items\": {}, \"scan_ms\": {:.4f}, \"step_ms\": {:.4f}, \"ratio\": {:.3f}, \"jump_ms\": {:.4f}, "
        "\"step_drawn_ms\": {:.4f}, \"changed_a_step\": {:.1f}, \"elements\": {}, \"seen\": {}}}\n",
        items, median(scans), median(moves), median(moves) / median(scans), jump_ms, median(frames),
        static_cast<double>(changed) / steps, drawn.scene().elements.size(), seen);
}
