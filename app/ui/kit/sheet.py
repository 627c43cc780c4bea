"""The one style sheet, made from the tokens of a look. No Qt.

Widgets of the kit are named by the property ``kit``; plain Qt widgets that screens use directly are styled by class.
A focus ring is two pixels wide and takes its room from the padding, so nothing moves when the focus does. On the accent
it is a ring of the accent around a gap through which the page is seen.
"""

from __future__ import annotations

from app.ui.kit.look import (
    BODY_PX,
    CARD_RADIUS_PX,
    CONTROL_RADIUS_PX,
    HEADING_PX,
    PRIMARY_TARGET_PX,
    SMALL_PX,
    SMALLEST_TARGET_PX,
    TITLE_PX,
    Look,
)

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
QLabel[kit="lead"] {{ color: {look.muted}; }}
QLabel[kit="complaint"] {{ font-size: {small}px; color: {look.amber}; }}
QLabel[kit="hint"] {{ font-size: {small}px; color: {look.muted}; }}
QLabel[kit="badge"] {{ font-size: {small}px; border-radius: {look.px(10)}px; padding: 2px 9px; }}
QLabel[kit="badge"][kind="ok"] {{ color: {look.green}; background: {look.green_ground}; }}
QLabel[kit="badge"][kind="wait"] {{ color: {look.amber}; background: {look.amber_ground}; }}
QLabel[kit="badge"][kind="info"] {{ color: {look.accent}; background: {look.info}; }}
QLabel[kit="badge"][kind="changed"] {{ color: {look.red}; background: {look.red_ground}; }}
QLabel[kit="badge"][kind="plain"] {{ color: {look.muted}; background: {look.side}; }}
QLabel[kit="fingerprint"] {{ font-family: monospace; font-size: {small}px; }}
QLabel[kit="sign"] {{ font-weight: 600; color: {look.muted}; }}
QLabel[kit="sign"][kind="failed"] {{ color: {look.red}; }}
QLabel[kit="sign"][kind="passed"] {{ color: {look.green}; }}
QLabel[kit="fits"] {{ font-weight: 600; color: {look.green}; }}
"""


def _buttons(look: Look) -> str:
    down = _icon(look, "down")
    tall, small = look.px(PRIMARY_TARGET_PX - 4), look.px(SMALLEST_TARGET_PX)
    radius = CONTROL_RADIUS_PX
    return f"""
