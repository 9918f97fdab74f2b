// What a source states, statement by statement, in its own order: the article as a view of its own.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "session/page.h"

namespace shezhire::session {

/// A thing, or an entry of one, that represents a statement.
struct ArticlePlace {
    std::string thing;
    std::string text;  ///< its name, with the entry where it is one
    std::string lang;
};

struct ArticleRow {
    std::string id;
    std::string notation;
    std::string text;
    std::string lang;
    std::string kind;
    model::Verdict verdict = model::Verdict::unstated;
    std::vector<ArticlePlace> places;
};

struct ArticleSection {
    std::string heading;
    std::vector<ArticleRow> rows;
};

struct Article {
    std::string source;
    std::string title;
    std::string lang;
    std::string about;
    std::array<std::size_t, 4> counts{};  ///< by model::Verdict, of all statements
    std::size_t count = 0;
    std::vector<ArticleSection> sections;  ///< those with a row that the filter lets through
};

/// What `source` states; only statements of one verdict, where that is asked for.
Article article_of(const model::Model& model, std::string_view source, std::optional<model::Verdict> only,
                   const Reading& reading);

/// The source that states most; empty where none states anything.
std::string most_stating_source(const model::Model& model);

/// "all", "confirmed", "contradicted", "not-found" as commands say them; nullopt for any other word.
std::optional<std::optional<model::Verdict>> verdict_filter_from(std::string_view word);

/// The article as text: headings, and each statement with its number and verdict.
std::string to_text(const Article& article);

}  // namespace shezhire::session
