"""Heads of documents in the layouts of several systems and decades; all bodies and people are invented."""

CASEM = """Neuvontapisteen aukioloajat 1.9.2021 alkaen

Kuusjärven kaupunki
Hyvinvointilautakunta
Pöytäkirja 17.08.2021 6/2021

§ 58

KUUDno-2021-318

Valmistelija / lisätiedot: Aili Aho aili.aho@kuusjarvi.example Palvelupäällikkö

Neuvontapisteessä on käynyt keväällä aiempaa vähemmän asiakkaita.

## Kuntalain 90 §  Johtosäännöt:

"Kunnassa on oltava hallintosääntö."

## Ehdotus

Esittelijä: Eino Erälä, Hyvinvointijohtaja

Hyvinvointilautakunta päättää aukioloajoista liitteen mukaisesti.

## Päätös

Lautakunta hyväksyi ehdotuksen.
"""

CASEM_CHAIN = """Tontin myyminen / Kortteli 12 / Rantakatu

Kuusjärven kaupunki Kaupunginvaltuusto
Kaupunginhallitus, § 74,15.03.2021 Kaupunginvaltuusto, § 23, 29.03.2021

§ 23

KUUDno-2020-1290

## Kaupunginhallitus, 15.03.2021, § 74

Valmistelijat / lisätiedot:

Aili Aho, Kaupungingeodeetti, aili.aho@kuusjarvi.example

Kaupunginhallitus on varannut tontin 6.4.2020 § 88.

## Ehdotus

Esittelijä: Onni Oksa, Kaupunginjohtaja

Kaupunginhallitus päättää esittää valtuustolle, että tontti myydään.

## Päätös

Kaupunginhallitus hyväksyi ehdotuksen.

## Kaupunginvaltuusto, 29.03.2021, § 23

## Päätös

Kaupunginvaltuusto hyväksyi kaupunginhallituksen ehdotuksen.
"""

AGENDA = """Tilintarkastuskertomus vuodelta 2015

§ 210

KUUDno-2016-1292

Esittelijä
Onni Oksa, kaupunginjohtaja

Tarkastuslautakunta 17.5.2016 § 35

Tarkastuslautakunta antaa valtuustolle arviointikertomuksen, jossa esitetään arvioinnin tulokset vuodelta 2015.

____________________________________

Kaupunginhallitus 6.6.2016 §

Arviointikertomus on liitteenä.

Päätösehdotus

Kaupunginhallitus merkitsee arviointikertomuksen tiedoksi.

- ma 29.8.2016
- ma 10.10.2016
"""

PROPOSER = """Liikenteen kehitys Kuusjärvellä

§ 11

KUU:5409/08.01.00/2016

Valmistelija
Aili Aho, Suunnittelupäällikkö

Esittelijä
Eino Erälä, Johtaja

Liikenteestä on valmistunut raportti.

Päätösehdotus

Johtaja Erälä:

Yhdyskuntalautakunta päättää merkitä raportin tiedoksi.

Päätös

Päätösehdotus hyväksyttiin.
"""

WORD_MINUTES = """LEHTORANNAN KUNTA                          PÖYTÄKIRJA 5/2007

KUNNANHALLITUS                             12.3.2007


KUNNANHALLITUS § 45 12.3.2007

KOULUKULJETUSTEN JÄRJESTÄMINEN

Sivltk § 12
Kuljetukset on kilpailutettu helmikuussa.

KUNNANJOHTAJAN EHDOTUS:

Kunnanhallitus hyväksyy tarjouksen.

PÄÄTÖS:

Hyväksyttiin.
"""

SHORT_NAMES = """Lehtorannan kunta

Kh § 118
23.4.2012

Vanhan koulun vuokraaminen

Kunnanhallitus on luvannut tilan nuorille.

Kunnanjohtajan ehdotus
Kunnanhallitus vuokraa koulun nuorisoseuralle.

Päätös
Hyväksyttiin.
"""

SEVERAL_HANDLINGS = """Lehtorannan kunta

Päivähoidon maksut

Sosiaalilautakunta 3.4.2012 § 31

Maksuja on tarkistettava indeksin mukaan.

Päätös:
Sosiaalilautakunta hyväksyi esityksen.

Kunnanhallitus 23.4.2012 § 118

Ehdotus:
Kunnanhallitus hyväksyy maksut.

Päätös:
Hyväksyttiin.
"""

COVER = """Kuusjärven kaupunki                     Pöytäkirja 3/2016                     1 (12)

Sosiaali- ja terveyslautakunta

Aika 16.3.2016 klo 17.00–19.05
Paikka Kaupungintalo, kokoushuone 2

Läsnä
Maija Mallila\tpj.
Onni Oksa\tjäsen, § 21–24
Aho Aili\tvarajäsen

Poissa
Eino Erälä\tjäsen

Muut osallistujat
Aalto Reijo\tperusturvajohtaja, esittelijä
Salo Tuula\thallintosihteeri, pöytäkirjanpitäjä

§ 21 Kokouksen avaus

Puheenjohtaja avasi kokouksen.

§ 22 Neuvonnan järjestäminen

Päätös
Lautakunta päätti jatkaa neuvontaa.

§ 23 Muut asiat

Päätös
Ei muita asioita.
"""

