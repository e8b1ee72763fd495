"""What a trainer prints before an exercise: manuals, cards, forms and the sheet to sign, from the scenario alone."""
