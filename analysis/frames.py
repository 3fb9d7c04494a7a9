"""Frames of pandas, Polars or DuckDB, taken as they are.

Every public function of the package that reads a frame takes one of pandas, Polars (eager or
lazy), DuckDB (a relation) or PyArrow, through narwhals, and answers with pandas frames, whatever
came in: `polars.from_pandas` and `duckdb.from_df` take them on. Rows keep the order in which the
engine hands them over; a relation without ORDER BY has none.

Text arrives as `str` (categories too), whole numbers of other engines as Int64, other numbers as
float64, yes and no as boolean, days and times as datetime64. Missing cells stay missing, whether
they were NaN, null, None or NaT. Decimals keep their digits until it is known whether text or a
number is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    import pandas as pd

Given = ParamSpec("Given")
Result = TypeVar("Result")
#: Columns that arithmetic rests on, in whatever frame they stand: their types.
KINDS = {
    "printed": "string", "value": "number", "scale": "number", "lower": "number",
    "upper": "number", "central": "number", "period_start": "date", "period_end": "date",
    "base_start": "date", "base_end": "date",
}  # fmt: skip
#: What reads frames of Polars and DuckDB; pandas needs neither.
EXTRA = "pip install 'reported-trade-figures[files]'"
_BOOLEANS = {
    word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}


def taken(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """The function, each frame that it is given arriving plain, its numbers and days typed."""

    @wraps(function)
    def called(*args: Given.args, **named: Given.kwargs) -> Result:
        plainly = {name: _plainly(one) for name, one in named.items()}
        return function(*map(_plainly, args), **plainly)

    return called


def _plainly(given: Any) -> Any:
    """What was given, plain if it is a frame."""
    import pandas as pd

    if not isinstance(given, pd.DataFrame):
        if given is None or isinstance(given, str | int):
            return given
        import narwhals as nw

        if nw.from_native(given, pass_through=True) is given:
            return given
    return plain(given, **KINDS)


def plain(frame: Any, **kinds: str) -> pd.DataFrame:
    """The frame as a pandas frame; `kinds` are the types that columns are asked for in.

    A pandas frame that needs no change comes back itself, and is never changed.

    Raises TypeError for what is no frame, ModuleNotFoundError where PyArrow is missing and the
    frame is none of pandas, ValueError where a column cannot be had as its type (see `typed`).
    """
    import pandas as pd

    found = frame if isinstance(frame, pd.DataFrame) else _from_arrow(frame)
    old = [found.iloc[:, place] for place in range(found.shape[1])]
    new = [_asked(_usual(cells), kinds) for cells in old]
    if all(one is other for one, other in zip(new, old, strict=True)):
        return found
    return pd.concat(new, axis=1)


def _asked(cells: pd.Series, kinds: dict[str, str]) -> pd.Series:
    """The column as the type that is asked for, if any is."""
    kind = kinds.get(str(cells.name))
    return cells if kind is None else typed(cells, kind)


def _from_arrow(frame: Any) -> pd.DataFrame:
    """Another engine's frame by way of Arrow, which loses neither digits nor days."""
    import narwhals as nw

    try:
        known = nw.from_native(frame)
    except TypeError as fault:
        raise TypeError(
            f"{type(frame).__name__} is no frame: give one of pandas, Polars or DuckDB"
        ) from fault
    try:
        import pyarrow as pa
    except ModuleNotFoundError as fault:
        raise ModuleNotFoundError(f"frames of other engines need PyArrow: {EXTRA}") from fault
    try:
        table = known.to_arrow() if isinstance(known, nw.DataFrame) else known.collect("pyarrow")
    except nw.exceptions.DuplicateError as fault:
        raise ValueError(f"two columns have one name: {fault}") from fault
    native = table if isinstance(table, pa.Table) else table.to_native()
    bare = native.replace_schema_metadata(None)  # else pandas' own types come back as they were
    found: pd.DataFrame = bare.to_pandas(types_mapper=_mapped, date_as_object=False)
    whole = found.select_dtypes("boolean").notna().all()
    return found.astype(dict.fromkeys(whole[whole].index, "bool"))


