"""``dossier``: make the PDF for one recipient and seal it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.actions.open_case import OpenCase
from app.casework import Note, Versioned
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import NotThatKindError, name_of, read_exhibit, read_id
from app.cli.signing import add_signing, read_signer
from app.language import Language
from app.messages import leaving_lines, unsent_words
from evidence_store import EntryId, format_receipt

if TYPE_CHECKING:
    from app.actions.disclose import Share
    from app.actions.make_dossier import DossierOrder
    from app.dossier import Choices, ChosenWords, Dossier, PictureLook

NAME = "dossier"


class MadeDossier(msgspec.Struct, frozen=True):
    """What was made."""

    id: str
    path: str
    recipient: str
    pages: int
    size: int
    sha256: str
    receipt: str
    receipt_seq: int
    warnings: tuple[str, ...]
    pictures: tuple[PictureLook, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("make the PDF dossier for one recipient")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """For whom, with what, and where to."""
    add_choices(parser, text)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=text("PDF file to write")
    )
    parser.add_argument(
        "--mail-draft",
        type=Path,
        metavar="FILE",
        help=text("also a mail with the report in it (.eml), which nobody has sent"),
    )


def add_choices(parser: argparse.ArgumentParser, text: Text) -> None:
    """What the dossier's maker may choose; a hand-over has the same choices."""
    parser.add_argument(
        "--for",
        dest="recipient",
        required=True,
        metavar="RECIPIENT",
        help=text("who it is made for, such as manager, safety_rep, police, own_copy or colleague"),
    )
    parser.add_argument(
        "--exhibit",
        action="append",
        default=[],
        metavar="ID",
        help=text(
            "only this exhibit; may be repeated; otherwise all that the recipient should have"
        ),
    )
    parser.add_argument(
        "--note",
        action="append",
        metavar="ID",
        help=text("this neutral note, with its words; may be repeated; otherwise none"),
    )
    parser.add_argument(
        "--original",
        action="append",
        metavar="ID",
        help=text(
            "the original of this exhibit goes along as a file, as you received it; may be repeated; otherwise none"
        ),
    )
    parser.add_argument(
        "--paper",
        action="append",
        default=[],
        metavar="ID",
        help=text(
            "the file that is kept beside the words of this goes along, such as a receipt; may be repeated;"
            " otherwise none"
        ),
    )
    parser.add_argument(
        "--words",
        action="append",
        default=[],
        metavar="ID",
        help=text(
            "the words of this that the recipient is shown only where you choose it, such as a letter; one part"
            " of them after =, such as e14=run_up; may be repeated; otherwise none"
        ),
    )
    parser.add_argument(
        "--share",
        action="append",
        default=[],
        metavar="ID[=TEXT]",
        help=text(
            "what you said yes to sharing, such as p4, with your words for it after =; may be repeated;"
            " otherwise none"
        ),
    )
    parser.add_argument(
        "--share-file",
        action="append",
        default=[],
        metavar="ID",
        help=text(
            "the file of what you said yes to sharing goes along too, such as a receipt; may be repeated;"
            " otherwise none"
        ),
    )
    parser.add_argument(
        "--check-leaks",
        action="store_true",
        help=text("only tell what could slip out, with its place; nothing is made"),
    )
    parser.add_argument(
        "--send-link",
        action="append",
        default=[],
        metavar="LINK",
        help=text(
            "this link goes along although it holds somebody’s name; may be repeated; otherwise such links are left out"
        ),
    )
    parser.add_argument(
        "--request",
        action="append",
        metavar="TEXT",
        help=text("something more that you ask for; may be repeated"),
    )
    add_signing(parser, text)
    parser.add_argument(
        "--summary", default="", metavar="TEXT", help=text("your own short summary")
    )


def read_choices(arguments: argparse.Namespace, case: OpenCase) -> Choices:
    """The choices as the dossier room takes them.

    Raises:
        UnknownReferenceError, NotAnExhibitError, NotThatKindError: an id names no exhibit, or no note.
    """
    from app.dossier import Choices

    return Choices(
        exhibits=tuple(read_exhibit(case, each).number for each in arguments.exhibit) or None,
        notes=None
        if arguments.note is None
        else tuple(_read_note(case, each) for each in arguments.note),
        originals=None
        if arguments.original is None
        else tuple(read_exhibit(case, each).number for each in arguments.original),
        clips=tuple(read_exhibit(case, each).number for each in getattr(arguments, "clip", ())),
        papers=tuple(read_id(case, each) for each in arguments.paper),
        words=tuple(_read_words(case, each) for each in arguments.words),
        own_asks=tuple(arguments.request or ()),
        summary=arguments.summary,
        links=tuple(each.strip() for each in arguments.send_link),
    )


def _read_note(case: OpenCase, typed: str) -> EntryId:
    """The entry of a note. Raises NotThatKindError: it is something else."""
    entry = read_id(case, typed)
    thing = case.state.thing_of(entry)
    if isinstance(thing, Versioned) and isinstance(thing.current, Note):
        return entry
    raise NotThatKindError(typed)


