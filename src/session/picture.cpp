#include "session/picture.h"

#include <chrono>
#include <tuple>
#include <utility>

namespace shezhire::session {
namespace {

bool fits(base::Size size, double label_pt, const FitGoal& goal) {
    const auto port = scene::Viewport::fitted({0, 0, size.width, size.height}, goal.screen, goal.margin_px);
    return label_pt * port.scale >= goal.label_px;
}

/// What cannot fit `goal` however it is laid out gives no picture and costs no layout.
bool is_hopeless(const scene::StructurePlan& plan, const FitGoal& goal) {
    const auto least = plan.least_size();
    return least.width > 0 && least.height > 0 && !fits(least, plan.smallest_label(), goal);
}

/// What there is: the bodies at a date, or at either of two that are compared.
void ask_model(Picture& picture) {
    const auto& request = picture.request;
    auto question = request.question;
    if (request.at) question.when = *request.at;
    if (!request.before) {
        picture.graph = std::make_shared<graph::Graph>(graph::ask(*request.model, question));
        return;
    }
    const bool sides = request.style.sides;
    picture.comparison = std::make_shared<graph::Comparison>(graph::compare(
        *request.model, question, *request.before, sides ? graph::Places::both : graph::Places::later));
    picture.graph = sides
                        ? std::make_shared<const graph::Graph>(graph::each_once(*picture.comparison))
                        : std::shared_ptr<const graph::Graph>(picture.comparison, &picture.comparison->graph);
}

/// Asks the model, unless that is done already, and measures what is to be laid out.
scene::StructurePlan plan_of(Picture& picture, const text::Typesetter& typesetter) {
    if (!picture.graph) ask_model(picture);
    const auto& request = picture.request;
    const auto& theme = scene::theme(request.theme);
    if (picture.comparison) return {picture.comparison, request.model, theme, request.style, typesetter};
    return {picture.graph, request.model, theme, request.style, typesetter};
}

scene::Table table_of(const Picture& asked) {
    const auto& [model, lang] = std::tie(*asked.request.model, asked.request.style.lang);
    return asked.comparison ? scene::table_of(*asked.comparison, model, lang)
                            : scene::table_of(*asked.graph, model, lang);
}

/// Rows need no layout. The scene has but the words that the window's title says.
PicturePtr make_rows(const PictureRequest& request) {
    auto picture = std::make_shared<Picture>();
    picture->request = request;
    picture->request.fit.reset();
    ask_model(*picture);
    auto table = table_of(*picture);
    picture->scene.title = table.title.empty() ? table.subtitle : table.title + ". " + table.subtitle;
    picture->scene.description = table.note;
    picture->scene.background = scene::theme(request.theme).paper;
    picture->table = std::make_shared<const scene::Table>(std::move(table));
    index_by_key(*picture);
    if (request.facets) picture->facets = graph::facets_of(*request.model, request.question);
    return picture;
}

/// nullptr where it is hopeless to look at `goal` (which may be null).
base::Result<PicturePtr> make_one(const PictureRequest& request, const text::Typesetter& typesetter,
                                  layout::LayoutEngine& engine, const std::stop_token& stop,
                                  const FitGoal* goal = nullptr) {
    auto picture = std::make_shared<Picture>();
    picture->request = request;
    std::optional<graph::DatedGraph> dated;
    if (request.at) dated.emplace(request.model, request.question);
    if (dated) picture->graph = std::make_shared<graph::Graph>(dated->graph());
    auto plan = std::make_shared<const scene::StructurePlan>(plan_of(*picture, typesetter));
    if (stop.stop_requested()) return base::failure("layout.cancelled", "the layout was cancelled");
    if (goal != nullptr && is_hopeless(*plan, *goal)) return PicturePtr();
    picture->layout_request = plan->request();
    const auto begin = std::chrono::steady_clock::now();
    auto layout = engine.run(picture->layout_request, stop);
    picture->layout_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    if (!layout) return base::failure(layout.error());
    picture->layout = std::move(*layout);
    auto question = request.question;
    if (dated) {
        scene::DatedScene drawn(plan, picture->layout);
        drawn.redraw(dated->graph(), dated->move_to(*request.at));
        picture->scene = drawn.scene();
        picture->graph = std::make_shared<graph::Graph>(dated->graph());
        picture->drawn = std::make_shared<const scene::DatedScene>(std::move(drawn));
        picture->dated = std::make_shared<const graph::DatedGraph>(std::move(*dated));
        question.when = *request.at;
    } else {
        picture->scene = plan->scene(picture->layout);
    }
    picture->hits = scene::HitIndex(picture->scene);
    index_by_key(*picture);
    if (request.facets) picture->facets = graph::facets_of(*request.model, question);
    return PicturePtr(std::move(picture));
}

}  // namespace

bool same_but_date(const PictureRequest& a, const PictureRequest& b) {
    if (a.at.has_value() != b.at.has_value()) return false;
    auto other = b;
    other.at = a.at;
    return a == other;
}

void index_by_key(Picture& picture) {
    const auto& nodes = picture.graph->nodes;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) picture.node_of.emplace(nodes[i].key, i);
    const auto& elements = picture.scene.elements;
    for (std::uint32_t i = 0; i < elements.size(); ++i) {
        if (elements[i].role == scene::Role::node) picture.element_of.emplace(elements[i].key, i);
    }
}

