"""A municipality's plan: numbered headings, each with a paragraph and labels below it."""

from examples.word import Heading, Paragraph, Plan

PLAN = Plan(
    name="suunnitelma-lehtoranta-hyvaksikaytto-2024-2027.docx",
    title="Lehtorannan ihmiskaupan ja hyväksikäytön vastainen toimintasuunnitelma 2024–2027",
    author="Lehtorannan kunta",
    header="Lehtorannan kunta",
    content=(
        Paragraph("Lehtorannan ihmiskaupan ja hyväksikäytön vastainen toimintasuunnitelma 2024–2027", "Title"),
        Paragraph("Lehtorannan kunta"),
        Paragraph("Kunnanvaltuusto 12.2.2024 § 9"),
        Heading("1 Lähtökohdat", 1),
        Paragraph(
            "Lehtoranta on pieni kunta, eikä kukaan työntekijöistä tee ihmiskaupan vastaista työtä päätoimisesti. "
            "Siksi suunnitelmassa on vain muutama toimenpide, ja jokaisella on yksi vastuutaho."
        ),
        Heading("2 Toimenpiteet", 1),
        Heading("Toimenpide 2.1 Laaditaan varhaiskasvatukseen ja kouluihin ohje hyväksikäytön merkeistä", 2),
        Paragraph(
            "Lapsi tai nuori kertoo hyväksikäytöstä harvoin itse. Ohje neuvoo, mihin on syytä kiinnittää huomiota ja "
            "kenelle huolesta kerrotaan."
        ),
        Paragraph("Vastuutaho: Lehtorannan sivistyslautakunta"),
        Paragraph("Yhteistyötahot: Lyhtytupa ry, Kuusjärven poliisilaitos"),
        Paragraph("Aikataulu: 31.12.2024 mennessä"),
        Paragraph("Mittari: ohje on käytössä kaikissa yksiköissä"),
        Heading("Toimenpide 2.2 Perustetaan päivystävä puhelinneuvonta yhdessä Kuusjärven kanssa", 2),
        Paragraph("Vastuutaho: Lehtorannan perusturvalautakunta"),
        Paragraph("Yhteistyötahot: Kuusjärven hyvinvointipalvelut"),
        Paragraph("Aikataulu: 1.9.2024 alkaen"),
        Paragraph("Rahoitus: 8 000 euroa vuodessa perusturvan määrärahasta"),
        Paragraph("Seuranta: yhteydenotot raportoidaan lautakunnalle neljännesvuosittain"),
        Heading("Toimenpide 2.3 Järjestetään kausityönantajille tiedotustilaisuus ennen satokautta", 2),
        Paragraph("Tilaisuudessa käydään läpi majoituksen vähimmäisehdot ja palkanmaksu."),
        Paragraph("Päävastuu: Lehtorannan kunnanhallitus"),
        Paragraph("Aikataulu: vuosittain toukokuussa. Mittari: osallistuneiden työnantajien määrä."),
        Heading("3 Seuranta", 1),
        Paragraph(
            "Kunnanhallitus käsittelee suunnitelman toteutumisen kerran vuodessa tilinpäätöksen yhteydessä: mitä on "
            "tehty, mitä on kesken ja mikä on jäänyt tekemättä."
        ),
    ),
)
