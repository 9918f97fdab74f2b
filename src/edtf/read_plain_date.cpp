// One date, from left to right: [qualifier] year [S…] [qualifier] - [qualifier] month [qualifier] - … [T
// time].

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "edtf/calendar.h"
#include "edtf/pattern.h"
#include "edtf/reader.h"

namespace shezhire::edtf {
namespace {

constexpr const char* syntax = "edtf.syntax";
constexpr const char* no_such_day = "edtf.no-such-day";
constexpr const char* out_of_range = "edtf.out-of-range";
constexpr const char* unsupported = "edtf.unsupported";

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The text, and how far it has been read.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : rest_(text) {}
    [[nodiscard]] bool done() const { return rest_.empty(); }
    [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    char next() {
        const char c = peek();
        skip(1);
        return c;
    }
    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        skip(1);
        return true;
    }
    void skip(std::size_t count) { rest_.remove_prefix(count < rest_.size() ? count : rest_.size()); }
    /// The longest run of decimal digits from here on.
    std::string_view take_digits() {
        std::size_t count = 0;
        while (count < rest_.size() && is_digit(rest_[count])) ++count;
        const auto digits = rest_.substr(0, count);
        skip(count);
        return digits;
    }

  private:
    std::string_view rest_;
};

/// Decimal digits as a number, or `above` for any number greater than it.
std::int64_t number_from(std::string_view digits, std::int64_t above) {
    std::int64_t value = 0;
    for (const char c : digits) {
        value = 10 * value + (c - '0');
        if (value > above) return above + 1;
    }
    return value;
}

/// The magnitudes that share the first `significant` of `digits` digits with `value`.
Years years_near(std::int64_t value, std::size_t digits, std::int64_t significant, bool negative) {
    std::int64_t unit = 1;
    for (auto i = static_cast<std::int64_t>(digits); i > significant; --i) unit *= 10;
    std::int64_t least = value / unit * unit;
    const std::int64_t greatest = least + unit - 1;
    if (!negative) return Years::range(least, greatest);
    if (least == 0 && greatest > 0) least = 1;  // -0000 is no year
    return Years::range(-greatest, -least);
}

Precision precision_of(std::int64_t unknown_digits) {
    switch (unknown_digits) {
        case 0:
            return Precision::year;
        case 1:
            return Precision::decade;
        case 2:
            return Precision::century;
        default:
            return Precision::none;
    }
}

class PlainDateReader {
  public:
    explicit PlainDateReader(std::string_view text) : cursor_(text), text_(text) {}

    base::Result<Reading> read() {
        read_qualifier();
        if (auto year = cursor_.take('Y') ? read_long_year() : read_short_year(); !year) return refused(year);
        read_qualifier();
        if (cursor_.take('-')) {
            if (auto month = read_month(); !month) return refused(month);
        }
        if (pattern_.month && cursor_.take('-')) {
            if (auto day = read_day(); !day) return refused(day);
        }
        if (pattern_.day && cursor_.take('T')) {
            if (auto time = read_time(); !time) return refused(time);
        }
        if (!cursor_.done()) return base::failure(syntax, unexpected_rest());
        const auto bounds = bounds_of(pattern_);
        if (!bounds) return base::failure(no_such_day, "the calendar has no such day");
        Builder builder{std::move(canonical_), *bounds, precision_, approximate_, uncertain_};
        if (builder.text.empty()) builder.text = text_;
        return Reading{std::move(builder).date()};
    }

  private:
    static tl::unexpected<base::Error> refused(base::Status& status) {
        return base::failure(std::move(status.error()));
    }

    std::string unexpected_rest() const {
        if (cursor_.peek() == '^') return "the 2012 draft's “^” has no successor in EDTF; leave it out";
        return fmt::format("{} is not expected there", quoted(cursor_.rest()));
    }

    void read_qualifier() {
        const char c = cursor_.peek();
        if (c != '?' && c != '~' && c != '%') return;
        cursor_.next();
        uncertain_ = uncertain_ || c != '~';
        approximate_ = approximate_ || c != '?';
        qualified_ = true;
    }

    /// Digits that count, after "S"; `otherwise` when there is no S.
    base::Result<std::int64_t> read_significant(std::int64_t otherwise) {
        if (!cursor_.take('S')) return otherwise;
        const auto digits = cursor_.take_digits();
        const auto count = number_from(digits, 1000);
        if (digits.empty() || count == 0) {
            return base::failure(syntax, "“S” needs the number of digits that are significant, as in 1950S2");
        }
        year_alone_ = true;
        return std::min(count, otherwise);
    }

