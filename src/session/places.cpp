#include "session/places.h"

#include <utility>

namespace shezhire::session {

void Places::visit(Visited place, bool walking) {
    const bool replaces = walking && walked_;
    walked_ = walking;
    if (places_.empty()) {
        places_.push_back(std::move(place));
        at_ = 0;
        return;
    }
    if (places_[at_].selection == place.selection) {
        places_[at_] = std::move(place);
        return;
    }
    places_.resize(at_ + 1);
    if (replaces) {
        places_[at_] = std::move(place);
        return;
    }
    if (places_.size() == limit) places_.erase(places_.begin());
    places_.push_back(std::move(place));
    at_ = places_.size() - 1;
}

void Places::update(const Visited& place) {
    if (!places_.empty() && places_[at_].selection == place.selection) places_[at_] = place;
}

bool Places::can_go_back(const std::string& from) const {
    return !places_.empty() && (at_ > 0 || places_[at_].selection != from);
}

bool Places::can_go_forward() const {
    return at_ + 1 < places_.size();
}

std::optional<Visited> Places::back(const std::string& from) {
    if (!can_go_back(from)) return std::nullopt;
    walked_ = false;
    if (places_[at_].selection == from) --at_;
    return places_[at_];
}

std::optional<Visited> Places::forward() {
    if (!can_go_forward()) return std::nullopt;
    walked_ = false;
    return places_[++at_];
}

void Places::keep_if(const std::function<bool(const std::string& id)>& exists) {
    std::vector<Visited> kept;
    std::size_t at = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (!exists(places_[i].selection)) continue;
        if (i <= at_) at = kept.size();
        kept.push_back(std::move(places_[i]));
    }
    places_ = std::move(kept);
    at_ = at;
}

void Places::clear() {
    places_.clear();
    at_ = 0;
    walked_ = false;
}

}  // namespace shezhire::session
