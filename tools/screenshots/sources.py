"""Several sources of one post that are compared: they agree, then one differs, one cannot be read, one is not sure."""

from __future__ import annotations

import tomllib

from app.actions.add_file import add_file
from app.ui import routes
from app.ui.comparing.view import ComparingPage
from tools.screenshots.desk import ROOT
from tools.screenshots.films import Films

_POST = ROOT / "resources" / "demo" / "post.toml"
# The second word is altered; the first is one that machines misread so.
_ALTERED = (("skal det frem", "skal det frern"), ("Hun lyver", "Hun arbejder"))


class Sources(Films):
    """With the demonstration's vault open; the saved pages stay in it."""

    def _sources(self) -> None:
        first, same, altered, empty = self._saved_pages()
        self.ways.go(routes.CompareSources(self.original()))
        page = self.page(ComparingPage)
        self.shoot("sources", ends=False)
        page.numbers.setText(f"{first}")
        page.compare_button.click()
        self.shoot("sources-refused", ends=False)
        self._compare(page, first, same)
        self.shoot("sources-agree")
        page.seal_button.click()
        self.camera.settle("the result")
        self.built.window.toasts.clear()
        self.shoot("sources-saved", ends=False)
        self._compare(page, first, same, altered, empty)
        self.shoot("sources-differ")

    def _compare(self, page: ComparingPage, *numbers: int) -> None:
        page.numbers.setText(", ".join(map(str, numbers)))
        page.compare_button.click()
        self.camera.settle("the comparison")

    def _saved_pages(self) -> tuple[int, int, int, int]:
        """Keep a page, the same with other words, and a file with none; the numbers, after that of the screenshot."""
        case = self.built.session.case
        if case is None:
            raise LookupError("no case is open")
        said = str(tomllib.loads(_POST.read_text(encoding="utf-8"))["text"])
        altered = said
        for words, others in _ALTERED:
            altered = altered.replace(words, others)
        first, *numbers = 1, *range(len(case.state.exhibits) + 1, len(case.state.exhibits) + 4)
        for name, words in (("gemt side", said), ("eksport fra Nabolaget", altered)):
            path = self.desk.documents / f"{name}.html"
            body = "".join(f"<p>{each}</p>" for each in words.split("\n\n"))
            path.write_text(f"<!DOCTYPE html><h1>Nabolaget</h1>{body}", encoding="utf-8")
            add_file(case, path)
        empty = self.desk.documents / "ukendt fil.bin"
        empty.write_bytes(bytes(range(256)))
        add_file(case, empty)
        self.built.session.publish()
        same, other, nothing = numbers
        return first, same, other, nothing
