#include "ui/page_hand.h"

namespace shezhire::ui {
namespace {

session::Reading reading_of(const session::Session& session) {
    const auto& look = session.presentation();
    return {look.label_languages, look.language, session.view().when};
}

}  // namespace

const session::Page* PageHand::page(const session::Session& session) {
    auto reading = reading_of(session);
    const bool same_thing = id_ == session.selection() && model_ == session.model();
    turned = !same_thing;
    if (!same_thing || reading_ != reading) {
        if (!same_thing) {
            opened.clear();
            keys.turn();
        }
        heights.clear();
        keys.forget_places();
        model_ = session.model();
        id_ = session.selection();
        reading_ = std::move(reading);
        made_ = session::page_of(*model_, id_, reading_);
    }
    return made_ ? &*made_ : nullptr;
}

const session::Article* ArticleHand::article(const session::Session& session) {
    if (session.article().source.empty()) {
        made_.reset();
        model_.reset();
        return nullptr;
    }
    auto reading = reading_of(session);
    const bool same = model_ == session.model() && view_ == session.article();
    turned = !same;
    if (!same) seen.clear();
    if (!same || reading_ != reading) {
        heights.clear();
        model_ = session.model();
        view_ = session.article();
        reading_ = std::move(reading);
        made_ = session::article_of(*model_, view_.source, view_.only, reading_);
    }
    return made_ ? &*made_ : nullptr;
}

}  // namespace shezhire::ui
