#include "session/command.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/words.h"
#include "session/argument_words.h"

namespace shezhire::session {
namespace {

TEST(Commands, AreSplitAtSemicolonsAndBlanks) {
    const auto commands = parse_commands(" date 2005-08;select ifla-sec-cataloguing ; unfold;; ");
    ASSERT_TRUE(commands);
    ASSERT_EQ(commands->size(), 3U);
    EXPECT_EQ((*commands)[0], (Command{Verb::date, {"2005-08"}}));
    EXPECT_EQ((*commands)[1], (Command{Verb::select, {"ifla-sec-cataloguing"}}));
    EXPECT_EQ((*commands)[2], (Command{Verb::unfold, {}}));
}

TEST(Commands, QuotesKeepBlanksSemicolonsAndQuotes) {
    const auto command = parse_command(R"(search "a; \"b\" \\ c")");
    ASSERT_TRUE(command);
    EXPECT_EQ(command->arguments, (std::vector<std::string>{R"(a; "b" \ c)"}));
    EXPECT_EQ(parse_command(R"(search "")")->arguments, (std::vector<std::string>{""}));
}

TEST(Commands, ArePrintedAsTheyAreRead) {
    for (const auto& spec : command_table()) {
        Command command{spec.verb, {}};
        for (int i = 0; i < spec.least; ++i) command.arguments.push_back("a \"b\" ; \\" + std::to_string(i));
        const auto again = parse_command(to_text(command));
        ASSERT_TRUE(again) << to_text(command);
        EXPECT_EQ(*again, command);
    }
}

TEST(Commands, SayWhatIsWrong) {
    EXPECT_EQ(parse_command("explode").error().code, "command.unknown");
    EXPECT_EQ(parse_command("date").error().code, "command.arguments");
    EXPECT_EQ(parse_command("fit now").error().code, "command.arguments");
    EXPECT_EQ(parse_command("search \"open").error().code, "command.syntax");
    EXPECT_EQ(parse_command("").error().code, "command.syntax");
    EXPECT_EQ(parse_command("fit; fit").error().code, "command.syntax");
}

TEST(Commands, HaveUniqueNamesVerbsAndKeys) {
    std::set<std::string_view> names;
    std::set<Verb> verbs;
    std::set<std::string_view> keys;
    for (const auto& spec : command_table()) {
        EXPECT_TRUE(names.insert(spec.name).second) << spec.name;
        EXPECT_TRUE(verbs.insert(spec.verb).second) << spec.name;
        EXPECT_TRUE(spec.key.empty() || keys.insert(spec.key).second) << spec.key;
        EXPECT_EQ(&spec_of(spec.verb), &spec);
        EXPECT_FALSE(spec.title.empty());
    }
}

/// "up|down [ID]" -> "up", "down": the words of the table that can be typed as they stand.
std::vector<std::string> typed_words(std::string_view arguments) {
    std::vector<std::string> words{""};
    for (const char c : arguments) {
        if ((c >= 'a' && c <= 'z') || c == '-') {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

TEST(Commands, SayTheirArgumentsInTheInterfacesLanguage) {
    for (const char* language : {"kk", "ru"}) {
        base::set_interface_language(language);
        for (const auto& spec : command_table()) {
            if (spec.verb == Verb::language) continue;  // by their own names
            for (const auto& argument : typed_words(spec.arguments)) {
                const auto said = argument_in_words(spec.verb, argument);
                EXPECT_GE(static_cast<unsigned char>(*std::max_element(
                              said.begin(), said.end(),
                              [](char a, char b) {
                                  return static_cast<unsigned char>(a) < static_cast<unsigned char>(b);
                              })),
                          0x80U)
                    << spec.name << " " << argument << " is “" << said << "” in " << language;
            }
        }
    }
    base::set_interface_language("en");
    EXPECT_EQ(argument_in_words(Verb::language, "kk"), "Қазақша");
    EXPECT_EQ(argument_in_words(Verb::zoom, "2"), "2");
}

}  // namespace
}  // namespace shezhire::session
