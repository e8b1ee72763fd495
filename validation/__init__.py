"""The simulator against what is known: like a scale on which one puts a kilogram before one sells by it.

`python -m validation` plays every network of the laboratory, compares what comes out with formulas and publications, and
writes the page docs/validation.md.
"""
