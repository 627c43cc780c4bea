"""A mail with the report in it that nobody has sent: a file that the person's own mail program opens as a draft.

The program sends nothing and knows no receiver: the person types that, reads it once more, and sends it or does not.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from app.language import Language
from atomic_file import write_atomically

_PDF = ("application", "pdf")


def mail_draft(pdf: Path, target: Path, language: Language) -> None:
    """Write the draft to ``target``, which is replaced, with the report as it lies at ``pdf``.

    The name of the file in the mail is made up here, so that no name of a folder or person goes along.

    Raises:
        OSError: it could not be read or written; nothing of it is left.
    """
    text = language.text
    message = EmailMessage(policy=SMTP)
    # Outlook opens such a mail as one that is still to be sent.
    message["X-Unsent"] = "1"
    message["Subject"] = text("Documentation, confidential")
    message.set_content(
        text("Here is my documentation. The receipt code comes to you another way.") + "\n"
    )
    main, sub = _PDF
    message.add_attachment(
        pdf.read_bytes(), maintype=main, subtype=sub, filename=text("documentation.pdf")
    )
    with write_atomically(target) as file:
        file.write(message.as_bytes())
