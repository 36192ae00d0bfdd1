"""Sections of docs/performance.md, each written by a program of its own."""


def replace_section(path, heading, text):
    """Puts `text` under `heading` ("## ..."), in place of what stands there, else at the end."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    before, found, rest = page.partition(heading + "\n")
    after = rest[rest.index("\n## ") + 1:] if found and "\n## " in rest else ""
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before.rstrip()}\n\n{heading}\n\n{text.strip()}\n" + (f"\n{after}" if after else ""))


def sections_after_the_first(path):
    """All that stands under "## ..." headings, which others have written."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    return page[page.index("\n## ") + 1:] if "\n## " in page else ""
