"""What is said of the errors of the vault."""

from __future__ import annotations

from app.language import deferred
from app.messages.sentences.sentence import (
    DAMAGED_PROGRAM,
    DISK,
    LOCKED,
    NO_VAULT,
    OUR_FAULT,
    PASSPHRASE,
    REFUSED,
    USAGE,
    Sentence,
    says,
)

SENTENCES: dict[str, Sentence] = {
    # -- the copy elsewhere
    "actions.NoCopyPlaceError": says(
        USAGE,
        deferred("Nobody has said yet where the copy goes. Choose a folder on another drive."),
        typed=deferred(
            "Nobody has said yet where the copy goes. Name a folder on another drive with --to."
        ),
    ),
    "elsewhere.CopyFolderError": says(
        DISK,
        deferred(
            "The copy could not be written to {path}. Everything is safe in the vault and waits. Connect the drive, or "
            "make room on it."
        ),
    ),
    "elsewhere.NoCopiesHereError": says(
        REFUSED,
        deferred(
            "On this kind of machine no copy can be made or read, since the library that encrypts it is not there. "
            "Everything is safe in the vault. Make a backup instead."
        ),
    ),
    "elsewhere.CopyKeyError": says(
        REFUSED,
        deferred(
            "That is no key of a copy. Nothing was changed. It stands on the recovery sheet and begins with "
            "AGE-SECRET-KEY-1."
        ),
    ),
    "elsewhere.CopyFormError": says(
        REFUSED,
        deferred(
            "The file {name} of the copy is damaged. Everything is safe in the vault. Make a whole copy now, "
            "perhaps on another drive."
        ),
    ),
    "elsewhere.CopyAwayError": says(
        DISK,
        deferred(
            "The copy in {path} is not there, or its drive was taken away. Nothing was changed. Connect the drive, and "
            "try again."
        ),
    ),
    "elsewhere.NothingToRestoreError": says(
        REFUSED,
        deferred(
            "No copy lies in {path}. Nothing was changed. Choose the folder of the copy, which is called "
            "bevismappe-kopi."
        ),
    ),
    "elsewhere.OtherKeyError": says(
        REFUSED,
        deferred(
            "This key opens no file of the copy in {path}. Nothing was changed. Take the key from the newest recovery "
            "sheet."
        ),
    ),
    "elsewhere.NoWholeCopyError": says(
        REFUSED,
        deferred(
            "In {path} lies no whole copy that can be read to its end. Nothing was changed. Take another drive with a "
            "copy, or a backup."
        ),
    ),
    "evidence_store.RecordError": says(
        REFUSED,
        deferred("A part of the copy does not fit what came before it. Nothing was changed."),
    ),
    # -- the vault's file
    "evidence_store.VaultMissingError": says(
        NO_VAULT,
        deferred(
            "There is no vault at {path}. Nothing was changed. Choose another one, or make a new one."
        ),
        typed=deferred(
            "There is no vault at {path}. Nothing was changed. Make one with “bevismappe init”, or name "
            "another with --vault."
        ),
    ),
    "evidence_store.PlaceholderError": says(
        NO_VAULT,
        deferred(
            "Only a placeholder of the vault is on this computer: {path}. Nothing was changed. Right-click the file, "
            "choose “Always keep on this device”, wait until it is fetched, and try again."
        ),
    ),
    "workplace.WorkplaceFolderError": says(
        DISK,
        deferred(
            "Your workplace has set the folder for new vaults, but nothing can be saved there: {folder}. Nothing was "
            "changed. If it is on a network drive, connect that and try again; otherwise ask your IT department."
        ),
    ),
    "evidence_store.VaultExistsError": says(
        REFUSED,
        deferred("There is a file at {path} already. It was not touched. Choose another name."),
    ),
    "evidence_store.VaultLockedError": says(
        LOCKED,
        deferred(
            "The vault is open in another window or program. Nothing was changed, and what is saved is safe. "
            "Close it there, and try again."
        ),
    ),
    "evidence_store.WrongPassphraseError": says(
        PASSPHRASE,
        deferred(
            "The passphrase does not fit, or the beginning of the file is damaged. Nothing was changed. "
            "Try the "
            "passphrase again; if you are sure of it, use a backup."
        ),
    ),
    "evidence_store.NewerVaultError": says(
        REFUSED,
        deferred(
            "The vault was made by a later version of the program. Nothing was changed. Install the newest "
            "version, and try again."
        ),
    ),
    "evidence_store.NotAVaultError": says(
        REFUSED,
        deferred("{path} is not a vault of this program. It was not changed. Choose another file."),
    ),
    "evidence_store.ReadOnlyError": says(
        DISK,
        deferred(
            "{path} cannot be written to. Nothing was saved, and what was saved before is still there. Check "
            "the folder's and the drive's permissions."
        ),
    ),
    "evidence_store.DiskFullError": says(
        DISK,
        deferred(
            "There is no room left on the drive. This was not saved; what was saved before is still there."
            " Free "
            "some space, or use a vault on another drive, and try again."
        ),
    ),
    "evidence_store.DiskFaultError": says(
        DISK,
        deferred(
            "The drive reported an error. This was not saved; what was saved before should still be there."
            " Have the drive looked at, and choose “Verify”."
        ),
        typed=deferred(
            "The drive reported an error. This was not saved; what was saved before should still be there. "
            "Check the drive, and run “bevismappe verify”."
        ),
    ),
    "evidence_store.DamagedVaultError": says(
        REFUSED,
        deferred(
            "A part of the vault cannot be read. Nothing was changed. Choose “Verify” to see what is "
            "damaged, and keep the file as it is."
        ),
        typed=deferred(
            "A part of the vault cannot be read. Nothing was changed. Run “bevismappe verify” to see what is "
            "damaged, and keep the file as it is."
        ),
    ),
    "evidence_store.VaultReplacedError": says(
        DISK,
        deferred(
            "The file {path} was replaced or taken away by another program, and no rescue vault could be "
            "made beside "
            "it. This was not saved. Leave the window open: what was saved before is still in it. Put the "
            "folder back "
            "or free some space, and try again."
        ),
    ),
    "evidence_store.VaultWrittenOverError": says(
        DISK,
        deferred(
            "Another program wrote over the file {path} while it was open. This was not saved, and nothing"
            " more is "
            "written to the file. Close the vault and open it again: then you are told what it lacks."
        ),
    ),
    "evidence_store.LookOnlyError": says(
        REFUSED,
        deferred(
            "The vault is older than what this computer remembers, so nothing was saved in it. Find the "
            "newer file, or take this one into use: you are asked when you open it again."
        ),
        typed=deferred(
            "The vault is older than what this computer remembers, so nothing was saved in it. Find the "
            "newer file, or "
            "take this one into use: the window asks when you open it; the command is “bevismappe restored"
            " --accept”."
        ),
    ),
    "evidence_store.IndexDamagedError": says(
        REFUSED,
        deferred(
            "The search index is damaged and is being made anew. No evidence was touched. Search again in "
            "a moment."
        ),
    ),
    "evidence_store.StoreFaultError": says(
        DISK,
        deferred(
            "The vault could not be used (code {code}). This was not saved; what was saved before is still "
            "there. Try again."
        ),
    ),
    "evidence_store.VaultError": says(REFUSED, OUR_FAULT),
    # -- entries, objects and words
    "evidence_store.UnknownEntryError": says(
        USAGE,
        deferred("There is no such item. Nothing was changed. The timeline shows what there is."),
        typed=deferred(
            "There is no such item. Nothing was changed. “bevismappe list” shows what there is."
        ),
    ),
    "evidence_store.UnknownChainError": says(
        USAGE, deferred("There is no such log in this vault. Nothing was changed.")
    ),
    "evidence_store.NoObjectError": says(
        USAGE, deferred("That item holds no picture or file. Nothing was changed.")
    ),
    "evidence_store.ObjectErasedError": says(
        REFUSED, deferred("The picture or file was erased. Only its place in the log is left.")
    ),
    "evidence_store.ObjectDamagedError": says(
        REFUSED,
        deferred(
            "The picture or file cannot be read whole. The rest of the vault is unchanged. Choose "
            "“Verify”, and fetch it from a backup."
        ),
        typed=deferred(
            "The picture or file cannot be read whole. The rest of the vault is not affected. Run "
            "“bevismappe "
            "verify”, and fetch it from a backup."
        ),
    ),
    "evidence_store.ForeignChainError": says(
        REFUSED,
        deferred(
            "That package cannot be taken over: {reason}. Nothing was changed, and what was taken over before is "
            "still there."
        ),
    ),
    "evidence_store.NotErasableError": says(
        REFUSED, deferred("This part cannot be erased. Nothing was changed.")
    ),
    "evidence_store.ActEndedError": says(REFUSED, OUR_FAULT),
    "evidence_store.ActOpenError": says(REFUSED, OUR_FAULT),
    "evidence_store.VaultClosedError": says(
        REFUSED, deferred("The vault is closed. Nothing was changed. Open it, and try again.")
    ),
    "evidence_store.StagedObjectError": says(
        REFUSED,
        deferred(
            "The file was not kept, because the vault lost it on the way. What was saved before is still "
            "there. Add the file once more."
        ),
    ),
    "evidence_store.BodyTooLargeError": says(
        REFUSED,
        deferred(
            "The text is too long to be kept as one entry. It was not saved; what was saved before is "
            "still there. "
            "Divide it into several, or keep it as a file."
        ),
    ),
    "evidence_store.BodyError": says(REFUSED, OUR_FAULT),
    "evidence_store.NotSealableError": says(REFUSED, OUR_FAULT),
    "evidence_store.LedgerFormError": says(
        REFUSED,
        deferred(
            "Line {line} of the log cannot be read. Nothing was changed. Ask the sender for the package "
            "once more."
        ),
    ),
    "evidence_store.ReceiptFormatError": says(
        USAGE,
        deferred(
            "That is not a receipt code. A code has eight groups of four letters and digits. Nothing was "
            "checked."
        ),
    ),
    "evidence_store.ReceiptCheckError": says(
        USAGE,
        deferred(
            "The code was misread or mistyped: the two letters behind its number do not fit. Nothing was "
            "checked. "
            "Read it once more."
        ),
    ),
    "evidence_store.EmptyPassphraseError": says(
        USAGE,
        deferred(
            "The passphrase is empty. Nothing was changed. Write one, or use the one that is offered."
        ),
    ),
    "evidence_store.WeakPassphraseError": says(
        USAGE,
        deferred(
            "That passphrase is easy to guess. Nothing was made. Use at least {least_signs} letters that "
            "are no common "
            "word or date, such as four words, or the passphrase that is offered."
        ),
    ),
    "evidence_store.WordListError": says(REFUSED, DAMAGED_PROGRAM),
}
