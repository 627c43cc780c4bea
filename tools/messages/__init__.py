"""Keeps the Danish catalogue beside what the code says."""
