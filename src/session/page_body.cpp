// The page of an organization or a unit: its life, who it belongs to and who belongs to it, and all it has.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/words.h"
#include "session/page_writer.h"

namespace shezhire::session {
namespace {

/// Indices in the order of the days on which what they mean may have begun.
template <class Happening>
std::vector<std::uint32_t> by_date(std::span<const std::uint32_t> some, const std::vector<Happening>& all) {
    std::vector<std::uint32_t> order(some.begin(), some.end());
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return all[a].when.start_bounds().earliest < all[b].when.start_bounds().earliest;
    });
    return order;
}

class BodyPage {
  public:
    BodyPage(PageWriter& write, const model::Organization& body)
        : write_(write), body_(body), index_(*write.model().organization_index(body.id)) {}

    void put() {
        write_.page().subtitle = joined({kind_and_number(body_), write_.country(body_.country)});
        life();
        write_.definitions(body_);
        parents();
        changes();
        write_.disputes(body_);
        children(true);
        children(false);
        write_.statements_about(body_);
        memberships();
        members();
        relations();
        sites();
        offices();
        figures();
        events();
        write_.names(body_);
        write_.represented_in(body_);
        write_.notes(body_);
    }

  private:
    [[nodiscard]] std::string kind_and_number(const model::Organization& body) const {
        auto text = write_.label(body.kind);
        if (!body.notation.empty()) text += (text.empty() ? "" : " ") + body.notation;
        return text;
    }

    void life() {
        auto& life = write_.page().life;
        for (const auto& spell : body_.spells) {
            auto& line = life.emplace_back();
            line.text = write_.in_words(spell.when);
            line.spans = {spell.when};
            write_.evidence(line, spell.evidence->sources.empty() ? body_.evidence : spell.evidence);
        }
        for (const auto& phase : body_.phases) {
            auto& line = life.emplace_back();
            line.text = write_.heading_of(phase.phase);
            line.about = write_.in_words(phase.when);
            line.spans = {phase.when};
            line.go = Command{Verb::select, {phase.phase}};
            write_.evidence(line, phase.evidence);
        }
    }

    /// When a unit had a parent: as stated, else as long as the unit itself.
    static std::vector<edtf::Interval> spans_of(const model::Organization& unit,
                                                const model::Parent& parent) {
        if (parent.when != edtf::Interval{}) return {parent.when};
        std::vector<edtf::Interval> spans;
        for (const auto& spell : unit.spells) spans.push_back(spell.when);
        return spans;
    }

    void parents() {
        auto& block = write_.block(base::tr("Part of"));
        for (const auto& parent : body_.parents) {
            auto& line = write_.link(block, parent.organization);
            line.about = joined({write_.in_words(parent.when),
                                 parent.primary ? std::string() : base::tr("beside another parent")});
            line.spans = spans_of(body_, parent);
            write_.evidence(line, parent.evidence);
        }
    }

    void children(bool now) {
        auto& block = write_.block(now ? base::tr("Parts at this date") : base::tr("Parts at other times"));
        const auto& model = write_.model();
        const auto& when = write_.reading().when;
        const edtf::Bounds at{when.start_bounds().earliest, when.end_bounds().latest};
        for (const auto& child : model.children(index_)) {
            const auto& unit = model.organizations()[child.unit];
            const auto& parent = unit.parents[child.parent];
            const bool there = edtf::presence_over(parent.when, when) != edtf::Presence::no &&
                               model.presence(unit, at) != edtf::Presence::no;
            if (there != now || PageWriter::is_full(block)) continue;
            auto& line = write_.link(block, unit.id);
            line.spans = spans_of(unit, parent);
            std::string dates;
            for (const auto& span : line.spans) dates += (dates.empty() ? "" : ", ") + write_.in_words(span);
            line.about = joined({kind_and_number(unit), dates});
            write_.evidence(line, parent.evidence);
        }
    }

