"""An organisation's statement on a draft law, as a letter of two pages."""

from examples.elements import HEADING, TITLE, Bullet, Example, Layout, Style, Text

LINE = Style(after=1)
LAST_LINE = Style(after=12)
SIGNED = Style(before=14, after=4)

EXAMPLE = Example(
    name="lausunto-lyhtytupa-2023-02-17.pdf",
    title="Lausunto luonnoksesta laiksi ihmiskaupan uhrien auttamisesta",
    author="Lyhtytupa ry",
    layout=Layout(
        header=(((68, "Lyhtytupa ry"), (330, "LAUSUNTO"), (500, "{page} ({pages})")), ((330, "17.2.2023"),)),
        footer=(((68, "Lyhtytupa ry  |  Satamakatu 4, 99990 Kuusjärvi  |  toimisto@lyhtytupa.example"),),),
        top=100,
        bottom=80,
    ),
    content=(
        Text("Saarimaan hyvinvointiministeriö", LINE),
        Text("kirjaamo@hyvinvointiministerio.example", LAST_LINE),
        Text("Viite: lausuntopyyntö HYM/77/2023, 20.1.2023", LAST_LINE),
        Text("Lausunto luonnoksesta laiksi ihmiskaupan uhrien auttamisesta", TITLE),
        Text(
            "Lyhtytupa ry kiittää mahdollisuudesta lausua luonnoksesta. Yhdistys on vuodesta 2011 lähtien auttanut "
            "ihmiskaupan ja siihen rinnastuvan hyväksikäytön uhreja ja ylläpitää Kuusjärvellä turvakotia."
        ),
        Text("Yleiset huomiot", HEADING),
        Text(
            "Luonnos parantaa uhrien asemaa monin tavoin. Avun saaminen ei enää riippuisi rikosprosessin "
            "etenemisestä, mikä on yhdistyksen asiakkaiden kannalta merkittävä muutos."
        ),
        Text(
            "Lyhtytupa ry pitää tärkeänä, että toipumisaika pidennetään kolmeen kuukauteen. Nykyinen 30 päivän "
            "aika on liian lyhyt, jotta uhri ehtisi tehdä harkittuja päätöksiä."
        ),
        Text("Ehdotukset", HEADING),
        Text("Lyhtytupa ry ehdottaa lakiluonnokseen seuraavia muutoksia:"),
        Bullet("1.", "Lapsiuhrille on nimettävä edustaja viimeistään seitsemän päivän kuluessa tunnistamisesta.", LINE),
        Bullet("2.", "Kuntien tulee laatia kirjallinen sopimus järjestöjen kanssa tehtävästä yhteistyöstä.", LINE),
        Bullet("3.", "Hyvinvointiministeriön tulisi julkaista tilasto autetuista uhreista vuosittain.", LAST_LINE),
        Text(
            "Lisäksi yhdistys esittää, että lain toimeenpanoa varten varataan kunnille vähintään 1,5 miljoonaa "
            "euroa vuodessa. Ilman rahoitusta uudet velvoitteet jäävät toteutumatta."
        ),
        Text("Yksityiskohtaiset huomiot", HEADING),
        Text(
            "Luonnoksen 9 §:n mukaan auttamisyksikkö vastaa uhrin turvallisuusarvion laatimisesta. Säännöstä olisi "
            "syytä täsmentää siten, että arvio tehdään yhdessä poliisin kanssa. Jos uhri on alaikäinen, arvio tulisi "
            "tehdä vuorokauden kuluessa."
        ),
        Text(
            "Luonnoksen 14 §:ssä ehdotettua karenssia yhdistys ei kannata. Se johtaisi siihen, että apua saisivat "
            "vain ne, jotka pystyvät odottamaan."
        ),
        Text("Yhdistyksen oma työ", HEADING),
        Text(
            "Lyhtytupa ry on vuonna 2022 kouluttanut 140 ammattilaista Kuusjärvellä ja Lehtorannassa. Yhdistys "
            "avaa lokakuussa 2023 nimettömän neuvontapuhelimen ja jatkaa turvakodin toimintaa vuoden 2024 loppuun. "
            "Rahoitus tämän jälkeiselle ajalle on avoinna."
        ),
        Text("Kuusjärvellä 17. helmikuuta 2023", SIGNED),
        Text("Eerika Valkjoki\ntoiminnanjohtaja\nLyhtytupa ry", SIGNED),
        Text("Lisätiedot: juristi Sampo Vesakko, puh. 000 555 3105"),
    ),
)
