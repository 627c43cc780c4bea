"""One form about one thing, built from the fields of its kind. No Qt.

Rules:
- A new one begins with what its kind says, a correction with what stands.
- What the form does not show stays as it was.
- A time or an entry that is not touched stays exactly what it was, though the field shows less of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from app.actions.open_case import OpenCase
from app.actions.quote_read import ReadInPicture
from app.casework import NOBODY as NO_ENTRY
from app.casework import (
    Exhibit,
    FieldKind,
    Platform,
    TimeError,
    danish_day,
    noon_of,
)
from app.casework import Field as KindField
from app.casework.kinds.capture import CaptureFacts
from app.clock import stamp
from app.language import Language
from app.ui.forms import counted, offered
from app.ui.forms.about import FormAbout
from app.ui.forms.from_link import FromLink
from app.ui.forms.model import FormField, FormSection, Sheet, Values, joined, parted
from app.ui.forms.offered import Offered, says_enough
from app.ui.forms.paper import no_paper, seal_with, with_paper
from app.ui.forms.refused import words_complaint
from app.ui.forms.same_post import SamePost, same_post
from app.ui.forms.shown_field import as_shown, choices_of
from app.ui.forms.times import Clocks, complaint
from app.ui.forms.whole_series import about_notice, numbers_of
from app.ui.routes import Write
from app.vocabulary import Zone, moment_of
from evidence_store import EntryId

_ENTRIES = {FieldKind.ENTRY, FieldKind.ENTRIES}
_TIMES = {FieldKind.TIME, FieldKind.DAY}


class Form:
    """One form about one thing.

    Attributes:
        key: names its draft in the vault.
        sheet: what is shown.
        before: what stands in the fields when it is opened; every field has a value.
        first: the same with an exhibit that comes along to a correction.
        corrects: whether something sealed is corrected.
        whole: whether it says something even when nothing was changed in it.
        done: what is said when it is sealed.
    """

    def __init__(
        self, case: OpenCase, language: Language, platforms: Sequence[Platform], route: Write
    ) -> None:
        self._language = language
        self._case = case
        self._from_link = FromLink(platforms)
        self._of = FormAbout(case.state, route)
        self._kind, self._thing, self._exhibit = self._of.kind, self._of.thing, self._of.exhibit
        self.corrects = self._of.corrects
        self._clocks = Clocks(language, self._of.picture_time())
        self._shown = [field for field in self._kind.fields if field.label]
        # What was set to now because of what another field says, as it was shown.
        self._set_to_now: dict[str, str] = {}
        named = self._of.stood(self._kind.about, self._of.about)
        self._offered: dict[str, dict[str, Offered]] = {
            field.name: offered.offered(case.state, field, named, language, self._thing)
            for field in self._shown
            if field.kind in _ENTRIES
        }
        # Where nobody is known, nobody is asked for.
        self._shown = [field for field in self._shown if self._offered.get(field.name, field)]
        chosen = {each.entry for found in self._offered.values() for each in found.values()}
        self.key = self._of.draft_key(case.chains.case_id, chosen)
        self.before: Values = self._fill(case)
        self.sheet = self._sheet()
        self._fields = {field.key: field for field in self.sheet.fields}
        self.first = self.with_what_comes_along(self.before)
        self.whole = not self.corrects and says_enough(self._kind, self._offered, self.before)
        self.done = language.text(self._kind.form.saved)

    def follow(self, changed: str, values: Values) -> Values:
        """Return what other fields take over from a changed one."""
        named = self._offered.get(changed, {}).get(values.get(changed, ""))
        if named is not None:
            return {key: value for key, value in named.brings.items() if key in values}
        if changed == "url" and "url" in values:
            return self._from_link.follow(values)
        return self._times_with(changed, values)

    def _times_with(self, changed: str, values: Values) -> Values:
        """Set to now what is so once another field says it, and take that back where it says something else."""
        found: dict[str, str] = {}
        for field in self._shown:
            if field.now_where is None or field.now_where[0] != changed or self.corrects:
                continue
            stands = values[field.name]
            if values[changed] == field.now_where[1].value:
                if not stands:
                    now = stamp(self._case.clock.now().utc)
                    found[field.name] = self._clocks.show_time(field.name, now)
                    self._set_to_now |= found
            elif stands and stands == self._set_to_now.get(field.name):
                found[field.name] = ""
        return found

    def begins_in(self, route: Write) -> str:
        """Return the key of the field that the route wants filled in or mended; "" for the first one."""
        if route.field in self._fields:
            return route.field
        words = route.words.casefold()
        held = (key for key, value in self.first.items() if words and words in value.casefold())
        return next(held, "" if words else self._after_what_is_known())

    def _after_what_is_known(self) -> str:
        """Return the second field where the first says what a new one is about, and that is known already."""
        first, *others = (field.name for field in self._shown)
        known = first == self._kind.about and not self.corrects and self.first[first]
        return others[0] if known and others else ""

    def seal(self, case: OpenCase, values: Values, read: Sequence[ReadInPicture] = ()) -> EntryId:
        """Seal one entry and drop the draft, both or neither; before a post what its quote was ``read`` from.

        Raises TimeError, or as ``write_down``; then neither.
        """
        now = case.clock.now().utc
        given = {field.name: self._value(field, values[field.name], now) for field in self._shown}
        if not self.corrects and self._of.about is not None and self._kind.about not in given:
            several = self._kind.field(self._kind.about).kind is FieldKind.ENTRIES
            given[self._kind.about] = self._of.every() if several else self._of.about
        corrects = self._thing.id if self._thing is not None else None
        return seal_with(case, self._kind.draft(**given), values, corrects, self.key, read)

    def caution(self, values: Values) -> str:
        """Return what is said once before it is sealed, and can be gone past; "" for nothing."""
        about, ask = self._kind.about, self._kind.caution
        if ask is None or self.corrects:
            return ""
        named = self._ticked(about, values[about]) if about in self._fields else ()
        words = ask(named, self._case.state)
        return self._language.text(words) if words else ""

    # -- pictures ------------------------------------------------------------------------------------

    def exhibits(self, values: Values) -> tuple[Exhibit, ...]:
        """Return the exhibits that it is about, as far as the fields say now."""
        about = self._kind.about
        if about in self._fields and self._fields[about].kind is FieldKind.ENTRIES:
            entries: Iterable[EntryId] = self._ticked(about, values[about])
        elif self._exhibit is not None:
            return (self._exhibit,)
        else:
            thing = self._thing.id if self._thing is not None else None
            named = self._of.stood(about, self._of.named) if about else thing
            entries = named if isinstance(named, tuple) else (named,) if named is not None else ()
        shown = (each for entry in entries for each in self._of.pictures(entry))
        found = (self._case.state.exhibit_of(each) for each in shown)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    @property
    def about(self) -> EntryId | None:
        """The exhibit that the form was opened for; None where it was opened for none."""
        return self._exhibit.original if self._exhibit is not None else None

    def same_post(self, values: Values, now: datetime) -> SamePost | None:
        """Return a post that its picture may belong to; None where it is a correction, or about no picture."""
        if self.corrects or self._exhibit is None or self._kind.tag != "incident":
            return None
        return same_post(self._case.state, self._exhibit, values["url"], now, self._language)

    def with_what_comes_along(self, values: Values) -> Values:
        """Return the values with the exhibit that comes along to a correction."""
        about = self._kind.about
        if not self.corrects or self._exhibit is None or about not in self._fields:
            return values
        more = self._ticks(about, [self._exhibit.original])
        ticked = dict.fromkeys((*parted(values[about]), *parted(more)))
        return {**values, about: joined(ticked)}

    # -- times, as they are typed --------------------------------------------------------------------

    def complaint(self, key: str, values: Values, now: datetime) -> str:
        """Return what is the matter with a field; "" where nothing is, or nothing was changed in it."""
        field, typed = self._fields.get(key), values.get(key, "").strip()
        if field is None or field.kind is FieldKind.FILE or typed in ("", self.before[key]):
            return ""
        if field.kind in counted.KINDS:
            return counted.complaint(self._kind.field(key), typed, self._language)
        if field.kind not in _TIMES:
            return words_complaint(self._kind.field(key), typed, self._language)
        try:
            self._clocks.became(field, typed, now)
        except TimeError as error:
            return complaint(error, field.kind, self._language)
        return ""

    def became(self, key: str, values: Values, now: datetime) -> str:
        """Return what a changed time was read as, in full; "" where there is none."""
        field, typed = self._fields[key], values[key].strip()
        if not typed or typed == self.before[key]:
            return ""
        if field.kind in _TIMES and not self.complaint(key, values, now):
            return self._clocks.became(field, typed, now).words
        if field.since_picture and field.kind is FieldKind.LINE:
            return self._clocks.as_shown(typed)
        return ""

    def moment(self, key: str, values: Values, now: datetime) -> datetime | None:
        """Return the time in a field; None where there is none, or none that is understood: that is said elsewhere."""
        try:
            kept = self._clocks.keep(self._fields[key], values[key].strip(), now)
        except TimeError:
            return None
        return noon_of(kept) if self.is_day(key) else moment_of(kept)

    def is_day(self, key: str) -> bool:
        """Return whether a field holds a day without a time of day."""
        return key in self._fields and self._fields[key].kind is FieldKind.DAY

    def settled(self, values: Values, now: datetime) -> dict[str, str]:
        """Return the values as they may be read on another day: “yesterday” becomes a date."""
        return {
            key: self._clocks.settled(self._fields[key], text.strip(), now)
            if self._fields[key].kind in _TIMES
            else text
            for key, text in values.items()
        }

    # -- what it begins with -------------------------------------------------------------------------

    def _fill(self, case: OpenCase) -> Values:
        values = no_paper(self._kind) | {
            field.name: self._begin(field, case) for field in self._shown
        }
        if self.corrects:
            return values
        if "url" in values and self._exhibit is not None:
            facts = self._exhibit.facts
            values["url"] = facts.url if isinstance(facts, CaptureFacts) else ""
        for changed in ("url", *self._offered):
            values |= self.follow(changed, values)
        return values

    def _begin(self, field: KindField, case: OpenCase) -> str:
        """What stands in a field when the form is opened."""
        if field.kind is FieldKind.CARDS:
            private = self._thing is not None and self._thing.id.chain == case.chains.private
            return (Zone.PRIVATE if private else Zone.EVIDENCE).value
        if field.kind is FieldKind.ENTRY:
            return self._named(field)
        if field.kind is FieldKind.ENTRIES:
            stood = self._of.stood(field.name, self._of.every())
            return self._ticks(field.name, stood)
        stood = self._of.stood(field.name, "")
        if field.kind in counted.KINDS or field.kind is FieldKind.CHOICES:
            return counted.show(field, stood, self._language)
        if field.kind is FieldKind.TIME:
            begins = field.now and field.now_where is None and not self.corrects
            now = stamp(case.clock.now().utc) if begins else ""
            return self._clocks.show_time(field.name, stood or now)
        if field.kind is FieldKind.DAY:
            first = ""
            if field.now and not self.corrects:
                first = danish_day(case.clock.now().utc)
            return self._clocks.show_day(field.name, stood or first)
        if field.kind is FieldKind.CHOICE and not self.corrects:
            return str(field.first) or choices_of(field, self._language)[0].value
        return str(stood)

    def _named(self, field: KindField) -> str:
        """The choice for the entry that stands there, or that a new one is about."""
        named = self._of.stood(field.name, self._of.named)
        found = self._offered[field.name]
        key = next((key for key, each in found.items() if each.entry == named), "")
        if key or field.name != self._kind.about or offered.can_be_none(field):
            return key or offered.NOBODY
        return next(reversed(found), "")

    def _ticks(self, name: str, entries: Iterable[EntryId]) -> str:
        """What stands in a field that names these."""
        found = self._offered[name]
        known = [offered.first_entry(self._case.state, each) for each in entries]
        return joined(key for entry in known for key, each in found.items() if each.entry == entry)

    def _ticked(self, name: str, typed: str) -> tuple[EntryId, ...]:
        """The entries that are ticked; exactly those that stood there, where nothing was changed."""
        if self.corrects and typed == self.before[name]:
            stood: tuple[EntryId, ...] = self._of.stood(name)
            return stood
        return tuple(self._offered[name][key].entry for key in parted(typed))

    def _value(self, field: KindField, typed: str, now: datetime) -> object:
        """What the draft keeps of what stands in a field."""
        match field.kind:
            case FieldKind.TIME | FieldKind.DAY:
                return self._clocks.keep(self._fields[field.name], typed, now)
            case FieldKind.ENTRY:
                known = self._offered[field.name].get(typed)
                return known.entry if known is not None else NO_ENTRY
            case FieldKind.ENTRIES:
                return self._ticked(field.name, typed)
            case FieldKind.AMOUNT | FieldKind.NUMBER:
                return counted.read(field, typed)
            case FieldKind.CHOICES if field.choices is not None:
                return tuple(each for each in field.choices if each.value in parted(typed))
            case FieldKind.CHOICE | FieldKind.CARDS if field.choices is not None:
                return field.choices(typed)
            case _:
                return typed

    # -- what is shown -------------------------------------------------------------------------------

    def _sheet(self) -> Sheet:
        text, form = self._language.text, self._kind.form
        title, notice = text(form.new), ""
        if self.corrects:
            title = text(form.correct)
        elif self._exhibit is not None and self._kind.about:
            every_one = self._of.every()
            number = numbers_of(self._case.state, every_one) or self._exhibit.number
            title = text(form.new_about, number=number) if form.new_about else title
            notice = about_notice(self._kind, self._exhibit, len(every_one), self._language)
        sections = (
            FormSection(
                text(section.title) if section.title else "",
                tuple(self._see(field) for field in section.fields if field in self._shown),
                section.folded,
            )
            for section in self._kind.sections
        )
        every = with_paper(sections, self._kind, self._thing, self._language)
        return Sheet(title, text(form.lead), every, notice)

    def _see(self, field: KindField) -> FormField:
        fixed = self.corrects and bool(field.fixed)
        if field.kind in _ENTRIES:
            found = offered.options(self._offered[field.name], field, self._language)
            return as_shown(field, found, self._language, fixed=fixed)
        return as_shown(field, choices_of(field, self._language), self._language, fixed=fixed)
