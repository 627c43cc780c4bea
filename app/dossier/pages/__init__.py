"""The pages: what a Dossier value looks like on A4. The only files that know reportlab."""
