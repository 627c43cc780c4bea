"""Makes a rule pack: a key, what is signed, and the file that is handed out. docs/packs.md tells how it is used."""
