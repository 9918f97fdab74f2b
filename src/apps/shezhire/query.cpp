#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "command_line.h"
#include "model/search.h"

namespace shezhire::cli {
namespace {

struct Found {
    const model::Organization* body = nullptr;
    std::string label;
    std::string lang;
    std::string matched;  ///< the name that matched where it is not the label; else empty
};

Found found(const model::Model& model, const model::Hit& hit, const std::vector<std::string>& languages) {
    Found one;
    one.body = &model.organizations()[hit.organization];
    constexpr edtf::Bounds whenever{};
    if (const auto* name = model::name_at(*one.body, whenever, languages); name != nullptr) {
        one.label = name->text;
        one.lang = name->lang;
    }
    if (hit.name < one.body->names.size() && one.body->names[hit.name].text != one.label) {
        one.matched = one.body->names[hit.name].text;
    }
    return one;
}

std::string as_json(const std::vector<Found>& all) {
    std::string json;
    for (const auto& one : all) {
        json += fmt::format(
            "{}\n  {{\"id\": {}, \"kind\": {}, \"label\": {}, \"lang\": {}, \"matched\": {}}}",
            json.empty() ? "" : ",", json_text(one.body->id), json_text(one.body->kind), json_text(one.label),
            json_text(one.lang), json_text(one.matched.empty() ? one.label : one.matched));
    }
    return json.empty() ? "[]\n" : "[" + json + "\n]\n";
}

std::string as_text(const std::vector<Found>& all) {
    std::size_t id_width = 0;
    std::size_t kind_width = 0;
    for (const auto& one : all) {
        id_width = std::max(id_width, std::min<std::size_t>(one.body->id.size(), 40));
        kind_width = std::max(kind_width, std::min<std::size_t>(one.body->kind.str().size(), 24));
    }
    std::string text;
    for (const auto& one : all) {
        text += fmt::format("{:<{}}  {:<{}}  {}", base::visible(one.body->id), id_width,
                            base::visible(one.body->kind), kind_width, base::visible(one.label));
        if (!one.matched.empty()) text += fmt::format("  ({})", base::visible(one.matched));
        text += '\n';
    }
    return text;
}

}  // namespace

int query(const QueryWords& options) {
    const auto& words = options.data_and_text;
    const auto model = open_and_say({words.begin(), words.end() - 1});
    if (!model) return exit_data_has_errors;
    const model::SearchIndex index(model);
    std::vector<Found> all;
    for (const auto& hit : index.find(words.back(), options.limit)) {
        all.push_back(found(*model, hit, options.languages));
    }
    return put(options.json ? as_json(all) : as_text(all));
}

}  // namespace shezhire::cli
