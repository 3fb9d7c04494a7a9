"""The commands: `python -m analysis validate | check | conflicts | charts | report | ...`.

Results go to standard output, progress to standard error. Exit status: 0 done, 1 the data has
faults (all listed), 2 wrong usage.

options    what several commands take
faults     sound tables, or the faults listed
lines      results as lines for a terminal, CSV or JSON
checking   validate, check, conflicts
making     charts, report
citing     cite, trace
proving    evidence
starting   new
drafting   draft, confirm
saving     save
fetching   fetch
"""

from __future__ import annotations

import click

from analysis.cli import checking, citing, drafting, fetching, making, proving, saving, starting


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reported-trade-figures")
def main() -> None:
    """Keep reported trade figures with their hedges and sources; draw, check and publish them."""


for command in (
    *checking.COMMANDS,
    *making.COMMANDS,
    *citing.COMMANDS,
    *proving.COMMANDS,
    *saving.COMMANDS,
    *fetching.COMMANDS,
    *starting.COMMANDS,
    *drafting.COMMANDS,
):
    main.add_command(command)
