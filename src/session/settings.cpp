#include "session/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/file.h"
#include "base/utf8.h"
#include "base/words.h"
#include "session/json_fields.h"
#include "session/json_values.h"

namespace shezhire::session {
namespace {

namespace fs = std::filesystem;
using io::JsonKind;
using io::JsonWriter;

std::optional<std::string> known_language(std::string_view text) {
    if (text == "kk" || text == "ru" || text == "en") return std::string(text);
    return std::nullopt;
}

void write_look(JsonWriter& json, const Presentation& look, const Presentation& other) {
    if (look.language != other.language) json.field("language", look.language);
    if (look.label_languages != other.label_languages) put(json, "labels", look.label_languages);
    if (look.theme != other.theme) json.field("theme", scene::to_text(look.theme));
    if (look.engine != other.engine) json.field("engine", layout::to_text(look.engine));
    if (look.direction != other.direction) json.field("direction", layout::to_text(look.direction));
    if (look.reduce_motion != other.reduce_motion) put(json, "reduceMotion", look.reduce_motion);
    if (look.dates != other.dates) json.field("dates", to_text(look.dates));
    if (look.ghosts != other.ghosts) put(json, "ghosts", look.ghosts);
    if (look.play_seconds != other.play_seconds) put(json, "playSeconds", look.play_seconds);
    if (look.loop != other.loop) put(json, "loop", look.loop);
    if (look.scale_percent != other.scale_percent) put(json, "scalePercent", look.scale_percent);
    if (look.outline_pane != other.outline_pane) put(json, "outlinePane", look.outline_pane);
    if (look.details_pane != other.details_pane) put(json, "detailsPane", look.details_pane);
    if (look.date_pane != other.date_pane) put(json, "datePane", look.date_pane);
    if (look.sizes.outline != other.sizes.outline) put(json, "outlineSize", look.sizes.outline);
    if (look.sizes.details != other.sizes.details) put(json, "detailsSize", look.sizes.details);
    if (look.sizes.diagnostics != other.sizes.diagnostics)
        put(json, "diagnosticsSize", look.sizes.diagnostics);
}

void read_look(JsonFields& fields, Presentation& look) {
    fields.take_as("language", look.language, known_language);
    auto labels = look.label_languages;
    fields.take("labels", labels);
    if (!labels.empty()) look.label_languages = std::move(labels);
    fields.take_as("theme", look.theme, scene::theme_from);
    fields.take_as("engine", look.engine, layout::engine_from);
    fields.take_as("direction", look.direction, layout::direction_from);
    fields.take("reduceMotion", look.reduce_motion);
    fields.take_as("dates", look.dates, dates_from);
    fields.take("ghosts", look.ghosts);
    fields.take("playSeconds", look.play_seconds);
    if (!(look.play_seconds >= quickest_play && look.play_seconds <= slowest_play)) look.play_seconds = 2;
    fields.take("loop", look.loop);
    fields.take("scalePercent", look.scale_percent, least_scale_percent, largest_scale_percent);
    fields.take("outlinePane", look.outline_pane);
    fields.take("detailsPane", look.details_pane);
    fields.take("datePane", look.date_pane);
    fields.take("outlineSize", look.sizes.outline, least_pane, largest_pane);
    fields.take("detailsSize", look.sizes.details, least_pane, largest_pane);
    fields.take("diagnosticsSize", look.sizes.diagnostics, least_pane, largest_pane);
}

// Hands the object to `read` where it is of a version that is known.
template <class Read>
void with_object(std::string_view json, const std::string& file, std::vector<std::string>& faults,
                 bool& newer, Read&& read) {
    base::Diagnostics diagnostics;
    const io::SourceText text(std::string(json), file, diagnostics);
    io::JsonTree tree;
    const auto* root = text.readable() ? tree.parse(text, {0, text.size()}, diagnostics) : nullptr;
    for (const auto& fault : diagnostics.sorted())
        faults.push_back(fmt::format("{}:{}: {}", fault.place.file, fault.place.line, fault.sentence));
    if (root == nullptr) return;
    if (root->kind != JsonKind::object) {
        faults.push_back(
            fmt::format(fmt::runtime(base::tr("{}:1: an object in braces is wanted here")), file));
        return;
    }
    JsonFields fields(tree, *root, text, faults);
    int version = settings_version;
    fields.take("version", version, 1, 1'000'000);
    newer = version > settings_version;
    if (newer) return;
    read(fields);
    fields.finish();
}

// "settings.json.newer", or with a number behind where that is taken.
fs::path free_name(const fs::path& file, std::string_view why) {
    std::error_code fault;
    for (int i = 1; i < 100; ++i) {
        auto name = file;
        name += fmt::format(".{}{}", why, i == 1 ? "" : fmt::format("-{}", i));
        if (!fs::exists(fs::symlink_status(name, fault))) return name;
    }
    return {};
}

std::string set_aside(const fs::path& file, bool newer) {
    const auto name = free_name(file, newer ? "newer" : "broken");
    std::error_code fault;
    if (!name.empty()) fs::rename(file, name, fault);
    if (name.empty() || fault) return {};
    return fmt::format(fmt::runtime(base::tr("The file was set aside as {}.")), base::visible(name.string()));
}

template <class Value, class Read>
Value load(const fs::path& file, Value value, std::vector<std::string>& said, Read&& read) {
    constexpr std::size_t largest = std::size_t{4} << 20U;
    const auto bytes = base::read_file(file, largest);
    if (!bytes) {
        if (bytes.error().code != "file.not-found") said.push_back(bytes.error().sentence);
        return value;
    }
    std::vector<std::string> faults;
    bool newer = false;
    value = read(*bytes, base::visible(file.string()), faults, newer);
    if (newer) {
        faults.assign(1, fmt::format(fmt::runtime(base::tr("{} is of a newer version of this program.")),
                                     base::visible(file.string())));
    }
    if (faults.empty()) return value;
    auto sentence = faults.front();
    if (faults.size() > 1) sentence += fmt::format(" (+{})", faults.size() - 1);
    if (const auto where = set_aside(file, newer); !where.empty()) sentence += " " + where;
    said.push_back(std::move(sentence));
    return value;
}

}  // namespace

void remember(LastState& state, Recent data) {
    if (data.data.empty()) return;
    std::erase_if(state.recent, [&](const Recent& other) { return other.data == data.data; });
    state.recent.insert(state.recent.begin(), std::move(data));
    if (state.recent.size() > most_recent) state.recent.resize(most_recent);
}

const Recent* find_recent(const LastState& state, const std::vector<fs::path>& data) {
    const auto found = std::find_if(state.recent.begin(), state.recent.end(),
                                    [&](const Recent& recent) { return recent.data == data; });
    return found == state.recent.end() ? nullptr : &*found;
}

std::string to_json(const Settings& settings, const Presentation& defaults) {
    JsonWriter json;
    json.open('{');
    put(json, "version", settings_version);
    write_look(json, settings.look, defaults);
    if (!settings.keys.empty()) {
        json.key("keys");
        json.open('{');
        for (const auto& [command, key] : settings.keys) {
            json.key(command);
            json.text(key);
        }
        json.close('}');
    }
    json.close('}');
    return laid_out(json);
}

std::string to_json(const LastState& state) {
    JsonWriter json;
    json.open('{');
    put(json, "version", settings_version);
    if (state.window.width > 0) {
        put(json, "windowWidth", static_cast<int>(state.window.width));
        put(json, "windowHeight", static_cast<int>(state.window.height));
    }
    json.key("recent");
    json.open('[');
    for (const auto& recent : state.recent) {
        json.open('{');
        std::vector<std::string> data;
        for (const auto& path : recent.data) data.push_back(path.string());
        put(json, "data", data);
        json.key("place");
        write_place(json, recent.place);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    return laid_out(json);
}

Settings settings_from(std::string_view json, const std::string& file, const Presentation& defaults,
                       std::vector<std::string>& faults, bool& newer) {
    Settings settings{defaults, {}};
    with_object(json, file, faults, newer, [&](JsonFields& fields) {
        read_look(fields, settings.look);
        if (const auto* keys = fields.take("keys", JsonKind::object)) {
            auto within = fields.within(*keys);
            fields.for_each(*keys, [&](const io::JsonNode& node) {
                within.take(node.key, settings.keys[std::string(node.key)]);
            });
        }
    });
    return settings;
}

LastState state_from(std::string_view json, const std::string& file, std::vector<std::string>& faults,
                     bool& newer) {
    LastState state;
    with_object(json, file, faults, newer, [&](JsonFields& fields) {
        constexpr int largest_window = 32'768;
        int width = 0;
        int height = 0;
        fields.take("windowWidth", width, 0, largest_window);
        fields.take("windowHeight", height, 0, largest_window);
        state.window = {static_cast<double>(width), static_cast<double>(height)};
        const auto* list = fields.take("recent", JsonKind::array);
        if (list == nullptr) return;
        fields.for_each(*list, [&](const io::JsonNode& node) {
            if (node.kind != JsonKind::object || state.recent.size() == most_recent) return;
            auto within = fields.within(node);
            std::vector<std::string> data;
            within.take("data", data);
            Recent recent;
            recent.data.assign(data.begin(), data.end());
            if (const auto* place = within.take("place", JsonKind::object))
                recent.place = read_place(within.within(*place));
            within.finish();
            if (!recent.data.empty()) state.recent.push_back(std::move(recent));
        });
    });
    return state;
}

Settings load_settings(const fs::path& file, const Presentation& defaults, std::vector<std::string>& said) {
    if (file.empty()) return {defaults, {}};
    return load(file, Settings{defaults, {}}, said,
                [&](const auto& bytes, const auto& name, auto& faults, bool& newer) {
                    return settings_from(bytes, name, defaults, faults, newer);
                });
}

LastState load_state(const fs::path& file, std::vector<std::string>& said) {
    if (file.empty()) return {};
    return load(file, LastState{}, said, [](const auto& bytes, const auto& name, auto& faults, bool& newer) {
        return state_from(bytes, name, faults, newer);
    });
}

base::Status save(const fs::path& file, std::string_view json) {
    std::error_code ignored;  // what matters is whether the file can be written
    fs::create_directories(file.parent_path(), ignored);
    return base::write_file_atomically(file, json, base::Durability::unsynced);
}

}  // namespace shezhire::session
