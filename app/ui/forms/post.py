"""The form for a post or another event: the link first, and nothing that must be filled in. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.actions.open_case import OpenCase
from app.actions.record_facts import record_incident
from app.casework import Exhibit, Incident, Platform, guess_platform
from app.casework.records import (
    CaptureFacts,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.language import Language
from app.ui.forms.model import Field, FieldKind, Section, Sheet, Values, options
from app.ui.forms.things import as_it_stands, draft_key, thing_to_correct
from app.ui.forms.times import Clocks
from app.vocabulary import AccessBasis, IncidentKind, Visibility, moment_of
from evidence_store import EntryId


class PostForm:
    """One post: a new one, one that an exhibit shows, or a correction."""

    def __init__(
        self,
        case: OpenCase,
        language: Language,
        platforms: Sequence[Platform],
        about: EntryId | None = None,
        incident: EntryId | None = None,
    ) -> None:
        self._language = language
        self._platforms = platforms
        self._clocks = Clocks()
        self._corrects, self._old = thing_to_correct(case, incident, Incident)
        exhibit = case.state.exhibit_of(about) if about is not None else None
        self._exhibit = exhibit if self._old is None else None
        target = self._corrects or (self._exhibit.original if self._exhibit else None)
        self.key = draft_key(case, "post", target, correction=self.corrects)
        self.before: Values = self._fill(self._old, self._clocks)
        self.sheet = self._sheet()
        self.whole = False
        self.done = language.text("The post’s details are saved and locked")

    @property
    def corrects(self) -> bool:
        """Whether something sealed is corrected."""
        return self._corrects is not None

    def follow(self, changed: str, values: Values) -> Values:
        """The platform follows the link as long as nobody wrote another one."""
        if changed != "url":
            return {}
        known = {platform.name for platform in self._platforms} | {""}
        guess = guess_platform(values["url"], self._platforms)
        return {"platform": guess} if guess and values["platform"] in known else {}

    def seal(self, case: OpenCase, values: Values) -> EntryId:
        """Seal one entry; what the form does not show stays as it was."""
        old = self._old
        facts = old.facts if old else IncidentFacts()
        sender = as_it_stands(old and old.sender, IncidentSender)
        exhibits = (self._exhibit.original,) if self._exhibit else facts.exhibits
        return record_incident(
            case,
            IncidentFacts(
                form=IncidentKind(values["form"]),
                platform=values["platform"],
                venue_name=values["venue"],
                url=values["url"],
                permalink=values["permalink"],
                published_at_text=values["shown_time"],
                published_at=self._clocks.time("published", values["published"]),
                first_seen_at=self._clocks.time("first_seen", values["first_seen"]),
                visibility=Visibility(values["visibility"]),
                audience=values["audience"],
                access_basis=AccessBasis(values["access"]),
                exhibits=exhibits,
                corrects=self._corrects,
            ),
            IncidentSender(
                handle=values["handle"],
                profile_url=values["profile_url"],
                platform_id=sender.platform_id,
            ),
            IncidentSenderName(display_name=values["name"], relation=values["relation"]),
            IncidentText(
                quote=values["quote"],
                why_offensive=values["why"],
                description=values["description"],
            ),
            draft=self.key,
        )

    def _fill(self, old: Incident | None, clocks: Clocks) -> Values:
        facts = old.facts if old else IncidentFacts(url=_address(self._exhibit))
        sender = as_it_stands(old and old.sender, IncidentSender)
        name = as_it_stands(old and old.sender_name, IncidentSenderName)
        said = as_it_stands(old and old.text, IncidentText)
        platform = facts.platform or ("" if old else guess_platform(facts.url, self._platforms))
        return {
            "url": facts.url,
            "platform": platform,
            "name": name.display_name,
            "quote": said.quote,
            "shown_time": facts.published_at_text,
            "visibility": facts.visibility.value,
            "why": said.why_offensive,
            "description": said.description,
            "form": facts.form.value,
            "venue": facts.venue_name,
            "permalink": facts.permalink,
            "handle": sender.handle,
            "profile_url": sender.profile_url,
            "relation": name.relation,
            "published": clocks.show_time("published", facts.published_at),
            "first_seen": clocks.show_time("first_seen", facts.first_seen_at),
            "audience": facts.audience,
            "access": facts.access_basis.value,
        }

    def _sheet(self) -> Sheet:
        text = self._language.text
        lead = text("Fill in what you know. Every field can wait, and can be corrected later.")
        title = text("About the post")
        if self._exhibit is not None:
            title = text("About the post in Exhibit {number}", number=self._exhibit.number)
        return Sheet(
            title=text("Correct what is said about the post") if self.corrects else title,
            lead=lead,
            notice=_taken(self._exhibit, self._language),
            sections=(self._first(), self._why(), self._more(), self._when()),
        )

    def _first(self) -> Section:
        text = self._language.text
        return Section(
            text("The post"),
            (
                Field(
                    "url",
                    text("Link"),
                    help=text("The address from the browser’s address line."),
                ),
                Field(
                    "platform",
                    text("Platform"),
                    help=text("Found from the link where it is known."),
                ),
                Field("name", text("Who wrote it"), help=text("The name shown on the profile.")),
                Field(
                    "quote",
                    text("What it says"),
                    FieldKind.AREA,
                    help=text("Word for word, as much as matters."),
                    lines=4,
                ),
                Field(
                    "shown_time",
                    text("When it was posted, as shown"),
                    help=text("Exactly what the page says, such as “3 h” or “yesterday at 20.15”."),
                ),
                Field(
                    "visibility",
                    text("Who could see it"),
                    FieldKind.CHOICE,
                    options=options(Visibility, self._language),
                ),
            ),
        )

    def _why(self) -> Section:
        text = self._language.text
        return Section(
            text("In your own words"),
            (
                Field("why", text("Why it offends"), FieldKind.AREA),
                Field(
                    "description",
                    text("What happened, told neutrally"),
                    FieldKind.AREA,
                    help=text("What a stranger would see. This may stand in a dossier."),
                ),
            ),
        )

    def _more(self) -> Section:
        text = self._language.text
        return Section(
            text("More about place and sender"),
            (
                Field(
                    "form",
                    text("What it is"),
                    FieldKind.CHOICE,
                    options=options(IncidentKind, self._language),
                ),
                Field("venue", text("Page or group")),
                Field("permalink", text("Direct link to the post")),
                Field("handle", text("The sender’s user name")),
                Field("profile_url", text("Link to the profile")),
                Field(
                    "relation",
                    text("The sender’s relation to your workplace"),
                    help=text("Such as citizen or relative. No names and no numbers are needed."),
                ),
            ),
            folded=True,
        )

    def _when(self) -> Section:
        text = self._language.text
        form = text("Such as 23.11.2026 at 14.03")
        return Section(
            text("More about times and access"),
            (
                Field(
                    "published",
                    text("When it was posted, established"),
                    FieldKind.TIME,
                    help=text("Only when you know day and time of day."),
                    placeholder=form,
                ),
                Field(
                    "first_seen", text("When you first saw it"), FieldKind.TIME, placeholder=form
                ),
                Field(
                    "audience",
                    text("How many could see it"),
                    help=text("Such as the number of members."),
                ),
                Field(
                    "access",
                    text("How you came to see it"),
                    FieldKind.CHOICE,
                    options=options(AccessBasis, self._language),
                ),
            ),
            folded=True,
        )


def _address(exhibit: Exhibit | None) -> str:
    facts = exhibit.facts if exhibit is not None else None
    return facts.url if isinstance(facts, CaptureFacts) else ""


def _taken(exhibit: Exhibit | None, language: Language) -> str:
    sealed = moment_of(exhibit.time) if exhibit is not None else None
    if exhibit is None or sealed is None:
        return ""
    return language.text(
        "Exhibit {number} is saved and locked since {moment}.",
        number=exhibit.number,
        moment=language.moment(sealed),
    )
