"""The demonstration: a made-up post in a real window, captured, written down, handed over, checked, and damaged.

It stands beside the product, which does not know it, and uses what everybody can use: the commands, and the doors of
the rooms. ``python -m demo`` runs it; ``demo/post`` is the window, a program of its own.
"""
