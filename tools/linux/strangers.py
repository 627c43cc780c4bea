"""A small picture of each format that strangers send, made by Pillow."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

_FORMATS = ("png", "jpeg", "gif", "webp", "avif", "bmp", "tiff")


def _picture(kind: str, **more: bytes) -> bytes:
    out = BytesIO()
    Image.new("RGB", (64, 48), (11, 92, 107)).save(out, kind, **more)
    return out.getvalue()


PICTURES = {
    **{f"post.{kind}": _picture(kind) for kind in _FORMATS},
    "profile.jpeg": _picture(
        "jpeg", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    ),
}
"""File name and bytes; one has a colour profile, which the child converts."""
