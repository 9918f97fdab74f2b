// What is known about one thing, as a page: the details pane draws it, copying writes it as text, tests read
// it. A page is a plain value made from the model alone, so it is the same wherever it is shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edtf/edtf.h"
#include "model/model.h"
#include "session/command.h"

namespace shezhire::session {

/// In whose words a page is written, and for which date.
struct Reading {
    std::vector<std::string> label_languages{"en"};
    std::string language = "en";  ///< of the interface's own words: kk, ru, en
    edtf::Interval when;
    bool operator==(const Reading&) const = default;
};

/// One fact. What is empty is not said.
struct Line {
    std::string text;
    std::string lang;                ///< of `text`; empty: the interface's own
    std::string number;              ///< hangs before the text: "1." in an ordered list, "[3]" of a source
    std::string about;               ///< said quietly: dates, role, status
    std::vector<std::string> notes;  ///< further sentences
    std::optional<Command> go;       ///< what a click does
    std::string url;                 ///< a web address that a click asks for
    std::vector<std::size_t> cited;  ///< indices in Page::sources
    model::Confidence confidence = model::Confidence::unstated;
    bool disputed = false;
    model::Verdict verdict = model::Verdict::unstated;
    std::vector<edtf::Interval> spans;  ///< drawn as a life-line where there are any
    int group = 0;                      ///< in a block of disputes: lines of one group contradict each other
};

enum class BlockKind : std::uint8_t { facts, text, disputes, sources };

struct Block {
    std::string heading;
    BlockKind kind = BlockKind::facts;
    std::vector<Line> lines;
    std::size_t more = 0;  ///< further lines that are counted, not written: nobody reads so many
};

struct Page {
    std::string id;
    model::ThingType type = model::ThingType::organization;
    std::string title;
    std::string lang;
    std::string subtitle;
    std::vector<Line> life;  ///< the thing's own spells and phases
    std::vector<Block> blocks;
    std::vector<std::string> sources;  ///< ids, in the order in which the page first cites them
    std::string in_structure;          ///< the organization to look at in the structure; may be empty
    edtf::Day first_day = 0;           ///< of all life-lines on the page; equal where there are none
    edtf::Day last_day = 0;
};

/// Lines that a block has at most.
inline constexpr std::size_t most_lines = 2000;

/// The page of any thing; nullopt where nothing has that id.
std::optional<Page> page_of(const model::Model& model, std::string_view id, const Reading& reading);

/// The page as text for a letter or a note: headings, facts with the numbers of their sources, and these.
std::string to_text(const Page& page, const model::Model& model);

/// A source as ISO 690 has it: author, title, container, date, address; what is unknown is left out.
std::string citation(const model::Source& source);
/// All sources of a page, one a line; of a source's page that source alone.
std::string citations(const Page& page, const model::Model& model);

/// The organization that shows a thing in the structure: itself, whom an event or a change concerns, whom a
/// statement is represented by or about. Empty where there is none.
std::string place_in_structure(const model::Model& model, std::string_view id);

}  // namespace shezhire::session
