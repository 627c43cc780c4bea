"""A print of a report beside the report itself: where things lie, and which digits are others. Pure."""
