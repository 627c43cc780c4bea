"""People who are not named in what leaves: what they are called instead, and where a text names them. Pure.

Also what else in a text tells who somebody is: numbers, mail and street addresses, number plates.
"""

from app.naming.in_pictures import InPicture, Spot, find_in_words
from app.naming.links import is_link, link_names_somebody, links_in
from app.naming.numbers import Likely, find_numbers
from app.naming.people import People, Person, Pseudonym
from app.naming.register import (
    Register,
    Registered,
    UnreadableRegisterError,
    decode_register,
    encode_register,
    mark_at,
)
from app.naming.replacing import called, without_names
from app.naming.seeking import How, Naming, find_people, names_somebody, parts_of

__all__ = [
    "How",
    "InPicture",
    "Likely",
    "Naming",
    "People",
    "Person",
    "Pseudonym",
    "Register",
    "Registered",
    "Spot",
    "UnreadableRegisterError",
    "called",
    "decode_register",
    "encode_register",
    "find_in_words",
    "find_numbers",
    "find_people",
    "is_link",
    "link_names_somebody",
    "links_in",
    "mark_at",
    "names_somebody",
    "parts_of",
    "without_names",
]
