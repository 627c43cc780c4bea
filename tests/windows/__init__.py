"""The installed program under Wine: `make windows-test`. No part of `make test`."""
