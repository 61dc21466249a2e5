"""A site of pages: a list of links in two parts, and articles. Everything is invented."""

from policysearch.model.channel import Channel
from tests.sources.site import Page, Site

LIST = """<!DOCTYPE html><html lang="fi"><head><title>Katsaukset</title></head><body>
<nav><a href="/etusivu">Etusivu</a> <a href="/katsaukset/vanha">Valikko</a></nav>
<main><h1>Katsaukset</h1><ul>{links}</ul>{following}</main></body></html>"""
ARTICLE = """<!DOCTYPE html><html lang="fi"><head><title>{title}</title></head><body>
<main><h1>{title}</h1><p>{text}</p></main></body></html>"""


class WebServer:
    """Reviews under `/katsaukset/`, listed on two pages."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.reviews = {
            "2021": ("Vuosikatsaus 2021", "Lyhtytupa ohjasi 31 ihmiskaupan uhria auttamisjärjestelmään vuonna 2021."),
            "2022": ("Vuosikatsaus 2022", "Lyhtytupa esittää, että ihmiskaupan uhrien palveluja jatketaan."),
            "2023": ("Vuosikatsaus 2023", "Kuusjärven kaupunki päätti jatkaa ihmiskaupan uhrien neuvontaa."),
        }
        self.channel = Channel(
            "katsaukset",
            "web",
            "Katsaukset",
            site.base + "/katsaukset",
            options={"links": r"/katsaukset/\d{4}$", "within": "main"},
        )
        self.publish()

    def publish(self) -> None:
        """Serves what there is now."""
        for path in [path for path in self.site.pages if path.startswith("/katsaukset")]:
            del self.site.pages[path]
        names = sorted(self.reviews, reverse=True)
        # Absolute and relative, with a fragment, with another case of the host: all the same address.
        hrefs = [self.site.base.replace("http:", "HTTP:") + f"/katsaukset/{names[0]}#alku"]
        hrefs += [f"katsaukset/{name}" for name in names[1:]] + ["https://muualla.example/katsaukset/2020"]
        items = [f'<li><a href="{href}">Vuosikatsaus</a></li>' for href in hrefs]
        following = '<a rel="next" href="?sivu=2">Seuraava</a>'
        self.site.pages["/katsaukset"] = Page(LIST.format(links="".join(items[:2]), following=following))
        self.site.pages["/katsaukset?sivu=2"] = Page(LIST.format(links="".join(items[1:]), following=""))
        for name, (title, text) in self.reviews.items():
            self.site.pages[f"/katsaukset/{name}"] = Page(ARTICLE.format(title=title, text=text))

    def change(self) -> None:
        self.reviews["2022"] = (self.reviews["2022"][0], "Lyhtytupa esittää, että palveluja laajennetaan vuonna 2023.")
        self.publish()

    def withdraw(self) -> None:
        del self.reviews["2021"]
        self.publish()

    def add(self) -> None:
        self.reviews["2024"] = ("Vuosikatsaus 2024", "Ihmiskaupan uhreille avattiin uusi neuvontapiste.")
        self.publish()
