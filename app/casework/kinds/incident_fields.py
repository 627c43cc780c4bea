"""What a person may say of a post or other event, field by field."""

from __future__ import annotations

from app.casework.fields import After, Field, FieldKind, FieldSection, Width
from app.casework.kinds.incident_more import (
    BASIS_FIELDS,
    CONTENT_FIELDS,
    RELATION_FIELDS,
    SENDER_FIELDS,
    TIME_FIELDS,
    MoreDraft,
)
from app.casework.times import TimeDoubt
from app.language import deferred
from app.vocabulary import AccessBasis, IncidentKind, Visibility
from evidence_store import EntryId


class IncidentDraft(MoreDraft, frozen=True, kw_only=True):
    """A post or other event as a person gives it."""

    url: str | None = None
    platform: str | None = None
    name: str | None = None
    quote: str | None = None
    shown_time: str | None = None
    visibility: Visibility | None = None
    why: str | None = None
    description: str | None = None
    form: IncidentKind | None = None
    venue: str | None = None
    permalink: str | None = None
    handle: str | None = None
    profile_url: str | None = None
    platform_id: str | None = None
    relation: str | None = None
    published: str | None = None
    first_seen: str | None = None
    audience: str | None = None
    access: AccessBasis | None = None
    exhibits: tuple[EntryId, ...] | None = None


_TIME_FORM = deferred("Such as 23 Nov 2026 14:03 or yesterday 21:30")
_POST = (
    Field(
        name="url",
        label=deferred("Link"),
        help=deferred("The address from the browser’s address line."),
        option_help=deferred("address"),
    ),
    Field(
        name="name",
        part="sender_name",
        attr="display_name",
        label=deferred("Who wrote it"),
        placeholder=deferred("The name on the profile"),
        option="profile_name",
        option_help=deferred("name shown on the profile"),
    ),
    Field(
        name="shown_time",
        attr="published_at_text",
        since_picture=True,
        right_of="name",
        label=deferred("When, as shown"),
        placeholder=deferred("3 h, or yesterday 20:15"),
        option_help=deferred("time of the post exactly as shown"),
    ),
    Field(
        name="quote",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What it says"),
        help=deferred("Word for word, as much as matters."),
        lines=4,
        option_help=deferred("the words themselves"),
    ),
    Field(
        name="quote_from",
        part="quote_from",
        attr="readings",
        kind=FieldKind.ENTRIES,
        of=("picture_text",),
        option_help=deferred(
            "a text read in a picture that the words come from, as read-text --seal names it; several are possible"
        ),
    ),
    Field(
        name="visibility",
        kind=FieldKind.CHOICE,
        choices=Visibility,
        first=Visibility.UNKNOWN,
        in_sight=True,
        label=deferred("Who could see it"),
        option_help=deferred("who could see it"),
    ),
    Field(
        name="exhibits",
        kind=FieldKind.ENTRIES,
        of=("exhibit",),
        option="exhibit",
        option_help=deferred("an exhibit that shows it"),
        label=deferred("Pictures of the post"),
        shown=deferred("Shown by exhibit"),
    ),
)
_OWN_WORDS = (
    Field(
        name="why",
        part="text",
        attr="why_offensive",
        kind=FieldKind.AREA,
        label=deferred("Why it offends"),
        option_help=deferred("what is offensive about it"),
    ),
    Field(
        name="description",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What happened, told neutrally"),
        help=deferred("What a stranger would see. This may stand in a report."),
        option_help=deferred("what happened, neutrally"),
    ),
)
_MORE = (
    Field(
        name="platform",
        label=deferred("Platform"),
        help=deferred("Found from the link where it is known."),
        told_under="url",
        width=Width.NAME,
        option_help=deferred("platform"),
    ),
    Field(
        name="form",
        kind=FieldKind.CHOICE,
        choices=IncidentKind,
        first=IncidentKind.POST,
        label=deferred("What it is"),
        option_help=deferred("its form"),
    ),
    Field(
        name="venue",
        attr="venue_name",
        label=deferred("Page or group"),
        option_help=deferred("page or group"),
    ),
    Field(
        name="permalink",
        label=deferred("Direct link to the post"),
        told_under="url",
        option_help=deferred("direct link to the post"),
    ),
    Field(
        name="handle",
        part="sender",
        label=deferred("The sender’s user name"),
        told_under="url",
        option_help=deferred("user name"),
    ),
    Field(
        name="profile_url",
        part="sender",
        label=deferred("Link to the profile"),
        told_under="url",
        option_help=deferred("address of the profile"),
    ),
    Field(
        name="platform_id",
        part="sender",
        label=deferred("Profile id"),
        help=deferred("The number that stays, also when the name is changed."),
        told_under="url",
        option_help=deferred("number of the profile"),
    ),
    Field(
        name="relation",
        part="sender_name",
        label=deferred("The sender’s relation to your workplace"),
        help=deferred("Such as citizen or relative. No names and no numbers are needed."),
        option_help=deferred("relation to the workplace"),
    ),
)
_WHEN = (
    Field(
        name="published",
        attr="published_at",
        kind=FieldKind.TIME,
        since_picture=True,
        label=deferred("When it was posted, established"),
        help=deferred("Only when you know day and time of day, such as yesterday 21:30."),
        option_help=deferred("established time"),
    ),
    Field(
        name="first_seen",
        attr="first_seen_at",
        kind=FieldKind.TIME,
        after=(After("published", TimeDoubt.SEEN_BEFORE_POSTED),),
        label=deferred("When you first saw it"),
        help=_TIME_FORM,
        option_help=deferred("when you saw it first"),
    ),
    Field(
        name="audience",
        label=deferred("How many could see it"),
        help=deferred("Such as the number of members."),
        option_help=deferred("such as the number of members"),
    ),
    Field(
        name="access",
        attr="access_basis",
        kind=FieldKind.CHOICE,
        choices=AccessBasis,
        first=AccessBasis.UNKNOWN,
        label=deferred("How you came to see it"),
        option_help=deferred("how you came to see it"),
    ),
)

SECTIONS = (
    FieldSection(deferred("The post"), _POST),
    FieldSection(deferred("In your own words"), _OWN_WORDS),
    FieldSection(deferred("Place and sender"), (*_MORE, *SENDER_FIELDS), folded=True),
    FieldSection(deferred("Times and access"), (*_WHEN, *TIME_FIELDS), folded=True),
    FieldSection(deferred("What is in it, and whom it hits"), CONTENT_FIELDS, folded=True),
    FieldSection(deferred("How you know it"), BASIS_FIELDS, folded=True),
    FieldSection(deferred("What it belongs together with"), RELATION_FIELDS, folded=True),
)
