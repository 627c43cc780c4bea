"""Keys that are derived in no time: a vault that a test makes is not meant to withstand guessing."""

from __future__ import annotations

from msgspec import structs

from evidence_store import PARAMETERS

QUICK = structs.replace(PARAMETERS[0], tcost=1, mcost=8)
# Vaults made with these are quick; those made with the product's own are opened as well.
QUICK_KEYS = (QUICK, *PARAMETERS)
