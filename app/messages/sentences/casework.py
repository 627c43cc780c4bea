"""What is said of the errors of the case and of marks on pictures."""

from __future__ import annotations

from app.language import deferred
from app.messages.sentences.sentence import DAMAGED_PROGRAM, REFUSED, USAGE, Sentence, says

SENTENCES: dict[str, Sentence] = {
    # -- the case
    "casework.NoSuchCaseError": says(
        USAGE,
        deferred("There is no case “{wanted}”. Nothing was changed. Choose another under “Case”."),
        typed=deferred(
            "There is no case “{wanted}”. Nothing was changed. “bevismappe case” lists the cases."
        ),
    ),
    "casework.SeveralCasesError": says(
        USAGE,
        deferred("{count} cases fit. Nothing was changed. Choose one under “Case”."),
        typed=deferred(
            "{count} cases fit. Nothing was changed. Say which one with --case and its number."
        ),
    ),
    "casework.UnknownReferenceError": says(
        USAGE,
        deferred(
            "There is no item “{typed}”. Nothing was changed. The timeline shows what there is."
        ),
        typed=deferred(
            "There is no item “{typed}”. Nothing was changed. “bevismappe list” shows what there is."
        ),
    ),
    "casework.NotErasableThingError": says(
        USAGE,
        deferred(
            "That cannot be erased by itself. Nothing was changed. Erase the exhibit, the note or the report that it "
            "belongs to."
        ),
    ),
    "casework.NoNameOfWitnessError": says(
        USAGE,
        deferred("Nothing was signed: there is no name. Have the witness type their own name."),
    ),
    "casework.NoWordsOfWitnessError": says(
        USAGE,
        deferred(
            "Nothing was signed: nothing is said. Have the witness write what they saw, in their own words."
        ),
    ),
    "casework.LongStatementError": says(
        USAGE,
        deferred(
            "Nothing was signed: it is too long. At most {lines} lines of {signs} letters. Say it in fewer words."
        ),
    ),
    "casework.StatementError": says(
        REFUSED,
        deferred(
            "The statement of the witness does not hold. Nothing was saved. Have them sign again."
        ),
    ),
    "casework.NoStatementError": says(
        REFUSED,
        deferred(
            "That file is no signed statement, or not all of it. Nothing was saved. Ask the witness for the file that "
            "the page saved."
        ),
    ),
    "casework.UnsignedStatementError": says(
        REFUSED,
        deferred(
            "The signature does not fit what the file says. Nothing was saved. It was changed after it was signed, or "
            "not all of it arrived. Ask the witness to sign again."
        ),
    ),
    "casework.ForeignStatementError": says(
        REFUSED,
        deferred(
            "The statement is about an exhibit that is not in this case. Nothing was saved. Open the case it belongs "
            "to, and take it in there."
        ),
    ),
    "casework.StatementAgainError": says(
        REFUSED,
        deferred(
            "This statement is in the case already. Nothing was saved once more. The first one stands as it is."
        ),
    ),
    "casework.AlreadyErasedError": says(
        REFUSED, deferred("Nothing of it is left: it was erased before. Nothing was changed.")
    ),
    "casework.NothingLeftInCaseError": says(
        REFUSED,
        deferred("Nothing is left of this case: it was erased before. Nothing was changed."),
    ),
    "actions.NoSuchPersonError": says(
        USAGE,
        deferred("Nobody is called “{called}” here. Nothing was changed. Look at the list."),
        typed=deferred(
            "Nobody has the mark “{called}”. Nothing was changed. “bevismappe people” lists who there is; a sender "
            "comes with a post, so use --mark with the letter."
        ),
    ),
    "actions.TooFewSourcesError": says(
        REFUSED,
        deferred(
            "Nothing was compared: two exhibits with words or a picture are needed. What is saved is as it was. Save "
            "the post in one more way, such as a saved page, and try again."
        ),
    ),
    "actions.NotAFilmError": says(
        USAGE,
        deferred(
            "Exhibit {number} is no film that can be seen here, so it has no frames. Nothing was changed. Choose a"
            " film."
        ),
    ),
    "actions.NoSuchMomentError": says(
        USAGE,
        deferred(
            "The film in exhibit {number} ends before that. Nothing was changed. Choose a moment that it has."
        ),
    ),
    "actions.NothingCoveredError": says(
        USAGE,
        deferred(
            "Nothing is covered in that clip and nothing left out, so none was made. Nothing was changed. Draw a box,"
            " or leave the sound out."
        ),
    ),
    "actions.CoverPlaceError": says(
        USAGE,
        deferred(
            "Place {position} lies outside the frames or outside the clip. Nothing was changed. Choose it within both."
        ),
    ),
    "actions.NamelessPersonError": says(
        USAGE,
        deferred("Nothing was noted. Write a name, a user name or the id of a profile."),
    ),
    "naming.UnreadableRegisterError": says(
        REFUSED,
        deferred(
            "The list of people who are called by another name cannot be read, so nothing may leave. All evidence is "
            "safe. A newer program may have written it: use that one."
        ),
    ),
    "casework.NotAnExhibitError": says(
        USAGE,
        deferred("“{typed}” is no exhibit. Nothing was changed. The timeline shows the exhibits."),
        typed=deferred(
            "“{typed}” is no exhibit. Nothing was changed. “bevismappe list --exhibits” shows the exhibits."
        ),
    ),
    "casework.NoPictureError": says(
        REFUSED,
        deferred(
            "Exhibit {number} is kept as a file and cannot be shown as a picture, so nothing can be marked"
            " or "
            "covered on it. The file is safe."
        ),
    ),
    "casework.LayerUnreadableError": says(
        REFUSED,
        deferred(
            "What the last copy of Exhibit {number} covered can no longer be read. No new copy was made, "
            "since "
            "it could show what was covered before. The original is safe."
        ),
    ),
    "casework.LogMovedError": says(
        REFUSED,
        deferred(
            "Something was saved while the dossier was made, so its receipt code is no longer the newest. No "
            "dossier was made; what was saved is safe. Make it once more."
        ),
    ),
    "casework.AmountError": says(
        USAGE,
        deferred(
            "“{typed}” is not understood as an amount. Nothing was changed. Write it as 1250.50."
        ),
    ),
    "casework.NumberError": says(
        USAGE,
        deferred("“{typed}” is no whole number from {lowest} to {highest}. Nothing was changed."),
    ),
    "casework.NoFileTakenError": says(
        USAGE, deferred("No file can be kept with it. Nothing was saved. Add the file to the case.")
    ),
    "casework.ClockMissingError": says(
        USAGE,
        deferred(
            "“{typed}” has no time of day. Nothing was changed. Write it as 23 Nov 2026 14:03."
        ),
    ),
    "casework.TimeFormError": says(
        USAGE,
        deferred(
            "“{typed}” is not understood as a time. Nothing was changed. Write it as 23 Nov 2026 14:03."
        ),
    ),
    "casework.DayMissingError": says(
        USAGE,
        deferred("“{typed}” has no day. Nothing was changed. Write it as 23 Nov 2026 14:03."),
    ),
    "casework.WeekdayError": says(
        USAGE,
        deferred(
            "Day and date do not fit together in “{typed}”. Nothing was changed. Look it up, or leave the "
            "day of the week out."
        ),
    ),
    "casework.TimeSkippedError": says(
        USAGE,
        deferred(
            "“{typed}” did not exist: the clocks went forward that night. Nothing was changed."
        ),
    ),
    "casework.TimeTwiceError": says(
        USAGE,
        deferred(
            "“{typed}” came twice: the clocks went back that night. Nothing was changed. Add {first} or "
            "{second}."
        ),
    ),
    "casework.UnwritableTextError": says(
        REFUSED,
        deferred(
            "The text holds characters that cannot be saved. Nothing was changed. Write them anew."
        ),
    ),
    "casework.UnreadableRecordError": says(
        REFUSED,
        deferred(
            "What was to be saved ({kind}) would not read back as it was written. Nothing was changed. "
            "Write it "
            "another way."
        ),
    ),
    "casework.OnlyAnExampleError": says(
        REFUSED,
        deferred(
            "This is the example, so nothing was saved in it. Close the example first. Then it can go into your own "
            "case."
        ),
    ),
    "casework.NothingSaidError": says(
        USAGE, deferred("Nothing is said in it. Nothing was saved. A few words are enough.")
    ),
    "casework.CprGivenError": says(
        USAGE,
        deferred("There is something like a CPR number in it. Nothing was saved. Leave it out."),
    ),
    "casework.NameGivenError": says(
        USAGE,
        deferred(
            "There is something like a name in it: two words with capital letters. Nothing was saved. Write a"
            " cover name."
        ),
    ),
    "casework.OfferAlreadySharedError": says(
        USAGE,
        deferred("You have shared it before, as entry {seq}. Nothing was changed."),
    ),
    "casework.ConsentMissingError": says(
        REFUSED,
        deferred(
            "You have not said yes to sharing private entry {seq} with this recipient. Nothing was made."
        ),
    ),
    "casework.ConsentOutdatedError": says(
        REFUSED,
        deferred(
            "You have corrected private entry {seq} since you said yes. Nothing was made. Say yes to it as it"
            " stands now."
        ),
    ),
    "casework.ConsentFileMissingError": says(
        REFUSED,
        deferred(
            "You have said yes to sharing private entry {seq}, but not its file. Nothing was made."
        ),
    ),
    "casework.NoFileToShareError": says(
        REFUSED,
        deferred("Private entry {seq} has no file that can be shared. Nothing was saved."),
    ),
    "casework.NotOfferedError": says(
        REFUSED,
        deferred("This recipient’s report has no place for private entry {seq}. Nothing was made."),
    ),
    "casework.NotThatKindError": says(
        USAGE,
        deferred(
            "Entry {seq} is of another kind than can stand there. Nothing was saved. The timeline shows "
            "what there is."
        ),
        typed=deferred(
            "Entry {seq} is of another kind than can stand there. Nothing was saved. “bevismappe list” "
            "shows what "
            "there is."
        ),
    ),
    "casework.AboutPrivateError": says(
        USAGE,
        deferred(
            "What others may read cannot be about a private note. Nothing was saved. Make it private, or "
            "leave the "
            "private note out."
        ),
    ),
    "casework.EmptyNoteError": says(
        USAGE, deferred("The note has no words. Nothing was saved. Write what happened.")
    ),
    "casework.EmptyIncidentError": says(
        USAGE,
        deferred(
            "Nothing is said about the event. Nothing was saved. A link or a few words are enough."
        ),
    ),
    "casework.EmptyContactError": says(
        USAGE,
        deferred(
            "The contact has neither name nor workplace, phone or mail. Nothing was saved. Write one of them."
        ),
    ),
    "casework.PlatformTableError": says(REFUSED, DAMAGED_PROGRAM),
    "casework.RuleTableError": says(REFUSED, DAMAGED_PROGRAM),
    "casework.ReviewTableError": says(REFUSED, DAMAGED_PROGRAM),
    "casework.PreventionTableError": says(REFUSED, DAMAGED_PROGRAM),
    "casework.LetterTableError": says(REFUSED, DAMAGED_PROGRAM),
    # -- marks and black boxes
    "markup.LayerError": says(
        REFUSED,
        deferred(
            "Shape {position} does not fit the picture: {reason}. No copy was made; the original is "
            "untouched."
        ),
    ),
    "markup.ShapesError": says(
        REFUSED,
        deferred(
            "The file with the marks is not understood at mark {position}: {reason} {field}. No copy was "
            "made; the original is untouched. See docs/shapes.md."
        ),
    ),
    "markup.RedactionFormError": says(
        USAGE,
        deferred(
            "“{typed}” is not understood as a place to cover. Nothing was changed. Write it as "
            "X,Y,W,H:REASON, such as 120,80,200,24:name."
        ),
    ),
}