AHJO = """Kuusjärven kaupunki
Pöytäkirja
15/2018
1 (4)
Kaupunkiympäristölautakunta
Asia/4
11.09.2018

§ 217
Torin valaistuksen uusiminen

KUU 2018-007727 T 01 00 00 00

Päätös

Kaupunkiympäristölautakunta päätti uusia valaistuksen.
"""

WORKING_GROUP = """Hyvinvointiministeriö                    MUISTIO
                                         21.11.2013

NEUVONTATYÖRYHMÄN KOKOUS

Aika: 21.11.2013 klo 9.00–11.00
Paikka: Ministeriö, neuvotteluhuone 3

Läsnä:
Maija Mallila, HYM, pj.
Onni Oksa, Lupavirasto
Aili Aho, Kuntaliitto
Eino Erälä, HYM, siht.

1. Kokouksen avaaminen

Puheenjohtaja avasi kokouksen.

2. Muut asiat

Ei ollut.
"""

REFERENCE = """Lupavirasto
                                                  Lausunto
                                                  4.6.2015
                                                  LUPA-2015-118

Hyvinvointiministeriölle

Viite: lausuntopyyntönne 5.5.2015, HYM/41/2015

Luonnos laiksi neuvonnan järjestämisestä

Lupavirasto lausuu luonnoksesta seuraavaa. Esitys on kannatettava.

Ylijohtaja Maija Mallila

Ylitarkastaja Eino Erälä
"""

COMMITTEE = """Valiokunnan lausunto
HaVL 23/2018 vp

Hallintovaliokunta

Valtioneuvoston selvitys neuvonnan tilasta

Lakivaliokunnalle

JOHDANTO

Vireilletulo

Lakivaliokunta on pyytänyt asiasta lausuntoa.

VALIOKUNNAN PERUSTELUT

Valiokunta pitää selvitystä hyvänä.

VALIOKUNNAN PÄÄTÖSESITYS

Hallintovaliokunta esittää,

että lakivaliokunta ottaa edellä olevan huomioon.

Helsingissä 12.6.2018

Asian ratkaisevaan käsittelyyn valiokunnassa ovat ottaneet osaa

puheenjohtaja Maija Mallila lehto
jäsen Onni Oksa ranta
"""

RELEASE = """Hyvinvointiministeriö

Tiedote 71/2018

20.6.2018 klo 9.15

Neuvonnan avustusten haku alkaa

Avustusta voivat hakea kunnat ja järjestöt elokuun loppuun mennessä.

Lisätietoja: erityisasiantuntija Aili Aho, p. 000 555 1000
"""

PLAN = """Hyvinvointiministeriön julkaisuja 2016:14

Neuvonnan toimintaohjelma 2016–2017

Hyvinvointiministeriö, Kuusjärvi 2016

ESIPUHE

Ohjelma on laadittu laajassa yhteistyössä kuntien ja järjestöjen kanssa.
"""

COUNTY = """Kuusjärven hyvinvointialue                Pöytäkirja 9/2023
Aluehallitus                              19.09.2023

§ 214
Kriisiasumisen sopimuksen hyväksyminen

Esittelijä: hyvinvointialuejohtaja Onni Oksa

Päätös

Aluehallitus hyväksyi sopimuksen.
"""

OWN_FIRST = """Kuusjärven kaupunki
Kaupunginhallitus                    10.12.2018                    § 377

Turvakotien rahoitus

Päätös

Kaupunginhallitus päätti lähettää aineiston lautakunnalle.

Esittelijän perustelut

Lautakunta on antanut asiasta lausunnon.

Perusturvalautakunta 20.11.2018 § 118

Perusturvalautakunta toteaa lausuntonaan, että rahoitusta tulee lisätä.
"""

APPOINTMENT = """HYVINVOINTIMINISTERIÖ

ASETTAMISPÄÄTÖS
1.2.2019
HYM012:00/2019

Neuvontatyöryhmän asettaminen

Hyvinvointiministeriö on tänään asettanut työryhmän.

Toimikausi 15.2.2019–31.12.2019
"""

PROJECT_PLAN = """# Silta-hankkeen hankesuunnitelma

Kuusjärven kaupunki, 12.1.2022

## Tausta

Nuorten palvelupolut katkeavat usein täysi-ikäisyyteen.
"""

REPLY_TO_QUESTION = """Eduskunnan puhemiehelle

Vastaus kirjalliseen kysymykseen neuvonnan rahoituksesta

Kysymyksessä tiedustellaan rahoitusta. Vastauksena esitetään seuraavaa.

Helsingissä 9 päivänä lokakuuta 2013

Ministeri Maija Mallila
"""
