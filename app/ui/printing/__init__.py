"""Finished PDFs as pictures, on the screen and on paper. Shared by screens; entered by its files.

``pages`` and ``printer`` know no Qt, so that presenters may name them; ``paper`` is Qt's side of a printer.
"""
