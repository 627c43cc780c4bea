"""The folder for a USB stick: a package laid out so that any PC opens it, without a program and without a network."""
