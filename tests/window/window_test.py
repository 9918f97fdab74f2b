"""The real window: started with commands, clicked, typed into, resized, and left without what it needs."""
import json
import pathlib
import random
import shutil
import subprocess
import time
import unittest

from support import (HEIGHT, PATIENCE, PROGRAM, SMALL, WIDTH, Case, Display, badge, children, detail, node, place, read_png, said)

SIZE = f"{WIDTH}x{HEIGHT}"


def with_things(things):
    """SMALL with more things at its end."""
    head, tail = SMALL.rsplit("] }", 1)
    return f"{head}, {things} ] }}{tail}"


class Scripted(Case):
    def test_commands_a_picture_and_figures(self):
        picture, stats, state = self.pictures / "out.png", self.folder / "s.json", self.folder / "state.json"
        self.run_window("--do", "date 2005-08; select ifla-sec-cataloguing; unfold", "--size", "1600x900", "--screenshot",
                        picture, "--stats", stats, "--state", state)
        width, height, _, _ = read_png(picture)
        self.assertEqual((width, height), (1600, 900))
        self.assertGreater(detail(picture), 150, "the picture is blank")
        figures = json.loads(stats.read_text())
        for name in ("windowMs", "firstFrameMs", "layoutMs", "frames", "elements", "drawn", "tested", "peakMemoryKiB"):
            self.assertGreater(figures[name], 0, name)
        self.assertLessEqual(figures["frameMs"]["median"], figures["frameMs"]["max"])
        after = json.loads(state.read_text())
        self.assertEqual((after["date"], after["selection"]), ("2005-08", "ifla-sec-cataloguing"))
        self.assertIsNotNone(node(after, "ifla-sec-cataloguing"))
        self.assertEqual(after["messages"], [])

    def test_the_same_commands_give_the_same_picture(self):
        data = self.write("small.jsonld", SMALL)
        for name in ("one.png", "two.png"):
            self.run_window(data, "--do", "fold a; date 1960; theme dark", "--size", SIZE, "--screenshot", self.folder / name)
        self.assertEqual((self.folder / "one.png").read_bytes(), (self.folder / "two.png").read_bytes())

    def test_idle_draws_nothing(self):
        stats = self.folder / "s.json"
        self.run_window(self.write("small.jsonld", SMALL), "--size", SIZE, "--stats", stats, "--idle", "3")
        self.assertEqual(json.loads(stats.read_text())["idleFrames"], 0)

    def test_wrong_use(self):
        for arguments in (["--size", "big"], ["--do", "dance"], ["--do", 'select "'], ["--scale", "9"], ["--what"]):
            with self.subTest(arguments=arguments):
                self.assertTrue(self.run_window(*arguments, code=2))

    def test_a_picture_that_cannot_be_written_is_said(self):
        said_words = self.run_window(self.write("small.jsonld", SMALL), "--size", SIZE, "--screenshot", "/proc/none.png", code=3)
        self.assertIn("/proc/none.png", said_words)


