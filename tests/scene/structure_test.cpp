#include "scene/structure.h"

#include <gtest/gtest.h>

#include "graphs.h"
#include "support/golden.h"

namespace shezhire::scene {
namespace {

void expect_golden(const std::string& name, const GraphMaker& maker, const StructureStyle& style = {}) {
    const auto drawn = draw(maker.made(), small_model(), style);
    expect_sound(drawn.scene, maker.graph, style.engine == layout::Engine::dot, name);
    EXPECT_TRUE(test::matches_golden(
        "scene/" + name + ".txt",
        layout::to_text(drawn.request) + "\n" + layout::to_text(drawn.layout) + "\n" + to_text(drawn.scene)));
}

GraphMaker family(int members) {
    GraphMaker maker;
    const int root = maker.add("root", "Division of Special Libraries", "division");
    for (int k = 1; k <= members; ++k) {
        maker.add("s" + std::to_string(k), "Section of Libraries " + std::to_string(k), "section", root,
                  std::to_string(k));
    }
    return maker;
}

GraphMaker house() {
    GraphMaker maker;
    const int root = maker.add("ifla", "International Federation of Library Associations", "federation");
    maker.node(root).acronym = "IFLA";
    maker.add("council", "Council", "body", root);
    for (int d = 1; d <= 3; ++d) {
        const int division = maker.add("d" + std::to_string(d), "Division of Collections", "division", root,
                                       std::string(static_cast<std::size_t>(d), 'I'));
        for (int s = 1; s <= 3; ++s) {
            maker.add("s" + std::to_string(d * 10 + s), "Serial Publications Section", "section", division,
                      std::to_string(d * 10 + s));
        }
    }
    return maker;
}

TEST(Structure, golden_single_node) {
    GraphMaker maker;
    maker.add("only", "UNESCO", "federation");
    expect_golden("single", maker);
}

TEST(Structure, golden_empty_graph) {
    GraphMaker maker;
    maker.graph.filtered = 12;
    const auto drawn = draw(maker.made(), small_model());
    EXPECT_TRUE(test::matches_golden("scene/empty.txt", to_text(drawn.scene)));
}

TEST(Structure, golden_chain) {
    GraphMaker maker;
    int last = maker.add("a", "Federation", "federation");
    for (const char* key : {"b", "c", "d", "e", "f"}) {
        last = maker.add(key, std::string("Part ") + key, "section", last);
    }
    expect_golden("chain", maker);
}

TEST(Structure, golden_wide_family) {
    expect_golden("wide_family", family(23));
}

TEST(Structure, golden_house) {
    expect_golden("house", house());
}

TEST(Structure, golden_house_to_the_right) {
    StructureStyle style;
    style.direction = layout::Direction::right;
    style.aspect = 0.707;
    expect_golden("house_right", house(), style);
}

TEST(Structure, golden_two_parents_and_a_link) {
    GraphMaker maker = house();
    maker.link(2, 12, graph::EdgeKind::other_part);
    maker.link(3, 8, graph::EdgeKind::lateral);
    expect_golden("two_parents", maker);
}

TEST(Structure, golden_folded_with_badge) {
    GraphMaker maker;
    const int root = maker.add("root", "Federation", "federation");
    for (int k = 0; k < 3; ++k) {
        auto& node = maker.node(maker.add("d" + std::to_string(k), "Division", "division", root, "IV"));
        node.foldable = node.folded = true;
        node.hidden = 12;
    }
    expect_golden("folded", maker);
}

TEST(Structure, golden_maybe_disputed_weak_translated) {
    GraphMaker maker = family(4);
    maker.node(1).presence = edtf::Presence::maybe;
    maker.node(2).disputed = true;
    maker.node(3).low_confidence = true;
    maker.node(4).translated = true;
    maker.graph.edges[0].presence = edtf::Presence::maybe;
    expect_golden("states", maker);
}

TEST(Structure, golden_names_in_other_scripts) {
    GraphMaker maker;
    const int root = maker.add("root", "国际图书馆协会和机构联合会", "federation");
    maker.node(root).lang = "zh";
    const std::vector<std::pair<const char*, const char*>> names{
        {"ar", "الاتحاد الدولي لجمعيات ومؤسسات المكتبات"},
        {"kk", "Кітапхана қауымдастықтары мен мекемелерінің халықаралық федерациясы"},
        {"ru", "Секция библиотечных и исследовательских служб для парламентов"}};
    for (const auto& [lang, name] : names) {
        maker.node(maker.add(lang, name, "section", root)).lang = lang;
    }
    StructureStyle style;
    style.lang = "kk";
    expect_golden("scripts", maker, style);
}

TEST(Structure, golden_long_names) {
    GraphMaker maker = family(2);
    maker.node(1).label =
        "Section of Libraries and Information Services for Absolutely Everybody Who Ever Wished for a Name "
        "That Is "
        "Longer than Any Box Could Reasonably Be Expected to Show in Three Lines";
    maker.node(2).label = "Donaudampfschifffahrtsgesellschaftsbibliotheksverwaltungsrat";
    expect_golden("long_names", maker);
}

TEST(Structure, golden_many_ranks) {
    GraphMaker maker;
    int last = maker.add("r0", "Rank 0", "federation");
    for (int r = 1; r < 7; ++r) {
        const int next = maker.add("r" + std::to_string(r), "Rank " + std::to_string(r), "division", last);
        for (int k = 0; k < 3; ++k) {
            maker.add("x" + std::to_string(r) + std::to_string(k), "Section beside", "section", last);
        }
        last = next;
    }
    maker.link(0, 20, graph::EdgeKind::lateral);
    expect_golden("many_ranks", maker);
}

TEST(Structure, golden_several_roots) {
    GraphMaker maker;
    for (int r = 0; r < 3; ++r) {
        const int root = maker.add("root" + std::to_string(r), "Association", "federation");
        for (int k = 0; k < r; ++k) {
            maker.add("m" + std::to_string(r) + std::to_string(k), "Section", "section", root);
        }
    }
    expect_golden("several_roots", maker);
}

TEST(Structure, random_graphs_are_sound_in_every_direction) {
    for (unsigned seed = 1; seed <= 24; ++seed) {
        const auto graph =
            random_graph(seed, 3 + static_cast<int>(seed * 7 % 90), static_cast<int>(seed % 7));
        StructureStyle style;
        style.direction = static_cast<layout::Direction>(seed % 4);
        style.aspect = seed % 3 == 0 ? 0.7 : 1.78;
        const auto drawn = draw(graph, small_model(), style);
        expect_sound(drawn.scene, *graph, true, "seed " + std::to_string(seed));
    }
}

TEST(Structure, other_engines_lay_out_the_same_boxes) {
    for (const auto engine :
         {layout::Engine::twopi, layout::Engine::neato, layout::Engine::fdp, layout::Engine::sfdp,
          layout::Engine::circo, layout::Engine::osage, layout::Engine::patchwork}) {
        StructureStyle style;
        style.engine = engine;
        const auto graph = random_graph(5, 40, 4);
        const auto drawn = draw(graph, small_model(), style);
        expect_sound(drawn.scene, *graph, false, std::string(layout::to_text(engine)));
    }
}

TEST(Structure, a_cycle_of_parents_is_cut_not_followed) {
    GraphMaker maker;
    const int a = maker.add("a", "A");
    const int b = maker.add("b", "B", "section", a);
    maker.link(b, a, graph::EdgeKind::part);
    const auto drawn = draw(maker.made(), small_model());
    EXPECT_EQ(std::count_if(drawn.scene.elements.begin(), drawn.scene.elements.end(),
                            [](const Element& e) { return e.role == Role::node; }),
              2);
}

TEST(Structure, equal_questions_give_equal_pictures) {
    const auto graph = random_graph(9, 70, 5);
    const auto first = draw(graph, small_model());
    const auto second = draw(graph, small_model());
    EXPECT_EQ(first.request, second.request);
    EXPECT_EQ(to_text(first.scene), to_text(second.scene));
}

TEST(Structure, hostile_labels_stay_in_their_boxes) {
    GraphMaker maker = family(4);
    maker.node(1).label = std::string(100'000, 'W');
    maker.node(2).label =
        "a\\N<b>&\"\x01\xE2\x80\xAE"
        "evil";
    maker.node(3).label = "";
    maker.node(4).acronym = std::string(5'000, 'A');
    const auto drawn = draw(maker.made(), small_model());
    expect_sound(drawn.scene, maker.graph, true, "hostile");
    EXPECT_LT(drawn.scene.size.width, 3000);
}

}  // namespace
}  // namespace shezhire::scene
