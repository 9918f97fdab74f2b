// The worker's input: any bytes, any payload behind a right header, and requests made of bytes, which must
// come back.
#include <algorithm>

#include "fuzz.h"
#include "layout_values.h"

using namespace shezhire;

namespace {

layout::LayoutRequest request_from(std::string_view text) {
    fuzz::Bytes bytes(text);
    layout::LayoutRequest request;
    request.engine = static_cast<layout::Engine>(bytes.below(8));
    request.direction = static_cast<layout::Direction>(bytes.below(4));
    request.routing = static_cast<layout::Routing>(bytes.below(3));
    request.node_separation = bytes.positive();
    request.rank_separation = bytes.positive();
    const auto nodes = bytes.below(8);
    const auto edges = nodes == 0 ? 0 : bytes.below(8);
    for (std::uint8_t i = 0; i < nodes; ++i) {
        request.nodes.push_back({std::to_string(i) + bytes.text(),
                                 {bytes.positive(), bytes.positive()},
                                 bytes.text(),
                                 bytes.positive()});
    }
    for (std::uint8_t i = 0; i < edges; ++i) {
        request.edges.push_back({std::to_string(i) + bytes.text(), bytes.below(nodes), bytes.below(nodes),
                                 bytes.number(), bytes.positive(), bytes.below(2) == 1});
    }
    if (nodes > 0 && bytes.below(2) == 1) request.root = request.nodes[bytes.below(nodes)].key;
    return request;
}

void read(std::string_view message) {
    const auto request = layout::decode_request(message);
    if (!request) return;
    fuzz::require(layout::check(*request).has_value(), "what was read is a right request");
    const auto again = layout::decode_request(layout::encode(*request));
    fuzz::require(again.has_value() && *again == *request, "what was read is written and read alike");
    fuzz::require(layout::key_of(*again) == layout::key_of(*request), "equal requests have equal keys");
    fuzz::require(layout::to_text(*again) == layout::to_text(*request), "and equal texts");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    static const std::string like = layout::encode(layout::LayoutRequest{});
    read(bytes);
    read(fuzz::framed(like, bytes));
    const auto request = request_from(bytes);
    if (!layout::check(request)) return 0;
    const auto again = layout::decode_request(layout::encode(request));
    fuzz::require(again.has_value() && *again == request, "decode(encode(request)) == request");
    return 0;
}