# What an error's reason means, by its code; shown in the place of the code.
REASONS: dict[str, str] = {
    "own": deferred("it was made in this vault"),
    "other case": deferred("it was taken over into another case of this vault"),
    "fork": deferred("its log is another one than the one that was taken over before"),
    "covered": deferred(
        "a copy of it is covered with black, and the original shows what is under it"
    ),
    "damaged": deferred("it is damaged"),
    "device": deferred("Windows keeps that name for itself"),
    "end": deferred("it ends in a dot or a blank"),
    "engine": deferred("the part of the program that reads text is missing"),
    "erased": deferred("it was erased"),
    "language": deferred(
        "the data for Danish text is missing (in Debian the package tesseract-ocr-dan)"
    ),
    "long": deferred("the name or the path is too long"),
    "missing_field": deferred("a field is missing:"),
    "no_marks": deferred("it holds no marks"),
    "no_reason": deferred("the reason is missing"),
    "no_size": deferred("it has no size"),
    "no_text": deferred("it has no words"),
    "points": deferred("it has too few points or too many"),
    "not_for_recipient": deferred("this recipient gets no such files"),
    "not_included": deferred("the exhibit is not in the report"),
    "not_json": deferred("it is not JSON"),
    "out_of_memory": deferred("it needs too much memory"),
    "outside": deferred("it lies outside the picture"),
    "sign": deferred("it has a sign that means something else there, such as : or ?"),
    "text_size": deferred("the size of its words cannot be used"),
    "timed_out": deferred("it takes too long"),
    "too_large": deferred("it is too large"),
    "too_long": deferred("its words are too long"),
    "too_many": deferred("there are too many"),
    "unknown_field": deferred("a field is not known:"),
    "unknown_shape": deferred("the shape is not known"),
    "unsupported": deferred("it is of a kind that is not shown"),
    "locked": deferred("it asks for a password"),
    "without_limits": deferred("this computer sets no limits to the program that reads pictures"),
    "wrong_value": deferred("a value cannot be used:"),
}
