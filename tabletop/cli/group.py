"""The list of commands, each loaded when it is called for: like a switchboard, which need not know what is said."""

from __future__ import annotations

import os
import signal
import sys
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper

import click

from tabletop.cli.edge import edge
from tabletop.collector import leave_the_rest, look_seldom
from tabletop.resources import VERSION

COMMANDS = {
    "run": ("tabletop.cli.run:run", "Run an exercise and write its debrief."),
    "debrief": (
        "tabletop.cli.debrief:debrief",
        "Write the debrief of an exercise.",
    ),
    "pack": ("tabletop.cli.pack:pack", "Write what is printed before an exercise."),
    "compare": (
        "tabletop.cli.compare:compare",
        "Compare the structures of a scenario over many replications.",
    ),
    "sweep": ("tabletop.cli.sweep:sweep", "Play a scenario with values turned, over a full grid."),
    "resume": ("tabletop.cli.resume:resume", "Go on with a comparison that was broken off."),
    "verify": ("tabletop.cli.verify:verify", "Play a sample of a comparison again and look at its files."),
    "list": ("tabletop.cli.listing:list_", "List the shipped scenarios."),
    "show": ("tabletop.cli.show:show", "Show who is connected to whom."),
    "new": ("tabletop.cli.new:new", "Begin a new scenario."),
    "check": ("tabletop.cli.check:check", "Check scenario files and say every mistake."),
    "audit": ("tabletop.cli.audit:audit", "Say what a scenario says of lessons, tips and functions."),
    "schema": ("tabletop.cli.schema:schema", "Print the JSON Schema of a scenario file."),
    "barriers": ("tabletop.cli.barriers:barriers", "List the barriers, or read the manual page of one."),
    "export": ("tabletop.cli.export:export", "Write events or connections for another program."),
    "import": ("tabletop.cli.import_:import_", "Work an event list into a scenario."),
}
"""Every command: where it is, and what `tabletop --help` says of it."""


TERMINATED = 143
"""Exit code after SIGTERM: 128 and the number of the signal, as shells expect it."""


class Switchboard(click.Group):
    """A group of commands that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks for it so
        """Names of all commands, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """The command of this name, imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the commands from their list, so that `--help` imports none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a mistyped one is answered with the nearest that exists."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(COMMANDS)}."
            ctx.fail(f"No command {args[0]!r}: {meant}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Call the command, with the edge around it that turns errors into messages."""
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        with edge(debug=ctx.params["debug"]):
            return super().invoke(ctx)


@click.group(cls=Switchboard, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, "-V", "--version", message="tabletop %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback when tabletop itself makes a mistake.")
def tabletop(*, debug: bool) -> None:
    """Tabletop exercises that run: where information was delayed, and where a hand-off broke down."""
    # `debug` is read by the edge around every command.


def _end_politely(*_: object) -> None:
    """End on SIGTERM as on Ctrl-C: nothing half written, no process left behind."""
    raise SystemExit(TERMINATED)


def main() -> None:
    """Run the command line with the arguments of this process, and end the process."""
    look_seldom()
    signal.signal(signal.SIGTERM, _end_politely)
    # No other program's plugin has anything to do with a scenario, and looking for one takes a while.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a letter gets a question mark, not a crash.
            stream.reconfigure(errors="replace")
    try:
        tabletop.main(prog_name="tabletop")
    finally:
        leave_the_rest()
