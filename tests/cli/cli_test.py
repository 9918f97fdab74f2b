#!/usr/bin/env python3
"""The binary as people use it: every subcommand, every exit code, wrong use, hostile names, unwritable targets.

SHEZHIRE names the program, SHEZHIRE_SOURCE the repository's root."""
import csv
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

PROGRAM = os.environ["SHEZHIRE"]
SOURCE = pathlib.Path(os.environ["SHEZHIRE_SOURCE"])
SMALL = """{
  "@context": "context.jsonld",
  "format": "shezhire/1",
  "title": { "en": "Small", "kk": "Шағын" },
  "roots": ["fed"],
  "@graph": [
    { "id": "federation", "type": "Concept", "inScheme": "kinds", "prefLabel": { "en": "federation" } },
    { "id": "section", "type": "Concept", "inScheme": "kinds", "notation": "S", "prefLabel": { "en": "section" } },
    { "id": "meeting", "type": "Concept", "inScheme": "kinds", "prefLabel": { "en": "meeting" } },
    { "id": "kinds", "type": "ConceptScheme", "prefLabel": { "en": "kinds" } },
    { "id": "fed", "type": "Organization", "kind": "federation", "existence": "1927-09-30/..",
      "prefLabel": { "en": "The Federation", "kk": "Федерация" } },
    { "id": "sec-1", "type": "OrganizationalUnit", "kind": "section", "notation": "1", "existence": "1950/..",
      "prefLabel": { "en": "Rare Books", "kk": "Сирек кітаптар" }, "unitOf": "fed", "later": { "kept": [1, 2] } },
    { "id": "sec-2", "type": "OrganizationalUnit", "kind": "section", "notation": "2", "existence": "1960/1990",
      "prefLabel": { "en": "Maps <&> \\"quotes\\" ]]> \\\\N" }, "unitOf": "fed" },
    { "id": "ev-1", "type": "Event", "kind": "meeting", "when": "1955", "organization": ["fed"],
      "prefLabel": { "en": "First meeting" } },
    { "id": "ev-2", "type": "Event", "kind": "meeting", "when": "2000", "organization": ["fed"],
      "prefLabel": { "en": "Last meeting" } }
  ]
}
"""
FAULTY = SMALL.replace('"unitOf": "fed" },', '"unitOf": "nobody" },')


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.small = self.write("small.jsonld", SMALL)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def run_program(self, *arguments, code=0, stdout=subprocess.PIPE, **environment):
        """Runs without a display, home and locale of the tester; checks the exit code; text and messages are kept."""
        surroundings = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(self.folder / "cache"), "LC_ALL": "C.UTF-8"}
        surroundings |= {k: v for k, v in os.environ.items() if k.startswith(("ASAN_", "UBSAN_", "LSAN_"))}
        result = subprocess.run([PROGRAM, *map(str, arguments)], stdout=stdout, stderr=subprocess.PIPE, timeout=120,
                                cwd=self.folder, env=surroundings | environment, stdin=subprocess.DEVNULL)
        messages = result.stderr.decode("utf-8")
        self.assertEqual(result.returncode, code, messages)
        return (result.stdout or b"").decode("utf-8"), messages


