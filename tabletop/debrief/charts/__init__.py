"""Pictures worked out as plain numbers: every place in percent or pixels, so that a template only draws."""
