"""The article of a page, and nothing of the site around it."""

import pytest

from policysearch.extract.html import extract_html

ARTICLE = """
<h1>Kuusjärvi vahvistaa uhrien palveluja</h1>
<p>Kuusjärven kaupunki palkkaa kaksi palveluohjaajaa, jotka auttavat ihmiskaupan uhreja löytämään tukea.</p>
<h2>Aikataulu</h2>
<p>Työ alkaa syyskuussa. Kaupunki raportoi tuloksista valtuustolle kerran vuodessa ja julkaisee raportin.</p>
<ul><li><a href="a.pdf">Liite 1, suunnitelma</a></li><li><a href="b.pdf">Liite 2, kustannukset</a></li></ul>
"""
SITE = (
    "Etusivu", "Päättäjät", "Käytämme evästeitä", "Hyppää sisältöön", "Facebook", "Lue myös", "Yhteystiedot ja palaute",
    "Toinen uutinen", "Murupolku", "Tilaa uutiskirje",
)  # fmt: skip
MENU = "<ul><li><a>Etusivu</a></li><li><a>Päättäjät</a></li><li><a>Haku</a></li><li><a>Media</a></li></ul>"
FOOT = "<p>Yhteystiedot ja palaute</p>"
RELATED = "<h2>Lue myös</h2><ul><li><a>Toinen uutinen</a></li></ul>"

PAGES = {
    "html5": f"""<a href="#s" class="skip">Hyppää sisältöön</a><div class="cookie-bar">Käytämme evästeitä</div>
        <header><nav>{MENU}</nav></header><main id="s"><article>{ARTICLE}
        <div class="share-links">Jaa: <a>Facebook</a></div></article></main>
        <aside class="related">{RELATED}</aside><footer>{FOOT}</footer>""",
    "roles": f"""<div role="dialog">Käytämme evästeitä</div><div role="navigation">{MENU}</div>
        <div role="main">{ARTICLE}</div>
        <div role="complementary">{RELATED}</div><div role="contentinfo">{FOOT}</div>""",
    "classes": f"""<div id="cookieConsent">Käytämme evästeitä</div><div class="site-nav">{MENU}</div>
        <div class="breadcrumbs">Murupolku</div><div class="text">{ARTICLE}</div>
        <div class="related-news">{RELATED}</div><div id="page_footer">{FOOT}</div>""",
    "tables": f"""<table><tr><td><a>Etusivu</a><br><a>Päättäjät</a><br><a>Haku</a><br><a>Palvelut</a></td>
        <td>{ARTICLE}<p><a>Sivun alkuun</a></p></td></tr></table>""",
    "link bars": f"""<center><a>Etusivu</a> | <a>Päättäjät</a>&nbsp;|&nbsp;<a>Haku</a></center>{ARTICLE}
        <p><a>Edellinen</a> | <a>Seuraava</a></p>""",
    "title above": f"""<header><h1>Kuusjärvi vahvistaa uhrien palveluja</h1></header>
        <main>{ARTICLE.split("</h1>")[1]}<form>Tilaa uutiskirje <input></form></main>""",
    "form around the page": f'<form id="aspnetForm"><div id="menu">{MENU}</div><div>{ARTICLE}</div></form>',
}


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES.keys())
def test_article_without_its_site(body: str) -> None:
    """However a page marks its article, all of it is read, in order, and nothing of the site."""
    text = [block.text for block in extract_html(f"<html><body>{body}</body></html>".encode()).blocks]
    assert [line for line in text if any(word in line for word in SITE)] == []
    assert text == [
        "Kuusjärvi vahvistaa uhrien palveluja",
        "Kuusjärven kaupunki palkkaa kaksi palveluohjaajaa, jotka auttavat ihmiskaupan uhreja löytämään tukea.",
        "Aikataulu",
        "Työ alkaa syyskuussa. Kaupunki raportoi tuloksista valtuustolle kerran vuodessa ja julkaisee raportin.",
        "Liite 1, suunnitelma",
        "Liite 2, kustannukset",
    ]


def test_page_that_is_only_a_list_of_links_keeps_it() -> None:
    """A list of meetings is the text of its page."""
    items = "".join(f"<li><a>{day}.2.2021 Pöytäkirja</a></li>" for day in range(1, 9))
    extracted = extract_html(f"<html><body><h1>Kokoukset</h1><ul>{items}</ul></body></html>".encode())
    assert [block.kind for block in extracted.blocks] == ["heading"] + ["list_item"] * 8


def test_text_that_a_heading_opens_is_read() -> None:
    """Text hidden until a reader opens it is part of the page; a short hint for screen readers is not."""
    hidden = "Hankkeen tulokset julkaistaan keväällä. " * 8
    body = f'<p>Alku<span class="sr-only"> linkki</span></p><div style="display: none"><p>{hidden}</p></div>'
    text = [block.text for block in extract_html(f"<html><body>{body}</body></html>".encode()).blocks]
    assert text == ["Alku", hidden.strip()]
