#!/usr/bin/env python3
"""Every header compiles alone, with the flags of its module, and begins by saying why it exists."""
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys


def folder_of(source, root, build):
    """Where a source lies; of a unity build's, where the sources lie that it gathers."""
    folder = pathlib.Path(source).parent
    if "CMakeFiles" not in folder.parts or not folder.is_relative_to(build):
        return str(folder)
    inside = folder.relative_to(build).parts
    return str(root.joinpath(*inside[:inside.index("CMakeFiles")]))


def flags_by_folder(root, database):
    """Folder -> (compiler, flags) of its first source in compile_commands.json, without what names inputs and outputs."""
    found = {}
    database = pathlib.Path(database).resolve()
    for entry in json.loads(database.read_text()):
        folder = folder_of(entry["file"], root, database.parent)
        if folder in found:
            continue
        words = shlex.split(entry["command"])
        # Before the compiler stands what launches it: ccache, perhaps with its settings.
        while not pathlib.Path(words[0]).name.startswith(("g++", "clang++", "c++")):
            words = words[1:]
        flags = [w for i, w in enumerate(words) if w.startswith(("-I", "-D", "-std", "-W")) or words[i - 1] == "-isystem"
                 or w == "-isystem"]
        found[folder] = (words[0], flags)
    return found


def header_faults(header, compiler, flags):
    text = header.read_text()
    found = []
    if not text.startswith("// "):
        found.append(f"{header}:1: a header begins with a sentence that says why it exists")
    if "#pragma once" not in text:
        found.append(f"{header}:1: #pragma once is missing")
    command = [compiler, *flags, "-fsyntax-only", "-x", "c++", "-include", str(header),
               os.devnull]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        found.append(f"{header}:1: does not compile alone:\n{result.stderr.strip()}")
    return found


def faults(root, database):
    root = root.resolve()
    flags = flags_by_folder(root, database)
    headers = sorted((root / "src").rglob("*.h"))
    if not headers:
        return ["no header was found"]
    known = [h for h in headers if str(h.parent) in flags]
    found = [f"{h}:1: no source beside it is built, so its flags are unknown" for h in headers if h not in known]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for some in pool.map(lambda h: header_faults(h, *flags[str(h.parent)]), known):
            found += some
    return found


if __name__ == "__main__":
    found = faults(pathlib.Path(sys.argv[1]), sys.argv[2])
    print("\n".join(found))
    sys.exit(1 if found else 0)
