"""A page's picture as Qt draws it, on paper and in the preview."""

from __future__ import annotations

from PySide6.QtGui import QImage

from app.ui.printing.pages import PagePicture


def page_image(picture: PagePicture) -> QImage:
    """Return an image over the picture's own bytes: the picture has to stay as long as the image is used."""
    size = (picture.width_px, picture.height_px)
    return QImage(picture.data, *size, picture.stride, QImage.Format.Format_RGB32)
