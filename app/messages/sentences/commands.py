"""What is said of the errors of the command line and of files it was given."""

from __future__ import annotations

import errno

from app.language import deferred
from app.messages.sentences.sentence import (
    DAMAGED_PROGRAM,
    DISK,
    INTERRUPTED,
    NO_VAULT,
    REFUSED,
    USAGE,
    Sentence,
    says,
)

NO_ROOM = deferred(
    "There is no room on the drive. It was not written, and what is saved in the vault is still there. "
    "Free some "
    "space, or choose another drive."
)

SENTENCES: dict[str, Sentence] = {
    # -- the command line
    "cli.UsageError": says(
        USAGE, deferred("The command was not understood: {problem}. Nothing was changed.")
    ),
    "cli.LastVaultMissingError": says(
        NO_VAULT,
        deferred(
            "The vault that was used last is not where it was: {path}. Nothing was changed. If it is on a "
            "USB stick "
            "or a network drive, connect that and try again; if it was moved, name it with --vault; "
            "“bevismappe "
            "init” makes a new one."
        ),
    ),
    "KeyboardInterrupt": says(
        INTERRUPTED,
        deferred("Interrupted. What was saved and locked before is still there."),
    ),
    "cli.RegionFormError": says(
        USAGE,
        deferred(
            "“{typed}” is not understood as a region. Nothing was captured. Write it as X,Y,W,H in pixels,"
            " such "
            "as 100,80,640,480."
        ),
    ),
    "cli.WhatToEraseError": says(
        USAGE,
        deferred(
            "Nothing was erased. Name one thing by its ID, or say --whole-case, and not both."
        ),
    ),
    "cli.MomentFormError": says(
        USAGE,
        deferred(
            "“{typed}” is not understood as a moment of a film. Nothing was changed. Write seconds such as 12.5, or"
            " 1:02:03."
        ),
    ),
    "cli.CoverFormError": says(
        USAGE,
        deferred(
            "“{typed}” is not understood as a place in a film. Nothing was changed. Write it as X,Y,W,H@FROM-TO=REASON,"
            " such as 10,20,60,80@0:02-0:05=Child’s face."
        ),
    ),
    "cli.DelayFormError": says(
        USAGE,
        deferred(
            "“{typed}” cannot be used as a wait. Nothing was captured. Write whole seconds, at most "
            "{longest_s}."
        ),
    ),
    "cli.PartSizeError": says(
        USAGE,
        deferred(
            "{typed} MB cannot be the size of a part. Nothing was made. Write whole MB from 1 to {most}."
        ),
    ),
    "cli.NoPictureOfScreenError": says(
        USAGE,
        deferred(
            "“{typed}” is no picture of the screen that can be read. Nothing was captured. A series goes on "
            "from a screenshot: “bevismappe list” names them."
        ),
    ),
    "cli.NoExhibitNamedError": says(
        USAGE,
        deferred("Nothing was signed: no exhibit is named. “bevismappe list” shows what there is."),
    ),
    "cli.NotThatKindError": says(
        USAGE,
        deferred(
            "“{typed}” is of another kind than what can be named here. Nothing was saved. “bevismappe "
            "list” shows "
            "what each item is."
        ),
    ),
    "cli.UnknownNameError": says(
        USAGE,
        deferred("“{typed}” is none of those that there are: {known}. Nothing was changed."),
    ),
    "cli.NoPassphraseError": says(
        USAGE,
        deferred(
            "The passphrase is missing, and nobody can be asked here. Nothing was changed. Use "
            "--passphrase-file."
        ),
    ),
    "cli.NoKeyPasswordError": says(
        USAGE,
        deferred(
            "The password of your key is missing, and nobody can be asked here. Nothing was made. Use "
            "--sign-password-file."
        ),
    ),
    "cli.PassphraseFileError": says(
        USAGE, deferred("No passphrase can be read from {path}. Nothing was changed.")
    ),
    "cli.PassphraseMismatchError": says(
        USAGE, deferred("The two passphrases differ. No vault was made. Try again.")
    ),
    "cli.AcceptAloneError": says(
        USAGE, deferred("Which rule pack is meant? Nothing was changed. Name it with --add FILE.")
    ),
    "cli.NoGuidanceError": says(
        USAGE,
        deferred(
            "There is no guidance called “{typed}”. Nothing was changed. “bevismappe guidance” shows what there is."
        ),
    ),
    "language.LanguageDataError": says(REFUSED, DAMAGED_PROGRAM),
    # -- files that commands were given or asked to write
    "atomic_file.UnfitNameError": says(
        REFUSED,
        deferred(
            "Windows takes no file called “{name}”: {reason}. Nothing was made, and what is saved in the vault is "
            "still there. Choose another name or folder."
        ),
    ),
    "FileNotFoundError": says(
        REFUSED,
        deferred("{filename} is not there. Nothing was changed. Check the name and the folder."),
    ),
    "FileExistsError": says(
        REFUSED,
        deferred("There is a file at {filename} already. It was not touched. Choose another name."),
    ),
    "IsADirectoryError": says(REFUSED, deferred("{filename} is a folder. Nothing was changed.")),
    "NotADirectoryError": says(REFUSED, deferred("{filename} is no folder. Nothing was changed.")),
    "PermissionError": says(
        DISK,
        deferred(
            "{filename} may not be read or written. Nothing was changed. Check its permissions."
        ),
    ),
    "OSError": says(
        DISK,
        deferred(
            "The system refused ({strerror}). What was saved and locked before is still there. If it goes "
            "on, choose "
            "another folder or drive."
        ),
    ),
}

# What the system's own numbers mean: more than the class of the error tells, and with what helps.
BY_NUMBER: dict[int, Sentence] = {
    errno.ENAMETOOLONG: says(
        REFUSED,
        deferred(
            "The name or the path is too long for the drive. Nothing was changed. Choose a shorter one."
        ),
    ),
    errno.ENOSPC: says(DISK, NO_ROOM),
    errno.EDQUOT: says(DISK, NO_ROOM),
    errno.EFBIG: says(
        DISK,
        deferred(
            "The file is too large for that drive. It was not written, and all is unchanged in the vault. "
            "Choose "
            "another drive."
        ),
    ),
    errno.EINVAL: says(
        REFUSED,
        deferred(
            "The drive does not take that name or that kind of file. Nothing was changed. Choose another "
            "name, "
            "without special signs, or another folder."
        ),
    ),
    errno.EROFS: says(
        DISK,
        deferred(
            "That drive takes no changes. Nothing was written. Choose another folder or drive."
        ),
    ),
    errno.EIO: says(
        DISK,
        deferred(
            "The drive does not answer as it should. What was saved before is still there. Choose another "
            "drive, and "
            "make a backup of the vault soon."
        ),
    ),
}
