#!/usr/bin/env python3
"""Holds every #include in src/ against the two tables of docs/architecture.md: levels, and doors to foreign headers."""
import fnmatch
import pathlib
import re
import sys

STANDARD = set("""
algorithm any array atomic barrier bit bitset charconv chrono codecvt compare complex concepts condition_variable
coroutine deque exception execution filesystem format forward_list fstream functional future initializer_list iomanip
ios iosfwd iostream istream iterator latch limits list locale map memory memory_resource mutex new numbers numeric
optional ostream queue random ranges ratio regex scoped_allocator semaphore set shared_mutex source_location span
sstream stack stdexcept stop_token streambuf string string_view strstream syncstream system_error thread tuple
type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector version
cassert cctype cerrno cfenv cfloat cinttypes climits clocale cmath csetjmp csignal cstdarg cstddef cstdint cstdio
cstdlib cstring ctime cuchar cwchar cwctype
""".split())
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def table_rows(text, first_heading):
    """Rows (lists of cells) of the Markdown table whose first heading is `first_heading`."""
    rows, inside = [], False
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            inside = False
        elif cells[0] == first_heading:
            inside = True
        elif inside and set(cells[0]) - set("-:"):
            rows.append(cells)
    return rows


def read_tables(architecture):
    """-> {module: (level, [door names])}, {door name: [patterns]}"""
    modules = {}
    for level, module, _, doors in table_rows(architecture, "level"):
        modules[module] = (int(level), [] if doors == "-" else [door.strip() for door in doors.split(",")])
    doors = {name: re.findall(r"`([^`]+)`", headers) for name, headers in table_rows(architecture, "name")}
    return modules, doors


def module_of(path):
    return "/".join(path.parts[:2]) if path.parts[0] == "apps" else path.parts[0]


def include_fault(root, path, header, quoted, modules, doors):
    """Why `path` (relative to src) must not include `header`, or None."""
    module = module_of(path)
    level, own_doors = modules[module]
    if quoted:
        if "/" not in header:
            there = (root / "src" / path.parent / header).exists()
            if there and module.startswith("apps/"):
                return None
            return f'"{header}" is written relative to src/, as "module/header.h"'
        if not (root / "src" / header).exists():
            return f'"{header}" is not in src/; foreign headers are included with <>'
        other = module_of(pathlib.Path(header))
        if other == module:
            return None
        if other not in modules:
            return f"{other} is in no row of docs/architecture.md"
        if modules[other][0] >= level:
            return f"{module} (level {level}) includes {other} (level {modules[other][0]}): only downwards"
        return None
    if header in STANDARD:
        return None
    for door in ["everyone", *own_doors]:
        if any(fnmatch.fnmatchcase(header, pattern) for pattern in doors[door]):
            return None
    return f"<{header}> has no door in {module}"


def faults(root):
    modules, doors = read_tables((root / "docs/architecture.md").read_text())
    found = []
    for module, (_, own_doors) in modules.items():
        if not (root / "src" / module).is_dir():
            found.append(f"docs/architecture.md: src/{module} does not exist")
        for door in own_doors:
            if door not in doors:
                found.append(f"docs/architecture.md: {module}: no row says what {door} means")
    if found:
        return found
    files = sorted(p for p in (root / "src").rglob("*") if p.suffix in (".h", ".cpp"))
    if not files:
        return ["no source was found"]
    for file in files:
        path = file.relative_to(root / "src")
        if module_of(path) not in modules:
            found.append(f"src/{path}:1: {module_of(path)} is in no row of docs/architecture.md")
            continue
        for number, line in enumerate(file.read_text().splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            fault = include_fault(root, path, match[2], match[1] == '"', modules, doors)
            if fault:
                found.append(f"src/{path}:{number}: {fault}")
    return found


if __name__ == "__main__":
    found = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
