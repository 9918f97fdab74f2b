// A body with all that hangs below it, drawn as a tidy list: a head, then its members in columns beneath a
// rail, theirs indented. For the layout engine a block is one box, so that a wide family is no ribbon.
#pragma once

#include <vector>

#include "layout/layout.h"
#include "scene/card.h"

namespace shezhire::scene {

/// One line of a list: a node and how far it is indented (0 = hangs on the head itself).
struct ListItem {
    std::uint32_t node = 0;
    int level = 0;
};

struct BlockBox {
    std::uint32_t node = 0;
    base::Rect box;  ///< in the block's own coordinates
    Card card;
    bool last_column = true;  ///< nothing of the block lies to its right
};

/// A line from a parent to a child inside the block. Lines that share a rail do not overlap: each begins
/// where the one before it ends.
struct BlockLine {
    std::uint32_t child = 0;
    std::vector<base::Point> points;
};

/// Where a line from above enters a headless block, and what is drawn on from there for its first child.
struct BlockPort {
    base::Point at;
    std::uint32_t child = 0;
    std::vector<base::Point> onward;  ///< the rest of that child's line, after `at`
};

struct Block {
    base::Size size;
    std::vector<BlockBox> boxes;  ///< the head first, if there is one
    std::vector<BlockLine> lines;
    std::vector<BlockPort> ports;  ///< one at the head, or one for each column
    base::Point exit;              ///< where lines to further slots leave the head

    /// Upside down or left to right, for layouts that grow upwards or to the left. Texts stay as they are.
    void mirror(bool x, bool y);
};

/// One way to set a list.
struct BlockSize {
    std::size_t columns = 1;
    base::Size size;
    std::size_t long_names = 0;  ///< names that need more lines than one likes to read
};

struct BlockContent {
    bool has_head = false;
    std::uint32_t head = 0;
    Tier head_tier = Tier::head;
    bool beside = false;  ///< the list stands to the right of the head, not below it
    std::vector<ListItem> items;
};

/// The ways to set a list, fewest columns first; never empty. `width`: of a box that is not indented;
/// `head_width`: at least, and of a head alone or beside its list (0: as wide as the list). `guessed`:
/// heights are judged from the names' lengths, not measured.
std::vector<BlockSize> block_sizes(const BlockContent& content, const CardMaker& cards, double width,
                                   double head_width, bool guessed);
/// The head is at least `head_height` high, so that heads of one row match. `sideways`: lines enter from the
/// left.
Block make_block(const BlockContent& content, const CardMaker& cards, double width, double head_width,
                 std::size_t columns, double head_height, bool sideways);

}  // namespace shezhire::scene
