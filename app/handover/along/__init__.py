"""What is written to go along in a package beside dossier and exhibits: a page without network, tables, records.

All of it is made from the Dossier value and from what its log shows everybody; nothing else of the case comes here.
"""
