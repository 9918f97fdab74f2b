// The worker's answer: any bytes, any payload behind a right header, and layouts made of bytes, which must
// come back.
#include <algorithm>

#include "base/utf8.h"
#include "fuzz.h"
#include "layout_values.h"

using namespace shezhire;

namespace {

layout::Layout layout_from(std::string_view text) {
    fuzz::Bytes bytes(text);
    layout::Layout result;
    result.size = {bytes.positive(), bytes.positive()};
    const auto nodes = bytes.below(8);
    const auto edges = bytes.below(8);
    for (std::uint8_t i = 0; i < nodes; ++i) {
        result.nodes.push_back(
            {bytes.text(), {bytes.real(), bytes.real()}, {bytes.positive(), bytes.positive()}});
    }
    for (std::uint8_t i = 0; i < edges; ++i) {
        layout::PlacedEdge edge{bytes.text(), {}};
        for (auto points = bytes.below(8); points > 0; --points)
            edge.curve.push_back({bytes.real(), bytes.real()});
        result.edges.push_back(std::move(edge));
    }
    return result;
}

void read(std::string_view message) {
    const auto answer = layout::decode_answer(message);
    if (!answer) {
        fuzz::require(base::first_invalid_utf8(answer.error().sentence) == std::string::npos,
                      "a sentence is UTF-8");
        fuzz::require(answer.error().sentence.size() < 4000, "a sentence is short");
        return;
    }
    const auto again = layout::decode_answer(layout::encode(answer));
    fuzz::require(again.has_value() && *again == *answer, "what was read is written and read alike");
    (void)layout::check(*answer, layout::LayoutRequest{});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    static const std::string like = layout::encode(base::Result<layout::Layout>(layout::Layout{}));
    read(bytes);
    read(fuzz::framed(like, bytes));
    const auto value = layout_from(bytes);
    const auto again = layout::decode_answer(layout::encode(base::Result<layout::Layout>(value)));
    fuzz::require(again.has_value() && *again == value, "decode(encode(layout)) == layout");
    return 0;
}
