"""The sections of a debrief, one file each: what they hold as plain data, and how it follows from the measures."""
