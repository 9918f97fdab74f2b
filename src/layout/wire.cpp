#include "layout/wire.h"

#include <fmt/format.h>

#include <utility>

#include "base/utf8.h"
#include "layout/wire_bytes.h"

namespace shezhire::layout {
namespace {

base::Status check_header(std::string_view bytes, std::string_view magic, const char* code,
                          const char* what) {
    if (bytes.size() < header_size || bytes.substr(0, 4) != magic) {
        return base::failure(code, fmt::format("this is no {} of {} bytes or more", what, header_size));
    }
    if (const auto version = number_at<std::uint32_t>(bytes, 4); version != wire_version) {
        return base::failure("layout.version",
                             fmt::format("the {} has version {}, this program speaks version {}: "
                                         "program and layout worker are not of one installation",
                                         what, version, wire_version));
    }
    if (number_at<std::uint64_t>(bytes, 8) != bytes.size() - header_size) {
        return base::failure(code,
                             fmt::format("the {} is cut off or too long: {} bytes", what, bytes.size()));
    }
    return {};
}

base::Error fault_error(const Reader& in, const char* code, const char* what) {
    return {code, fmt::format("the {} is damaged at byte {}", what, in.fault())};
}

constexpr std::size_t least_node = 4 + 8 + 8 + 4 + 8;
constexpr std::size_t least_edge = 4 + 4 + 4 + 4 + 8 + 1;
constexpr std::size_t least_placed_node = 4 + 8 + 8 + 8 + 8;
constexpr std::size_t least_placed_edge = 4 + 4;
constexpr std::size_t point_size = 8 + 8;

RequestNode read_node(Reader& in) {
    RequestNode node;
    node.key = in.text();
    node.size.width = in.real();
    node.size.height = in.real();
    node.cluster = in.text();
    node.area = in.real();
    return node;
}

RequestEdge read_edge(Reader& in) {
    RequestEdge edge;
    edge.key = in.text();
    edge.from = in.number<std::uint32_t>();
    edge.to = in.number<std::uint32_t>();
    edge.min_length = in.number<std::uint32_t>();
    edge.weight = in.real();
    edge.ranking = in.small(2) == 1;
    return edge;
}

void write_layout(Writer& out, const Layout& layout) {
    out.real(layout.size.width);
    out.real(layout.size.height);
    out.count(layout.nodes.size());
    for (const auto& node : layout.nodes) {
        out.text(node.key);
        out.real(node.centre.x);
        out.real(node.centre.y);
        out.real(node.size.width);
        out.real(node.size.height);
    }
    out.count(layout.edges.size());
    for (const auto& edge : layout.edges) {
        out.text(edge.key);
        out.count(edge.curve.size());
        for (const auto p : edge.curve) {
            out.real(p.x);
            out.real(p.y);
        }
    }
}

Layout read_layout(Reader& in) {
    Layout layout;
    layout.size.width = in.real();
    layout.size.height = in.real();
    layout.nodes.resize(in.count(least_placed_node));
    for (auto& node : layout.nodes) {
        node.key = in.text();
        node.centre.x = in.real();
        node.centre.y = in.real();
        node.size.width = in.real();
        node.size.height = in.real();
    }
    layout.edges.resize(in.count(least_placed_edge));
    for (auto& edge : layout.edges) {
        edge.key = in.text();
        edge.curve.resize(in.count(point_size));
        for (auto& p : edge.curve) {
            p.x = in.real();
            p.y = in.real();
        }
    }
    return layout;
}

}  // namespace

std::string encode(const LayoutRequest& request) {
    Writer out(question_magic);
    out.reserve(64 + request.nodes.size() * 64 + request.edges.size() * 64);
    out.small(static_cast<std::uint8_t>(request.engine));
    out.small(static_cast<std::uint8_t>(request.direction));
    out.small(static_cast<std::uint8_t>(request.routing));
    out.real(request.node_separation);
    out.real(request.rank_separation);
    out.text(request.root);
    out.count(request.nodes.size());
    for (const auto& node : request.nodes) {
        out.text(node.key);
        out.real(node.size.width);
        out.real(node.size.height);
        out.text(node.cluster);
        out.real(node.area);
    }
    out.count(request.edges.size());
    for (const auto& edge : request.edges) {
        out.text(edge.key);
        out.number(edge.from);
        out.number(edge.to);
        out.number(edge.min_length);
        out.real(edge.weight);
        out.small(edge.ranking ? 1 : 0);
    }
    return out.done();
}

base::Result<LayoutRequest> decode_request(std::string_view bytes) {
    if (auto header = check_header(bytes, question_magic, "layout.bad-request", "layout request"); !header) {
        return base::failure(std::move(header).error());
    }
    Reader in(bytes);
    LayoutRequest request;
    request.engine = static_cast<Engine>(in.small(8));
    request.direction = static_cast<Direction>(in.small(4));
    request.routing = static_cast<Routing>(in.small(3));
    request.node_separation = in.real();
    request.rank_separation = in.real();
    request.root = in.text();
    request.nodes.resize(in.count(least_node));
    for (auto& node : request.nodes) node = read_node(in);
    request.edges.resize(in.count(least_edge));
    for (auto& edge : request.edges) edge = read_edge(in);
    in.finish();
    if (!in.ok()) return base::failure(fault_error(in, "layout.bad-request", "layout request"));
    if (auto status = check(request); !status) return base::failure(std::move(status).error());
    return request;
}

std::string encode(const base::Result<Layout>& answer) {
    Writer out(answer_magic);
    out.small(answer ? 1 : 0);
    if (answer) {
        out.reserve(64 + answer->nodes.size() * 64 + answer->edges.size() * 160);
        write_layout(out, *answer);
    } else {
        out.text(answer.error().code);
        out.text(answer.error().sentence);
    }
    return out.done();
}

base::Result<Layout> decode_answer(std::string_view bytes) {
    if (auto header = check_header(bytes, answer_magic, "layout.bad-answer", "layout worker's answer");
        !header) {
        return base::failure(std::move(header).error());
    }
    Reader in(bytes);
    if (in.small(2) == 0) {
        base::Error error;
        error.code = base::shortened(base::cleaned(in.text()), 100);
        error.sentence = base::shortened(base::cleaned(in.text()), 1000);
        in.finish();
        if (in.ok()) return base::failure(std::move(error));
    } else {
        Layout layout = read_layout(in);
        in.finish();
        if (in.ok()) return layout;
    }
    return base::failure(fault_error(in, "layout.bad-answer", "layout worker's answer"));
}

bool is_whole_message(std::string_view bytes) {
    if (bytes.size() < header_size) return false;
    const auto magic = bytes.substr(0, 4);
    return (magic == question_magic || magic == answer_magic) &&
           number_at<std::uint64_t>(bytes, 8) <= bytes.size() - header_size;
}

base::Hash key_of(const LayoutRequest& request) {
    return base::hash_of(encode(request));
}

}  // namespace shezhire::layout
