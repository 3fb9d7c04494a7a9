"""A sentence whose numbers are results: text to compare, and HTML that marks each number."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from numbers import Integral

from analysis import labels


@dataclass(frozen=True, repr=False)
class Sentence:
    """Words with places for numbers, and the numbers."""

    words: str
    results: dict[str, object]

    def __repr__(self) -> str:
        return self.words.format(**{name: _told(one) for name, one in self.results.items()})

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, object]]:
        bundle = {"text/plain": repr(self), "text/html": self.html()}
        return bundle, {"text/html": {"sentence": repr(self)}}

    def html(self) -> str:
        """The sentence as a paragraph, each number in a `<data>` element."""
        marked = {name: _marked(one) for name, one in self.results.items()}
        return f"<p>{escape(self.words, quote=False).format(**marked)}</p>"


def sentence(words: str, **results: object) -> Sentence:
    """A sentence for a notebook: `words` with `{name}` where the result of that name stands.

    Whole numbers are told with commas between thousands; everything else is text.

    Raises KeyError where the words name a result that is not given.
    """
    words.format(**results)
    return Sentence(words, results)


def _told(result: object) -> str:
    return f"{result:,}" if isinstance(result, Integral) else labels.isolated(str(result))


def _marked(result: object) -> str:
    if isinstance(result, Integral):
        return f'<data value="{int(result)}">{_told(result)}</data>'
    return escape(_told(result))
