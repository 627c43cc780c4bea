"""Files that get their name whole or not at all, and last. Standard library only. This file is the only door."""

from atomic_file.beside import part_beside, sweep_beside
from atomic_file.disk import flush, keeps_to_owner, new_file, sync_file, sync_folder
from atomic_file.names import NameFault, UnfitNameError, check_name, fit_name, name_fault
from atomic_file.owner_only import Drive, can_keep, owners_rights
from atomic_file.placeholder import is_placeholder
from atomic_file.writing import sweep, write_atomically, write_passing

__all__ = [
    "Drive",
    "NameFault",
    "UnfitNameError",
    "can_keep",
    "check_name",
    "fit_name",
    "flush",
    "is_placeholder",
    "keeps_to_owner",
    "name_fault",
    "new_file",
    "owners_rights",
    "part_beside",
    "sweep",
    "sweep_beside",
    "sync_file",
    "sync_folder",
    "write_atomically",
    "write_passing",
]
