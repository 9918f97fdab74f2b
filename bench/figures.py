#!/usr/bin/env python3
"""Measures the speeds that were promised and prints one table (README.md says how to read it).

  figures.py --programs FOLDER --inputs FOLDER [FIGURE ...]

Times are taken in turn (ours, the other, ours, the other ...), each figure is the ratio of the medians.
Instructions come from valgrind's callgrind and are the same in every run."""
import argparse
import http.server
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent


class Place:
    """Where the programs and inputs lie, and what is made once for several figures."""

    def __init__(self, programs, inputs, rounds):
        self.programs, self.inputs, self.rounds = programs, inputs, rounds
        self.inputs.mkdir(parents=True, exist_ok=True)
        self.cache = self.inputs / "cache"
        self.cache.mkdir(exist_ok=True)
        os.environ["XDG_CACHE_HOME"] = str(self.cache)  # the user's own is left alone

    def program(self, name):
        return str(self.programs / name)

    def input(self, name, ending):
        """A generated graph: ifla, 1k, 10k, 100k."""
        file = self.inputs / (("" if name == "ifla" else "org_") + name + ending)
        if not file.exists():
            run([sys.executable, "-B", str(HERE / "gen.py"), str(self.inputs), name])
        return str(file)

    def native(self, name):
        """A generated native file."""
        file = self.inputs / f"{name}.jsonld"
        if not file.exists():
            run([sys.executable, "-B", str(HERE / "gen.py"), str(self.inputs), name])
        return str(file)

    def data_set(self, size):
        """1k, 10k, 100k, 1m organizations."""
        return self.native(f"data{size}")

    def events(self, size):
        """As many events on a few life-lines."""
        return self.native(f"events{size}")

    def input_timeline(self, name, file):
        """A generated timeline as lanes and items: tl1k."""
        if not file.exists():
            run([sys.executable, "-B", str(HERE / "gen.py"), str(file.parent), name])
            (file.parent / f"{name}.json").rename(file)

    def structure(self, ending):
        """The built-in structure, exported; .tsv for the floor is made from the .json."""
        file = self.inputs / ("structure" + ending)
        if ending == ".tsv":
            file.write_text(tsv_of(json.loads(pathlib.Path(self.structure(".json")).read_text())))
        else:
            run([self.program("shezhire"), "export", "--root", "ifla", "-o", str(file)])
        return str(file)


