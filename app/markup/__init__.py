"""Marks and redactions on a copy of a picture.

This file is the door; ``app.markup.shapes`` may be imported beside it. What draws on pixels is loaded when first asked
for: a case is read without a picture.
"""

from typing import TYPE_CHECKING

from app.lazily import when_asked
from app.markup.covered import is_covered
from app.markup.errors import (
    LayerError,
    LayerFault,
    LayerPart,
    MarkupError,
    RedactionFormError,
    ShapesError,
    ShapesFault,
)
from app.markup.layer import MAX_POINTS, check_layer, merge
from app.markup.shapes import (
    Arrow,
    Box,
    Ellipse,
    Frame,
    Freehand,
    Highlight,
    Layer,
    Line,
    Mark,
    Number,
    Redaction,
    Text,
    ToldLayer,
    ToldMark,
    points_bounds,
)
from app.markup.sizes import Sizes, plate_margin_px
from app.markup.typed import MAX_FILE_SIZE, parse_redaction, parse_shapes
from app.markup.visible import (
    black_areas,
    numbering,
    reasons,
    shows_all_boxes,
    shows_all_marks,
    told_redactions,
)

if TYPE_CHECKING:
    from app.markup.burning import burn
    from app.markup.telling import visible_layer
else:
    __getattr__ = when_asked(__name__, {"burning": ("burn",), "telling": ("visible_layer",)})

__all__ = [
    "MAX_FILE_SIZE",
    "MAX_POINTS",
    "Arrow",
    "Box",
    "Ellipse",
    "Frame",
    "Freehand",
    "Highlight",
    "Layer",
    "LayerError",
    "LayerFault",
    "LayerPart",
    "Line",
    "Mark",
    "MarkupError",
    "Number",
    "Redaction",
    "RedactionFormError",
    "ShapesError",
    "ShapesFault",
    "Sizes",
    "Text",
    "ToldLayer",
    "ToldMark",
    "black_areas",
    "burn",
    "check_layer",
    "is_covered",
    "merge",
    "numbering",
    "parse_redaction",
    "parse_shapes",
    "plate_margin_px",
    "points_bounds",
    "reasons",
    "shows_all_boxes",
    "shows_all_marks",
    "told_redactions",
    "visible_layer",
]
