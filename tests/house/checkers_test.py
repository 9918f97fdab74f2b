#!/usr/bin/env python3
"""The checkers themselves: each must find what is wrong and pass what is right, or it checks nothing."""
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import formatted  # noqa: E402
import headers_alone  # noqa: E402
import include_rules  # noqa: E402
import no_unfinished  # noqa: E402
import readmes  # noqa: E402
import words  # noqa: E402

ARCHITECTURE = """
| level | module | contract | foreign headers |
|---|---|---|---|
| 0 | low | below | - |
| 1 | left | beside | Cairo |
| 1 | right | beside | - |
| 2 | apps/top | above | - |

| name | headers |
|---|---|
| everyone | `fmt/*` |
| Cairo | `cairo.h` `cairo-*.h` |
"""


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("docs/architecture.md", ARCHITECTURE)
        for module in ("low", "left", "right", "apps/top"):
            name = module.split("/")[-1]
            self.write(f"src/{module}/README.md", f"# {name}\nWhat.\nNot.\nWho.\n")
            self.write(f"src/{module}/{name}.h", "// Why.\n#pragma once\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


class IncludeRules(Tree):
    def fault(self, file, include):
        self.write(file, f"#include {include}\n")
        return "\n".join(include_rules.faults(self.root))

    def test_a_good_tree_passes(self):
        self.write("src/left/left.cpp", '#include "low/low.h"\n#include "left/left.h"\n#include <cairo.h>\n'
                                        "#include <cairo-pdf.h>\n#include <vector>\n#include <fmt/format.h>\n")
        self.write("src/apps/top/main.cpp", '#include "top.h"\n#include "right/right.h"\n')
        self.assertEqual(include_rules.faults(self.root), [])

    def test_upward(self):
        self.assertIn("only downwards", self.fault("src/low/low.cpp", '"left/left.h"'))

    def test_sideways(self):
        self.assertIn("only downwards", self.fault("src/left/left.cpp", '"right/right.h"'))

    def test_foreign_header_outside_its_door(self):
        self.assertIn("has no door in right", self.fault("src/right/right.cpp", "<cairo.h>"))

    def test_foreign_header_in_quotes(self):
        self.assertIn("is not in src/", self.fault("src/right/right.cpp", '"fmt/format.h"'))

    def test_c_header(self):
        self.assertIn("has no door", self.fault("src/right/right.cpp", "<string.h>"))

    def test_relative_to_its_folder(self):
        self.assertIn("relative to src/", self.fault("src/right/right.cpp", '"right.h"'))

    def test_spaced_directive(self):
        self.write("src/right/right.cpp", "  #  include <cairo.h>\n")
        self.assertIn("src/right/right.cpp:1: <cairo.h> has no door", "\n".join(include_rules.faults(self.root)))

    def test_module_without_a_row(self):
        self.assertIn("in no row", self.fault("src/new/new.cpp", "<vector>"))

    def test_row_without_a_module(self):
        shutil.rmtree(self.root / "src/right")
        self.assertIn("src/right does not exist", "\n".join(include_rules.faults(self.root)))

    def test_door_without_a_row(self):
        self.write("docs/architecture.md", ARCHITECTURE.replace("| Cairo | `cairo", "| Other | `cairo"))
        self.assertIn("no row says what Cairo means", "\n".join(include_rules.faults(self.root)))


class HeadersAlone(Tree):
    def faults(self):
        folders = {p.parent for p in (self.root / "src").rglob("*.h")}
        self.write("compile_commands.json", json.dumps([
            {"file": f"{f}/x.cpp", "command": f"ccache g++ -I{self.root}/src -std=c++20 -o x.o -c x.cpp"}
            for f in folders]))
        return "\n".join(headers_alone.faults(self.root, self.root / "compile_commands.json"))

    def test_a_good_tree_passes(self):
        self.write("src/left/left.h", '// Why.\n#pragma once\n#include <string>\nstd::string left();\n')
        self.assertEqual(self.faults(), "")

    def test_sources_that_are_built_as_one(self):
        self.write("src/left/left.h", '// Why.\n#pragma once\n#include <string>\nstd::string left();\n')
        unity = self.root / "build/src/left/CMakeFiles/left.dir/Unity/unity_0_cxx.cxx"
        self.write("build/compile_commands.json", json.dumps([
            {"file": str(unity), "command": f"env SETTING=1 ccache g++ -I{self.root}/src -std=c++20 -o x.o -c {unity}"}]))
        found = headers_alone.faults(self.root, self.root / "build/compile_commands.json")
        self.assertNotIn("left.h", "\n".join(found))

    def test_a_header_that_leans_on_others(self):
        self.write("src/left/left.h", "// Why.\n#pragma once\nstd::string left();\n")
        self.assertIn("left.h:1: does not compile alone", self.faults())

    def test_a_header_without_a_reason(self):
        self.write("src/left/left.h", "#pragma once\n")
        self.assertIn("why it exists", self.faults())

    def test_a_header_without_a_guard(self):
        self.write("src/left/left.h", "// Why.\n")
        self.assertIn("#pragma once is missing", self.faults())

    def test_a_header_that_no_source_stands_beside(self):
        faults = headers_alone.faults
        self.write("compile_commands.json", "[]")
        self.assertIn("flags are unknown", "\n".join(faults(self.root, self.root / "compile_commands.json")))


class Formatted(Tree):
    def setUp(self):
        super().setUp()
        shutil.copy(pathlib.Path(__file__).parents[2] / ".clang-format", self.root / ".clang-format")

    def test_a_good_tree_passes(self):
        self.write("src/left/left.cpp", "int left() {\n    return 1;\n}\n")
        self.assertEqual(formatted.faults(self.root), [])

    def test_a_crooked_file(self):
        self.write("tests/left/left_test.cpp", "int  left( ){ return 1;}\n")
        self.assertIn("left_test.cpp", "\n".join(formatted.faults(self.root)))


class NoUnfinished(Tree):
    def faults(self, text):
        self.write("src/left/left.cpp", text)
        return "\n".join(no_unfinished.faults(self.root))

    def test_a_good_tree_passes(self):
        self.assertEqual(self.faults("// 19XX, XXXX-12-XX, /tmp/x, https://example.org/home/all/\n"), "")

    def test_marks(self):
        for mark in ("TO" "DO", "FIX" "ME", "X" "XX", "HA" "CK"):
            self.assertIn(f"left.cpp:2: {mark}", self.faults(f"\n// {mark}: later\n"))

    def test_machine_paths(self):
        for path in ("/wo" "rk/x", "/ro" "ot/x", "/ho" "me/someone/x"):
            self.assertIn("a path of one machine", self.faults(f'auto path = "{path}";\n'))


class Readmes(Tree):
    def test_a_good_tree_passes(self):
        self.assertEqual(readmes.faults(self.root), [])

    def test_missing_short_and_misnamed(self):
        (self.root / "src/low/README.md").unlink()
        self.write("src/left/README.md", "# left\nOne line.\n")
        self.write("src/apps/top/README.md", "# bottom\nWhat.\nNot.\nWho.\n")
        text = "\n".join(readmes.faults(self.root))
        self.assertIn("src/low/README.md:1: is missing", text)
        self.assertIn("instead of three", text)
        self.assertIn("begins with “# top”", text)


class Words(unittest.TestCase):
    TEMPLATE = 'msgid ""\nmsgstr "head"\n\nmsgid "Open"\nmsgstr ""\n\nmsgid "{} part"\nmsgid_plural "{} parts"\nmsgstr[0] ""\n'

    def faults(self, catalogue):
        wanted = [word for word, _ in words.read_po(self.TEMPLATE)]
        return "\n".join(words.faults("kk.po", wanted, words.read_po(catalogue)))

    def test_a_good_catalogue_passes(self):
        self.assertEqual(self.faults('msgid "Open"\nmsgstr "Ашу"\n\nmsgid "{} part"\nmsgid_plural "{} parts"\n'
                                     'msgstr[0] "{} бө"\n"лік"\n'), "")

    def test_missing_empty_fuzzy_and_left_over(self):
        text = self.faults('msgid "Open"\nmsgstr ""\n\n#, fuzzy\nmsgid "{} part"\nmsgid_plural "{} parts"\nmsgstr[0] "{} бөлік"\n\n'
                           'msgid "Old"\nmsgstr "Ескі"\n')
        for fault in ("“Open” is not translated", "“{} part” is not translated", "“Old” is in no source"):
            self.assertIn(fault, text)

    def test_other_blanks(self):
        text = self.faults('msgid "Open"\nmsgstr "Ашу {}"\n\nmsgid "{} part"\nmsgid_plural "{} parts"\nmsgstr[0] "бөлік"\nmsgstr[1] "{} б"\n')
        self.assertEqual(text.count("differ in what is filled in"), 2)


if __name__ == "__main__":
    unittest.main()
