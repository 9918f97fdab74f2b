// The small containers of which a data set has millions: lists that are mostly empty, values that are shared.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/few.h"
#include "base/shared.h"

namespace shezhire::base {
namespace {

static_assert(sizeof(Few<std::string>) == sizeof(void*));
static_assert(sizeof(Word) == sizeof(void*));

std::vector<std::string> as_vector(const Few<std::string>& few) {
    return {few.begin(), few.end()};
}

TEST(Few, HoldsWhatAVectorHolds) {
    std::mt19937 random(5);
    Few<std::string> few;
    std::vector<std::string> vector;
    for (int step = 0; step < 20'000; ++step) {
        const auto text = std::string(random() % 40, static_cast<char>('a' + step % 26));
        const auto at = static_cast<std::ptrdiff_t>(random() % (vector.size() + 1));
        switch (random() % 9) {
            case 0:
                few.insert(few.begin() + at, text), vector.insert(vector.begin() + at, text);
                break;
            case 1:
                if (at == static_cast<std::ptrdiff_t>(vector.size())) break;
                few.erase(few.begin() + at), vector.erase(vector.begin() + at);
                break;
            case 2:
                few = Few<std::string>(few);
                break;
            case 3:
                few.resize(random() % 12), vector.resize(few.size());
                break;
            case 4:
                erase_if(few, [&](const std::string& one) { return one.size() == text.size(); });
                erase_if(vector, [&](const std::string& one) { return one.size() == text.size(); });
                break;
            case 5:
                if (!few.empty()) few.push_back(few.front()), vector.push_back(std::string(vector.front()));
                break;
            default:
                few.push_back(text), vector.push_back(text);
        }
        ASSERT_EQ(as_vector(few), vector) << "step " << step;
    }
    few.clear();
    EXPECT_TRUE(few.empty());
}

TEST(Few, MovesAndCompares) {
    Few<std::string> one{"a", "a text that is longer than a string keeps inside"};
    const Few<std::string> two = one;
    EXPECT_EQ(one, two);
    const Few<std::string> three = std::move(one);
    EXPECT_EQ(three, two);
    EXPECT_NE(three, (Few<std::string>{"a"}));
    one = three;
    one.front() = "b";
    EXPECT_EQ(two.front(), "a");
}

TEST(Shared, IsChangedWhereItIsChangedOnly) {
    Shared<std::vector<int>> one(std::vector{1, 2});
    auto two = one;
    EXPECT_EQ(&one.get(), &two.get());
    two.change().push_back(3);
    EXPECT_EQ(one->size(), 2U);
    EXPECT_EQ(two->size(), 3U);
    EXPECT_NE(one, two);
    two.change().pop_back();
    EXPECT_EQ(one, two);
    EXPECT_EQ(Shared<std::vector<int>>(), std::vector<int>());
}

TEST(Shared, IsCopiedByManyThreads) {
    const Word word(std::string(100, 'x'));
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([word] {
            for (int n = 0; n < 10'000; ++n) Word copy = word;
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(word, std::string(100, 'x'));
}

TEST(Word, StandsForItsText) {
    const Word word("kk");
    const std::string text = word;
    EXPECT_EQ(text, "kk");
    EXPECT_EQ(word, std::string_view("kk"));
    EXPECT_LT(word, Word("ru"));
    EXPECT_TRUE(Word("").empty());
    EXPECT_EQ(Word(), Word(""));
}

}  // namespace
}  // namespace shezhire::base
