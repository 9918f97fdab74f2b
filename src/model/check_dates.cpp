#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "model/checks.h"
#include "model/spans.h"

namespace shezhire::model {
namespace {

class Dates {
  public:
    explicit Dates(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void order(const Thing& thing, const edtf::Interval& when, std::string_view what) {
        if (!when.ends_before_it_begins()) return;
        diagnostics_.add(base::Severity::error, thing.place, "model.ends-before-begins",
                         fmt::format("{} of {} ends before it begins: {}; it is kept, but never certain",
                                     what, in_quotes(thing.id), in_quotes(when.text())));
    }

    template <class Entry>
    void each_order(const Thing& thing, const base::Few<Entry>& entries, std::string_view what) {
        for (const auto& entry : entries) order(thing, entry.when, what);
    }

    template <class Entry>
    void each_inside(const Organization& body, const base::Few<Entry>& entries, std::string_view what) {
        if (body.spells.empty()) return;
        for (const auto& entry : entries) {
            if (is_unstated(entry.when) || entry.when.ends_before_it_begins()) continue;
            const auto days = outer(entry.when);
            if (std::any_of(body.spells.begin(), body.spells.end(),
                            [&](const Spell& spell) { return touch(days, outer(spell.when)); })) {
                continue;
            }
            diagnostics_.add(
                base::Severity::warning, body.place, "model.outside-life",
                fmt::format("{} of {} lies wholly outside the body's own existence: {} is not in {}", what,
                            in_quotes(body.id), in_quotes(entry.when.text()), existence(body)));
        }
    }

  private:
    static std::string existence(const Organization& body) {
        std::string all;
        for (const auto& spell : body.spells) {
            if (!all.empty()) all += ", ";
            all += spell.when.text();
            if (all.size() > 80) break;
        }
        return in_quotes(all);
    }

    base::Diagnostics& diagnostics_;
};

}  // namespace

void check_dates(const Draft& draft, base::Diagnostics& diagnostics) {
    Dates dates(diagnostics);
    for_each_thing(draft,
                   [&](const Thing& thing, ThingRef) { dates.each_order(thing, thing.names, "a name"); });
    for (const auto& body : draft.organizations) {
        dates.each_order(body, body.spells, "the existence");
        dates.each_order(body, body.parents, "a parent");
        dates.each_order(body, body.memberships, "a membership");
        dates.each_order(body, body.links, "a link");
        dates.each_order(body, body.sites, "a site");
        dates.each_order(body, body.offices, "an office");
        dates.each_order(body, body.figures, "a figure");
        dates.each_order(body, body.phases, "a phase");
        dates.each_inside(body, body.names, "a name");
        dates.each_inside(body, body.parents, "a parent");
        dates.each_inside(body, body.memberships, "a membership");
    }
    for (const auto& entry : draft.concepts) dates.each_order(entry, entry.figures, "a figure");
    for (const auto& change : draft.changes) dates.order(change, change.when, "the date");
    for (const auto& event : draft.events) dates.order(event, event.when, "the date");
}

}  // namespace shezhire::model
