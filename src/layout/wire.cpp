#include "layout/wire.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace shezhire::layout {
namespace {

// A message: "SHLQ" (question) or "SHLA" (answer), version, length of what follows, what follows. All numbers
// are little endian; doubles are their IEEE 754 bits, so that nothing is lost to rounding and equal requests
// have equal bytes.
constexpr std::string_view question_magic = "SHLQ";
constexpr std::string_view answer_magic = "SHLA";
constexpr std::size_t header_size = 4 + 4 + 8;

class Writer {
  public:
    explicit Writer(std::string_view magic) {
        bytes_ = magic;
        number(static_cast<std::uint32_t>(wire_version));
        number(std::uint64_t{0});  // the length, known at the end
    }

    template <class T>
    void number(T value) {
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            bytes_.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8U * i))));
        }
    }
    void small(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
    void real(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    void count(std::size_t value) { number(static_cast<std::uint32_t>(value)); }
    void text(std::string_view value) {
        count(value.size());
        bytes_ += value;
    }
    void reserve(std::size_t size) { bytes_.reserve(size); }

    std::string done() {
        std::uint64_t length = bytes_.size() - header_size;
        for (std::size_t i = 8; i < header_size; ++i, length >>= 8U) {
            bytes_[i] = static_cast<char>(static_cast<unsigned char>(length & 0xFFU));
        }
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
};

template <class T>
T number_at(std::string_view bytes, std::size_t at) {
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        value =
            static_cast<T>(value | (static_cast<T>(static_cast<unsigned char>(bytes[at + i])) << (8U * i)));
    }
    return value;
}

/// Reads fields in order; after the first fault every read gives an empty value and `fault()` tells where it
/// was.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes), at_(header_size) {}

    template <class T>
    T number() {
        if (!has(sizeof(T))) return 0;
        const T value = number_at<T>(bytes_, at_);
        at_ += sizeof(T);
        return value;
    }
    std::uint8_t small(std::uint8_t limit) {
        const auto value = number<std::uint8_t>();
        if (value >= limit) fail();
        return ok() ? value : std::uint8_t{0};
    }
    double real() {
        const double value = std::bit_cast<double>(number<std::uint64_t>());
        if (!std::isfinite(value)) fail();
        return ok() ? value : 0;
    }
    /// How many of something that takes at least `least` bytes each: never more than there can be.
    std::size_t count(std::size_t least) {
        const std::size_t value = number<std::uint32_t>();
        if (value > (bytes_.size() - at_) / least) fail();
        return ok() ? value : 0;
    }
    std::string text() {
        const std::size_t size = count(1);
        std::string value(bytes_.substr(at_, size));
        at_ += size;
        return value;
    }

    void fail() {
        if (ok()) fault_ = at_;
    }
    /// To be called last: whatever is left over is a fault as well.
    void finish() {
        if (at_ != bytes_.size()) fail();
    }
    [[nodiscard]] bool ok() const { return fault_ == none; }
    [[nodiscard]] std::size_t fault() const { return fault_; }

  private:
    bool has(std::size_t size) {
        if (ok() && bytes_.size() - at_ < size) fail();
        return ok();
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::string_view bytes_;
    std::size_t at_;
    std::size_t fault_ = none;
};

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
constexpr std::size_t least_placed_node = 4 + 4 * 8;
constexpr std::size_t least_placed_edge = 4 + 4;
constexpr std::size_t point_size = 2 * 8;

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
