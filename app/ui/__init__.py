"""The windows: Qt lives here and in bootstrap, and no screen imports another."""
