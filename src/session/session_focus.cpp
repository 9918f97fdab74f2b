// What is shown of the whole: nearness to one body, filters, and taking back what was hidden.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "base/words.h"
#include "session/session.h"

namespace shezhire::session {
namespace {

constexpr int most_hops = 9;

std::optional<int> hops_from(std::string_view text) {
    if (text.size() != 1 || text[0] < '1' || text[0] > '0' + most_hops) return std::nullopt;
    return text[0] - '0';
}

}  // namespace

void Session::focus(const Command& command) {
    const bool path = command.verb == Verb::path;
    const std::size_t place_of_id = path ? 0 : 1;
    const auto hops = path ? std::optional(0) : hops_from(command.arguments.front());
    if (!hops) {
        return say(base::Severity::warning, fmt::format(fmt::runtime(base::tr("{} is used as: {}")), "hops",
                                                        spec_of(Verb::hops).arguments));
    }
    auto around = command.arguments.size() > place_of_id ? command.arguments[place_of_id] : selection_;
    if (around.empty()) around = view_.focus.around;
    if (around.empty()) return say(base::Severity::note, base::tr("Select something first."));
    if (!knows(around)) return;
    auto next = view_;
    const bool again = view_.focus.around == around && view_.focus.hops == *hops;
    next.focus = again ? graph::Focus{} : graph::Focus{around, *hops, {}};
    if (!again && view_.view == View::structure &&
        loaded_.model->presence(*loaded_.model->organization(around), at()) == edtf::Presence::no)
        return reveal(around);
    anchor_ = around;
    fitted_ = true;
    change(std::move(next));
}

void Session::keep_only(const Command& command) {
    const auto refuse = [&] {
        say(base::Severity::warning, fmt::format(fmt::runtime(base::tr("{} is used as: {}")), "filter",
                                                 spec_of(Verb::filter).arguments));
    };
    auto next = view_;
    auto& filter = next.filter;
    const auto& facet = command.arguments.front();
    const std::set<std::string> values(command.arguments.begin() + 1, command.arguments.end());
    if (facet == "text") {
        filter.text.clear();
        for (std::size_t i = 1; i < command.arguments.size(); ++i)
            filter.text += (i > 1 ? " " : "") + command.arguments[i];
    } else if (facet == "country") {
        filter.countries = values;
    } else if (facet == "scope") {
        filter.scopes = values;
    } else if (facet == "source") {
        filter.sources = values;
    } else if (facet == "founded") {
        if (values.size() > 1) return refuse();
        filter.founded.reset();
        if (!values.empty()) {
            auto read = edtf::parse_interval(*values.begin());
            if (!read) return say(base::Severity::warning, read.error().sentence);
            filter.founded = read->value;
        }
    } else {
        return refuse();
    }
    anchor_ = selection_;
    change(std::move(next));
}

void Session::show_again(const Command& command) {
    auto next = view_;
    for (const auto& id : command.arguments) {
        next.filter.hidden.erase(id);
        next.filter.hidden_kinds.erase(id);
    }
    anchor_ = selection_;
    change(std::move(next));
}

void Session::set_outline_order(const Command& command) {
    const auto& name = command.arguments.front();
    if (name != "order" && name != "name" && name != "founding") {
        return say(base::Severity::warning,
                   fmt::format(fmt::runtime(base::tr("{} is used as: {}")), "outline-order",
                               spec_of(Verb::outline_order).arguments));
    }
    presentation_.outline_order = name == "name"       ? OutlineOrder::name
                                  : name == "founding" ? OutlineOrder::founding
                                                       : OutlineOrder::order;
}

void Session::open_overlay(Overlay overlay, std::string text) {
    overlay_ = overlay;
    overlay_text_ = std::move(text);
}

// From the outermost inwards: what lies over the window, what was said, what is searched, what is read in
// place of the picture, what is near, what is selected.
void Session::back_one_level() {
    if (overlay_ != Overlay::none) {
        overlay_ = Overlay::none;
    } else if (playing_) {
        play(false);
    } else if (!messages_.empty()) {
        messages_.pop_back();
    } else if (!search_text_.empty()) {
        search({});
    } else if (!article_.source.empty()) {
        article_ = {};
    } else if (view_.table && !table_choice().match.empty()) {
        table_command({Verb::table_match, {}});
    } else if (view_.table) {
        table_command({Verb::table, {"off"}});
    } else if (view_.focus.any()) {
        auto next = view_;
        next.focus = {};
        anchor_ = selection_;
        fitted_ = true;
        change(std::move(next));
    } else {
        select({});
    }
}

}  // namespace shezhire::session
