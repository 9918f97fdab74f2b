#include "io/order.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "io/dataset.h"
#include "model/entries.h"

namespace shezhire::io {
namespace {

bool is_plain(const model::Name& name) {
    return name.when == edtf::Interval{} && name.status == model::NameStatus::attested &&
           name.evidence == model::Evidence{} && name.extras.empty();
}

/// The place of each language among those that are seen.
class Languages {
  public:
    std::size_t place(std::string_view language) {
        const auto found = std::find(seen_.begin(), seen_.end(), language);
        const auto place = static_cast<std::size_t>(found - seen_.begin());
        if (found == seen_.end()) seen_.push_back(language);
        return place;
    }

  private:
    std::vector<std::string_view> seen_;
};

template <class T, class Key>
void order_by(base::Few<T>& entries, const std::vector<Key>& keys) {
    if (std::is_sorted(keys.begin(), keys.end())) return;
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    base::Few<T> sorted;
    sorted.reserve(entries.size());
    for (const auto i : order) sorted.push_back(std::move(entries[i]));
    entries = std::move(sorted);
}

edtf::Bounds core(const edtf::Interval& when) {
    const edtf::Bounds inner{when.start_bounds().latest, when.end_bounds().earliest};
    const bool open_start = when.start_kind() != edtf::EndKind::date;
    const bool open_end = when.end_kind() != edtf::EndKind::date;
    const edtf::Bounds reached{open_start ? edtf::beginning_of_time : inner.earliest,
                               open_end ? edtf::end_of_time : inner.latest};
    if (reached.earliest < reached.latest) return reached;
    return {when.start_bounds().earliest, when.end_bounds().latest};
}

void order_entry_notes(base::Shared<model::Evidence>& evidence) {
    if (evidence->notes.get().size() < 2) return;
    auto notes = evidence->notes.get();
    order_texts(notes);
    evidence.change().notes = std::move(notes);
}

template <class T>
void sort_by_id(std::vector<T>& things) {
    std::stable_sort(things.begin(), things.end(), [](const T& a, const T& b) { return a.id < b.id; });
    for (auto& thing : things) {
        model::for_each_evidence(
            thing, [](model::Field, std::size_t, auto& evidence) { order_entry_notes(evidence); });
        order_names(thing.names);
        order_texts(thing.notes);
        order_texts(thing.definitions);
    }
}

}  // namespace

std::vector<NameField> name_fields(const base::Few<model::Name>& names) {
    std::vector<NameField> fields;
    fields.reserve(names.size());
    std::vector<std::string_view> preferred;
    for (const auto& name : names) {
        auto field = NameField::labels;
        if (is_plain(name)) {
            switch (name.role) {
                case model::NameRole::alternative:
                    field = NameField::alternative;
                    break;
                case model::NameRole::acronym:
                    field = NameField::acronym;
                    break;
                case model::NameRole::preferred:
                    if (std::find(preferred.begin(), preferred.end(), name.lang) == preferred.end()) {
                        preferred.push_back(name.lang);
                        field = NameField::preferred;
                    }
            }
        }
        fields.push_back(field);
    }
    return fields;
}

void order_names(base::Few<model::Name>& names) {
    if (names.size() < 2) return;
    const auto fields = name_fields(names);
    Languages languages[3];
    std::vector<std::pair<NameField, std::size_t>> keys;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool in_map = fields[i] != NameField::labels;
        keys.emplace_back(fields[i],
                          in_map ? languages[static_cast<int>(fields[i])].place(names[i].lang) : 0);
    }
    order_by(names, keys);
}

void order_texts(model::LanguageMap& texts) {
    if (texts.size() < 2) return;
    Languages languages;
    std::vector<std::size_t> keys;
    for (const auto& [language, text] : texts) keys.push_back(languages.place(language));
    order_by(texts, keys);
}

// Spans that only meet at a vague date ("1977/2009", then "2009/..") are a move, not two parents at once:
// only the days on which both certainly hold count, and an end that is not known reaches on.
bool PrimaryDefault::for_next(const edtf::Interval& when) const {
    const auto days = core(when);
    auto next = taken_.lower_bound(days.latest);
    return next == taken_.begin() || std::prev(next)->second <= days.earliest;
}

void PrimaryDefault::took(const model::Parent& parent) {
    if (!parent.primary) return;
    auto days = core(parent.when);
    auto first = taken_.upper_bound(days.earliest);
    if (first != taken_.begin() && std::prev(first)->second >= days.earliest) --first;
    auto past = first;
    for (; past != taken_.end() && past->first <= days.latest; ++past) {
        days.earliest = std::min(days.earliest, past->first);
        days.latest = std::max(days.latest, past->second);
    }
    taken_.erase(first, past);
    taken_[days.earliest] = days.latest;
}

model::Draft as_written(model::Draft draft) {
    model::FileHead head;
    for (auto& file : draft.files) {
        if (head.titles.empty()) head.titles = std::move(file.titles);
        for (auto& id : file.roots) {
            if (std::find(head.roots.begin(), head.roots.end(), id) == head.roots.end())
                head.roots.push_back(std::move(id));
        }
        // What was imported stands beside it now.
        for (auto& [name, json] : file.extras) {
            const auto same = [&name = name](const auto& other) { return other.first == name; };
            if (name != "@graph" && std::any_of(head.extras.begin(), head.extras.end(), same)) continue;
            head.extras.emplace_back(std::move(name), std::move(json));
        }
    }
    order_texts(head.titles);
    std::stable_sort(head.extras.begin(), head.extras.end(), [](const auto& a, const auto& b) {
        return (a.first == "@graph") < (b.first == "@graph");
    });
    draft.files.clear();
    draft.files.push_back(std::move(head));
    sort_by_id(draft.organizations);
    sort_by_id(draft.changes);
    sort_by_id(draft.events);
    sort_by_id(draft.concepts);
    sort_by_id(draft.schemes);
    sort_by_id(draft.sources);
    sort_by_id(draft.statements);
    return draft;
}

}  // namespace shezhire::io
