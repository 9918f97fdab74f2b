// Values of a session as JSON: the pieces that settings and state are written with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/json_writer.h"
#include "session/json_fields.h"
#include "session/state.h"

namespace shezhire::session {

void put(io::JsonWriter& json, std::string_view key, int value);
void put(io::JsonWriter& json, std::string_view key, bool value);
void put(io::JsonWriter& json, std::string_view key, double value);
void put(io::JsonWriter& json, std::string_view key, const std::vector<std::string>& texts);
/// For people to read, with a line's end behind.
std::string laid_out(const io::JsonWriter& json);

/// Only what is not as in a view that was just opened.
void write_place(io::JsonWriter& json, const Place& place);
Place read_place(JsonFields fields);

}  // namespace shezhire::session
