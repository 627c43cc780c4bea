"""What a user would do, with real windows, files and processes."""
