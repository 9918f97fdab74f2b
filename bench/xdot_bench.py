#!/usr/bin/python3
"""xdot with stopwatches: xdot_bench.py FILE.dot|FILE.xdot [-n] [--first]

-n: the file holds the layout already, no `dot` is run. --first: ends after the first frame; else pans for 3 s
fitted and 3 s near, and hovers. Wraps DotWidget's methods from outside; prints one line of JSON. Needs a display."""
import time

BEGIN = time.perf_counter()

import json
import os
import resource
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk
from xdot.ui.window import DotWidget, DotWindow

figures = {"file": os.path.basename(sys.argv[1])}
draws = []  # (begin, end) of each redraw
phase = "opening"
steps = 0
phase_began = 0.0

plain_draw = DotWidget.on_draw


def timed_draw(widget, sender, cairo):
    global phase
    begin = time.perf_counter()
    result = plain_draw(widget, sender, cairo)
    cairo.get_target().flush()
    end = time.perf_counter()
    draws.append((begin, end))
    if phase == "opening" and widget.graph.nodes:
        figures["first_frame_at"] = end
        figures["first_frame_ms"] = round((end - BEGIN) * 1e3, 1)
        if "--first" in sys.argv:
            finish()
        phase = "fit"
        GLib.timeout_add(300, start_panning, widget)
    return result


def start_panning(widget):
    global steps, phase_began
    draws.clear()
    steps, phase_began = 0, time.perf_counter()
    GLib.idle_add(pan, widget)
    return False


def pan(widget):
    global phase, steps
    if time.perf_counter() - phase_began > 3 and draws:
        times = sorted(end - begin for begin, end in draws)
        figures[f"pan_{phase}_draw_ms"] = round(times[len(times) // 2] * 1e3, 2)
        if phase == "fit":
            phase = "near"
            widget.zoom_ratio = 1.0
            widget.x, widget.y = widget.graph.width / 2, widget.graph.height / 2
            start_panning(widget)
            return False
        hover(widget)
        finish()
    steps += 1
    widget.x += (8 if (steps // 40) % 2 else -8) / widget.zoom_ratio
    widget.queue_draw()
    if hasattr(widget.get_window(), "process_updates"):
        widget.get_window().process_updates(True)
    return True


def hover(widget):
    """What a move of the pointer costs."""
    begin, moves = time.perf_counter(), 0
    while time.perf_counter() - begin < 0.5:
        widget.get_url(400 + moves % 7, 300)
        widget.get_jump(400 + moves % 7, 300)
        moves += 1
    figures["hover_ms"] = round(500.0 / moves, 3)


def finish():
    figures["rss_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(figures), flush=True)
    os._exit(0)


DotWidget.on_draw = timed_draw
window = DotWindow(width=1900, height=1000)
window.connect("destroy", Gtk.main_quit)
if "-n" in sys.argv:
    window.dotwidget.set_filter(None)
with open(sys.argv[1], "rb") as source:
    window.set_dotcode(source.read(), sys.argv[1])
Gtk.main()
