"""A story told in documents: rumour, plan, postponement, readout, a contradiction and a correction."""

from __future__ import annotations

from pathlib import Path

from parley import workflow
from parley.ledger import Ledger
from parley.web.options import ServeOptions
from tests.web.conftest import free_port

LIMA = {
    "rumour": """Norway's envoy may go to Lima
12 July 2021

Norway's climate envoy, Kari Lunde, may travel to Lima in the week of 16 August 2021 to meet Peru's environment
minister, Rosa Quispe, two officials said on condition of anonymity.

The visit has not been confirmed.
""",
    "plan": """Norwegian climate envoy to visit Peru
30 July 2021

Norway's climate envoy, Kari Lunde, will travel to Lima from 18 to 20 August 2021, the Norwegian Ministry of Climate
said. She will meet Peru's environment minister, Rosa Quispe.
""",
    "postponement": """Lima talks put off
16 August 2021

The visit of Norway's climate envoy, Kari Lunde, to Lima, planned for 18 to 20 August 2021, has been postponed, the
Norwegian Ministry of Climate said on Monday. A new date of 1 to 3 September 2021 was agreed with Peru's environment
minister, Rosa Quispe.
""",
    "readout": """Readout of the envoy's visit to Lima
6 September 2021

Norway's climate envoy, Kari Lunde, visited Lima from 1 to 3 September 2021. She met Peru's environment minister,
Rosa Quispe, in Lima on 2 September 2021.

Norway emitted 49 million tonnes of greenhouse gases in 2020.
""",
    "other": """Lunde in Lima: what was said
7 September 2021

Norway's climate envoy, Kari Lunde, met Peru's environment minister, Rosa Quispe, in Lima on 3 September 2021.

Norway emitted 58 million tonnes of greenhouse gases in 2020.
""",
    "correction": """Correction: Lunde in Lima
9 September 2021

Correction: An earlier version of this article misstated the date of the meeting of Norway's climate envoy, Kari
Lunde, and Peru's environment minister, Rosa Quispe, in Lima. They met on 2 September 2021, not 3 September 2021.
""",
    "later": """After Lima
20 September 2021

Norway's climate envoy, Kari Lunde, will visit Chile around 10 October 2021. Peru and Norway will hold a call in
October 2021.

The Ministerial on Climate Action will take place in the week of 8 November 2021.
""",
}


def lima_ledger(path: Path) -> ServeOptions:
    """A ledger at ``path`` of these documents, read and checked; the options of a server that shows it."""
    folder = path.parent / "documents"
    folder.mkdir()
    for name, text in LIMA.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Ledger(path) as ledger:
        workflow.read(workflow.ingest([folder]), ledger, workflow.make_reader())
        workflow.check_ledger(ledger)
    return ServeOptions(ledger=path, port=free_port())