const graph::Node* Picture::node(std::string_view key) const {
    const auto found = node_of.find(key);
    return found == node_of.end() ? nullptr : &graph->nodes[found->second];
}

const scene::Element* Picture::element(std::string_view key) const {
    const auto found = element_of.find(key);
    return found == element_of.end() ? nullptr : &scene.elements[found->second];
}

scene::Table table_for(const PictureRequest& request) {
    const auto& model = *request.model;
    if (request.timeline) {
        return scene::table_of(graph::tell(model, request.timeline->question), model,
                               request.timeline->style.lang);
    }
    Picture asked;
    asked.request = request;
    ask_model(asked);
    return table_of(asked);
}

double smallest_label(const scene::Scene& scene) {
    double smallest = 0;
    for (const auto& element : scene.elements) {
        if (element.role != scene::Role::node) continue;
        for (const auto& text : element.texts) {
            if (smallest == 0 || text.text->style.size < smallest) smallest = text.text->style.size;
        }
    }
    return smallest;
}

exporting::Joins joins_of(const Picture& picture) {
    exporting::Joins joins;
    if (picture.timeline == nullptr) {
        const auto& request = picture.layout_request;
        for (const auto& edge : request.edges) {
            if (edge.from < request.nodes.size() && edge.to < request.nodes.size())
                joins.push_back({edge.key, request.nodes[edge.from].key, request.nodes[edge.to].key});
        }
        return joins;
    }
    const auto& chronology = picture.timeline->chronology();
    const auto key = [&](std::uint32_t lane) { return chronology.lanes[lane].key; };
    for (const auto& tie : chronology.ties) joins.push_back({tie.key, key(tie.from), key(tie.to)});
    for (const auto& joint : chronology.joints) {
        for (const auto from : joint.from) {
            for (const auto to : joint.to) joins.push_back({joint.key, key(from), key(to)});
        }
    }
    return joins;
}

base::Result<PicturePtr> make_picture(const PictureRequest& request, const text::Typesetter& typesetter,
                                      layout::LayoutEngine& engine, const std::stop_token& stop) {
    if (request.timeline) return make_timeline(request, typesetter, engine, stop);
    if (request.table) return make_rows(request);
    if (!request.fit) return make_one(request, typesetter, engine, stop);

    // What could at all be read on the screen bounds the first try, so that a large data set is never laid
    // out whole.
    const double label_area = 6.0 * request.fit->label_px * 1.5 * request.fit->label_px;
    const auto limit =
        static_cast<std::size_t>(request.fit->screen.width * request.fit->screen.height / label_area);
    PictureRequest attempt = request;
    attempt.fit.reset();
    attempt.question.depth =
        graph::depth_for(*request.model, request.question, std::max<std::size_t>(limit, 2));
    for (;;) {
        const bool last = attempt.question.depth <= 1;
        auto picture = make_one(attempt, typesetter, engine, stop, last ? nullptr : &*request.fit);
        if (!picture || last) return picture;
        const bool made = *picture != nullptr;
        if (made && fits((*picture)->scene.size, smallest_label((*picture)->scene), *request.fit))
            return picture;
        --attempt.question.depth;
    }
}

}  // namespace shezhire::session
