// One body as a box: its name set and measured, with number, mark and fold badge in their places. Cards are
// made before anything is laid out; their size is what the layout keeps free.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "graph/compare.h"
#include "model/model.h"
#include "scene/scene.h"
#include "scene/theme.h"
#include "scene/words.h"
#include "text/typesetter.h"

namespace shezhire::scene {

/// How prominent a box is.
enum class Tier : std::uint8_t { root, head, leaf };

/// Everything within a box, relative to its top left corner.
struct Card {
    base::Size size;
    KindLook look;
    text::SetTextPtr notation;  ///< may be null, as may the acronym
    base::Point notation_at;
    text::SetTextPtr acronym;
    base::Point acronym_at;
    text::SetTextPtr name;
    base::Point name_at;
    text::SetTextPtr old_name;  ///< in its place at the earlier of two dates, where it differs; may be null
    base::Point mark_at;        ///< its centre
    double mark_size = 0;
    text::SetTextPtr badge;  ///< "+12"
    base::Rect badge_box;
    std::optional<base::Point> dispute_at;  ///< centre of the mark for disputed facts
    std::optional<base::Point> fate_at;     ///< centre of the mark for what became of it
    text::SetTextPtr note;                  ///< what is said of that, under the name; may be null
    base::Point note_at;
    std::vector<Card> others{};  ///< as large, for each of the node's namings
};

/// Translated names stand in italics where they are the exception; where most are, the legend says so once.
bool translations_are_few(const graph::Graph& graph);

/// Makes cards; asks the typesetter once for each text and width.
class CardMaker {
  public:
    /// `comparison` (may be null) is of this graph; `lang`: of the words that it adds.
    CardMaker(const graph::Graph& graph, const model::Model& model, const Theme& theme,
              const text::Typesetter& typesetter, const graph::Comparison* comparison = nullptr,
              WordLang lang = WordLang::en, bool sides = false);

    /// A width at which most names of a tier need two lines and no word has to be broken.
    [[nodiscard]] double good_width(const std::vector<std::uint32_t>& nodes) const;
    /// What a number column needs for these nodes; 0 where none has a short number.
    [[nodiscard]] double notation_width(const std::vector<std::uint32_t>& nodes) const;
    [[nodiscard]] Card make(std::uint32_t node, Tier tier, double width, double notation_width) const;
    /// The height that make would give, and its lines, judged by the name's length alone: many widths can be
    /// tried.
    struct Guess {
        double height = 0;
        int lines = 1;
    };
    [[nodiscard]] Guess guess(std::uint32_t node, Tier tier, double width, double notation_width) const;
    /// As make, but the height is at least `height`; texts stay at the top, in one line they are centred.
    static void stretch(Card& card, double height);
    [[nodiscard]] const KindLook& look(std::uint32_t node, Tier tier) const;

  private:
    /// As `called`, which is that node under one of its names.
    [[nodiscard]] Card make_one(std::uint32_t node, const graph::Node& called, const KindLook& look,
                                Tier tier, double width, double notation_width) const;
    /// Width of a node's longest name in one line, small and regular.
    [[nodiscard]] double natural_width(std::uint32_t node) const;
    [[nodiscard]] std::string note(std::uint32_t node) const;
    [[nodiscard]] std::string old_name(std::uint32_t node) const;
    [[nodiscard]] bool has_fate(std::uint32_t node) const;
    [[nodiscard]] double natural_width(const std::string& label, const std::string& lang) const;

    const graph::Graph& graph_;
    const model::Model& model_;
    const Theme& theme_;
    const text::Typesetter& typesetter_;
    bool italic_translations_;
    const graph::Comparison* comparison_;
    WordLang lang_;
    bool sides_;
    mutable std::map<std::tuple<std::string, Tier, graph::Fate>, KindLook> looks_;
};

}  // namespace shezhire::scene
