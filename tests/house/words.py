#!/usr/bin/env python3
"""Every word of the interface is in every catalogue, with the blanks to fill in that the English one has."""
import pathlib
import re
import subprocess
import sys


def read_po(text):
    """[(msgid, [msgstr, ...])] of a catalogue or template, without its head."""
    entries = []
    for block in re.split(r"\n\s*\n", text):
        fields = {}
        name = None
        fuzzy = False
        for line in block.splitlines():
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            match = re.match(r'(msg\w+(?:\[\d+\])?)?\s*"(.*)"$', line)
            if not match:
                continue
            name = match[1] or name
            fields[name] = fields.get(name, "") + match[2]
        if fields.get("msgid"):
            said = [fields[key] for key in sorted(fields) if key.startswith("msgstr")]
            entries.append((fields["msgid"], [] if fuzzy else said))
    return entries


def blanks(text):
    return sorted(re.findall(r"\{[^{}]*\}", text))


def faults(name, words, catalogue):
    said = dict(catalogue)
    found = []
    for word in words:
        translations = said.get(word, [])
        if not translations or not all(translations):
            found.append(f"{name}: “{word}” is not translated")
        for translation in translations:
            if translation and blanks(translation) != blanks(word):
                found.append(f"{name}: “{word}” and “{translation}” differ in what is filled in")
    found += [f"{name}: “{word}” is in no source" for word in said if word not in words]
    return found


def main(root):
    template = subprocess.run([root / "scripts/words", "--template"], capture_output=True, text=True, check=True).stdout
    words = [word for word, _ in read_po(template)]
    if len(words) < 50:
        return [f"scripts/words --template finds only {len(words)} words"]
    found = []
    for path in sorted((root / "assets/locale").glob("*.po")):
        found += faults(path.relative_to(root), words, read_po(path.read_text()))
    return found


if __name__ == "__main__":
    lines = main(pathlib.Path(sys.argv[1]))
    print("\n".join(lines))
    sys.exit(1 if lines else 0)
