"""The sheet, the clipboard and the file dialog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.actions.open_case import OpenCase
from app.ui import routes
from app.ui.incoming import Incoming, build
from app.ui.incoming.clipboard import MimeContents, read_mime
from app.ui.kit import LongText
from tests.ui.incoming.acting import PNG, Bench, picture_file


@pytest.fixture
def incoming(qtbot: QtBot, bench: Bench) -> Iterator[Incoming]:
    made = build(bench.context)
    qtbot.addWidget(made.sheet)
    yield made
    made.sheet.leave()


@pytest.fixture
def slow(qtbot: QtBot, tmp_path: Path, case: OpenCase) -> Iterator[tuple[Incoming, Bench]]:
    """Where a job runs only when the test says so."""
    bench = Bench(tmp_path, case, held=True)
    made = build(bench.context)
    qtbot.addWidget(made.sheet)
    yield made, bench
    made.sheet.leave()


WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8 "
POST = "https://nabolaget.example/grupper/borgere/permalink/123"
PICTURE = "https://nabolaget.example/billede.webp"


def mime(forms: Mapping[str, bytes] = {}, *, urls: Sequence[str] = (), text: str = "") -> QMimeData:
    """What a program offers."""
    data = QMimeData()
    for name, content in forms.items():
        data.setData(name, QByteArray(content))
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if text:
        data.setText(text)
    return data


def test_the_bytes_on_the_clipboard_are_taken_as_they_are() -> None:
    assert read_mime(mime({"image/png": PNG})) == MimeContents(untrusted_pictures=(PNG,))
    assert read_mime(mime({"image/webp": WEBP})) == MimeContents(untrusted_pictures=(WEBP,))
    windows = {'application/x-qt-windows-mime;value="PNG"': PNG}
    assert read_mime(mime(windows)) == MimeContents(untrusted_pictures=(PNG,))
    assert read_mime(None) == read_mime(QMimeData()) == MimeContents()


def test_files_go_before_their_pictures(tmp_path: Path) -> None:
    there = picture_file(tmp_path)
    gone = tmp_path / "væk.png"
    urls = [QUrl.fromLocalFile(str(path)).toString() for path in (there, gone)]
    assert read_mime(mime({"image/png": PNG}, urls=urls)) == MimeContents(files=(there, gone))


def test_a_gone_file_stands_before_no_picture_and_no_link() -> None:
    gone = "file:///gone/x.bmp"
    assert read_mime(mime({"image/png": PNG}, urls=[gone])) == MimeContents(
        untrusted_pictures=(PNG,)
    )
    assert read_mime(mime(urls=[gone, POST])) == MimeContents(link=POST)
    assert read_mime(mime(urls=[gone])) == MimeContents(files=(Path("/gone/x.bmp"),))


def test_of_several_forms_the_first_that_is_a_picture_is_taken() -> None:
    assert read_mime(
        mime({"image/png": b"", "image/jpeg": b"no picture", "image/webp": WEBP})
    ) == MimeContents(untrusted_pictures=(WEBP,))
    unknown = {"image/x-own": b"some form of its own"}
    assert read_mime(mime(unknown)) == MimeContents(untrusted_pictures=(b"some form of its own",))


def test_a_dragged_picture_of_a_page_is_taken_and_without_its_bytes_its_link() -> None:
    assert read_mime(mime({"image/png": PNG}, urls=[PICTURE], text=PICTURE)) == MimeContents(
        untrusted_pictures=(PNG,)
    )
    assert read_mime(mime(urls=[PICTURE], text=PICTURE)) == MimeContents(link=PICTURE)
    assert read_mime(mime(text=f" {POST}\n")) == MimeContents(link=POST)
    assert read_mime(mime(text="ord og ikke et link")) == MimeContents()


@pytest.mark.parametrize(
    "data",
    [
        mime({'application/x-qt-windows-mime;value="FileGroupDescriptorW"': b"\x01"}),
        mime({"application/x-moz-file-promise": b"1"}, text="Vedhæftet fil"),
        mime(urls=["mtp://[usb:001,004]/DCIM/billede.jpg"]),
    ],
)
def test_what_lies_in_a_mail_program_or_on_a_phone_is_known_as_such(data: QMimeData) -> None:
    assert read_mime(data) == MimeContents(elsewhere=True)


def test_bare_pixels_are_never_decoded_by_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = QImage(7, 5, QImage.Format.Format_RGB32)
    picture.fill(QColor(10, 20, 30))
    data = QMimeData()
    data.setImageData(picture)
    asked: list[str] = []
    monkeypatch.setattr(QMimeData, "imageData", lambda _self: asked.append("pixels"))
    assert read_mime(data) == MimeContents(elsewhere=True)
    assert not asked


def test_pasting_keeps_the_picture_and_says_so_when_there_is_none(
    incoming: Incoming, bench: Bench, case: OpenCase
) -> None:
    QGuiApplication.clipboard().setMimeData(mime({"image/png": PNG}))
    assert incoming.paste()
    assert len(case.state.exhibits) == 1
    QGuiApplication.clipboard().setText("bare ord")
    assert not incoming.paste()
    assert len(case.state.exhibits) == 1
    assert len(bench.acts.toasts) == 2


def test_a_link_opens_the_form_of_a_post_with_it(incoming: Incoming, bench: Bench) -> None:
    assert incoming.take(mime(urls=[POST]))
    QGuiApplication.clipboard().setText(POST)
    assert incoming.paste()
    assert bench.navigator.routes == [routes.Write("incident", link=POST)] * 2


def test_what_cannot_be_taken_from_there_says_what_to_do(incoming: Incoming, bench: Bench) -> None:
    assert not incoming.take(mime(urls=["mtp://telefon/DCIM/billede.jpg"]))
    (toast,) = bench.acts.toasts
    assert "Gem den først i en mappe" in toast.text


def test_a_quick_one_brings_up_no_sheet(incoming: Incoming, tmp_path: Path) -> None:
    incoming.add([picture_file(tmp_path)])
    assert not incoming.sheet.isVisible()
    assert not incoming.running


def test_one_that_takes_a_while_shows_progress_and_can_be_stopped_by_esc(
    qtbot: QtBot, slow: tuple[Incoming, Bench], case: OpenCase, tmp_path: Path
) -> None:
    incoming, bench = slow
    incoming.add([picture_file(tmp_path, name) for name in ("a.png", "b.png")])
    qtbot.waitUntil(incoming.sheet.isVisible)
    QTest.keyClick(incoming.sheet, Qt.Key.Key_Escape)
    bench.held.run_all()
    assert len(case.state.exhibits) == 1
    assert not incoming.sheet.isVisible()


def test_reasons_are_shown_can_be_copied_and_are_closed(
    qtbot: QtBot, incoming: Incoming, tmp_path: Path
) -> None:
    incoming.add([tmp_path / "væk.png", picture_file(tmp_path), tmp_path / "også-væk.png"])
    sheet = incoming.sheet
    qtbot.waitUntil(sheet.isActiveWindow)
    assert sheet.reasons.accessibleName()
    assert sum("væk.png: " in line for line in sheet.reasons.lines) == 2
    shown = [label.words() for label in sheet.reasons.findChildren(LongText)]
    assert shown == list(sheet.reasons.lines)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert not sheet.isVisible()


def test_without_paths_files_are_asked_for(
    qtbot: QtBot, incoming: Incoming, case: OpenCase, tmp_path: Path
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    path = picture_file(tmp_path)
    incoming.add()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
    incoming.add()
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]) == 1
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(path))
    dialog.accept()
    qtbot.waitUntil(lambda: len(case.state.exhibits) == 1)


def test_asking_for_files_can_be_left(qtbot: QtBot, incoming: Incoming, case: OpenCase) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    incoming.add()
    dialog = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()
    )
    dialog.reject()
    assert not case.state.exhibits
