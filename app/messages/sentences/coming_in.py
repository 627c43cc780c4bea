"""What is said of the errors of the screen and of files that come in."""

from __future__ import annotations

from app.language import deferred
from app.messages.sentences.sentence import REFUSED, USAGE, Sentence, says

SENTENCES: dict[str, Sentence] = {
    # -- the screen
    "capture.WaylandError": says(
        REFUSED,
        deferred(
            "This desktop (Wayland) hands over no picture of the screen. Nothing was "
            "changed. Take the picture with the desktop's own key, and add the file here."
        ),
    ),
    "capture.ScreenDeniedError": says(
        REFUSED,
        deferred(
            "Your desktop was told not to hand over a picture. No picture was saved; what was saved before is still "
            "there. Try again and allow it, or take the picture with the desktop's own key and add the file here."
        ),
    ),
    "capture.NoDisplayError": says(
        REFUSED,
        deferred(
            "There is no screen to take a picture of. Nothing was changed. Run this where the post can be "
            "seen."
        ),
    ),
    "capture.ScreenFaultError": says(
        REFUSED,
        deferred(
            "The screen could not be read. No picture was saved; what was saved before is still there. Try "
            "again, or take a photo with your phone and add it here."
        ),
    ),
    "capture.ColourDepthError": says(
        REFUSED,
        deferred(
            "The screen has a colour depth of {bits} bits, and only 24 or 32 can be read. No picture was "
            "saved. "
            "Choose more colours in the settings of the screen, or take a photo with your phone and add it"
            " here."
        ),
    ),
    "capture.UnknownScreenError": says(
        USAGE,
        deferred(
            "There is no screen {number}: the number of screens is {count}. Nothing was changed."
        ),
    ),
    "capture.EmptyRegionError": says(
        REFUSED,
        deferred(
            "The region has no pixels ({width_px} × {height_px}). No picture was saved. Choose a larger "
            "region."
        ),
    ),
    "capture.OffScreenError": says(
        REFUSED,
        deferred(
            "The region lies outside the screen. No picture was saved. Choose a region on the screen."
        ),
    ),
    "capture.NoWindowError": says(
        REFUSED,
        deferred(
            "No window is in front whose place is known. Nothing was captured. Choose a region, or the whole screen."
        ),
    ),
    "capture.BlackPictureError": says(
        REFUSED,
        deferred(
            "The picture came out black. It was not saved. The page may be protected: take a photo with your "
            "phone, and add it here."
        ),
    ),
    # -- envelopes from the phone
    "actions.EnvelopeKeptError": says(
        REFUSED,
        deferred(
            "All files of the envelope are in the case already ({count}). Nothing was changed. You can delete the"
            " envelope."
        ),
    ),
    "envelope.NotAnEnvelopeError": says(
        REFUSED,
        deferred(
            "The file is no envelope from the phone. Nothing was kept. Add it as a file where it is to be kept as it"
            " is."
        ),
    ),
    "envelope.OtherVaultError": says(
        REFUSED,
        deferred(
            "The envelope is not for this vault. Nothing of it was kept. Open the vault that it is for, or close it"
            " anew on the phone with this vault’s code."
        ),
    ),
    "envelope.EnvelopeChangedError": says(
        REFUSED,
        deferred(
            "The envelope was cut short or changed on its way. Nothing of it was kept. Send it once more: the pictures"
            " are still on the phone."
        ),
    ),
    "envelope.LyingEnvelopeError": says(
        REFUSED,
        deferred(
            "What lies in the envelope is not what it says itself. Nothing of it was kept. Make a new envelope on the"
            " phone, or bring the pictures by cable."
        ),
    ),
    "envelope.EnvelopeTooLargeError": says(
        REFUSED,
        deferred(
            "There is more in the envelope than the {most_mb} MB or 500 files that one may hold. Nothing of it was"
            " kept. Make two envelopes on the phone, or bring the files by cable."
        ),
    ),
    "envelope.NewerEnvelopeError": says(
        REFUSED,
        deferred(
            "The envelope was closed by a newer page than this program knows. Nothing of it was kept. Update the"
            " program, or use the page that it hands over."
        ),
    ),
    "envelope.EnvelopeKeyError": says(
        REFUSED,
        deferred(
            "The vault’s key for envelopes cannot be read. The evidence is as it was. Bring the pictures by cable, and"
            " check the vault."
        ),
    ),
    "envelope.EnvelopesUnsupportedError": says(
        REFUSED,
        deferred(
            "Envelopes cannot be opened on this kind of computer (Windows on ARM). Nothing was changed. Bring the"
            " pictures by cable, or open the envelope on another computer."
        ),
    ),
    "envelope.PageAddressError": says(
        USAGE,
        deferred(
            "{address} is no address that the page can stand at. Nothing was changed. It begins with https:// and has"
            " no #."
        ),
    ),
    "envelope.PageMissingError": says(
        REFUSED,
        deferred(
            "The page for the phone is not among the program’s files. Nothing was changed. Bring the pictures by"
            " cable, and install the program again."
        ),
    ),
    # -- files that come in
    "capture.EmptyFileError": says(
        REFUSED,
        deferred("The file is empty. Nothing was saved. Fetch it once more from where it came."),
    ),
    "capture.FileVanishedError": says(
        REFUSED,
        deferred(
            "The file is not there. Nothing of it was saved. Check where it lies, and try again."
        ),
    ),
    "capture.FileChangedError": says(
        REFUSED,
        deferred(
            "The file changed while it was read. Nothing of it was saved. Wait until it is finished, and "
            "try again."
        ),
    ),
    "capture.NotAFileError": says(
        REFUSED,
        deferred("That is not a file. Nothing was saved. Choose a file, not a folder or device."),
    ),
    "capture.FileUnreadableError": says(
        REFUSED,
        deferred(
            "The file cannot be read. Nothing was saved. Check that you may open it, and try again."
        ),
    ),
    "picture.OwnPngError": says(
        REFUSED,
        deferred(
            "The sealed picture is not as this program writes pictures. Nothing was changed. Choose “Verify”."
        ),
        typed=deferred(
            "The sealed picture is not as this program writes pictures. Nothing was changed. Run "
            "“bevismappe verify”."
        ),
    ),
    "picture.CannotReadWordsError": says(
        REFUSED,
        deferred(
            "Text in pictures cannot be read on this computer: {reason}. Nothing was changed."
        ),
    ),
    "picture.PictureRefusedError": says(
        REFUSED,
        deferred("The file cannot be shown as a picture ({reason}). The file itself is safe."),
    ),
}
