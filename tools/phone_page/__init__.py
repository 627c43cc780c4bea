"""Makes the page with which a phone closes an envelope, from pinned packages and the files in ``src``."""
