"""The one style sheet, made from the tokens of a look. No Qt.

Widgets of the kit are named by the property ``kit``; plain Qt widgets that screens use directly are styled by class.
A focus ring is two pixels wide and takes its room from the padding, so nothing moves when the focus does. On the accent
it is a ring of the accent around a gap through which the page is seen. What has no border of its own, a quiet button or
a check box, stands with its words at the text edge, and gives way to its ring by as much as the ring needs.
"""

from __future__ import annotations

from app.ui.kit.look import (
    BODY_PX,
    CARD_RADIUS_PX,
    CHIP_PX,
    COMPACT_PX,
    CONTROL_PX,
    CONTROL_RADIUS_PX,
    FIELD_RADIUS_PX,
    HEADING_PX,
    MICRO_PX,
    PILL_PX,
    SMALL_PX,
    SMALL_RADIUS_PX,
    SMALLEST_TARGET_PX,
    TITLE_PX,
    Look,
)

TEXT_START_PX = 12
"""From the edge of a field of any kind to the first letter in it."""
MONO = "DejaVu Sans Mono"
"""Lies with the program; see ``style.load_fonts``."""
ICONS = "icons"
"""The search path under which Qt finds the arrows and ticks."""


def style_sheet(look: Look) -> str:
    """Return all rules for one look."""
    return "\n".join((_texts(look), _buttons(look), _fields(look), _grounds(look), _lists(look)))


def _icon(look: Look, name: str) -> str:
    return f"{ICONS}:{name}-{'dark' if look.dark else 'light'}.svg"


def _texts(look: Look) -> str:
    small, heading, title = look.px(SMALL_PX), look.px(HEADING_PX), look.px(TITLE_PX)
    return f"""
QWidget {{ font-size: {look.px(BODY_PX)}px; }}
QToolTip {{ background: {look.ink}; color: {look.paper}; border: none; padding: 6px; font-size: {small}px; }}
QLabel {{ background: transparent; }}
QLabel[kit="title"] {{ font-size: {title}px; font-weight: 600; color: {look.ink}; }}
QLabel[kit="heading"] {{ font-size: {heading}px; font-weight: 600; color: {look.ink}; }}
QLabel[kit="subheading"] {{ font-weight: 600; color: {look.ink}; }}
QLabel[kit="label"] {{ font-weight: 600; color: {look.ink}; }}
QLabel[kit="strong"] {{ font-weight: 600; }}
QLabel[kit="caption"] {{ font-size: {small}px; font-weight: 600; color: {look.muted}; }}
QLabel[kit="muted"] {{ font-size: {small}px; color: {look.muted}; }}
QLabel[kit="link"] {{ color: {look.accent}; }}
QLabel[kit="lead"] {{ color: {look.muted}; }}
QLabel[kit="complaint"] {{ font-size: {small}px; color: {look.amber}; }}
QLabel[kit="hint"] {{ font-size: {small}px; color: {look.muted}; }}
QLabel[kit="found"] {{ font-size: {small}px; color: {look.green}; }}
QLabel[kit="error"] {{ font-size: {small}px; color: {look.red}; }}
QLabel[kit="error-mark"] {{
    font-size: {look.px(11)}px; font-weight: 700; color: {look.card}; background: {look.red};
    border-radius: {look.px(16) // 2}px; min-width: {look.px(16)}px; max-width: {look.px(16)}px;
    min-height: {look.px(16)}px; max-height: {look.px(16)}px;
}}
QLabel[kit="wait-mark"] {{
    font-size: {look.px(11)}px; font-weight: 700; color: {look.amber}; background: {look.amber_ground};
    border: 1px solid {look.amber}; border-radius: {look.px(16) // 2 + 1}px;
    min-width: {look.px(16)}px; max-width: {look.px(16)}px;
    min-height: {look.px(16)}px; max-height: {look.px(16)}px;
}}
QLabel[kit="above"] {{ font-size: {small}px; font-weight: 600; color: {look.accent}; }}
QLabel[kit="micro"] {{ font-size: {look.px(MICRO_PX)}px; color: {look.muted}; }}
QLabel[kit="keycap"] {{
    font-size: {look.px(MICRO_PX)}px; color: {look.muted}; background: {look.card}; border: 1px solid {look.line};
    border-radius: {SMALL_RADIUS_PX}px; padding: 1px {look.space(5)}px; min-width: {look.px(10)}px;
}}
QLabel[kit="badge"] {{
    font-size: {small}px; border-radius: {look.px(CHIP_PX) // 2}px; padding: 2px {look.space(9)}px;
    min-height: {look.px(CHIP_PX) - 4}px; max-height: {look.px(CHIP_PX) - 4}px;
}}
QLabel[kit="badge"][kind="ok"] {{ color: {look.green}; background: {look.green_ground}; }}
QLabel[kit="badge"][kind="wait"] {{ color: {look.amber}; background: {look.amber_ground}; }}
QLabel[kit="badge"][kind="info"] {{ color: {look.accent}; background: {look.info}; }}
QLabel[kit="badge"][kind="changed"] {{ color: {look.red}; background: {look.red_ground}; }}
QLabel[kit="badge"][kind="plain"] {{ color: {look.muted}; background: {look.side}; }}
QLabel[kit="badge"][on="chosen"][kind="plain"], QLabel[kit="badge"][on="chosen"][kind="info"] {{
    background: {look.card};
}}
QLabel[kit="fingerprint"] {{ font-family: "{MONO}"; font-size: {small}px; }}
QLabel[kit="sign"] {{ font-weight: 600; color: {look.muted}; }}
QLabel[kit="sign"][kind="failed"] {{ color: {look.red}; }}
QLabel[kit="sign"][kind="passed"] {{ color: {look.green}; }}
QLabel[kit="fits"] {{ font-weight: 600; color: {look.green}; }}
"""


