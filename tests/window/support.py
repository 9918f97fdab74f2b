"""A display of one's own, the window on it, and a hand that moves the mouse and presses keys."""
import json
import os
import pathlib
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import unittest
import zlib

PROGRAM = pathlib.Path(os.environ["SHEZHIRE"])
SOURCE = pathlib.Path(os.environ["SHEZHIRE_SOURCE"])
PICTURES = pathlib.Path(os.environ["SHEZHIRE_PICTURES"])
PATIENCE = 60  # seconds; a sanitized program on a busy machine is slow, and no test asserts a time
WIDTH, HEIGHT = 900, 600

SMALL = """{ "@context": "context.jsonld", "format": "shezhire/1", "title": { "en": "Small" }, "roots": ["root"],
  "@graph": [
    { "id": "root", "type": "Organization", "prefLabel": { "en": "Root" }, "existence": "1900/.." },
    { "id": "a", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha" }, "existence": "1900/..", "unitOf": "root" },
    { "id": "b", "type": "OrganizationalUnit", "prefLabel": { "en": "Beta" }, "existence": "1950/1980", "unitOf": "root" },
    { "id": "a1", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha one" }, "existence": "1900/..", "unitOf": "a" },
    { "id": "a2", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha two" }, "existence": "1900/..", "unitOf": "a" } ] }
"""


class Display:
    """An X server that chooses its own number, so that tests may run side by side."""

    def __init__(self, width=1000, height=700):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"

    def close(self):
        self.server.terminate()
        self.server.wait()


def read_png(path):
    """(width, height, rows of RGBA or RGB bytes, bytes per pixel) of an 8-bit picture without interlacing."""
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            assert depth == 8 and colour in (2, 6) and not interlaced
            pixel = 3 if colour == 2 else 4
        if kind == b"IDAT":
            packed += body
        at += 12 + length
    raw = zlib.decompress(packed)
    return width, height, raw, pixel


def detail(path):
    """How many different rows of filtered bytes it has: a blank picture has next to none."""
    width, height, raw, pixel = read_png(path)
    stride = width * pixel + 1
    return len({raw[row * stride:(row + 1) * stride] for row in range(height)})


class Case(unittest.TestCase):
    display = None

    @classmethod
    def setUpClass(cls):
        cls.display = Display()

    @classmethod
    def tearDownClass(cls):
        cls.display.close()

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="shezhire-window-"))
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.pictures = PICTURES / f"{type(self).__name__}.{self._testMethodName}"
        shutil.rmtree(self.pictures, ignore_errors=True)
        self.pictures.mkdir(parents=True)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def environment(self, **more):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "WAYLAND", "XDG_", "DBUS_"))}
        return {**kept, "DISPLAY": self.display.name, "HOME": str(self.folder), "XDG_CACHE_HOME": str(self.folder / "cache"),
                "LIBGL_ALWAYS_SOFTWARE": "1", "LANG": "C.UTF-8", **more}

    def run_window(self, *arguments, code=0, **environment):
        """Runs a window that ends by itself; returns what it said on stderr."""
        ran = subprocess.run([PROGRAM, *map(str, arguments)], env=self.environment(**environment), cwd=self.folder,
                             stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE * 3, check=False)
        self.assertEqual(ran.returncode, code, ran.stderr[-4000:])
        self.assertNotIn("Sanitizer", ran.stderr)
        return ran.stderr

    def open(self, *arguments, **environment):
        """Starts a window that stays; it is closed, and looked after for faults, when the test is over."""
        window = Window(self, arguments, environment)
        self.addCleanup(window.close)
        window.wait(lambda s: True, "a first state")
        return window


