// A period's picture at its dates: who is there is drawn, who is not is hinted at, and nothing moves.
#include "scene/dated_scene.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "graphs.h"
#include "graphviz/graphviz.h"
#include "io/dataset.h"
#include "model/days.h"
#include "support/golden.h"

namespace shezhire::scene {
namespace {

const text::Typesetter& letters() {
    static const text::Typesetter one;
    return one;
}

edtf::Interval when(std::string_view text) {
    return edtf::parse_interval(text)->value;
}

model::ModelPtr data() {
    static const model::ModelPtr model = [] {
        base::Diagnostics diagnostics;
        const std::vector<std::filesystem::path> paths{test::source_dir() / "data"};
        return io::open_data(paths, diagnostics);
    }();
    return model;
}

/// A federation of three sections, the middle one of which came and went, was renamed and moved.
model::ModelPtr small_world() {
    model::Draft draft;
    const auto add = [&](const char* id, const char* name, const char* life) -> model::Organization& {
        model::Organization body;
        body.id = id;
        body.names.push_back({.text = name, .lang = "en", .when = {}, .evidence = {}, .extras = {}});
        body.spells.push_back({when(life), {}, {}});
        draft.organizations.push_back(std::move(body));
        return draft.organizations.back();
    };
    const auto under = [](model::Organization& body, const char* parent, const char* span) {
        body.parents.push_back({parent, when(span), true, {}, {}});
    };
    add("root", "Federation", "1900/..");
    under(add("d1", "First Division", "1900/.."), "root", "/");
    under(add("d2", "Second Division", "1950/.."), "root", "/");
    under(add("a", "Section A", "1900/.."), "d1", "/");
    auto& b = add("b", "Section B", "1920~/1980");
    b.names.front().when = when("1920/1960");
    b.names.push_back({.text = "Section B with another and by far longer name than before",
                       .lang = "en",
                       .when = when("1960/1980"),
                       .evidence = {},
                       .extras = {}});
    under(b, "d1", "1920/1970");
    under(b, "d2", "1971/1980");
    under(add("c", "Section C", "1900/.."), "d1", "/");
    draft.files.push_back({});
    draft.files.back().roots = {"root"};
    base::Diagnostics diagnostics;
    return model::Model::build(std::move(draft), diagnostics);
}

struct Period {
    graph::DatedGraph graph;
    DatedScene scene;

