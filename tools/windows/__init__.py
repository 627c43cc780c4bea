"""The builds for Windows, and the small Windows under Wine that they and their tests are run in."""
