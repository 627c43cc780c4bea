"""The made-up case of Mette Eks: three weeks, eight exhibits, three senders. For looking at whole dossiers."""

from __future__ import annotations

from app.casework.kinds.case import Author, CaseFacts
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.notification import NotificationFacts, NotificationPerson, NotificationText
from app.casework.kinds.view import ViewFacts
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.markup.shapes import Box, Frame, Number, Redaction
from app.vocabulary import AccessBasis, CaptureMethod, Channel, IncidentKind, Role, Visibility
from evidence_store import EntryId
from tests.unit.dossier.sample_case import SampleCase, made_post

_TORBEN = IncidentSender(
    handle="@torben.eks", profile_url="https://facebook.example/torben.eks", platform_id="100081234"
)
_KIM = IncidentSender(handle="@kim_nordby", profile_url="https://facebook.example/kim_nordby")
_LAST_POST = (
    "Så er det ude: Mette fra kommunen tog min søn fra os uden grund. Hun er korrupt."
    " Ring til hende privat på 12 34 56 78 …"
)
_LONG_LINK = "0?comment_id=100200300400500600700800900&reply_comment_id=998877665544332211"
_GROUP = "https://facebook.example/groups/nordby/posts/"


def whole_case() -> SampleCase:
    """Write the case."""
    case = SampleCase()
    case.add(CaseFacts(title="Min sag, efterår 2026", local_ref=""), "2026-11-03T17:20:00.000Z")
    case.add(
        Author(
            name="Mette Eks",
            job_title="socialrådgiver",
            workplace="Nordby Kommune, Familieafdelingen",
        ),
        "2026-11-03T17:21:00.000Z",
    )
    contact = case.add(
        ContactFacts(role=Role.MANAGER, organisation="Familieafdelingen"),
        contact=ContactPerson(name="Hanne Eks"),
    )
    case.add(
        ContactFacts(role=Role.UNION_CONSULTANT, organisation="Region Nord"),
        contact=ContactPerson(name="Jens Eks"),
    )
    exhibits = _exhibits(case)
    _incidents(case, exhibits)
    _told(case, contact)
    return case


def _post(case: SampleCase, time: str, size: tuple[int, int], name: str, words: str) -> EntryId:
    png = made_post(*size, name, "Borgere i Nordby · 3 t", words)
    return case.capture(
        png,
        time,
        size,
        url=f"{_GROUP}88{len(case.entries):03d}",
        method=CaptureMethod.REGION if size[0] < 1900 else CaptureMethod.SCREEN,
        context=size[0] == 1921,
    )


def _exhibits(case: SampleCase) -> list[EntryId]:
    made = [
        _post(
            case,
            "2026-11-03T17:25:11.000Z",
            (1280, 800),
            "Torben Eks",
            "Nogen der ved hvem Mette Eks på kommunen er? Hun har ødelagt vores familie.",
        ),
        _post(
            case,
            "2026-11-03T17:26:40.000Z",
            (1920, 1080),
            "Kim N.",
            "Del endelig videre. Hun skal ikke slippe af sted med det 😡🔥",
        ),
        _post(
            case,
            "2026-11-09T06:12:02.000Z",
            (1080, 5000),
            "Torben Eks",
            "Hele historien om Mette Eks. " * 30,
        ),
        _post(case, "2026-11-15T20:44:59.000Z", (900, 420), "Ukendt", "Vi ved hvor du bor."),
        _post(
            case,
            "2026-11-21T11:02:30.000Z",
            (1366, 768),
            "Kim N.",
            "Én stjerne. Værste sagsbehandler nogensinde.",
        ),
    ]
    made.append(
        case.add(
            FileFacts(
                added_at="2026-11-22T09:00:10.000Z",
                media_type="image/jpeg",
                size=2_412_331,
                width_px=1200,
                height_px=1600,
            ),
            "2026-11-22T09:00:11.000Z",
            png=b"\xff\xd8 not ours",
            media_type="image/jpeg",
            source=FileSource(name="KANARIE-filnavn.jpg"),
        )
    )
    case.add(
        ViewFacts(parent=made[-1], width_px=1200, height_px=1600),
        "2026-11-22T09:00:12.000Z",
        png=made_post(
            1200, 1600, "Sms fra ukendt nummer", "22. november", "Svar når folk ringer til dig."
        ),
    )
    made.append(
        case.add(
            FileFacts(
                added_at="2026-11-22T09:05:00.000Z", media_type="message/rfc822", size=48_120
            ),
            "2026-11-22T09:05:01.000Z",
            png=b"From: a@b.example",
            media_type="message/rfc822",
            source=FileSource(name="KANARIE-filnavn.eml"),
        )
    )
    made.append(
        _post(
            case,
            "2026-11-23T13:03:11.042Z",
            (1280, 800),
            "Torben Eks",
            _LAST_POST,
        )
    )
    _post(case, "2026-11-23T13:03:11.042Z", (1921, 1080), "Hele skærmen", "Alt muligt andet.")
    boxes = (Box(640, 262, 190, 30), Box(400, 325, 200, 30))
    case.add(
        WorkingCopyFacts(parent=made[-1], width_px=1280, height_px=800),
        "2026-11-23T13:10:00.000Z",
        png=made_post(
            1280,
            800,
            "Torben Eks",
            "Borgere i Nordby · 3 t",
            _LAST_POST,
            boxes,
        ),
        marks=WorkingCopyMarks(
            marks=(
                Number(200, 300, "Beskyldning om korruption og opfordring til at ringe privat"),
                Number(300, 400, "Trussel i kommentar fra Afsender B"),
            )
        ),
        redactions=WorkingCopyRedactions(
            redactions=(
                Redaction(boxes[0], "Maskeret: barn"),
                Redaction(boxes[1], "Maskeret: privat telefonnummer"),
            )
        ),
    )
    case.add(
        WorkingCopyFacts(parent=made[3], width_px=900, height_px=420),
        "2026-11-23T13:12:00.000Z",
        png=made_post(900, 420, "Ukendt", "Borgere i Nordby · 3 t", "Vi ved hvor du bor."),
        marks=WorkingCopyMarks(marks=(Frame(Box(100, 100, 300, 100)),)),
        redactions=WorkingCopyRedactions(),
    )
    return made


