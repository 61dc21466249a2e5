"""Whole documents of each kind, about invented bodies and people, in the layouts that such documents have."""

COUNCIL = """Lehtorannan kunta
Kunnanhallitus
6.5.2019

§ 87
Valtuustoaloite neuvontapisteen avaamisesta kausityötä tekeville

LEHT 2019-000411 T 05 01 00

Päätös

Kunnanhallitus päätti esittää valtuustolle, että aloite katsotaan käsitellyksi.

Esittelijä
kunnanjohtaja
Onni Oksa

Lisätiedot
Maija Mallila, suunnittelija, puhelin: 000 555 1000

maija.mallila(a)lehtoranta.example

Liitteet

1 Aloite neuvontapisteestä
2 Lausunto, työsuojelutoimikunta, 4.3.2019

Esittelijän perustelut

Neuvontapiste palvelisi kesäisin niitä, jotka tulevat poimimaan marjoja ja
jotka eivät tunne oikeuksiaan. Piste toimisi kirjastossa.

Tausta ja tarve

Työsuojelutoimikunta on kuullut kahdenkymmenen työntekijän kertovan liian
pitkistä päivistä.

Päätöshistoria

Perusturvalautakunta 16.04.2019 § 31

LEHT 2019-000411 T 05 01 00

Lausunto

Perusturvalautakunta puoltaa aloitetta ja varaa pisteelle työntekijän.

Käsittely

16.04.2019 Ehdotuksen mukaan

Johtava sosiaalityöntekijä Aili Aho oli kutsuttuna asiantuntijana läsnä kokouksessa.

02.04.2019 Pöydälle

Esittelijä
perusturvajohtaja
Eino Erälä
"""

CHAIN = """Toimielimet | Kunnanhallitus | Pöytäkirja 04.12.2017 | Avaa haku

Kunnanhallitus

Pöytäkirja 04.12.2017/Pykälä 198

146/01.04.00/2017

§ 198

Yhdyshenkilön nimeäminen

Perusturvalautakunta 14.11.2017 § 66

Päätösehdotus Perusturvajohtaja
Eino Erälä

Lautakunta ehdottaa, että kunta nimeää yhdyshenkilön.

Päätös

Ehdotus hyväksyttiin.

Kunnanhallitus 04.12.2017 § 198

Päätösehdotus Kunnanjohtaja
Onni Oksa

Kunnanhallitus nimeää yhdyshenkilöksi suunnittelijan.

Päätös
Kunnanhallitus:

Päätösehdotus hyväksyttiin yksimielisesti.

Tiedoksi

Perusturvalautakunta
"""

STATE_MINUTES = """SUJUVAN TYÖNVÄLITYKSEN SEURANTARYHMÄ

Pöytäkirja 4/2018

Aika: keskiviikko 3.10.2018 klo 12.00–14.10
Paikka: Ministeriö, kokoushuone Kuusi

Läsnä
neuvotteleva virkamies Maija Mallila, HYM, puheenjohtaja
Aili Aho, erityisasiantuntija, TUM
ylitarkastaja Eino Erälä (sihteeri), Lupavirasto

Poissa
toiminnanjohtaja Onni Oksa, Lyhtytupa ry

1. Kokouksen avaus

Puheenjohtaja avasi kokouksen kello 12.00.

2. Neuvonnan järjestäminen

Päätettiin, että Lupavirasto laatii ohjeen vuoden loppuun mennessä.

3. Seuraava kokous

Seuraava kokous pidetään 5.12.2018.
"""

PRESS = """Ministeriö avaa haun neuvonnan avustuksiin

hyvinvointiministeriö
18.10.2016 8.48
Tiedote

Avustusta voivat hakea kunnat ja järjestöt. Hakuaika päättyy 30.11.2016.

Lisätietoja:
neuvotteleva virkamies Maija Mallila, p. 0000 555 010, maija.mallila@hym.example
ylijohtaja Onni Oksa, p. 0000 555 011
"""

LETTER = """Lyhtytupa ry
LAUSUNTO
12.5.2022

Hyvinvointiministeriö
kirjaamo@hym.example

Lausuntopyyntö HYM/412/2022

Lausunto luonnoksesta neuvontalaiksi

Lyhtytupa ry kiittää mahdollisuudesta lausua luonnoksesta ja esittää, että neuvonta säädetään maksuttomaksi.

Kunnosvaarassa 12.5.2022

Aili Aho
toiminnanjohtaja
"""

PAGE = """Neuvontapiste kausityötä tekeville

Piste on avattu 2.6.2020 ja se palvelee kirjastossa. Piste kuuluu kunnan perusturvaan.

Kuka auttaa

Neuvontapisteessä auttaa suunnittelija, joka vastaa myös ohjeen laatimisesta.

Lisätietoa:

suunnittelija Maija Mallila, p. 0000 555 012, etunimi.sukunimi@lehtoranta.example
"""

