// Details of the selected body: every fact with its dates, its sources and how sure they are.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/words.h"
#include "ui/draw_list_painter.h"
#include "ui/panels.h"

namespace shezhire::ui {
namespace {

struct Writer {
    Context& context;
    const session::Session& session;
    session::CommandQueue& queue;

    [[nodiscard]] float width() const { return ImGui::GetContentRegionAvail().x - context.px(4); }

    void heading(const char* text) const {
        ImGui::Dummy({0, context.px(step)});
        data_text(context, text, "", {text_small, true, false, context.palette.accent, 1}, width());
    }

    void line(std::string_view text, std::string_view lang, bool quiet = false, int lines = 4) const {
        data_text(context, text, lang,
                  {quiet ? text_small : text_normal, false, false,
                   quiet ? context.palette.quiet_ink : context.palette.ink, lines},
                  width());
    }

    // A body that can be gone to.
    void link(const std::string& id, const std::string& about) const {
        const auto* body = session.model()->organization(id);
        if (body == nullptr) return line(id, "", true);
        const auto* name = name_of(session, *body);
        const auto corner = ImGui::GetCursorScreenPos();
        ImGui::PushID(id.c_str());
        ImGui::BeginGroup();
        data_text(context, name != nullptr ? name->text : id, name != nullptr ? name->lang : "",
                  {text_normal, false, false, context.palette.accent, 3}, width());
        if (!about.empty()) line(about, "", true, 2);
        ImGui::EndGroup();
        if (ImGui::IsItemHovered()) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            const auto to = ImGui::GetItemRectMax();
            ImGui::GetWindowDrawList()->AddLine({corner.x, to.y}, {to.x, to.y},
                                                packed(context.palette.accent));
        }
        if (ImGui::IsItemClicked()) queue.send(session::Verb::select, {id});
        ImGui::PopID();
    }

    void evidence(const model::Evidence& evidence) const {
        std::string text;
        if (evidence.disputed) text = base::tr("sources disagree");
        if (evidence.confidence == model::Confidence::low)
            text += std::string(text.empty() ? "" : ", ") + base::tr("low confidence");
        if (evidence.confidence == model::Confidence::medium)
            text += std::string(text.empty() ? "" : ", ") + base::tr("medium confidence");
        if (!text.empty())
            data_text(context, text, "", {text_small, false, false, context.palette.warning, 1}, width());
    }
};

void names(const Writer& write, const model::Thing& body) {
    write.heading(base::tr("Names"));
    for (const auto& name : body.names) {
        write.line(name.text, name.lang);
        std::string about = name.lang;
        if (const auto when = in_words(write.session, name.when); !when.empty()) about += "  ·  " + when;
        if (name.status == model::NameStatus::translated)
            about += std::string("  ·  ") + base::tr("translated");
        write.line(about, "", true, 1);
    }
}

void parents(const Writer& write, const model::Organization& body) {
    if (body.parents.empty()) return;
    write.heading(base::tr("Part of"));
    for (const auto& parent : body.parents) {
        write.link(parent.organization, in_words(write.session, parent.when));
        write.evidence(parent.evidence);
    }
}

void children(const Writer& write, const std::string& id) {
    const auto index = write.session.model()->organization_index(id);
    if (!index) return;
    bool any = false;
    for (const auto& child : write.session.model()->children(*index)) {
        const auto& unit = write.session.model()->organizations()[child.unit];
        const auto& parent = unit.parents[child.parent];
        if (edtf::presence_over(parent.when, write.session.view().when) == edtf::Presence::no) continue;
        if (write.session.model()->presence(unit, write.session.at()) == edtf::Presence::no) continue;
        if (!any) write.heading(base::tr("Parts at this date"));
        any = true;
        write.link(unit.id, concept_label(write.session, unit.kind) +
                                (unit.notation.empty() ? "" : " " + unit.notation));
    }
}

// Who a change came from or led to, the body itself left out.
void bodies(const Writer& write, const char* word, const std::vector<model::Id>& ids,
            const std::string& self) {
    bool said = false;
    for (const auto& id : ids) {
        if (id == self) continue;
        if (!said) write.line(word, "", true, 1);
        said = true;
        write.link(id, "");
    }
}

void changes(const Writer& write, const std::string& id) {
    const auto index = write.session.model()->organization_index(id);
    if (!index || write.session.model()->changes_of(*index).empty()) return;
    write.heading(base::tr("Changes"));
    for (const auto at : write.session.model()->changes_of(*index)) {
        const auto& change = write.session.model()->changes()[at];
        write.line(fmt::format("{}  ·  {}", in_words(write.session, change.when),
                               concept_label(write.session, change.kind)),
                   "");
        bodies(write, base::tr("from"), change.originals, id);
        bodies(write, base::tr("into"), change.results, id);
        for (const auto& [lang, text] : change.notes) write.line(text, lang, true, 6);
        write.evidence(change.evidence);
    }
}

void claims(const Writer& write, const model::Thing& body) {
    if (body.claims.empty()) return;
    write.heading(base::tr("Sources disagree"));
    for (const auto& claim : body.claims)
        write.line(fmt::format("{}: {}", claim.field, claim.value), "", false, 4);
}

void sources(const Writer& write, const model::Evidence& evidence) {
    if (evidence.sources.empty()) return;
    write.heading(base::tr("Sources"));
    write.evidence(evidence);
    for (const auto& id : evidence.sources) {
        const auto* source = write.session.model()->source(id);
        if (source == nullptr) {
            write.line(id, "", true);
            continue;
        }
        write.line(source->title.empty() ? id : source->title, source->language, false, 3);
        std::string about = source->container;
        if (!source->issued.empty()) about += (about.empty() ? "" : ", ") + source->issued;
        if (!about.empty()) write.line(about, "", true, 2);
    }
}

}  // namespace

void details_pane(Context& context, const session::Session& session, session::CommandQueue& queue,
                  const base::Rect& area) {
    begin_pane("details", area);
    edge_line(context, area.top_left(), {area.left + 1, area.bottom});
    const auto* body = session.model()->organization(session.selection());
    if (body == nullptr) {
        quiet_text(context, base::tr("Select a body to see its details."));
        end_pane();
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(context.px(step), context.px(2)));
    ImGui::BeginChild("facts", {0, 0}, false, ImGuiWindowFlags_NoNavInputs);
    const Writer write{context, session, queue};
    if (const auto* name = name_of(session, *body)) {
        data_text(context, name->text, name->lang, {text_large, true, false, context.palette.ink, 4},
                  write.width());
    }
    write.line(about_line(session, *body), "", true, 2);
    for (const auto& [lang, text] : body->definitions) {
        if (lang == session.presentation().language) write.line(text, lang, false, 12);
    }
    names(write, *body);
    parents(write, *body);
    children(write, body->id);
    changes(write, body->id);
    claims(write, *body);
    if (!body->notes.empty()) write.heading(base::tr("Notes"));
    for (const auto& [lang, text] : body->notes) write.line(text, lang, true, 24);
    sources(write, body->evidence);
    ImGui::EndChild();
    ImGui::PopStyleVar();
    end_pane();
}

}  // namespace shezhire::ui
