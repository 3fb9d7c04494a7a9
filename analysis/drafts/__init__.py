"""From an article to proposed sources, claims and values, for a person to confirm.

`read` gives the article of a text, `draft` what it proposes; `table` shows that in a notebook,
`write` and `opened` are the way through a spreadsheet; `confirm` says yes, `add` appends what is
confirmed to a data folder.

frontmatter  what stands before a Markdown text: title, day, address
edges        bylines above a text, contacts and notes at its foot
pages        a text or page in blocks: the article's, and those around it
outlets      the publisher, as the lines above the text name it
datelines    the day of an article
publishers   its publisher, by head, foot or signature
articles     text, Markdown, HTML -> numbered paragraphs, and what stands around them
words        words as data, a file a language
grammar      how a language is built: spaces, capitals, endings, where nouns stand
sentences    a paragraph -> sentences -> clauses
quantities   every number of a text, with hedge, unit and scale, or why it is none
periods      when; the base of a growth
economies    countries, their adjectives and capitals
flows        whose exports to whom
speakers     who says it, and who compiled it
statements   all of these -> proposals, and what was not understood
naming       ids that a person can read
fragments    at most eight words around a number
summaries    a claim in our own words
proposals    the rows of a draft
already      what a data folder holds of the article
example      an invented article with a data folder, for the notebook
showing      a draft as a table with its words marked
editing      a draft <-> CSV files for a spreadsheet
confirming   what a person confirmed becomes rows of a data folder
"""

from analysis.drafts.already import confirmed_pairs, pairs
from analysis.drafts.articles import Article, open_article, read
from analysis.drafts.confirming import Added, FaultyDraftError, add, confirm
from analysis.drafts.editing import read as opened
from analysis.drafts.editing import write
from analysis.drafts.proposals import Draft, draft
from analysis.drafts.showing import table

__all__ = [
    "Added", "Article", "Draft", "FaultyDraftError", "add", "confirm", "confirmed_pairs", "draft",
    "open_article", "opened", "pairs", "read", "table", "write",
]  # fmt: skip
