"""A package of format 2 made by hand with a token of a real authority in it."""

from __future__ import annotations

import base64
from datetime import datetime

from app.anchor.tsp import read_reply, write_request
from app.clock import stamp
from demo.authority import LocalAuthority
from tests.e2e.package.forge import Forged, PartDraft, body, object_body, ref, sha
from tests.e2e.package.forge_more import TOKEN, second
from tests.fakes.authority import root_of, signer_of

PLACE, COVERS = 10, 9


def stamped(local: LocalAuthority) -> Forged:
    """The package of format 2, whose token at place 10 is one over entry 9."""
    forged = second()
    imprint = bytes.fromhex(forged.ledger.entries[COVERS].hash)
    reply = local.reply(write_request(imprint, 7))
    put_token(forged, local, reply, _time_in(reply))
    return forged


def _time_in(reply: bytes) -> datetime:
    token = read_reply(reply).token
    assert token is not None
    return token.at


def put_token(
    forged: Forged,
    local: LocalAuthority,
    reply: bytes,
    at: datetime,
    *,
    head: int = COVERS,
    kind: str = "timestamp",
) -> None:
    """Seal that answer as the token at its place, and make all hashes anew behind it."""
    texts = [base64.b64encode(each).decode() for each in (signer_of(local), root_of(local))]
    entry = forged.ledger.entries[PLACE]
    bodies = {
        "facts": body(kind, head=ref(head), authority="Example", at=stamp(at)),
        "certificates": body("timestamp_certificates", certificates=texts),
        "object": object_body(reply, "application/timestamp-reply"),
    }
    entry.parts = [
        PartDraft(name, data, sha(f"salt {PLACE} {name}".encode())) for name, data in bodies.items()
    ]
    forged.files[TOKEN] = reply
    forged.ledger.reseal(PLACE)
    forged.write_ledger()
    forged.relist()
