// Any bytes as an EDTF text: what is read prints to a text that reads as the same value, with nothing left to
// rewrite.
#include "base/utf8.h"
#include "edtf/edtf.h"
#include "fuzz.h"

using namespace shezhire;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    const auto read = edtf::parse_interval(text);
    if (!read) {
        fuzz::require(!read.error().code.empty(), "an error has a code");
        fuzz::require(base::first_invalid_utf8(read.error().sentence) == std::string::npos,
                      "a sentence is UTF-8");
        return 0;
    }
    const edtf::Interval& value = read->value;
    const auto again = edtf::parse_interval(value.text());
    fuzz::require(again.has_value(), "what was printed is read", value.text());
    fuzz::require(again->notes.empty(), "what was printed is canonical", value.text());
    fuzz::require(again->value == value, "what was printed is equal", value.text());
    fuzz::require(again->value.start_bounds() == value.start_bounds(), "starts are equal", value.text());
    fuzz::require(again->value.end_bounds() == value.end_bounds(), "ends are equal", value.text());
    fuzz::require(read->notes.empty() == (value.text() == text), "every rewriting is said", text);
    for (const auto bounds : {value.start_bounds(), value.end_bounds()}) {
        fuzz::require(edtf::beginning_of_time <= bounds.earliest && bounds.earliest <= bounds.latest &&
                          bounds.latest <= edtf::end_of_time,
                      "bounds are in order", value.text());
        for (const auto day : {bounds.earliest, bounds.latest}) {
            if (day == edtf::beginning_of_time || day == edtf::end_of_time) continue;
            fuzz::require(edtf::Date::from_day(day).bounds() == edtf::Bounds{day, day}, "days are real",
                          value.text());
        }
    }
    const bool never = value.ends_before_it_begins();
    fuzz::require(!never || presence(value, value.start_bounds()) != edtf::Presence::yes, "never present",
                  value.text());
    return 0;
}
