#include "export/dot_shapes.h"

#include <algorithm>
#include <cmath>

namespace shezhire::exporting {

const scene::PathShape* filled_in(const scene::Element& node) {
    const auto found = std::find_if(node.paths.begin(), node.paths.end(),
                                    [](const scene::PathShape& p) { return p.fill.alpha > 0; });
    return found == node.paths.end() ? nullptr : &*found;
}

const scene::PathShape* stroked_in(const scene::Element& node) {
    const auto found = std::find_if(node.paths.begin(), node.paths.end(), [](const scene::PathShape& p) {
        return p.stroke.width > 0 && p.stroke.colour.alpha > 0;
    });
    return found == node.paths.end() ? nullptr : &*found;
}

bool is_round(const scene::PathShape& shape) {
    std::size_t next = 0;
    for (const auto verb : shape.verbs) {
        const std::size_t takes = verb == scene::Verb::cubic ? 3 : verb == scene::Verb::close ? 0 : 1;
        if (next + takes > shape.points.size()) return false;
        if (takes == 3 && next > 0 && shape.points[next - 1] != shape.points[next + 2]) return true;
        next += takes;
    }
    return false;
}

const scene::PathShape* largest_in(const scene::Element& line) {
    const scene::PathShape* largest = nullptr;
    double most = 0;
    for (const auto& path : line.paths) {
        auto box = base::Rect::nothing();
        for (const auto p : path.points) box = box.united(p);
        const bool is_larger = path.fill.alpha == 255 && !path.points.empty() &&
                               (largest == nullptr || box.width() * box.height() > most);
        if (!is_larger) continue;
        largest = &path;
        most = box.width() * box.height();
    }
    return largest;
}

base::Rect box_of(const scene::Element& node) {
    const auto* shape = node.role == scene::Role::event ? largest_in(node) : filled_in(node);
    if (shape == nullptr || shape->points.empty()) return node.box;
    auto box = base::Rect::nothing();
    for (const auto p : shape->points) box = box.united(p + node.origin);
    return box;
}

std::vector<base::Point> curve_of(const scene::Element& edge) {
    std::vector<base::Point> curve;
    if (edge.paths.empty()) return curve;
    const auto& path = edge.paths.front();
    std::size_t next = 0;
    for (const auto verb : path.verbs) {
        const std::size_t takes = verb == scene::Verb::cubic ? 3 : verb == scene::Verb::close ? 0 : 1;
        const bool starts = verb == scene::Verb::move;
        if (takes == 0 || starts != curve.empty() || next + takes > path.points.size()) return {};
        if (verb == scene::Verb::line) {
            const auto from = curve.back();
            const auto to = path.points[next] + edge.origin;
            curve.push_back(from + (to - from) * (1.0 / 3));
            curve.push_back(from + (to - from) * (2.0 / 3));
        }
        for (std::size_t k = 0; k < takes; ++k) curve.push_back(path.points[next + k] + edge.origin);
        next += takes;
    }
    return curve.size() < 4 ? std::vector<base::Point>{} : curve;
}

const scene::TextShape* name_in(const scene::Element& node) {
    const scene::TextShape* longest = nullptr;
    for (const auto& shape : node.texts) {
        if (shape.text == nullptr) continue;
        if (longest == nullptr || shape.text->text.size() > longest->text->text.size()) longest = &shape;
    }
    return longest;
}

base::Rect line_of(const scene::Element& line) {
    auto box = base::Rect::nothing();
    for (const auto& path : line.paths) {
        if (path.fill.alpha != 255) continue;  // veils behind names
        for (const auto p : path.points) box = box.united(p + line.origin);
    }
    return box.width() >= 0 ? box : line.box;
}

bool is_within(const base::Rect& box, const scene::Element& node, const scene::TextShape& text) {
    const auto at = node.origin + text.top_left;
    return box.contains(base::Point{at.x + text.text->size.width / 2, at.y + text.text->size.height / 2});
}

bool is_upright(const std::vector<base::Point>& curve) {
    return !curve.empty() && std::all_of(curve.begin(), curve.end(), [&](base::Point p) {
        return std::fabs(p.x - curve.front().x) < 0.01;
    });
}

bool has_arrow(const scene::Element& edge) {
    return std::any_of(edge.paths.begin(), edge.paths.end(), [](const scene::PathShape& path) {
        return path.points.size() == 3 && path.fill.alpha > 0;
    });
}

}  // namespace shezhire::exporting