class Window:
    def __init__(self, case, arguments, environment):
        self.case = case
        self.file = case.folder / "state.json"
        self.said = open(case.folder / "stderr.txt", "w+b")
        self.shots = 0
        size = () if "--size" in arguments else ("--size", f"{WIDTH}x{HEIGHT}")
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments), *size, "--state", str(self.file)],
                                        env=case.environment(**environment), cwd=case.folder, stdin=subprocess.DEVNULL,
                                        stdout=self.said, stderr=self.said)
        self.id = None

    def xdotool(self, *words):
        ran = subprocess.run(["xdotool", *map(str, words)], env=self.case.environment(), capture_output=True, text=True,
                             timeout=PATIENCE, check=False)
        self.case.assertEqual(ran.returncode, 0, f"xdotool {words}: {ran.stderr}")
        return ran.stdout

    def state(self):
        try:
            return json.loads(self.file.read_text())
        except (FileNotFoundError, ValueError):
            return None

    def alive(self):
        return self.process.poll() is None

    def wait(self, holds, what):
        """Until the window has come to rest in a state for which `holds` is true; returns that state."""
        end = time.monotonic() + PATIENCE
        state = None
        while time.monotonic() < end:
            self.case.assertTrue(self.alive(), f"the window is gone while waiting for {what}:\n{self.words()[-4000:]}")
            state = self.state()
            if state is not None and holds(state):
                return state
            time.sleep(0.03)
        self.shot("given-up")
        short = {k: v for k, v in (state or {}).items() if k not in ("nodes", "badges")}
        self.case.fail(f"waited in vain for {what}; {short}\n{self.words()[-2000:]}")

    def focus(self):
        if self.id is None:
            found = self.xdotool("search", "--sync", "--onlyvisible", "--pid", self.child(), "--name", ".").split()
            self.id = found[-1]
        self.xdotool("windowfocus", "--sync", self.id)
        return self.id

    def child(self):
        return self.process.pid  # `shezhire` becomes the window: it replaces itself

    def click(self, place, repeat=1):
        x, y = place
        self.focus()
        self.xdotool("mousemove", "--window", self.id, round(x), round(y), "sleep", "0.15", "click", "--repeat", repeat,
                     "--delay", "60", "1")

    def drag(self, start, end, button=1):
        self.focus()
        steps = []
        for i in range(1, 7):
            steps += ["mousemove", "--window", self.id, round(start[0] + (end[0] - start[0]) * i / 6),
                      round(start[1] + (end[1] - start[1]) * i / 6), "sleep", "0.05"]
        self.xdotool("mousemove", "--window", self.id, round(start[0]), round(start[1]), "sleep", "0.1", "mousedown", button,
                     "sleep", "0.1", *steps, "mouseup", button)

    def keys(self, *keys):
        self.focus()
        self.xdotool("key", "--delay", "120", *keys)

    def type(self, text):
        self.focus()
        self.xdotool("type", "--delay", "60", text)

    def shot(self, name):
        """A picture of the whole display, for people."""
        self.shots += 1
        subprocess.run(["import", "-window", "root", self.case.pictures / f"{self.shots:02}-{name}.png"],
                       env=self.case.environment(), timeout=PATIENCE, check=False, capture_output=True)

    def words(self):
        self.said.flush()
        return (self.case.folder / "stderr.txt").read_text(errors="replace")

    def close(self):
        if self.alive() and self.id is not None:
            self.keys("Escape", "Escape", "Escape", "ctrl+q")
        elif self.alive():
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            words = self.words()
            self.said.close()
            self.case.fail(f"the window did not close\n{words[-2000:]}")
        self.said.close()
        words = (self.case.folder / "stderr.txt").read_text(errors="replace")
        self.case.assertNotIn("Sanitizer", words, words[-6000:])
        self.case.assertIn(code, (0, -signal.SIGTERM), words[-4000:])


def children(pid):
    """Process ids whose parent it is (proc(5): the fourth field of stat)."""
    found = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == pid:
                found.append(int(stat.parent.name))
        except OSError:
            pass  # it ended meanwhile
    return found


def node(state, key):
    """Who is there at the date; a ghost is not."""
    return next((n for n in state["nodes"] if n["key"] == key and not n["absent"]), None)


def middle(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def place(state, key):
    found = node(state, key)
    assert found, f"{key} is not shown"
    return middle(found["box"])


def badge(state, key):
    return middle(next(b for b in state["badges"] if b["key"] == key)["box"])


def said(state, pattern):
    return any(re.search(pattern, m["sentence"]) for m in state["messages"])
