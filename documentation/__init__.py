"""The pages of the documentation that are read off the program: barriers, measures, scenarios with pictures, names.

`make docs` writes them into docs/generated/ and builds the site around them; the scenarios' cards, which hand-written
pages show on a code host too, lie in docs/pictures/ and are drawn anew before.
"""
