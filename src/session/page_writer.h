// What the writers of pages share: names, dates in words, evidence and links, each in the reader's language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/entries.h"
#include "session/page.h"

namespace shezhire::session {

class PageWriter {
  public:
    PageWriter(const model::Model& model, const Reading& reading, Page& page)
        : model_(model), reading_(reading), page_(page) {}

    [[nodiscard]] const model::Model& model() const { return model_; }
    [[nodiscard]] const Reading& reading() const { return reading_; }
    [[nodiscard]] Page& page() const { return page_; }

    /// Begins a block; it is left out again if it stays empty.
    Block& block(std::string heading, BlockKind kind = BlockKind::facts);
    /// Whether a block has all the lines that it may have; then one more is counted.
    static bool is_full(Block& block) {
        if (block.lines.size() < most_lines) return false;
        ++block.more;
        return true;
    }
    Line& line(Block& block, std::string text, std::string lang = {}) const;
    /// A line that leads to a thing and bears its name.
    Line& link(Block& block, std::string_view id) const;
    /// Sources, confidence, dispute and notes of an entry, onto its line.
    void evidence(Line& line, const model::Evidence& evidence) const;
    void drop_empty_blocks();

    /// What a thing is called at the date; its id where it has no name.
    [[nodiscard]] std::string name(std::string_view id, std::string* lang = nullptr) const;
    /// The acronym that it has at the date; no text where it has none.
    [[nodiscard]] Line acronym(std::string_view id) const;
    /// A concept's label in the interface's language, else the id.
    [[nodiscard]] std::string label(std::string_view concept_id) const;
    [[nodiscard]] std::string heading_of(std::string_view concept_id) const;
    [[nodiscard]] std::string in_words(const edtf::Interval& when) const;
    [[nodiscard]] std::string country(const std::string& codes) const;
    [[nodiscard]] std::string language(const std::string& tag) const;
    /// Of texts in several languages those that the reader reads first.
    [[nodiscard]] const std::pair<std::string, std::string>* best(const model::LanguageMap& texts) const;

    // Blocks that every thing may have.
    void definitions(const model::Thing& thing);
    void names(const model::Thing& thing);
    void notes(const model::Thing& thing);
    void disputes(const model::Thing& thing);
    void statements_about(const model::Thing& thing);
    void represented_in(const model::Thing& thing);
    void sources();

    Line& statement(Block& block, const model::Statement& statement) const;

  private:
    const model::Model& model_;
    const Reading& reading_;
    Page& page_;
};

/// "a  ·  b", without empty parts.
std::string joined(std::initializer_list<std::string> parts);
/// A list of entries in the interface's words: "names", "seats" …
std::string word_for(model::Field field);
/// "confirmed", "contradicted", "not found elsewhere"; empty where unstated.
std::string word_for(model::Verdict verdict);
std::string word_for(model::Confidence confidence);

void write_organization(PageWriter& write, const model::Organization& body);
void write_change(PageWriter& write, const model::Change& change);
void write_event(PageWriter& write, const model::Event& event);
void write_concept(PageWriter& write, const model::Concept& entry);
void write_scheme(PageWriter& write, const model::ConceptScheme& scheme);
void write_source(PageWriter& write, const model::Source& source);
void write_statement(PageWriter& write, const model::Statement& statement);

}  // namespace shezhire::session
