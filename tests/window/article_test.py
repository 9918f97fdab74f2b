"""The article as a person reads it: opened by its key, narrowed to what is contradicted, and left for the structure."""
import unittest

from support import Case, node


class Article(Case):
    def test_what_does_the_article_say(self):
        window = self.open("--do", "date 2005-08")
        state = window.wait(lambda s: node(s, "ifla"), "the picture")
        left, top = state["canvas"]["box"][:2]
        window.keys("a")
        window.wait(lambda s: s["article"] == "isengalieva", "the article")
        window.shot("article")
        window.click((left + 150, top + 250))
        said = window.wait(lambda s: s["selection"].startswith("statement-"), "a statement selected")
        window.shot("statement")
        window.keys("a")
        back = window.wait(lambda s: s["article"] == "", "the picture again")
        self.assertEqual(back["selection"], said["selection"], "what was read stays selected")

    def test_a_statement_is_shown_in_the_structure(self):
        window = self.open("--do", "article isengalieva; select statement-090; show")
        state = window.wait(lambda s: s["selection"] == "ifla", "IFLA, which the statement is about")
        self.assertEqual(state["article"], "")
        window.shot("shown")


if __name__ == "__main__":
    unittest.main()