class WrongUse(Case):
    def test_everything_says_what_was_wrong_and_exits_2(self):
        out = self.folder / "x.svg"
        for arguments in (["--bogus"], ["check", "--bogus"], ["export", self.small], ["query"], ["convert", self.small],
                          ["info", self.small, "--as-of", "2005-13"], ["info", self.small, "--as-of", ""],
                          ["export", self.small, "-o", "x.doc"], ["export", self.small, "-o", "x"],
                          ["export", self.small, "-o", out, "--engine", "magic"],
                          ["export", self.small, "-o", out, "--direction", "sideways"],
                          ["export", self.small, "-o", out, "--theme", "pink"],
                          ["export", self.small, "-o", out, "--page", "A9"],
                          ["export", self.small, "-o", out, "--text", "none"],
                          ["export", self.small, "-o", out, "--certainty", "perhaps"],
                          ["export", self.small, "-o", out, "--aspect", "-1"],
                          ["export", self.small, "-o", out, "--aspect", "nan"],
                          ["export", self.small, "-o", out, "--dpi", "0"],
                          ["export", self.small, "-o", out, "--dpi", "many"],
                          ["export", self.small, "-o", out, "--scale", "1e9"],
                          ["export", self.small, "-o", out, "--depth", "-1"],
                          ["export", self.small, "-o", out, "--as-of", "yesterday"],
                          ["export", self.small, "-o", out, "--format", "doc"],
                          ["export", self.small, "-o", out, "--root", "nobody"],
                          ["export", self.small, "-o", out, "--fold", "nobody"],
                          ["export", self.small, "-o", out, "--view", "sculpture"],
                          ["export", self.small, "-o", out, "--scale", "sequential"],
                          ["export", self.small, "-o", out, "--view", "timeline", "--lanes", "colour"],
                          ["export", self.small, "-o", out, "--view", "timeline", "--from", "yesterday"],
                          ["export", self.small, "-o", out, "--view", "timeline", "--from", "2000", "--to", "1900"],
                          ["export", self.small, "-o", out, "--view", "timeline", "--rows", "0"],
                          ["export", self.small, "-o", out, "--view", "timeline", "--with", "songs"],
                          ["export", self.small, "-o", out, "--view", "timeline", "--bodies", "0"],
                          ["export", self.small, "-o", out, "--columns", "name"],
                          ["export", self.small, "-o", out, "--sort", "name"],
                          ["export", self.small, "-o", out, "--table", "--columns", "colour"],
                          ["export", self.small, "-o", out, "--table", "--sort", "colour"],
                          ["export", self.small, "-o", out, "--table", "--sort", "name:up"],
                          ["export", self.small, "-o", out, "--table", "--as-of", "1800"],
                          ["export", self.small, "-o", out, "--hide-kind", "federation"],
                          ["export", self.small, "-o", out, "--as-of", "1800"], [self.small, "check"]):
            with self.subTest(arguments=arguments):
                text, messages = self.run_program(*arguments, code=2)
                self.assertEqual(text, "")
                self.assertTrue(messages.strip())
        self.assertFalse(out.exists())

    def test_a_view_that_there_is_not_and_a_comparison_of_one_date(self):
        _, messages = self.run_program("export", self.small, "-o", "x.svg", "--view", "cloud", code=2)
        self.assertIn("structure, timeline, compare, table", messages)
        _, messages = self.run_program("export", self.small, "-o", "x.svg", "--view", "compare", "--to", "2010", code=2)
        self.assertIn("two dates", messages)

    def test_help_and_version_are_no_faults(self):
        text, _ = self.run_program("--help")
        for command in ("check", "info", "export", "query", "convert", "commands"):
            self.assertIn(command, text)
            self.assertIn("Usage", self.run_program(command, "--help")[0])
        self.assertRegex(self.run_program("--version")[0], r"^shezhire \d+\.\d+\.\d+\n$")


