"""What a witness reads: the words that are offered to sign, and those of the page for a device of their own."""

from __future__ import annotations

from app.language import Language


def usual_words(number: int, language: Language) -> str:
    """Return what most witnesses will say; they can change it."""
    return language.text(
        "I have seen the post on a screen myself. It looked as it does in exhibit {number}.",
        number=number,
    )


def page_texts(number: int, language: Language) -> dict[str, object]:
    """Return the texts of the page, by the places where they stand."""
    text = language.text
    return {
        "page": {
            "title": text("I have seen the post"),
            "lead": text(
                "Look at the post itself. Then write what you saw, and sign. Nothing is sent by this page."
            ),
            "about": text("You sign for exhibit {number}. Its receipt code is", number=number),
            "compare": text("Compare the code with the one on your colleague’s screen."),
            "name-label": text("Your name"),
            "words-label": text("What you saw, in your own words"),
            "sign": text("Sign"),
            "shows": text(
                "The signature shows that the statement has not changed since. Write only what you saw yourself."
            ),
            "done-text": text("Signed. Save the file, and give it to your colleague."),
            "key-label": text("The fingerprint of your key"),
            "key-help": text(
                "Write it down, or take a picture of it. The key itself is thrown away, and nobody can sign with "
                "it again."
            ),
            "save": text("Save the file"),
            "share": text("Share the file …"),
            "foot": text("The page is from the program Bevismappe. It works without a network."),
        },
        "words": usual_words(number, language),
        "no_name": text("Write your name first."),
        "no_words": text("Write what you saw first."),
        "too_long": text("It is too long. Say it in fewer words."),
        "cannot": text(
            "This browser cannot sign here. Open the file on a computer, or sign on paper."
        ),
        "file": text("witness-exhibit-{number}", number=number) + ".txt",
    }
