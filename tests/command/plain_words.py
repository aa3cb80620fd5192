"""Finds words that mothers' screens do without, and sentences of more than twenty words. Reads standard input:

sentences   a list of the program's sentences for translators (.pot)
words       a data file of words of ours (YAML)
entries     entries as `signpost show --json` gives them, one list after another
sheets      sheets as text

What is wrong is told, and the exit status is 1.
"""
import json
import re
import sys

NEVER = re.compile(r"perinatal|antenatal|suffering|\bsuffers? from|mentally ill|trimester", re.IGNORECASE)
# 6 August 2026 and 2pm to 6pm, not these.
MACHINE = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d\b(?!\s*[ap]m)")
MOST_WORDS = 20
OURS = ("label", "definition", "say", "for", "heading", "text", "title", "summary", "how_to_join", "status_note", "hours", "yes", "no", "ask")
wrong = []


def sentences(text):
    return re.split(r"[.?!:;][\"')]*\s+|\n", text)


def look(text, where):
    if NEVER.search(text):
        wrong.append(f"{where}: {text}")
    for sentence in sentences(text):
        words = [word for word in sentence.split() if re.search(r"\w", word)]
        if len(words) > MOST_WORDS:
            wrong.append(f"{where}: {len(words)} words: {sentence}")


def program(text):
    """Lists of words that may be typed are no sentences: they have a source file in which all are such, and no capital and no stop."""
    entries = re.findall(r'((?:#[^\n]*\n)*)msgid ((?:"(?:[^"\\]|\\.)*"\n)+)(?:msgid_plural ((?:"(?:[^"\\]|\\.)*"\n)+))?', text)
    count = 0
    for source, one, many in entries:
        for quoted in (one, many):
            sentence = "".join(line[1:-1] for line in quoted.strip().split("\n")).replace("\\n", "\n").replace('\\"', '"')
            typed = re.search(r"match/guide_\w+\.c", source) and re.fullmatch(r"[a-z' ]+", sentence)
            if sentence and not typed:
                look(sentence, source.strip())
                count += 1
    return count


def values(lines):
    """Every key with its value, folded or not; the items of a list that have no key of their own follow the key before."""
    key = None
    collected = []
    for line in lines:
        if line.lstrip().startswith("#"):
            continue
        found = re.match(r"\s*(?:- )*\{?(\w+):(?:\s+(.*))?$", line)
        if found:
            yield key, " ".join(collected)
            key = found.group(1)
            collected = [found.group(2) or ""]
        elif line.strip():
            collected.append(line.strip().removeprefix("- "))
    yield key, " ".join(collected)


def words(text):
    count = 0
    for key, value in values(text.split("\n")):
        if key in OURS and not value.startswith(("[", "{")):
            look(value.replace(">-", "").strip(" \"'"), key)
            count += 1
    return count


def entries(text):
    count = 0
    decoder = json.JSONDecoder()
    while text.strip():
        offers, end = decoder.raw_decode(text.lstrip())
        text = text.lstrip()[end:]
        for offer in offers:
            for key in OURS:
                if isinstance(offer.get(key), str):
                    look(offer[key], f'{offer["service"]} {key}')
                    count += 1
    return count


def sheets(text):
    lines = text.split("\n")
    for line in lines:
        name = re.match(r"\d+\. ", line)
        address = re.fullmatch(r"\s*(?:Web\s+)?\S+", line)
        if not name and not address and (NEVER.search(line) or MACHINE.search(line)):
            wrong.append(line)
    return len(lines)


looked = {"sentences": program, "words": words, "entries": entries, "sheets": sheets}[sys.argv[1]](sys.stdin.read())
for line in wrong:
    print(line)
print(f"{looked} looked at, {len(wrong)} wrong")
sys.exit(1 if wrong or not looked else 0)