class Hand(Case):
    def test_a_badge_unfolds_and_what_was_clicked_stays(self):
        window = self.open(self.write("small.jsonld", SMALL), "--do", "fold a")
        state = window.wait(lambda s: s["badges"], "a badge")
        window.shot("folded")
        window.click(badge(state, "a"))
        after = window.wait(lambda s: node(s, "a1"), "the branch unfolded")
        window.shot("unfolded")
        for before, now in zip(place(state, "a"), place(after, "a")):
            self.assertAlmostEqual(before, now, delta=1.5)
        window.keys("ctrl+z")
        window.wait(lambda s: not node(s, "a1"), "the fold back")
        window.keys("ctrl+y")
        window.wait(lambda s: node(s, "a1"), "the branch again")

    def test_a_click_selects_and_a_double_click_folds(self):
        window = self.open(self.write("small.jsonld", SMALL))
        state = window.wait(lambda s: node(s, "a1"), "the picture")
        window.click(place(state, "a1"))
        state = window.wait(lambda s: s["selection"] == "a1", "a selection")
        window.shot("selected")
        time.sleep(0.5)
        window.click(place(state, "a"), repeat=2)
        window.wait(lambda s: not node(s, "a1"), "a fold by double click")
        window.keys("Escape")
        window.wait(lambda s: s["selection"] == "", "nothing selected")

    def test_typing_finds_and_enter_selects(self):
        window = self.open("--do", "fit")
        window.keys("ctrl+f")
        window.type("knowledge management")
        window.wait(lambda s: s["search"] == "knowledge management" and s["hits"] > 0, "hits")
        window.shot("found")
        window.keys("Return")
        state = window.wait(lambda s: s["selection"] != "", "a selection")
        self.assertIsNotNone(node(state, state["selection"]))
        self.assertIn("Knowledge Management", node(state, state["selection"])["label"])
        window.shot("selected")

    def test_wheel_and_drag(self):
        window = self.open(self.write("small.jsonld", SMALL))
        state = window.wait(lambda s: node(s, "a1"), "the picture")
        x, y = place(state, "a1")
        window.focus()
        window.xdotool("mousemove", "--window", window.id, round(x), round(y), "sleep", "0.1", "click", "--repeat", 3, 4)
        after = window.wait(lambda s: s["canvas"]["scale"] > state["canvas"]["scale"], "a larger picture")
        for before, now in zip((x, y), place(after, "a1")):
            self.assertAlmostEqual(before, now, delta=4)
        window.drag((x, y), (x + 60, y - 50))
        moved = window.wait(lambda s: abs(place(s, "a1")[0] - place(after, "a1")[0] - 60) < 6, "the picture moved with the hand")
        self.assertEqual(moved["selection"], "")

    def test_a_date_is_typed_and_dragged(self):
        window = self.open(self.write("small.jsonld", SMALL))
        state = window.wait(lambda s: node(s, "a1"), "the picture")
        field = (state["canvas"]["box"][0] + 100, HEIGHT - 76 + 32)
        window.click(field)
        window.type("1960")
        window.keys("Return")
        window.wait(lambda s: s["date"] == "1960" and node(s, "b"), "1960")
        window.shot("1960")
        slider = HEIGHT - 76 + 32
        window.drag((state["canvas"]["box"][2] - 150, slider), (state["canvas"]["box"][2] - 40, slider))
        window.wait(lambda s: s["date"] != "1960", "another date")
        window.shot("dragged")
        window.keys("ctrl+z")
        window.wait(lambda s: s["date"] == "1960", "one step back for a whole drag")

    def test_the_file_menu_exports(self):
        window = self.open(self.write("small.jsonld", SMALL))
        window.wait(lambda s: node(s, "a1"), "the picture")
        window.click((24, 16))
        window.wait(lambda s: s["popup"], "the menu")
        window.shot("menu")
        window.keys("Escape")
        window.wait(lambda s: not s["popup"], "the menu closed")
        window.keys("ctrl+e")
        window.wait(lambda s: s["typing"], "the dialog's field")
        window.keys("ctrl+a")
        window.type("out.svg")
        window.shot("dialog")
        window.keys("Return")
        window.wait(lambda s: said(s, "out.svg"), "the word that it is written")
        self.assertIn("Alpha two", (self.folder / "out.svg").read_text())
        window.shot("written")

    def test_a_double_click_on_a_row_of_the_outline_goes_there(self):
        window = self.open(self.write("small.jsonld", SMALL))
        window.wait(lambda s: node(s, "a1"), "the picture")
        window.click((110, 34 + 8 + 26 + 6 + 26 * 3 + 13))
        state = window.wait(lambda s: s["selection"] != "", "a row selected")
        self.assertIn(state["selection"], ("a1", "a2"))


