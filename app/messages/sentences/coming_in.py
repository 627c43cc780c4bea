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