    base::Status read_short_year() {
        const bool negative = cursor_.take('-');
        std::array<signed char, 4> digits{};
        std::int64_t unknown = 0;
        std::int64_t known = 0;  // X only after the known digits still tells the century or the decade
        for (auto& digit : digits) {
            const char c = cursor_.next();
            if (c != 'X' && !is_digit(c)) {
                return base::failure(syntax, "a year has four digits or X each, as in 0800, 198X or -0043");
            }
            digit = c == 'X' ? any_digit : static_cast<signed char>(c - '0');
            if (digit == any_digit) ++unknown;
            if (digit != any_digit && unknown == 0) ++known;
        }
        if (is_digit(cursor_.peek())) {
            return base::failure(syntax, "a year of more than four digits is written with Y, as in Y12345");
        }
        const auto years = Years::from_digits(digits, negative);
        if (!years) return base::failure(syntax, "there is no year -0000; the year 0 is written 0000");
        pattern_.years = *years;
        precision_ = precision_of(4 - known);
        if (cursor_.peek() != 'S') return {};
        if (unknown > 0) return base::failure(unsupported, "X and S do not go together");
        const auto significant = read_significant(4);
        if (!significant) return base::failure(significant.error());
        pattern_.years = years_near(negative ? -years->first : years->first, 4, *significant, negative);
        precision_ = precision_of(4 - *significant);
        return {};
    }

    base::Status read_long_year() {
        const bool negative = cursor_.take('-');
        const auto digits = cursor_.take_digits();
        if (cursor_.peek() == 'X') {
            return base::failure(unsupported,
                                 "unspecified digits have no place after Y; S says how many digits count");
        }
        if (digits.empty())
            return base::failure(syntax, "Y needs a year of more than four digits, as in Y12345");
        if (digits.front() == '0' && digits.size() > 1) {
            return base::failure(syntax, "a year after Y does not begin with 0");
        }
        std::int64_t value = number_from(digits, largest_year);
        std::int64_t exponent = 0;
        const bool exponential = cursor_.take('E');
        if (exponential) {
            const auto exponent_digits = cursor_.take_digits();
            if (exponent_digits.empty()) return base::failure(syntax, "E needs a number, as in Y-17E7");
            exponent = value == 0 ? 0 : number_from(exponent_digits, 1000);
        }
        for (; exponent > 0 && value <= largest_year; --exponent) value *= 10;
        if (value > largest_year) return base::failure(out_of_range, beyond());
        if (negative && value == 0) {
            return base::failure(syntax, "there is no year -0; the year 0 is written 0000");
        }
        const auto length = std::to_string(value).size();
        const auto before_significant = cursor_.rest();
        const auto significant = read_significant(static_cast<std::int64_t>(length));
        if (!significant) return base::failure(significant.error());
        pattern_.years = years_near(value, length, *significant, negative);
        if (pattern_.years.last > largest_year || pattern_.years.first < -largest_year) {
            return base::failure(out_of_range, beyond());
        }
        precision_ = precision_of(static_cast<std::int64_t>(length) - *significant);
        if (!exponential && length <= 4) short_instead(value, negative, before_significant);
        return {};
    }

    static std::string beyond() { return fmt::format("years reach from -{0} to {0}", largest_year); }

    /// "Y800" is written 0800: Y is only for years that four digits cannot hold.
    void short_instead(std::int64_t value, bool negative, std::string_view after_year) {
        const bool counted = after_year.substr(0, 1) == "S";
        // Leading zeros count as digits in the short form, so a count of digits is not carried over to it.
        if (counted && value < 1000) return;
        const auto before = text_.substr(0, text_.find('Y'));
        canonical_ = fmt::format("{}{}{:04}{}", before, negative ? "-" : "", value, after_year);
    }

    base::Result<TwoDigits> read_two(const char* what) {
        TwoDigits two;
        for (signed char* digit : {&two.tens, &two.ones}) {
            const char c = cursor_.next();
            if (c != 'X' && !is_digit(c)) {
                return base::failure(syntax, fmt::format("a {} has two digits or X each", what));
            }
            *digit = c == 'X' ? any_digit : static_cast<signed char>(c - '0');
        }
        return two;
    }

