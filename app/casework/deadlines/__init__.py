"""Deadlines: rules as data, facts as values, and the reckoning between them. Pure; out by the door of app.casework."""