def _buttons(look: Look) -> str:
    down = _icon(look, "down")
    tall, small = look.px(CONTROL_PX) - 4, look.px(SMALLEST_TARGET_PX)
    radius, side, arrow = CONTROL_RADIUS_PX, look.space(14), look.px(30)
    return f"""
QPushButton {{
    background: {look.card}; color: {look.ink}; border: 1px solid {look.line}; border-radius: {radius}px;
    padding: 1px {side}px; min-height: {tall}px;
}}
QPushButton:hover {{ border-color: {look.edge}; background: {look.paper}; }}
QPushButton:pressed, QPushButton:checked {{ background: {look.info}; border-color: {look.accent}; }}
QPushButton:focus {{ border: 2px solid {look.accent}; padding: 0px {side - 1}px; outline: none; }}
QPushButton[compact="true"] {{ min-height: {look.px(COMPACT_PX) - 4}px; }}
QPushButton:disabled {{ color: {look.off}; background: transparent; border-color: {look.line}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[kit="primary"] {{
    background: {look.accent}; color: {look.on_accent}; border-color: {look.accent}; font-weight: 600;
}}
QPushButton[kit="primary"]:focus {{
    border: 2px solid {look.accent}; background-clip: padding; padding: 0px {side - 1}px;
}}
QPushButton[kit="primary"]:hover {{ background: {look.accent_over}; border-color: {look.accent_over}; }}
QPushButton[kit="primary"]:pressed {{ background: {look.accent}; }}
QPushButton[kit="primary"]:disabled {{ color: {look.off}; background: transparent; border-color: {look.line}; }}
QPushButton[kit="next"] {{ color: {look.accent}; font-weight: 600; }}
QPushButton[kit="next"]:disabled {{ color: {look.off}; }}
QPushButton[kit="danger"] {{ color: {look.red}; border-color: {look.red}; font-weight: 600; }}
QPushButton[kit="danger"]:hover, QPushButton[kit="danger"]:pressed {{ background: {look.red_ground}; }}
QPushButton[kit="danger"]:focus {{ border: 2px solid {look.accent}; }}
QPushButton[kit="danger"]:disabled {{ color: {look.off}; border-color: {look.line}; }}
QPushButton[kit="quiet"] {{
    background: transparent; color: {look.accent}; border-color: transparent; padding: 1px 2px; min-height: {small}px;
    min-width: {small}px; margin-left: -3px; margin-right: 3px; text-align: left;
}}
QPushButton[kit="quiet"]:hover {{ background: {look.info}; }}
QPushButton[kit="quiet"]:focus {{ border: 2px solid {look.accent}; padding: 0px 1px; margin: 0px; }}
QPushButton[kit="quiet"]:disabled {{ color: {look.off}; }}
QPushButton[kit="icon"] {{
    background: transparent; border-color: transparent; padding: 0px;
    min-width: {tall + 2}px; max-width: {tall + 2}px; min-height: {tall + 2}px; max-height: {tall + 2}px;
}}
QPushButton[kit="icon"][compact="true"] {{
    min-width: {look.px(COMPACT_PX) - 2}px; max-width: {look.px(COMPACT_PX) - 2}px;
    min-height: {look.px(COMPACT_PX) - 2}px; max-height: {look.px(COMPACT_PX) - 2}px;
}}
QPushButton[kit="icon"]::menu-indicator {{ image: none; width: 0px; }}
QPushButton[kit="icon"]:hover {{ background: {look.info}; }}
QPushButton[kit="icon"]:checked {{ background: {look.info}; border-color: {look.accent}; }}
QPushButton[kit="icon"]:focus {{
    border: 2px solid {look.accent}; padding: 0px;
    min-width: {tall}px; max-width: {tall}px; min-height: {tall}px; max-height: {tall}px;
}}
QPushButton[kit="icon"][compact="true"]:focus {{
    min-width: {look.px(COMPACT_PX) - 4}px; max-width: {look.px(COMPACT_PX) - 4}px;
    min-height: {look.px(COMPACT_PX) - 4}px; max-height: {look.px(COMPACT_PX) - 4}px;
}}
QPushButton[kit="hinted"] {{ text-align: left; }}
QPushButton[kit="menu"] {{ padding: 1px {arrow}px 1px 2px; }}
QPushButton[kit="menu"]:focus {{ padding: 0px {arrow - 1}px 0px 1px; }}
QPushButton::menu-indicator {{
    image: url("{down}"); width: {look.px(12)}px; height: {look.px(12)}px;
    subcontrol-origin: padding; subcontrol-position: right center; right: {look.px(10)}px;
}}
QPushButton[kit="segment"] {{
    border-radius: {FIELD_RADIUS_PX}px; border-color: transparent; background: transparent;
    padding: 1px {look.space(12)}px; min-height: {look.px(COMPACT_PX) - 8}px;
}}
QPushButton[kit="segment"]:hover {{ background: {look.info}; }}
QPushButton[kit="segment"]:checked {{
    background: {look.raised}; border-color: {look.edge}; color: {look.accent}; font-weight: 600;
}}
QPushButton[kit="segment"]:focus {{ border: 2px solid {look.accent}; padding: 0px {look.space(12) - 1}px; }}
QPushButton[kit="segment"]:disabled {{ color: {look.off}; }}
QPushButton[kit="tight-pill"], QPushButton[kit="pill"] {{
    font-size: {look.px(SMALL_PX)}px; background: {look.side}; border-color: {look.side};
    border-radius: {look.px(PILL_PX) // 2}px; padding: 1px {look.space(12)}px; min-height: {look.px(PILL_PX) - 4}px;
}}
QPushButton[kit="tight-pill"]:hover, QPushButton[kit="pill"]:hover {{
    background: {look.info}; border-color: {look.edge};
}}
QPushButton[kit="tight-pill"]:checked, QPushButton[kit="pill"]:checked {{
    background: {look.accent}; border-color: {look.accent}; color: {look.on_accent}; font-weight: 600;
}}
QPushButton[kit="pill"]:focus {{ border: 2px solid {look.accent}; padding: 0px {look.space(12) - 1}px; }}
QPushButton[kit="tight-pill"] {{ padding: 1px {look.space(8)}px; }}
QPushButton[kit="tight-pill"]:focus {{ border: 2px solid {look.accent}; padding: 0px {look.space(8) - 1}px; }}
QPushButton[kit="tight-pill"]:disabled, QPushButton[kit="pill"]:disabled {{
    color: {look.off}; background: transparent; border-color: {look.line};
}}
QPushButton[kit="row"] {{
    background: transparent; border: none; border-left: 3px solid transparent; border-radius: 0px; padding: 0px;
}}
QPushButton[kit="row"]:hover {{ background: {look.paper}; }}
QPushButton[kit="row"]:checked {{ background: {look.info}; border-left: 3px solid {look.accent}; }}
QPushButton[kit="row"]:focus {{ border: 2px solid {look.accent}; }}
QPushButton[kit="row"][first="true"] {{
    border-top-left-radius: {CARD_RADIUS_PX - 1}px; border-top-right-radius: {CARD_RADIUS_PX - 1}px;
}}
QPushButton[kit="row"][last="true"] {{
    border-bottom-left-radius: {CARD_RADIUS_PX - 1}px; border-bottom-right-radius: {CARD_RADIUS_PX - 1}px;
}}
QPushButton[kit="place"] {{
    background: transparent; border: none; border-left: 3px solid transparent; border-radius: {FIELD_RADIUS_PX}px;
    text-align: left; padding: 2px 10px 2px 9px; min-height: {look.px(28)}px;
}}
QPushButton[kit="place"]:hover {{ background: {look.paper}; }}
QPushButton[kit="place"]:checked {{
    background: {look.raised}; font-weight: 600; border-left: 3px solid {look.accent};
}}
QPushButton[kit="place"]:focus {{ border: 2px solid {look.accent}; padding: 0px 8px 0px 10px; }}
QToolButton {{
    background: transparent; color: {look.ink}; border: 1px solid transparent; border-radius: {FIELD_RADIUS_PX}px;
    padding: 3px {look.space(7)}px; min-height: {small}px; min-width: {small}px;
}}
QToolButton:hover {{ background: {look.info}; }}
QToolButton:checked {{ background: {look.info}; border-color: {look.accent}; }}
QToolButton:focus {{ border: 2px solid {look.accent}; padding: 2px {look.space(7) - 1}px; }}
QToolButton:disabled {{ color: {look.off}; }}
QToolButton[kit="tool"] {{ border-radius: {radius}px; padding: 0px; }}
QToolButton[kit="tool"]:checked {{ background: {look.raised}; border-color: {look.accent}; }}
QToolButton[kit="tool"]:focus {{ border: 2px solid {look.accent}; padding: 0px; }}
QLineEdit QToolButton {{ border: none; padding: 0px; min-height: 0px; min-width: 0px; background: transparent; }}
"""