def read_order(arguments: argparse.Namespace, case: OpenCase, desk: Desk) -> DossierOrder:
    """Return the order that the arguments give."""
    from app.actions.make_dossier import DossierOrder

    choices = read_choices(arguments, case)
    shares = _read_shares(arguments, case)
    return DossierOrder(
        arguments.recipient,
        choices,
        desk.language,
        desk.resources,
        shares,
        desk.settings.packs,
        signs=read_signer(arguments, case, desk),
    )


def _read_words(case: OpenCase, typed: str) -> ChosenWords:
    """``e14`` for all its words that can be chosen, ``e14=run_up`` for one part of them."""
    from app.dossier import ChosenWords

    named, _, part = typed.partition("=")
    return ChosenWords(read_id(case, named.strip()), part.strip())


def _read_shares(arguments: argparse.Namespace, case: OpenCase) -> tuple[Share, ...]:
    """What goes along of the private chain, the words for it, and whether its file does."""
    from app.actions.disclose import Share, named_thing

    said: dict[EntryId, str] = {}
    for typed in arguments.share:
        named, _, words = typed.partition("=")
        said[named_thing(case.state, read_id(case, named.strip()))] = words.strip()
    along = [named_thing(case.state, read_id(case, each)) for each in arguments.share_file]
    return tuple(
        Share(thing, said.get(thing, ""), file=thing in along)
        for thing in dict.fromkeys((*said, *along))
    )


def say_first(case: OpenCase, order: DossierOrder, desk: Desk) -> None:
    """Tell what to look at before anything is made: warnings, and files that cannot be shown or go along as they are.

    Raises:
        DossierError: what was chosen cannot be made.
    """
    from app.actions.find_leaks import find_leaks
    from app.actions.look_inside import inside_words, look_inside
    from app.actions.preview_dossier import compose_dossier
    from app.cli.leaks import leak_lines

    dossier = compose_dossier(case, order)
    pictures = _pictures(case, dossier, desk.language)
    leaks = leak_lines(find_leaks(case, order, dossier), order.language)
    for line in (*dossier.warnings, *pictures, *leaks):
        desk.terminal.say(line)
    for each in dossier.exhibits:
        exhibit = case.state.exhibit(each.number)
        if each.original_type and exhibit is not None:
            said = inside_words(look_inside(case, exhibit), desk.language)
            name = desk.language.text("Exhibit {number}", number=each.number)
            desk.terminal.say(f"{name}: {said}")


def _pictures(case: OpenCase, dossier: Dossier, language: Language) -> tuple[str, ...]:
    """What to look for in each picture: said to the person, printed nowhere."""
    from app.dossier import pictures_to_look_at, said_of

    return tuple(
        language.text("Exhibit {number}: {said}", number=look.number, said=said_of(look, language))
        for look in pictures_to_look_at(case.state, dossier)
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Make the PDF, seal it, tell how to check it."""
    from app.actions.mail_draft import mail_draft
    from app.actions.make_dossier import make_dossier, must_be_free
    from app.cli.leaks import check_leaks
    from app.dossier import pictures_to_look_at

    language = desk.language
    text = language.text
    with desk.open_case() as case:
        must_be_free(arguments.out)
        if arguments.mail_draft is not None:
            must_be_free(arguments.mail_draft)
        order = read_order(arguments, case, desk)
        if arguments.check_leaks:
            return check_leaks(case, order)
        say_first(case, order, desk)
        made = make_dossier(case, order, arguments.out)
        if arguments.mail_draft is not None:
            mail_draft(arguments.out, arguments.mail_draft, language)
        id = name_of(case, made.entry)
    result = MadeDossier(
        id=id,
        path=str(arguments.out),
        recipient=arguments.recipient,
        pages=made.pages,
        size=made.size,
        sha256=made.sha256,
        receipt=made.receipt.code,
        receipt_seq=made.receipt.seq,
        warnings=made.dossier.warnings,
        pictures=pictures_to_look_at(case.state, made.dossier),
    )
    return Answer(
        lines=(
            language.plural(
                "The dossier is made and sealed: {path} ({count} page, {size})",
                "The dossier is made and sealed: {path} ({count} pages, {size})",
                made.pages,
                path=result.path,
                size=language.size(made.size),
            ),
            text("Receipt code: {code}", code=format_receipt(made.receipt.code, made.receipt.seq)),
            text("Give the receipt code another way than the dossier: by phone or at a meeting."),
            *_files_beside(made.dossier, language),
            *(
                unsent_words(arguments.mail_draft, language)
                if arguments.mail_draft is not None
                else ()
            ),
            text("When somebody has got it, note it: bevismappe handed-over {id}", id=id),
            text("This copy is not encrypted. Whoever can open the folder can see it."),
            *leaving_lines(arguments.out, language),
        ),
        result=result,
    )


def _files_beside(dossier: Dossier, language: Language) -> tuple[str, ...]:
    """The originals that the dossier names: it does not hold them, so they are handed over beside it."""
    return tuple(
        language.text(
            "Hand the file of Exhibit {number} over beside the dossier: bevismappe export B{number} --out FILE",
            number=each.number,
        )
        for each in dossier.exhibits
        if each.original_type
    )