    base::Status read_month() {
        if (year_alone_) return base::failure(syntax, "a year with S stands alone");
        read_qualifier();
        const auto month = read_two("month");
        if (!month) return base::failure(month.error());
        read_qualifier();
        pattern_.month = *month;
        if (!month->known()) {
            if (month->tens > 1)
                return base::failure(unsupported, "a season is written with both its digits");
            return {};
        }
        const unsigned value = month->value();
        if (value < 1 || (value > 12 && value < 21) || value > 41) {
            return base::failure(no_such_day,
                                 fmt::format("there is no month {:02} (01 to 12; seasons 21 to 41)", value));
        }
        if (precision_ == Precision::year) precision_ = value > 12 ? Precision::season : Precision::month;
        return {};
    }

    base::Status read_day() {
        if (pattern_.month->known() && pattern_.month->value() > 12) {
            return base::failure(syntax, "a season has no days");
        }
        read_qualifier();
        const auto day = read_two("day");
        if (!day) return base::failure(day.error());
        read_qualifier();
        pattern_.day = *day;
        if (precision_ == Precision::month && day->known()) precision_ = Precision::day;
        return {};
    }

    /// hh:mm:ss, then nothing, Z, ±hh or ±hh:mm.
    base::Status read_time() {
        if (precision_ != Precision::day || qualified_) {
            return base::failure(syntax, "a time of day needs a full date without X, ?, ~ and %");
        }
        const auto hour = read_two("hour");
        if (!hour) return base::failure(hour.error());
        if (!cursor_.take(':')) return base::failure(syntax, "a time is written hh:mm:ss");
        const auto minute = read_two("minute");
        if (!minute) return base::failure(minute.error());
        if (!cursor_.take(':')) return base::failure(syntax, "a time is written hh:mm:ss");
        const auto second = read_two("second");
        if (!second) return base::failure(second.error());
        if (!hour->known() || !minute->known() || !second->known()) {
            return base::failure(unsupported, "a time of day has no unspecified digits");
        }
        const unsigned m = minute->value();
        const unsigned s = second->value();
        const bool end_of_day = hour->value() == 24 && m == 0 && s == 0;
        if ((hour->value() > 23 && !end_of_day) || m > 59 || s > (m == 59 ? 60U : 59U)) {
            return base::failure(no_such_day, "the day has no such time");
        }
        precision_ = Precision::time;
        return read_zone();
    }

    base::Status read_zone() {
        if (cursor_.take('Z') || cursor_.done()) return {};
        if (cursor_.peek() != '+' && cursor_.peek() != '-') return {};  // left over, said by read()
        cursor_.next();
        const auto hour = read_two("time zone's hour");
        if (!hour) return base::failure(hour.error());
        TwoDigits minute{0, 0};
        if (cursor_.take(':')) {
            const auto digits = read_two("time zone's minute");
            if (!digits) return base::failure(digits.error());
            minute = *digits;
        }
        if (!hour->known() || !minute.known() || hour->value() > 23 || minute.value() > 59) {
            return base::failure(no_such_day, "there is no such time zone");
        }
        return {};
    }

    Cursor cursor_;
    std::string_view text_;
    std::string canonical_;  ///< where it differs from the text
    Pattern pattern_;
    Precision precision_ = Precision::none;
    bool approximate_ = false;
    bool uncertain_ = false;
    bool qualified_ = false;
    bool year_alone_ = false;
};

/// The 2012 draft's letters as today's: 19uu, 19xx, y17e7p3, 1984?~. Empty when there are none.
std::string modernized(std::string_view text) {
    if (text.find_first_of("uxyep") == std::string_view::npos && text.find("?~") == std::string_view::npos &&
        text.find("~?") == std::string_view::npos) {
        return {};
    }
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        switch (text[i]) {
            case 'u':
            case 'x':
                result += 'X';
                break;
            case 'y':
                result += 'Y';
                break;
            case 'e':
                result += 'E';
                break;
            case 'p':
                result += 'S';
                break;
            case '?':
            case '~':
                if ((next == '?' || next == '~') && next != text[i]) {
                    result += '%';
                    ++i;
                    break;
                }
                [[fallthrough]];
            default:
                result += text[i];
        }
    }
    return result;
}

}  // namespace

base::Result<Reading> read_plain_date(std::string_view text) {
    if (text.empty()) return base::failure(syntax, "it is empty");
    if (text.find_first_of("()") != std::string_view::npos) {
        return base::failure(unsupported, "the 2012 draft's groups “(…)” are now written 2004-~06-~11");
    }
    const std::string modern = modernized(text);
    auto reading = PlainDateReader(modern.empty() ? text : std::string_view(modern)).read();
    if (reading) reading->draft = !modern.empty();
    return reading;
}

}  // namespace shezhire::edtf