def run(command, stdin=None):
    """stdout of a program that must end well."""
    with open(stdin or os.devnull, "rb") as source:
        done = subprocess.run(command, stdin=source, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout.decode(errors="replace")


def figures_of(command):
    """What a program says about itself: its last line, as JSON."""
    return json.loads(run(command).strip().splitlines()[-1])


def wall(command):
    begin = time.monotonic()
    run(command)
    return (time.monotonic() - begin) * 1e3


def in_turn(rounds, *ways):
    """Medians of what each way returns, called one after another in every round."""
    taken = [[] for _ in ways]
    for _ in range(rounds):
        for way, values in zip(ways, taken):
            values.append(way())
    return [statistics.median(values) for values in taken]


def instructions(command, stdin=None):
    with open(stdin or os.devnull, "rb") as source:
        done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                              stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    counted = re.search(rb"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not counted:
        sys.exit(f"callgrind {' '.join(command)}: exit {done.returncode}\n{done.stderr.decode()[-2000:]}")
    return int(counted[1]) / 1e6


def tsv_of(scene):
    """Boxes and lines of an exported scene as the floor reads them."""
    number = {e["key"]: i for i, e in enumerate(e for e in scene["elements"] if e["role"] == "node")}
    nodes = [e for e in scene["elements"] if e["role"] == "node"]
    edges = [e["key"].split(">")[:2] for e in scene["elements"] if e["role"].endswith("edge")]
    edges = [(number[a], number[b.split("#")[0]]) for a, b in edges if a in number and b.split("#")[0] in number]
    lines = [f"{len(nodes)}\t{len(edges)}"]
    lines += [f"{e['box'][0]}\t{e['box'][1]}\t1\t{e.get('title', '')}" for e in nodes]
    lines += [f"{a}\t{b}\t0" for a, b in edges]
    return "\n".join(lines) + "\n"


def window(place, *arguments, size="1900x1000"):
    """--stats of one run of the real window, with no layout remembered from earlier runs (but the graphics
    driver's compiled shaders, which the floor and xdot find as well)."""
    shutil.rmtree(place.cache / "shezhire", ignore_errors=True)
    file = place.inputs / "stats.json"
    begin = time.monotonic()
    run([place.program("shezhire-window"), "--size", size, "--stats", str(file), *arguments])
    stats = json.loads(file.read_text())
    stats["fromStartMs"] = (stats["mainAt"] - begin) * 1e3 + stats["firstFrameMs"]
    stats["settledFromStartMs"] = (stats["mainAt"] - begin) * 1e3 + stats["settledMs"]
    return stats


def from_start(command):
    begin = time.monotonic()
    return (figures_of(command)["first_frame_at"] - begin) * 1e3


def xdot(*arguments):
    return ["/usr/bin/python3", "-B", str(HERE / "xdot_bench.py"), *arguments]  # Debian's, which has its GTK


def first_frame(place):
    tsv, dot = place.structure(".tsv"), place.structure(".dot")
    ours, floor, peer = in_turn(place.rounds, lambda: window(place)["fromStartMs"],
                                lambda: from_start([place.program("bench-floor"), tsv, "all", "2"]),
                                lambda: from_start(xdot(dot, "--first")))
    yield "built-in data to the first complete frame", "ms", ours, "floor", floor, 1.25
    yield "built-in data to the first complete frame", "ms", ours, "xdot", peer, 0.5


def export(place):
    dot = place.structure(".dot")
    svg = str(place.inputs / "export.svg")
    ours, peer = in_turn(place.rounds * 3,
                         lambda: wall([place.program("shezhire"), "export", "--root", "ifla", "--no-cache", "-o", svg]),
                         lambda: wall(["dot", "-Tsvg", "-o", svg + ".dot", dot]))
    yield "export of the built-in structure to SVG, whole process", "ms", ours, "dot -Tsvg", peer, 0.8


def placed(place):
    tsv = place.input("1k", ".tsv")
    request = place.inputs / "org_1k.request"
    request.write_bytes(subprocess.run([place.program("bench-layout-request"), tsv], check=True,
                                       capture_output=True).stdout)
    ours = instructions([place.program("shezhire-layout")], stdin=request)
    peer = instructions(["dot", "-Tdot", place.input("1k", ".dot")])
    yield "1,000 nodes placed", "M instr.", ours, "dot -Tdot", peer, 0.6


def svg(place):
    tsv, positions = place.input("10k", ".tsv"), place.input("10k", "_pos.dot")
    program = place.program("bench-scene-svg")
    ours = instructions([program, tsv, "svg"]) - instructions([program, tsv, "nothing"])
    peer = instructions(["neato", "-n2", "-Tsvg", positions]) - instructions(["neato", "-n2", "-Tdot", positions])
    yield "SVG of 10,000 placed nodes, writing alone", "M instr.", ours, "neato -n2", peer, 0.1


def scene_frames(place, name, mode):
    ours = []

    def one():
        ours.append(figures_of([place.program("bench-scene-frames"), place.input(name, ".tsv"), mode, "20"]))
        return ours[-1]["frame_ms"]

    medians = in_turn(place.rounds, one,
                      lambda: figures_of([place.program("bench-floor"), place.input(name, ".tsv"), mode, "20"])["frame_ms"])
    return medians, ours[-1]["hover_tested"]


def part(place):
    (ours, floor), _ = scene_frames(place, "100k", "part")
    yield "100,000 nodes, 1 % in view: a frame", "ms", ours, "floor", floor, 0.6


def whole(place):
    (ours, floor), _ = scene_frames(place, "10k", "all")
    yield "10,000 nodes, all in view, panning: a frame", "ms", ours, "floor", floor, 0.4
    file = place.inputs / "org_10k.xdot"
    if not file.exists():
        file.write_text(run(["neato", "-n2", "-Txdot", place.input("10k", "_pos.dot")]))
    peer = figures_of(xdot(str(file), "-n"))["pan_fit_draw_ms"]
    yield "10,000 nodes, all in view, panning: a frame", "ms", ours, "xdot", peer, 0.03


def hover(place):
    for name, mode in (("1k", "all"), ("10k", "all"), ("100k", "part"), ("100k", "all")):
        figures = figures_of([place.program("bench-scene-frames"), place.input(name, ".tsv"), mode, "2"])
        yield f"hover tests, {figures['nodes']:,} nodes, {mode}", "items", figures["hover_tested"], "", 64, None


def gap(place):
    runs = [window(place, "--do", "unfold", "--frames", "60", "--during", "engine fdp") for _ in range(place.rounds)]
    longest = statistics.median(run["longestGapMs"] for run in runs)
    frame = statistics.median(run["frameMs"]["median"] for run in runs)
    yield "longest gap between frames while a layout runs", "ms", longest, "median frame", frame, 2


def idle(place):
    yield "frames in 3 idle seconds", "frames", window(place, "--idle", "3")["idleFrames"], "", 0, None


def timeline(place):
    """A frame of a timeline is a scene made anew: what it costs beside one of a hundredth of the events."""
    def one(events, key):
        return figures_of([place.program("bench-timeline"), str(events), "26", "200"])[key]

    many, few = in_turn(place.rounds, lambda: one(100_000, "frame_ms"), lambda: one(1_000, "frame_ms"))
    yield "timeline, 100,000 events: a zoom or pan frame's scene", "ms", many, "1,000 events", few, 1.5
    first, frame = in_turn(place.rounds, lambda: one(10_000, "first_scene_ms"), lambda: one(1_000, "first_scene_ms"))
    yield "timeline, 10,000 events: from the model to a scene", "ms", first, "1,000 events", frame, 10


def vis_timeline(place):
    """A way to ask how long vis-timeline takes for 1,000 items in Chromium, from the navigation on: the browser's
    own start is not counted."""
    site = place.inputs / "vis-timeline"
    site.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc", "page.html"):
        shutil.copy(HERE / "vis-timeline" / name, site)
    if not (site / "node_modules").exists():
        run(["npm", "ci", "--prefix", str(site)])
    library = site / "node_modules" / "vis-timeline"
    shutil.copy(library / "standalone" / "umd" / "vis-timeline-graph2d.min.js", site)
    shutil.copy(library / "styles" / "vis-timeline-graph2d.min.css", site)
    place.input_timeline("tl1k", site / "items.json")

    def one():
        told = []
        ended = threading.Event()

        class Site(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(site))

            def do_POST(self):
                told.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self.send_response(204)
                self.end_headers()
                ended.set()

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:  # the browser ends after its parent
            browser = subprocess.Popen(
                ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                 f"--user-data-dir={profile}", "--window-size=1900,1000",
                 f"http://127.0.0.1:{server.server_port}/page.html"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            came = ended.wait(120)
            browser.terminate()
            browser.wait()
        server.shutdown()
        if not came or told[0].startswith("fault"):
            sys.exit(f"vis-timeline: {told or 'nothing was drawn'}")
        return float(told[0])

    return one


def timeline_first(place):
    """From the start of the program to the timeline at rest; the structure that the window opens with included."""
    def ours(size):
        stats = window(place, place.events(size), "--do", "reduce-motion on; view timeline")
        return stats["settledFromStartMs"]

    ten, peer = in_turn(place.rounds, lambda: ours("10k"), vis_timeline(place))
    yield "timeline, 10,000 events: to the first complete frame", "ms", ten, "vis-timeline, 1,000", peer, 0.4
    tsv = place.input("100k", ".tsv")
    hundred, floor = in_turn(place.rounds, lambda: ours("100k"),
                             lambda: from_start([place.program("bench-floor"), tsv, "all", "2"]))
    yield "timeline, 100,000 events: to the first complete frame", "ms", hundred, "floor", floor, 2


def lanes(place):
    out = str(place.inputs / "timeline.svg")
    ours = statistics.median(wall([place.program("shezhire"), "export", "--view", "timeline", "--no-cache", "-o", out])
                             for _ in range(place.rounds))
    yield "timeline of the built-in data, lanes laid out cold, to SVG", "ms", round(ours), "", 1000, None


def dates(place):
    """A step of the date slider in steady mode: who is there, beside one plain scan of all spans."""
    of = figures_of([place.program("bench-dates"), "100000", "400"])
    yield "date slider, 100,000 dated bodies: a step's model part", "us", 1e3 * of["step_ms"], "plain scan", 1e3 * of["scan_ms"], 1
    yield "date slider, 100,000 dated bodies: a step with what is drawn again", "us", 1e3 * of["step_drawn_ms"], "plain scan", 1e3 * of["scan_ms"], 167


def answers(place):
    """From a command to the end of the frame that shows it (or that its layout runs)."""
    asked = ("select body-90", "search section", "search", "filter text library", "filter text", "fold body-0",
             "unfold body-0", "hide-kind kind-1", "show-all", "certainty certain", "certainty all", "fold-to 1", "undo")
    runs = [window(place, place.data_set("100k"), "--frames", "2", "--during", "; ".join(asked))["answerMs"]
            for _ in range(place.rounds)]
    for command, *taken in zip(asked, *runs):
        yield f"100,000 organizations: {command}", "ms", round(statistics.median(taken), 1), "", 50, None


def rows(place):
    """A frame of the whole window with a table of so many rows; one with an outline beside one without. The
    outline's picture is moved out of sight: it differs."""
    def frame(file, commands):
        return window(place, file, "--do", "reduce-motion on; " + commands, "--frames", "60")["frameMs"]["median"]

    shown = "view timeline; table on"
    many, few = in_turn(place.rounds, lambda: frame(place.events("1m"), shown), lambda: frame(place.events("1k"), shown))
    yield "table of 1,000,000 rows: a frame", "ms", many, "1,000 rows", few, 1.1
    for size, count in (("1k", "1,000"), ("1m", "1,000,000")):
        file = place.data_set(size)
        ours, without = in_turn(place.rounds, lambda: frame(file, "outline-order name; pan 5000 5000"),
                                lambda: frame(file, "outline-order name; pane outline off; pan 5000 5000"))
        yield f"outline of {count} rows: a frame", "ms", ours, "without outline", without, 1.1


def opening(place):
    """From the file to the folded picture, beside a floor that draws one of its size in no time; and memory."""
    tsv = place.structure(".tsv")
    for size, count, limit in (("100k", "100,000", 2000), ("1m", "1,000,000", 15000)):
        file = place.data_set(size)
        ours, floor = in_turn(place.rounds, lambda: window(place, file)["fromStartMs"],
                              lambda: from_start([place.program("bench-floor"), tsv, "all", "2"]))
        yield f"{count} organizations opened, beyond the floor's start", "ms", round(ours - floor), "", limit, None
        of = figures_of([place.program("bench-opening"), file])
        yield f"{count} organizations, each with what search needs", "bytes", of["with_search_bytes"], "", 1024, None
        yield f"{count} organizations, each while it is read", "bytes", of["peak_reading_bytes"], "", 1024, None
        yield f"{count} organizations, the first search of all", "ms", of["first_search_ms"], "", 33, None
        yield f"{count} organizations, the slowest of eight searches", "ms", of["search_ms"], "", 33, None


FIGURES = {"opening": opening, "answers": answers, "rows": rows, "dates": dates, "timeline": timeline,
           "timeline-first": timeline_first, "lanes": lanes, "first-frame": first_frame, "export": export, "placed-1000": placed, "svg-10000": svg,
           "frame-100000": part, "frame-10000": whole, "hover": hover, "gap": gap, "idle": idle}


def row(what, unit, ours, other, theirs, goal):
    if not other:  # a plain limit
        held = ours <= theirs
        cells = (what, f"{ours:g} {unit}", "", "", f"<= {theirs:g}", "yes" if held else "NO")
    else:
        ratio = ours / theirs
        held = ratio <= goal
        cells = (what, f"{ours:.1f} {unit}", f"{other} {theirs:.1f}", f"{ratio:.3g}", f"<= {goal:g}",
                 "yes" if held else "NO")
    print("{:<54} {:>16}  {:<22} {:>7}  {:<8} {}".format(*cells), flush=True)
    return held


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--programs", type=pathlib.Path, required=True)
    arguments.add_argument("--inputs", type=pathlib.Path, required=True)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("figures", nargs="*", metavar="FIGURE", help=" ".join(FIGURES))
    options = arguments.parse_args()
    unknown = [name for name in options.figures if name not in FIGURES]
    if unknown:
        sys.exit(f"no such figure: {' '.join(unknown)}; there are {' '.join(FIGURES)}")
    place = Place(options.programs.resolve(), options.inputs.resolve(), options.rounds)
    print("{:<54} {:>16}  {:<22} {:>7}  {:<8} {}".format("figure", "ours", "floor or peer", "ratio", "goal", "held"))
    for name in options.figures or FIGURES:
        for cells in FIGURES[name](place):
            row(*cells)


if __name__ == "__main__":
    main()
