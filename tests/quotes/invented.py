"""Twenty quotations that were made up: no document says anything like them."""

INVENTED = (
    "Ministeriö lupasi rakentaa sata uutta turvakotia vuoteen 2030 mennessä.",
    "Hallitus päätti lakkauttaa ihmiskaupan uhrien auttamisjärjestelmän kokonaan.",
    "Poliisille palkataan viisisataa uutta ihmiskaupparikosten tutkijaa ensi vuonna.",
    "Kaupunki sitoutuu tarjoamaan jokaiselle uhrille asunnon kolmen päivän kuluessa.",
    "Työsuojelutarkastajat saavat oikeuden pidättää epäiltyjä työnantajia.",
    "Ihmiskauppa on poistettu Suomesta kokonaan vuoden 2025 loppuun mennessä.",
    "Oikeusministeriö ei aio tehdä mitään ihmiskaupan torjumiseksi.",
    "Lautakunta hylkäsi kaikki ehdotukset yksimielisesti ilman keskustelua.",
    "Koordinaattori erosi tehtävästään rahoituksen puutteen vuoksi.",
    "Uhrien oikeudellinen apu muuttuu maksulliseksi helmikuun alusta alkaen.",
    "Ohjausryhmä kokoontuu vastedes kerran kymmenessä vuodessa Kreikassa.",
    "Rajavartiolaitos avaa ihmiskaupan uhreille oman puhelinlinjan Lapissa.",
    "Järjestöjen avustuksia leikataan puolella seuraavan neljän vuoden aikana.",
    "Kunnat velvoitetaan perustamaan ihmiskauppayksikkö jokaiseen kouluun.",
    "Maahanmuuttovirasto antaa oleskeluluvan kaikille hakijoille hakemuksetta.",
    "Syyttäjälaitos nostaa syytteen jokaisesta epäilystä vuorokauden sisällä.",
    "Ravintola-ala kieltää ulkomaisen työvoiman käytön itsenäisyyspäivänä.",
    "Eduskunta hyväksyi lain, jolla parittaminen sallitaan suurissa kaupungeissa.",
    "Suomi maksaa jokaiselle uhrille miljoona euroa korvausta verovaroista.",
    "Tutkimuksen mukaan hyväksikäyttö loppui kokonaan pandemian aikana.",
)
