#include "graph/fates.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "graph/view.h"

namespace shezhire::graph {
namespace {

using Places = std::unordered_map<std::string_view, std::size_t>;

void add_once(std::vector<std::string>& list, const std::string& id) {
    if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

bool names(const std::vector<model::Id>& list, std::string_view id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

class FateFinder {
  public:
    FateFinder(std::vector<Compared>& bodies, const model::Model& model, const Question& question,
               const edtf::Interval& before)
        : bodies_(bodies),
          model_(model),
          question_(question),
          before_(before),
          since_(before.start_bounds().earliest),
          until_(question.when.end_bounds().latest) {
        if (until_ < since_) std::swap(since_, until_);
        for (std::size_t i = 0; i < bodies.size(); ++i) place_of_.emplace(bodies[i].id, i);
    }

    void find() {
        for (auto& body : bodies_) {
            if (body.before.there()) follow(body);
        }
        for (auto& body : bodies_) {
            if (body.before.there() && body.after.there()) find_name_change(body);
            body.moved = body.before.there() && body.after.there() && body.before.parent != body.after.parent;
        }
        for (auto& body : bodies_) body.fate = fate_of(body);
    }

  private:
    [[nodiscard]] bool between(const model::Change& change) const {
        return change.when.end_bounds().latest >= since_ && change.when.start_bounds().earliest <= until_;
    }

    [[nodiscard]] Compared* there_after(const std::string& id) {
        const auto found = place_of_.find(id);
        if (found == place_of_.end() || !bodies_[found->second].after.there()) return nullptr;
        return &bodies_[found->second];
    }

    /// Along the changes that name a body as what there was before, to bodies that are there afterwards.
    void follow(Compared& body) {
        std::vector<std::string> open{body.id};
        std::unordered_set<std::string> seen{body.id};
        for (std::size_t next = 0; next < open.size(); ++next) {
            const auto id = open[next];
            const auto index = model_.organization_index(id);
            if (!index) continue;
            for (const auto at : model_.changes_of(*index)) {
                const auto& change = model_.changes()[at];
                if (!names(change.originals, id) || !between(change)) continue;
                // Who goes on takes part in a change only by what else came of it.
                const bool goes_on = names(change.results, id);
                if (id == body.id && goes_on && !body.after.there()) continue;
                for (const auto& result : change.results) {
                    if (!seen.insert(result).second) continue;
                    auto* target = there_after(result);
                    if (target == nullptr) {
                        if (!body.after.there()) open.push_back(result);
                        continue;
                    }
                    // Two that both go on have only met.
                    if (body.after.there() && target->before.there()) continue;
                    add_once(target->from, body.id);
                    add_once(target->changes, change.id);
                    if (!body.after.there()) add_once(body.into, result);
                    add_once(body.changes, change.id);
                }
                if (change.results.empty()) add_once(body.changes, change.id);
            }
        }
    }

    /// A name in one language against the name in the same language: a missing translation is no renaming.
    void find_name_change(Compared& body) {
        const auto* organization = model_.organization(body.id);
        if (organization == nullptr) return;
        const auto then = Moment(before_).label_bounds(*organization);
        const auto now = Moment(question_.when).label_bounds(*organization);
        auto languages = question_.languages;
        for (const auto& further : {body.after.lang, body.before.lang}) languages.push_back(further);
        for (const auto& language : languages) {
            const std::array<std::string, 1> only{language};
            const auto* old_name = model::name_at(*organization, then, only);
            const auto* new_name = model::name_at(*organization, now, only);
            if (old_name == nullptr || new_name == nullptr) continue;
            if (old_name->lang != language || new_name->lang != language) continue;
            if (old_name->text == new_name->text) continue;
            body.renamed = true;
            body.old_name = old_name->text;
            body.new_name = new_name->text;
            for (const auto at : model_.changes_of(*model_.organization_index(body.id))) {
                const auto& change = model_.changes()[at];
                if (names(change.originals, body.id) && names(change.results, body.id) && between(change))
                    add_once(body.changes, change.id);
            }
            return;
        }
    }

    [[nodiscard]] Fate fate_of(const Compared& body) const {
        if (body.before.there() && body.after.there())
            return body.moved ? Fate::moved : body.renamed ? Fate::renamed : Fate::unchanged;
        if (body.before.there()) {
            if (body.into.empty()) return Fate::gone;
            if (body.into.size() > 1) return Fate::split;
            const auto& target = at(body.into.front());
            return target.before.there() || target.from.size() > 1 ? Fate::merged : Fate::became;
        }
        if (body.from.empty()) return Fate::added;
        const auto wholly = [&](const std::string& id) {
            const auto& origin = at(id);
            return !origin.after.there() && origin.into.size() == 1;
        };
        const bool any_wholly = std::any_of(body.from.begin(), body.from.end(), wholly);
        if (body.from.size() == 1) return any_wholly ? Fate::became : Fate::split;
        return any_wholly ? Fate::merged : Fate::split;
    }

    [[nodiscard]] const Compared& at(const std::string& id) const { return bodies_[place_of_.at(id)]; }

    std::vector<Compared>& bodies_;
    const model::Model& model_;
    const Question& question_;
    const edtf::Interval& before_;
    edtf::Day since_;
    edtf::Day until_;
    Places place_of_;
};

}  // namespace

void find_fates(std::vector<Compared>& bodies, const model::Model& model, const Question& question,
                const edtf::Interval& before) {
    FateFinder(bodies, model, question, before).find();
}

}  // namespace shezhire::graph
