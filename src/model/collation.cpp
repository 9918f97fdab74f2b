#include "model/collation.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace shezhire::model {

struct Collation::State {
    std::unique_ptr<icu::Collator> collator;  ///< nullptr: ICU has no data at all, bytes must do
};

Collation::Collation(const std::string& language) : state_(std::make_unique<State>()) {
    UErrorCode fault = U_ZERO_ERROR;
    state_->collator.reset(icu::Collator::createInstance(icu::Locale(language.c_str()), fault));
    if (U_FAILURE(fault) != 0) state_->collator.reset();
    if (state_->collator) state_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, fault);
}

Collation::~Collation() = default;

std::string Collation::key(std::string_view text) const {
    if (!state_->collator) return std::string(text);
    const auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string key(64, '\0');
    const auto fill = [&] {
        return state_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()),
                                            static_cast<std::int32_t>(key.size()));
    };
    auto length = fill();
    if (length > static_cast<std::int32_t>(key.size())) {
        key.resize(static_cast<std::size_t>(length));
        length = fill();
    }
    key.resize(static_cast<std::size_t>(length > 0 ? length - 1 : 0));  // ICU ends it with a zero
    return key;
}

}  // namespace shezhire::model
