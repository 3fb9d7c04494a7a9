"""`make bench`: every ratio, where the time goes, and how well drafts are read."""

from __future__ import annotations

import subprocess
import sys

from bench import cases, charts, conflicts, drafting, growth, loading, report


def main() -> int:
    """Print the ratios; leave with 1 where one is above its limit."""
    print(f"{'what':<58} {'ours':>10} {'other':>10} {'ratio':>6}")
    found = []
    for part in (loading, charts, report, growth, conflicts):
        for ratio in part.ratios():
            found.append(ratio)
            print(ratio.line(), flush=True)
    print("\nwhere the time of loading goes (slowest imports, microseconds)")
    print("\n".join(_slowest_imports()))
    for table in drafting.tables():
        print(f"\n{table}", flush=True)
    print()
    for line in cases.tables():
        print(line, flush=True)
    return int(any(ratio.ratio > ratio.most for ratio in found))


def _slowest_imports(most: int = 8) -> list[str]:
    """The imports of loading that cost the most by themselves, as Python measures them."""
    command = [sys.executable, "-X", "importtime", "-c", loading.LOAD]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    lines = [line for line in done.stderr.splitlines()[1:] if line.startswith("import time:")]
    return sorted(lines, key=lambda line: int(line.split(":")[1].split("|")[0]))[-most:]


sys.exit(main())
