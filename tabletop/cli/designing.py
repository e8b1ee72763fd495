"""The options by which a comparison is described, shared by `compare` and `sweep`: like one order form for two counters."""

from __future__ import annotations

from copy import copy

import click

from tabletop.cli.languages import Tongue
from tabletop.compare.batch.design import LIFTS, Design, designed_by
from tabletop.measures import MAIN
from tabletop.model.share import parse_share

_KEPT = "tabletop.design"


class Share(click.ParamType[float]):
    """A share such as `5%` or 0.05."""

    name = "share"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it; fails with what would do."""
        try:
            share = parse_share(float(value) if isinstance(value, float) else str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        if not 0 < share < 1:
            self.fail(f"expected a share between 0% and 100%, got {value}", param, ctx)
        return share


class Listed(click.ParamType[object]):
    """Several words, with commas between them."""

    name = "list"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Read them; fails when one is empty."""
        if isinstance(value, tuple):
            return value
        words = tuple(word.strip() for word in str(value).split(","))
        if not all(words):
            self.fail(f"expected words with commas between them, got {value!r}", param, ctx)
        return words


class Factors(Listed):
    """Several numbers, with commas between them."""

    name = "numbers"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Read them; fails when one is no number."""
        words = super().convert(value, param, ctx)
        assert isinstance(words, tuple)
        try:
            return tuple(map(float, words))
        except ValueError:
            self.fail(
                f"expected numbers with commas between them, such as 0.5,1,2,4, got {value!r}", param, ctx
            )


_OPTIONS: tuple[click.Option, ...] = (
    click.Option(
        ["--structures"],
        type=Listed(),
        help="Structures to compare, with commas; all by default.",
        default="all",
    ),
    click.Option(
        ["--interventions"],
        type=Listed(),
        default="none",
        show_default=True,
        help="Sets of interventions, with commas: ids, a+b for two at once, none, all (each alone), pairs.",
    ),
    click.Option(["--replications"], type=click.IntRange(1, 1_000_000), help="Replications of each cell."),
    click.Option(
        ["--precision"], type=Share(), help="Play until half the 95% interval is so narrow; 5% by default."
    ),
    click.Option(
        ["--measure"],
        default=MAIN,
        show_default=True,
        help="The measure by which precision and selection go.",
    ),
    click.Option(["--seed"], type=int, default=1, show_default=True, help="The seed of all chance."),
    click.Option(
        ["--without-actor"], type=Listed(), default=(), help="Actors that are away in turn, or `each`."
    ),
    click.Option(
        ["--without-link"],
        type=Listed(),
        default=(),
        help="Links that are away in turn, such as cat.3, or `each`.",
    ),
    click.Option(["--load"], type=Factors(), default=(), help="Factors on the traffic, such as 0.5,1,2,4."),
    click.Option(
        ["--lift"], type=click.Choice(LIFTS), help="Lift each barrier in turn, or each two besides."
    ),
    click.Option(["--guesses"], type=click.IntRange(0, 10_000), default=0, help="Draw all guesses so often."),
    click.Option(
        ["--select"], type=click.Choice(["best"]), help="Find the best cell with a guarantee, in fewer runs."
    ),
    click.Option(
        ["--delta"],
        type=Share(),
        default=0.05,
        show_default=True,
        help="The difference that does not matter.",
    ),
    click.Option(
        ["--confidence"],
        type=Share(),
        default=0.95,
        show_default=True,
        help="How sure the selection is to be.",
    ),
    click.Option(
        ["--traces"], type=click.IntRange(0), default=0, help="Keep the whole journal of the first so many."
    ),
    click.Option(
        ["--language"],
        type=Tongue(),
        default="",
        help="The language of the report; the scenario's own by default.",
    ),
)


def designed(command: click.Command) -> click.Command:
    """Give a command the options that describe a comparison, before its own; `design` then says what was asked."""
    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    own = [each for each in command.params if each not in arguments]
    command.params[:] = [*arguments, *map(_kept, _OPTIONS), *own]
    return command


def design(
    ctx: click.Context, scenarios: tuple[str, ...], *, vary: tuple[tuple[str, tuple[str, ...]], ...] = ()
) -> Design:
    """Return the design that the options of a command describe."""
    said: dict[str, object] = {name: value for name, value in ctx.meta[_KEPT].items() if value is not None}
    if "replications" in said and "precision" in said:
        raise click.UsageError("--replications and --precision both say when it is enough; keep one of them")
    structures = said["structures"]
    if isinstance(structures, tuple) and "all" in structures:
        del said["structures"]
    return designed_by({**said, "scenarios": scenarios, "vary": vary})


def _kept(option: click.Option) -> click.Option:
    """Return an option whose value is kept aside, so that a command need not name all of them."""
    aside = copy(option)
    aside.expose_value, aside.callback = False, _keep
    return aside


def _keep(ctx: click.Context, param: click.Parameter, value: object) -> object:
    ctx.meta.setdefault(_KEPT, {})[param.name] = value
    return value
