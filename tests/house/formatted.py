#!/usr/bin/env python3
"""Every C++ file is as clang-format (Debian 12's, .clang-format) writes it."""
import concurrent.futures
import os
import pathlib
import subprocess
import sys


def faults(root):
    files = sorted(p for folder in ("src", "tests", "bench") for p in (root / folder).rglob("*")
                   if p.suffix in (".h", ".cpp") and "node_modules" not in p.parts)
    if not files:
        return ["no source was found"]

    def check(some):
        result = subprocess.run(["clang-format", f"--style=file:{root}/.clang-format", "--dry-run", "-Werror", *some],
                                capture_output=True, text=True)
        firsts = {}  # the first place in each file is enough to find and mend the rest
        for line in result.stderr.splitlines():
            if ": error:" in line:
                firsts.setdefault(line.split(":")[0], line)
        return list(firsts.values()) or ([result.stderr] if result.returncode else [])

    chunks = [files[i:i + 16] for i in range(0, len(files), 16)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [line for lines in pool.map(check, chunks) for line in lines]


if __name__ == "__main__":
    found = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
