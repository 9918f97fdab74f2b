#!/usr/bin/env python3
"""Each module says in three lines what it is, what it does not know, and who may touch it."""
import pathlib
import sys


def faults(root):
    modules = [p for p in sorted((root / "src").iterdir()) if p.is_dir() and p.name != "apps"]
    modules += [p for p in sorted((root / "src/apps").glob("*")) if p.is_dir()]
    if not modules:
        return ["no module was found"]
    found = []
    for module in modules:
        readme = module / "README.md"
        if not readme.is_file():
            found.append(f"{readme.relative_to(root)}:1: is missing")
            continue
        lines = [line for line in readme.read_text().splitlines() if line.strip()]
        if not lines or lines[0] != f"# {module.name}":
            found.append(f"{readme.relative_to(root)}:1: begins with “# {module.name}”")
        elif len(lines) != 4:
            found.append(f"{readme.relative_to(root)}:1: has {len(lines) - 1} lines below its heading instead of three")
    return found


if __name__ == "__main__":
    found = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
