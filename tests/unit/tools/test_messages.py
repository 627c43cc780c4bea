"""What the code says comes into the catalogue by itself, and nothing else of it changes."""

from __future__ import annotations

from pathlib import Path

from tools.messages.catalogue import PATH, updated, without_danish
from tools.messages.compiling import compiled
from tools.messages.reading import Said, said_by_the_code, said_in

HEADER = """# About.
msgid ""
msgstr ""
"Language: da\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"""
OLD = f"""{HEADER}
msgid "Save"
msgstr "Gem"

msgid "The file is kept as it was received, and what was done to show it is told beside the picture."
msgstr "Filen er gemt, som den blev modtaget, og ved siden af billedet står, hvad der er gjort for at vise den."

msgid "{{count}} note"
msgid_plural "{{count}} notes"
msgstr[0] "{{count}} note"
msgstr[1] "{{count}} noter"
"""
NOTES, SAVE = Said("{count} note", "{count} notes", ""), Said("Save", "", "")
LONG = Said(
    "The file is kept as it was received, and what was done to show it is told beside the picture.",
    "",
    "",
)


def test_the_reader_sees_each_way_of_saying_something() -> None:
    source = """
language.text("a"); self._language.text("b", n=1); desk.language.plural("c", "d", 2)
text("e" if yes else "f"); language.text(KINDS.get(kind, "g")); deferred("h" "i")
canvas.text("not this"); language.text(known)
"""
    said = [(each.one, each.many) for each in said_in(Path("x.py"), source)]
    assert sorted(said) == [
        ("a", ""),
        ("b", ""),
        ("c", "d"),
        ("e", ""),
        ("f", ""),
        ("g", ""),
        ("hi", ""),
    ]


def test_a_catalogue_that_has_all_of_it_stays_as_it_is() -> None:
    assert updated(OLD, [SAVE, LONG, NOTES]) == OLD


def test_a_new_text_waits_in_its_place_for_its_danish() -> None:
    new = updated(OLD, [SAVE, LONG, NOTES, Said("Open", "", ""), Said("{n} item", "{n} items", "")])
    items = 'msgid "{n} item"\nmsgid_plural "{n} items"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    opened = OLD.replace('msgid "Save"', 'msgid "Open"\nmsgstr ""\n\nmsgid "Save"')
    assert new == f"{opened}\n{items}"
    assert without_danish(new) == ["Open", "{n} item"]
    assert without_danish(OLD) == []


def test_what_is_said_no_more_leaves() -> None:
    new = updated(OLD, [NOTES])
    assert "Save" not in new
    assert '"{count} noter"' in new


def test_an_almost_equal_text_does_not_inherit_a_translation() -> None:
    assert without_danish(updated(OLD, [LONG, NOTES, Said("Save.", "", "")])) == ["Save."]


def test_a_text_of_one_and_many_keeps_both_though_the_one_is_said_alone() -> None:
    for said in ([NOTES, Said("{count} note", "", "")], [Said("{count} note", "", ""), NOTES]):
        assert updated(OLD, [*said, LONG, SAVE]) == OLD


def test_order_wrapping_and_flags_do_not_depend_on_who_wrote_them() -> None:
    blocks = OLD.removeprefix(HEADER).strip().split("\n\n")
    mixed = "\n\n".join([HEADER.strip(), *reversed(blocks)])
    mixed = mixed.replace('msgstr "Gem"', 'msgstr ""\n"G"\n"em"').replace(
        'msgid "Save"', '#, python-brace-format\nmsgid "Save"'
    )
    assert updated(mixed, [SAVE, LONG, NOTES]) == OLD


def test_every_text_of_the_code_has_a_place_in_the_real_catalogue() -> None:
    first = next(said_by_the_code())
    assert Path(first.where.rpartition(":")[0]).suffix == ".py"
    assert without_danish(PATH.read_text("utf-8")) == []


def test_a_compiled_catalogue_does_not_tell_when_it_was_compiled() -> None:
    assert b"POT-Creation-Date: 1970-01-01 00:00+0000" in compiled(PATH)
