"""Pictures of every screen as a person meets it, to be looked at: ``python -m tools.screenshots --help``."""
