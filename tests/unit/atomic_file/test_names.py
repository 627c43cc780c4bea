"""What Windows would take for another file is refused there, and a name that we make up is good everywhere."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atomic_file import (
    NameFault,
    UnfitNameError,
    check_name,
    fit_name,
    name_fault,
    names,
    new_file,
    part_beside,
    write_atomically,
)

DEVICES = ["CON", "prn", "Aux", "NUL", "com1", "LPT9", "COM¹", "CONIN$", "COM0"]


def is_taken(path: Path, *, system: str, long_paths: bool = False) -> bool:
    try:
        check_name(path, system=system, long_paths=long_paths)
    except UnfitNameError:
        return False
    return True


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("ending", ["", ".pdf", ".tar.gz", " .pdf"])
def test_the_names_of_devices_are_refused_with_any_ending(device: str, ending: str) -> None:
    assert name_fault(device + ending) is NameFault.DEVICE


@pytest.mark.parametrize("name", ["console.pdf", "com10.zip", "nulpunkt", "min.con", "LPT", "COM"])
def test_names_that_only_look_like_devices_are_taken(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("a:b.pdf", NameFault.SIGN),
        ("hvorfor?.pdf", NameFault.SIGN),
        ("a\x1f.pdf", NameFault.SIGN),
        ("rapport.", NameFault.END),
        ("rapport ", NameFault.END),
        ("", NameFault.END),
        ("a" * 256, NameFault.LONG),
        ("😀" * 128, NameFault.LONG),
        ("a" * 255, None),
        (".skjult", None),
        ("Sørens 100 % sag.bevismappe", None),
    ],
)
def test_a_name_has_the_fault_that_windows_finds(name: str, fault: NameFault | None) -> None:
    assert name_fault(name) is fault


@given(st.text(max_size=400))
def test_a_name_that_we_make_of_any_words_is_taken_everywhere(words: str) -> None:
    made = fit_name(words)
    assert made == "" or name_fault(made) is None
    assert len(made) <= 121
    assert not {"/", "\0"} & set(made)


@given(st.sampled_from(DEVICES), st.sampled_from(["", ".txt", ". ", " .txt "]))
def test_no_device_is_ever_made_up(device: str, ending: str) -> None:
    assert name_fault(fit_name(device + ending)) is None


@given(st.text(max_size=400))
def test_a_name_made_once_stays_as_it_is(words: str) -> None:
    made = fit_name(words)
    assert fit_name(made) == made


def test_what_can_stay_of_a_name_stays() -> None:
    assert fit_name("Sag: hvorfor? 2/3") == "Sag-hvorfor-2-3"
    assert fit_name("Rapport_Min-sag_2026-11-23_leder") == "Rapport_Min-sag_2026-11-23_leder"


@pytest.mark.parametrize(
    ("path", "name", "reason"),
    [
        ("C:/mappe/a:b.pdf", "a:b.pdf", NameFault.SIGN),
        ("C:/NUL/b.pdf", "NUL", NameFault.DEVICE),
        ("//server/deling/mappe/rapport.", "rapport.", NameFault.END),
        ("aux", "aux", NameFault.DEVICE),
        ("rapport:b.pdf", "rapport:b.pdf", NameFault.SIGN),
        ("a:b.pdf", "a:b.pdf", NameFault.SIGN),
    ],
)
def test_windows_is_asked_for_no_name_that_it_would_take_for_another(
    path: str, name: str, reason: NameFault
) -> None:
    with pytest.raises(UnfitNameError) as refused:
        check_name(Path(path), system="win32", long_paths=True)
    assert (refused.value.name, refused.value.reason) == (name, reason)
    assert refused.value.filename == str(Path(path))


@pytest.mark.parametrize(
    "path",
    [
        "C:/mappe/rapport.pdf",
        "../rapport.pdf",
        "./x/../y.zip",
        "//server/deling/æøå/rapport.pdf",
        "~/x",
    ],
)
def test_usual_paths_are_taken(path: str) -> None:
    assert is_taken(Path(path), system="win32", long_paths=True)


def test_a_path_that_this_windows_is_too_short_for_is_refused_by_its_length() -> None:
    deep = Path("/" + "/".join(["mappe" * 8] * 7) + "/rapport.pdf")
    assert len(str(PureWindowsPath(deep))) > 259
    assert is_taken(deep, system="win32", long_paths=True)
    with pytest.raises(UnfitNameError) as refused:
        check_name(deep, system="win32", long_paths=False)
    assert refused.value.reason is NameFault.LONG


def test_what_another_program_puts_beside_a_file_finds_room_too() -> None:
    name = "n" * 250
    assert is_taken(Path(name), system="win32", long_paths=True)
    with pytest.raises(UnfitNameError) as refused:
        check_name(Path(name), beside="-journal", system="win32", long_paths=True)
    assert (refused.value.name, refused.value.reason) == (name, NameFault.LONG)


@given(st.text(min_size=1, max_size=40).filter(lambda each: "\0" not in each))
def test_elsewhere_the_system_decides(name: str) -> None:
    assert is_taken(Path(name), system="linux")


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "_SYSTEM", "win32")
    monkeypatch.setattr(names, "_takes_long_paths", lambda: False)


@pytest.mark.usefixtures("on_windows")
def test_no_file_is_begun_under_a_name_that_windows_would_hide(tmp_path: Path) -> None:
    for name in ("rapport:b.pdf", "NUL.pdf", "rapport.", "a" * 250):
        target = tmp_path / name
        with pytest.raises(UnfitNameError):
            new_file(target)
        with pytest.raises(UnfitNameError), write_atomically(target):
            pass
        with pytest.raises(UnfitNameError), part_beside(target, "new"):
            pass
    assert list(tmp_path.iterdir()) == []
