// What the details pane remembers between frames: the page it has made, and what the hand has opened on it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "session/article.h"
#include "session/page.h"
#include "session/session.h"
#include "ui/part_keys.h"

namespace shezhire::ui {

/// The page of the selection, made anew only when something it says may have changed.
class PageHand {
  public:
    const session::Page* page(const session::Session& session);

    std::set<std::string> opened;  ///< headings whose long lists are shown whole
    std::vector<float> heights;    ///< of the lines, px, as they were last drawn; 0 = not yet
    float width = 0;               ///< that the heights hold for
    bool turned = false;           ///< another thing's page since the last frame: begin at its top
    PartKeys keys;

  private:
    std::optional<session::Page> made_;
    model::ModelPtr model_;
    session::Reading reading_;
    std::string id_;
};

/// The same for what a source states.
class ArticleHand {
  public:
    const session::Article* article(const session::Session& session);

    std::vector<float> heights;
    float width = 0;
    bool turned = false;
    std::string seen;  ///< the selection that the view has scrolled to

  private:
    std::optional<session::Article> made_;
    model::ModelPtr model_;
    session::Reading reading_;
    session::ArticleView view_;
};

}  // namespace shezhire::ui