class Worker(Case):
    """The layout worker missing, hanging, killed or answering rubbish: the window lives, says it, offers another."""

    def worker(self, script):
        path = self.write("worker.sh", "#!/bin/sh\n" + script)
        path.chmod(0o755)
        return str(path)

    def good_then(self, bad):
        """Works until there is a file `broken` beside it."""
        real = PROGRAM.parent / "shezhire-layout"
        return self.worker(f'if [ -e "{self.folder}/broken" ]; then\n{bad}\nfi\nexec "{real}" "$@"\n')

    def lives_through(self, bad, pattern="."):
        window = self.open(self.write("small.jsonld", SMALL), "--do", "dates compact",
                           SHEZHIRE_LAYOUT=self.good_then(bad))
        before = window.wait(lambda s: node(s, "a1"), "the picture")
        (self.folder / "broken").touch()
        field = (before["canvas"]["box"][0] + 100, HEIGHT - 76 + 32)
        window.click(field)
        window.type("2000")
        window.keys("Return")
        state = window.wait(lambda s: s["messages"], "a message")
        window.shot("said")
        self.assertTrue(said(state, pattern), state["messages"])
        self.assertTrue(state["messages"][-1].get("offer"), "another layout is offered")
        self.assertEqual([n["key"] for n in state["nodes"]], [n["key"] for n in before["nodes"]], "the old picture stays")
        (self.folder / "broken").unlink()
        window.keys("Escape")
        window.keys("ctrl+z")
        window.wait(lambda s: s["date"] == before["date"] and not s["messages"], "the date before")
        window.keys("ctrl+y")
        window.wait(lambda s: s["date"] == "2000" and not node(s, "b"), "what could not be laid out before")

    def test_killed(self):
        self.lives_through("kill -9 $$")

    def test_crashing_after_half_an_answer(self):
        self.lives_through("printf half; exit 139")

    def test_rubbish(self):
        self.lives_through("head -c 100000 /dev/urandom; exit 0")

    def test_rubbish_without_end(self):
        self.lives_through("exec yes")

    def test_missing_from_the_beginning(self):
        window = self.open(self.write("small.jsonld", SMALL), SHEZHIRE_LAYOUT=str(self.folder / "none"))
        state = window.wait(lambda s: s["messages"], "a message")
        self.assertEqual(state["nodes"], [])
        self.assertEqual(state["organizations"], 5)
        window.shot("no-worker")
        self.assertTrue(window.alive())
        window.keys("f", "space", "ctrl+z", "ctrl+Right")
        window.click((WIDTH / 2, HEIGHT / 2))
        time.sleep(0.3)
        self.assertTrue(window.alive())

    def test_hanging_while_another_is_asked(self):
        window = self.open(self.write("small.jsonld", SMALL), "--do", "dates compact",
                           SHEZHIRE_LAYOUT=self.good_then("exec sleep 600"))
        state = window.wait(lambda s: node(s, "a1"), "the picture")
        (self.folder / "broken").touch()
        window.click((state["canvas"]["box"][0] + 100, HEIGHT - 76 + 32))
        window.type("2000")
        window.keys("Return")
        time.sleep(0.5)
        window.shot("hanging")
        (self.folder / "broken").unlink()
        window.keys("ctrl+z")  # the newest question wins: the hanging worker is killed
        window.wait(lambda s: s["date"] == state["date"], "an answer to the newest question")
        self.assertEqual(children(window.process.pid), [], "the hanging worker was left behind")


def says_faults(state):
    """A sentence where there is nothing else to show, else a row in the pane of faults."""
    return state["messages"] or state["diagnosticsPane"] and state["diagnostics"] > 0