def _mapped(kind: Any) -> Any:
    """pandas' type for one of Arrow where pandas' own choice would lose what is missing."""
    import pandas as pd
    import pyarrow as pa

    if pa.types.is_integer(kind):
        return pd.Int64Dtype()
    return pd.BooleanDtype() if pa.types.is_boolean(kind) else None


def _usual(cells: pd.Series) -> pd.Series:
    """A column without what only some engines know: categories, Arrow's types, units of time."""
    import pandas as pd

    kind = cells.dtype
    if isinstance(kind, pd.CategoricalDtype):
        return _usual(cells.astype(kind.categories.dtype))
    if isinstance(kind, pd.ArrowDtype):
        return _usual(_from_arrow(cells.to_frame()).iloc[:, 0].set_axis(cells.index))
    if isinstance(kind, pd.StringDtype):
        return cells if _is_text(cells) else cells.astype("str")
    if isinstance(kind, pd.Float64Dtype):
        return cells.astype("float64")
    if cells.dtype.kind == "M":
        return cells if cells.dt.unit == "us" else cells.dt.as_unit("us")
    return _objects(cells) if cells.dtype.kind == "O" else cells


def _is_text(cells: pd.Series) -> bool:
    """Whether the column is text as pandas reads it."""
    return bool(cells.dtype == "str")


def _objects(cells: pd.Series) -> pd.Series:
    """Objects as they are, lists of another engine as tuples; nothing at all is missing text."""
    if cells.isna().all():
        return cells.astype("str")
    lists = [type(one).__name__ == "ndarray" for one in cells]
    return cells.map(tuple, na_action="ignore") if any(lists) else cells


def typed(cells: pd.Series, kind: str) -> pd.Series:
    """A column as its type of the description; missing cells stay missing.

    string is `str`, number float64, integer Int64 (`scale` float64), boolean boolean, date
    datetime64. Text is read as a CSV is; whole numbers and decimals become text digit by digit.

    Raises ValueError where a cell is not of the type: a number with binary digits is no text
    (17.10 would be 17.1), and a time of day no day.
    """

    if kind == "date":
        return _days(cells)
    if kind in ("number", "integer"):
        return _number(cells, whole=kind == "integer" and cells.name != "scale")
    if kind == "boolean":
        if _is_text(cells):
            cells = cells.map(_BOOLEANS)
        return cells.astype("boolean")
    return _text(cells)


def _number(cells: pd.Series, whole: bool) -> pd.Series:
    """Numbers, whole ones where those are asked."""
    import pandas as pd

    if cells.dtype == "float64" and not whole:
        return cells
    number = pd.to_numeric(cells)
    if whole and len(broken := cells[number.notna() & (number % 1 != 0)]):
        raise ValueError(f"{cells.name}: {broken.iloc[0]} is no whole number")
    return number.astype("Int64" if whole else "float64")


def _days(cells: pd.Series) -> pd.Series:
    """Days; those of a calendar with times of day must have none."""
    import pandas as pd

    if cells.dtype.kind != "M":
        return pd.to_datetime(cells, format="%Y-%m-%d").dt.as_unit("us")
    timed = cells[cells != cells.dt.normalize()].dropna()
    if len(timed) or cells.dt.tz is not None:
        shown = timed.iloc[0] if len(timed) else cells.dtype
        raise ValueError(f"{cells.name}: {shown} is no day: cast the column to days")
    return cells


def _text(cells: pd.Series) -> pd.Series:
    """Text; whole numbers and decimals digit by digit, days in ISO 8601."""
    import pandas as pd

    if _is_text(cells):
        return cells
    if cells.dtype.kind == "M":
        days: pd.Series = _days(cells).dt.strftime("%Y-%m-%d").astype("str")
        return days
    if cells.dtype.kind == "f" or pd.api.types.infer_dtype(cells) == "floating":
        lost = cells.dropna()
        if len(lost):
            raise ValueError(
                f"{cells.name}: {lost.iloc[0]} is a number where text is asked, and numbers do "
                "not keep the digits as printed: cast the column to text or a decimal at its source"
            )
    text: pd.Series = cells.map(str, na_action="ignore").astype("str")
    return text