def _fields(look: Look) -> str:
    down, up, tick, clear = (_icon(look, name) for name in ("down", "up", "tick", "clear"))
    boxes = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"
    focused = ", ".join(f"{name}:focus" for name in boxes.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in boxes.split(", "))
    mistaken = ", ".join(f'{name}[error="true"]' for name in boxes.split(", "))
    still = ", ".join(f'{name}[error="true"]:focus' for name in boxes.split(", "))
    mark, small, start = look.px(18), look.px(SMALL_PX), look.space(TEXT_START_PX)
    return f"""
{boxes} {{
    background: {look.card}; color: {look.ink}; border: 1px solid {look.edge}; border-radius: {FIELD_RADIUS_PX}px;
    padding: 5px {start - 3}px; min-height: {look.px(CONTROL_PX) - 12}px;
    selection-background-color: {look.accent}; selection-color: {look.on_accent};
    placeholder-text-color: {look.muted};
}}
QComboBox {{ padding: 5px {start - 1}px; }}
QPlainTextEdit, QTextEdit {{ padding: 2px {start - 5}px; }}
{mistaken} {{ border: 2px solid {look.red}; padding: 4px {start - 4}px; }}
{focused} {{ border: 2px solid {look.accent}; padding: 4px {start - 4}px; }}
{still} {{ border-color: {look.red}; }}
QComboBox:focus, QComboBox[error="true"] {{ padding: 4px {start - 2}px; }}
QPlainTextEdit:focus, QTextEdit:focus, QPlainTextEdit[error="true"] {{ padding: 1px {start - 6}px; }}
{disabled} {{ color: {look.off}; background: {look.side}; border-color: {look.line}; }}
QComboBox:editable {{ padding-left: {start - 3}px; }}
QComboBox:editable:focus, QComboBox:editable[error="true"] {{ padding-left: {start - 4}px; }}
QLineEdit {{ lineedit-clear-button-icon: url("{clear}"); }}
QLineEdit[kit="code"] {{ font-family: "{MONO}"; font-size: {small}px; }}
QLineEdit[kit="search"] {{ border-color: {look.line}; }}
QComboBox::drop-down {{ border: none; width: {look.px(26)}px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {look.px(12)}px; height: {look.px(12)}px; }}
QComboBox QAbstractItemView {{
    background: {look.card}; border: 1px solid {look.edge}; border-radius: {CONTROL_RADIUS_PX}px;
    padding: 4px; outline: none;
    selection-background-color: {look.info}; selection-color: {look.ink};
}}
QComboBox QAbstractItemView::item {{ min-height: {look.px(30)}px; padding: 2px 6px; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0px 6px; min-height: 0px; }}
QComboBox QLineEdit {{ border: none; padding: 0px; min-height: 0px; background: transparent; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: {look.px(22)}px; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: {look.px(10)}px; height: {look.px(10)}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: {look.px(10)}px; height: {look.px(10)}px; }}
QCheckBox, QRadioButton {{
    spacing: {look.space(8)}px; min-height: {look.px(SMALLEST_TARGET_PX)}px; border: 2px solid transparent;
    border-radius: {FIELD_RADIUS_PX}px; padding: 0px 4px 0px 0px; margin-left: -2px; background: transparent;
}}
QCheckBox[kit="alone"] {{ spacing: 0px; padding: 0px; margin: 0px -2px 0px 0px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {look.accent}; margin-left: 0px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {look.off}; }}
QCheckBox[error="true"], QRadioButton[error="true"] {{ border-color: {look.red}; margin-left: 0px; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: {mark}px; height: {mark}px; border: 1px solid {look.edge}; background: {look.card};
}}
QCheckBox::indicator {{ border-radius: {SMALL_RADIUS_PX}px; }}
QRadioButton::indicator {{ border-radius: {mark // 2 + 1}px; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{
    border-color: {look.off}; background: transparent;
}}
QCheckBox::indicator:checked {{ background: {look.accent}; border-color: {look.accent}; image: url("{tick}"); }}
QRadioButton::indicator:checked {{ border: {look.px(6)}px solid {look.accent}; width: {look.px(8)}px;
    height: {look.px(8)}px; border-radius: {look.px(10)}px; }}
QProgressBar {{
    background: {look.side}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; text-align: center;
}}
QProgressBar::chunk {{ background: {look.accent}; border-radius: 4px; }}
QSlider:horizontal {{ min-height: 24px; }}
QSlider::groove:horizontal {{ background: {look.edge}; border-radius: 2px; height: 4px; }}
QSlider::sub-page:horizontal {{ background: {look.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    background: {look.accent}; border: 2px solid {look.card}; border-radius: 9px; width: 16px; margin: -8px 0px;
}}
QSlider:focus::handle:horizontal {{ border-color: {look.ink}; }}
"""


