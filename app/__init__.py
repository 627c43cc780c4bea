"""The application around the vault. ARCHITECTURE.md shows its rooms and floors."""
