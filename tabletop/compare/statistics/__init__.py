"""What many replications say and how surely: intervals, differences, selection, what helps, what could turn it."""
