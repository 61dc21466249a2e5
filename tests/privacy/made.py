"""Documents of an invented person: in running text, lists, titles, names of files and records."""

import json
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

GIVEN, SURNAME = "Ilmatar", "Pöyhtäläinen"
PERSON = f"{GIVEN} {SURNAME}"
STEMS = ("Pöyhtälä", "Poyhtala", "Ilmattare", "Ilmatar")
"""What all forms of the name begin with, as printed and as addresses write it."""

MINUTES = f"""# Ohjausryhmän kokous 3/2023

Ohjausryhmä
Pöytäkirja 3.5.2023

## Läsnä

{PERSON}, puheenjohtaja
Eino Tarkka, sihteeri

## 1. Toimintaohjelma

Ohjausryhmä päätti tilata arvioinnin {PERSON[:-3]}sen esityksestä 30.6.2023 mennessä. {SURNAME[:-3]}selle annettiin
tehtäväksi laatia luonnos. Lisätietoja: ilmatar.poyhtalainen@kuusjarvi.example. {GIVEN} kiitti ryhmää.
Eino Tarkka laatii muistion 12.5.2023 mennessä.
"""
DECISION = f"""Kuusjärven kaupunginhallitus
Pöytäkirja 6.6.2023

{PERSON[:-3]}sen nimittäminen koordinaattoriksi

Päätös

Kaupunginhallitus päätti nimittää {PERSON[:-3]}sen koordinaattoriksi 1.8.2023 alkaen. Henkilöstöpäällikkö laatii
työsopimuksen 31.7.2023 mennessä.
"""
NAMESAKE = f"""Lehtorannan kunnanhallitus
Pöytäkirja 7.7.2023

Kunnanhallitus päätti, että opettaja {PERSON} jatkaa tehtävässään 31.12.2023 saakka.
"""
RECORDS = [
    {
        "NativeId": f"{{7A10C0DE-0000-2023-0000-00000000000{n}}}",
        "Title": title,
        "CaseIDLabel": f"KUU 2023-00010{n}",
        "Section": str(n),
        "DateDecision": f"2023-0{n}-10T00:00:00.000",
        "Organization": {"Name": "Kaupunginhallitus"},
        "Content": f"<div><p>{text}</p></div>",
    }
    for n, title, text in (
        (1, "Avustuksen myöntäminen", f"Kaupunginhallitus päätti myöntää avustuksen hakijalle {PERSON}."),
        (2, "Palvelujen hankinta", "Kaupunginhallitus päätti hankkia palvelut 31.12.2023 mennessä."),
    )
]


def write_documents(folder: Path) -> dict[str, Path]:
    """All of them, by what they are."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {
        "minutes": folder / "poytakirja.md",
        "decision": folder / f"nimitys_{SURNAME}_{GIVEN}.txt",
        "namesake": folder / "lehtoranta.txt",
        "records": folder / "paatokset.json",
        "pdf": folder / "lausunto.pdf",
    }
    for what, text in (("minutes", MINUTES), ("decision", DECISION), ("namesake", NAMESAKE)):
        paths[what].write_text(text, encoding="utf-8")
    paths["records"].write_text(json.dumps(RECORDS), encoding="utf-8")
    canvas = Canvas(str(paths["pdf"]))
    canvas.setTitle(f"Lausunto, {PERSON}")
    for n, line in enumerate((
        "Kuusjärven hyvinvointilautakunta", "Lausunto 5.5.2023", "",
        f"Lausunnon antaja {PERSON} esittää, että palveluja jatketaan.",
        "Lautakunta päätti antaa lausunnon 15.5.2023 mennessä.",
    )):  # fmt: skip
        canvas.drawString(72, 760 - 24 * n, line)
    canvas.save()
    return paths
