"""The scripts that train Dateline's models, and our own corpus. Nothing here is needed at run time."""
