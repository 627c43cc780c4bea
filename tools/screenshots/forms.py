"""Every form that there is, empty, with a picture of its end where it is longer than the window."""

from __future__ import annotations

from app.ui import routes
from app.ui.forms.view import FormsPage
from app.ui.frame.writing import WRITING
from tools.screenshots.tour import Tour


class Forms(Tour):
    """With the demonstration's vault open."""

    def walk(self) -> int:
        """Take the pictures; answers the next one's number."""
        self.unlock()
        for kind in WRITING:
            self.ways.go(routes.Write(kind))
            page = self.page(FormsPage)
            self.camera.settle(f"the form of {kind}")
            if page.body is not None:
                for key in page.body.fields:
                    page.body.unfold(key)
            self.shoot(f"all-forms-{kind}")
            page.presenter.leave()
        self.close()
        return self.camera.number
