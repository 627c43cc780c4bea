"""The look of the post: a page, a card, discs with initials. It shows what the presenter hands it.

All words are painted from one text document each, the same that ``places`` measures.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from demo.post.places import phrase_area
from demo.post.post import Comment
from demo.post.presenter import Avatar, PostPresenter

PAGE = "#E9EDF0"
CARD = "#FFFFFF"
INK = "#1F2A37"
MUTED = "#5B6472"
LINE = "#D9DEE3"
BUBBLE = "#F1F3F5"
BRAND = "#3F5E4C"

_LINE_HEIGHT_PERCENT = 112.0
_PARAGRAPH_GAP_PX = 10.0


class Prose(QWidget):
    """Running text that knows where its phrases stand."""

    def __init__(self, text: str, size_px: int) -> None:
        super().__init__()
        font = QFont(self.font())
        font.setPixelSize(size_px)
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font)
        self._document.setPlainText(text)
        block = self._document.begin()
        while block.isValid():
            spacing = QTextBlockFormat()
            spacing.setLineHeight(
                _LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            spacing.setTopMargin(_PARAGRAPH_GAP_PX if block.position() else 0)
            QTextCursor(block).setBlockFormat(spacing)
            block = block.next()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def document(self) -> QTextDocument:
        """The document that is painted."""
        return self._document

    def hasHeightForWidth(self) -> bool:
        """Text grows downwards when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height the text needs at ``width``."""
        self._document.setTextWidth(width)
        return int(self._document.size().height() + 0.999)

    def sizeHint(self) -> QSize:
        """The size at the width it has now."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out in the width it was given."""
        self._document.setTextWidth(self.width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the document in the ink colour, whatever the desktop's theme is."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        painter = QPainter(self)
        self._document.documentLayout().draw(painter, context)
        painter.end()


class Disc(QWidget):
    """A round avatar with initials."""

    def __init__(self, avatar: Avatar, size_px: int) -> None:
        super().__init__()
        self._avatar = avatar
        self.setFixedSize(size_px, size_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the initials in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._avatar.tint))
        painter.drawEllipse(QRectF(self.rect()))
        font = QFont(self.font())
        font.setPixelSize(int(self.height() * 0.38))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(CARD))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._avatar.initials)
        painter.end()


class PostWindow(QWidget):
    """The page with the post."""

    def __init__(self, presenter: PostPresenter, width: int) -> None:
        super().__init__()
        self.setWindowTitle(presenter.title)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"#page {{ background: {PAGE}; }}"
            f"#bar {{ background: {CARD}; border-bottom: 1px solid {LINE}; }}"
            f"#address {{ background: {BUBBLE}; border-radius: 14px; padding: 0 14px; }}"
            f"#card {{ background: {CARD}; border: 1px solid {LINE}; border-radius: 10px; }}"
            f"#bubble {{ background: {BUBBLE}; border-radius: 12px; }}"
            f"#rule {{ background: {LINE}; }}"
        )
        self._presenter = presenter
        self._text = Prose(presenter.text, 17)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._bar())
        body = QVBoxLayout()
        body.setContentsMargins(24, 16, 24, 24)
        body.setSpacing(14)
        body.addLayout(self._group_line())
        body.addWidget(self._card())
        page.addLayout(body)
        self.setFixedWidth(width)
        self.setFixedHeight(page.heightForWidth(width))

    def areas(self) -> dict[str, QRectF]:
        """Where each named phrase stands, in the window's own coordinates."""
        origin = QPointF(self._text.mapTo(self, self._text.rect().topLeft()))
        return {
            name: phrase_area(self._text.document, span).translated(origin)
            for name, span in self._presenter.spans.items()
        }

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(52)
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(16)
        row.addWidget(_label(self._presenter.post.platform, 18, BRAND, bold=True))
        address = _label(self._presenter.post.address, 13, MUTED)
        address.setObjectName("address")
        address.setFixedHeight(28)
        row.addWidget(address, 1)
        return bar

    def _group_line(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(_label(self._presenter.post.group, 20, INK, bold=True))
        lines.addWidget(_label(self._presenter.post.group_line, 13, MUTED))
        return lines

    def _card(self) -> QWidget:
        post = self._presenter.post
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Disc(self._presenter.avatar(post), 44))
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(_label(post.author, 16, INK, bold=True))
        names.addWidget(_label(self._presenter.byline, 13, MUTED))
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addWidget(self._text)
        counts = QHBoxLayout()
        counts.addWidget(_label(post.reactions, 13, MUTED))
        counts.addStretch(1)
        counts.addWidget(_label(post.shares, 13, MUTED))
        column.addLayout(counts)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        for comment in post.comments:
            column.addLayout(self._comment(comment))
        return card

    def _comment(self, comment: Comment) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Disc(self._presenter.avatar(comment), 32), 0, Qt.AlignmentFlag.AlignTop)
        bubble = QFrame()
        bubble.setObjectName("bubble")
        words = QVBoxLayout(bubble)
        words.setContentsMargins(14, 8, 14, 10)
        words.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(_label(comment.author, 13, INK, bold=True))
        top.addWidget(_label(comment.shown_time, 12, MUTED))
        top.addStretch(1)
        words.addLayout(top)
        words.addWidget(Prose(comment.text, 14))
        row.addWidget(bubble, 1)
        return row


def _label(text: str, size_px: int, colour: str, *, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = QFont(label.font())
    font.setPixelSize(size_px)
    font.setBold(bold)
    label.setFont(font)
    palette = QPalette(label.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    label.setPalette(palette)
    return label
