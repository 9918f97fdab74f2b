"""Living with the window: what it remembers, files that change under it, homes and data that are not as they should be."""
import json
import os
import pathlib
import random
import shutil
import time
import unittest

from support import HEIGHT, PATIENCE, SMALL, WIDTH, Case, node, place, said


class Living(Case):
    def settings(self):
        return self.folder / ".config/shezhire/settings.json"

    def state_file(self):
        return self.folder / ".local/state/shezhire/state.json"

    def closed(self, window):
        """Closes as a person does, and waits."""
        window.keys("ctrl+q")  # no Escape before: it would deselect what is to be remembered
        self.assertEqual(window.process.wait(PATIENCE), 0, window.words())

    def replace(self, path, text):
        """As editors do: a new file that takes the old one's name."""
        new = path.with_suffix(".new")
        new.write_text(text)
        os.replace(new, path)


class Kept(Living):
    def test_switch_to_kazakh_and_back(self):
        data = self.write("small.jsonld", SMALL)
        window = self.open(data)
        window.wait(lambda s: node(s, "a1"), "the picture")
        window.shot("english")
        for language in ("kk", "en"):
            self.choose_language(window, language)
            window.wait(lambda s, l=language: s["language"] == l, language)
            window.shot(language)
        self.choose_language(window, "kk")
        window.wait(lambda s: s["language"] == "kk", "Kazakh")
        self.closed(window)
        self.assertEqual(json.loads(self.settings().read_text())["language"], "kk")
        again = self.open(data)
        again.wait(lambda s: s["language"] == "kk", "Kazakh again")

    def test_a_selection_outlives_language_date_size_and_reload(self):
        data = self.write("small.jsonld", SMALL)
        window = self.open(data)
        state = window.wait(lambda s: node(s, "a1"), "the picture")
        window.click(place(state, "a1"))
        window.wait(lambda s: s["selection"] == "a1", "the selection")

        def kept(holds, what):
            self.assertEqual(window.wait(holds, what)["selection"], "a1", what)

        self.choose_language(window, "kk")
        kept(lambda s: s["language"] == "kk", "Kazakh")
        window.keys("ctrl+Left")
        kept(lambda s: s["date"] != state["date"], "an earlier date")
        window.xdotool("windowsize", "--sync", window.id, 700, 480)
        kept(lambda s: s["canvas"]["box"] != state["canvas"]["box"], "a smaller window")
        self.replace(data, SMALL.replace("Beta", "Gamma"))
        kept(lambda s: any(n["label"] == "Gamma" for n in s["nodes"]) or not node(s, "b"), "the file read again")
        window.xdotool("windowsize", "--sync", window.id, WIDTH, HEIGHT)
        self.choose_language(window, "en")
        kept(lambda s: s["language"] == "en", "English")
        window.keys("ctrl+z")
        kept(lambda s: s["date"] == state["date"], "the date taken back")
        window.shot("still-selected")

    def choose_language(self, window, language):
        """Through the menu; where it stands depends on the words before it."""
        x = {"en": 238, "ru": 314, "kk": 287}[window.state()["language"]]
        window.click((x, 17))
        window.wait(lambda s: s["popup"], "the menu")
        window.shot("menu")
        window.click((x, {"kk": 77, "ru": 102, "en": 127}[language]))

    def test_where_one_was(self):
        data = self.write("small.jsonld", SMALL)
        window = self.open(data)
        state = window.wait(lambda s: node(s, "a1"), "the picture")
        window.click(place(state, "a"))
        window.wait(lambda s: s["selection"] == "a", "a selection")
        window.keys("space")
        window.wait(lambda s: not node(s, "a1"), "a fold")
        window.keys("ctrl+equal")
        state = window.wait(lambda s: s["scalePercent"] == 110, "a larger interface")
        window.shot("left")
        self.closed(window)
        again = self.open(data)
        after = again.wait(lambda s: s["selection"] == "a", "the selection of the last time")
        again.shot("found-again")
        self.assertIsNone(node(after, "a1"))
        self.assertEqual(after["folded"], state["folded"])
        self.assertEqual(after["date"], state["date"])
        self.assertEqual(after["scalePercent"], 110)
        self.assertEqual(after["messages"], [])

    def test_settings_of_a_newer_version_and_broken_ones(self):
        data = self.write("small.jsonld", SMALL)
        for text, name in (('{"version": 9, "language": "kk"}', "settings.json.newer"), ("{", "settings.json.broken")):
            with self.subTest(text=text):
                self.write(".config/shezhire/settings.json", text)
                window = self.open(data)
                window.wait(lambda s, n=name: said(s, n), "the word that they were set aside")
                window.shot(name)
                self.assertEqual((self.settings().parent / name).read_text(), text)
                self.closed(window)

    def test_a_home_that_cannot_be_written_to(self):
        data = self.write("small.jsonld", SMALL)
        self.write("home", "a file where a folder should be")
        window = self.open(data, HOME=str(self.folder / "home"))
        window.wait(lambda s: node(s, "a1"), "the picture")
        window.keys("ctrl+equal")
        window.wait(lambda s: s["scalePercent"] == 110, "a larger interface")
        time.sleep(2.2)
        window.keys("ctrl+equal")
        state = window.wait(lambda s: said(s, "not kept"), "the word that nothing is kept")
        window.shot("said")
        self.assertEqual(len([m for m in state["messages"] if "not kept" in m["sentence"]]), 1)
        window.keys("Escape")
        time.sleep(2.2)
        window.keys("ctrl+equal")
        state = window.wait(lambda s: s["scalePercent"] == 150, "a still larger interface")
        self.assertFalse(said(state, "not kept"), "it is said once")


