#include "io/json_outline.h"

#include <fmt/format.h>

namespace shezhire::io {

bool JsonOutline::walk() {
    if (scan_.peek() == '\0' && scan_.at_end()) {
        scan_.fault(0, "json.empty",
                    "the file is empty; a native file is a JSON object { … } (docs/data.md)");
        return false;
    }
    if (scan_.peek() != '{') {
        scan_.fault(scan_.position(), "json.syntax",
                    "a native file is a JSON object and begins with “{” (docs/data.md); nothing was read");
        return false;
    }
    scan_.advance();
    head();
    if (scan_.peek() != '\0' || !scan_.at_end()) {
        scan_.fault(scan_.position(), "json.syntax",
                    "nothing may follow the closing “}”; the rest was not read");
    }
    return graph_seen_;
}

/// Behind the first "{", up to behind the last "}".
void JsonOutline::head() {
    bool first = true;
    needs_comma_ = false;
    for (;; first = false) {
        const char c = scan_.peek();
        if (scan_.at_end()) {
            truncated();
            return;
        }
        if (c == '}') {
            if (!first && !needs_comma_)
                scan_.fault(scan_.position(), "json.syntax", "a comma too many before this “}”");
            scan_.advance();
            return;
        }
        if (c == ',') {
            if (!needs_comma_) scan_.fault(scan_.position(), "json.syntax", "a comma too many");
            needs_comma_ = false;
            scan_.advance();
        } else if (c == '"') {
            if (needs_comma_) scan_.fault(scan_.position(), "json.syntax", "a comma is missing before this");
            head_member();
        } else if (c == '{' && graph_seen_) {
            scan_.fault(scan_.position(), "json.syntax", "“@graph” was closed by a “]” too many before this");
            elements();
        } else {
            scan_.fault(scan_.position(), "json.syntax", "a name in quotes was expected here");
            step_over();
        }
    }
}

void JsonOutline::head_member() {
    TextSpan key{scan_.position(), 0};
    const bool sound = scan_.string();
    key.end = scan_.position();
    needs_comma_ = true;
    if (scan_.peek() != ':') {
        if (sound) scan_.fault(scan_.position(), "json.syntax", "“:” and a value were expected here");
        return;
    }
    scan_.advance();
    const char c = scan_.peek();
    if (c == '[' && text_.view(key) == "\"@graph\"") {
        if (graph_seen_) {
            scan_.fault(key.begin, "json.duplicate-key",
                        "“@graph” stands here a second time; both lists are read");
        }
        graph_seen_ = true;
        scan_.advance();
        needs_comma_ = false;
        elements();
        return;
    }
    if (scan_.at_end() || c == ',' || c == '}' || c == ']' || c == ':') {
        scan_.fault(scan_.position(), "json.syntax", "a value was expected here");
        return;
    }
    const auto value = scan_.value(1);
    if (value.sound && sound) handler_.member(key, value.span);
}

/// Behind the "[" of the graph, up to behind its "]".
void JsonOutline::elements() {
    bool first = !needs_comma_;
    for (;; first = false) {
        const char c = scan_.peek();
        if (scan_.at_end()) {
            truncated();
            return;
        }
        if (c == ']') {
            if (!first && !needs_comma_)
                scan_.fault(scan_.position(), "json.syntax", "a comma too many before this “]”");
            scan_.advance();
            needs_comma_ = true;
            return;
        }
        if (c == ',') {
            if (!needs_comma_) scan_.fault(scan_.position(), "json.syntax", "a comma too many");
            needs_comma_ = false;
            scan_.advance();
        } else if (c == '}' || c == ':') {
            scan_.fault(scan_.position(), "json.syntax",
                        fmt::format("“{}” is out of place between the things of “@graph”", c));
            scan_.advance();
            if (!resume_at_next_like(last_element_, text_.size())) needs_comma_ = true;
        } else {
            if (needs_comma_) scan_.fault(scan_.position(), "json.syntax", "a comma is missing before this");
            element();
        }
    }
}

void JsonOutline::element() {
    const auto value = scan_.value(2);
    needs_comma_ = true;
    if (text_[value.span.begin] == '{') {
        last_element_ = value.span.begin;
    } else if (scan_.peek() == ':') {
        return;  // a member of a thing that was closed too early; told at the colon
    }
    if (value.sound) {
        handler_.element(value.span);
    } else {
        scanned_twice_ += value.span.size();
        resume_at_next_like(value.span.begin, value.closed ? value.span.end : text_.size());
    }
}

/// Goes on at the next line before `limit` that begins as the line of the thing at `begin` does, with as many
/// blanks and a
/// "{": a thing whose brackets or quotes are wrong has swallowed what follows. False, and nothing changed,
/// where there is no such line, or where this was done so often that it would take long.
bool JsonOutline::resume_at_next_like(std::size_t begin, std::size_t limit) {
    if (scanned_twice_ > 4 * text_.size()) return false;
    const auto all = text_.all().substr(0, limit);
    const auto newline = all.substr(0, begin).rfind('\n');
    if (newline == std::string_view::npos) return false;
    const auto indent = all.substr(newline, begin - newline);
    if (indent.find_first_not_of(" \t", 1) != std::string_view::npos) return false;
    const auto found = all.find(std::string(indent) + "{", begin + 1);
    if (found == std::string_view::npos) return false;
    scan_.go_to(found + indent.size());
    needs_comma_ = false;
    return true;
}

/// To the next place from which it may go on.
void JsonOutline::step_over() {
    needs_comma_ = true;
    if (scan_.peek() == '{' || scan_.peek() == '[') {
        scan_.value(1);
        return;
    }
    scan_.advance();
    while (!scan_.at_end() && std::string_view(",}\"").find(scan_.peek()) == std::string_view::npos)
        scan_.advance();
}

void JsonOutline::truncated() {
    scan_.fault(text_.size(), "json.truncated",
                "the file ends before its last “}”; it was cut off, or a closing bracket is missing");
}

}  // namespace shezhire::io
