"""A folder that somebody fills."""

from pathlib import Path

from policysearch.model.channel import Channel


class FolderServer:
    """Three documents and a hidden file in a folder and a folder inside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.channel = Channel("kansio", "folder", "Kansio", str(folder))
        for name, text in {
            "muistio.md": "# Muistio\n\nIhmiskaupan vastainen työryhmä kokoontuu uudelleen syyskuussa 2031.\n",
            "2031/paatos.txt": "Hallitus päätti jatkaa ihmiskaupan uhrien neuvontaa vuonna 2032.\n",
            "2031/poistuva.txt": "Luonnos ihmiskaupan vastaiseksi ohjelmaksi.\n",
            ".piilossa.txt": "ei tätä\n",
        }.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self) -> None:
        self.write("2031/paatos.txt", "Hallitus päätti jatkaa ihmiskaupan uhrien neuvontaa vuosina 2032–2033.\n")

    def withdraw(self) -> None:
        (self.folder / "2031/poistuva.txt").unlink()

    def add(self) -> None:
        self.write("uusi.txt", "Työryhmä ehdottaa ihmiskaupan uhreille uutta neuvontapistettä.\n")