def _incidents(case: SampleCase, exhibits: list[EntryId]) -> None:
    first = case.add(
        IncidentFacts(
            platform="Facebook",
            venue_name="Borgere i Nordby",
            permalink=f"{_GROUP}88004",
            published_at_text="2 t",
            published_at="2026-11-03T15:10:00.000Z",
            first_seen_at="2026-11-03T17:00:00.000Z",
            visibility=Visibility.PUBLIC,
            audience="4.812 medlemmer",
            access_basis=AccessBasis.SHOWN_BY,
            exhibits=(exhibits[0],),
        ),
        "2026-11-03T17:30:00.000Z",
        sender=_TORBEN,
        sender_name=IncidentSenderName(display_name="KANARIE-Torben-Eks", relation="forælder"),
        text=IncidentText(
            quote="Nogen der ved hvem Mette Eks på kommunen er? Hun har ødelagt vores familie.",
            description="Jeg nævnes ved fulde navn i en gruppe for byens borgere.",
            why_offensive="Beskyldningen er rettet mod mig personligt og ikke mod afgørelsen.",
        ),
    )
    rows = (
        (
            IncidentKind.COMMENT,
            _KIM,
            "2026-11-03T16:40:00.000Z",
            (1,),
            "Del endelig videre. Hun skal ikke slippe af sted med det 😡🔥",
            "Kommentar under opslaget. ❤️ og 👍 fra 43 personer 👨‍👩‍👧.",
        ),
        (
            IncidentKind.POST,
            _TORBEN,
            "2026-11-08T21:00:00.000Z",
            (2,),
            "Hele historien om Mette Eks. Læs den, før den bliver slettet.",
            "Et langt opslag om forløbet. Dele af det er saglig kritik af en afgørelse.",
        ),
        (
            IncidentKind.MESSAGE,
            IncidentSender(),
            "2026-11-15T20:40:00.000Z",
            (3,),
            "Vi ved hvor du bor.",
            "Besked fra en profil uden navn og billede.",
        ),
        (
            IncidentKind.REVIEW,
            _KIM,
            "2026-11-21T10:00:00.000Z",
            (4,),
            "Én stjerne. Værste sagsbehandler nogensinde.",
            "",
        ),
        (
            IncidentKind.TEXT_MESSAGE,
            IncidentSender(handle="+45 00 00 00 00"),
            "2026-11-22T08:55:00.000Z",
            (5, 6),
            "Svar når folk ringer til dig.",
            "Sms fra et nummer, jeg ikke kender.",
        ),
        (
            IncidentKind.POST,
            _TORBEN,
            "2026-11-23T09:58:00.000Z",
            (7,),
            "Hun er korrupt. Ring til hende privat …",
            "Opslaget opfordrer andre til at ringe til mig privat.",
        ),
    )
    for form, sender, published, which, quote, description in rows:
        is_sms = form is IncidentKind.TEXT_MESSAGE
        case.add(
            IncidentFacts(
                form=form,
                platform="Sms" if is_sms else "Facebook",
                venue_name="" if is_sms or form is IncidentKind.MESSAGE else "Borgere i Nordby",
                permalink="" if is_sms else f"{_GROUP}88{published[8:10]}{_LONG_LINK}",
                published_at_text="" if is_sms else "3 t",
                published_at=published,
                first_seen_at=published[:11] + "23:30:00.000Z",
                visibility=Visibility.PRIVATE
                if form in (IncidentKind.MESSAGE, IncidentKind.TEXT_MESSAGE)
                else Visibility.PUBLIC,
                audience="" if is_sms else "4.812 medlemmer",
                access_basis=AccessBasis.PUBLIC,
                exhibits=tuple(exhibits[at] for at in which),
            ),
            "2026-11-23T14:00:00.000Z",
            sender=sender,
            sender_name=IncidentSenderName(
                display_name="KANARIE-Torben-Eks" if sender is _TORBEN else ""
            ),
            text=IncidentText(quote=quote, description=description),
        )
    case.add(
        IncidentFacts(
            platform="Facebook",
            venue_name="Borgere i Nordby",
            permalink=f"{_GROUP}88004",
            published_at_text="2 t",
            published_at="2026-11-03T15:12:00.000Z",
            first_seen_at="2026-11-03T17:00:00.000Z",
            visibility=Visibility.PUBLIC,
            audience="4.812 medlemmer",
            access_basis=AccessBasis.SHOWN_BY,
            exhibits=(exhibits[0],),
            corrects=first,
        ),
        "2026-11-23T15:00:00.000Z",
        sender=_TORBEN,
        sender_name=IncidentSenderName(display_name="KANARIE-Torben-Eks", relation="forælder"),
        text=IncidentText(
            quote="Nogen der ved hvem Mette Eks på kommunen er? Hun har ødelagt vores familie.",
            description="Jeg nævnes ved fulde navn i en gruppe for byens borgere.",
            why_offensive="Beskyldningen er rettet mod mig personligt og ikke mod afgørelsen.",
        ),
    )


