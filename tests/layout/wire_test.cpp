#include "layout/wire.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "layout/example.h"

namespace shezhire::layout {
namespace {

using test::row_for;
using test::small_request;

// A small deterministic generator: tests must fail the same way everywhere.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : state_(seed) {}
    std::uint32_t roll() {
        state_ = state_ * 1664525U + 1013904223U;
        return state_ >> 8U;
    }

  private:
    std::uint32_t state_;
};

TEST(Wire, RequestComesBackExactly) {
    auto request = small_request();
    request.engine = Engine::patchwork;
    request.direction = Direction::left;
    request.routing = Routing::straight;
    request.nodes[0].size.width = 0.1 + 0.2;
    const auto back = decode_request(encode(request));
    ASSERT_TRUE(back) << back.error().sentence;
    EXPECT_EQ(*back, request);
}

TEST(Wire, AnswerComesBackExactly) {
    const auto layout = row_for(small_request());
    const auto back = decode_answer(encode(layout));
    ASSERT_TRUE(back) << back.error().sentence;
    EXPECT_EQ(*back, layout);
}

TEST(Wire, ErrorComesBack) {
    const auto back = decode_answer(encode(base::Result<Layout>(base::failure("layout.failed", "too odd"))));
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error(), (base::Error{"layout.failed", "too odd"}));
}

TEST(Wire, ErrorsAreMadeSafeToShow) {
    const auto back = decode_answer(
        encode(base::Result<Layout>(base::failure("x", "a\x1b[31m\xff" + std::string(5000, 'b')))));
    ASSERT_FALSE(back);
    EXPECT_LT(back.error().sentence.size(), 1100U);
    EXPECT_EQ(back.error().sentence.find('\x1b'), std::string::npos);
}

TEST(Wire, OtherVersionIsNamed) {
    auto question = encode(small_request());
    auto answer = encode(base::Result<Layout>(row_for(small_request())));
    question[4] = 99;
    answer[4] = 99;
    EXPECT_TRUE(is_whole_message(answer)) << "the length is understood in every version";
    EXPECT_EQ(decode_request(question).error().code, "layout.version");
    EXPECT_EQ(decode_answer(answer).error().code, "layout.version");
    EXPECT_THAT(decode_answer(answer).error().sentence, testing::HasSubstr("99"));
}

TEST(Wire, KnowsWhenAMessageIsWhole) {
    const auto bytes = encode(small_request());
    EXPECT_TRUE(is_whole_message(bytes));
    EXPECT_TRUE(is_whole_message(bytes + "more"));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(is_whole_message(bytes.substr(0, size)));
    EXPECT_FALSE(is_whole_message(std::string(100, 'x')));
}

TEST(Wire, EveryPrefixIsRefused) {
    const auto question = encode(small_request());
    const auto answer = encode(base::Result<Layout>(row_for(small_request())));
    for (std::size_t size = 0; size < question.size(); ++size) {
        EXPECT_EQ(decode_request(question.substr(0, size)).error().code, "layout.bad-request") << size;
    }
    for (std::size_t size = 0; size < answer.size(); ++size) {
        EXPECT_EQ(decode_answer(answer.substr(0, size)).error().code, "layout.bad-answer") << size;
    }
    EXPECT_FALSE(decode_request(question + '\0'));
    EXPECT_FALSE(decode_answer(answer + '\0'));
}

TEST(Wire, QuestionIsNoAnswer) {
    EXPECT_EQ(decode_answer(encode(small_request())).error().code, "layout.bad-answer");
    EXPECT_EQ(decode_request(encode(base::Result<Layout>(Layout{}))).error().code, "layout.bad-request");
}

// The count of nodes says four thousand million; memory for them must never be asked for.
TEST(Wire, CountsAreNotTrusted) {
    auto bytes = encode(base::Result<Layout>(Layout{}));
    const std::size_t count_at = 16 + 1 + 16;
    for (std::size_t i = 0; i < 4; ++i) bytes[count_at + i] = '\xff';
    const auto back = decode_answer(bytes);
    ASSERT_FALSE(back);
    EXPECT_THAT(back.error().sentence, testing::HasSubstr("damaged at byte"));
}

TEST(Wire, NoNumbersAreRefused) {
    auto layout = row_for(small_request());
    layout.nodes[1].centre.y = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(decode_answer(encode(layout)).error().code, "layout.bad-answer");
}

TEST(Wire, BadRequestIsRefusedByItsMeaning) {
    auto request = small_request();
    request.edges[0].to = 17;
    EXPECT_EQ(decode_request(encode(request)).error().code, "layout.bad-request");
}

// Whatever a damaged message decodes to can be encoded and decoded again: nothing half-read gets out.
TEST(Wire, DamageIsNeverHalfRead) {
    const auto question = encode(small_request());
    const auto answer = encode(base::Result<Layout>(row_for(small_request())));
    Dice dice(7);
    int refused = 0;
    for (int round = 0; round < 4000; ++round) {
        auto bytes = round % 2 == 0 ? question : answer;
        for (auto changes = 1 + dice.roll() % 3; changes > 0; --changes) {
            bytes[dice.roll() % bytes.size()] = static_cast<char>(dice.roll() & 0xFFU);
        }
        if (round % 2 == 0) {
            const auto back = decode_request(bytes);
            refused += back ? 0 : 1;
            if (back) {
                EXPECT_EQ(decode_request(encode(*back)).value(), *back);
            }
        } else {
            const auto back = decode_answer(bytes);
            refused += back ? 0 : 1;
            if (back) {
                EXPECT_EQ(decode_answer(encode(back)).value(), *back);
            }
        }
    }
    EXPECT_GT(refused, 400);
}

}  // namespace
}  // namespace shezhire::layout
