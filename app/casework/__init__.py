"""The case around the evidence: records, the fold, and one file per answer. Pure."""
