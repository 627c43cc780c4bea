"""The key that takes a screenshot while any program is in front: its rules (no Qt), and a file for each system.

``keeper.py`` is what the window and its screens talk to; ``opening.py`` finds what holds the key on this system.
"""
