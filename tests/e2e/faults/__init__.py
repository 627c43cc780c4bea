"""Kill, power cut, full disk, second process: what was acknowledged is still there afterwards."""
