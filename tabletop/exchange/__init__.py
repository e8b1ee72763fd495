"""What goes out to other programs and comes in from them: the desk at which papers are translated, both ways.

An event list leaves as a spreadsheet and comes back corrected; a structure leaves as a drawing or a list of links.
"""
