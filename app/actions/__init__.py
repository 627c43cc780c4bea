"""One file per act of the user; window and commands both call these and hold no act of their own."""
