#include "session/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/words.h"
#include "scene/words.h"
#include "session/argument_words.h"

namespace shezhire::session {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find(at, from), text.size());
        parts.emplace_back(text.substr(from, end - from));
        from = end + 1;
    }
    return parts;
}

/// How well a folded text answers folded words; smaller is better, nullopt: not at all.
std::optional<int> match(std::string_view text, std::string_view typed) {
    if (typed.empty() || text.starts_with(typed)) return text == typed ? 0 : 1;
    if (text.find(fmt::format(" {}", typed)) != std::string_view::npos) return 2;
    for (const auto& word : split(typed, ' ')) {
        if (text.find(word) == std::string_view::npos) return std::nullopt;
    }
    return 3;
}

std::string quoted(const std::string& argument) {
    const auto text = to_text(Command{Verb::search, {argument}});
    return text.substr(text.find(' ') + 1);
}

std::string name_in_words(const Session& session, const model::Thing& thing, bool of_interface) {
    const std::array interface_language{session.presentation().language};
    const auto& names = session.presentation().label_languages;
    const auto* name = of_interface ? model::name_at(thing, session.at(), interface_language)
                                    : model::name_at(thing, session.at(), names);
    return name == nullptr ? thing.id : name->text;
}

std::string kind_in_words(const Session& session, const std::string& kind) {
    const auto* found = session.model()->find_concept(kind);
    return found == nullptr ? kind : name_in_words(session, *found, true);
}

/// One argument's offers. `head` is what stands before it: "root ifla ".
class Offers {
  public:
    Offers(const Session& session, std::string head, std::string_view typed, std::size_t limit, bool last)
        : session_(session),
          head_(std::move(head)),
          typed_(typed),
          key_(model::search_key(typed)),
          limit_(limit),
          last_(last) {}

    void word(const std::string& value, const std::string& title, const std::string& detail = {}) {
        auto rank = match(model::search_key(value), key_);
        const auto by_title = match(model::search_key(title), key_);
        if (by_title && (!rank || *by_title < *rank)) rank = by_title;
        if (rank) add(*rank, {head_ + quoted(value) + (last_ ? "" : " "), title, {}, detail, {}, last_});
    }

    void organizations() {
        if (key_.empty()) {
            if (const auto* node = session_.node(session_.selection()))
                body(*session_.model()->organization(node->key));
            if (!session_.picture()) return;
            for (const auto& node : session_.graph().nodes) {
                if (found_.size() >= limit_) return;
                if (node.presence != edtf::Presence::no && node.key != session_.selection())
                    body(*session_.model()->organization(node.key));
            }
            return;
        }
        if (!session_.loaded().search) return;
        for (const auto& hit : session_.loaded().search->find(typed_, limit_))
            body(session_.model()->organizations()[hit.organization]);
    }

    void kinds() {
        std::set<std::string> kinds;
        for (const auto& body : session_.model()->organizations()) kinds.insert(body.kind);
        kinds.erase(std::string());
        for (const auto& kind : kinds) word(kind, kind_in_words(session_, kind));
    }

    void hidden() {
        for (const auto& id : session_.view().filter.hidden) {
            if (const auto* thing = session_.model()->organization(id))
                word(id, name_in_words(session_, *thing, false));
        }
        for (const auto& kind : session_.view().filter.hidden_kinds)
            word(kind, kind_in_words(session_, kind));
    }

    void dates() {
        if (edtf::parse_interval(typed_) && !typed_.empty()) word(std::string(typed_), std::string(typed_));
        const auto& days = session_.calendar().days;
        for (auto day = days.rbegin(); day != days.rend() && found_.size() < limit_; ++day) {
            const auto date = edtf::Date::from_day(*day).text();
            if (date.starts_with(typed_)) word(date, date);
        }
    }

    /// What a filter may keep, in the order of the data.
    void values_of(const std::string& facet) {
        std::set<std::string> values;
        const auto& model = *session_.model();
        if (facet == "source") {
            for (const auto& source : model.sources()) {
                if (found_.size() < limit_) word(source.id, source.title.empty() ? source.id : source.title);
            }
            return;
        }
        for (const auto& body : model.organizations()) {
            values.insert(facet == "country" ? body.country.str()
                          : facet == "scope" ? body.scope.str()
                                             : std::string());
        }
        values.erase(std::string());
        for (const auto& value : values) word(value, kind_in_words(session_, value));
    }

    std::vector<Completion> done() && {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<Completion> all;
        for (auto& [rank, completion] : found_) {
            if (all.size() < limit_) all.push_back(std::move(completion));
        }
        return all;
    }

  private:
    void add(int rank, Completion completion) { found_.emplace_back(rank, std::move(completion)); }

    void body(const model::Organization& body) {
        const auto* name = model::name_at(body, session_.at(), session_.presentation().label_languages);
        auto detail = kind_in_words(session_, body.kind);
        if (!body.notation.empty()) detail += " " + body.notation;
        add(1, {head_ + quoted(body.id) + (last_ ? "" : " "),
                name == nullptr ? body.id : name->text,
                name == nullptr ? "" : name->lang,
                detail,
                {},
                last_});
    }

    const Session& session_;
    std::string head_;
    std::string_view typed_;
    std::string key_;
    std::size_t limit_;
    bool last_;  ///< nothing more need be said after it
    std::vector<std::pair<int, Completion>> found_;
};