    const Scene& at(std::string_view date) {
        scene.redraw(graph.graph(), graph.move_to(when(date)));
        return scene.scene();
    }
};

Period lay_out(const model::ModelPtr& model, const char* period, const char* root,
               StructureStyle style = {}) {
    graph::Question question;
    question.when = when(period);
    question.roots = {root};
    style.dated = true;
    graph::DatedGraph graph(model, question);
    auto plan = std::make_shared<const StructurePlan>(std::make_shared<const graph::Graph>(graph.graph()),
                                                      model, theme(ThemeName::light), style, letters());
    const auto layout = graphviz::lay_out(plan->request());
    EXPECT_TRUE(layout) << layout.error().sentence;
    return {std::move(graph), DatedScene(std::move(plan), *layout)};
}

std::map<std::string, std::string> boxes(const Scene& scene) {
    std::map<std::string, std::string> found;
    for (const auto& element : scene.elements) {
        if (element.role != Role::node) continue;
        // The outline as well as what is indexed: the very same numbers.
        found[element.key] = to_text(Scene{{}, {}, "", "", "", {[&] {
                                               auto bare = element;
                                               bare.texts.clear();
                                               bare.paths.resize(1);
                                               bare.paths.front().fill = {};
                                               bare.title.clear();
                                               bare.description.clear();
                                               bare.opacity = 1;
                                               return bare;
                                           }()}});
    }
    return found;
}

TEST(DatedScene, golden_small) {
    auto period = lay_out(small_world(), "1900/2000", "root");
    std::string text;
    for (const char* date : {"1910", "1920", "1955", "1975", "1990"}) text += to_text(period.at(date)) + "\n";
    EXPECT_TRUE(test::matches_golden("scene/dated_small.txt", text));
}

TEST(DatedScene, NothingMovesBetweenAnyTwoDates) {
    for (const auto engine : {layout::Engine::dot, layout::Engine::twopi, layout::Engine::patchwork}) {
        StructureStyle style;
        style.engine = engine;
        auto small = lay_out(small_world(), "1900/2000", "root", style);
        const auto first = boxes(small.at("1900"));
        for (const auto day : model::change_days_of(small_world()->facts()))
            EXPECT_EQ(boxes(small.at(edtf::Date::from_day(day).text())), first);
    }
    auto ifla = lay_out(data(), "1927/2026", "ifla");
    const auto first = boxes(ifla.at("2026"));
    const auto size = ifla.scene.scene().size;
    for (const auto day : model::change_days_of(data()->facts())) {
        const auto& scene = ifla.at(edtf::Date::from_day(day).text());
        ASSERT_EQ(boxes(scene), first) << edtf::Date::from_day(day).text();
        ASSERT_EQ(scene.size, size);
    }
}

TEST(DatedScene, EveryNameOfThePeriodFitsItsBox) {
    auto ifla = lay_out(data(), "1927/2026", "ifla");
    for (const char* date : {"1930", "1950", "1968", "1977", "1985", "1997", "2005-08", "2015", "2024-01"}) {
        const auto& scene = ifla.at(date);
        for (const auto& element : scene.elements) {
            if (element.role != Role::node) continue;
            for (const auto& text : element.texts) {
                const auto box = base::Rect::at(element.origin + text.top_left, text.text->size);
                EXPECT_TRUE(element.box.grown(0.6).contains(box)) << element.key << " at " << date;
            }
        }
    }
}

/// Pieces of lines that are drawn as there must lead, without a gap, from a parent's box to the child's.
void expect_lines_reach(Period& period, const std::string& date) {
    const auto& scene = period.at(date);
    std::map<std::string, const Element*> boxes;
    for (const auto& element : scene.elements) {
        if (element.role == Role::node) boxes[element.key] = &element;
    }
    const auto ink = theme(ThemeName::light).line;
    std::map<std::string, std::vector<std::pair<base::Point, base::Point>>> drawn;  // by parent: from, to
    const auto& graph = period.graph.graph();
    std::map<std::string, const graph::Edge*> edges;
    for (const auto& edge : graph.edges) edges[edge.key] = &edge;
    std::set<std::string> in_tree;
    for (const auto& element : scene.elements) {
        if (element.role != Role::edge || element.opacity == 0) continue;
        in_tree.insert(element.key);
        for (const auto& path : element.paths) {
            if (path.stroke.colour != ink) continue;
            base::Point pen = path.points.front();
            for (const auto p : path.points) {
                drawn[graph.nodes[edges[element.key]->from].key].emplace_back(pen, p);
                pen = p;
            }
        }
    }
    const auto distance = [](base::Point p, base::Point a, base::Point b) {
        const auto ab = b - a;
        const double length = ab.x * ab.x + ab.y * ab.y;
        const double t =
            length > 0 ? std::clamp(((p.x - a.x) * ab.x + (p.y - a.y) * ab.y) / length, 0.0, 1.0) : 0;
        const auto away = p - (a + ab * t);
        return std::hypot(away.x, away.y);
    };
    std::size_t checked = 0;
    for (const auto& edge : graph.edges) {
        // Who stands under somebody else than in the union hangs on a line of its own.
        if (!in_tree.contains(edge.key) || edge.presence == edtf::Presence::no) continue;
        ++checked;
        auto pieces = drawn[graph.nodes[edge.from].key];
        const auto parent = boxes[graph.nodes[edge.from].key]->box.grown(1);
        const auto child = boxes[graph.nodes[edge.to].key]->box.grown(1);
        // Flooded from the parent's box on.
        std::vector<bool> reached(pieces.size(), false);
        bool arrived = false;
        for (bool more = true; more && !arrived;) {
            more = false;
            for (std::size_t k = 0; k < pieces.size(); ++k) {
                if (reached[k]) continue;
                bool touches = parent.contains(
                    base::Rect{pieces[k].first.x, pieces[k].first.y, pieces[k].first.x, pieces[k].first.y});
                for (std::size_t j = 0; j < pieces.size() && !touches; ++j) {
                    touches =
                        reached[j] && (distance(pieces[k].first, pieces[j].first, pieces[j].second) < 1.5 ||
                                       distance(pieces[k].second, pieces[j].first, pieces[j].second) < 1.5);
                }
                if (!touches) continue;
                reached[k] = more = true;
                const auto end = pieces[k].second;
                arrived = arrived || child.contains(base::Rect{end.x, end.y, end.x, end.y});
            }
        }
        EXPECT_TRUE(arrived) << edge.key << " at " << date;
    }
    EXPECT_GT(checked, 20U);
}

TEST(DatedScene, WhoIsThereHangsOnAWholeLine) {
    for (const auto direction : {layout::Direction::down, layout::Direction::right}) {
        StructureStyle style;
        style.direction = direction;
        auto ifla = lay_out(data(), "1977/2009", "ifla", style);
        for (const char* date : {"1978", "1990", "1998", "2005-08", "2008"}) expect_lines_reach(ifla, date);
    }
}

TEST(DatedScene, GhostsMayBeLeftOut) {
    StructureStyle style;
    style.ghosts = false;
    auto period = lay_out(small_world(), "1900/2000", "root", style);
    const auto& scene = period.at("1990");
    for (const auto& element : scene.elements) {
        const bool gone = element.key == "b" || element.key == "d1>b";
        if (gone || element.key == "a") {
            EXPECT_EQ(element.opacity, gone ? 0 : 1) << element.key;
        }
    }
}

TEST(DatedScene, ADateFromAnotherSideIsDrawnTheSame) {
    auto one = lay_out(data(), "1927/2026", "ifla");
    auto other = lay_out(data(), "1927/2026", "ifla");
    for (const char* date : {"1985", "2012", "1950", "2009", "1996-05"}) one.at(date);
    EXPECT_EQ(to_text(one.at("2005-08")), to_text(other.at("2005-08")));
}

}  // namespace
}  // namespace shezhire::scene