class Reload(Living):
    def test_a_change_is_seen_and_nothing_is_lost(self):
        data = self.write("small.jsonld", SMALL)
        window = self.open(data)
        state = window.wait(lambda s: node(s, "a1"), "the picture")
        window.click(place(state, "a2"))
        state = window.wait(lambda s: s["selection"] == "a2", "a selection")
        window.keys("equal", "equal")
        before = window.wait(lambda s: s["canvas"]["scale"] > state["canvas"]["scale"], "a larger picture")
        self.replace(data, SMALL.replace("Alpha two", "Alpha II"))
        after = window.wait(lambda s: (node(s, "a2") or {}).get("label") == "Alpha II", "the new name")
        window.shot("flash")
        self.assertEqual(after["selection"], "a2")
        self.assertEqual(after["canvas"]["scale"], before["canvas"]["scale"])
        self.assertEqual(after["messages"], [])

    def test_a_broken_state_in_between(self):
        data = self.write("small.jsonld", SMALL)
        window = self.open(data)
        before = window.wait(lambda s: node(s, "a1"), "the picture")
        data.write_text(SMALL[:600])
        state = window.wait(lambda s: s["stale"], "the word that it is stale")
        window.shot("stale")
        self.assertEqual(len(state["nodes"]), len(before["nodes"]), "the old picture stays")
        self.assertTrue(state["diagnosticsPane"])
        data.write_text(SMALL.replace("Beta", "Gamma"))
        after = window.wait(lambda s: not s["stale"], "the picture of the whole file")
        window.shot("mended")
        self.assertFalse(after["diagnosticsPane"])
        self.assertEqual(after["messages"], [])

    def test_deleted_and_replaced_by_a_folder(self):
        data = self.write("small.jsonld", SMALL)
        window = self.open(data)
        window.wait(lambda s: node(s, "a1"), "the picture")
        data.unlink()
        state = window.wait(lambda s: said(s, "deleted"), "the word that it is gone")
        window.shot("deleted")
        self.assertIsNotNone(node(state, "a1"))
        self.replace(data, SMALL.replace("Alpha two", "Alpha II"))
        window.wait(lambda s: (node(s, "a2") or {}).get("label") == "Alpha II", "the new file")
        data.unlink()
        data.mkdir()
        state = window.wait(lambda s: said(s, "no file any more"), "the word that it is a folder")
        self.assertIsNotNone(node(state, "a1"))

    def test_growing_without_end(self):
        data = self.write("small.jsonld", SMALL)
        window = self.open(data)
        window.wait(lambda s: node(s, "a1"), "the picture")
        end = time.monotonic() + PATIENCE
        with open(data, "a", encoding="utf-8") as file:
            while not said(window.state() or {"messages": []}, "without a pause") and time.monotonic() < end:
                file.write(" " * 1000)
                file.flush()
                time.sleep(0.1)
        window.shot("restless")
        self.assertTrue(said(window.state(), "without a pause"))
        window.wait(lambda s: not said(s, "without a pause"), "the end of it")


class Broken(Living):
    def test_open_a_broken_file(self):
        broken = SMALL.replace('"unitOf": "root" },', '"unitOf": "nobody" },', 1).replace("1950/1980", "1950/1980-13")
        window = self.open(self.write("broken.jsonld", broken))
        state = window.wait(lambda s: s["diagnostics"] == 2, "what is wrong")
        window.shot("faults")
        self.assertTrue(state["diagnosticsPane"])
        self.assertIsNotNone(node(state, "root"), "the rest is shown")
        box = state["canvas"]["box"]
        window.click((box[0] + 120, box[3] + 44 + 13 + 26))
        state = window.wait(lambda s: s["selection"] != "", "the entry of the row")
        self.assertIn(state["selection"], ("a", "b"))
        window.shot("jumped")


