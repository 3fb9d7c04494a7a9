"""Reported trade figures with their hedges, speakers and sources.

The way of one number: `tables.load()` -> `tables.statements()` -> `readings.intervals()` ->
`charts.draw()` -> a notebook -> `report`. A module imports only those above it:

places       where the shipped tables and notebooks lie
frames       frames of pandas, Polars or DuckDB -> plain pandas frames
labels       numbers, units, periods and sources as words
readings     numeral + hedge + reading -> the interval of true values
evidence     fragments of a source, links to the words, fingerprints
tables       a data folder <-> plain DataFrames; validation
outputs      frames as captioned tables, sentences with numbers, for notebooks
definitions  levels and growth of a statistic under every definition
checks       reported values against statistics: verdicts
conflicts    statements that cannot all hold, and what they imply
citations    BibTeX, CSL-JSON, JSON-LD
drafts       from an article to proposed rows, for a person to confirm
adapters     files of statistics offices -> rows of official statistics
charts       frames -> Axes, a file a chart; saving
controls     what a choice of claim, reading and definitions says; widgets for notebooks
report       notebooks -> an HTML site
cli          the commands
"""
