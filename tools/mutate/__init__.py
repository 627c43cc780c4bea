"""Small changes are made to the code on purpose, one at a time, to see whether a test notices. Not part of CI."""
