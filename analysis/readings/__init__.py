"""A printed numeral, its hedge and a reading -> the interval of true values that the words allow.

The rules, in the order in which they apply:

1. A numeral has a value, the place value of its last printed digit, and a step: the place value of
   its last non-zero digit (60 -> 10, 16.4 -> 0.1; of 0, of its last printed digit).
2. Without a hedge it is its rounding interval: half a unit of the last digit either way, ends
   included. The charitable reading allows a whole step either way, ends excluded.
3. Under a hedge the number is exact, and a row of the hedge table says how far it may be off.
4. Hedges act on the magnitude; a fall mirrors a rise.
5. Counts are whole: their ends move inwards to the nearest whole number.

Everything here is exact (`fractions.Fraction`); only `intervals` turns bounds into floats.
Parts: `number_words`, `myriads`, `numerals`, `bounds` and `intervals`, each importing those before
it; `ranges` tells an interval in words.
"""

from analysis.readings.bounds import Bound, Bounds, Interval, bounds, english, hull
from analysis.readings.intervals import (
    DEFAULT_READING,
    READINGS,
    WHOLE_UNITS,
    directed,
    interval,
    intervals,
    sensitivity,
)
from analysis.readings.numerals import Numeral, numeral
from analysis.readings.ranges import words

__all__ = [
    "DEFAULT_READING",
    "READINGS",
    "WHOLE_UNITS",
    "Bound",
    "Bounds",
    "Interval",
    "Numeral",
    "bounds",
    "directed",
    "english",
    "hull",
    "interval",
    "intervals",
    "numeral",
    "sensitivity",
    "words",
]
