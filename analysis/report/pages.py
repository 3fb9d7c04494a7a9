"""Templates filled and written: the first page, the conflicts, a page a notebook or source."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis import charts, citations, labels
from analysis.outputs import sheets
from analysis.report import citing, documents, judging, ledger, marking, references
from analysis.report.cells import Page
from analysis.report.judging import Judged
from analysis.report.pictures import Picture
from analysis.tables import TABLES, Tables, description, version

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = ("site.css", "chart.js", "ledger.js", "reading.js", "tables.js")
FONTS = {
    "sans.ttf": "DejaVuSans.ttf",
    "sans-bold.ttf": "DejaVuSans-Bold.ttf",
    "serif.ttf": "STIXGeneral.ttf",
    "serif-bold.ttf": "STIXGeneralBol.ttf",
    "serif-italic.ttf": "STIXGeneralItalic.ttf",
}


class Writer:
    """Writes the pages of one site; what every page shares is given once."""

    def __init__(
        self,
        site: Path,
        data: Tables,
        notebooks: list[Page],
        pictures: Iterable[Picture],
        held: Sequence[Judged] = (),
        left_out: Sequence[str] = (),
        texts: documents.Made | None = None,
    ):
        self.site = site
        self.left_out = left_out
        self.texts = texts or documents.made(data)
        self.data = data
        self.examples = citations.examples(data)
        self.claims = _without(self.examples, ledger.claims(data))
        self.sources = _without(self.examples, ledger.sources(data, self.claims))
        self.cited = references.Sources(data, self.sources)
        self.notebooks = notebooks
        self.held = held if any(one.verdicts for one in held) else ()
        self.pictures = {picture.name: picture for picture in pictures}
        self.environment = _environment()
        self.environment.globals |= {**self._shared(), **self._judged()}

    def _shared(self) -> dict[str, Any]:
        """What every template may ask for."""
        values = self.data.reported_values
        return {
            **marking.MARKS,
            "data_version": version(self.data),
            "json_ld": citing.json_ld(self.data),
            "bibtex": citations.bibtex_entries(self.data),
            "documents": documents.TITLES,
            "notebooks": self.notebooks,
            "pictures": self.pictures,
            "pair": labels.pair(values["economy"], values["partner"]),
            "title_of_data": citing.title(self.data),
            "claim_source": {claim["claim_id"]: claim["source_id"] for claim in self.claims},
        }

    def _judged(self) -> dict[str, Any]:
        """What pages say of values and conflicts, and how to get from one to the other."""
        conflicts = judging.conflicts(self.held)
        return {
            "readings": [one.reading for one in self.held],
            "held": judging.values(self.held),
            "conflicts": {one.conflict_id: one for one in conflicts},
            "struck": ledger.struck(self.claims, conflicts),
            "told": {v["value_id"]: (c, v) for c in self.claims for v in c["values"]},
            "tallies": judging.tallies(self.held),
        }

    def write(self) -> Path:
        """Every page and what they need; the path of the first page."""
        _copy_assets(self.site / "style")
        self._copy_tables()
        self._write_judged()
        self._page("conflicts.html", "conflicts.html")
        self._write_documents()
        self._write_citing()
        for source in self.sources:
            self._page(f"sources/{source['source_id']}.html", "source.html", source=source)
        for notebook in self.notebooks:
            self._page(f"notebooks/{notebook.name}.html", "notebook.html", notebook=notebook)
        return self._page("index.html", "index.html", **self._first_page())

    def _write_citing(self) -> None:
        """How to cite, what was corrected, and the references as files."""
        self._page("cite.html", "cite.html", **citing.example(self.data, self.claims))
        corrections = citing.corrections(self.data)
        self._page("corrections.html", "corrections.html", corrections=corrections)
        for name, text in citing.files(self.data).items():
            _write(self.site / "data" / name, text)

    def _write_documents(self) -> None:
        """The documentation, and the results that its numbers come from."""
        for page in self.texts.pages:
            self._page(f"docs/{page.name}.html", "document.html", document=page)
        told = {"examples": self.texts.results, "reference": self.texts.docstrings}
        for name, found in told.items():
            text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
            _write(self.site / "docs" / f"{name}.json", text)

    def _first_page(self) -> dict[str, Any]:
        used = [claim for claim in self.claims if claim["read_at_source"] is True]
        return {
            "left_out": self.left_out,
            "not_drawn": self._not_drawn(),
            "used": used,
            "unused": [claim for claim in self.claims if claim["read_at_source"] is not True],
            "sources": self.sources,
            "examples": sorted(self.examples),
            "topics": sorted({claim["topic"] for claim in used}),
            "kinds": sorted({claim["kind"] for claim in used}),
            "groups": judging.groups(self.held),
            "checked": judging.checked(self.held),
            "verdicts": sorted({row["verdict"] for one in self.held for row in one.verdicts}),
            "kinds_held": judging.KINDS,
            "forms": judging.FORMS,
            "tables": {name: len(getattr(self.data, name)) for name in TABLES},
        }

    def _not_drawn(self) -> list[str]:
        """The charts that had nothing to draw."""
        return [labels.plain(name) for name in charts.NAMES if name not in self.pictures]

    def _page(self, path: str, template: str, **content: Any) -> Path:
        target = self.site / path
        target.parent.mkdir(exist_ok=True)
        root = "../" * path.count("/")
        content["cited"] = references.References(self.cited)
        text = self.environment.get_template(template).render(root=root, **content)
        _write(target, text + "\n")
        return target

    def _copy_tables(self) -> None:
        target = self.site / "data"
        target.mkdir()
        for table in TABLES:
            file = self.data.folder / f"{table}.csv"
            if file.is_file():
                text = file.read_bytes().decode("utf-8")
            else:  # an optional table
                text = getattr(self.data, table).to_csv(index=False)
            _write(target / file.name, sheets.copied(text))
        shutil.copyfile(_description(self.data.folder), target / description.FILE)

    def _write_judged(self) -> None:
        """Verdicts, conflicts, ranges and charts as files, in the folder of the tables."""
        for name, picture in self.pictures.items():
            target = self.site / "data" / f"chart-{name}.json"
            text = judging.written(picture.records, "json")
            _write(target, text)
        if self.held:
            tally = judging.written(judging.searches(self.held), "json")
            _write(self.site / "data" / "searches.json", tally)
        for one in self.held:
            for kind in judging.KINDS:
                for form in judging.FORMS:
                    target = self.site / "data" / f"{kind}-{one.reading}.{form}"
                    text = judging.written(getattr(one, kind), form)
                    _write(target, text)


def _without(examples: set[str], told: list[ledger.Record]) -> list[ledger.Record]:
    """Claims or sources but those that a new folder begins with."""
    return [one for one in told if one["source_id"] not in examples]


def _write(path: Path, text: str) -> None:
    """The same bytes on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def _description(folder: Path) -> Path:
    """The description that the tables were read by: their own, else the shipped one."""
    own = folder / description.FILE
    return own if own.is_file() else description.shipped() / description.FILE


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=marking.shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": labels.day,
        "time": marking.day,
        "quoting": marking.quoting,
        "plain": labels.plain,
        "economy": labels.economy,
        "minus": lambda number: str(number).replace("-", labels.MINUS),
        "conflict": lambda key, conflicts: conflicts[key],
    }
    environment.tests |= {
        "web": lambda url: str(url).startswith(("http://", "https://")),
        "has": lambda cell, item: item in cell,
    }
    return environment


def _copy_assets(folder: Path) -> None:
    """Styles, script and the fonts that ship with matplotlib, so that a page asks no network."""
    import matplotlib

    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    folder.mkdir()
    for name in ASSETS:
        shutil.copyfile(TEMPLATES / name, folder / name)
    for name, original in FONTS.items():
        shutil.copyfile(fonts / original, folder / name)