class Compare(Case):
    def test_the_list_of_what_became_of_whom(self):
        out = self.folder / "fates.csv"
        self.run_program("export", SOURCE / "data", "-o", out, "--view", "compare", "--root", "ifla", "--as-of", "2008-08", "--to", "2010")
        with open(out, newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
        by_name = {row["Name"]: row for row in rows}
        self.assertEqual(by_name["Cataloguing Section"]["What became of it"], "moved")
        self.assertEqual(by_name["Cataloguing Section"]["Formerly part of"], "Division of Bibliographic Control")
        self.assertEqual(by_name["Division of Regional Activities"]["Went into"], "Division of Regions")

    def test_the_reform_of_2009_in_every_format(self):
        for name, begin in (("c.svg", b"<?xml"), ("c.pdf", b"%PDF"), ("c.png", b"\x89PNG"), ("c.json", b"{"), ("c.dot", b"digraph")):
            for sides in ((), ("--sides",)):
                with self.subTest(name=name, sides=sides):
                    out = self.folder / name
                    self.run_program("export", SOURCE / "data", "-o", out, "--view", "compare", "--root", "ifla",
                                     "--as-of", "2008-08", "--to", "2010", *sides)
                    self.assertTrue(out.read_bytes().startswith(begin), out.read_bytes()[:40])
class Table(Case):
    def export(self, *arguments):
        return self.run_program("export", self.small, "-o", "-", "--as-of", "1970", *arguments)[0]

    def rows(self, *arguments):
        return list(csv.reader(self.export("--format", "csv", *arguments).splitlines(keepends=True)))

    def test_csv_is_the_view_as_rows(self):
        head, *rows = self.rows()
        self.assertEqual(head, ["Name", "Kind", "Number", "Part of", "Founded", "Ended"])
        self.assertEqual([row[0] for row in rows], ["The Federation", "Rare Books", 'Maps <&> "quotes" ]]> \\N'])
        self.assertEqual(rows[0][4:], ["1927-09-30", ""])
        self.assertEqual(rows, self.rows("--view", "table")[1:])
        self.assertEqual(self.rows("--view", "timeline", "--columns", "what,entry")[1:],
                         [["The Federation", "life-line"], ["First meeting", "event"], ["Last meeting", "event"]])

    def test_columns_order_and_language(self):
        self.assertEqual(self.rows("--columns", "id,founded", "--sort", "founded:desc", "--lang", "kk"),
                         [["Идентификатор", "Құрылған"], ["sec-2", "1960"], ["sec-1", "1950"], ["fed", "1927-09-30"]])
        self.assertEqual(self.rows("--columns", "id", "--match", "rare"), [["Id"], ["fed"], ["sec-1"]])

    def test_every_format(self):
        out = {}
        for name in ("a.csv", "a.tsv", "a.svg", "a.pdf", "a.png", "a.json", "a.dot"):
            self.run_program("export", self.small, "-o", name, "--view", "table", "--as-of", "1970")
            out[name[2:]] = (self.folder / name).read_bytes()
            self.run_program("export", self.small, "-o", "again", "--format", name[2:], "--table", "--as-of", "1970")
            self.assertEqual((self.folder / "again").read_bytes(), out[name[2:]], "same input, same bytes")
        self.assertEqual(out["pdf"][:5], b"%PDF-")
        self.assertEqual(out["png"][:4], b"\x89PNG")
        self.assertIn("Rare Books", "".join(xml.etree.ElementTree.fromstring(out["svg"]).itertext()))
        table = json.loads(out["json"])
        self.assertEqual(table["format"], "shezhire-table/1")
        self.assertEqual(table["rows"][0]["cells"]["founded"], {"text": "30 September 1927", "value": "1927-09-30"})
        drawn = subprocess.run(["dot", "-Tsvg"], input=out["dot"], capture_output=True, timeout=60)
        self.assertEqual((drawn.returncode, drawn.stderr), (0, b""))
        self.assertIn(b"quotes", drawn.stdout)

    def test_a_long_table_has_pages(self):
        self.run_program("export", SOURCE / "data", "-o", "all.pdf", "--view", "table", "--root", "ifla")
        told = subprocess.run(["pdfinfo", self.folder / "all.pdf"], capture_output=True, text=True, check=True).stdout
        self.assertGreater(int(re.search(r"Pages: +(\d+)", told)[1]), 1)
        self.assertIn("A4", told)
        text = subprocess.run(["pdftotext", "-layout", self.folder / "all.pdf", "-"], capture_output=True, text=True,
                              check=True).stdout.split("\f")
        for page in text[:-1]:
            self.assertIn("Part of", page)

    def test_dot_takes_any_number_of_rows(self):
        dot, _ = self.run_program("export", SOURCE / "data", "-o", "-", "--format", "dot", "--view", "timeline",
                                  "--table")
        drawn = subprocess.run(["dot", "-Tplain"], input=dot.encode(), capture_output=True, timeout=60)
        self.assertEqual((drawn.returncode, drawn.stderr), (0, b""))


class Timeline(Case):
    def export(self, name, *arguments):
        out = self.folder / name
        self.run_program("export", SOURCE / "data", "-o", out, "--view", "timeline", *arguments)
        return out.read_bytes()

    def test_is_written_in_every_format(self):
        for name, begin in (("t.svg", b"<?xml"), ("t.pdf", b"%PDF"), ("t.png", b"\x89PNG"), ("t.json", b"{")):
            with self.subTest(name=name):
                self.assertTrue(self.export(name, "--from", "1965", "--to", "1980").startswith(begin))

    def test_shows_bodies_events_and_what_joins_them(self):
        scene = json.loads(self.export("t.json", "--lang", "kk"))
        roles = {}
        for element in scene["elements"]:
            roles.setdefault(element["role"], []).append(element["key"])
        for body in ("ifla", "unesco", "bae", "gb-la", "gb-cilip"):
            self.assertIn(body, roles["node"])
        self.assertGreater(len(roles["event"]), 100)
        self.assertTrue(roles["edge"] and roles["lateral-edge"])

    def test_same_input_same_bytes(self):
        self.assertEqual(self.export("a.svg", "--no-cache"), self.export("b.svg"))

    def test_graphviz_draws_it(self):
        for rows in ("1", "2"):
            dot = self.export("t.dot", "--rows", rows, "--with", "offices")
            drawn = subprocess.run(["neato", "-n2", "-Tsvg"], input=dot, capture_output=True, check=True, timeout=60)
            self.assertEqual(drawn.stderr, b"")
            for word in ("International Federation of Library Associations", "receives a royal charter: statutes, 1898, London"):
                self.assertIn(word, drawn.stdout.decode())

    def test_rows_scale_and_units(self):
        plain = json.loads(self.export("t.json", "--root", "ifla"))
        rows = json.loads(self.export("r.json", "--root", "ifla", "--rows", "3"))
        steps = json.loads(self.export("s.json", "--root", "ifla", "--scale", "sequential"))
        self.assertGreater(rows["size"][1], 2 * plain["size"][1])
        self.assertEqual(steps["size"], plain["size"])
        self.assertNotEqual(steps["elements"], plain["elements"])


class Check(Case):
    def test_good_data_is_silent(self):
        self.assertEqual(self.run_program("check", self.small), ("", ""))

    def test_faults_have_place_severity_code_and_sentence(self):
        faulty = self.write("faulty.jsonld", FAULTY)
        text, _ = self.run_program("check", faulty, code=1)
        self.assertRegex(text, r"(?m)^.*faulty\.jsonld:\d+:\d+: error: model\.dangling-reference: .*nobody.*$")

    def test_what_cannot_be_read_is_an_error(self):
        for name in ("missing.jsonld", self.folder):
            with self.subTest(name=name):
                text, _ = self.run_program("check", "missing.jsonld", code=1)
                self.assertIn("missing.jsonld", text)
        for content in ("", "{", '{"@graph": [', "\x00\x01", '"text"', "[" * 5000):
            with self.subTest(content=content[:12]):
                text, _ = self.run_program("check", self.write("bad.jsonld", content), code=1)
                self.assertRegex(text, r"bad\.jsonld:\d+:\d+: error: ")

    def test_the_built_in_data_has_no_errors(self):
        self.run_program("check", SOURCE / "data")


class Info(Case):
    def info(self, *arguments):
        return json.loads(self.run_program("info", self.small, "--json", *arguments)[0])

    def test_counts_by_kind_at_a_date(self):
        at_1970 = self.info("--as-of", "1970")
        self.assertEqual(at_1970["asOf"], "1970")
        self.assertEqual(at_1970["organizations"], {"S": 2, "federation": 1})
        self.assertEqual(at_1970["events"], {"meeting": 1})
        self.assertEqual(self.info("--as-of", "2005")["organizations"], {"S": 1, "federation": 1})
        self.assertEqual(self.info("--as-of", "1985/2005")["organizations"], {"S": 2, "federation": 1})
        self.assertEqual(self.info("--as-of", "1900")["organizations"], {})

    def test_counts_everything_without_a_date(self):
        everything = self.info()
        self.assertIsNone(everything["asOf"])
        self.assertEqual(everything["organizations"], {"S": 2, "federation": 1})
        self.assertEqual(everything["events"], {"meeting": 2})
        self.assertEqual(everything["title"], "Small")

    def test_text(self):
        text, _ = self.run_program("info", self.small, "--as-of", "1970")
        self.assertRegex(text, r"(?m)^organizations +3$")
        self.assertRegex(text, r"(?m)^  S +2$")

    def test_ifla_as_the_article_and_others_count_it(self):
        for date, kinds in (("2005-08", {"division": 8, "section": 48}), ("2018-02", {"division": 5, "section": 44}),
                            ("2024-01", {"section": 42, "regional-division": 6})):
            text, _ = self.run_program("info", SOURCE / "data/ifla.jsonld", SOURCE / "data/vocabulary.jsonld", "--as-of",
                                       date, "--json")
            counted = json.loads(text)["organizations"]
            for kind, count in kinds.items():
                self.assertEqual(counted.get(kind), count, f"{kind} at {date}")

    def test_a_full_disk_is_said(self):
        with open("/dev/full", "wb") as full:
            _, messages = self.run_program("info", self.small, code=3, stdout=full)
        self.assertIn("could not be written", messages)

    def test_nothing_readable_is_an_error(self):
        text, messages = self.run_program("info", "missing.jsonld", code=1)
        self.assertEqual(text, "")
        self.assertIn("missing.jsonld", messages)


class Query(Case):
    def test_finds_in_all_languages(self):
        text, _ = self.run_program("query", self.small, "сирек")
        self.assertIn("sec-1", text)
        self.assertIn("Rare Books", text)
        self.assertIn("(Сирек кітаптар)", text)

    def test_json_and_language(self):
        hits = json.loads(self.run_program("query", self.small, "--json", "--lang", "kk,en", "rare")[0])
        self.assertEqual([(hit["id"], hit["label"], hit["matched"]) for hit in hits],
                         [("sec-1", "Сирек кітаптар", "Rare Books")])
        hits = json.loads(self.run_program("query", self.small, "--json", "maps")[0])
        self.assertEqual(hits[0]["label"], 'Maps <&> "quotes" ]]> \\N')

    def test_no_hit_is_no_fault(self):
        self.assertEqual(self.run_program("query", self.small, "zebra"), ("", ""))
        self.assertEqual(json.loads(self.run_program("query", self.small, "zebra", "--json")[0]), [])

    def test_limit(self):
        self.assertEqual(len(json.loads(self.run_program("query", self.small, "--json", "--limit", "1", "e")[0])), 1)


class Convert(Case):
    def test_normalizes_and_keeps_what_it_does_not_know(self):
        self.run_program("convert", self.small, "once.jsonld")
        once = (self.folder / "once.jsonld").read_bytes()
        self.run_program("convert", "once.jsonld", "twice.jsonld")
        self.assertEqual(once, (self.folder / "twice.jsonld").read_bytes())
        section = next(t for t in json.loads(once)["@graph"] if t["id"] == "sec-1")
        self.assertEqual(section["later"], {"kept": [1, 2]})

    def test_errors_stop_it(self):
        self.run_program("convert", self.write("faulty.jsonld", FAULTY), "out.jsonld", code=1)
        self.assertFalse((self.folder / "out.jsonld").exists())

    def test_other_formats_are_wrong_use(self):
        _, messages = self.run_program("convert", self.small, "out.ttl", code=2)
        self.assertIn(".jsonld", messages)

    def test_unwritable(self):
        self.run_program("convert", self.small, "missing/out.jsonld", code=3)


class Commands(Case):
    def test_lists_names_and_keys(self):
        self.assertRegex(self.run_program("commands")[0], r"(?m)^date ")
        page = (SOURCE / "docs" / "commands.md").read_text()
        self.assertEqual(page, self.run_program("commands", "--markdown")[0], "shezhire commands --markdown > docs/commands.md")
        names = [row["name"] for row in json.loads(self.run_program("commands", "--json")[0])]
        self.assertIn("fold", names)
        self.assertEqual(len(names), len(set(names)))


class Export(Case):
    def export(self, out, *arguments, code=0):
        return self.run_program("export", self.small, "-o", out, *arguments, code=code)

    def test_svg_is_valid_and_says_nothing(self):
        self.assertEqual(self.export("out.svg"), ("", ""))
        root = xml.etree.ElementTree.parse(self.folder / "out.svg").getroot()
        self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
        self.assertIn("Rare Books", "".join(root.itertext()))
        self.assertNotIn("script", {element.tag.split("}")[-1] for element in root.iter()})

    def test_every_format_by_its_ending(self):
        for name, magic in (("out.pdf", b"%PDF-"), ("out.png", b"\x89PNG\r\n"), ("out.dot", b"digraph"),
                            ("out.json", b"{")):
            with self.subTest(name=name):
                self.assertEqual(self.export(name), ("", ""))
                self.assertTrue((self.folder / name).read_bytes().lstrip().startswith(magic))
        json.loads((self.folder / "out.json").read_text())

    def test_the_format_may_be_said(self):
        self.export("picture", "--format", "png")
        self.assertTrue((self.folder / "picture").read_bytes().startswith(b"\x89PNG"))
        text, _ = self.export("-", "--format", "svg")
        self.export("out.svg")
        self.assertEqual(text, (self.folder / "out.svg").read_text())

    def test_same_input_same_bytes(self):
        for name in ("out.svg", "out.pdf", "out.png", "out.dot", "out.json"):
            with self.subTest(name=name):
                self.export(name)
                first = (self.folder / name).read_bytes()
                self.export(name)
                self.assertEqual(first, (self.folder / name).read_bytes(), "from the cache")
                self.export(name, "--no-cache")
                self.assertEqual(first, (self.folder / name).read_bytes(), "laid out anew")

    def test_the_date_decides_who_is_there(self):
        self.export("later.svg", "--as-of", "2005")
        self.assertNotIn("Maps", (self.folder / "later.svg").read_text())
        self.export("then.svg", "--as-of", "1970")
        text = "".join(xml.etree.ElementTree.parse(self.folder / "then.svg").getroot().itertext())
        self.assertIn('Maps <&> "quotes"', " ".join(text.split()))
        self.export("period.svg", "--as-of", "1950/2000")
        self.assertIn("Maps", (self.folder / "period.svg").read_text())

    def test_without_a_date_it_is_the_last_known_beginning(self):
        self.export("plain.svg")
        self.export("dated.svg", "--as-of", "1960-01-01")
        self.assertEqual((self.folder / "plain.svg").read_bytes(), (self.folder / "dated.svg").read_bytes())

    def test_language(self):
        self.export("kk.svg", "--lang", "kk,en")
        self.assertIn("Сирек кітаптар", (self.folder / "kk.svg").read_text())

    def test_every_option_makes_another_picture(self):
        self.export("plain.svg")
        plain = (self.folder / "plain.svg").read_bytes()
        for option in (["--engine", "circo"], ["--direction", "right"], ["--theme", "dark"], ["--fold", "fed"],
                       ["--depth", "0"], ["--no-title"], ["--no-legend"], ["--text", "outline"], ["--root", "sec-1"],
                       ["--hide", "sec-1"], ["--hide-kind", "section"], ["--as-of", "1955"]):
            with self.subTest(option=option):
                self.export("other.svg", *option)
                xml.etree.ElementTree.parse(self.folder / "other.svg")
                self.assertNotEqual(plain, (self.folder / "other.svg").read_bytes())

    def test_every_engine(self):
        for engine in ("dot", "twopi", "neato", "fdp", "sfdp", "circo", "osage", "patchwork"):
            with self.subTest(engine=engine):
                self.export("out.svg", "--engine", engine)
                self.assertIn("Rare", (self.folder / "out.svg").read_text())

    def test_faults_are_said_and_the_rest_is_drawn(self):
        _, messages = self.run_program("export", self.write("faulty.jsonld", FAULTY), "-o", "out.svg")
        self.assertIn("model.dangling-reference", messages)
        xml.etree.ElementTree.parse(self.folder / "out.svg")

    def test_unwritable_targets_leave_nothing_behind(self):
        (self.folder / "folder.svg").mkdir()
        before = sorted(p.name for p in self.folder.iterdir()) + ["cache"]
        for out in ("missing/out.svg", "folder.svg", "/proc/out.svg"):
            with self.subTest(out=out):
                _, messages = self.export(out, code=3)
                self.assertTrue(messages)
        self.assertEqual(sorted(set(before)), sorted(p.name for p in self.folder.iterdir()))

    def test_a_file_that_was_there_stays_when_writing_fails(self):
        kept = self.write("kept.svg", "old")
        self.export("kept.svg", "--as-of", "1800", code=2)
        self.run_program("export", self.small, "-o", "kept.svg", "--no-cache", code=3,
                         SHEZHIRE_LAYOUT=str(self.folder / "no-worker"))
        self.assertEqual(kept.read_text(), "old")

    def test_a_missing_worker_is_said(self):
        _, messages = self.run_program("export", self.small, "-o", "out.svg", "--no-cache", code=3,
                                       SHEZHIRE_LAYOUT=str(self.folder / "no-worker"))
        self.assertTrue(messages)
        self.assertFalse((self.folder / "out.svg").exists())

    def test_without_a_home_there_is_no_cache_and_all_else(self):
        self.run_program("export", self.small, "-o", "out.svg", XDG_CACHE_HOME="/proc/nowhere")
        xml.etree.ElementTree.parse(self.folder / "out.svg")


class HostileNames(Case):
    def test_names_are_only_names(self):
        for name in ("a b.jsonld", "quote'\".jsonld", "$(touch owned).jsonld", "línea\nnew.jsonld", "%s%n.jsonld",
                     "{}.jsonld", "кітап.jsonld", "\u202etxt.jsonld"):
            with self.subTest(name=name):
                data = self.write(name, SMALL)
                out = self.folder / (name + ".svg")
                self.assertEqual(self.run_program("export", data, "-o", out), ("", ""))
                self.assertTrue(out.exists())
                self.write(name, FAULTY)
                text, _ = self.run_program("check", data, code=1)
                self.assertNotIn("\u202e", text)
                self.assertEqual(len(text.splitlines()), 1, "one fault, one line, whatever the file is called")
        self.assertFalse((self.folder / "owned").exists())

    def test_a_name_that_is_no_utf_8(self):
        path = os.path.join(os.fsencode(self.folder), b"\xff\xfe.jsonld")
        with open(path, "w") as file:
            file.write(FAULTY)
        text, _ = self.run_program("check", os.fsdecode(path), code=1)
        self.assertIn("model.dangling-reference", text)

    def test_a_dash_begins_an_option_and_two_end_them(self):
        self.write("-o.jsonld", SMALL)
        self.assertIn("Small", self.run_program("info", "--", "-o.jsonld")[0])


class Window(Case):
    def test_without_a_display(self):
        for arguments in ([], [self.small], [self.small, "--do", "date 2005", "--size", "800x600"]):
            _, messages = self.run_program(*arguments, code=3, SHEZHIRE_WINDOW="/bin/false")
            self.assertIn("no display", messages)

    def test_without_the_window_program(self):
        _, messages = self.run_program(code=3, DISPLAY=":99", SHEZHIRE_WINDOW=str(self.folder / "none"))
        self.assertIn("did not start", messages)

    def test_it_gets_the_same_arguments_and_gives_its_exit_code(self):
        fake = self.write("fake", "#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n")
        fake.chmod(0o755)
        arguments = [str(self.small), "--do", 'date 2005-08; search "a b"', "--screenshot", "out.png", "--stats=s.json"]
        text, _ = self.run_program(*arguments, code=7, DISPLAY=":99", SHEZHIRE_WINDOW=str(fake))
        self.assertEqual(text, "".join(argument + "|" for argument in arguments))


if __name__ == "__main__":
    unittest.main()
