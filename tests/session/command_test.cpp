#include "session/command.h"

#include <gtest/gtest.h>

#include <set>

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

}  // namespace
}  // namespace shezhire::session