def _grounds(look: Look) -> str:
    return f"""
QFrame[kit="dialog"] {{
    background: {look.card}; border: 1px solid {look.edge if look.dark else look.line};
    border-radius: {CARD_RADIUS_PX}px;
}}
QWidget[kit="scrim"] {{ background: {"rgba(0, 0, 0, 128)" if look.dark else "rgba(31, 42, 55, 82)"}; }}
QMainWindow, QDialog, QWidget[kit="page"] {{ background: {look.paper}; }}
QScrollArea, QScrollArea[kit="scroll"] > QWidget > QWidget, QScrollArea[kit="rows"] > QWidget > QWidget {{
    background: transparent; border: none;
}}
QScrollArea[kit="reading"], QScrollArea[kit="rows"] {{ border: 2px solid transparent; }}
QScrollArea:focus {{ border: 2px solid {look.accent}; }}
QScrollArea[kit="reading"]:focus, QScrollArea[kit="rows"]:focus {{ border-color: {look.accent}; }}
QFrame[kit="card"] {{
    background: {look.card}; border: 1px solid {look.line}; border-radius: {CARD_RADIUS_PX}px;
}}
QFrame[kit="desk"] {{ background: {look.desk}; border: none; }}
QFrame[kit="places"] {{ background: {look.paper}; border: none; border-right: 1px solid {look.line}; }}
QFrame[kit="panel"] {{ background: {look.card}; border: none; }}
QFrame[kit="banner"] {{ background: {look.info}; border: none; border-radius: {CARD_RADIUS_PX}px; }}
QFrame[kit="quiet-card"] {{
    background: {look.paper}; border: 1px solid {look.line}; border-radius: {CARD_RADIUS_PX}px;
}}
QFrame[kit="segments"] {{ background: {look.side}; border: none; border-radius: {CONTROL_RADIUS_PX}px; }}
QFrame[kit="segments"][error="true"] {{ border: 2px solid {look.red}; }}
QFrame[kit="pills"] {{ background: transparent; border: none; }}
QFrame[kit="covered"] {{ background: {look.side}; border: none; border-radius: {CARD_RADIUS_PX}px; }}
QFrame[kit="drop"] {{
    background: {look.card}; border: 2px dashed {look.edge}; border-radius: {CARD_RADIUS_PX}px;
}}
QFrame[kit="drop"][over="true"] {{ background: {look.info}; border-color: {look.accent}; }}
QFrame[kit="bar"] {{ background: {look.card}; border: none; border-bottom: 1px solid {look.line}; }}
QFrame[kit="side"] {{ background: {look.side}; border: none; border-right: 1px solid {look.line}; }}
QFrame[kit="actions"] {{ background: {look.card}; border: none; border-top: 1px solid {look.line}; }}
QFrame[kit="foot"] {{ background: {look.side}; border: none; border-top: 1px solid {look.line}; }}
QFrame[kit="example"] {{ background: {look.amber_ground}; border: none; border-bottom: 1px solid {look.line}; }}
QFrame[kit="example"] QLabel[kit="badge"] {{ background: {look.card}; }}
QFrame[kit="toast"], QFrame[kit="sheet"] {{
    background: {look.card}; border: 1px solid {look.edge}; border-radius: {CARD_RADIUS_PX}px;
}}
QFrame[kit="strip"] {{ background: {look.info}; border: none; border-bottom: 1px solid {look.line}; }}
QFrame[kit="veil"] {{ background: rgba(0, 0, 0, 90); border: none; }}
QFrame[kit="rule"] {{ background: {look.line}; border: none; max-height: 1px; min-height: 1px; }}
QMenuBar {{ background: {look.side}; color: {look.ink}; border: none; padding: 1px 8px 2px 8px; }}
QMenuBar::item {{ background: transparent; padding: 4px {look.space(10)}px; border-radius: {FIELD_RADIUS_PX}px; }}
QMenuBar::item:selected {{ background: {look.info}; }}
QMenu {{
    background: {look.card}; color: {look.ink}; border: 1px solid {look.edge}; border-radius: {CONTROL_RADIUS_PX}px;
    padding: {look.space(6)}px;
}}
QMenu::item {{
    padding: {look.space(6)}px {look.space(28)}px {look.space(6)}px {look.space(14)}px;
    border-radius: {FIELD_RADIUS_PX}px; min-height: {look.px(20)}px;
}}
QMenu::item:selected {{ background: {look.info}; }}
QMenu::item:disabled {{ color: {look.off}; }}
QMenu::separator {{ height: 1px; background: {look.line}; margin: 6px 8px; }}
QSplitter::handle {{ background: {look.line}; }}
QTabBar::tab {{
    background: transparent; color: {look.muted}; padding: 6px 12px; border: none; border-bottom: 2px solid transparent;
}}
QTabBar::tab:selected {{ color: {look.ink}; border-bottom: 2px solid {look.accent}; font-weight: 600; }}
QTabBar::tab:focus {{ color: {look.accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {look.line}; }}
"""


def _lists(look: Look) -> str:
    return f"""
QListView, QTableView, QTreeView {{
    background: {look.card}; color: {look.ink}; border: 1px solid {look.line}; border-radius: {CONTROL_RADIUS_PX}px;
    outline: none; selection-background-color: {look.info}; selection-color: {look.ink};
}}
QListView[kit="plain"], QTableView[kit="plain"], QTreeView[kit="plain"] {{ background: transparent; border: none; }}
QListView:focus, QTableView:focus, QTreeView:focus {{ border: 2px solid {look.accent}; }}
QListView[kit="plain"]:focus {{ border: none; }}
QHeaderView::section {{
    background: {look.card}; color: {look.muted}; border: none; border-bottom: 1px solid {look.line}; padding: 6px;
}}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0px; }}
QScrollBar::handle {{ background: {look.edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
