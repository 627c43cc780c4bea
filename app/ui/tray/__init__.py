"""The icon beside the clock: what people need from any program, and the way out."""
