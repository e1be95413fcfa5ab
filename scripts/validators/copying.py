#!/usr/bin/env python3
"""copying.py ENGINE PDF JSON: is the text that ENGINE takes out of PDF that of the tree?

ENGINE is pdfium (pypdfium2) or a command that prints the text of the file it is given last. JSON is what
`manyscript convert --to json` says of the article, whose "text" comes on standard input. White space, soft
hyphens, bidi controls and U+200B do not count. What a page adds to the text may stand between it: the title and
the number in the foot, the kicker, the address. Exit status: 0 the same, 1 not, with the first difference.
"""
import json
import re
import subprocess
import sys
import unicodedata

NOTHING = re.compile("[\\s\u00ad\u200b\ufeff\ufffe\x00\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def tight(text):
    return NOTHING.sub("", unicodedata.normalize("NFC", text))


def taken(engine, path):
    if engine != "pdfium":
        return subprocess.run(engine.split() + [path], check=True, capture_output=True).stdout.decode()
    import pypdfium2
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def is_furniture(added, furniture):
    for piece in furniture:
        added = added.replace(piece, "")
    return not added.strip("0123456789…")


def difference(text, printed, furniture):
    """Where `printed` is not `text` with furniture in it; nothing when it is."""
    # A page adds whole pieces, so that the place of one is found by what comes next in the text.
    at = 0
    rest = printed
    while at < len(text):
        same = 0
        while same < len(rest) and at + same < len(text) and rest[same] == text[at + same]:
            same += 1
        at += same
        rest = rest[same:]
        if at == len(text):
            break
        # The added piece may begin with letters that go on in the text as well: look a little back.
        for back in range(0, min(40, at) + 1):
            ahead = text[at - back:at - back + 24]
            found = (printed[len(printed) - len(rest) - back:]).find(ahead)
            if found > 0:
                start = len(printed) - len(rest) - back
                if is_furniture(printed[start:start + found], furniture):
                    rest = printed[start + found:]
                    at -= back
                    break
        else:
            return f"at {at}: text {text[at:at + 30]!r}, page {rest[:30]!r}"
    return None if is_furniture(rest, furniture) else f"after the text: {rest[:60]!r}"


def main():
    engine, path, facts_path = sys.argv[1:]
    facts = json.load(open(facts_path, encoding="utf-8"))["metadata"]
    text = tight(sys.stdin.read())
    pieces = [facts["title"]["text"], facts["url"], facts["section"], facts["publisher"]]
    furniture = [tight(piece) for piece in pieces if piece]
    furniture += [tight(facts["title"]["text"])[:length] for length in range(60, 8, -1)]
    wrong = difference(text, tight(taken(engine, path)), sorted(furniture, key=len, reverse=True))
    if wrong:
        print(wrong)
        sys.exit(1)


main()
