"""A data folder <-> a frozen record of plain DataFrames; validation.

`description` reads `datapackage.json`, `reading` loads the tables, `framing` makes them of frames,
`exchange` reads and writes them as a Data Package, Parquet and a workbook, `appending` adds rows,
`statements` joins values with their claims and sources, `version` names the state of the tables.
Validation is in five parts: `files` (can each table be read), `cells` (types and lists of each
column), `keys` (duplicates, order, references), `corrections` (does the log fit the tables) and
`rules` (what must hold between cells); `validation` runs them and drops what is only a consequence.
"""

from analysis.tables.exchange.opening import folder
from analysis.tables.exchange.saving import save
from analysis.tables.framing import of
from analysis.tables.reading import TABLES, Tables, load
from analysis.tables.recording import record_fingerprints
from analysis.tables.starting import start
from analysis.tables.statements import statements
from analysis.tables.validation import validate
from analysis.tables.version import version

__all__ = [
    "TABLES",
    "Tables",
    "folder",
    "load",
    "of",
    "record_fingerprints",
    "save",
    "start",
    "statements",
    "validate",
    "version",
]
