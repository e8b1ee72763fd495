"""The words: frozen values that every other room speaks in.

A scenario is words, an item is a value on its way, a verdict is what a barrier says of it, a journal is what came of
it. Nothing here knows a file, a clock on the wall, or the simulation engine.
"""
