"""How often, for how long, where, how wide and how aimed: figures over what was written down, never a judgement."""
