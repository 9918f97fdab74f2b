#include "paint/xml.h"

#include <gtest/gtest.h>

#include <limits>

#include "paint/path_data.h"
#include "paint/svg_text.h"

namespace shezhire::paint {
namespace {

std::string number(double value) {
    Buffer out;
    xml::append_number(out, value);
    return std::string(out.view());
}

std::string text(std::string_view value) {
    Buffer out;
    xml::append_text(out, value);
    return std::string(out.view());
}

std::string base64(std::string_view value) {
    std::string out;
    xml::append_base64(out, value);
    return out;
}

TEST(Xml, NumbersAreShortAndNeverOdd) {
    EXPECT_EQ(number(0), "0");
    EXPECT_EQ(number(-0.001), "0");
    EXPECT_EQ(number(12), "12");
    EXPECT_EQ(number(-0.5), "-.5");
    EXPECT_EQ(number(3.256), "3.26");
    EXPECT_EQ(number(0.05), ".05");
    EXPECT_EQ(number(-100.1), "-100.1");
    EXPECT_EQ(number(1e300), "1000000000000");
    EXPECT_EQ(number(-std::numeric_limits<double>::infinity()), "-1000000000000");
    EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "0");
}

TEST(Xml, TextStaysText) {
    EXPECT_EQ(text("plain"), "plain");
    EXPECT_EQ(text("a<b>&\"c\" ]]>"), "a&lt;b&gt;&amp;&quot;c&quot; ]]&gt;");
    EXPECT_EQ(text("x\x01y\nz\t\x7F"), "xy z ");
    EXPECT_EQ(text("Қ\xFF\u202E\uFFFE"), "Қ\uFFFD");
}

TEST(Xml, Base64IsRfc4648) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64("\xFF\xFE\xFD"), "//79");
}

TEST(Xml, NamesAreValidAndTellKeysApart) {
    EXPECT_EQ(xml::name_of("ifla-sec-1"), "ifla-sec-1");
    EXPECT_EQ(xml::name_of("a>b"), "a_3e_b");
    EXPECT_EQ(xml::name_of("1-a"), "_31_-a");
    EXPECT_EQ(xml::name_of("-a"), "_2d_a");
    EXPECT_EQ(xml::name_of("a_b"), "a_5f_b");
    EXPECT_EQ(xml::name_of("қ \"]]>"), "_49b__20__22__5d__5d__3e_");
    EXPECT_EQ(xml::name_of(""), "_");
    for (const auto* key : {"", "a", "a1-", "1a", "a b", "a_", "қ"}) {
        EXPECT_EQ(xml::is_name(key), xml::name_of(key) == key) << key;
    }
    EXPECT_EQ(xml::name_of(std::string(1000, 'a')).size(), 34U);
    EXPECT_NE(xml::name_of(std::string(1000, 'a')), xml::name_of(std::string(1001, 'a')));
}

TEST(PathData, IsRelativeAndDoesNotDrift) {
    scene::PathShape shape;
    shape.verbs.push_back(scene::Verb::move);
    shape.points.push_back({0, 0});
    for (int i = 1; i <= 3; ++i) {
        shape.verbs.push_back(scene::Verb::line);
        shape.points.push_back({i * 10.004, i == 3 ? 5.0 : 0.0});
    }
    shape.verbs.push_back(scene::Verb::close);
    Buffer d;
    append_path_data(d, shape, {{1, 2}, 1});
    EXPECT_EQ(d.view(), "M1 2h10 10.01l10 5z");  // 11, 21.01, 31.01: each to 0.01 of where it belongs
}

TEST(PathData, LeavesOutWhatGoesNowhere) {
    scene::PathShape shape;
    shape.verbs = {scene::Verb::move, scene::Verb::line, scene::Verb::cubic, scene::Verb::cubic};
    shape.points = {{0.25, 0}, {0.25, 0.001}, {0.25, 0}, {0.25, 0}, {0.25, 0}, {0.25, 0}, {0.25, 0}, {1, 1}};
    Buffer d;
    append_path_data(d, shape, {});
    EXPECT_EQ(d.view(), "M.25 0c0 0 0 0 .75 1");
}

TEST(PathData, EndsWhereThePointsEnd) {
    scene::PathShape shape;
    shape.verbs = {scene::Verb::move, scene::Verb::line, scene::Verb::cubic};
    shape.points = {{0, 0}, {0, 7}, {1, 1}};
    Buffer d;
    append_path_data(d, shape, {{0, 0}, 2});
    EXPECT_EQ(d.view(), "M0 0v14");
}

TEST(Links, OnlyHarmlessOnesGoOut) {
    for (const auto* good : {"https://www.ifla.org/", "HTTP://x", "mailto:a@b.org"})
        EXPECT_TRUE(is_safe_link(good)) << good;
    for (const auto* bad : {"javascript:alert(1)", " https://x", "data:text/html,x", "file:///etc/passwd",
                            "//x", "a.html", "https://x y", "https://x\ny", "java\tscript:1", ""}) {
        EXPECT_FALSE(is_safe_link(bad)) << bad;
    }
}

}  // namespace
}  // namespace shezhire::paint
