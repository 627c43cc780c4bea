"""How large marks are drawn: in step with the picture, since a dossier shrinks every picture to a page."""

from __future__ import annotations

import msgspec


class Sizes(msgspec.Struct, frozen=True):
    """Lengths in pixels of the picture."""

    line_px: int
    shaft_px: int
    halo_px: int
    disc_radius_px: int
    digit_px: int

    @classmethod
    def of(cls, width_px: int, height_px: int) -> Sizes:
        """Return the sizes for a picture: made for a screen of 1920 × 1080, at most five times that."""
        scale = min(5.0, max(0.9, height_px / 1080, width_px / 1920))
        return cls(
            line_px=max(3, round(3 * scale)),
            shaft_px=max(4, round(5 * scale)),
            halo_px=max(1, round(1.5 * scale)),
            disc_radius_px=round(17 * scale),
            digit_px=round(20 * scale),
        )


def plate_margin_px(size_px: int) -> int:
    """Return how far the white plate below words of that size reaches out on every side."""
    return max(3, size_px // 4)
