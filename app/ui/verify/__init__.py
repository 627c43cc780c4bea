"""The page that checks a package or the open vault, and says in plain words what was found. Nothing is changed.

``build(context)`` gives the page; ``page.check(path)`` checks a package, or without a path the open vault.
"""

from app.ui.verify.view import VerifyPage, build

__all__ = ["VerifyPage", "build"]
