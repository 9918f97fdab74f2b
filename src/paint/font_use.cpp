#include "paint/font_use.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "paint/hb_owned.h"
#include "paint/styles.h"

namespace shezhire::paint {
namespace {

// OS/2 fsType (OpenType 1.9): bit 1 alone = restricted licence, must not be embedded; bit 8 = must not be
// subset.
bool may_be_embedded(hb_face_t* face) {
    const hb::Blob os2(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(os2.get(), &length);
    if (length < 10) return true;
    const auto type = static_cast<unsigned>(static_cast<unsigned char>(bytes[8])) << 8U |
                      static_cast<unsigned>(static_cast<unsigned char>(bytes[9]));
    return (type & 0xFU) != 2 && (type & 0x100U) == 0;
}

}  // namespace

void CodePoints::add(char32_t c) {
    const std::size_t word = c / 64;
    if (word >= words_.size()) words_.resize(word + 1);
    words_[word] |= std::uint64_t{1} << (c % 64);
}

void CodePoints::add(std::string_view utf8) {
    std::uint64_t low = 0;   // U+0000 to U+003F
    std::uint64_t high = 0;  // U+0040 to U+007F
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte >= 0x80) {
            add(base::next_code_point(utf8, at));
            continue;
        }
        (byte < 64 ? low : high) |= std::uint64_t{1} << (byte & 63U);
        ++at;
    }
    if (words_.size() < 2) words_.resize(2);
    words_[0] |= low;
    words_[1] |= high;
}

void CodePoints::add(const CodePoints& other) {
    if (other.words_.size() > words_.size()) words_.resize(other.words_.size());
    for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
}

bool FontUse::add(text::FontId font, std::string_view utf8) {
    auto it = std::find_if(used_.begin(), used_.end(), [&](const Used& u) { return u.font == font; });
    if (it == used_.end()) it = used_.insert(it, {font, can_be_subset(typesetter_.font(font)), {}});
    it->characters.add(utf8);
    return it->is_carried;
}

void FontUse::append_font_faces(std::string& out) const {
    // A synthetic bold is the same file again: one subset serves both.
    struct File {
        text::Font font;
        CodePoints characters;
    };
    std::vector<File> files;
    for (const auto& used : used_) {
        if (!used.is_carried) continue;
        auto font = typesetter_.font(used.font);
        auto it = std::find_if(files.begin(), files.end(), [&](const File& f) {
            return f.font.file == font.file && f.font.index == font.index;
        });
        if (it == files.end()) it = files.insert(it, {std::move(font), {}});
        it->characters.add(used.characters);
    }
    for (const auto& file : files) {
        const auto sfnt = subset(file.font, file.characters);
        if (!sfnt.empty()) append_font_face(out, file.font, sfnt);
    }
}

bool can_be_subset(const text::Font& font) {
    const auto face = hb::open(font);
    return face && may_be_embedded(face.get());
}

std::string subset(const text::Font& font, const CodePoints& characters) {
    const auto face = hb::open(font);
    if (!face || !may_be_embedded(face.get())) return {};
    const std::unique_ptr<hb_subset_input_t, hb::Release<hb_subset_input_destroy>> input(
        hb_subset_input_create_or_fail());
    if (!input) return {};
    auto* wanted = hb_subset_input_unicode_set(input.get());
    characters.each([&](std::uint32_t c) { hb_set_add(wanted, c); });
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    const hb::Face cut(hb_subset_or_fail(face.get(), input.get()));
    if (!cut) return {};
    const hb::Blob blob(hb_face_reference_blob(cut.get()));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &length);
    return {bytes, length};
}

}  // namespace shezhire::paint
