"""A made-up year of a case (year.toml) and how it is sealed act by act (building.py)."""
