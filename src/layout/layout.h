// The question put to a graph drawing engine and its answer: plain values, comparable, printable, cacheable.
// All that a layout depends on is in the request: equal requests have equal answers (rule 9), so the
// request's hash is the key of every cache and the test for staleness. Lengths in points; y grows downwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/hash.h"
#include "base/result.h"

namespace shezhire::layout {

/// Graphviz's engines (man dot): dot = layered (Gansner, Koutsofios, North, Vo 1993); twopi = radial; neato =
/// stress majorization; fdp, sfdp = force-directed, multiscale; circo = circular; osage = packed clusters;
/// patchwork = treemap.
enum class Engine : std::uint8_t { dot, twopi, neato, fdp, sfdp, circo, osage, patchwork };

/// Where children lie as seen from their parent; only dot heeds it.
enum class Direction : std::uint8_t { down, right, up, left };

/// none: no edge paths are computed. straight: a segment between boundaries. curved: splines round the boxes.
enum class Routing : std::uint8_t { none, straight, curved };

std::string_view to_text(Engine);
std::string_view to_text(Direction);
std::string_view to_text(Routing);
std::optional<Engine> engine_from(std::string_view);
std::optional<Direction> direction_from(std::string_view);
std::optional<Routing> routing_from(std::string_view);

struct RequestNode {
    std::string key;  ///< unique in the request
    base::Size size;  ///< what the engine must keep free; > 0
    std::string
        cluster;      ///< nodes with one non-empty cluster are kept together (osage, patchwork, dot's lanes)
    double area = 1;  ///< patchwork: the share of the whole
    bool operator==(const RequestNode&) const = default;
};

/// The most ranks that an edge can span.
inline constexpr std::uint32_t longest_edge = 10'000;

struct RequestEdge {
    std::string key;         ///< unique in the request
    std::uint32_t from = 0;  ///< index into nodes
    std::uint32_t to = 0;
    std::uint32_t min_length = 1;  ///< ranks between the ends (dot)
    double weight =
        1;  ///< how much it wants to be short and straight; dot: 0 and not ranking = moves nothing
    bool ranking = true;  ///< false: drawn, but does not push its ends onto ranks
    bool operator==(const RequestEdge&) const = default;
};

struct LayoutRequest {
    Engine engine = Engine::dot;
    Direction direction = Direction::down;
    Routing routing = Routing::curved;
    double node_separation = 18;
    double rank_separation = 36;
    std::string root;                ///< key of the node in the centre (twopi, circo), else empty
    std::vector<RequestNode> nodes;  ///< the order is the order in which siblings are wanted
    std::vector<RequestEdge> edges;
    bool operator==(const LayoutRequest&) const = default;
};

struct PlacedNode {
    std::string key;
    base::Point centre;
    base::Size size;  ///< as asked for (patchwork: as given)
    bool operator==(const PlacedNode&) const = default;
};

/// A piecewise Bézier curve from the source's boundary to the target's: 1 + 3n points, or none.
struct PlacedEdge {
    std::string key;
    std::vector<base::Point> curve;
    bool operator==(const PlacedEdge&) const = default;
};

/// Nodes and edges in the order of the request. The bounds' top left is (0, 0).
struct Layout {
    base::Size size;
    std::vector<PlacedNode> nodes;
    std::vector<PlacedEdge> edges;
    bool operator==(const Layout&) const = default;
};

/// Checks what the types cannot say: unique keys, edge ends in range, positive finite sizes. Error:
/// layout.bad-request.
base::Status check(const LayoutRequest&);
/// The answer answers this request: same keys in the same order, finite numbers. Error: layout.bad-answer.
base::Status check(const Layout&, const LayoutRequest&);

/// Text for people and golden tests; numbers rounded to 0.01 pt.
std::string to_text(const LayoutRequest&);
std::string to_text(const Layout&);

/// Identifies the question: hash of the encoded request.
base::Hash key_of(const LayoutRequest&);

}  // namespace shezhire::layout
