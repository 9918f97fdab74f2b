#include "session/shelf.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace shezhire::session {

void Shelf::put(PicturePtr picture) {
    if (!picture || picture->timeline) return;
    pictures_.remove_if(
        [&](const PicturePtr& other) { return same_but_date(other->request, picture->request); });
    pictures_.push_front(std::move(picture));
    std::size_t elements = 0;
    std::size_t count = 0;
    auto last = pictures_.begin();
    for (; last != pictures_.end(); ++last) {
        elements += (*last)->scene.elements.size();
        if (++count > most || (count > 1 && elements > most_elements)) break;
    }
    pictures_.erase(last, pictures_.end());
}

PicturePtr Shelf::find(const PictureRequest& request) {
    const auto found = std::find_if(pictures_.begin(), pictures_.end(), [&](const PicturePtr& picture) {
        return same_but_date(picture->request, request);
    });
    if (found == pictures_.end()) return nullptr;
    pictures_.splice(pictures_.begin(), pictures_, found);
    return pictures_.front();
}

bool Shelf::has(const PictureRequest& request) const {
    return std::any_of(pictures_.begin(), pictures_.end(),
                       [&](const PicturePtr& picture) { return same_but_date(picture->request, request); });
}

}  // namespace shezhire::session
