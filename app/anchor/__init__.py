"""Time from outside: what a time server says of this computer's clock. This file is the room's only door.

The only room that may touch the network. It asks when it is told to and never by itself; what it sends is a question
of 48 bytes that holds a random number and nothing of a case, a person or this program.
"""

from app.anchor.asking import DEFAULT_PORT, Road, UdpRoad, measure_clock, server_of
from app.anchor.errors import AnchorError, NoTimeAnswerError, ServerNameError, UnfitTimeAnswerError

__all__ = [
    "DEFAULT_PORT",
    "AnchorError",
    "NoTimeAnswerError",
    "Road",
    "ServerNameError",
    "UdpRoad",
    "UnfitTimeAnswerError",
    "measure_clock",
    "server_of",
]
