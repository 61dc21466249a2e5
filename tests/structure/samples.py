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
