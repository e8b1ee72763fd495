"""`tabletop check`: mistakes first, then the rehearsal."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from click.testing import CliRunner, Result

from tabletop.cli.group import tabletop

GOOD = """\
tabletop: 1
title: "A red [/] test"
clock: {starts: 2026-03-02 00:00, lasts: 10d}
information: {news: {}}
actors: {a: {}, b: {}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {post: {delay: 4d}}
structures: {s: {links: [{between: [a, b], channel: post}]}}
injects: {letter: {at: 1d, to: a, brings: news}}
"""
IDLE = GOOD.replace("{a: {}, b: {}}", "{a: {}, b: {}, c: {}}").replace(
    "needs: [news]}}", "needs: [news]}, watcher: {held_by: c, needs: [news]}}"
)
BAD = GOOD.replace("held_by: b", "held_by: bb")

SLIPS = """\
tabletop: 1
title: Two slips
clock: {lasts: 2}
information: {concern: {}}
actors: {school: {stafff: 2}}
structures: {none: {}}
"""

MENDS = """\
{file}: in order; rehearsed in 5 runs: 2 to mend

To mend:
{file}:6:68: roles.watcher.needs: `watcher` needs `news` and never gets it under `s`, even with every barrier lifted (5 runs)
    Either no way that carries it leads there, or those who tell it do not name this role.
    What to try: link them, let a link carry `news`, or name `watcher` where it is told.
{file}:6:56: roles.watcher.held_by: nothing ever comes to `c` under `s` (in every one of 5 runs)
    Whoever plays it sits at the table with nothing to do.
    What to try: bring it an inject in that time, let it need something, or let its players observe.
"""


def written(folder: Path, text: str, name: str = "test.yaml") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(tabletop, ["check", *arguments])


def test_every_mistake_is_one_line_that_an_editor_can_jump_to(tmp_path: Path) -> None:
    """Both mistakes at once, in the order of the file, and exit 3."""
    slips = written(tmp_path, SLIPS)
    result = check(slips)
    lines = [line for line in result.output.splitlines() if line.startswith(slips)]
    assert result.exit_code == 3
    assert [line.split(":")[1:3] for line in lines] == [["3", "9"], ["5", "19"]]
    assert "did you mean 'staff'?" in lines[1]


def test_json_has_a_version_and_every_mistake_in_parts(tmp_path: Path) -> None:
    """A tool need not take sentences apart."""
    result = check(written(tmp_path, SLIPS), "--json")
    document = json.loads(result.output)
    assert (result.exit_code, document["version"], document["rehearsals"]) == (3, 1, [])
    assert [(each["line"], each["path"]) for each in document["problems"]] == [
        (3, "clock.lasts"),
        (5, "actors.school"),
    ]


def test_a_file_in_order_with_nothing_found_says_so(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    ended = check(file, "--strict")
    assert (ended.exit_code, ended.output) == (0, f"{file}: in order; rehearsed in 1 run: nothing found\n")


def test_what_is_found_stands_with_its_place_and_why_and_what_to_try(tmp_path: Path) -> None:
    file = written(tmp_path, IDLE)
    ended = check(file)
    assert (ended.exit_code, ended.output) == (0, MENDS.format(file=file))


def test_strict_lets_what_is_to_be_mended_fail(tmp_path: Path) -> None:
    assert check(written(tmp_path, IDLE), "--strict").exit_code == 1


def test_strict_does_not_mind_what_is_only_to_be_known(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD.replace("delay: 4d", "delay: 30m"))
    ended = check(file, "--strict")
    assert (ended.exit_code, "1 to know" in ended.output, "To mend" in ended.output) == (0, True, False)


def test_without_a_rehearsal_nothing_is_played(tmp_path: Path) -> None:
    file = written(tmp_path, IDLE)
    ended = check(file, "--no-rehearsal", "--strict")
    assert (ended.exit_code, ended.output) == (0, f"{file}: in order\n")


def test_mistakes_come_first_and_end_with_3(tmp_path: Path) -> None:
    good, bad = written(tmp_path, GOOD, "good.yaml"), written(tmp_path, BAD, "bad.yaml")
    ended = check(bad, good, "--strict")
    first, second = ended.output.splitlines()
    assert ended.exit_code == 3
    assert first.startswith(f"{bad}:6:18: roles.reader.held_by: ")
    assert second == f"{good}: in order; rehearsed in 1 run: nothing found"


def test_json_is_one_document_with_both(tmp_path: Path) -> None:
    idle, bad = written(tmp_path, IDLE), written(tmp_path, BAD, "bad.yaml")
    ended = check(idle, bad, "--json")
    document = json.loads(ended.output)
    [problem], [rehearsal] = document["problems"], document["rehearsals"]
    assert (ended.exit_code, document["version"], problem["path"]) == (3, 1, "roles.reader.held_by")
    assert (rehearsal["scenario"], rehearsal["runs"], rehearsal["left_out"]) == (idle, 5, {})
    assert rehearsal["findings"][0] == {
        "name": "kind_nobody_gets",
        "severity": "mend",
        "file": idle,
        "line": 6,
        "column": 68,
        "path": "roles.watcher.needs",
        "what": "`watcher` needs `news` and never gets it under `s`, even with every barrier lifted (5 runs)",
        "matters": "Either no way that carries it leads there, or those who tell it do not name this role.",
        "remedy": "link them, let a link carry `news`, or name `watcher` where it is told",
    }


def test_the_shipped_scenario_passes_strictly_in_a_few_seconds_of_work() -> None:
    began = time.process_time()
    assert check("kumanovo_cat", "--strict").exit_code == 0
    assert time.process_time() - began < 12


def test_looking_for_mistakes_loads_no_engine() -> None:
    code = (
        "import sys\n"
        "from tabletop.cli.group import tabletop\n"
        "tabletop.main(['check', 'kumanovo_cat', '--no-rehearsal'], standalone_mode=False)\n"
        "print(sorted({'simpy', 'tabletop.engine', 'tabletop.rehearsal'} & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "kumanovo_cat: in order\n[]\n"


def test_findings_alike_are_told_twenty_times_and_then_counted(tmp_path: Path) -> None:
    """`--json` has every one of them."""
    many = "".join(f"  more{n}: {{at: 1d, to: b, brings: gossip}}\n" for n in range(30))
    text = GOOD.replace("{news: {}}", "{news: {}, gossip: {}}").replace(
        "injects: {letter: {at: 1d, to: a, brings: news}}\n",
        "injects:\n  letter: {at: 1d, to: a, brings: news}\n" + many,
    )
    file = written(tmp_path, text)
    lines = check(file).stdout.splitlines()
    assert sum("which nobody needs" in line for line in lines) == 20
    assert "    and 10 more like these; `--json` has them all" in lines
    (rehearsal,) = json.loads(check("--json", file).stdout)["rehearsals"]
    assert sum("which nobody needs" in finding["what"] for finding in rehearsal["findings"]) == 30
