"""Loading and validating the shipped data against pandas reading the same files."""

from __future__ import annotations

from bench.pairs import Ratio, compare, python

PANDAS = (
    "import pathlib, pandas; from importlib.util import find_spec; "
    "root = pathlib.Path(find_spec('analysis').origin).parents[1]; "
    "[pandas.read_csv(path) for path in sorted((root / 'data').glob('*.csv'))]"
)
LOAD = "from analysis import tables; tables.load()"
VALIDATE = "from analysis import tables; assert tables.validate().empty"


def ratios() -> list[Ratio]:
    """Loading at most 1.3 times, validating at most 3 times import pandas plus read_csv."""
    return [
        compare("import and load / import pandas and read_csv", python(LOAD), python(PANDAS), 1.3),
        compare(
            "import and validate / import pandas and read_csv", python(VALIDATE), python(PANDAS), 3
        ),
    ]
