#include <fmt/format.h>

#include <charconv>

#include "io/dataset.h"
#include "io/field_reader.h"
#include "io/json_outline.h"
#include "io/thing_reader.h"

namespace shezhire::io {
namespace {

using base::Severity;

constexpr int known_format = 1;

class NativeReader {
  public:
    NativeReader(SourceText& text, model::Draft& draft, base::Diagnostics& diagnostics,
                 const std::function<bool()>& stop)
        : text_(text),
          stop_(stop),
          draft_(draft),
          diagnostics_(diagnostics),
          fields_(text, tree_, diagnostics),
          things_(fields_, draft) {
        head_.file = text.file();
    }

    void read() {
        JsonOutline outline(text_, diagnostics_,
                            {[this](TextSpan key, TextSpan value) { member(key, value); },
                             [this](TextSpan value) { element(value); }});
        const auto told_before = diagnostics_.count(Severity::error);
        if (!outline.walk()) {
            if (diagnostics_.count(Severity::error) == told_before) {
                diagnostics_.add(Severity::error, {text_.file(), 1, 1}, "io.no-graph",
                                 "the file has no list “@graph”, so it holds no things (docs/data.md)");
            }
        } else if (!format_seen_) {
            diagnostics_.add(Severity::warning, {text_.file(), 1, 1}, "io.format",
                             "the file does not say its “format”; it is read as “shezhire/1”");
        }
        for (auto& extra : kept_) head_.extras.push_back(std::move(extra));
        draft_.files.push_back(std::move(head_));
    }

  private:
    void member(TextSpan key_span, TextSpan value) {
        const auto* key_node = tree_.parse(text_, key_span, diagnostics_);
        if (key_node == nullptr) return;
        const std::string key(key_node->text);
        if (!seen_.emplace(key, true).second) {
            diagnostics_.add(Severity::error, text_.place(key_span.begin), "json.duplicate-key",
                             fmt::format("{} stands here a second time in one object; only the first is read",
                                         in_quotes(key)));
            return;
        }
        const auto* node = tree_.parse(text_, value, diagnostics_);
        if (node == nullptr) return;
        if (key == "@context") {
            context(*node);
        } else if (key == "format") {
            format(*node);
        } else if (key == "title") {
            fields_.texts(*node, key, head_.titles);
        } else if (key == "roots") {
            head_.roots = fields_.ids(*node, key);
        } else if (key == "imports") {
            imports(*node);
        } else if (key == "@graph") {
            fields_.wrong_type(*node, key, "a list");
        } else {
            head_.extras.emplace_back(key, fields_.raw(*node));
        }
    }

    void element(TextSpan value) {
        constexpr std::size_t between_questions = 256;
        if (stop_ && ++elements_ % between_questions == 0) stopped_ = stopped_ || stop_();
        if (stopped_) return;
        const auto* node = tree_.parse(text_, value, diagnostics_);
        if (node != nullptr && !things_.read(*node)) kept_.emplace_back("@graph", fields_.raw(*node));
    }

    void context(const JsonNode& node) {
        if (node.kind == JsonKind::string && node.text == "context.jsonld") return;
        // The same one, from a folder beside.
        const bool beside = node.kind == JsonKind::string && node.text.ends_with("/context.jsonld") &&
                            node.text.find("://") == std::string_view::npos;
        head_.extras.emplace_back("@context", fields_.raw(node));
        if (beside) return;
        fields_.tell(Severity::note, node, "io.context",
                     "this “@context” is not “context.jsonld”; it is kept, but names are read as "
                     "docs/data.md has them");
    }

    void imports(const JsonNode& node) {
        fields_.each(node, [&](const JsonNode& value) {
            auto path = fields_.id(value, "imports");
            if (path) head_.imports.push_back({std::move(*path), fields_.place(value)});
        });
    }

    void format(const JsonNode& node) {
        format_seen_ = true;
        const auto said = fields_.text(node, "format");
        constexpr std::string_view family = "shezhire/";
        int major = 0;
        if (std::string_view(said).starts_with(family)) {
            std::from_chars(said.data() + family.size(), said.data() + said.size(), major);
        }
        if (major < 1) {
            fields_.tell(
                Severity::warning, node, "io.format",
                fmt::format("{} is no known format; the file is read as “shezhire/1”", in_quotes(said)));
        } else if (major > known_format) {
            fields_.tell(
                Severity::warning, node, "io.format",
                fmt::format(
                    "{} is newer than this program, which knows “shezhire/1”; what it does not know is "
                    "kept, but not shown",
                    in_quotes(said)));
        }
    }

    SourceText& text_;
    const std::function<bool()>& stop_;
    std::size_t elements_ = 0;
    bool stopped_ = false;
    model::Draft& draft_;
    base::Diagnostics& diagnostics_;
    JsonTree tree_;
    FieldReader fields_;
    ThingReader things_;
    model::FileHead head_;
    model::Extras kept_;  // things that were not understood
    std::unordered_map<std::string, bool> seen_;
    bool format_seen_ = false;
};

}  // namespace

void read_native(std::string_view bytes, const std::string& file, model::Draft& draft,
                 base::Diagnostics& diagnostics, const std::function<bool()>& stop) {
    take_native(std::string(bytes), file, draft, diagnostics, stop);
}

void take_native(std::string bytes, const std::string& file, model::Draft& draft,
                 base::Diagnostics& diagnostics, const std::function<bool()>& stop) {
    SourceText text(std::move(bytes), file, diagnostics);
    if (!text.readable()) return;
    NativeReader(text, draft, diagnostics, stop).read();
}

}  // namespace shezhire::io
