"""The switchboard: every command is found, starts fast, and every error ends as one message and an exit code."""

from __future__ import annotations

import subprocess
import sys
import time

import click
import pytest
from click.testing import CliRunner

import tabletop as package
from tabletop.cli.edge import edge
from tabletop.cli.group import COMMANDS, tabletop
from tabletop.cli.plain import plain
from tabletop.errors import (
    OutputError,
    Problem,
    RunawayError,
    ScenarioError,
    TabletopError,
    UsageError,
)

STAFF = Problem("flood.yaml", 12, 5, "actors.police.staff", "expected a whole number", "write 1 or more")


def ended(error: BaseException, *, debug: bool = False) -> int:
    with pytest.raises(click.exceptions.Exit) as caught, edge(debug=debug):
        raise error
    return caught.value.exit_code


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_help_names_every_command_with_its_summary() -> None:
    said = CliRunner().invoke(tabletop, ["--help"]).output
    assert all(f"  {name} " in said and summary in said for name, (_, summary) in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_list_says_of_it(name: str) -> None:
    command = tabletop.get_command(click.Context(tabletop), name)
    assert command is not None
    assert (command.name, (command.help or "").partition("\n")[0]) == (name, COMMANDS[name][1])


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version_is_the_one_of_the_package(flag: str) -> None:
    assert CliRunner().invoke(tabletop, [flag]).output == f"tabletop {package.__version__}\n"


def test_a_mistyped_command_is_answered_with_the_nearest() -> None:
    ended = CliRunner().invoke(tabletop, ["chekc"])
    assert (ended.exit_code, ended.stderr.splitlines()[-1]) == (
        2,
        "Error: No command 'chekc': did you mean 'check'?",
    )


def test_a_command_like_no_other_is_answered_with_all() -> None:
    ended = CliRunner().invoke(tabletop, ["xyzzy"])
    assert ended.stderr.endswith(f"Error: No command 'xyzzy': there are {', '.join(COMMANDS)}.\n")


def test_help_imports_click_and_nothing_else_that_is_heavy() -> None:
    heavy = "babel jinja2 networkx numpy pydantic rich scipy simpy yaml"
    code = (
        "import sys, click\n"
        "from tabletop.cli.group import tabletop\n"
        "tabletop.main(['--help'], standalone_mode=False)\n"
        "print(sorted(set(sys.argv[1].split()) & set(sys.modules)), file=sys.stderr)"
    )
    assert python(code, heavy).stderr == "[]\n"


def test_importing_tabletop_imports_nothing_of_it() -> None:
    code = "import sys, tabletop; print([name for name in sys.modules if name.startswith('tabletop')])"
    assert python(code).stdout == "['tabletop']\n"


def test_a_name_that_is_not_offered_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'walk'"):
        _ = package.walk


@pytest.mark.slow
def test_help_takes_less_than_200_milliseconds() -> None:
    def taken() -> float:
        before = time.perf_counter()
        subprocess.run([sys.executable, "-m", "tabletop", "--help"], capture_output=True, check=True)
        return time.perf_counter() - before

    assert min(taken() for _ in range(7)) < 0.2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TabletopError("no"), 1),
        (UsageError("no"), 2),
        (ScenarioError((STAFF,)), 3),
        (RunawayError("no"), 3),
        (ValueError("no"), 70),
        (OutputError("no"), 74),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, BaseException) else str(each),
)
def test_every_error_has_its_exit_code(error: BaseException, code: int) -> None:
    assert ended(error) == code


def test_ctrl_c_while_the_command_line_is_loaded_is_one_word() -> None:
    done = python(
        "import sys\n"
        "class Impatient:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Impatient())\n"
        "from tabletop.cli import main\n"
        "main()"
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Interrupted.\n")


def test_mistakes_in_a_scenario_are_said_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    empty = Problem("flood.yaml", 0, 0, "", "the file is empty")
    ended(ScenarioError((STAFF, empty)))
    assert capsys.readouterr().err == (
        "flood.yaml:12:5: actors.police.staff: expected a whole number (write 1 or more)\n"
        "flood.yaml: the file is empty\n"
    )


def test_a_mistake_of_ours_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    ended(ValueError("odd"))
    assert capsys.readouterr().err == (
        "tabletop made a mistake (ValueError: odd): "
        "run it again as `tabletop --debug …` and report it with the scenario, please.\n"
    )


def test_debug_shows_where_a_mistake_of_ours_was_made(capsys: pytest.CaptureFixture[str]) -> None:
    ended(ValueError("odd"), debug=True)
    said = capsys.readouterr().err
    assert said.startswith("Traceback")
    assert "in ended" in said


def test_a_closed_pipe_ends_quietly() -> None:
    closed = (
        "import os, sys; r, w = os.pipe(); os.close(r); os.dup2(w, 1); sys.argv = ['tabletop', 'barriers']\n"
    )
    assert python(closed + "from tabletop.cli import main; main()").stderr == ""


def test_no_color_keeps_a_terminal_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(tabletop, ["barriers"], color=True).output


def test_what_would_steer_a_terminal_is_written_out() -> None:
    assert plain("a\x1b[2J\rb\x9bc\n\tفارسی\u200cها") == "a\\x1b[2J\\rb\\x9bc\n\tفارسی\u200cها"
