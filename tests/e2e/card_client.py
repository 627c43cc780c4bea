"""A small X client: shows the RGB bytes it is given in a window, until its input ends.

Run as a process of its own: ``card_client.py WIDTH HEIGHT X Y MANAGED TITLE`` with the bytes on standard
input; says "shown" when the picture stands. It repaints what others had covered.
"""

from __future__ import annotations

import os
import select
import sys

from Xlib import X, Xatom, Xutil
from Xlib.display import Display
from Xlib.xobject.drawable import Window

_ROWS = 16  # a request may be 256 KiB long


def main(arguments: list[str]) -> int:
    width, height, x, y, managed = (int(argument) for argument in arguments[:5])
    title = arguments[5]
    rgb = sys.stdin.buffer.read(3 * width * height)
    bgrx = bytearray(4 * width * height)
    bgrx[0::4], bgrx[1::4], bgrx[2::4] = rgb[2::3], rgb[1::3], rgb[0::3]

    display = Display()
    screen = display.screen()
    window: Window = screen.root.create_window(
        x,
        y,
        width,
        height,
        0,
        screen.root_depth,
        X.InputOutput,
        X.CopyFromParent,
        background_pixel=screen.black_pixel,
        override_redirect=0 if managed else 1,
        event_mask=X.ExposureMask | X.StructureNotifyMask,
    )
    utf8 = display.intern_atom("UTF8_STRING")
    window.change_property(display.intern_atom("_NET_WM_NAME"), utf8, 8, title.encode("utf-8"))
    window.change_property(display.intern_atom("_NET_WM_PID"), Xatom.CARDINAL, 32, [os.getpid()])
    window.set_wm_normal_hints(flags=Xutil.USPosition | Xutil.PPosition)
    window.map()
    painter = window.create_gc()

    def paint() -> None:
        stride = 4 * width
        for top in range(0, height, _ROWS):
            rows = min(_ROWS, height - top)
            strip = bytes(bgrx[top * stride : (top + rows) * stride])
            window.put_image(
                painter,  # type: ignore[arg-type]  # the stub wants the number, the library takes both
                *(0, top, width, rows, X.ZPixmap, screen.root_depth, 0, strip),
            )
        display.sync()

    told = False
    while True:
        while display.pending_events():
            event = display.next_event()
            if event.type == X.Expose and event.count == 0:
                paint()
                if not told:
                    told = True
                    sys.stdout.write("shown\n")
                    sys.stdout.flush()
        ready, _, _ = select.select([display.fileno(), sys.stdin.fileno()], [], [], 1.0)
        if sys.stdin.fileno() in ready:
            display.close()
            return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
