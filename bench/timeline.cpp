// The timeline without a window: from a data set of EVENTS on BODIES bodies to the first scene, then scenes
// while one zooms and pans over all of it.
//   bench-timeline EVENTS BODIES FRAMES     prints one line of JSON
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>

#include "graph/chronology.h"
#include "scene/lane_order.h"
#include "scene/timeline.h"

namespace {

using namespace shezhire;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

edtf::Interval day(std::int64_t number) {
    return edtf::Interval(edtf::Date::from_day(number));
}

model::ModelPtr data(int events, int bodies) {
    std::mt19937 random(7);
    const auto first = edtf::day_from_civil({1850, 1, 1});
    constexpr int days = 64'000;
    model::Draft draft;
    for (int i = 0; i < bodies; ++i) {
        model::Organization body;
        body.id = fmt::format("body-{}", i);
        body.names.push_back({.text = fmt::format("Association number {}", i),
                              .lang = "en",
                              .when = {},
                              .evidence = {},
                              .extras = {}});
        const auto start = edtf::Date::from_day(first + static_cast<int>(random() % 20'000));
        body.spells.push_back(
            {edtf::Interval({edtf::EndKind::date, start}, {edtf::EndKind::open, {}}), {}, {}});
        draft.organizations.push_back(std::move(body));
    }
    for (int i = 0; i < events; ++i) {
        model::Event event;
        event.id = fmt::format("event-{}", i);
        event.when = day(first + static_cast<int>(random() % days));
        event.organizations = {fmt::format("body-{}", random() % static_cast<unsigned>(bodies))};
        event.importance = 1 + static_cast<int>(random() % 5);
        event.names.push_back({.text = fmt::format("What happened as number {}", i),
                               .lang = "en",
                               .when = {},
                               .evidence = {},
                               .extras = {}});
        draft.events.push_back(std::move(event));
    }
    base::Diagnostics diagnostics;
    return model::Model::build(std::move(draft), diagnostics);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("bench-timeline EVENTS BODIES FRAMES\n", stderr);
        return 2;
    }
    const int frames = std::max(std::atoi(argv[3]), 1);
    const text::Typesetter typesetter;
    const auto model = data(std::max(std::atoi(argv[1]), 0), std::max(std::atoi(argv[2]), 1));
    const auto begin = Clock::now();
    auto told = std::make_shared<const graph::Chronology>(graph::tell(*model, {}));
    const scene::Timeline timeline(told, model, scene::lane_order(*told, {}),
                                   scene::theme(scene::ThemeName::light), {}, typesetter);
    const auto whole = timeline.whole();
    const base::Size sheet{1236, 727};
    auto elements = timeline.scene({whole, sheet, 0, {}, ""}).elements.size();
    const double first_ms = ms_since(begin);
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        // Closer and back, and from end to end.
        const double share = static_cast<double>(i) / frames;
        const double days = whole.days() * (0.05 + 0.95 * std::abs(1 - 2 * share));
        const double from = whole.first + (whole.days() - days) * share;
        const auto at = Clock::now();
        elements = timeline.scene({{from, from + days}, sheet, 0, {}, ""}).elements.size();
        times.push_back(ms_since(at));
    }
    std::sort(times.begin(), times.end());
    fmt::print("{{\"events\": {}, \"first_scene_ms\": {:.3f}, \"frame_ms\": {:.3f}, \"elements\": {}}}\n",
               argv[1], first_ms, times[times.size() / 2], elements);
}
