"""`tabletop schema`: what an editor reads."""

from __future__ import annotations

import json

from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tabletop.reading.schema import json_schema


def test_it_prints_the_schema_and_nothing_else() -> None:
    ended = CliRunner().invoke(tabletop, ["schema"])
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert json.loads(ended.stdout) == json_schema()
    assert ended.stdout.endswith("}\n")