class Data(Case):
    def opens(self, data, expect=None, **environment):
        state = self.folder / "state.json"
        picture = self.pictures / f"{self._testMethodName}-{data.name[:20]}.png"
        self.run_window(data, "--size", SIZE, "--screenshot", picture, "--state", state, **environment)
        after = json.loads(state.read_text())
        if expect is None:
            self.assertTrue(says_faults(after), f"{data.name}: nothing was said")
        else:
            self.assertIsNotNone(node(after, expect))
        self.assertGreater(detail(picture), 20)
        return after

    def test_files_that_are_none(self):
        deep = '{"a":' * 100_000
        for name, content in {"empty": b"", "cut": SMALL[:400].encode(), "latin1": SMALL.replace("Beta", "B\xe9ta").encode("latin-1"),
                              "utf16": SMALL.encode("utf-16"), "deep": deep.encode(), "list": b"[1,2,3]"}.items():
            with self.subTest(name=name):
                self.opens(self.write(name + ".jsonld", content))

    def test_a_file_too_large(self):
        path = self.folder / "huge.jsonld"
        with open(path, "wb") as file:
            file.truncate(2 << 30)
        self.opens(path)

    def test_missing_file_and_empty_folder(self):
        self.opens(self.folder / "none.jsonld")
        (self.folder / "empty").mkdir()
        self.opens(self.folder / "empty")

    def test_faults_are_said_and_the_rest_is_shown(self):
        extra = ['{"id":"x","type":"OrganizationalUnit","prefLabel":{"en":"X"},"unitOf":"nowhere"}',
                 '{"id":"a","type":"Organization","prefLabel":{"en":"Again"}}',
                 '{"id":"p","type":"OrganizationalUnit","prefLabel":{"en":"P"},"unitOf":"q"}',
                 '{"id":"q","type":"OrganizationalUnit","prefLabel":{"en":"Q"},"unitOf":"p"}',
                 '{"id":"d","type":"OrganizationalUnit","prefLabel":{"en":"D"},"existence":"2005-02-31","unitOf":"root"}',
                 '{"id":"e","type":"OrganizationalUnit","prefLabel":{"en":"E"},"existence":"2005/1999","unitOf":"root"}',
                 '{"id":7,"type":true,"prefLabel":[]}']
        for i, thing in enumerate(extra):
            with self.subTest(thing=thing):
                after = self.opens(self.write(f"faulty{i}.jsonld", with_things(thing)), "a1")
                self.assertTrue(says_faults(after))

    def test_odd_names_are_only_names(self):
        names = ["x" * 100_000, "\\u0001\\u0002\\u007f", "\\u202eabc\\u2066", "<&\\\"'>\\\\N\\\\G]]>", "مكتبة", "图书馆", "\\n\\n", " "]
        things = ",".join(f'{{"id":"a b\\"]]>\'{i}","type":"OrganizationalUnit","prefLabel":{{"en":"{name}"}},"unitOf":"root"}}'
                          for i, name in enumerate(names))
        self.opens(self.write("odd.jsonld", with_things(things)), "a")


class Storm(Case):
    def test_five_hundred_events(self):
        window = self.open(self.write("small.jsonld", SMALL))
        window.wait(lambda s: node(s, "a1"), "the picture")
        number = random.Random(7)
        window.focus()
        keys = ("f", "z", "space", "Escape", "Return", "Tab", "Up", "Down", "Left", "Right", "ctrl+z", "ctrl+y", "ctrl+f", "minus",
                "equal", "F1", "ctrl+e", "BackSpace", "ctrl+Right", "ctrl+Left", "a", "2", "Home")
        for batch in range(25):
            words = []
            for _ in range(20):
                what = number.randrange(10)
                if what < 4:
                    words += ["mousemove", "--window", window.id, number.randrange(WIDTH), number.randrange(HEIGHT)]
                elif what < 6:
                    words += ["click", number.choice((1, 1, 1, 2, 3, 4, 5))]
                elif what < 7:
                    words += ["mousedown" if number.randrange(2) else "mouseup", 1]
                elif what < 9:
                    words += ["key", number.choice(keys)]
                else:
                    words += ["windowsize", window.id, number.randrange(1, 990), number.randrange(1, 690)]
            window.xdotool(*words)
            self.assertTrue(window.alive(), window.words()[-4000:])
            if batch % 8 == 0:
                window.shot(f"storm-{batch}")
        window.xdotool("mouseup", 1, "windowsize", window.id, WIDTH, HEIGHT, "mousemove", "--window", window.id, 5, HEIGHT - 5)
        window.shot("after")


