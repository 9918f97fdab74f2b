// Fields of a small JSON object, each of the type that is wanted or told with its place; what nobody asked
// for is told as well. For files that the program writes itself and people may edit.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_tree.h"

namespace shezhire::session {

class JsonFields {
  public:
    JsonFields(const io::JsonTree& tree, const io::JsonNode& object, const io::SourceText& text,
               std::vector<std::string>& faults)
        : tree_(tree), object_(object), text_(text), faults_(faults) {}

    /// Each leaves `value` as it is where the field is missing or of another type.
    void take(std::string_view key, std::string& value);
    void take(std::string_view key, bool& value);
    /// A whole number within [least, most].
    void take(std::string_view key, int& value, int least, int most);
    void take(std::string_view key, double& value);
    void take(std::string_view key, std::vector<std::string>& value);
    /// The member, of that kind; nullptr when missing.
    const io::JsonNode* take(std::string_view key, io::JsonKind kind);
    /// A string that `read` makes a value of; what it cannot read is told.
    template <class Value, class Read>
    void take_as(std::string_view key, Value& value, Read&& read) {
        const auto* node = take(key, io::JsonKind::string);
        if (node == nullptr) return;
        if (auto made = read(node->text)) {
            value = std::move(*made);
        } else {
            tell(*node, key);
        }
    }
    /// Tells every member that was not asked for.
    void finish();
    [[nodiscard]] JsonFields within(const io::JsonNode& object) const {
        return {tree_, object, text_, faults_};
    }
    template <class Function>
    void for_each(const io::JsonNode& parent, Function&& function) const {
        tree_.for_each(parent, std::forward<Function>(function));
    }

  private:
    void tell(const io::JsonNode& node, std::string_view key);

    const io::JsonTree& tree_;
    const io::JsonNode& object_;
    const io::SourceText& text_;
    std::vector<std::string>& faults_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace shezhire::session
