"""Getting files in: chosen, dropped, pasted. Each is kept as an original, byte for byte.

``build(context, window)`` gives an ``Incoming``: ``add(paths)`` (asks when there are none), ``add_pictures(bytes)``,
``take(mime data)`` for what was dropped, and ``paste()``. The sheet with progress shows itself when it is needed.
"""

from app.ui.incoming.incoming import Incoming, build

__all__ = ["Incoming", "build"]