OFFICIAL = """Kuusjärven kaupunki                Viranhaltijapäätös                1 (2)
Palvelujohtaja
                                   15.3.2022   § 14

Avustuksen myöntäminen neuvontapalveluun

KUU/88/02.05.01/2022

Päätös

Päätän myöntää Lyhtytupa ry:lle 12 000 euron avustuksen vuodelle 2022.
Avustus maksetaan kahdessa erässä, joista ensimmäinen 31.3.2022 mennessä.

Perustelut

Yhdistys on toiminut kaupungin kumppanina vuodesta 2016 alkaen ja sen palve-
luja käyttää vuosittain yli 300 asiakasta.

Toimivalta

Hallintosääntö 24 §

Lisätietoja

Palveluasiantuntija Aili Aho, p. 000 555 1212

Allekirjoitus

Onni Oksa
palvelujohtaja

Tiedoksi
Lyhtytupa ry, talouspalvelut

Oikaisuvaatimusohje
Oikaisuvaatimus on tehtävä 14 päivän kuluessa.
"""

EARLIER_LIST = """Kunnanhallitus, kokous 18.5.2020
Pöytäkirja on tarkastettu

§ 198
Lausunto aluehallintovirastolle valvontasuunnitelmasta

LEHDno-2020-1031

Aikaisempi käsittely
Perusturvalautakunta 5.5.2020 § 44

Valmistelija
Maija Mallila, hallintosuunnittelija, maija.mallila@lehtoranta.example

Perustelut
Aluehallintovirasto pyytää kunnilta lausuntoa valvontasuunnitelmasta 29.5.2020 mennessä.
Kunta pitää suunnitelmaa hyvänä. Valvontakäyntejä tulisi lisätä.

Päätösehdotus
Esittelijä: Onni Oksa, kunnanjohtaja

Kunnanhallitus antaa liitteen mukaisen lausunnon.

Päätös
Hyväksyttiin yksimielisesti.

Tiedoksi
Aluehallintovirasto
"""

MINISTRY_MINUTES = """HYVINVOINTIMINISTERIÖ                              PÖYTÄKIRJA
Peruspalvelujen osasto
                                              14.9.2017        HYM 5/021/2017

NEUVONTAVERKOSTON KOKOUS 3/2017

Aika        14.9.2017 klo 9.00–11.30
Paikka      Hyvinvointiministeriö, nh. Aula

Läsnä       Maija Mallila, puheenjohtaja, hyvinvointiministeriö
            Eino Erälä, sisäministeriö
            Aili Aho, Lyhtytupa ry
            Onni Oksa, sihteeri, hyvinvointiministeriö

1     Kokouksen avaus

Puheenjohtaja avasi kokouksen kello 9.02 ja toivotti osallistujat tervetulleiksi.

2     Edellisen kokouksen pöytäkirja

Hyväksyttiin edellisen kokouksen pöytäkirja.

3     Toimintasuunnitelman valmistelu

Päätettiin, että sihteeri valmistelee luonnoksen toimintasuunnitelmaksi
marraskuun loppuun mennessä ja lähettää sen verkostolle kommenteille.

4     Seuraava kokous

Seuraava kokous on 7.12.2017 klo 9.

Vakuudeksi

Onni Oksa
sihteeri
"""

SERIES = """Hyvinvointiministeriön raportteja ja muistioita 2019:12

Uhrien palvelujen selvitys 2019

Selvityshenkilön loppuraportti

Helsinki 2019

TIIVISTELMÄ

Selvityksessä kuvataan palvelujen nykytilaa ja esitetään kaksikymmentä suositusta palvelujen kehittämiseksi.

1 Johdanto

Ministeriö asetti selvityshenkilön 3.1.2019. Selvityksen määräaika oli 31.5.2019.

1.1 Tehtävä

Tehtävänä oli arvioida palvelujen saatavuutta ja laatia ehdotukset niiden parantamiseksi.

2 Suositukset

Suositellaan, että kunnat nimeävät yhdyshenkilön vuoden 2020 loppuun mennessä.
"""

REPLY = """Lupavirasto
PL 10
99990 Kuusjärvi

Hyvinvointiministeriö                                   Lausunto
                                                        LUPA/14/2021
                                                        8.10.2021

Asia: Lausuntopyyntö hallituksen esityksestä neuvontalaiksi

Lupavirasto lausuu pyydettynä seuraavaa.

Luonnos selkeyttää neuvonnan järjestämistä. Lupavirasto esittää, että 4 §:ään lisätään säännös tulkkauksesta.

Ylijohtaja                                  Maija Mallila

Ylitarkastaja                               Eino Erälä
"""
