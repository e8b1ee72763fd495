"""What evaluators noted in the room, kept apart from what was simulated, and always marked."""
