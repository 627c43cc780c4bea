"""What the installer puts on a machine and what it leaves there."""

from __future__ import annotations

from tests.windows.installing import fresh, msi, program_folder
from tests.windows.programs import begin_vault, command
from tools.windows.prefix import Prefix


def test_the_program_goes_and_the_persons_things_stay(installed: Prefix) -> None:
    with fresh(installed, "uninstalled") as prefix:
        vault, phrase = begin_vault(
            prefix, prefix.path(prefix.user / "Documents" / "min.bevismappe")
        )
        command(prefix, "--vault", vault, "--passphrase-file", phrase, "note", "Bliver her")
        menu = prefix.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
        assert list(menu.rglob("Bevismappe.lnk"))
        strangers = program_folder(prefix) / "en andens fil.txt"
        strangers.write_text("ikke vores", encoding="utf-8")
        kept = persons_files(prefix)
        assert any("errors" in name or name.endswith(".ini") for name in kept)
        prefix.run("msiexec", "/x", prefix.path(msi("per-user")), "/qn", timeout_s=600.0)
        prefix.wait()
        assert persons_files(prefix) == kept
        assert [each.name for each in program_folder(prefix).rglob("*")] == [strangers.name]
        assert not list(menu.rglob("Bevismappe.lnk"))


def persons_files(prefix: Prefix) -> dict[str, bytes]:
    """Every file in the person's own folders that has to do with us."""
    places = (prefix.user / "Documents", prefix.user / "AppData")
    found = (each for place in places for each in place.rglob("*") if each.is_file())
    return {
        str(each.relative_to(prefix.user)): each.read_bytes()
        for each in found
        if "bevismappe" in str(each).lower()
        and not each.is_relative_to(program_folder(prefix))
        and "Start Menu" not in str(each)
    }
