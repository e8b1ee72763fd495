"""A whole batch of exercises: what is to be played, who plays it, and what is kept of it, come what may."""
