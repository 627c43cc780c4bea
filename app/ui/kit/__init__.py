"""Widgets that every screen shares: calm, readable, named for screen readers. They know nothing of evidence.

All texts come already translated and are shown as they are, never read as markup. This file is the door.
"""

from app.ui.kit.buttons import Button, MenuButton, PrimaryButton, QuietButton, Segmented
from app.ui.kit.cards import Banner, Card, EmptyState, Page, PageFoot, Rule, ScrollGround
from app.ui.kit.carried import (
    carries_evidence,
    files_of,
    lies_elsewhere,
    link_of,
    picture_forms,
)
from app.ui.kit.columns import Columns, ColumnsLayout
from app.ui.kit.drop import CopyOnly, DropZone, accept_copy
from app.ui.kit.fields import (
    Choice,
    EditableChoice,
    FieldForm,
    NumberField,
    PassphraseField,
    TextArea,
    TextField,
)
from app.ui.kit.flow import FlowLayout, FlowRow
from app.ui.kit.look import DARK, LIGHT, TEXT_SIZES, Look, look
from app.ui.kit.naming import mark, named
from app.ui.kit.picture import CoveredPicture
from app.ui.kit.progress import Progress
from app.ui.kit.style import STYLE, apply_style, load_fonts, style_window
from app.ui.kit.texts import (
    Badge,
    BadgeKind,
    Fingerprint,
    Heading,
    Lead,
    LongText,
    Muted,
    Rows,
    Subheading,
    Text,
    Title,
    breakable,
)

__all__ = [
    "DARK",
    "LIGHT",
    "STYLE",
    "TEXT_SIZES",
    "Badge",
    "BadgeKind",
    "Banner",
    "Button",
    "Card",
    "Choice",
    "Columns",
    "ColumnsLayout",
    "CopyOnly",
    "CoveredPicture",
    "DropZone",
    "EditableChoice",
    "EmptyState",
    "FieldForm",
    "Fingerprint",
    "FlowLayout",
    "FlowRow",
    "Heading",
    "Lead",
    "LongText",
    "Look",
    "MenuButton",
    "Muted",
    "NumberField",
    "Page",
    "PageFoot",
    "PassphraseField",
    "PrimaryButton",
    "Progress",
    "QuietButton",
    "Rows",
    "Rule",
    "ScrollGround",
    "Segmented",
    "Subheading",
    "Text",
    "TextArea",
    "TextField",
    "Title",
    "accept_copy",
    "apply_style",
    "breakable",
    "carries_evidence",
    "files_of",
    "lies_elsewhere",
    "link_of",
    "load_fonts",
    "look",
    "mark",
    "named",
    "picture_forms",
    "style_window",
]
