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

/// The box is the first filled shape and the first outline; marks come later.
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

base::Rect box_of(const scene::Element& node) {
    const auto* shape = filled_in(node);
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
    Dot(const scene::Scene& scene, const layout::LayoutRequest& request, const text::Typesetter& typesetter)
        : scene_(scene), typesetter_(typesetter) {
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
        put("node [shape=box, fixedsize=true, fontname={}];\nedge [dir=none];\n", dot_string(family()));
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

    /// The family of the first text; others follow it closely, and Graphviz falls back by itself.
    [[nodiscard]] std::string family() const {
        for (const auto& e : scene_.elements) {
            for (const auto& shape : e.texts) {
                if (shape.text != nullptr && !shape.text->runs.empty()) {
                    return typesetter_.font(shape.text->runs.front().font).family;
                }
            }
        }
        return "sans-serif";
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
        put("{} [label={}, pos=\"{}!\", width={:.4f}, height={:.4f}", name_of(e.key), dot_label(label_of(e)),
            point(box.centre()), box.width() / 72, box.height() / 72);
        const auto* fill = filled_in(e);
        const auto* outline = stroked_in(e);
        put(", style=\"filled{}", fill != nullptr && is_round(*fill) ? ",rounded" : "");
        if (outline != nullptr && outline->stroke.dash != scene::Dash::solid)
            put(",{}", to_text(outline->stroke.dash));
        out_ += '"';
        if (fill != nullptr) put(", fillcolor=\"{}\"", base::to_text(fill->fill));
        if (outline != nullptr) {
            put(", color=\"{}\", penwidth={}", base::to_text(outline->stroke.colour),
                number(outline->stroke.width));
        }
        if (const auto* text = name_in(e)) {
            put(", fontsize={}, fontcolor=\"{}\"", number(text->text->style.size),
                base::to_text(text->colour));
        }
        if (!e.kind.empty()) put(", class={}", dot_string(e.kind));
        if (!e.description.empty()) put(", tooltip={}", dot_label(e.description));
        out_ += "];\n";
    }

    /// The longest text is the name; numbers and acronyms stand beside it.
    [[nodiscard]] static const scene::TextShape* name_in(const scene::Element& e) {
        const scene::TextShape* longest = nullptr;
        for (const auto& shape : e.texts) {
            if (shape.text == nullptr) continue;
            if (longest == nullptr || shape.text->text.size() > longest->text->text.size()) longest = &shape;
        }
        return longest;
    }

    /// What stands in the box, line by line as it is broken there, so that it fits in Graphviz's drawing too;
    /// the whole name where the box shows only a part of it.
    [[nodiscard]] static std::string label_of(const scene::Element& e) {
        struct Piece {
            double baseline;
            double left;
            std::string_view text;
        };
        std::vector<Piece> pieces;
        for (const auto& shape : e.texts) {
            if (shape.text == nullptr) continue;
            if (shape.text->shortened) return e.title;
            for (const auto& line : shape.text->lines) {
                pieces.push_back(
                    {shape.top_left.y + line.baseline, shape.top_left.x + line.left,
                     std::string_view(shape.text->text).substr(line.first_byte, line.byte_count)});
            }
        }
        constexpr double same_line = 2;  // points; a line of type is higher
        std::stable_sort(pieces.begin(), pieces.end(),
                         [](const Piece& a, const Piece& b) { return a.baseline < b.baseline; });
        std::string label;
        for (std::size_t i = 0; i < pieces.size();) {
            std::size_t end = i + 1;
            while (end < pieces.size() && pieces[end].baseline - pieces[i].baseline < same_line) ++end;
            std::stable_sort(pieces.begin() + static_cast<std::ptrdiff_t>(i),
                             pieces.begin() + static_cast<std::ptrdiff_t>(end),
                             [](const Piece& a, const Piece& b) { return a.left < b.left; });
            for (std::size_t k = i; k < end; ++k) {
                if (!label.empty()) label += k == i ? '\n' : ' ';
                label += pieces[k].text;
            }
            i = end;
        }
        return label.empty() ? e.title : label;
    }

    void write_edge(const scene::Element& e, const Ends& ends) {
        put("{} -> {} [id={}", name_of(ends.first->key), name_of(ends.second->key), name_of(e.key));
        const auto curve = curve_of(e);
        for (std::size_t i = 0; i < curve.size(); ++i) {
            out_ += i == 0 ? ", pos=\"" : " ";
            out_ += point(curve[i]);
        }
        if (!curve.empty()) out_ += '"';
        if (const auto* line = stroked_in(e)) {
            put(", color=\"{}\", penwidth={}, style={}", base::to_text(line->stroke.colour),
                number(line->stroke.width), to_text(line->stroke.dash));
        }
        out_ += "];\n";
    }

    const scene::Scene& scene_;
    const text::Typesetter& typesetter_;
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

std::string to_dot(const scene::Scene& scene, const layout::LayoutRequest& request,
                   const text::Typesetter& typesetter) {
    return Dot(scene, request, typesetter).written();
}

std::string dot_label(std::string_view text) {
    return quoted_in_dot(text, true);
}
std::string dot_string(std::string_view text) {
    return quoted_in_dot(text, false);
}

}  // namespace shezhire::exporting
