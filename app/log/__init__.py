"""What went wrong, in kinds of errors and places in the code alone. This file is the only door."""

from app.log.details import details_of, kind_of
from app.log.error_log import ErrorLog

__all__ = ["ErrorLog", "details_of", "kind_of"]
