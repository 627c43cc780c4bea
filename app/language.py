"""Danish and English: texts by gettext, dates and numbers by Babel, which is loaded with the first of them. No Qt.

msgids are English; the Danish catalogue is complete (a test compares). User text goes in as a value of a
placeholder, never as a template; a character in it that turns the reading direction is shown by its code.
"""

from __future__ import annotations

import copy
import gettext
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path, PurePath
from typing import Literal

import msgspec

from app.clock import DANISH_TIME
from app.inert import isolated, without_direction

LANGUAGES = ("da", "en")
_LOCALES = {"da": "da_DK", "en": "en_GB"}
_DOMAIN = "bevismappe"
_CLOCKS = {"da": ("%H.%M", "%H.%M.%S"), "en": ("%H:%M", "%H:%M:%S")}  # without seconds, and with


class LanguageDataError(Exception):
    """The compiled catalogue is missing: the installation is not whole."""

    def __init__(self, code: str, folder: Path) -> None:
        super().__init__(f"no catalogue for {code!r}")
        self.code = code
        self.folder = folder


class Language:
    """One language, opened once and handed to whoever shows words."""

    def __init__(self, code: str, locales: Path) -> None:
        """Open the catalogue under ``locales``.

        Raises:
            ValueError: a language that is not one of LANGUAGES.
            LanguageDataError: the compiled catalogue is not there.
        """
        if code not in LANGUAGES:
            raise ValueError(code)
        self.code = code
        self._close_off = without_direction
        self._locale = _LOCALES[code]
        self._texts: gettext.NullTranslations = gettext.NullTranslations()
        if code != "en":
            try:
                self._texts = gettext.translation(_DOMAIN, locales, languages=[code])
            except OSError as error:
                raise LanguageDataError(code, locales) from error

    def for_window(self) -> Language:
        """Return the same for a window: a value that runs to the left does not turn the words beside it round."""
        other = copy.copy(self)
        other._close_off = isolated  # noqa: SLF001 - of its own kind
        return other

    def plain(self) -> Language:
        """Return the same for what is no window: paper, files and terminals have no use for marks that close off."""
        other = copy.copy(self)
        other._close_off = without_direction  # noqa: SLF001 - of its own kind
        return other

    def text(self, message: str, **values: object) -> str:
        """Translate ``message`` and put the values into its ``{placeholders}``.

        Raises:
            KeyError: a placeholder has no value.
        """
        translated = self._texts.gettext(message)
        return translated.format(**self._inert(values)) if values else translated

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """Translate the form that fits ``count``, which also fills ``{count}``."""
        translated = self._texts.ngettext(one, many, count)
        return translated.format(count=self.number(count), **self._inert(values))

    def _inert(self, values: Mapping[str, object]) -> dict[str, object]:
        """Values as they are set: what came from outside cannot turn our own words round."""
        return {
            name: self._close_off(str(value)) if isinstance(value, str | PurePath) else value
            for name, value in values.items()
        }

    def number(self, value: int) -> str:
        """Whole number with the language's grouping: 4.812 / 4,812."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self._locale))

    def seconds(self, milliseconds: int) -> str:
        """Return milliseconds as seconds, with no more decimals than it takes: 1,25 / 1.25."""
        from decimal import Decimal

        from babel.numbers import format_decimal

        return str(format_decimal(Decimal(milliseconds) / 1000, "#,##0.###", locale=self._locale))

    def amount(self, oere: int) -> str:
        """Money in kroner and øre: 1.250,50 kr. / DKK 1,250.50."""
        from decimal import Decimal

        from babel.numbers import format_decimal

        number = format_decimal(Decimal(oere) / 100, "#,##0.00", locale=self._locale)
        return f"{number} kr." if self.code == "da" else f"DKK {number}"

    def size(self, size_bytes: int) -> str:
        """A file size in kB or MB with one decimal where it helps."""
        from babel.numbers import format_decimal

        if size_bytes < 1_000:
            return f"{size_bytes} B"
        # What rounds to a thousand kB is shown as one MB.
        unit, divisor = ("kB", 1_000) if size_bytes < 999_950 else ("MB", 1_000_000)
        return f"{format_decimal(round(size_bytes / divisor, 1), locale=self._locale)} {unit}"

    def day(self, value: date | datetime) -> str:
        """23. november 2026 / 23 November 2026; a time is shown as its day in Denmark."""
        if isinstance(value, datetime):
            value = value.astimezone(DANISH_TIME).date()
        month = _months("wide", self._locale)[value.month - 1]
        return f"{value.day}{'.' if self.code == 'da' else ''} {month} {value.year}"

    def clock(self, value: datetime, *, seconds: bool = False) -> str:
        """14.03 or 14.03.11 in Danish time (English: 14:03)."""
        return self._clock(value.astimezone(DANISH_TIME), seconds=seconds)

    def _clock(self, value: datetime, *, seconds: bool) -> str:
        """Return the time of day in the value's own zone."""
        return value.strftime(_CLOCKS[self.code][seconds])

    def moment(self, value: datetime) -> str:
        """A day and a time of day in Danish time, to the minute."""
        return self.text("{day} at {clock}", day=self.day(value), clock=self.clock(value))

    def weekday(self, value: date) -> str:
        """Return the name of a day of the week inside a sentence: mandag / Monday."""
        from babel.dates import format_date

        return str(format_date(value, "EEEE", locale=self._locale))

    def short_day(self, value: date | datetime) -> str:
        """23.11.2026 / 23 Nov 2026, for fields and columns; a time is shown as its day in Denmark."""
        if isinstance(value, datetime):
            value = value.astimezone(DANISH_TIME).date()
        if self.code == "da":
            return f"{value.day}.{value.month}.{value.year}"
        return f"{value.day} {_months('abbreviated', self._locale)[value.month - 1]} {value.year}"

    def exact(self, value: datetime) -> str:
        """To the second, Danish time with offset and UTC beside it: what evidence is labelled with."""
        local = value.astimezone(DANISH_TIME)
        offset = f"{local:%z}"
        return self.text(
            "{day} at {clock} Danish time (UTC{offset}; {utc} UTC)",
            day=self.day(local),
            clock=self._clock(local, seconds=True),
            offset=f"{offset[:3]}:{offset[3:]}",
            utc=self._clock(value.astimezone(UTC), seconds=True),
        )


@cache
def _months(width: Literal["wide", "abbreviated"], locale: str) -> tuple[str, ...]:
    """Return the names of months as Babel has them, asked for once: a report of a thousand pages has ten thousand."""
    from babel.dates import get_month_names

    names = get_month_names(width, locale=locale)
    return tuple(names[month] for month in range(1, 13))


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in both languages, as a file of data has them; its reader sees to it that neither is empty."""

    da: str
    en: str

    def of(self, language: str) -> str:
        """Return the words in a language."""
        return self.da if language == "da" else self.en


def deferred(message: str) -> str:
    """Marks a msgid that stands in a table and is translated where it is shown."""
    return message