class Rough(Living):
    def test_a_tiny_window(self):
        window = self.open(self.write("small.jsonld", SMALL))
        window.wait(lambda s: node(s, "a1"), "the picture")
        window.focus()
        for width, height in ((200, 100), (64, 64), (1, 1), (990, 690), (200, 100), (WIDTH, HEIGHT)):
            window.xdotool("windowsize", window.id, width, height, "sleep", "0.3")
            self.assertTrue(window.alive(), window.words())
            window.shot(f"{width}x{height}")
        window.keys("f")
        window.wait(lambda s: node(s, "a1"), "the picture again")

    def test_no_dialog_of_the_desktop(self):
        window = self.open(self.write("small.jsonld", SMALL), PATH="/nowhere")
        window.wait(lambda s: node(s, "a1"), "the picture")
        other = self.write("other.jsonld", SMALL.replace("Alpha one", "Other"))
        window.keys("ctrl+o")
        window.wait(lambda s: s["typing"], "the field, once it is known that there is no dialog")
        window.type(str(other))
        window.shot("field")
        window.keys("Return")
        window.wait(lambda s: (node(s, "a1") or {}).get("label") == "Other", "the other file")

    def test_the_dialog_of_the_desktop(self):
        """zenity stands in for the desktop; what it prints is opened, and a cancelled one changes nothing."""
        other = self.write("an other; $(file).jsonld", SMALL.replace("Alpha one", "Other"))
        zenity = self.write("bin/zenity", f"#!/bin/sh\n[ -e '{self.folder}/refuse' ] && exit 1\nprintf '%s\\n' '{other}'\n")
        zenity.chmod(0o755)
        (self.folder / "refuse").touch()
        window = self.open(self.write("small.jsonld", SMALL), PATH=f"{zenity.parent}:{os.environ['PATH']}")
        window.wait(lambda s: node(s, "a1"), "the picture")
        window.keys("ctrl+o")
        time.sleep(1)
        self.assertEqual(node(window.state(), "a1")["label"], "Alpha one")
        (self.folder / "refuse").unlink()
        window.keys("ctrl+o")
        window.wait(lambda s: (node(s, "a1") or {}).get("label") == "Other", "the other file")


class TenThousand(Living):
    """Mouse, keys, sizes, languages, dates and a file that is touched: no crash, nothing lost, memory flat."""

    EVENTS = int(os.environ.get("SHEZHIRE_STORM", "10000"))

    def memory_kib(self, window):
        status = pathlib.Path(f"/proc/{window.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def selects_again(self, window):
        """After all of it a key still selects, whatever was open; Escape goes back one level at a time."""
        for _ in range(8):
            window.keys("Escape", "Escape", "Home")
            state = window.wait(lambda s: True, "rest")
            if state["selection"] == "root":
                break
        window.shot("selected-again")
        self.assertEqual(state["selection"], "root")
        self.assertIsNotNone(node(state, "root"))

    def test_ten_thousand_events(self):
        data = self.write("small.jsonld", SMALL)
        # Without the quarantine of the address sanitizer, whose size would hide what the program itself keeps.
        window = self.open(data, ASAN_OPTIONS="quarantine_size_mb=1:" + os.environ.get("ASAN_OPTIONS", ""))
        window.wait(lambda s: node(s, "a1"), "the picture")
        number = random.Random(11)
        window.focus()
        keys = ("f", "z", "space", "Escape", "Escape", "Return", "Tab", "Up", "Down", "Left", "Right", "ctrl+z", "ctrl+y", "ctrl+f",
                "minus", "equal", "F1", "BackSpace", "ctrl+Right", "ctrl+Left", "a", "2", "Home", "ctrl+equal", "ctrl+minus",
                "ctrl+0", "ctrl+r")
        done = 0
        memory = []
        while done < self.EVENTS:
            words = []
            for _ in range(100):
                what = number.randrange(20)
                if what < 8:
                    words += ["mousemove", "--window", window.id, number.randrange(WIDTH), number.randrange(HEIGHT)]
                elif what < 11:
                    words += ["click", number.choice((1, 1, 1, 2, 4, 5))]
                elif what < 13:
                    words += ["mousedown" if number.randrange(2) else "mouseup", 1]
                elif what < 18:
                    words += ["key", number.choice(keys)]
                elif what < 19:
                    words += ["windowsize", window.id, number.randrange(1, 990), number.randrange(1, 690)]
                else:
                    # The language menu is opened and one of its rows is clicked; the file changes on disk.
                    words += ["mousemove", "--window", window.id, 238, 17, "click", 1, "sleep", "0.05", "mousemove", "--window",
                              window.id, 230, number.choice((77, 102, 127)), "sleep", "0.05", "click", 1]
                    text = SMALL.replace("Beta", f"Beta {number.randrange(100)}")
                    if number.randrange(4) == 0:
                        text = text[:number.randrange(len(text))]
                    data.write_text(text)
            window.xdotool(*words)
            done += 100
            self.assertTrue(window.alive(), window.words()[-6000:])
            if done % 1000 == 0:
                memory.append(self.memory_kib(window))
            if done % 2500 == 0:
                window.shot(f"after-{done}")
        data.write_text(SMALL)
        window.xdotool("mouseup", 1, "windowsize", window.id, WIDTH, HEIGHT, "mousemove", "--window", window.id, 5, HEIGHT - 5)
        window.keys("Escape", "Escape", "Escape", "ctrl+0")
        window.shot("at-the-end")
        self.assertTrue(window.alive(), window.words()[-6000:])
        self.selects_again(window)
        print("memory, KiB:", memory)
        if len(memory) >= 6:
            half = len(memory) // 2
            self.assertLess(max(memory[half:]), max(memory[:half]) * 1.25 + 20_000, f"memory grows: {memory}")


if __name__ == "__main__":
    unittest.main()
