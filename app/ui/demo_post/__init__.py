"""A made-up post in a window of its own, so that the demo has something real to capture.

Run as ``python -m app.ui.demo_post --post resources/demo/post.toml``. It is a program beside the app and
imports no other part of it.

Files: ``post`` (the data), ``presenter`` (what is shown, without Qt), ``view`` (widgets), ``places`` (where
words stand), ``stage`` (showing it, telling where, and leaving), ``display`` (is there a screen at all).
"""
