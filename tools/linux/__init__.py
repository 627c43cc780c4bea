"""``python -m tools.linux``: the program as a Debian package, from the locked wheels and packaging/linux/."""
