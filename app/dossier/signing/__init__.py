"""Signing a PDF that ``app.dossier`` wrote: a key of our own, its certificate, and PAdES B-B as an incremental update.

Nothing is read back here: a signature is only made. Whoever checks one uses a tool of somebody else's.
"""
