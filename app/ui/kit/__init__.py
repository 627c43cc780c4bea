"""Widgets that every screen shares: calm, readable, named for screen readers. They know nothing of evidence.

All texts come already translated and are shown as they are, never read as markup. This file is the door.

Which part is for what (the numbers are those of the design system):

- Tokens: ``look.py`` has every colour, size, radius and the spaces S1 to S7. ``Look.px`` is for what grows with the
  text, ``Look.space`` for what keeps things apart. A layout takes its gap and margins by ``spaced``, a widget its
  greatest width by ``widest``: both follow the text also when it is made larger while they stand.
- Buttons (6.1): ``PrimaryButton`` is the filled one, one a screen; ``set_filled`` takes its filling away where a foot
  has the filled one. ``Button`` is outlined, ``hint`` its key. ``NextButton`` is the outlined one of banners, messages
  and the detail pane. ``QuietButton`` for what is rarely done, ``DangerButton`` to confirm a deletion, ``IconButton``
  for a ``Sign`` alone. ``set_sign`` puts a drawing before words; ``sign_icon`` makes an icon for menus and places.
- Choices: ``Segmented`` (6.2) for two to five, ``Choice`` for more, ``FilterPills`` (6.7) for what a list shows,
  ``SeveralPills`` for several at once.
  ``OptionCard`` (6.4) is one whose meaning must be read, for recipients and kinds of note.
- Fields (6.3): ``TextField``, ``TextArea``, ``Choice``, ``NumberField``, ``PassphraseField`` in a ``FieldForm``, which
  names them, sets short ones side by side, and marks in red what must be mended (``complain``, ``errors``,
  ``go_to_first_error``). ``PageFoot.show_errors`` says how many.
- Grounds: ``Page``, ``Card`` (6.5), ``Banner`` with the next step (6.9), ``EmptyState`` (6.15), ``PageFoot`` (5):
  ``put`` keeps the one order of all feet. ``Page`` and ``PageFoot`` take widths at 100 % text.
- ``QuietCard`` asks for nothing, and can be put away.
- ``StepBar`` of ``Step`` (6.10): the one step bar of first run and report.
- ``ListBeside`` of ``ListRow`` (6.6, 6.13): a list with the chosen one beside it, or below its row in a narrow window.
- ``Text`` and its kinds for the program's own words, ``LongText`` for what comes from elsewhere; ``Point`` is one of
  several lines.
- ``Badge`` is the chip (6.7), ``KeyCap`` one key (6.18), ``Caption`` the name of a group.
- ``SettingGroup`` with its ``SettingRow`` (6.17).
- ``middle_column`` says where on a page messages stand (6.8), ``keep_clear`` what they never cover.
- ``Dialog`` (6.12): a title, a column, ``put_foot`` with the wanted button last; ``Troubles`` lists what went wrong.
- ``PopupMenu`` is every menu; nothing takes Qt's own.
"""

from app.ui.kit.buttons import (
    Button,
    DangerButton,
    IconButton,
    MenuButton,
    NextButton,
    PrimaryButton,
    QuietButton,
)
from app.ui.kit.cards import Banner, Card, CardPage, CardRule, ScrollGround
from app.ui.kit.carried import (
    carries_evidence,
    files_of,
    lies_elsewhere,
    link_of,
    picture_forms,
)
from app.ui.kit.choosing import FilterPills, Segmented, SeveralPills
from app.ui.kit.columns import Columns, ColumnsLayout
from app.ui.kit.dialogs import Dialog, Scrim, Troubles
from app.ui.kit.drop import CopyOnly, DropZone, accept_copy
from app.ui.kit.empty import EmptyState
from app.ui.kit.field_form import Complaint, FieldForm
from app.ui.kit.fields import (
    Choice,
    EditableChoice,
    NumberField,
    PassphraseField,
    TextArea,
    TextField,
    TimeLine,
)
from app.ui.kit.flow import FlowLayout, FlowRow
from app.ui.kit.foot import PageFoot
from app.ui.kit.list_beside import ChosenDetail, ListBeside
from app.ui.kit.list_row import Cell, ListRow, Marked
from app.ui.kit.long_text import LongText, breakable
from app.ui.kit.look import DARK, LIGHT, TEXT_SIZES, Look, look
from app.ui.kit.menus import PopupMenu
from app.ui.kit.naming import mark, named, read_as, tip
from app.ui.kit.option_card import OptionCard
from app.ui.kit.own_layout import empty_out
from app.ui.kit.picture import CoveredPicture
from app.ui.kit.progress import Progress
from app.ui.kit.quiet_card import QuietCard
from app.ui.kit.said_block import SaidBlock
from app.ui.kit.scale import ALL_THE_ROOM, spaced, text_percent, widest
from app.ui.kit.settings_rows import SettingGroup, SettingRow
from app.ui.kit.signs import Sign, paint_sign, sign_icon
from app.ui.kit.standing import keep_clear, middle_column
from app.ui.kit.steps import BarStep, StepBar
from app.ui.kit.style import STYLE, apply_style, load_fonts, style_window
from app.ui.kit.texts import (
    Badge,
    BadgeKind,
    Caption,
    Fingerprint,
    Heading,
    KeyCap,
    Lead,
    Muted,
    Point,
    ReceiptCode,
    Rows,
    Subheading,
    Text,
    Title,
)

__all__ = [
    "ALL_THE_ROOM",
    "DARK",
    "LIGHT",
    "STYLE",
    "TEXT_SIZES",
    "Badge",
    "BadgeKind",
    "Banner",
    "BarStep",
    "Button",
    "Caption",
    "Card",
    "CardPage",
    "CardRule",
    "Cell",
    "Choice",
    "ChosenDetail",
    "Columns",
    "ColumnsLayout",
    "Complaint",
    "CopyOnly",
    "CoveredPicture",
    "DangerButton",
    "Dialog",
    "DropZone",
    "EditableChoice",
    "EmptyState",
    "FieldForm",
    "FilterPills",
    "Fingerprint",
    "FlowLayout",
    "FlowRow",
    "Heading",
    "IconButton",
    "KeyCap",
    "Lead",
    "ListBeside",
    "ListRow",
    "LongText",
    "Look",
    "Marked",
    "MenuButton",
    "Muted",
    "NextButton",
    "NumberField",
    "OptionCard",
    "PageFoot",
    "PassphraseField",
    "Point",
    "PopupMenu",
    "PrimaryButton",
    "Progress",
    "QuietButton",
    "QuietCard",
    "ReceiptCode",
    "Rows",
    "SaidBlock",
    "Scrim",
    "ScrollGround",
    "Segmented",
    "SettingGroup",
    "SettingRow",
    "SeveralPills",
    "Sign",
    "StepBar",
    "Subheading",
    "Text",
    "TextArea",
    "TextField",
    "TimeLine",
    "Title",
    "Troubles",
    "accept_copy",
    "apply_style",
    "breakable",
    "carries_evidence",
    "empty_out",
    "files_of",
    "keep_clear",
    "lies_elsewhere",
    "link_of",
    "load_fonts",
    "look",
    "mark",
    "middle_column",
    "named",
    "paint_sign",
    "picture_forms",
    "read_as",
    "sign_icon",
    "spaced",
    "style_window",
    "text_percent",
    "tip",
    "widest",
]
