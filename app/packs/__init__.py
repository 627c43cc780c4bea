"""Rule packs: guidance as data, from the program and from publishers whose key the person has accepted."""

from app.packs.builtin import read_builtin
from app.packs.differences import Change, Changed, Difference, Piece, changes_of
from app.packs.document import PackDocument, PackHead, Publisher, read_document
from app.packs.envelope import (
    LONGEST_ENVELOPE,
    PAYLOAD_TYPE,
    envelope_bytes,
    fingerprint,
    open_envelope,
    same_fingerprint,
    signed_bytes,
)
from app.packs.errors import (
    BuiltInPackError,
    FingerprintError,
    NoSuchPackError,
    PackError,
    PackExpiredError,
    PackKeyError,
    PackOpensMoreError,
    PackSignatureError,
    PackTableError,
    PackVersionError,
    TrustFileError,
)
from app.packs.force import InForce, in_force
from app.packs.kept import Kept, KeptPacks, LeftOut, read_plain
from app.packs.recipients import narrowed, narrowed_by
from app.packs.trust import TrustBook, judge, named

__all__ = [
    "LONGEST_ENVELOPE",
    "PAYLOAD_TYPE",
    "BuiltInPackError",
    "Change",
    "Changed",
    "Difference",
    "FingerprintError",
    "InForce",
    "Kept",
    "KeptPacks",
    "LeftOut",
    "NoSuchPackError",
    "PackDocument",
    "PackError",
    "PackExpiredError",
    "PackHead",
    "PackKeyError",
    "PackOpensMoreError",
    "PackSignatureError",
    "PackTableError",
    "PackVersionError",
    "Piece",
    "Publisher",
    "TrustBook",
    "TrustFileError",
    "changes_of",
    "envelope_bytes",
    "fingerprint",
    "in_force",
    "judge",
    "named",
    "narrowed",
    "narrowed_by",
    "open_envelope",
    "read_builtin",
    "read_document",
    "read_plain",
    "same_fingerprint",
    "signed_bytes",
]
