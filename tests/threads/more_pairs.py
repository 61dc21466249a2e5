"""More pairs, by the kinds of error that reading the links of public documents found. All sentences are our own."""

from tests.threads.made import Said
from tests.threads.pairs import HL, KH, KV, OM, SM, STM, Pair, other, same

TP = "tilapalvelujen päällikkö"
ST = "Kuusjärven sivistyslautakunta"

MORE_PAIRS: tuple[Pair, ...] = (
    # --- one official, one frame, other objects and cases ------------------------------------------------------------
    other(
        "ceiling of two procurements",
        Said("Tilapalvelujen päällikkö päätti, että hankinnan arvonlisäverottomat kustannukset saavat olla enintään "
             "40 000 euroa.", "2022-02-03", TP, case="KUU 2022-000101"),
        Said("Tilapalvelujen päällikkö päätti, että hankinnan arvonlisäverottomat kustannukset saavat olla enintään "
             "25 000 euroa.", "2022-03-14", TP, case="KUU 2022-000140"),
    ),
    other(
        "ceiling of two procurements, the same sum",
        Said("Tilapalvelujen päällikkö päätti, että hankinnan arvonlisäverottomat kustannukset saavat olla enintään "
             "40 000 euroa.", "2022-02-03", TP, case="KUU 2022-000101"),
        Said("Tilapalvelujen päällikkö päätti, että hankinnan arvonlisäverottomat kustannukset saavat olla enintään "
             "40 000 euroa.", "2022-03-14", TP, case="KUU 2022-000140"),
    ),
    other(
        "one supplier, two services",
        Said("Tilapalvelujen päällikkö päätti hyväksyä Nelossali Oy:n tarjouksen siivouspalveluista Rantakylään.",
             "2022-02-03", TP, case="KUU 2022-000101"),
        Said("Tilapalvelujen päällikkö päätti hyväksyä Nelossali Oy:n tarjouksen vartiointipalveluista Rantakylään.",
             "2022-02-10", TP, case="KUU 2022-000118"),
    ),
    other(
        "terms of two leases",
        Said("Tilapalvelut solmii vuokrasopimuksen liikehuoneiston tavanomaisin ehdoin.",
             "2022-01-12", TP, case="KUU 2022-000007"),
        Said("Tilapalvelut solmii vuokrasopimuksen liikehuoneiston tavanomaisin ehdoin.",
             "2022-02-21", TP, case="KUU 2022-000131"),
    ),
    other(
        "self-monitoring of two producers",
        Said("Palveluntuottajan on seurattava omavalvontasuunnitelmansa toteutumista.", "2021-11-02", HL,
             case="KUU 2021-000611"),
        Said("Palveluntuottajan on seurattava omavalvontasuunnitelmansa toteutumista.", "2021-12-01", HL,
             case="KUU 2021-000702"),
    ),
    other(
        "permits of two shops",
        Said("Myyntipaikassa myydään tupakkatuotteita (lupanumero 55120034).", "2021-11-02", HL,
             case="KUU 2021-000620"),
        Said("Myyntipaikassa myydään tupakkatuotteita (lupanumero 55120071).", "2021-12-01", HL,
             case="KUU 2021-000688"),
    ),
    other(
        "both sign what belongs to this decision",
        Said("Tilapalvelujen päällikkö päätti oikeuttaa kehityspäällikön allekirjoittamaan tähän päätökseen liittyvän "
             "sopimuksen.", "2022-02-03", TP, case="KUU 2022-000101"),
        Said("Tilapalvelujen päällikkö päätti oikeuttaa kehityspäällikön allekirjoittamaan tähän päätökseen liittyvän "
             "sopimuksen.", "2022-03-14", TP, case="KUU 2022-000140"),
    ),
    other(
        "minutes kept open to the public by two officials",
        Said("Rehtori päätti, että rehtorin pöytäkirja pidetään nähtävänä yleisessä tietoverkossa.", "2022-01-03",
             "rehtori"),
        Said("Rehtori päätti, että rehtorin pöytäkirja pidetään nähtävänä yleisessä tietoverkossa.", "2022-01-05",
             "rehtori"),
    ),
    other(
        "duty by the law, cited without a case",
        Said("Kuntalain (410/2015) 107 §:n mukaan viranhaltijan päätöksistä pidetään pöytäkirjaa.", "2022-01-03", HL),
        Said("Kuntalain (410/2015) 107 §:n mukaan viranhaltijan päätöksistä pidetään pöytäkirjaa.", "2022-02-07", KH),
    ),
    # --- sums, figures, parties -------------------------------------------------------------------------------------
    other(
        "extra works of one contract, two orders",
        Said("Tilapalvelujen päällikkö päätti tilata Rantakylän koulun lisätöitä hintaan 3 400 euroa.", "2021-03-01",
             TP, case="KUU 2019-000811"),
        Said("Tilapalvelujen päällikkö päätti tilata Rantakylän koulun lisätöitä hintaan 15 900 euroa.", "2021-05-17",
             TP, case="KUU 2019-000811"),
    ),
    other(
        "value of a contract raised twice",
        Said("Toimitusjohtaja päätti korottaa kaidetöiden sopimuksen ennakoitua arvoa 390 000 euroon.", None,
             "toimitusjohtaja", case="KUU 2020-000948"),
        Said("Toimitusjohtaja päätti korottaa kaidetöiden sopimuksen ennakoitua arvoa 475 000 euroon.", None,
             "toimitusjohtaja", case="KUU 2020-000948"),
    ),
    other(
        "shares of two months",
        Said("Hyvinvointilautakunta on rokottanut yläkouluikäisistä 73 prosenttia.", "2021-10-04", HL,
             case="KUU 2020-000920"),
        Said("Hyvinvointilautakunta on rokottanut yläkouluikäisistä 81 prosenttia.", "2021-11-08", HL,
             case="KUU 2020-000920"),
    ),
    other(
        "whole appropriation and the part asked for",
        Said("Kaupunginvaltuusto on varannut talousarvioon 70 miljoonaa euroa koronasta toipumiseen.", "2021-12-14",
             HL, case="KUU 2021-000133"),
        Said("Kaupunginvaltuusto on varannut talousarvioon 17 miljoonaa euroa koronasta toipumiseen.", "2021-12-16",
             ST, case="KUU 2021-000133"),
    ),
    # --- statements -------------------------------------------------------------------------------------------------
    other(
        "statement in favour, and the approval",
        Said("Hyvinvointilautakunta on antanut puoltavan lausunnon turvakodin hankesuunnitelmasta.", "2019-02-12", HL,
             case="KUU 2018-000133"),
        Said("Kaupunginvaltuusto on hyväksynyt turvakodin hankesuunnitelman 13.3.2019.", "2021-12-14", HL,
             case="KUU 2021-000149"),
    ),
    other(
        "statements of two committees on one case",
        Said("Hyvinvointilautakunta antoi kaupunginhallitukselle seuraavan lausunnon toivomusponnesta:", "2021-11-09",
             HL, case="KUU 2021-000615"),
        Said("Sivistyslautakunta antoi kaupunginhallitukselle seuraavan lausunnon toivomusponnesta:", "2021-11-09",
             ST, case="KUU 2021-000615"),
    ),
    other(
        "statements asked of two committees",
        Said("Kaupunginhallitus on pyytänyt hyvinvointilautakunnan lausuntoa päihdestrategiasta.", "2021-11-09", HL,
             case="KUU 2021-000615"),
        Said("Kaupunginhallitus on pyytänyt sivistyslautakunnan lausuntoa päihdestrategiasta.", "2021-11-09", ST,
             case="KUU 2021-000615"),
    ),
    other(
        "tabled in two meetings of one case",
        Said("Kaupunginhallitus päätti panna asian pöydälle.", "2022-02-07", KH, case="KUU 2022-000011"),
        Said("Kaupunginhallitus päätti panna asian pöydälle.", "2022-02-14", KH, case="KUU 2022-000011"),
    ),
    other(
        "one word of the case, two acts",
        Said("Erityistoimeksiantoa ei saa tuottaa.", "2021-10-19", HL, case="KUU 2021-000230"),
        Said("Erityistoimeksiantoihin on hankittava suostumus.", "2021-12-14", HL, case="KUU 2021-000230"),
    ),
    # --- the paper speaks of itself ---------------------------------------------------------------------------------
    other(
        "this decision, in two decisions of one case",
        Said(
            "Tämä päätös pannaan täytäntöön heti mahdollisesta muutoksenhausta huolimatta.",
            "2021-09-06",
            KH,
            case="KUU 2020-000920",
        ),
        Said(
            "Tämä päätös pannaan täytäntöön heti mahdollisesta muutoksenhausta huolimatta.",
            "2021-10-04",
            KH,
            case="KUU 2020-000920",
        ),
    ),
    other(
        "trial period of two who were elected",
        Said("Virkaan valitulle asetetaan 6 kuukauden koeaika.", "2022-01-10", "rehtori", case="KUU 2021-000987"),
        Said("Virkaan valitulle asetetaan 6 kuukauden koeaika.", "2022-01-12", "rehtori", case="KUU 2021-000987"),
    ),
    # --- the same all the same --------------------------------------------------------------------------------------
    same(
        "told in two cases by its day",
        Said("Hyvinvointilautakunta on 12.2.2019 antanut puoltavan lausunnon Mäntylinnan koulun laajennuksesta.",
             "2021-12-14", HL, case="KUU 2021-000067"),
        Said("Kuusjärven hyvinvointilautakunta on antanut puoltavan lausunnon Mäntylinnan koulun laajennuksesta "
             "12.2.2019.", "2022-01-20", KH, case="KUU 2021-000149"),
    ),
    same(
        "authority told in two cases by its day",
        Said("Hyvinvointilautakunta päätti 20.8.2013 oikeuttaa arviointijohtajan hyväksymään palveluntuottajat.",
             "2021-11-02", HL, case="KUU 2021-000611"),
        Said("Hyvinvointilautakunta päätti 20.8.2013 oikeuttaa arviointijohtajan hyväksymään palveluntuottajat.",
             "2021-12-01", HL, case="KUU 2021-000702"),
    ),
    same(
        "asked for in one case and approved in another",
        Said("Kaupunginvaltuusto kehotti hyvinvointilautakuntaa laatimaan ihmiskaupan vastaisen toimintaohjelman "
             "30.4.2022 mennessä.", "2021-11-10", KV, case="KUU 2021-000417"),
        Said("Kaupunginhallitus päätti hyväksyä Kuusjärven ihmiskaupan vastaisen toimintaohjelman.", "2022-05-23", KH,
             case="KUU 2022-000188"),
    ),
    same(
        "programme of a ministry, told in two cases",
        Said("Oikeusministeriö valmistelee ihmiskaupan vastaisen toimintaohjelman.", "2021-03-30", KH,
             case="KUU 2021-000417"),
        Said("Oikeusministeriö julkaisi ihmiskaupan vastaisen toimintaohjelman 7.6.2021.", "2022-01-10", KH,
             case="KUU 2022-000020"),
    ),
    same(
        "statement asked for and given",
        Said("Kaupunginhallitus on pyytänyt hyvinvointilautakunnan lausuntoa päihdestrategiasta.", "2021-11-01", KH,
             case="KUU 2021-000615"),
        Said("Hyvinvointilautakunta antoi kaupunginhallitukselle seuraavan lausunnon päihdestrategiasta:",
             "2021-11-09", HL, case="KUU 2021-000615"),
    ),
    same(
        "duty restated in the next paper of the case",
        Said("Oppilaan oikeus opetukseen tulee turvata myös poikkeuksellisten opetusjärjestelyiden aikana.",
             "2021-09-06", KH, case="KUU 2020-000920"),
        Said("Oppilaiden oikeus opetukseen turvataan myös poikkeuksellisten opetusjärjestelyiden aikana.",
             "2021-10-04", KH, case="KUU 2020-000920"),
    ),
    same(
        "sum proposed and another one decided",
        Said("Hyvinvointilautakunta esittää, että kaupunginhallitus myöntää turvakodin ylläpitoon 90 000 euroa.",
             "2022-04-12", HL, case="KUU 2022-000300"),
        Said("Kaupunginhallitus päätti myöntää turvakodin ylläpitoon 80 000 euroa.", "2022-05-23", KH,
             case="KUU 2022-000300"),
    ),
    same(
        "guide promised in a plan and published",
        Said("Sosiaali- ja terveysministeriö laatii oppaan lapsiuhrien tunnistamisesta vuonna 2022.", "2021-11-25",
             STM, "plan"),
        Said("Sosiaali- ja terveysministeriö julkaisi oppaan lapsiuhrien tunnistamisesta 1.11.2022.", "2023-02-01",
             STM, "press_release"),
    ),
    same(
        "training promised and held",
        Said("Sisäministeriö järjestää rajavartijoille koulutuksen uhrien tunnistamisesta syksyllä 2022.",
             "2022-03-01", SM, "plan"),
        Said("Sisäministeriö järjesti rajavartijoille koulutuksen uhrien tunnistamisesta lokakuussa 2022.",
             "2023-01-15", SM, "report"),
    ),
    same(
        "figures of the second report beside those of the first",
        Said("Hyvinvointilautakunta on kouluttanut 140 ammattilaista uhrien tunnistamiseen vuonna 2022.",
             "2023-01-13", HL, "report"),
        Said("Hyvinvointilautakunta on kouluttanut 140 ammattilaista uhrien tunnistamiseen vuonna 2022.",
             "2023-03-13", KH, "report"),
    ),
    same(
        "shelter named, opened in another case",
        Said("Hyvinvointilautakunta perustaa Mäntylinnaan turvakodin 31.12.2022 mennessä.", "2022-02-08", HL,
             case="KUU 2022-000044"),
        Said("Hyvinvointilautakunta avasi turvakodin Mäntylinnassa 1.11.2022.", "2023-01-17", HL,
             case="KUU 2023-000012"),
    ),
    same(
        "new law promised and passed to parliament",
        Said("Oikeusministeriö valmistelee uhripalvelulain muutoksen vuoden 2022 loppuun mennessä.", "2021-11-25",
             OM, "plan"),
        Said("Oikeusministeriö antoi uhripalvelulain muutoksen eduskunnalle 15.12.2022.", "2023-01-11", OM,
             "press_release"),
    ),
    same(
        "person named and told",
        Said("Kaupunginhallitus päätti nimetä Iiris Vaskelan verkoston puheenjohtajaksi.", "2022-05-23", KH,
             case="KUU 2022-000188"),
        Said("Kaupunginhallitus nimesi Iiris Vaskelan verkoston puheenjohtajaksi 23.5.2022.", "2022-10-11", HL,
             case="KUU 2022-000188"),
    ),
    other(
        "two persons named by one frame",
        Said("Rehtori päätti valita tuntiopettajan virkasuhteeseen Iiris Vaskelan.", "2022-01-10", "rehtori",
             case="KUU 2021-000987"),
        Said("Rehtori päätti valita tuntiopettajan virkasuhteeseen Elmeri Tuomikosken.", "2022-01-10", "rehtori",
             case="KUU 2021-000987"),
    ),
)  # fmt: skip