QPushButton {{
    background: {look.card}; color: {look.ink}; border: 1px solid {look.line}; border-radius: {radius}px;
    padding: 1px 14px; min-height: {tall}px;
}}
QPushButton:hover {{ border-color: {look.edge}; background: {look.paper}; }}
QPushButton:pressed, QPushButton:checked {{ background: {look.info}; border-color: {look.accent}; }}
QPushButton:focus {{ border: 2px solid {look.accent}; padding: 0px 13px; outline: none; }}
QPushButton:disabled {{ color: {look.muted}; background: {look.side}; border-color: {look.line}; }}
QPushButton[kit="primary"] {{
    background: {look.accent}; color: {look.on_accent}; border-color: {look.accent}; font-weight: 600;
}}
QPushButton[kit="primary"]:focus {{
    border: 2px solid {look.accent}; background-clip: padding; padding: 0px 13px;
}}
QPushButton[kit="primary"]:hover {{ background: {look.accent_over}; border-color: {look.accent_over}; }}
QPushButton[kit="primary"]:pressed {{ background: {look.accent}; }}
QPushButton[kit="primary"]:disabled {{ color: {look.muted}; background: {look.side}; border-color: {look.line}; }}
QPushButton[kit="quiet"] {{
    background: transparent; color: {look.accent}; border-color: transparent; padding: 1px 2px; min-height: {small}px;
    min-width: {small}px;
}}
QPushButton[kit="quiet"]:hover {{ background: {look.info}; }}
QPushButton[kit="quiet"]:focus {{ border: 2px solid {look.accent}; padding: 0px 1px; }}
QPushButton[kit="quiet"]:disabled {{ color: {look.muted}; }}
QPushButton[kit="hinted"] {{ text-align: left; }}
QPushButton[kit="menu"] {{ padding: 1px {look.px(30)}px 1px 2px; }}
QPushButton[kit="menu"]:focus {{ padding: 0px {look.px(30) - 1}px 0px 1px; }}
QPushButton::menu-indicator {{
    image: url("{down}"); width: {look.px(12)}px; height: {look.px(12)}px;
    subcontrol-origin: padding; subcontrol-position: right center; right: {look.px(10)}px;
}}
QPushButton[kit="segment"] {{ border-radius: {radius - 2}px; border-color: transparent; background: transparent; }}
QPushButton[kit="segment"]:hover {{ background: {look.card}; }}
QPushButton[kit="segment"]:checked {{
    background: {look.card}; border-color: {look.edge}; color: {look.accent};
}}
QPushButton[kit="segment"]:focus {{ border: 2px solid {look.accent}; }}
QPushButton[kit="place"] {{
    background: transparent; border: none; border-left: 3px solid transparent; border-radius: {radius - 2}px;
    text-align: left; padding: 2px 10px 2px 9px; min-height: {look.px(34)}px;
}}
QPushButton[kit="place"]:hover {{ background: {look.paper}; }}
QPushButton[kit="place"]:checked {{
    background: {look.card}; font-weight: 600; border-left: 3px solid {look.accent};
}}
QPushButton[kit="place"]:focus {{ border: 2px solid {look.accent}; padding: 0px 8px 0px 10px; }}
QToolButton {{
    background: transparent; color: {look.ink}; border: 1px solid transparent; border-radius: {radius - 2}px;
    padding: 3px 7px; min-height: {small}px; min-width: {small}px;
}}
QToolButton:hover {{ background: {look.info}; }}
QToolButton:checked {{ background: {look.info}; border-color: {look.accent}; }}
QToolButton:focus {{ border: 2px solid {look.accent}; padding: 2px 6px; }}
QToolButton:disabled {{ color: {look.muted}; }}
QLineEdit QToolButton {{ border: none; padding: 0px; min-height: 0px; min-width: 0px; background: transparent; }}
"""


def _fields(look: Look) -> str:
    down, up, tick, clear = (_icon(look, name) for name in ("down", "up", "tick", "clear"))
    boxes = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"
    focused = ", ".join(f"{name}:focus" for name in boxes.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in boxes.split(", "))
    mark, small = look.px(18), look.px(SMALL_PX)
    return f"""
{boxes} {{
    background: {look.card}; color: {look.ink}; border: 1px solid {look.edge}; border-radius: {CONTROL_RADIUS_PX - 2}px;
    padding: 5px 9px; min-height: {look.px(24)}px;
    selection-background-color: {look.accent}; selection-color: {look.on_accent};
    placeholder-text-color: {look.muted};
}}
{focused} {{ border: 2px solid {look.accent}; padding: 4px 8px; }}
{disabled} {{ color: {look.muted}; background: {look.side}; border-color: {look.line}; }}
QPlainTextEdit, QTextEdit {{ padding: 2px 5px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 1px 4px; }}
QLineEdit {{ lineedit-clear-button-icon: url("{clear}"); }}
QLineEdit[kit="code"] {{ font-family: monospace; font-size: {small}px; }}
QLineEdit[kit="search"] {{ border-color: {look.line}; padding: 5px 13px; }}
QLineEdit[kit="search"]:focus {{ border: 2px solid {look.accent}; padding: 4px 12px; }}
QComboBox::drop-down {{ border: none; width: {look.px(26)}px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {look.px(12)}px; height: {look.px(12)}px; }}
QComboBox QAbstractItemView {{
    background: {look.card}; border: 1px solid {look.edge}; padding: 4px; outline: none;
    selection-background-color: {look.info}; selection-color: {look.ink};
}}
QComboBox QAbstractItemView::item {{ min-height: {look.px(30)}px; padding: 2px 6px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0px 6px; min-height: 0px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: {look.px(22)}px; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: {look.px(10)}px; height: {look.px(10)}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: {look.px(10)}px; height: {look.px(10)}px; }}
QCheckBox, QRadioButton {{
    spacing: 8px; min-height: {look.px(SMALLEST_TARGET_PX)}px; border: 2px solid transparent; border-radius: 6px;
    padding: 0px 4px 0px 0px; background: transparent;
}}
QCheckBox:focus, QRadioButton:focus {{ border-color: {look.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: {mark}px; height: {mark}px; border: 1px solid {look.edge}; background: {look.card};
}}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {mark // 2 + 1}px; }}
QCheckBox::indicator:checked {{ background: {look.accent}; border-color: {look.accent}; image: url("{tick}"); }}
QRadioButton::indicator:checked {{ border: {look.px(6)}px solid {look.accent}; width: {look.px(8)}px;
    height: {look.px(8)}px; border-radius: {look.px(10)}px; }}
QProgressBar {{
    background: {look.side}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; text-align: center;
}}
QProgressBar::chunk {{ background: {look.accent}; border-radius: 4px; }}
"""


def _grounds(look: Look) -> str:
    return f"""
QMainWindow, QDialog, QWidget[kit="page"] {{ background: {look.paper}; }}
QScrollArea, QScrollArea[kit="scroll"] > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollArea[kit="reading"] {{ border: 2px solid transparent; }}
QScrollArea:focus {{ border: 2px solid {look.accent}; }}
QScrollArea[kit="reading"]:focus {{ border-color: {look.accent}; }}
QFrame[kit="card"] {{
    background: {look.card}; border: 1px solid {look.line}; border-radius: {CARD_RADIUS_PX}px;
}}
QFrame[kit="desk"] {{ background: {look.desk}; border: none; }}
QFrame[kit="panel"] {{ background: {look.card}; border: none; }}
QFrame[kit="banner"] {{ background: {look.info}; border: none; border-radius: {CARD_RADIUS_PX}px; }}
QFrame[kit="segments"] {{ background: {look.side}; border: none; border-radius: {CONTROL_RADIUS_PX}px; }}
QFrame[kit="covered"] {{ background: {look.side}; border: none; border-radius: {CARD_RADIUS_PX}px; }}
QFrame[kit="drop"] {{
    background: {look.card}; border: 2px dashed {look.edge}; border-radius: {CARD_RADIUS_PX}px;
}}
QFrame[kit="drop"][over="true"] {{ background: {look.info}; border-color: {look.accent}; }}
QFrame[kit="bar"] {{ background: {look.card}; border: none; border-bottom: 1px solid {look.line}; }}
QFrame[kit="side"] {{ background: {look.side}; border: none; border-right: 1px solid {look.line}; }}
QFrame[kit="actions"] {{ background: {look.card}; border: none; border-top: 1px solid {look.line}; }}
QFrame[kit="foot"] {{ background: {look.side}; border: none; border-top: 1px solid {look.line}; }}
QFrame[kit="toast"], QFrame[kit="sheet"] {{
    background: {look.card}; border: 1px solid {look.edge}; border-radius: {CARD_RADIUS_PX}px;
}}
QFrame[kit="veil"] {{ background: rgba(0, 0, 0, 90); border: none; }}
QFrame[kit="rule"] {{ background: {look.line}; border: none; max-height: 1px; min-height: 1px; }}
QMenuBar {{ background: {look.side}; color: {look.ink}; border: none; padding: 2px 8px; }}
QMenuBar::item {{ background: transparent; padding: 5px 10px; border-radius: 6px; }}
QMenuBar::item:selected {{ background: {look.info}; }}
QMenu {{ background: {look.card}; color: {look.ink}; border: 1px solid {look.edge}; padding: 6px; }}
QMenu::item {{ padding: 6px 28px 6px 14px; border-radius: 6px; min-height: {look.px(20)}px; }}
QMenu::item:selected {{ background: {look.info}; }}
QMenu::item:disabled {{ color: {look.muted}; }}
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
