// Which of a thing's names to show at a date.
#include <algorithm>
#include <optional>

#include "model/model.h"
#include "model/spans.h"

namespace shezhire::model {
namespace {

/// "zh" is answered by "zh" and by "zh-Hans".
bool speaks(std::string_view lang, std::string_view wanted) {
    if (!lang.starts_with(wanted)) return false;
    return lang.size() == wanted.size() || lang[wanted.size()] == '-';
}

/// How well a name fits a date; smaller is better. Stated dates go before "as long as the body", which only
/// says what holds when nothing more exact is known.
enum Fit : int { certain_and_dated, certain, possible, not_then };

Fit fit_of(const Name& name, edtf::Bounds at) {
    if (is_unstated(name.when)) return certain;
    switch (edtf::presence(name.when, at)) {
        case edtf::Presence::yes:
            return certain_and_dated;
        case edtf::Presence::maybe:
            return possible;
        case edtf::Presence::no:
            return not_then;
    }
    return not_then;
}

/// Days between a span and a date that it does not touch.
edtf::Day distance(const edtf::Interval& when, edtf::Bounds at) {
    const auto days = outer(when);
    if (at.earliest > days.latest) return at.earliest - days.latest;
    if (days.earliest > at.latest) return days.earliest - at.latest;
    return 0;
}

/// Nothing beyond U+024F, the last of Latin Extended-B: in UTF-8 those begin with CA and above.
bool is_latin(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0xCA; });
}

class Chooser {
  public:
    Chooser(const Thing& thing, edtf::Bounds at, std::span<const std::string> languages)
        : thing_(thing), at_(at), languages_(languages) {}

    /// The best that holds or may hold, in the first language that has one.
    [[nodiscard]] const Name* holding(NameRole role) const {
        return holding(role, [](const Name&) { return true; });
    }
    template <class Predicate>
    [[nodiscard]] const Name* holding(NameRole role, Predicate suits) const {
        return in_order_of_language([&](std::string_view language) {
            const Name* best = nullptr;
            Fit best_fit = not_then;
            for (const auto& name : thing_.names) {
                if (name.role != role || !speaks(name, language) || !suits(name)) continue;
                if (const auto fit = fit_of(name, at_); fit < best_fit) best = &name, best_fit = fit;
            }
            return best;
        });
    }

    /// The one nearest to the date, in the first language that has any.
    [[nodiscard]] const Name* nearest(NameRole role) const {
        return in_order_of_language([&](std::string_view language) {
            const Name* best = nullptr;
            edtf::Day best_distance = 0;
            for (const auto& name : thing_.names) {
                if (name.role != role || !speaks(name, language)) continue;
                const auto days = distance(name.when, at_);
                if (best == nullptr || days < best_distance) best = &name, best_distance = days;
            }
            return best;
        });
    }

  private:
    /// An empty language stands for any.
    static bool speaks(const Name& name, std::string_view language) {
        return language.empty() || model::speaks(name.lang, language);
    }

    template <class Function>
    const Name* in_order_of_language(Function choose) const {
        for (const auto& language : languages_) {
            if (language.empty()) continue;
            if (const auto* name = choose(language)) return name;
        }
        if (const auto* name = choose("en")) return name;
        return choose("");
    }

    const Thing& thing_;
    edtf::Bounds at_;
    std::span<const std::string> languages_;
};

}  // namespace

const Name* name_at(const Thing& thing, edtf::Bounds at, std::span<const std::string> languages) {
    const Chooser chooser(thing, at, languages);
    for (const auto role : {NameRole::preferred, NameRole::alternative, NameRole::acronym}) {
        if (const auto* name = chooser.holding(role)) return name;
        if (const auto* name = chooser.nearest(role)) return name;
    }
    return nullptr;
}

const Name* acronym_at(const Thing& thing, edtf::Bounds at, std::span<const std::string> languages) {
    return Chooser(thing, at, languages).holding(NameRole::acronym, [&](const Name& acronym) {
        if (is_latin(acronym.text) || acronym.lang == "und") return true;
        const auto* name = name_at(thing, at, languages);
        for (const auto& language : languages) {
            if (speaks(acronym.lang, language)) return true;
            if (name != nullptr && speaks(name->lang, language)) return false;
        }
        return name == nullptr || speaks(acronym.lang, name->lang);
    });
}

}  // namespace shezhire::model
