"""The page that checks a package or the open vault, and says in plain words what was found. Nothing is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui import routes
from app.ui.context import UiContext
from app.ui.screens import Door

if TYPE_CHECKING:
    from app.ui.verify.view import VerifyPage


def build(context: UiContext) -> VerifyPage:
    """Return the page, with nothing checked yet."""
    from app.ui.verify.presenter import VerifyPresenter
    from app.ui.verify.view import VerifyPage

    page = VerifyPage(context.language, context.look)
    page.bind(VerifyPresenter(context, page))
    return page


DOOR = Door((routes.Verify,), build)

__all__ = ["DOOR", "build"]
