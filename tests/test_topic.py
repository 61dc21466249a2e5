"""The topic filter: sentences as documents have them, on the subject and beside it."""

import pytest

from policysearch.lang.fi import open_finnish
from policysearch.topic import Judgement, judge, rule_ids, topic_stamp

ON = [
    ("Ihmiskaupparaportoijan kertomus annettiin eduskunnalle.", "ihmiskauppa"),
    ("Uhrien palveluja kehitetään nuorisoihmiskaupan torjumiseksi.", "ihmiskauppa"),
    ("IHMISKAUPAN UHRIN AUTTAMINEN", "ihmiskauppa"),
    ("Ihmis- ja huumekauppaa torjutaan yhdessä.", "ihmis- ja … kauppa"),
    ("Tarkastuksissa on havaittu pakkotyöhön viittaavia piirteitä.", "pakkotyö"),
    ("Syyttäjä vaati rangaistusta törkeästä parituksesta.", "paritus"),
    ("Naisten parittamisesta epäillään kolmea.", "paritus"),
    ("Työperäisen hyväksikäytön torjuntaa jatketaan rakennusalalla.", "työperäinen hyväksikäyttö"),
    ("Ulkomaisen työvoiman laaja hyväksikäyttö on lisääntynyt.", "työperäinen hyväksikäyttö"),
    ("Tuomio annettiin kiskonnantapaisesta työsyrjinnästä.", "kiskonnantapainen työsyrjintä"),
    ("Auttamisjärjestelmään esitettiin 248 uhria.", "auttamisjärjestelmä"),
    ("Joutsenon vastaanottokeskus vastaa auttamisjärjestelmästä.", "auttamisjärjestelmä"),
    ("Puhutaan modernista orjuudesta.", "orjuus nykyaikana"),
    ("Handlingsplanen mot människohandeln godkändes.", "människohandel"),
    ("Utnyttjande av arbetskraft är ett allvarligt brott.", "arbetskraftsexploatering"),
    ("Action against trafficking in human beings.", "trafficking"),
    ("Indicators of forced labour were found.", "forced labour"),
]
BESIDE = [
    "Kaupunginhallitus päätti merkitä asian tiedoksi.",
    "Koirien kauppaa ja autokauppaa valvotaan.",
    "Sähköisen auttamisjärjestelmän hankinta siirrettiin.",
    "Lasten seksuaalista hyväksikäyttöä ehkäistään kouluissa.",
    "Tontin hyväksikäyttöaste on alhainen.",
    "Orjuuden historiaa esitellään museossa.",
    "Huumekauppaa torjutaan.",
    "Ihmisten välistä kauppaa käydään torilla.",
    "Drug trafficking increased.",
]


def judgement(text: str) -> Judgement:
    return judge([open_finnish().tokens(text)], text)


@pytest.mark.parametrize(("text", "rule"), ON, ids=[text for text, _ in ON])
def test_on_topic(text: str, rule: str) -> None:
    """The rule that a person would name is met."""
    assert rule in judgement(text).rules


@pytest.mark.parametrize("text", BESIDE)
def test_beside_the_topic(text: str) -> None:
    """Words that only look like it are not enough."""
    assert judgement(text).rules == ()


def test_weak_words_are_told() -> None:
    """A word that counts only in company is named, so that a reader can judge."""
    assert judgement("Sähköisen auttamisjärjestelmän hankinta siirrettiin.").weak == ("auttamisjärjestelmä",)


def test_rules_are_named_and_stamped() -> None:
    """Each has a name of its own, and all together a stamp."""
    assert len(set(rule_ids())) == len(rule_ids()) > 10
    assert len(topic_stamp()) == 8
