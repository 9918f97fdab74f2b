#!/usr/bin/env python3
"""Nothing unfinished is left in the tree, and no path of the machine that it was written on."""
import pathlib
import re
import subprocess
import sys

UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.\-/])/(?:work|root|home/\w+)/")
CORPUS = "tests/fuzz/corpus/"  # bytes that a machine made up
NOT_READ = {".png", ".jpg", ".pdf", ".ttf", ".otf", ".mo", ".ico", ".gz"}


def files_of(root):
    """What git tracks; in a tree without git, everything but builds."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True)
    if listed.returncode == 0 and listed.stdout:
        return [root / name for name in listed.stdout.decode().split("\0") if name]
    skipped = {"build", ".git", "node_modules", ".cache"}
    return [p for p in root.rglob("*") if p.is_file() and not skipped & set(p.relative_to(root).parts)]


def faults(root):
    found = []
    files = files_of(root)
    if not files:
        return ["no file was found"]
    for file in sorted(files):
        if file.suffix in NOT_READ or not file.is_file() or CORPUS in file.as_posix():
            continue
        for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), 1):
            where = f"{file.relative_to(root)}:{number}"
            if match := UNFINISHED.search(line):
                found.append(f"{where}: {match[0]}: finish it, or open an issue")
            if match := MACHINE_PATH.search(line):
                found.append(f"{where}: {match[0]}: a path of one machine")
    return found


if __name__ == "__main__":
    found = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
