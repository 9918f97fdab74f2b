#include "session/argument_words.h"

#include <algorithm>
#include <array>

#include "base/words.h"

namespace shezhire::session {
namespace {

using base::word;

struct Said {
    std::string_view argument;
    const char* english;
};

// Most words mean one thing wherever they stand.
constexpr std::array common{
    Said{"on", word("on")},
    Said{"off", word("off")},
    Said{"up", word("Upwards")},
    Said{"down", word("Downwards")},
    Said{"left", word("To the left")},
    Said{"right", word("To the right")},
    Said{"steady", word("steady: nothing moves in a period")},
    Said{"compact", word("Compact: each date is laid out anew")},
    Said{"era", word("from one reform to the next")},
    Said{"whole", word("all the time that is known")},
    Said{"structure", word("Structure")},
    Said{"timeline", word("Timeline")},
    Said{"linear", word("true scale")},
    Said{"sequential", word("one step a date")},
    Said{"none", word("not grouped")},
    Said{"kind", word("Kind")},
    Said{"country", word("Country")},
    Said{"region", word("Region")},
    Said{"parent", word("what they are part of")},
    Said{"offices", word("Offices")},
    Said{"seats", word("Seats")},
    Said{"figures", word("Figures")},
    Said{"asc", word("ascending")},
    Said{"desc", word("descending")},
    Said{"light", word("Light")},
    Said{"dark", word("Dark")},
    Said{"high-contrast", word("High contrast")},
    Said{"print", word("Print")},
    Said{"projector-light", word("Projector, lit room")},
    Said{"projector-dark", word("Projector, dark hall")},
    Said{"dot", word("Layers (dot)")},
    Said{"twopi", word("Rings (twopi)")},
    Said{"circo", word("Circles (circo)")},
    Said{"neato", word("Springs (neato)")},
    Said{"fdp", word("Forces (fdp)")},
    Said{"sfdp", word("Forces, large (sfdp)")},
    Said{"osage", word("Packed (osage)")},
    Said{"patchwork", word("Areas (patchwork)")},
    Said{"likely", word("without low confidence")},
    Said{"certain", word("only what is certain")},
    Said{"text", word("words of a name")},
    Said{"scope", word("Scope")},
    Said{"source", word("Source")},
    Said{"founded", word("Founded")},
    Said{"order", word("as arranged")},
    Said{"name", word("by name")},
    Said{"founding", word("by founding")},
    Said{"view", word("what is seen")},
    Said{"selection", word("the selected branch")},
    Said{"outline", word("Outline")},
    Said{"details", word("Details")},
    Said{"date", word("Date")},
    Said{"diagnostics", word("Diagnostics")},
    Said{"filters", word("Filters")},
    Said{"minimap", word("Little map")},
    Said{"confirmed", word("Confirmed elsewhere")},
    Said{"contradicted", word("Contradicted")},
    Said{"not-found", word("Not found elsewhere")},
    Said{"one", word("in one picture")},
    Said{"two", word("beside each other")},
    Said{"anyway", word("with its faults")},
};

struct SaidOf {
    Verb verb;
    std::string_view argument;
    const char* english;
};

constexpr std::array own{
    SaidOf{Verb::article, "all", word("All statements")},
    SaidOf{Verb::certainty, "all", word("everything")},
    SaidOf{Verb::copy, "all", word("all rows")},
    SaidOf{Verb::compare, "off", word("no longer")},
    SaidOf{Verb::export_, "whole", word("the whole picture")},
    SaidOf{Verb::step, "up", word("the life-line above")},
    SaidOf{Verb::step, "down", word("the life-line below")},
    SaidOf{Verb::step, "left", word("the event before")},
    SaidOf{Verb::step, "right", word("the next event")},
};

}  // namespace

std::string argument_in_words(Verb verb, std::string_view argument) {
    const auto* special = std::find_if(own.begin(), own.end(), [&](const SaidOf& one) {
        return one.verb == verb && one.argument == argument;
    });
    if (special != own.end()) return base::tr(special->english);
    if (verb == Verb::language) return own_name_of_language(argument);
    const auto* said =
        std::find_if(common.begin(), common.end(), [&](const Said& one) { return one.argument == argument; });
    return said == common.end() ? std::string(argument) : base::tr(said->english);
}

std::string own_name_of_language(std::string_view tag) {
    constexpr std::array names{std::pair{"kk", "Қазақша"}, std::pair{"ru", "Русский"},
                               std::pair{"en", "English"}, std::pair{"fr", "Français"},
                               std::pair{"de", "Deutsch"}, std::pair{"es", "Español"}};
    const auto* found =
        std::find_if(names.begin(), names.end(), [tag](const auto& one) { return tag == one.first; });
    return found == names.end() ? std::string(tag) : found->second;
}

}  // namespace shezhire::session
