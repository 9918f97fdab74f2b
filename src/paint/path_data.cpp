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

void PathData::pair(base::Point p) {
    number(xml::hundredths(p.x) - x_);
    number(xml::hundredths(p.y) - y_);
}

void PathData::go(base::Point p) {
    x_ = xml::hundredths(p.x);
    y_ = xml::hundredths(p.y);
}

void PathData::move(base::Point to) {
    out_.put(last_ == 0 ? 'M' : 'm');
    pair(to);
    go(to);
    start_x_ = x_;
    start_y_ = y_;
    last_ = 'm';
}

void PathData::line(base::Point to) {
    const auto dx = xml::hundredths(to.x) - x_;
    const auto dy = xml::hundredths(to.y) - y_;
    if (dx == 0 && dy == 0) return;
    command(dy == 0 ? 'h' : dx == 0 ? 'v' : 'l');
    if (dx != 0) number(dx);
    if (dy != 0) number(dy);
    go(to);
}

void PathData::quadratic(base::Point control, base::Point to) {
    command('q');
    pair(control);
    pair(to);
    go(to);
}

void PathData::cubic(base::Point first, base::Point second, base::Point to) {
    const auto stays = [&](base::Point p) {
        return xml::hundredths(p.x) == x_ && xml::hundredths(p.y) == y_;
    };
    if (stays(first) && stays(second) && stays(to)) return;  // a corner of radius 0
    command('c');
    pair(first);
    pair(second);
    pair(to);
    go(to);
}

void PathData::close() {
    out_.put('z');
    x_ = start_x_;
    y_ = start_y_;
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
