#include "export/dot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/utf8.h"

namespace shezhire::exporting {
namespace {

using Ends = std::pair<const scene::Element*, const scene::Element*>;

std::string number(double value) {
    const double rounded = std::isfinite(value) ? std::round(value * 100) / 100 : 0;
    return fmt::format("{}", rounded == 0 ? 0 : rounded);
}

bool is_edge(const scene::Element& e) {
    return e.role == scene::Role::edge || e.role == scene::Role::lateral_edge;
}

/// The first filled outline is the box; badges and marks are ornaments.
const scene::PathShape* box_shape(const scene::Element& node) {
    const auto found = std::find_if(node.paths.begin(), node.paths.end(),
                                    [](const scene::PathShape& p) { return p.fill.alpha > 0; });
    return found == node.paths.end() ? nullptr : &*found;
}

base::Rect box_of(const scene::Element& node) {
    const auto* shape = box_shape(node);
    if (shape == nullptr || shape->points.empty()) return node.box;
    auto box = base::Rect::nothing();
    for (const auto p : shape->points) box = box.united(p + node.origin);
    return box;
}

/// A curve of 1 + 3n points where the path is one open stroke.
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

/// Graphviz 2.42 refuses quoted strings of 16 KiB; the longest escape is five bytes.
constexpr std::size_t longest_text = 3000;

/// Too long a key is told by its hash, so that two such stay apart.
std::string name_of(const std::string& key) {
    return dot_string(key.size() > longest_text ? base::to_text(base::hash_of(key)) : key);
}

class Dot {
  public:
    Dot(const scene::Scene& scene, const layout::LayoutRequest& request) : scene_(scene) {
        for (const auto& e : scene.elements) {
            if (e.role == scene::Role::node && !e.key.empty()) nodes_.emplace(e.key, &e);
        }
        for (const auto& e : request.edges) {
            if (e.from < request.nodes.size() && e.to < request.nodes.size()) {
                asked_.emplace(e.key, std::pair(request.nodes[e.from].key, request.nodes[e.to].key));
            }
        }
    }

    std::string written() {
        put("digraph {} {{\n", dot_string(scene_.title));
        put("graph [bb=\"0,0,{},{}\", bgcolor=\"{}\", outputorder=edgesfirst, notranslate=true];\n",
            number(scene_.size.width), number(scene_.size.height), base::to_text(scene_.background));
        out_ += "node [shape=box, style=\"filled,rounded\", fixedsize=true];\nedge [dir=none];\n";
        for (const auto& e : scene_.elements) {
            const auto it = nodes_.find(e.key);
            if (it != nodes_.end() && it->second == &e) write_node(e);
        }
        for (const auto& e : scene_.elements) {
            if (!is_edge(e)) continue;
            if (const auto ends = ends_of(e.key)) write_edge(e, *ends);
        }
        out_ += "}\n";
        return std::move(out_);
    }

  private:
    template <class... Args>
    void put(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
    }

    [[nodiscard]] std::string point(base::Point p) const {
        return number(p.x) + "," + number(scene_.size.height - p.y);
    }

    [[nodiscard]] const scene::Element* node(const std::string& key) const {
        const auto it = nodes_.find(key);
        return it == nodes_.end() ? nullptr : it->second;
    }

    /// As the request says; an edge that it does not know (into a stack of leaves) says it in its key
    /// "parent>child".
    [[nodiscard]] std::optional<Ends> ends_of(const std::string& key) const {
        if (const auto it = asked_.find(key); it != asked_.end()) {
            const Ends ends{node(it->second.first), node(it->second.second)};
            if (ends.first != nullptr && ends.second != nullptr) return ends;
        }
        for (auto at = key.find('>'); at != std::string::npos; at = key.find('>', at + 1)) {
            const Ends ends{node(key.substr(0, at)), node(key.substr(at + 1))};
            if (ends.first != nullptr && ends.second != nullptr) return ends;
        }
        return std::nullopt;
    }

    void write_node(const scene::Element& e) {
        const auto box = box_of(e);
        put("{} [label={}, pos=\"{}!\", width={:.4f}, height={:.4f}", name_of(e.key), label_of(e),
            point(box.centre()), box.width() / 72, box.height() / 72);
        if (const auto* shape = box_shape(e)) {
            put(", fillcolor=\"{}\"", base::to_text(shape->fill));
            if (shape->stroke.width > 0) put(", color=\"{}\"", base::to_text(shape->stroke.colour));
        }
        if (!e.texts.empty() && e.texts.front().text != nullptr) {
            put(", fontsize={}, fontcolor=\"{}\"", number(e.texts.front().text->style.size),
                base::to_text(e.texts.front().colour));
        }
        if (!e.kind.empty()) put(", class={}", dot_string(e.kind));
        if (!e.description.empty()) put(", tooltip={}", dot_label(e.description));
        out_ += "];\n";
    }

    /// The name, broken where ours is broken, so that it fits the box there too.
    [[nodiscard]] static std::string label_of(const scene::Element& e) {
        for (const auto& shape : e.texts) {
            if (shape.text == nullptr || shape.text->shortened || shape.text->text != e.title) continue;
            std::string lines;
            for (const auto& line : shape.text->lines) {
                if (!lines.empty()) lines += '\n';
                lines.append(shape.text->text, line.first_byte, line.byte_count);
            }
            return dot_label(lines);
        }
        return dot_label(e.title);
    }

    void write_edge(const scene::Element& e, const Ends& ends) {
        put("{} -> {} [id={}", name_of(ends.first->key), name_of(ends.second->key), name_of(e.key));
        const auto curve = curve_of(e);
        for (std::size_t i = 0; i < curve.size(); ++i) {
            out_ += i == 0 ? ", pos=\"" : " ";
            out_ += point(curve[i]);
        }
        if (!curve.empty()) out_ += '"';
        if (!e.paths.empty() && e.paths.front().stroke.width > 0) {
            const auto& stroke = e.paths.front().stroke;
            put(", color=\"{}\", penwidth={}", base::to_text(stroke.colour), number(stroke.width));
            if (stroke.dash == scene::Dash::dashed) out_ += ", style=dashed";
            if (stroke.dash == scene::Dash::dotted) out_ += ", style=dotted";
        }
        out_ += "];\n";
    }

    const scene::Scene& scene_;
    std::string out_;
    std::unordered_map<std::string, const scene::Element*> nodes_;
    std::unordered_map<std::string, std::pair<std::string, std::string>> asked_;
};

std::string quoted_in_dot(std::string_view text, bool is_label) {
    std::string out = "\"";
    for (const char c : base::cleaned(base::shortened(text, longest_text))) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            // Doubled also where no escape is read: a single one before the closing quote would swallow it.
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += is_label ? "\\n" : " ";
                break;
            case '\t':
                out += ' ';
                break;
            case '&':
                out += is_label ? "&amp;" : "&";
                break;
            default:
                out += c;
        }
    }
    return out += '"';
}

}  // namespace

std::string to_dot(const scene::Scene& scene, const layout::LayoutRequest& request) {
    return Dot(scene, request).written();
}

std::string dot_label(std::string_view text) {
    return quoted_in_dot(text, true);
}
std::string dot_string(std::string_view text) {
    return quoted_in_dot(text, false);
}

}  // namespace shezhire::exporting
