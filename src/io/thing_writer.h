// One thing of the model as JSON without blanks, its fields in the order of docs/data.md.
#pragma once

#include "io/json_writer.h"
#include "model/facts.h"

namespace shezhire::io {

void write(JsonWriter& json, const model::Organization& body);
void write(JsonWriter& json, const model::Change& change);
void write(JsonWriter& json, const model::Event& event);
void write(JsonWriter& json, const model::Concept& entry);
void write(JsonWriter& json, const model::ConceptScheme& scheme);
void write(JsonWriter& json, const model::Source& source);
void write(JsonWriter& json, const model::Statement& statement);

void write_ids(JsonWriter& json, std::string_view field, const std::vector<model::Id>& ids);
/// `{ "en": "…", "kk": ["…", "…"] }`, languages in the order of first use.
void write_texts(JsonWriter& json, std::string_view field, const model::LanguageMap& texts);
void write_extras(JsonWriter& json, const model::Extras& extras);

}  // namespace shezhire::io
