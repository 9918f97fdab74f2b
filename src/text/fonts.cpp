#include "text/fonts.h"

#include <fontconfig/fontconfig.h>

#include <limits>
#include <map>
#include <mutex>
#include <tuple>

#include "base/ensure.h"

namespace shezhire::text {
namespace {

using Key = std::tuple<std::string, int, bool, bool>;

struct Registry {
    std::mutex mutex;
    std::vector<Font> fonts;
    std::map<Key, FontId> ids;
};

Registry& registry() {
    static Registry instance;
    return instance;
}

std::string string_in(const FcPattern* pattern, const char* object) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(pattern, object, 0, &value) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(value);
}

int integer_in(const FcPattern* pattern, const char* object, int otherwise) {
    int value = otherwise;
    return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

bool flag_in(const FcPattern* pattern, const char* object, bool otherwise) {
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch ? value != FcFalse : otherwise;
}

bool is_slanted_by_matrix(const FcPattern* pattern) {
    FcMatrix* matrix = nullptr;
    return FcPatternGetMatrix(pattern, FC_MATRIX, 0, &matrix) == FcResultMatch && matrix->xy != 0;
}

}  // namespace

KnownFont known_font(PangoFont* font) {
    base::ensure(PANGO_IS_FC_FONT(font), "a font of Pango's Fontconfig map");
    FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    Font described;
    described.file = string_in(pattern, FC_FILE);
    described.index = integer_in(pattern, FC_INDEX, 0);
    described.family = string_in(pattern, FC_FAMILY);
    described.synthetic_bold = flag_in(pattern, FC_EMBOLDEN, false);
    described.synthetic_italic = is_slanted_by_matrix(pattern);
    const bool heavy = integer_in(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR) >= FC_WEIGHT_DEMIBOLD;
    described.weight = heavy || described.synthetic_bold ? Weight::bold : Weight::regular;
    described.italic =
        integer_in(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN || described.synthetic_italic;

    const Key key(described.file, described.index, described.synthetic_bold, described.synthetic_italic);
    auto& known = registry();
    const std::lock_guard lock(known.mutex);
    const bool outlines = flag_in(pattern, FC_OUTLINE, true);
    if (const auto found = known.ids.find(key); found != known.ids.end()) return {found->second, outlines};
    base::ensure(known.fonts.size() < std::numeric_limits<FontId>::max(),
                 "fewer fonts than FontId can number");
    const auto id = static_cast<FontId>(known.fonts.size());
    known.fonts.push_back(std::move(described));
    known.ids.emplace(key, id);
    return {id, outlines};
}

Font font_of(FontId id) {
    auto& known = registry();
    const std::lock_guard lock(known.mutex);
    base::ensure(id < known.fonts.size(), "a font id that this process gave out");
    return known.fonts[id];
}

std::size_t known_font_count() {
    auto& known = registry();
    const std::lock_guard lock(known.mutex);
    return known.fonts.size();
}

}  // namespace shezhire::text