/// "ID [EDTF]" -> "ID", "EDTF"; "FILE…" -> "FILE".
std::vector<std::string> argument_words(std::string_view arguments) {
    std::vector<std::string> words;
    for (auto word : split(arguments, ' ')) {
        std::erase(word, '[');
        std::erase(word, ']');
        if (const auto dots = word.find("…"); dots != std::string::npos) word.erase(dots);
        if (!word.empty()) words.push_back(word);
    }
    return words;
}

std::vector<Completion> complete_argument(const Session& session, const CommandSpec& spec,
                                          const std::vector<std::string>& before, std::string_view typed,
                                          std::size_t limit) {
    const auto words = argument_words(spec.arguments);
    if (words.empty()) return {};
    const auto at = std::min(before.size(), words.size() - 1);
    std::string head(spec.name);
    head += ' ';
    for (const auto& argument : before) head += quoted(argument) + " ";
    Offers offers(session, head, typed, limit, before.size() + 1 >= spec.least);
    const auto& word = words[at];
    if (spec.verb == Verb::filter && !before.empty()) {
        offers.values_of(before.front());
    } else if (spec.verb == Verb::unhide) {
        offers.hidden();
    } else if (word == "ID") {
        offers.organizations();
    } else if (word == "KIND") {
        offers.kinds();
    } else if (word == "EDTF") {
        offers.dates();
    } else if (word == "COLUMN") {
        if (session.shows_table()) {
            for (const auto& column : session.picture()->table->columns())
                offers.word(column.id, column.title);
        }
    } else if (word == "LANGUAGE") {
        for (const auto& language : session.model()->languages())
            offers.word(language, own_name_of_language(language), language);
    } else if (word == "DEPTH") {
        for (const char* depth : {"1", "2", "3", "4", "5", "6", "64"}) offers.word(depth, depth);
    } else if (word.find('|') != std::string::npos) {
        for (const auto& option : split(word, '|')) {
            if (option == "EDTF") {
                offers.dates();
            } else {
                const auto said = argument_in_words(spec.verb, option);
                offers.word(option, said, said == option ? std::string() : option);
            }
        }
    } else if (!typed.empty()) {
        offers.word(std::string(typed), std::string(typed));
    }
    return std::move(offers).done();
}

/// Only what a person would look for in a list: steps of the hand, and the list itself, are no choices.
bool is_listed(Verb verb) {
    return verb != Verb::pan && verb != Verb::palette && verb != Verb::dismiss && verb != Verb::select;
}

std::vector<Completion> complete_command(const Session& session, std::string_view typed, std::size_t limit) {
    const auto key = model::search_key(typed);
    std::vector<std::pair<int, Completion>> found;
    for (const auto& spec : command_table()) {
        if (!is_listed(spec.verb)) continue;
        const auto title = title_of(spec.verb);
        auto rank = match(model::search_key(title), key);
        const auto by_name = match(model::search_key(spec.name), key);
        if (by_name && (!rank || *by_name < *rank)) rank = by_name;
        if (!rank) continue;
        const bool ready = spec.least == 0;
        found.emplace_back(*rank, Completion{std::string(spec.name) + (ready ? "" : " "),
                                             title,
                                             {},
                                             std::string(spec.name),
                                             session.keys().chords_of(spec.verb),
                                             ready});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Completion> all;
    for (auto& [rank, completion] : found) {
        if (all.size() < limit) all.push_back(std::move(completion));
    }
    // Whoever types a name means to go there.
    constexpr std::size_t most_bodies = 6;
    if (key.size() > 1 && all.size() < limit) {
        Offers bodies(session, "visit ", typed, std::min(most_bodies, limit - all.size()), true);
        bodies.organizations();
        for (auto& body : std::move(bodies).done()) all.push_back(std::move(body));
    }
    return all;
}

}  // namespace

std::string title_of(Verb verb) {
    return base::tr(std::string(spec_of(verb).title).c_str());
}

std::vector<Completion> complete(const Session& session, std::string_view typed, std::size_t limit) {
    const auto blank = typed.find(' ');
    if (blank != std::string_view::npos) {
        const auto name = typed.substr(0, blank);
        for (const auto& spec : command_table()) {
            if (spec.name != name || spec.most == 0) continue;
            // Finished arguments keep their quotes' sense; what is typed last may still be open.
            const auto last = typed.rfind(' ');
            const auto before = parse_command(typed.substr(0, last));
            std::vector<std::string> arguments;
            if (before) {
                arguments = before->arguments;
            } else if (last != blank) {
                for (auto& word : split(typed.substr(blank + 1, last - blank - 1), ' '))
                    if (!word.empty()) arguments.push_back(word);
            }
            const auto words = argument_words(spec.arguments);
            // A name is not cut at its blanks: only an id that there is ends the search for one.
            const bool by_name = !words.empty() && words.front() == "ID" && !arguments.empty() &&
                                 session.model()->organization(arguments.front()) == nullptr;
            if (by_name) return complete_argument(session, spec, {}, typed.substr(blank + 1), limit);
            return complete_argument(session, spec, arguments, typed.substr(last + 1), limit);
        }
    }
    return complete_command(session, typed, limit);
}

}  // namespace shezhire::session
