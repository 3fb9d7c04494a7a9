"""Fragments of a source, links to the words, fingerprints, and checking them against a text.

links       fragments: their length, links to the words; keys of rows
spelling    one spelling of a text, with the way back to the original; fingerprints
paragraphs  which block of a plain text is which paragraph
pages       the passages of a saved page
documents   the texts that a person holds
passages    where words stand, and what is nearest where they do not
checking    is each fragment still where it was read
printed     do numeral and hedge stand in the paragraph of their claim
prints      is each document the one that was read
"""

from analysis.evidence.checking import STATUSES, check
from analysis.evidence.documents import Document, document, read
from analysis.evidence.links import MOST_WORDS, link, reference, word_count
from analysis.evidence.printed import printed
from analysis.evidence.prints import fingerprints
from analysis.evidence.spelling import fingerprint, normalised

__all__ = [
    "MOST_WORDS",
    "STATUSES",
    "Document",
    "check",
    "document",
    "fingerprint",
    "fingerprints",
    "link",
    "normalised",
    "printed",
    "read",
    "reference",
    "word_count",
]
