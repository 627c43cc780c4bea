"""The capture overlay: freezes all screens, lets the user select a region, and has it sealed.

``build_overlay(context)`` gives an ``Overlay`` with ``start``. It has two signals for the frame: ``about_to_grab``
(hide what must not be in the picture; own windows that are still there right after are hidden anyway) and ``grabbed``
(emitted once for each ``about_to_grab``, when the overlay is gone, whatever came of it).
"""

from app.ui.overlay.overlay import Overlay, build_overlay

__all__ = ["Overlay", "build_overlay"]
