#include "export/dot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/utf8.h"
#include "export/dot_shapes.h"

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

bool is_node(const scene::Element& e) {
    const bool is_furniture = e.key.starts_with('#');  // bars of a histogram
    return (e.role == scene::Role::node || (e.role == scene::Role::event && !is_furniture)) && !e.key.empty();
}

constexpr double arrow_length = 5;  // points
constexpr double lowest_label = 8;  // points; lower boxes are lines

/// Too long a key is told by its hash, so that two such stay apart.
std::string name_of(const std::string& key) {
    return dot_string(key.size() > longest_dot_string ? base::to_text(base::hash_of(key)) : key);
}

class Dot {
  public:
    Dot(const scene::Scene& scene, const Joins& joins, const text::Typesetter& typesetter)
        : scene_(scene), typesetter_(typesetter) {
        for (const auto& e : scene.elements) {
            if (is_node(e)) nodes_.emplace(e.key, &e);
        }
        for (const auto& join : joins) joins_[join.edge].push_back(&join);
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
            if (e.role == scene::Role::event) write_tie(e);
            if (!is_edge(e)) continue;
            const auto all = ends_of(e.key);
            for (const auto& ends : all) write_edge(e, ends);
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

    /// As the joins say; an edge that they do not know (into a stack of leaves) says it in its key
    /// "parent>child".
    [[nodiscard]] std::vector<Ends> ends_of(const std::string& key) const {
        std::vector<Ends> all;
        const auto add = [&](const std::string& from, const std::string& to) {
            const Ends ends{node(from), node(to)};
            if (ends.first != nullptr && ends.second != nullptr && ends.first != ends.second)
                all.push_back(ends);
        };
        // The second row of a timeline that was cut has its keys with "@2".
        const auto row = joins_.contains(key) ? std::string::npos : key.rfind('@');
        if (const auto it = joins_.find(key.substr(0, row)); it != joins_.end()) {
            const auto suffix = row == std::string::npos ? std::string() : key.substr(row);
            for (const auto* join : it->second) add(join->from + suffix, join->to + suffix);
        }
        for (auto at = key.find('>'); all.empty() && at != std::string::npos; at = key.find('>', at + 1))
            add(key.substr(0, at), key.substr(at + 1));
        return all;
    }

    void write_node(const scene::Element& e) {
        const bool is_event = e.role == scene::Role::event;
        const auto* text = name_in(e);
        const bool outside =
            text != nullptr ? !is_within(box_of(e), e, *text) : box_of(e).height() < lowest_label;
        const bool is_line = outside && !is_event;
        const auto box = is_line ? line_of(e) : box_of(e);
        put("{} [label={}, pos=\"{}!\", width={:.4f}, height={:.4f}", name_of(e.key),
            dot_label(outside || is_event ? text_within(box, e) : label_of(e)), point(box.centre()),
            box.width() / 72, box.height() / 72);
        if (outside && text != nullptr) write_name_beside(e, *text);
        const auto* fill = is_line ? largest_in(e) : filled_in(e);
        const auto* outline = stroked_in(e);
        if (is_event) {
            out_ += ", shape=ellipse";
            for (const auto& path : e.paths) fill = path.fill.alpha > 0 ? &path : fill;  // in its halo
        }
        // A life that is not in these years leaves only its name.
        if (!is_event && largest_in(e) == nullptr && outline == nullptr)
            out_ += ", shape=plaintext, fixedsize=false";
        const bool rounded = !is_event && fill != nullptr && is_round(*fill);
        put(", style=\"filled{}", rounded ? ",rounded" : "");
        if (outline != nullptr && outline->stroke.dash != scene::Dash::solid)
            put(",{}", to_text(outline->stroke.dash));
        out_ += '"';
        if (fill != nullptr) put(", fillcolor=\"{}\"", base::to_text(fill->fill));
        if (outline != nullptr) {
            put(", color=\"{}\", penwidth={}", base::to_text(outline->stroke.colour),
                number(outline->stroke.width));
        } else if (is_event || outside) {
            out_ += ", penwidth=0";
        }
        if (text != nullptr) {
            put(", fontsize={}, fontcolor=\"{}\"", number(text->text->style.size),
                base::to_text(text->colour));
        }
        if (!e.kind.empty()) put(", class={}", dot_string(e.kind));
        if (const auto tooltip = tooltip_of(e); !tooltip.empty()) put(", tooltip={}", dot_label(tooltip));
        out_ += "];\n";
    }

    /// A mark has no room for its event's title.
    [[nodiscard]] static std::string tooltip_of(const scene::Element& e) {
        if (e.role != scene::Role::event) return e.description;
        return e.description.empty() ? e.title : e.title + ": " + e.description;
    }

    /// An event's name stands beside it, a life-line's over its beginning: the last of its names, whole.
    void write_name_beside(const scene::Element& e, const scene::TextShape& text) {
        auto name = text.text;
        auto corner = text.top_left;
        if (e.role == scene::Role::node) {
            text::TextRequest request;
            request.text = base::shortened(e.title, longest_dot_string);
            request.style = text.text->style;
            name = typesetter_.set(request);
            corner = e.texts.front().top_left;
        } else if (name->shortened) {
            return;  // the tooltip says it whole
        }
        put(", xlabel={}, xlp=\"{}\"", dot_label(name->text),
            point(e.origin + corner + base::Point{name->size.width / 2, name->size.height / 2}));
    }

    /// An event is tied to whom it happened to: there for who reads the graph, not to be seen.
    void write_tie(const scene::Element& e) {
        const auto* owner = node(e.owner);
        if (owner == nullptr || owner->key == e.key || node(e.key) != &e) return;
        const auto at = point(box_of(e).centre());
        put("{} -> {} [style=invis, pos=\"{} {} {} {}\"];\n", name_of(owner->key), name_of(e.key), at, at, at,
            at);
    }

    /// How many events a mark stands for.
    [[nodiscard]] static std::string text_within(const base::Rect& box, const scene::Element& e) {
        for (const auto& shape : e.texts) {
            if (shape.text != nullptr && is_within(box, e, shape)) return shape.text->text;
        }
        return {};
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

    /// Of a trunk that joins several, what lies between two of them.
    void write_edge(const scene::Element& e, const Ends& ends) {
        put("{} -> {} [id={}", name_of(ends.first->key), name_of(ends.second->key), name_of(e.key));
        auto curve = curve_of(e);
        const bool arrow = is_upright(curve) && has_arrow(e);
        if (arrow) {
            const double x = curve.front().x;
            const double from = line_of(*ends.first).centre().y;
            const double to = line_of(*ends.second).centre().y;
            const double neck = to + (from < to ? -arrow_length : arrow_length);
            const double third = (neck - from) / 3;
            curve = {{x, from}, {x, from + third}, {x, from + 2 * third}, {x, neck}};
            put(", dir=forward, arrowsize={}, pos=\"e,{}", number(arrow_length / 10), point({x, to}));
        }
        for (std::size_t i = 0; i < curve.size(); ++i) {
            out_ += i == 0 && !arrow ? ", pos=\"" : " ";
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
    std::unordered_map<std::string, std::vector<const Join*>> joins_;
};

}  // namespace

std::string to_dot(const scene::Scene& scene, const Joins& joins, const text::Typesetter& typesetter) {
    return Dot(scene, joins, typesetter).written();
}

}  // namespace shezhire::exporting
