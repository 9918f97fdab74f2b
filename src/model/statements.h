// Statements in the orders in which they are read: on a thing's page, and as their source goes on.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/facts.h"
#include "model/index.h"

namespace shezhire::model {

/// Text in the order in which people count: "2" before "10", "4.2" before "4.10".
bool before_by_number(std::string_view a, std::string_view b);

StatementLists statement_lists(const Draft& draft, const IdMap& ids);

}  // namespace shezhire::model
