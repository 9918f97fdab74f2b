#include "paint/path_data.h"

#include "paint/xml.h"

namespace shezhire::paint {

void PathData::command(char letter) {
    if (letter != last_) out_.put(letter);
    last_ = letter;
}

void PathData::number(std::int64_t value) {
    const char before = out_.back();
    if (value >= 0 && before >= '0' && before <= '9') out_.put(' ');
    xml::append_hundredths(out_, value);
}

PathData::Whole PathData::whole(base::Point p) {
    return {xml::hundredths(p.x), xml::hundredths(p.y)};
}

void PathData::pair(Whole p) {
    number(p.x - at_.x);
    number(p.y - at_.y);
}

void PathData::move(base::Point to) {
    out_.put(last_ == 0 ? 'M' : 'm');
    const auto there = whole(to);
    pair(there);
    at_ = start_ = there;
    last_ = 'm';
}

void PathData::line(base::Point to) {
    const auto there = whole(to);
    const auto dx = there.x - at_.x;
    const auto dy = there.y - at_.y;
    if (dx == 0 && dy == 0) return;
    command(dy == 0 ? 'h' : dx == 0 ? 'v' : 'l');
    if (dx != 0) number(dx);
    if (dy != 0) number(dy);
    at_ = there;
}

void PathData::quadratic(base::Point control, base::Point to) {
    command('q');
    const auto there = whole(to);
    pair(whole(control));
    pair(there);
    at_ = there;
}

void PathData::cubic(base::Point first, base::Point second, base::Point to) {
    const auto out = whole(first);
    const auto in = whole(second);
    const auto there = whole(to);
    if (out == at_ && in == at_ && there == at_) return;  // a corner of radius 0
    command('c');
    pair(out);
    pair(in);
    pair(there);
    at_ = there;
}

void PathData::close() {
    out_.put('z');
    at_ = start_;
    last_ = 'z';
}

void append_path_data(Buffer& out, const scene::PathShape& shape, const Placement& placement) {
    PathData data(out);
    std::size_t next = 0;
    const auto left = [&] { return shape.points.size() - next; };
    const auto take = [&] { return shape.points[next++] * placement.scale + placement.offset; };
    for (const auto verb : shape.verbs) {
        switch (verb) {
            case scene::Verb::move:
                if (left() < 1) return;
                data.move(take());
                break;
            case scene::Verb::line:
                if (left() < 1) return;
                data.line(take());
                break;
            case scene::Verb::cubic: {
                if (left() < 3) return;
                const auto first = take();
                const auto second = take();
                data.cubic(first, second, take());
                break;
            }
            case scene::Verb::close:
                data.close();
                break;
        }
    }
}

}  // namespace shezhire::paint
