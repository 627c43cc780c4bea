"""Figures: ours, the peers and the limits, side by side in one run."""
