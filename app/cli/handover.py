"""``handover``: make the package for one recipient and note that it was saved."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.dossier import add_choices, read_order, say_first
from app.cli.sealed import name_of
from app.language import Language
from app.messages import leaving_lines
from evidence_store import format_receipt

if TYPE_CHECKING:
    from app.dossier import PictureLook

NAME = "handover"
_MOST_MEGABYTES = 2000


class PartSizeError(Exception):
    """Parts of that many MB are not made."""

    def __init__(self, typed: int, most: int) -> None:
        super().__init__(f"{typed} > {most}")
        self.typed = typed
        self.most = most


class HandedOver(msgspec.Struct, frozen=True):
    """What was made, and the codes that belong to it.

    ``receipt`` is the one to give another way; ``dossier_receipt`` is printed in the dossier and covers what lies
    before it. ``paths`` are the files: one, or the parts in order; ``path``, ``size`` and ``sha256`` are of the first.
    """

    id: str
    path: str
    paths: tuple[str, ...]
    version: str
    recipient: str
    size: int
    sha256: str
    pages: int
    exhibits: tuple[int, ...]
    originals: tuple[int, ...]
    clips: tuple[int, ...]
    receipt: str
    receipt_seq: int
    dossier_receipt: str
    dossier_receipt_seq: int
    warnings: tuple[str, ...]
    pictures: tuple[PictureLook, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("make the package for one recipient, with all that is needed to check it")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """For whom, with what, and where to."""
    add_choices(parser, text)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=text("zip file to write")
    )
    parser.add_argument(
        "--clip",
        action="append",
        default=[],
        metavar="ID",
        help=text("the newest covered clip of this film goes along; may be repeated"),
    )
    parser.add_argument(
        "--covered-only",
        action="store_true",
        help=text("no original goes along: only what is shown of it"),
    )
    parser.add_argument(
        "--split",
        type=int,
        metavar="MB",
        help=text("share it out over several zip files beside FILE, none larger than so many MB"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Make dossier and package, seal both facts, tell what left."""
    from app.actions.hand_over import hand_over
    from app.actions.make_dossier import must_be_free
    from app.cli.leaks import check_leaks
    from app.dossier import pictures_to_look_at

    language = desk.language
    text = language.text
    split: int = 0 if arguments.split is None else arguments.split
    if arguments.split is not None and not 0 < split <= _MOST_MEGABYTES:
        raise PartSizeError(split, _MOST_MEGABYTES)
    with desk.open_case() as case:
        must_be_free(arguments.out)
        order = read_order(arguments, case, desk)
        if arguments.covered_only:
            choices = msgspec.structs.replace(order.choices, originals=())
            order = msgspec.structs.replace(order, choices=choices)
        if arguments.check_leaks:
            return check_leaks(case, order)
        say_first(case, order, desk)
        handed = hand_over(case, order, arguments.out, limit=split * 1_000_000)
        id = name_of(case, handed.delivery)
    dossier = handed.made.dossier
    result = HandedOver(
        id=id,
        path=str(handed.files[0]),
        paths=tuple(map(str, handed.files)),
        version=handed.edition,
        recipient=arguments.recipient,
        size=handed.package_size,
        sha256=handed.package_sha256,
        pages=handed.made.pages,
        exhibits=tuple(each.number for each in dossier.exhibits),
        originals=tuple(each.number for each in dossier.exhibits if each.original_type),
        clips=tuple(each.number for each in dossier.exhibits if each.clip is not None),
        receipt=handed.receipt.code,
        receipt_seq=handed.receipt.seq,
        dossier_receipt=dossier.receipt.code,
        dossier_receipt_seq=dossier.receipt.head.seq,
        warnings=dossier.warnings,
        pictures=pictures_to_look_at(case.state, dossier),
    )
    return Answer(
        lines=(
            *(
                text(
                    "The package is made: {path} ({size})",
                    path=str(each),
                    size=language.size(each.stat().st_size),
                )
                for each in handed.files
            ),
            *_of_several(handed.files, language),
            text("Version {name} for this recipient.", name=handed.edition),
            text("Receipt code: {code}", code=format_receipt(result.receipt, result.receipt_seq)),
            text("Give the receipt code another way than the package: by phone or at a meeting."),
            text(
                "Printed in the dossier: {code}. That code covers what lies before the dossier, "
                "not the dossier itself.",
                code=format_receipt(result.dossier_receipt, result.dossier_receipt_seq),
            ),
            text("When somebody has got it, note it: bevismappe handed-over {id}", id=id),
            text("This copy is not encrypted. Whoever can open the folder can see it."),
            *leaving_lines(arguments.out, language),
        ),
        result=result,
    )


def _of_several(files: Sequence[Path], language: Language) -> tuple[str, ...]:
    if len(files) == 1:
        return ()
    return (language.text("All the parts belong together. One alone is not the whole package."),)
