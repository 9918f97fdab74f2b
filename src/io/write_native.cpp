#include <algorithm>

#include "io/dataset.h"
#include "io/thing_writer.h"

namespace shezhire::io {
namespace {

/// The members of the head but "@graph", one on each line.
void append_head(std::string& out, const model::FileHead& head) {
    JsonWriter json;
    json.open('{');
    const auto is_context = [](const auto& extra) { return extra.first == "@context"; };
    if (std::none_of(head.extras.begin(), head.extras.end(), is_context))
        json.field("@context", "context.jsonld");
    model::Extras extras = head.extras;
    erase_if(extras, [](const auto& extra) { return extra.first == "@graph"; });
    std::stable_partition(extras.begin(), extras.end(), is_context);
    const auto rest = std::find_if_not(extras.begin(), extras.end(), is_context);
    write_extras(json, {extras.begin(), rest});
    json.field("format", "shezhire/1");
    write_texts(json, "title", head.titles);
    write_ids(json, "roots", head.roots);
    write_extras(json, {rest, extras.end()});
    json.close('}');
    append_laid_out(out, json.written(), 0, 0, true);
}

class GraphWriter {
  public:
    explicit GraphWriter(std::string& out) : out_(out) {}

    template <class Thing>
    void add(const std::vector<Thing>& things) {
        std::vector<const Thing*> sorted;
        sorted.reserve(things.size());
        for (const auto& thing : things) sorted.push_back(&thing);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const Thing* a, const Thing* b) { return a->id < b->id; });
        for (const auto* thing : sorted) {
            json_.clear();
            write(json_, *thing);
            add(json_.written());
        }
    }

    void add(std::string_view minified) {
        out_ += first_ ? "\n    " : ",\n    ";
        first_ = false;
        append_laid_out(out_, minified, 4, 4, true);
    }

  private:
    std::string& out_;
    JsonWriter json_;
    bool first_ = true;
};

}  // namespace

std::string write_native(const model::Draft& draft) {
    model::Draft heads;
    heads.files = draft.files;
    const auto head = as_written(std::move(heads)).files[0];
    std::string out;
    append_head(out, head);
    out.resize(out.size() - 2);  // "\n}": the graph comes before it
    out += ",\n  \"@graph\": [";
    GraphWriter graph(out);
    graph.add(draft.organizations);
    graph.add(draft.changes);
    graph.add(draft.events);
    graph.add(draft.concepts);
    graph.add(draft.schemes);
    graph.add(draft.sources);
    graph.add(draft.statements);
    for (const auto& [name, json] : head.extras) {
        if (name == "@graph") graph.add(json);
    }
    out += out.back() == '[' ? "]\n}\n" : "\n  ]\n}\n";
    return out;
}

}  // namespace shezhire::io