class Languages(Case):
    def test_each_has_its_words_and_its_names(self):
        seen = {}
        for language, names in (("kk", "kk"), ("ru", "ru"), ("en", "en"), ("en", "zh")):
            picture = self.pictures / f"{language}-{names}.png"
            state = self.folder / "state.json"
            self.run_window("--do", f"language {language}; labels {names} en; date 2005-08; fold-to 2", "--size", "1100x700",
                            "--screenshot", picture, "--state", state)
            self.assertGreater(detail(picture), 150)
            seen[(language, names)] = picture.read_bytes()
            self.assertEqual(json.loads(state.read_text())["messages"], [])
        self.assertEqual(len(set(seen.values())), 4)

    def test_the_environment_chooses(self):
        for locale, language in (("kk_KZ.UTF-8", "kk"), ("ru_RU.UTF-8", "ru"), ("de_DE.UTF-8", "en")):
            state = self.folder / f"{language}.json"
            self.run_window(self.write("small.jsonld", SMALL), "--size", SIZE, "--stats", self.folder / "s.json", "--state", state,
                            LANG=locale)
            self.assertEqual(json.loads(state.read_text())["language"], language)


class NoFonts(Case):
    """Fonts that are wanted are not there: a sentence, and letters from what is."""

    def fonts(self, *files):
        folder = self.folder / "fonts"
        folder.mkdir()
        for file in files:
            shutil.copy(file, folder)
        return self.write("fonts.conf", f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>{folder}</dir><cachedir>{self.folder / "font-cache"}</cachedir></fontconfig>""")

    def test_none_at_all_is_said(self):
        words = self.run_window(self.write("small.jsonld", SMALL), "--size", SIZE, code=3, FONTCONFIG_FILE=str(self.fonts()))
        self.assertIn("fonts-noto-core", words)
        out = self.folder / "out.svg"
        words = self.run_window("export", self.write("small.jsonld", SMALL), "-o", out, code=3,
                                FONTCONFIG_FILE=str(self.folder / "fonts.conf"))
        self.assertIn("fonts-noto-core", words)
        self.assertFalse(out.exists())

    def test_another_stands_in_and_that_is_said(self):
        stand_in = pathlib.Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
        if not stand_in.exists():
            self.skipTest("no other font is installed")
        window = self.open(self.write("small.jsonld", SMALL), FONTCONFIG_FILE=str(self.fonts(stand_in)))
        state = window.wait(lambda s: node(s, "a1") and said(s, "fonts-noto-core"), "the picture and the sentence")
        self.assertTrue(said(state, "DejaVu Sans"))
        window.shot("another-font")


class NoDisplay(Case):
    def without(self, display):
        return self.run_window(self.write("small.jsonld", SMALL), "--size", SIZE, code=3, DISPLAY=display)

    def test_no_display_is_said(self):
        self.assertIn("display", self.without(""))
        self.assertIn("display", self.without(":9999"))

    def test_no_opengl_that_will_do_is_said(self):
        words = self.run_window(self.write("small.jsonld", SMALL), "--size", SIZE, code=3, MESA_GL_VERSION_OVERRIDE="2.1")
        self.assertIn("OpenGL 3.3", words)
        self.assertIn("shezhire export", words)

    def test_a_display_that_goes_away(self):
        other = Display()
        process = subprocess.Popen([PROGRAM, str(self.write("small.jsonld", SMALL)), "--size", SIZE, "--state",
                                    str(self.folder / "state.json")], env=self.environment(DISPLAY=other.name),
                                   cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        end = time.monotonic() + PATIENCE
        while not (self.folder / "state.json").exists() and time.monotonic() < end:
            time.sleep(0.05)
        other.close()
        _, words = process.communicate(timeout=PATIENCE)
        self.assertGreater(process.returncode, -1, words)


if __name__ == "__main__":
    unittest.main()