def _told(case: SampleCase, contact: EntryId) -> None:
    rows = (
        (
            Role.MANAGER,
            "2026-11-03T18:00:00.000Z",
            Channel.PHONE,
            "Hanne Eks",
            "Fortalte om det første opslag og bad om et møde.",
            "Jeg vender tilbage i morgen.",
            "2026-11-04T08:15:00.000Z",
        ),
        (
            Role.SAFETY_REP,
            "2026-11-04T09:00:00.000Z",
            Channel.CONVERSATION,
            "Lise Eks",
            "Viste opslag og kommentar.",
            "",
            "",
        ),
        (
            Role.COLLEAGUE,
            "2026-11-09T07:30:00.000Z",
            Channel.MEETING,
            "Bo Eks",
            "Talte om, hvad vi gør, hvis nogen ringer.",
            "",
            "",
        ),
        (
            Role.MANAGER,
            "2026-11-16T07:30:00.000Z",
            Channel.MAIL,
            "Hanne Eks",
            "Sendte en mail om truslen og spurgte til politianmeldelse.",
            "",
            "",
        ),
        (
            Role.DOCTOR,
            "2026-11-17T10:00:00.000Z",
            Channel.PHONE,
            "KANARIE-laege",
            "KANARIE-laege",
            "",
            "",
        ),
        (
            Role.SHOP_STEWARD,
            "2026-11-17T12:00:00.000Z",
            Channel.PHONE,
            "Per Eks",
            "Bad om råd.",
            "Kontakt konsulenten.",
            "2026-11-17T12:00:00.000Z",
        ),
    )
    for role, at, channel, name, said, reply, reply_at in rows:
        case.add(
            NotificationFacts(
                role=role,
                at=at,
                channel=channel,
                reply_at=reply_at,
                contact=contact if role is Role.MANAGER else None,
                follow_up_on="2026-11-30" if role is Role.MANAGER and not reply else "",
            ),
            at,
            to=NotificationPerson(name=name),
            text=NotificationText(said=said, reply=reply),
        )
