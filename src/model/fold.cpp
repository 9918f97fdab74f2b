#include "model/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace shezhire::model {
namespace {

constexpr char32_t breve = 0x0306;

/// Letters that Unicode holds for letters of their own, with the neighbour that a searcher types instead.
/// Upper case is folded before; accents that Unicode can take off (ё, ї, ў, ń, أ …) need no row here.
struct Neighbour {
    char32_t letter;
    std::string_view typed;
};

constexpr std::array neighbours{
    // Kazakh on a Russian keyboard (әріптер ә ғ қ ң ө ұ ү һ і); Kyrgyz, Tatar, Bashkir and Uyghur share most
    // of them.
    Neighbour{U'ә', "а"},
    Neighbour{U'ғ', "г"},
    Neighbour{U'қ', "к"},
    Neighbour{U'ң', "н"},
    Neighbour{U'ө', "о"},
    Neighbour{U'ұ', "у"},
    Neighbour{U'ү', "у"},
    Neighbour{U'һ', "х"},
    Neighbour{U'і', "и"},
    // Uzbek, Tajik, Tatar, Bashkir.
    Neighbour{U'ҳ', "х"},
    Neighbour{U'ҷ', "ч"},
    Neighbour{U'җ', "ж"},
    Neighbour{U'ҙ', "з"},
    Neighbour{U'ҫ', "с"},
    Neighbour{U'ҡ', "к"},
    // Ukrainian.
    Neighbour{U'є', "е"},
    Neighbour{U'ґ', "г"},
    // Latin letters without a decomposition; Azerbaijani and Turkish ı.
    Neighbour{U'ə', "a"},
    Neighbour{U'ı', "i"},
    Neighbour{U'ł', "l"},
    Neighbour{U'ø', "o"},
    Neighbour{U'đ', "d"},
    Neighbour{U'ð', "d"},
    Neighbour{U'ħ', "h"},
    Neighbour{U'ŋ', "n"},
    Neighbour{U'æ', "ae"},
    Neighbour{U'œ', "oe"},
    Neighbour{U'þ', "th"},
    // Arabic: alif maqsura as ya, ta marbuta as ha, Persian kaf and ya as the Arabic ones.
    Neighbour{U'ى', "ي"},
    Neighbour{U'ة', "ه"},
    Neighbour{U'ک', "ك"},
    Neighbour{U'ی', "ي"},
};

void append_neighbour(std::string& out, char32_t letter) {
    for (const auto& neighbour : neighbours) {
        if (neighbour.letter == letter) {
            out += neighbour.typed;
            return;
        }
    }
    base::append_utf8(out, letter);
}

/// Accents, Arabic and Hebrew points go; what makes another letter (kana voicing 8, virama 9, Indic vowels 0)
/// stays.
bool is_dropped_mark(UChar32 c) {
    const auto combining_class = u_getCombiningClass(c);
    return combining_class != 0 && combining_class != 8 && combining_class != 9;
}

bool is_word_part(UChar32 c) {
    if (u_isalnum(c)) return true;
    const auto type = u_charType(c);
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

/// What one code point becomes: word bytes, nothing, or a gap between words.
struct Folded {
    std::string bytes;
    bool gap = false;
};

Folded fold_code_point(char32_t code_point) {
    const auto c = static_cast<UChar32>(code_point);
    // й is no accented и: Russian and Kazakh readers hold them apart, and so does UTS #10.
    if (code_point == U'й' || code_point == U'Й') return {"й", false};
    // Modifier letters (Uzbek ʻ, Hawaiian ʼ), tatweel and what is invisible by default stand between nothing.
    if (u_charType(c) == U_MODIFIER_LETTER || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return {};
    UErrorCode status = U_ZERO_ERROR;
    std::array<UChar, 32> decomposed{};
    std::int32_t length = -1;
    const UNormalizer2* nfkd = unorm2_getNFKDInstance(&status);
    if (U_SUCCESS(status)) {
        length = unorm2_getDecomposition(nfkd, c, decomposed.data(), decomposed.size(), &status);
    }
    if (U_FAILURE(status) || length < 0) {
        length = 0;
        U16_APPEND_UNSAFE(decomposed, length, c);
    }
    status = U_ZERO_ERROR;
    std::array<UChar, 96> small{};
    const std::int32_t size =
        u_strFoldCase(small.data(), small.size(), decomposed.data(), length, U_FOLD_CASE_DEFAULT, &status);
    Folded folded;
    if (U_FAILURE(status) || size > static_cast<std::int32_t>(small.size())) return {{}, true};
    for (std::int32_t i = 0; i < size;) {
        UChar32 part = 0;
        U16_NEXT(small, i, size, part);
        if (is_dropped_mark(part)) continue;
        if (is_word_part(part)) append_neighbour(folded.bytes, static_cast<char32_t>(part));
    }
    folded.gap = folded.bytes.empty() && !is_dropped_mark(c);
    return folded;
}

/// The scripts of most names, folded once.
class Table {
  public:
    static const Table& get() {
        static const Table table;
        return table;
    }
    [[nodiscard]] const Folded* find(char32_t c) const {
        return c < entries_.size() ? &entries_[c] : nullptr;
    }

  private:
    Table() {
        for (std::size_t c = 0; c < entries_.size(); ++c)
            entries_[c] = fold_code_point(static_cast<char32_t>(c));
    }
    std::array<Folded, 0x700> entries_;  // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic
};

}  // namespace

void append_folded(std::string_view text, std::string& folded, std::vector<Origin>* origins) {
    const Table& table = Table::get();
    const std::size_t begin = folded.size();
    bool gap = false;
    Folded other;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t first = at;
        char32_t c = base::next_code_point(text, at);
        if (c == U'и' || c == U'И') {  // й written as two code points
            std::size_t behind = at;
            if (behind < text.size() && base::next_code_point(text, behind) == breve) {
                c = U'й';
                at = behind;
            }
        }
        const Folded* entry = table.find(c);
        if (entry == nullptr) {
            other = fold_code_point(c);
            entry = &other;
        }
        if (entry->bytes.empty()) {
            gap = gap || entry->gap;
            // An accent belongs to the letter before it, also when that is lit up as found.
            if (!entry->gap && !gap && origins != nullptr && folded.size() > begin) {
                origins->back().last = static_cast<std::uint32_t>(at);
            }
            continue;
        }
        const Origin origin{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at)};
        if (gap && folded.size() > begin) {
            folded += ' ';
            if (origins != nullptr) origins->push_back({origin.first, origin.first});
        }
        gap = false;
        folded += entry->bytes;
        if (origins != nullptr) origins->insert(origins->end(), entry->bytes.size(), origin);
    }
}

}  // namespace shezhire::model
