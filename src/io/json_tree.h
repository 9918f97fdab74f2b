// One JSON value read by simdjson (its On-Demand interface), with the place of each part: what simdjson's own
// documents do not keep. The tree is used over and over; views into it hold until the next parse.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "io/source_text.h"

namespace shezhire::io {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

/// For sentences: "text", "a number", "a list" …
std::string_view name_of(JsonKind kind);

struct JsonNode {
    JsonKind kind = JsonKind::null;
    std::string_view text;   ///< a string's characters; a number, true, false or null as written
    std::string_view key;    ///< of a member of an object
    std::size_t offset = 0;  ///< where the value begins in its file
    std::size_t key_offset = 0;
    std::uint32_t first_child = 0;  ///< 0: none
    std::uint32_t next = 0;         ///< of the same parent; 0: none
};

class JsonTree {
  public:
    JsonTree();
    ~JsonTree();
    JsonTree(const JsonTree&) = delete;
    JsonTree& operator=(const JsonTree&) = delete;

    /// Reads the value in `span`. On a fault of the syntax: an error with its place, and nullptr. Of members
    /// with one name the first is kept and the others are told.
    const JsonNode* parse(const SourceText& text, TextSpan span, base::Diagnostics& diagnostics);

    /// Calls the function for each child of an array or object, in the order of the file.
    template <class Function>
    void for_each(const JsonNode& parent, Function&& function) const {
        for (auto child = parent.first_child; child != 0; child = nodes_[child].next) function(nodes_[child]);
    }
    /// The member of that name, or nullptr.
    [[nodiscard]] const JsonNode* member(const JsonNode& object, std::string_view key) const;

  private:
    struct Reader;
    std::unique_ptr<Reader> reader_;
    std::vector<JsonNode> nodes_;
};

}  // namespace shezhire::io
