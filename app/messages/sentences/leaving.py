"""What is said of the errors of dossiers, packages and print-outs."""

from __future__ import annotations

from app.language import deferred
from app.messages.sentences.sentence import (
    DAMAGED_PROGRAM,
    DISK,
    OUR_FAULT,
    PASSPHRASE,
    REFUSED,
    USAGE,
    Sentence,
    says,
)

SENTENCES: dict[str, Sentence] = {
    # -- dossiers
    "dossier.PolicyError": says(REFUSED, DAMAGED_PROGRAM),
    "dossier.FontMissingError": says(REFUSED, DAMAGED_PROGRAM),
    "dossier.SigningKeyError": says(
        REFUSED,
        deferred(
            "The key that signs cannot be read. Nothing was made, and the evidence is as it was. Make the report "
            "without a signature."
        ),
    ),
    "dossier.NoKeyFileError": says(
        USAGE,
        deferred(
            "That file holds no key to sign with. Nothing was made, and the evidence is as it was. Choose a file that "
            "ends in .p12 or .pfx."
        ),
    ),
    "dossier.KeyFilePasswordError": says(
        PASSPHRASE,
        deferred(
            "The password does not open the file with your key. Nothing was made, and the evidence is as it was. "
            "Write it once more."
        ),
    ),
    "dossier.NoKeyInFileError": says(
        USAGE,
        deferred(
            "The file holds no key with its certificate. Nothing was made, and the evidence is as it was. Save it "
            "anew where you have the key, and let the private key go along."
        ),
    ),
    "dossier.UnfitKeyError": says(
        USAGE,
        deferred(
            "The key in the file cannot sign a report: it is of another kind, too short, or made for something else. "
            "Nothing was made, and the evidence is as it was. Choose another file, or sign with the key of the vault."
        ),
    ),
    "dossier.CertificateEndedError": says(
        REFUSED,
        deferred(
            "Your certificate ran out on {until}. Nothing was made, and the evidence is as it was. Get a new one, or "
            "sign with the key of the vault."
        ),
    ),
    "dossier.CertificateNotYetError": says(
        REFUSED,
        deferred(
            "Your certificate does not hold before {since}. Nothing was made, and the evidence is as it was. Look at "
            "the computer’s clock, or sign with the key of the vault."
        ),
    ),
    "dossier.UnknownRecipientError": says(
        USAGE,
        deferred("There is no recipient “{recipient}”. Nothing was made. There are: {known}."),
    ),
    "dossier.UnknownExhibitError": says(
        USAGE,
        deferred(
            "There is no exhibit {number} to include. Nothing was made. Choose among the exhibits of the "
            "case."
        ),
        typed=deferred(
            "There is no exhibit {number} to include. Nothing was made. “bevismappe list --exhibits” "
            "shows the exhibits."
        ),
    ),
    "dossier.UnknownAskError": says(
        USAGE, deferred("There is no request “{ask}” to choose. Nothing was made.")
    ),
    "dossier.UnknownNoteError": says(
        USAGE,
        deferred(
            "Entry {seq} is no note that can stand in this report: it is something else, put aside or "
            "erased. "
            "Nothing was made."
        ),
    ),
    "dossier.PrivateNoteError": says(
        USAGE, deferred("p{seq} is private and never leaves the vault. Nothing was made.")
    ),
    "dossier.PaperNotPossibleError": says(
        USAGE,
        deferred(
            "Entry {seq} has no file that can go along in this report. Nothing was made; what there is, is safe"
            " in the vault."
        ),
    ),
    "dossier.WordsNotPossibleError": says(
        USAGE,
        deferred(
            "Entry {seq} has no words that can be chosen for this report. Nothing was made; what there is, is safe"
            " in the vault."
        ),
    ),
    "dossier.ClipNotPossibleError": says(
        USAGE,
        deferred(
            "No covered clip of exhibit {number} can go along: there is none, or the exhibit is not in the report."
            " Nothing was made. Make the clip first."
        ),
    ),
    "dossier.OriginalNotPossibleError": says(
        USAGE,
        deferred(
            "The original of Exhibit {number} cannot go along: {reason}. Nothing was made; it is safe in "
            "the vault."
        ),
    ),
    "dossier.PictureChangedError": says(
        REFUSED,
        deferred(
            "The picture of Exhibit {exhibit} is not the one that was sealed. No dossier was made. Choose "
            "“Verify” to see what is damaged."
        ),
        typed=deferred(
            "The picture of Exhibit {exhibit} is not the one that was sealed. No dossier was made. Run "
            "“bevismappe verify” to see what is damaged."
        ),
    ),
    "dossier.PictureFormError": says(
        REFUSED,
        deferred(
            "The picture of Exhibit {exhibit} is not as this program writes pictures. No dossier was made."
            " Choose “Verify”."
        ),
        typed=deferred(
            "The picture of Exhibit {exhibit} is not as this program writes pictures. No dossier was made. "
            "Run “bevismappe verify”."
        ),
    ),
    # -- packages
    "handover.DossierEntryError": says(REFUSED, OUR_FAULT),
    "handover.ExhibitFileError": says(
        REFUSED,
        deferred(
            "Exhibit {number} cannot be put into the package. No package was made; the exhibit is safe in "
            "the vault."
        ),
    ),
    "handover.TextTooLongError": says(
        REFUSED,
        deferred(
            "A text of entry {seq} is too long to travel in a package. No package was made; the text is safe "
            "in the vault. Keep it as a file instead."
        ),
    ),
    "handover.PackageTooLargeError": says(
        REFUSED,
        deferred(
            "The package would be larger than one package can be. None was made; everything is unchanged "
            "in the vault. Choose fewer exhibits."
        ),
        typed=deferred(
            "The package would be larger than one package can be. None was made; everything is safe in the "
            "vault. Choose fewer exhibits with --exhibit."
        ),
    ),
    "handover.NotOnePackageError": says(
        USAGE,
        deferred(
            "These are not parts of one package: they do not end with the same entry. Nothing was changed. Check each "
            "on its own."
        ),
    ),
    "handover.PackageUnreadableError": says(
        REFUSED,
        deferred(
            "That cannot be shown from the package. Nothing was changed. Unpack the package, and open the file there."
        ),
    ),
    "handover.PackageNotSoundError": says(
        REFUSED,
        deferred(
            "That package was not taken over: its check found something, or the code does not fit. Nothing was "
            "changed here. Check the package to see what, and ask your colleague for it again."
        ),
        typed=deferred(
            "That package was not taken over: its check found something, or the code does not fit. Nothing was "
            "changed here. “bevismappe verify PACKAGE” says what; ask your colleague for it again."
        ),
    ),
    "handover.PartTooSmallError": says(
        REFUSED,
        deferred(
            "A part cannot be that small: report and log, or one file beside them, need more. No package was made; "
            "the report is sealed in the case, and everything is unchanged in the vault. Choose larger parts, or let "
            "fewer files go along."
        ),
        typed=deferred(
            "A part cannot be that small: report and log, or one file beside them, need more. No package was made; "
            "the report is sealed in the case, and everything is safe in the vault. Choose more MB with --split, or "
            "let fewer files go along."
        ),
    ),
    "handover.ObjectChangedError": says(
        REFUSED,
        deferred(
            "A picture or file is not the one that was sealed. No package was made. Choose “Verify” to see"
            " what is damaged."
        ),
        typed=deferred(
            "A picture or file is not the one that was sealed. No package was made. Run “bevismappe verify” "
            "to see what is damaged."
        ),
    ),
    "handover.PackageExistsError": says(
        REFUSED,
        deferred("There is a file at {target} already. It was not touched. Choose another name."),
    ),
    "handover.PackageNotWrittenError": says(
        DISK,
        deferred(
            "The drive did not take the package. No half package is left, and everything is safe in the "
            "vault. Free some space, or choose another drive, and try again."
        ),
    ),
    "handover.VerifierMissingError": says(REFUSED, DAMAGED_PROGRAM),
    "handover.StickPlaceError": says(
        REFUSED,
        deferred(
            "There is something at {target} already. It was not touched. Choose another name."
        ),
    ),
    "handover.StickPackageError": says(
        REFUSED,
        deferred(
            "The package was changed, or is not whole. No folder was made, and nothing else was touched. Make the"
            " package again."
        ),
    ),
    "handover.StickLargeError": says(
        REFUSED,
        deferred(
            "{name} is larger than a stick takes of one file (4 GB). No folder was made, and everything is safe."
            " Split the package, or leave the largest files out."
        ),
    ),
    "handover.StickLockError": says(
        REFUSED,
        deferred(
            "This computer cannot encrypt a stick. No folder was made, and everything is safe. Make it without, and"
            " hand it over in person."
        ),
    ),
    "handover.StickKeyError": says(
        USAGE,
        deferred(
            "This is no key of the program age. No folder was made. A key begins with age1; ask the recipient for it"
            " again."
        ),
    ),
    # -- rule packs
    "packs.BuiltInPackError": says(REFUSED, DAMAGED_PROGRAM),
    "packs.PackTableError": says(
        REFUSED,
        deferred(
            "This is no rule pack that can be read: {reason}. Nothing was taken over, and the vault is unchanged. Ask "
            "whoever made it."
        ),
    ),
    "packs.PackSignatureError": says(
        REFUSED,
        deferred(
            "The signature does not fit what is in the rule pack: something was changed on the way. Nothing was taken "
            "over, and the vault is unchanged. Ask the publisher for it again."
        ),
    ),
    "packs.PackKeyError": says(
        REFUSED,
        deferred(
            "The rule pack calls itself {publisher}, but its key is {found} and not {known}, which you accepted. "
            "Nothing was taken over, and the vault is unchanged. Ask {publisher} in another way."
        ),
    ),
    "packs.PackVersionError": says(
        REFUSED,
        deferred(
            "The rule pack has number {version}, and you already had number {held}. Nothing was taken over, and the "
            "vault is unchanged. Ask for a newer one."
        ),
    ),
    "packs.PackExpiredError": says(
        REFUSED,
        deferred(
            "The rule pack has run out. Nothing was taken over, and the vault is "
            "unchanged. Ask for a newer one."
        ),
    ),
    "packs.PackOpensMoreError": says(
        REFUSED,
        deferred(
            "The rule pack would let a recipient see more than the program allows ({recipient}: {what}). Nothing was "
            "taken over, and the vault is unchanged. Ask whoever made it."
        ),
    ),
    "packs.FingerprintError": says(
        USAGE,
        deferred(
            "That is not the fingerprint of this rule pack’s key. Nothing was taken over. Its own is {found}. Compare "
            "it with the one that the publisher tells."
        ),
    ),
    "packs.NoSuchPackError": says(
        USAGE, deferred("No rule pack called “{name}” is in use. Nothing was changed.")
    ),
    "packs.TrustFileError": says(
        REFUSED,
        deferred(
            "The file with the keys that you accepted cannot be read: {path}. No rule pack is used until it can; the "
            "vault is unchanged. Remove the file to begin anew, and compare each key again."
        ),
    ),
    # -- paper
    "ui.PrinterError": says(
        DISK, deferred("The printer did not take it. Look at the printer, and try again.")
    ),
}
