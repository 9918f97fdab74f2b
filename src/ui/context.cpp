#include "ui/context.h"

#include <array>

#include "scene/words.h"
#include "ui/draw_list_painter.h"

namespace shezhire::ui {

const Palette& palette_for(scene::ThemeName theme) {
    static const Palette light{base::rgb(0xF6F4EF), base::rgb(0xFFFFFF), base::rgb(0xDAD5C9),
                               base::rgb(0x23211D), base::rgb(0x5F5A50), base::rgb(0x0B5F97),
                               base::rgb(0xFFFFFF), base::rgb(0xE9E4D8), base::rgb(0x8A5A00),
                               base::rgb(0xA63A00)};
    static const Palette dark{base::rgb(0x1D2023), base::rgb(0x272B2F), base::rgb(0x3B4147),
                              base::rgb(0xECEAE4), base::rgb(0xA9A69D), base::rgb(0x6FB9EE),
                              base::rgb(0x10181F), base::rgb(0x32383E), base::rgb(0xE6B450),
                              base::rgb(0xFF9A6B)};
    static const Palette high_contrast{base::rgb(0x000000), base::rgb(0x000000), base::rgb(0xFFFFFF),
                                       base::rgb(0xFFFFFF), base::rgb(0xFFFFFF), base::rgb(0xFFE500),
                                       base::rgb(0x000000), base::rgb(0x333300), base::rgb(0xFFE500),
                                       base::rgb(0xFF9A6B)};
    static const Palette projector_light{base::rgb(0xF4F4F4), base::rgb(0xFFFFFF), base::rgb(0x8A8A8A),
                                         base::rgb(0x000000), base::rgb(0x303030), base::rgb(0x003F6B),
                                         base::rgb(0xFFFFFF), base::rgb(0xD9E4EC), base::rgb(0x5F3D00),
                                         base::rgb(0x8A1C00)};
    static const Palette projector_dark{base::rgb(0x14181C), base::rgb(0x20262B), base::rgb(0x6F7880),
                                        base::rgb(0xFFFFFF), base::rgb(0xDDE1E4), base::rgb(0x8CCBFF),
                                        base::rgb(0x0E1114), base::rgb(0x2F3B45), base::rgb(0xFFC266),
                                        base::rgb(0xFFB08A)};
    switch (theme) {
        case scene::ThemeName::dark:
            return dark;
        case scene::ThemeName::high_contrast:
            return high_contrast;
        case scene::ThemeName::projector_light:
            return projector_light;
        case scene::ThemeName::projector_dark:
            return projector_dark;
        default:
            return light;
    }
}

namespace {

text::SetTextPtr set(const Context& context, std::string_view text, std::string_view lang,
                     const TextLook& look, float width) {
    text::TextRequest request;
    request.text = text;
    request.lang = lang;
    request.style = {static_cast<double>(context.px(look.size)),
                     look.bold ? text::Weight::bold : text::Weight::regular, look.italic};
    request.width = width;
    request.max_lines = look.lines;
    return context.typesetter.set(request);
}

}  // namespace

ImVec2 data_text_size(const Context& context, std::string_view text, std::string_view lang,
                      const TextLook& look, float width) {
    const auto label = set(context, text, lang, look, width);
    return {static_cast<float>(label->size.width), static_cast<float>(label->size.height)};
}

ImVec2 data_text_at(const Context& context, ImDrawList& list, ImVec2 at, std::string_view text,
                    std::string_view lang, const TextLook& look, float width) {
    const auto label = set(context, text, lang, look, width);
    list.PushTextureID(context.atlas_texture);
    draw_glyphs(list, context.atlas, *label, {at.x, at.y}, 1, look.colour, false);
    list.PopTextureID();
    return {static_cast<float>(label->size.width), static_cast<float>(label->size.height)};
}

ImVec2 data_text(const Context& context, std::string_view text, std::string_view lang, const TextLook& look,
                 float width) {
    const auto size = data_text_at(context, *ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), text,
                                   lang, look, width);
    ImGui::Dummy(size);
    return size;
}

void quiet_text(const Context& context, const char* text) {
    ImGui::PushStyleColor(ImGuiCol_Text, packed(context.palette.quiet_ink));
    ImGui::TextWrapped("%s", text);
    ImGui::PopStyleColor();
}

const model::Name* name_of(const session::Session& session, const model::Thing& thing) {
    return model::name_at(thing, session.at(), session.presentation().label_languages);
}

std::string concept_label(const session::Session& session, const std::string& id) {
    const auto* found = session.model()->find_concept(id);
    if (found == nullptr) return id;
    const std::array language{session.presentation().language};
    const auto* name = model::name_at(*found, session.at(), language);
    return name == nullptr ? id : name->text;
}

std::string in_words(const session::Session& session, const edtf::Interval& when) {
    return scene::life_in_words(scene::word_lang(session.presentation().language), when);
}

std::string about_line(const session::Session& session, const model::Organization& body) {
    std::string line = concept_label(session, body.kind);
    const auto add = [&line](const std::string& text, const char* between) {
        if (text.empty()) return;
        if (!line.empty()) line += between;
        line += text;
    };
    add(body.notation, " ");
    for (const auto& spell : body.spells) add(in_words(session, spell.when), "  ·  ");
    return line;
}

}  // namespace shezhire::ui
