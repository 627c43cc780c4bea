"""Another program that has a picture on the clipboard: ``clip_source.py FILE``. Prints ``shown``, and stays."""

from __future__ import annotations

import sys

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

application = QApplication(sys.argv[:1])
application.clipboard().setImage(QImage(sys.argv[1]))
sys.stdout.write("shown\n")
sys.stdout.flush()
application.exec()
