#include "model/search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "model/fold.h"
#include "model/scan.h"

namespace shezhire::model {
namespace {

Organization body(std::string id, base::Few<Name> names, std::string notation = {}) {
    Organization organization;
    organization.id = std::move(id);
    organization.names = std::move(names);
    organization.notation = std::move(notation);
    return organization;
}

Name name(std::string text, std::string lang, NameRole role = NameRole::preferred) {
    Name result;
    result.text = std::move(text);
    result.lang = std::move(lang);
    result.role = role;
    return result;
}

ModelPtr model_of(std::vector<Organization> organizations) {
    Draft draft;
    draft.organizations = std::move(organizations);
    base::Diagnostics diagnostics;
    return Model::build(std::move(draft), diagnostics);
}

ModelPtr library_world() {
    return model_of({
        body("ifla", {name("International Federation of Library Associations and Institutions", "en"),
                      name("Международная федерация библиотечных ассоциаций и учреждений", "ru"),
                      name("IFLA", "en", NameRole::acronym), name("ИФЛА", "ru", NameRole::acronym),
                      name("国际图书馆协会联合会", "zh")}),
        body("ifla-sec-cataloguing", {name("Cataloguing Section", "en"), name("Секция каталогизации", "ru")},
             "13"),
        body("ifla-sec-national", {name("National Libraries Section", "en")}, "1"),
        body("ifla-div-2",
             {name("Library Types Division", "en"), name("Division of Special Libraries", "en")}, "II"),
        body("kz-lak",
             {name("Қазақстан кітапханалары қауымдастығы", "kk"), name("ҚКҚ", "kk", NameRole::acronym)}),
        body("abf", {name("Association des Bibliothécaires de France", "fr")}),
        body("library", {name("Library", "en")}),
    });
}

std::vector<std::string> ids_of(const Model& model, const std::vector<Hit>& hits) {
    std::vector<std::string> ids;
    for (const auto& hit : hits) ids.push_back(model.organizations()[hit.organization].id);
    return ids;
}

/// "id rank matched part" of every hit.
std::vector<std::string> found(const ModelPtr& model, std::string_view query, std::size_t limit = 50) {
    std::vector<std::string> lines;
    for (const auto& hit : SearchIndex(model).find(query, limit)) {
        const auto& organization = model->organizations()[hit.organization];
        const auto part = hit.name == UINT32_MAX
                              ? std::string("-")
                              : organization.names[hit.name].text.substr(hit.first_byte, hit.byte_count);
        lines.push_back(organization.id + " " + std::to_string(hit.rank) + " " + part);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(SearchKey, FoldsCaseAccentsWidthAndNeighbours) {
    const std::vector<std::pair<const char*, const char*>> keys{
        {"Қазақстан", "казакстан"},
        {"ӘҒҚҢӨҰҮҺІ әғқңөұүһі", "агкноуухи агкноуухи"},
        {"Ёлка, Йошкар-Ола", "елка йошкар ола"},
        {"и\u0306 И\u0306 й", "й й й"},
        {"Київ, Ґалаґан, Україна", "киив галаган украина"},
        {"O\u02BBzbekiston", "ozbekiston"},
        {"Bibliothécaires Bibliothe\u0301caires", "bibliothecaires bibliothecaires"},
        {"Łódź, Ærø, straße, İstanbul, ısı", "lodz aero strasse istanbul isi"},
        {"ＩＦＬＡ ﬁ №５", "ifla fi no5"},
        {"  Section --- on «Maps» & “Plans”  ", "section on maps plans"},
        {"Σίσυφος ΣΊΣΥΦΟΣ", "σισυφοσ σισυφοσ"},
        {"الاتّحاد الإسلاميّة مكـتبة", "الاتحاد الاسلاميه مكتبه"},
        {"国际图书馆", "国际图书馆"},
        {"がか ガ", "か\u3099か カ\u3099"},
        {"हिन्दी", "हिन्दी"},
        {"soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"},
        {"", ""},
        {" \t\n…!?", ""},
        {"\u0301", ""},
        {"bad\xFF\xFE"
         "bytes",
         "bad bytes"},
        {"a\u202Eb", "ab"},
    };
    for (const auto& [text, key] : keys) {
        EXPECT_EQ(search_key(text), key) << text;
        EXPECT_EQ(search_key(key), key) << "not stable: " << text;
    }
}

TEST(SearchKey, EveryFoldedByteKnowsWhereItComesFrom) {
    for (const std::string text :
         {"Ærø — Қазақ straße e\u0301te\u0301, и\u0306 ﬁn", "«№５» \xFF ﷺ", "e\u0301\u0302"}) {
        std::string folded = "before ";
        std::vector<Origin> origins;
        append_folded(text, folded, &origins);
        ASSERT_EQ(origins.size(), folded.size() - 7);
        std::uint32_t last = 0;
        for (std::size_t i = 0; i < origins.size(); ++i) {
            EXPECT_LE(last, origins[i].first);
            EXPECT_LE(origins[i].first, origins[i].last);
            EXPECT_LE(origins[i].last, text.size());
            last = origins[i].first;
        }
    }
    std::string folded;
    std::vector<Origin> origins;
    append_folded("e\u0301\u0302", folded, &origins);
    EXPECT_EQ(folded, "e");
    EXPECT_EQ(origins[0].last, 5U) << "both accents belong to the letter";
}

TEST(Search, RanksWholeNamesBeforeAcronymsBeginningsAndInsides) {
    const auto model = library_world();
    EXPECT_EQ(found(model, "library"), (Lines{
                                           "library 0 Library",
                                           "ifla-div-2 2 Library",
                                           "ifla 3 Library",
                                       }));
    EXPECT_EQ(found(model, "ifla"), (Lines{
                                        "ifla 1 IFLA",
                                        "ifla-div-2 7 -",
                                        "ifla-sec-national 7 -",
                                        "ifla-sec-cataloguing 7 -",
                                    }));
    EXPECT_EQ(found(model, "IFL").front(), "ifla 2 IFL");
    EXPECT_EQ(found(model, "logu"), (Lines{"ifla-sec-cataloguing 4 logu"}));
    EXPECT_EQ(found(model, "13"), (Lines{"ifla-sec-cataloguing 1 -"}));
    EXPECT_EQ(found(model, "abf"), (Lines{"abf 1 -"}));
    EXPECT_EQ(found(model, "ifla-sec-national").front(), "ifla-sec-national 1 -");
}

TEST(Search, FindsOverAllLanguagesAndScripts) {
    const auto model = library_world();
    EXPECT_EQ(found(model, "ИФЛА"), (Lines{"ifla 1 ИФЛА"}));
    EXPECT_EQ(found(model, "казакстан"), (Lines{"kz-lak 2 Қазақстан"}));
    EXPECT_EQ(found(model, "китапхана"), (Lines{"kz-lak 3 кітапхана"}));
    EXPECT_EQ(found(model, "ккк"), (Lines{"kz-lak 1 ҚКҚ"}));
    EXPECT_EQ(found(model, "bibliothecaires"), (Lines{"abf 3 Bibliothécaires"}));
    EXPECT_EQ(found(model, "图书馆"), (Lines{"ifla 4 图书馆"}));
    EXPECT_EQ(found(model, "каталогизации"), (Lines{"ifla-sec-cataloguing 3 каталогизации"}));
}

TEST(Search, WantsEveryWord) {
    const auto model = library_world();
    EXPECT_EQ(found(model, "sec cat"), (Lines{"ifla-sec-cataloguing 3 Sec"}));
    EXPECT_EQ(found(model, "cataloguing section"), (Lines{"ifla-sec-cataloguing 0 Cataloguing Section"}));
    EXPECT_EQ(found(model, "Cataloguing, sec"), (Lines{"ifla-sec-cataloguing 2 Cataloguing Sec"}));
    EXPECT_EQ(found(model, "loguing tion"), (Lines{"ifla-sec-cataloguing 4 loguing"}));
    EXPECT_EQ(found(model, "cataloguing секция"), (Lines{"ifla-sec-cataloguing 5 Секция"}));
    EXPECT_EQ(found(model, "cataloguing division"), Lines{});
    EXPECT_EQ(found(model, "library libraries"), (Lines{"ifla-div-2 5 Libraries"}));
    EXPECT_EQ(found(model, "ifla cataloguing"), (Lines{"ifla-sec-cataloguing 7 -"}));
}

TEST(Search, LightsUpTheOriginalBytes) {
    const auto model = model_of({
        body("a", {name("«Straße»: Ærøskøbing e\u0301cole", "da")}),
        body("b", {name("Ёлки и\u0306од", "ru")}),
    });
    EXPECT_EQ(found(model, "strasse"), (Lines{"a 2 Straße"}));
    EXPECT_EQ(found(model, "stras"), (Lines{"a 2 Straß"}));
    EXPECT_EQ(found(model, "rosko"), (Lines{"a 4 røskø"}));
    EXPECT_EQ(found(model, "eco"), (Lines{"a 3 e\u0301co"}));
    EXPECT_EQ(found(model, "strasse aeros"), (Lines{"a 2 Straße»: Ærøs"}));
    EXPECT_EQ(found(model, "йод"), (Lines{"b 3 и\u0306од"}));
    EXPECT_EQ(found(model, "елк"), (Lines{"b 2 Ёлк"}));
}

TEST(Search, OddQueries) {
    const auto model = library_world();
    for (const char* query : {"", " ", "…", "\xFF", "\n", "\u0301"})
        EXPECT_EQ(found(model, query), Lines{}) << query;
    EXPECT_EQ(found(model, "library", 0), Lines{});
    EXPECT_EQ(found(model, std::string(100'000, 'x')), Lines{});
    std::string many;
    for (int i = 0; i < 20'000; ++i) many += "library ";
    EXPECT_EQ(found(model, many).size(), 3U);
    EXPECT_EQ(found(model_of({}), "library"), Lines{});
    EXPECT_EQ(found(model_of({body("…", {name("!!!", "en")})}), "…"), (Lines{"… 1 -"}));
}

TEST(Search, EqualRanksAreOrderedByLengthThenId) {
    std::vector<Organization> organizations;
    for (const int i : {7, 3, 9, 1, 8, 2}) {
        organizations.push_back(body("id" + std::to_string(i), {name("Group", "en")}));
    }
    organizations.push_back(body("z", {name("Groups", "en")}));
    organizations.push_back(body("a", {name("Group of many", "en")}));
    const auto model = model_of(std::move(organizations));
    const SearchIndex index(model);
    EXPECT_EQ(ids_of(*model, index.find("grou")),
              (Lines{"id1", "id2", "id3", "id7", "id8", "id9", "z", "a"}));
    EXPECT_EQ(ids_of(*model, index.find("grou", 3)), (Lines{"id1", "id2", "id3"}));
}

/// The slow and plain way to the ranks of names.
int plain_rank(const Organization& organization, const std::string& query) {
    int best = 9;
    for (const auto& n : organization.names) {
        const auto key = search_key(n.text);
        if (key == query) best = std::min(best, n.role == NameRole::acronym ? 1 : 0);
        if (key.starts_with(query)) best = std::min(best, 2);
        if ((" " + key).find(" " + query) != std::string::npos) best = std::min(best, 3);
        if (key.find(query) != std::string::npos) best = std::min(best, 4);
    }
    return best;
}

TEST(Search, AgreesWithLookingAtEveryName) {
    std::mt19937 random(1927);
    const auto word = [&random] {
        std::string text;
        for (auto size = 1 + random() % 3; size > 0; --size) text += static_cast<char>('a' + random() % 3);
        return text;
    };
    std::vector<Organization> organizations;
    for (int i = 0; i < 3000; ++i) {
        base::Few<Name> names;
        for (auto count = 1 + random() % 3; count > 0; --count) {
            std::string text = word();
            for (auto words = random() % 4; words > 0; --words) text += " " + word();
            names.push_back(name(text, "en", random() % 4 == 0 ? NameRole::acronym : NameRole::preferred));
        }
        organizations.push_back(body("#" + std::to_string(10'000 + i), std::move(names)));
    }
    const auto model = model_of(std::move(organizations));
    const SearchIndex index(model);
    for (int i = 0; i < 60; ++i) {
        const auto query = word();
        std::vector<std::pair<int, std::uint32_t>> expected;
        for (std::uint32_t o = 0; o < model->organizations().size(); ++o) {
            if (const int rank = plain_rank(model->organizations()[o], query); rank < 9)
                expected.emplace_back(rank, o);
        }
        const auto all = index.find(query, 5000);
        ASSERT_EQ(all.size(), expected.size()) << query;
        std::vector<std::pair<int, std::uint32_t>> actual;
        for (const auto& hit : all) actual.emplace_back(hit.rank, hit.organization);
        EXPECT_TRUE(std::is_sorted(actual.begin(), actual.end(),
                                   [](const auto& a, const auto& b) { return a.first < b.first; }));
        std::sort(actual.begin(), actual.end());
        std::sort(expected.begin(), expected.end());
        EXPECT_EQ(actual, expected) << query;
        const auto some = index.find(query, 10);
        ASSERT_EQ(some.size(), std::min<std::size_t>(10, all.size()));
        for (std::size_t k = 0; k < some.size(); ++k)
            EXPECT_EQ(some[k].organization, all[k].organization) << query;
    }
}

TEST(ScannedText, FindsWhatTheStandardLibraryFinds) {
    std::mt19937 random(42);
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 300, 'a');
        for (char& c : text) c = static_cast<char>('a' + random() % (round % 2 == 0 ? 2 : 20));
        const ScannedText scanned(text);
        std::string needle(1 + random() % 5, 'a');
        for (char& c : needle) c = static_cast<char>('a' + random() % 3);
        for (std::size_t at = 0;; ++at) {
            const auto expected = text.find(needle, at);
            ASSERT_EQ(scanned.find(needle, at), expected) << text << " " << needle << " " << at;
            if (expected == std::string::npos) break;
            at = expected;
        }
    }
}

TEST(Search, PlacesAndPeopleComeAfterNames) {
    auto hague = body("hague-club", {name("The Hague Club", "en")});
    auto ifla = body("ifla", {name("Federation", "en")});
    ifla.sites.push_back({"Edinburgh", "GB", {}, {}, {}});
    ifla.sites.push_back({"The Hague", "NL", {}, {}, {}});
    auto unesco = body("unesco", {name("Education and Culture", "en")});
    unesco.offices.push_back({"director-general", "Irina Bokova", "BG", {}, {}, {}});
    const auto model = model_of({ifla, unesco, hague});
    const SearchIndex index(model);
    const auto found = index.find("hague");
    ASSERT_EQ(ids_of(*model, found), (std::vector<std::string>{"hague-club", "ifla"}));
    EXPECT_EQ(found[0].matched, Matched::name);
    EXPECT_EQ(found[1].matched, Matched::place);
    EXPECT_EQ(found[1].entry, 1U);
    EXPECT_EQ(found[1].name, UINT32_MAX);
    const auto person = index.find("bokova irina");
    ASSERT_EQ(ids_of(*model, person), (std::vector<std::string>{"unesco"}));
    EXPECT_EQ(person[0].matched, Matched::person);
}

}  // namespace
}  // namespace shezhire::model
