#include "export/sheet.h"

#include <algorithm>
#include <utility>

namespace shezhire::exporting {
namespace {

constexpr double mm = 72 / 25.4;

bool meets(const base::Rect& a, const base::Rect& b) {
    return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

}  // namespace

base::Size paper_of(Page page) {
    switch (page) {
        case Page::a4:
            return {210 * mm, 297 * mm};
        case Page::a3:
            return {297 * mm, 420 * mm};
        case Page::wide:
            return {960, 540};
        case Page::scene:
            break;
    }
    return {};
}

scene::Scene cropped(const scene::Scene& scene, const base::Rect& area) {
    scene::Scene part;
    part.size = area.size();
    part.background = scene.background;
    part.title = scene.title;
    part.description = scene.description;
    part.lang = scene.lang;
    const base::Point by = base::Point{} - area.top_left();
    for (const auto& element : scene.elements) {
        if (!meets(element.box, area)) continue;
        part.elements.push_back(element);
        part.elements.back().origin = element.origin + by;
        part.elements.back().box = element.box.moved(by);
    }
    return part;
}

base::Rect ink_of(const scene::Scene& scene) {
    auto ink = base::Rect::nothing();
    for (const auto& element : scene.elements) {
        if (element.role != scene::Role::background && !element.box.empty()) ink = ink.united(element.box);
    }
    // What a crop cut through sticks out of the picture.
    return {std::max(ink.left, 0.0), std::max(ink.top, 0.0), std::min(ink.right, scene.size.width),
            std::min(ink.bottom, scene.size.height)};
}

Sheet sheet_for(Page page, base::Size picture, const base::Rect& ink) {
    const double width = std::max(picture.width, 1.0);
    const double height = std::max(picture.height, 1.0);
    if (page == Page::scene) {
        constexpr double largest = 14'400;
        const double shrink = std::min({1.0, largest / width, largest / height});
        const base::Size size{width * shrink, height * shrink};
        return {size, base::Rect::at({}, size)};
    }
    const bool has_ink = ink.width() > 0 && ink.height() > 0;
    const auto seen = has_ink ? ink : base::Rect{0, 0, width, height};
    base::Size paper = paper_of(page);
    if (page != Page::wide && seen.width() > seen.height()) std::swap(paper.width, paper.height);
    constexpr double margin = 12 * mm;
    constexpr double most = 2;
    const double scale = std::min(
        {(paper.width - 2 * margin) / seen.width(), (paper.height - 2 * margin) / seen.height(), most});
    const auto corner = base::Point{paper.width / 2, paper.height / 2} - seen.centre() * scale;
    return {paper, base::Rect::at(corner, {width * scale, height * scale})};
}

}  // namespace shezhire::exporting
