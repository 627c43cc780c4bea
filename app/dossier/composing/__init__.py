"""From a case and a policy to the Dossier value, one file per part of it. Pure; entered by app.dossier.composition."""
