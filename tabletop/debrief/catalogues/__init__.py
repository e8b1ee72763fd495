"""For those who translate: what there is to say, in files that they can open, and what is wrong with what they said.

`python -m tabletop.debrief.catalogues` gathers every sentence anew; with `pt` behind it, it begins a catalogue for
Portuguese. Debriefs themselves need none of this room.
"""
