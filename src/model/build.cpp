// From a draft to a frozen model: the checks in their order, then the indexes.
#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "model/checks.h"
#include "model/days.h"
#include "model/index.h"
#include "model/model.h"
#include "model/statements.h"

namespace shezhire::model {
namespace {

Rows<ChildRef> children_of(const Draft& draft, const IdMap& ids) {
    std::vector<Rows<ChildRef>::Entry> entries;
    for (std::uint32_t unit = 0; unit < draft.organizations.size(); ++unit) {
        const auto& parents = draft.organizations[unit].parents;
        for (std::uint32_t slot = 0; slot < parents.size(); ++slot) {
            entries.push_back({ids.at(parents[slot].organization).index, {unit, slot}});
        }
    }
    return {draft.organizations.size(), entries};
}

/// Whoever is named twice by one thing is entered once.
class Mentions {
  public:
    Mentions(const Draft& draft, const IdMap& ids) : draft_(draft), ids_(ids) {}

    void add(std::uint32_t thing, const std::vector<Id>& organizations) {
        for (const auto& id : organizations) {
            const auto index = ids_.at(id).index;
            if (const auto [at, is_new] = last_.try_emplace(index, thing); !is_new) {
                if (at->second == thing) continue;
                at->second = thing;
            }
            entries_.push_back({index, thing});
        }
    }
    [[nodiscard]] Rows<std::uint32_t> rows() const { return {draft_.organizations.size(), entries_}; }

  private:
    const Draft& draft_;
    const IdMap& ids_;
    std::unordered_map<std::uint32_t, std::uint32_t> last_;  // the thing that named an organization last
    std::vector<Rows<std::uint32_t>::Entry> entries_;
};

Rows<std::uint32_t> changes_of(const Draft& draft, const IdMap& ids) {
    Mentions mentions(draft, ids);
    for (std::uint32_t i = 0; i < draft.changes.size(); ++i) {
        mentions.add(i, draft.changes[i].originals);
        mentions.add(i, draft.changes[i].results);
    }
    return mentions.rows();
}

Rows<std::uint32_t> events_of(const Draft& draft, const IdMap& ids) {
    Mentions mentions(draft, ids);
    for (std::uint32_t i = 0; i < draft.events.size(); ++i) mentions.add(i, draft.events[i].organizations);
    return mentions.rows();
}

/// Entries of one list of every body, by the organization that they name.
template <class Entry>
Rows<EntryRef> named_by(const Draft& draft, const IdMap& ids, base::Few<Entry> Organization::*list,
                        Id Entry::*names) {
    std::vector<Rows<EntryRef>::Entry> entries;
    for (std::uint32_t body = 0; body < draft.organizations.size(); ++body) {
        const auto& of_body = draft.organizations[body].*list;
        for (std::uint32_t entry = 0; entry < of_body.size(); ++entry) {
            const auto ref = ids.at(of_body[entry].*names);
            if (ref.type == ThingType::organization) entries.push_back({ref.index, {body, entry}});
        }
    }
    return {draft.organizations.size(), entries};
}

std::vector<Id> roots_of(const Draft& draft) {
    std::vector<Id> roots;
    std::unordered_set<std::string_view> taken;
    for (const auto& head : draft.files) {
        for (const auto& id : head.roots) {
            if (taken.insert(id).second) roots.push_back(id);
        }
    }
    if (!roots.empty()) return roots;
    for (const auto& body : draft.organizations) {
        if (body.parents.empty() && taken.insert(body.id).second) roots.push_back(body.id);
    }
    return roots;
}

std::vector<std::string> languages_of(const Draft& draft) {
    std::unordered_map<std::string_view, std::size_t> counts;
    for_each_thing(draft, [&](const Thing& thing, ThingRef) {
        for (const auto& name : thing.names) {
            if (name.lang != "und") ++counts[name.lang];
        }
    });
    std::vector<std::pair<std::string_view, std::size_t>> sorted(counts.begin(), counts.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    std::vector<std::string> languages;
    for (const auto& [language, count] : sorted) languages.emplace_back(language);
    return languages;
}

}  // namespace

struct ModelBuilder {
    static ModelPtr build(Draft draft, base::Diagnostics& diagnostics) {
        const std::shared_ptr<Model> model(new Model);
        model->draft_ = std::move(draft);
        auto& facts = model->draft_;
        const auto index = std::make_shared<Model::Index>();
        index->ids = drop_duplicate_ids(facts, diagnostics);
        check_references(facts, index->ids, diagnostics);
        check_dates(facts, diagnostics);
        drop_parent_cycles(facts, index->ids, diagnostics);
        check_entries(facts, index->ids, diagnostics);
        index->children = children_of(facts, index->ids);
        index->changes = model::changes_of(facts, index->ids);
        index->events = model::events_of(facts, index->ids);
        index->members = named_by(facts, index->ids, &Organization::memberships, &Membership::organization);
        index->links_to = named_by(facts, index->ids, &Organization::links, &Link::to);
        index->statements = statement_lists(facts, index->ids);
        model->index_ = index;
        model->roots_ = roots_of(facts);
        model->languages_ = languages_of(facts);
        model->change_days_ = change_days_of(facts);
        return model;
    }
};

ModelPtr Model::build(Draft draft, base::Diagnostics& diagnostics) {
    return ModelBuilder::build(std::move(draft), diagnostics);
}

}  // namespace shezhire::model