    void changes() {
        auto& block = write_.block(base::tr("Changes"));
        for (const auto at : by_date(write_.model().changes_of(index_), write_.model().changes())) {
            const auto& change = write_.model().changes()[at];
            auto& line = write_.link(block, change.id);
            line.text = joined({write_.in_words(change.when), write_.label(change.kind)});
            line.lang.clear();
            write_.evidence(line, change.evidence);
            if (const auto* note = write_.best(change.notes)) line.notes.push_back(note->second);
            others(block, change.originals, base::tr("from"));
            others(block, change.results, base::tr("into"));
        }
    }

    void others(Block& block, const std::vector<model::Id>& ids, const char* word) {
        for (const auto& id : ids) {
            if (id == body_.id) continue;
            auto& line = write_.link(block, id);
            line.number = word;
        }
    }

    void memberships() {
        auto& block = write_.block(base::tr("Member of"));
        for (const auto& entry : body_.memberships) {
            auto& line = write_.link(block, entry.organization);
            line.about = joined({write_.label(entry.role), write_.in_words(entry.when)});
            write_.evidence(line, entry.evidence);
        }
    }

    void members() {
        auto& block = write_.block(base::tr("Members"));
        for (const auto& ref : write_.model().members(index_)) {
            const auto& member = write_.model().organizations()[ref.body];
            const auto& entry = member.memberships[ref.entry];
            if (PageWriter::is_full(block)) continue;
            auto& line = write_.link(block, member.id);
            line.about = joined({write_.label(entry.role), write_.in_words(entry.when)});
            write_.evidence(line, entry.evidence);
        }
    }

    void relations() {
        auto& block = write_.block(base::tr("Relations"));
        for (const auto& entry : body_.links) {
            auto& line = write_.link(block, entry.to);
            line.about = joined({write_.label(entry.kind) + " →", write_.in_words(entry.when)});
            write_.evidence(line, entry.evidence);
        }
        for (const auto& ref : write_.model().links_to(index_)) {
            const auto& other = write_.model().organizations()[ref.body];
            const auto& entry = other.links[ref.entry];
            auto& line = write_.link(block, other.id);
            line.about = joined({"← " + write_.label(entry.kind), write_.in_words(entry.when)});
            write_.evidence(line, entry.evidence);
        }
    }

    void sites() {
        auto& block = write_.block(base::tr("Seats"));
        for (const auto& site : body_.sites) {
            auto& line = write_.line(block, site.place);
            line.about = joined({write_.country(site.country), write_.in_words(site.when)});
            write_.evidence(line, site.evidence);
        }
    }

    void offices() {
        auto& block = write_.block(base::tr("Offices"));
        for (const auto& office : body_.offices) {
            auto& line = write_.line(block, office.person);
            line.about = joined(
                {write_.label(office.office), write_.in_words(office.when), write_.country(office.country)});
            write_.evidence(line, office.evidence);
        }
    }

    void figures() {
        auto& block = write_.block(base::tr("Figures"));
        for (const auto& figure : body_.figures) {
            auto& line = write_.line(block, figure.value);
            line.about = joined({write_.label(figure.measure), write_.in_words(figure.when)});
            write_.evidence(line, figure.evidence);
        }
    }

    void events() {
        auto& block = write_.block(base::tr("Events"));
        const auto& model = write_.model();
        for (const auto i : by_date(model.events_of(index_), model.events())) {
            const auto& event = model.events()[i];
            if (PageWriter::is_full(block)) continue;
            auto& line = write_.link(block, event.id);
            line.about = joined({write_.in_words(event.when), event.location});
            write_.evidence(line, event.evidence);
        }
    }

    PageWriter& write_;
    const model::Organization& body_;
    std::uint32_t index_;
};

}  // namespace

void write_organization(PageWriter& write, const model::Organization& body) {
    BodyPage(write, body).put();
}

}  // namespace shezhire::session
