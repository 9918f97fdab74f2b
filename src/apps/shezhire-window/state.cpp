#include "state.h"

#include <fmt/format.h>

#include <array>

#include "io/json_writer.h"

namespace shezhire::window {
namespace {

using io::JsonWriter;

template <class Texts>
void list(JsonWriter& json, std::string_view name, const Texts& texts) {
    json.key(name);
    json.open('[');
    for (const auto& text : texts) json.text(text);
    json.close(']');
}

void number(JsonWriter& json, std::string_view name, double value) {
    json.key(name);
    json.raw(fmt::format("{:.2f}", value));
}

void truth(JsonWriter& json, std::string_view name, bool value) {
    json.key(name);
    json.raw(value ? "true" : "false");
}

void box(JsonWriter& json, const base::Rect& r) {
    json.key("box");
    json.raw(fmt::format("[{:.1f},{:.1f},{:.1f},{:.1f}]", r.left, r.top, r.right, r.bottom));
}

void question(JsonWriter& json, const session::Session& session) {
    const auto& view = session.view();
    json.key("date");
    json.text(view.when.text());
    if (view.before) json.field("comparedWith", view.before->text());
    list(json, "roots", view.roots);
    list(json, "folded", view.folded);
    list(json, "unfolded", view.unfolded);
    json.key("depth");
    json.raw(std::to_string(view.depth));
    json.key("selection");
    json.text(session.selection());
    json.key("article");
    json.text(session.article().source);
    json.key("search");
    json.text(session.search_text());
    json.key("hits");
    json.raw(std::to_string(session.search_hits().size()));
    constexpr std::array overlays{"", "palette", "keys", "menu"};
    json.key("overlay");
    json.text(overlays[static_cast<std::size_t>(session.overlay())]);
    truth(json, "canUndo", session.history().can_undo());
    truth(json, "canRedo", session.history().can_redo());
}

void look(JsonWriter& json, const session::Session& session) {
    const auto& presentation = session.presentation();
    json.key("language");
    json.text(presentation.language);
    list(json, "labels", presentation.label_languages);
    json.key("theme");
    json.text(scene::to_text(presentation.theme));
    json.key("scalePercent");
    json.raw(std::to_string(presentation.scale_percent));
    truth(json, "diagnosticsPane", presentation.diagnostics_pane);
    truth(json, "stale", session.stale());
    json.key("engine");
    json.text(layout::to_text(presentation.engine));
    json.key("direction");
    json.text(layout::to_text(presentation.direction));
    json.key("dates");
    json.text(session::to_text(presentation.dates));
    json.key("period");
    json.text(session.period().text());
    truth(json, "playing", session.playing());
}

void messages(JsonWriter& json, const session::Session& session) {
    json.key("messages");
    json.open('[');
    for (const auto& message : session.messages()) {
        json.open('{');
        json.key("severity");
        json.text(base::to_text(message.severity));
        json.key("sentence");
        json.text(message.sentence);
        if (message.offer) json.field("offer", session::to_text(*message.offer));
        json.close('}');
    }
    json.close(']');
}

void shapes(JsonWriter& json, const session::Session& session, base::Point corner, scene::Role role) {
    json.open('[');
    for (const auto& element : session.shown().elements) {
        if (element.role != role) continue;
        const auto& port = session.viewport();
        const auto from = port.screen_from_scene({element.box.left, element.box.top}) + corner;
        const auto to = port.screen_from_scene({element.box.right, element.box.bottom}) + corner;
        json.open('{');
        json.key("key");
        json.text(element.owner.empty() ? element.key : element.owner);
        if (const auto* node = role == scene::Role::node ? session.node(element.key) : nullptr) {
            json.key("label");
            json.text(node->label);
            truth(json, "folded", node->folded);
            if (const auto* body = session.compared(element.key))
                json.field("fate", graph::to_text(body->fate));
            truth(json, "absent", node->presence == edtf::Presence::no);
            json.key("hidden");
            json.raw(std::to_string(node->hidden));
        }
        box(json, {from.x, from.y, to.x, to.y});
        json.close('}');
    }
    json.close(']');
}

/// The rows that are shown in place of a picture: what they are filtered by, how many, the first ones' keys.
void rows(JsonWriter& json, const session::Session& session) {
    const auto& rows = session.rows();
    if (!session.shows_table() || !rows) return;
    constexpr std::size_t most_keys = 50;
    json.key("table");
    json.open('{');
    json.field("match", rows->choice.match);
    json.field("sort", rows->choice.sort);
    json.key("count");
    json.raw(std::to_string(rows->rows.size()));
    json.key("all");
    json.raw(std::to_string(rows->table->row_count()));
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < std::min(rows->rows.size(), most_keys); ++i)
        keys.push_back(rows->table->key(rows->rows[i]));
    list(json, "keys", keys);
    json.close('}');
}

}  // namespace

std::string state_as_json(const session::Session& session, const base::Rect& canvas,
                          const Interface& interface) {
    JsonWriter json;
    json.open('{');
    json.key("title");
    json.text(session.shown().title);
    json.key("organizations");
    json.raw(std::to_string(session.model()->organizations().size()));
    json.key("diagnostics");
    json.raw(std::to_string(session.loaded().diagnostics.size()));
    question(json, session);
    truth(json, "typing", interface.typing);
    truth(json, "popup", interface.popup);
    look(json, session);
    json.field("view", session::to_text(session.view().view));
    rows(json, session);
    json.key("canvas");
    json.open('{');
    box(json, canvas);
    number(json, "x", session.viewport().origin.x);
    number(json, "y", session.viewport().origin.y);
    json.key("scale");
    json.raw(fmt::format("{:.4f}", session.viewport().scale));
    json.close('}');
    messages(json, session);
    json.key("nodes");
    shapes(json, session, canvas.top_left(), scene::Role::node);
    json.key("badges");
    shapes(json, session, canvas.top_left(), scene::Role::badge);
    json.close('}');
    std::string text;
    io::append_laid_out(text, json.written(), 0, 0, true);
    return text + "\n";
}

}  // namespace shezhire::window
