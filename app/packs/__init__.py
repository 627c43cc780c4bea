"""Rule packs: guidance as data, from the program and from publishers whose key the person has accepted."""

from app.packs.builtin import read_builtin
from app.packs.document import PackDocument, PackHead, Publisher, read_document
from app.packs.errors import BuiltInPackError, PackError, PackTableError
from app.packs.force import InForce, Standing, in_force

__all__ = [
    "BuiltInPackError",
    "InForce",
    "PackDocument",
    "PackError",
    "PackHead",
    "PackTableError",
    "Publisher",
    "Standing",
    "in_force",
    "read_builtin",
    "read_document",
]
