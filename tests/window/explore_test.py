"""Tasks that a person has, done by mouse and keys in the real window on the built-in data; a picture of each step."""
import unittest

from support import Case, node, place, said


class Tasks(Case):
    def palette(self, window, text):
        window.keys("ctrl+k")
        window.wait(lambda s: s["overlay"] == "palette", "the palette")
        window.type(text)

    def test_find_cataloguing_and_what_it_was_called_in_1980(self):
        window = self.open("--do", "fit", "--size", "1280x720")
        window.keys("ctrl+f")
        window.type("cataloguing")
        state = window.wait(lambda s: s["search"] == "cataloguing" and s["hits"] > 0, "hits")
        window.shot("found")
        window.keys("Return")
        state = window.wait(lambda s: s["selection"] == "ifla-sec-cataloguing", "the section, unfolded and selected")
        self.assertIsNotNone(node(state, "ifla-sec-cataloguing"), "the way to it is unfolded")
        window.shot("selected")
        field = (state["canvas"]["box"][0] + 100, 720 - 76 + 32)
        window.keys("Escape")  # the search is over, the selection stays
        window.wait(lambda s: s["search"] == "", "the search over")
        window.click(field)
        window.type("1980")
        window.keys("Return")
        state = window.wait(lambda s: s["date"] == "1980" and node(s, "ifla-sec-cataloguing"), "1980")
        self.assertIn("atalogu", node(state, "ifla-sec-cataloguing")["label"])
        window.shot("1980")

    def test_show_only_division_iv_in_2005_and_export_it(self):
        window = self.open("--do", "date 2005", "--size", "1280x720")
        self.palette(window, "visit bibliographic control")
        window.shot("palette")
        window.keys("Return")
        state = window.wait(lambda s: s["selection"] == "ifla-div-1977-4", "Division IV")
        window.keys("shift+F10")
        window.wait(lambda s: s["overlay"] == "menu", "the menu of the body")
        window.shot("menu")
        window.keys("Escape")
        window.wait(lambda s: s["overlay"] == "" and s["selection"], "the menu closed, the selection kept")
        self.palette(window, "root ifla-div-1977-4")
        window.keys("Return")
        state = window.wait(lambda s: s["roots"] == ["ifla-div-1977-4"], "only this branch")
        window.shot("branch")
        self.assertIsNotNone(node(state, "ifla-sec-cataloguing"))
        self.assertIsNone(node(state, "ifla"))
        window.keys("ctrl+e")
        window.keys("ctrl+a")
        window.type("four.svg")
        window.keys("Return")
        window.wait(lambda s: said(s, "four.svg"), "the word that it is written")
        written = (self.folder / "four.svg").read_text()
        self.assertIn("Cataloguing Section", written)
        self.assertNotIn("Regional Office", written)

    def test_recover_from_a_wrong_click(self):
        window = self.open("--do", "date 2005; select ifla-div-1977-4", "--size", "1280x720")
        before = window.wait(lambda s: s["selection"] == "ifla-div-1977-4", "a selection")
        window.click(place(before, "ifla-div-1977-4"), repeat=2)  # a double click folds or unfolds
        after = window.wait(lambda s: len(s["nodes"]) != len(before["nodes"]), "a fold by mistake")
        window.shot("folded")
        window.keys("ctrl+z")
        window.wait(lambda s: len(s["nodes"]) == len(before["nodes"]), "the fold taken back")
        window.keys("1")
        after = window.wait(lambda s: node(s, "ifla-div-1977-1") is None, "only what is near")
        window.shot("near")
        self.assertIsNotNone(node(after, "ifla"))
        window.keys("Escape")
        window.wait(lambda s: node(s, "ifla-div-1977-1"), "everything again")
        window.keys("Up")
        window.wait(lambda s: s["selection"] not in ("", "ifla-div-1977-4"), "walked up")
        window.keys("alt+Left")
        window.wait(lambda s: s["selection"] == "ifla-div-1977-4", "back at the place before")

    def test_find_a_row_of_the_table_and_take_it_along(self):
        window = self.open("--do", "date 2005; fold-to 64", "--size", "1280x720")
        window.keys("r")
        state = window.wait(lambda s: s.get("table", {}).get("count", 0) > 40, "the table")
        window.shot("table")
        left, top, right, _ = state["canvas"]["box"]
        window.click((left + 80, top + 34 + 14))  # the field for words
        window.type("catalog")
        state = window.wait(lambda s: s["table"].get("match") == "catalog" and 0 < s["table"]["count"] < 10, "few rows")
        window.shot("filtered")
        self.assertIn("ifla-sec-cataloguing", state["table"]["keys"])
        row = state["table"]["keys"].index("ifla-sec-cataloguing")
        window.click((left + 120, top + 74 + 26 + row * 26 + 13))
        window.wait(lambda s: s["selection"] == "ifla-sec-cataloguing", "the row selected")
        window.shot("selected")
        window.keys("ctrl+c")
        window.wait(lambda s: said(s, "1 row copied"), "the word that it was copied")
        window.keys("Escape")  # the word is read
        window.keys("ctrl+e")
        window.keys("ctrl+a")
        window.type("rows.csv")
        window.shot("export")
        window.keys("Return")
        window.wait(lambda s: said(s, "rows.csv"), "the word that it is written")
        written = (self.folder / "rows.csv").read_text()
        self.assertIn("Cataloguing", written)
        self.assertLess(len(written.splitlines()), 12, "the rows that are seen, not all")
        window.keys("Escape", "Escape", "r")
        state = window.wait(lambda s: "table" not in s and node(s, "ifla-sec-cataloguing"), "the picture again")
        self.assertEqual(state["selection"], "ifla-sec-cataloguing")
        window.shot("picture")

    def test_everything_by_keyboard(self):
        window = self.open("--do", "date 2005", "--size", "1280x720")
        window.keys("Home")
        window.wait(lambda s: s["selection"] == "ifla", "the root")
        window.keys("Tab", "Tab", "Down")
        state = window.wait(lambda s: s["selection"] not in ("", "ifla"), "the next row of the outline")
        window.shot("outline")
        first = state["selection"]
        window.keys("Right")
        window.wait(lambda s: not node(s, first)["folded"], "unfolded")
        window.keys("Escape")
        window.keys("F1")
        window.wait(lambda s: s["overlay"] == "keys", "the list of keys")
        window.shot("keys")
        window.keys("Escape")
        window.wait(lambda s: s["overlay"] == "", "the list closed")
        window.keys("u")
        state = window.wait(lambda s: len(s["nodes"]) == 2, "the path to the root")
        window.keys("u")
        window.wait(lambda s: len(s["nodes"]) > 2, "everything again")


if __name__ == "__main__":
    unittest.main()
