"""The sentence and the exit code of each error, by room and class.

Written as: what happened, is the evidence safe, what now. Placeholders are the error's own public fields.
Exit codes: 2 usage, 3 input refused or unreadable, 10 no vault, 11 open elsewhere, 12 passphrase or start of the file,
13 read-only or disk fault.
"""

from __future__ import annotations

import msgspec

from app.language import deferred

_USAGE = 2
_REFUSED = 3
_NO_VAULT = 10
_LOCKED = 11
_PASSPHRASE = 12
_DISK = 13


class Sentence(msgspec.Struct, frozen=True):
    """What is said of an error, as a msgid, and the code that a command ends with."""

    text: str
    exit_code: int


def _s(exit_code: int, text: str) -> Sentence:
    return Sentence(text, exit_code)


_DAMAGED_PROGRAM = deferred(
    "A part of the program is missing or damaged. Your vault was not touched. Install the program again."
)
_OUR_FAULT = deferred(
    "The program tried something that the vault does not allow. Nothing was changed, and what was saved "
    "before is still there. Please report this with what you did."
)

SENTENCES: dict[str, Sentence] = {
    # -- the vault's file
    "evidence_store.VaultMissingError": _s(
        _NO_VAULT,
        deferred(
            "There is no vault at {path}. Nothing was changed. Make one with “bevismappe init”, or name "
            "another with --vault."
        ),
    ),
    "evidence_store.VaultExistsError": _s(
        _REFUSED,
        deferred("There is a file at {path} already. It was not touched. Choose another name."),
    ),
    "evidence_store.VaultLockedError": _s(
        _LOCKED,
        deferred(
            "The vault is open in another window or program. Nothing was changed, and what is saved is safe. "
            "Close it there, and try again."
        ),
    ),
    "evidence_store.WrongPassphraseError": _s(
        _PASSPHRASE,
        deferred(
            "The passphrase does not fit, or the beginning of the file is damaged. Nothing was changed. Try the "
            "passphrase again; if you are sure of it, use a backup."
        ),
    ),
    "evidence_store.NewerVaultError": _s(
        _REFUSED,
        deferred(
            "The vault was made by a later version of the program. Nothing was changed. Install the newest "
            "version, and try again."
        ),
    ),
    "evidence_store.NotAVaultError": _s(
        _REFUSED,
        deferred("{path} is not a vault of this program. It was not changed. Choose another file."),
    ),
    "evidence_store.ReadOnlyError": _s(
        _DISK,
        deferred(
            "{path} cannot be written to. Nothing was saved, and what was saved before is still there. Check "
            "the folder's and the drive's permissions."
        ),
    ),
    "evidence_store.DiskFullError": _s(
        _DISK,
        deferred(
            "There is no room left on the drive. This was not saved; what was saved before is still there. Free "
            "some space, or use a vault on another drive, and try again."
        ),
    ),
    "evidence_store.DiskFaultError": _s(
        _DISK,
        deferred(
            "The drive reported an error. This was not saved; what was saved before should still be there. "
            "Check the drive, and run “bevismappe verify”."
        ),
    ),
    "evidence_store.DamagedVaultError": _s(
        _REFUSED,
        deferred(
            "A part of the vault cannot be read. Nothing was changed. Run “bevismappe verify” to see what is "
            "damaged, and keep the file as it is."
        ),
    ),
    "evidence_store.StoreFaultError": _s(
        _DISK,
        deferred(
            "The vault could not be used (code {code}). This was not saved; what was saved before is still "
            "there. Try again."
        ),
    ),
    "evidence_store.VaultError": _s(_REFUSED, _OUR_FAULT),
    # -- entries, objects and words
    "evidence_store.UnknownEntryError": _s(
        _USAGE,
        deferred(
            "There is no such item. Nothing was changed. “bevismappe list” shows what there is."
        ),
    ),
    "evidence_store.UnknownChainError": _s(
        _USAGE, deferred("There is no such log in this vault. Nothing was changed.")
    ),
    "evidence_store.NoObjectError": _s(
        _USAGE, deferred("That item holds no picture or file. Nothing was changed.")
    ),
    "evidence_store.ObjectErasedError": _s(
        _REFUSED, deferred("The picture or file was erased. Only its place in the log is left.")
    ),
    "evidence_store.ObjectDamagedError": _s(
        _REFUSED,
        deferred(
            "The picture or file cannot be read whole. The rest of the vault is not affected. Run “bevismappe "
            "verify”, and fetch it from a backup."
        ),
    ),
    "evidence_store.NotErasableError": _s(
        _REFUSED, deferred("This part cannot be erased. Nothing was changed.")
    ),
    "evidence_store.ActEndedError": _s(_REFUSED, _OUR_FAULT),
    "evidence_store.ActOpenError": _s(_REFUSED, _OUR_FAULT),
    "evidence_store.VaultClosedError": _s(
        _REFUSED, deferred("The vault is closed. Nothing was changed. Open it, and try again.")
    ),
    "evidence_store.StagedObjectError": _s(
        _REFUSED,
        deferred(
            "The file was not kept, because the vault lost it on the way. What was saved before is still "
            "there. Add the file once more."
        ),
    ),
    "evidence_store.BodyError": _s(_REFUSED, _OUR_FAULT),
    "evidence_store.NotSealableError": _s(_REFUSED, _OUR_FAULT),
    "evidence_store.LedgerFormError": _s(
        _REFUSED,
        deferred(
            "Line {line} of the log cannot be read. Nothing was changed. Ask the sender for the package once more."
        ),
    ),
    "evidence_store.ReceiptFormatError": _s(
        _USAGE,
        deferred(
            "That is not a receipt code. A code has eight groups of four letters and digits. Nothing was checked."
        ),
    ),
    "evidence_store.EmptyPassphraseError": _s(
        _USAGE,
        deferred(
            "The passphrase is empty. Nothing was changed. Write one, or use the one that is offered."
        ),
    ),
    "evidence_store.WordListError": _s(_REFUSED, _DAMAGED_PROGRAM),
    # -- the case
    "casework.NoSuchCaseError": _s(
        _USAGE,
        deferred(
            "There is no case “{wanted}”. Nothing was changed. “bevismappe case” lists the cases."
        ),
    ),
    "casework.SeveralCasesError": _s(
        _USAGE,
        deferred(
            "{count} cases fit. Nothing was changed. Say which one with --case and its number."
        ),
    ),
    "casework.UnknownReferenceError": _s(
        _USAGE,
        deferred(
            "There is no item “{typed}”. Nothing was changed. “bevismappe list” shows what there is."
        ),
    ),
    "casework.NotAnExhibitError": _s(
        _USAGE,
        deferred(
            "“{typed}” is no exhibit. Nothing was changed. “bevismappe list --exhibits” shows the exhibits."
        ),
    ),
    "casework.NoPictureError": _s(
        _REFUSED,
        deferred(
            "Exhibit {number} is kept as a file and cannot be shown as a picture, so nothing can be marked or "
            "covered on it. The file is safe."
        ),
    ),
    "casework.LayerUnreadableError": _s(
        _REFUSED,
        deferred(
            "What the last copy of Exhibit {number} covered can no longer be read. No new copy was made, since "
            "it could show what was covered before. The original is safe."
        ),
    ),
    "casework.LogMovedError": _s(
        _REFUSED,
        deferred(
            "Something was saved while the dossier was made, so its receipt code is no longer the newest. No "
            "dossier was made; what was saved is safe. Make it once more."
        ),
    ),
    "casework.ClockMissingError": _s(
        _USAGE,
        deferred(
            "“{typed}” has no time of day. Nothing was changed. Write it as 23-11-2026 14:03."
        ),
    ),
    "casework.TimeFormError": _s(
        _USAGE,
        deferred(
            "“{typed}” is not understood as a time. Nothing was changed. Write it as 23-11-2026 14:03."
        ),
    ),
    "casework.TimeSkippedError": _s(
        _USAGE,
        deferred(
            "“{typed}” did not exist: the clocks went forward that night. Nothing was changed."
        ),
    ),
    "casework.TimeTwiceError": _s(
        _USAGE,
        deferred(
            "“{typed}” came twice: the clocks went back that night. Nothing was changed. Add {first} or {second}."
        ),
    ),
    "casework.UnwritableTextError": _s(
        _REFUSED,
        deferred(
            "The text holds characters that cannot be saved. Nothing was changed. Write them anew."
        ),
    ),
    "casework.PlatformTableError": _s(_REFUSED, _DAMAGED_PROGRAM),
    # -- the screen
    "capture.WaylandError": _s(
        _REFUSED,
        deferred(
            "This desktop (Wayland) does not let the program take a picture of the screen yet. Nothing was "
            "changed. Take the picture with the desktop's own key, and add the file here."
        ),
    ),
    "capture.NoDisplayError": _s(
        _REFUSED,
        deferred(
            "There is no screen to take a picture of. Nothing was changed. Run this where the post can be seen."
        ),
    ),
    "capture.ScreenFaultError": _s(
        _REFUSED,
        deferred(
            "The screen could not be read. No picture was saved; what was saved before is still there. Try "
            "again, or take a photo with your phone and add it here."
        ),
    ),
    "capture.UnknownScreenError": _s(
        _USAGE, deferred("There is no screen {number}; there are {count}. Nothing was changed.")
    ),
    "capture.EmptyRegionError": _s(
        _REFUSED,
        deferred(
            "The region has no pixels ({width_px} × {height_px}). No picture was saved. Choose a larger region."
        ),
    ),
    "capture.OffScreenError": _s(
        _REFUSED,
        deferred(
            "The region lies outside the screen. No picture was saved. Choose a region on the screen."
        ),
    ),
    "capture.BlackPictureError": _s(
        _REFUSED,
        deferred(
            "The picture came out black. It was not saved. The page may be protected: take a photo with your "
            "phone, and add it here."
        ),
    ),
    # -- files that come in
    "capture.EmptyFileError": _s(
        _REFUSED,
        deferred("The file is empty. Nothing was saved. Fetch it once more from where it came."),
    ),
    "capture.FileVanishedError": _s(
        _REFUSED,
        deferred(
            "The file is not there any more. Nothing of it was saved. Check where it lies, and try again."
        ),
    ),
    "capture.FileChangedError": _s(
        _REFUSED,
        deferred(
            "The file changed while it was read. Nothing of it was saved. Wait until it is finished, and try again."
        ),
    ),
    "capture.NotAFileError": _s(
        _REFUSED,
        deferred("That is not a file. Nothing was saved. Choose a file, not a folder or device."),
    ),
    "capture.FileUnreadableError": _s(
        _REFUSED,
        deferred(
            "The file cannot be read. Nothing was saved. Check that you may open it, and try again."
        ),
    ),
    "picture.OwnPngError": _s(
        _REFUSED,
        deferred(
            "The sealed picture is not as this program writes pictures. Nothing was changed. Run “bevismappe verify”."
        ),
    ),
    "picture.PictureRefusedError": _s(
        _REFUSED,
        deferred("The file cannot be shown as a picture ({reason}). The file itself is safe."),
    ),
    # -- marks and black boxes
    "markup.LayerError": _s(
        _REFUSED,
        deferred(
            "Shape {position} does not fit the picture: {reason}. No copy was made; the original is untouched."
        ),
    ),
    "markup.ShapesError": _s(
        _REFUSED,
        deferred(
            "The file with the marks is not understood at mark {position}: {reason} {field}. No copy was "
            "made; the original is untouched. See docs/shapes.md."
        ),
    ),
    "markup.RedactionFormError": _s(
        _USAGE,
        deferred(
            "“{typed}” is not understood as a place to cover. Nothing was changed. Write it as "
            "X,Y,W,H:REASON, such as 120,80,200,24:name."
        ),
    ),
    # -- dossiers
    "dossier.PolicyError": _s(_REFUSED, _DAMAGED_PROGRAM),
    "dossier.FontMissingError": _s(_REFUSED, _DAMAGED_PROGRAM),
    "dossier.UnknownRecipientError": _s(
        _USAGE,
        deferred(
            "There is no recipient “{recipient}”. Nothing was made. Use manager or union_consultant."
        ),
    ),
    "dossier.UnknownExhibitError": _s(
        _USAGE,
        deferred(
            "There is no exhibit {number} to include. Nothing was made. “bevismappe list --exhibits” "
            "shows the exhibits."
        ),
    ),
    "dossier.UnknownRequestError": _s(
        _USAGE, deferred("There is no request “{request}” to choose. Nothing was made.")
    ),
    "dossier.PictureChangedError": _s(
        _REFUSED,
        deferred(
            "The picture of Exhibit {exhibit} is not the one that was sealed. No dossier was made. Run "
            "“bevismappe verify” to see what is damaged."
        ),
    ),
    "dossier.PictureFormError": _s(
        _REFUSED,
        deferred(
            "The picture of Exhibit {exhibit} is not as this program writes pictures. No dossier was made. "
            "Run “bevismappe verify”."
        ),
    ),
    # -- packages
    "handover.DossierEntryError": _s(_REFUSED, _OUR_FAULT),
    "handover.ExhibitFileError": _s(
        _REFUSED,
        deferred(
            "Exhibit {number} cannot be put into the package. No package was made; the exhibit is safe in the vault."
        ),
    ),
    "handover.TextTooLongError": _s(
        _REFUSED,
        deferred(
            "A text of entry {seq} is too long to travel in a package. No package was made; the text is safe "
            "in the vault. Keep it as a file instead."
        ),
    ),
    "handover.PackageTooLargeError": _s(
        _REFUSED,
        deferred(
            "The package would be larger than one package can be. None was made; everything is safe in the "
            "vault. Choose fewer exhibits with --exhibit."
        ),
    ),
    "handover.ObjectChangedError": _s(
        _REFUSED,
        deferred(
            "A picture or file is not the one that was sealed. No package was made. Run “bevismappe verify” "
            "to see what is damaged."
        ),
    ),
    "handover.PackageExistsError": _s(
        _REFUSED,
        deferred("There is a file at {target} already. It was not touched. Choose another name."),
    ),
    "handover.PackageNotWrittenError": _s(
        _DISK,
        deferred(
            "The drive did not take the package. No half package is left, and everything is safe in the "
            "vault. Free some space, or choose another drive, and try again."
        ),
    ),
    "handover.VerifierMissingError": _s(_REFUSED, _DAMAGED_PROGRAM),
    # -- the command line
    "cli.UsageError": _s(
        _USAGE, deferred("The command was not understood: {problem}. Nothing was changed.")
    ),
    "cli.NoPassphraseError": _s(
        _USAGE,
        deferred(
            "The passphrase is missing, and nobody can be asked here. Nothing was changed. Use --passphrase-file."
        ),
    ),
    "cli.PassphraseFileError": _s(
        _USAGE, deferred("No passphrase can be read from {path}. Nothing was changed.")
    ),
    "cli.PassphraseMismatchError": _s(
        _USAGE, deferred("The two passphrases differ. No vault was made. Try again.")
    ),
    "cli.NoVirtualScreenError": _s(
        _REFUSED,
        deferred(
            "There is no screen here, and no virtual one can be started. Nothing was changed. Install the package "
            "xvfb, or run this where there is a screen."
        ),
    ),
    "cli.PostWindowError": _s(
        _REFUSED, deferred("The window with the made-up post did not open: {answer}")
    ),
    "cli.DemoStepError": _s(_REFUSED, deferred("The demo stopped at “{step}”: {answer}")),
    "language.LanguageDataError": _s(_REFUSED, _DAMAGED_PROGRAM),
    # -- files that commands were given or asked to write
    "FileNotFoundError": _s(
        _REFUSED,
        deferred("{filename} is not there. Nothing was changed. Check the name and the folder."),
    ),
    "FileExistsError": _s(
        _REFUSED,
        deferred("There is a file at {filename} already. It was not touched. Choose another name."),
    ),
    "IsADirectoryError": _s(_REFUSED, deferred("{filename} is a folder. Nothing was changed.")),
    "NotADirectoryError": _s(_REFUSED, deferred("{filename} is no folder. Nothing was changed.")),
    "PermissionError": _s(
        _DISK,
        deferred(
            "{filename} may not be read or written. Nothing was changed. Check its permissions."
        ),
    ),
    "OSError": _s(
        _DISK,
        deferred(
            "The system refused ({strerror}). What was saved and locked before is still there. Try again."
        ),
    ),
}

# What an error's reason means, by its code; shown in the place of the code.
REASONS: dict[str, str] = {
    "damaged": deferred("it is damaged"),
    "missing_field": deferred("a field is missing:"),
    "no_marks": deferred("it holds no marks"),
    "no_reason": deferred("the reason is missing"),
    "no_size": deferred("it has no size"),
    "no_text": deferred("it has no words"),
    "not_json": deferred("it is not JSON"),
    "out_of_memory": deferred("it needs too much memory"),
    "outside": deferred("it lies outside the picture"),
    "text_size": deferred("the size of its words cannot be used"),
    "timed_out": deferred("it takes too long"),
    "too_large": deferred("it is too large"),
    "too_long": deferred("its words are too long"),
    "too_many": deferred("there are too many"),
    "unknown_field": deferred("a field is not known:"),
    "unknown_shape": deferred("the shape is not known"),
    "unsupported": deferred("it is of a kind that is not shown"),
    "wrong_value": deferred("a value cannot be used:"),
}
