"""A municipality's plan: numbered headings, each with a paragraph and labels below it."""

from examples.word import Heading, Paragraph, Plan

PLAN = Plan(
    name="suunnitelma-lehtoranta-hyvaksikaytto-2021-2023.docx",
    title="Lehtorannan ihmiskaupan ja hyväksikäytön vastainen toimintasuunnitelma 2021–2023",
    author="Lehtorannan kunta",
    header="Lehtorannan kunta",
    content=(
        Paragraph("Lehtorannan ihmiskaupan ja hyväksikäytön vastainen toimintasuunnitelma 2021–2023", "Title"),
        Paragraph("Lehtorannan kunta"),
        Paragraph("Kunnanvaltuusto 14.12.2020 § 58"),
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
        Paragraph("Yhteistyötahot: Lehtorannan nuorisotyö, Kuusjärven poliisilaitos"),
        Paragraph("Aikataulu: 31.12.2021 mennessä"),
        Paragraph("Mittari: ohje on käytössä kaikissa yksiköissä"),
        Heading(
            "Toimenpide 2.2 Järjestetään kriisimajoitus ihmiskaupan uhreille yhdessä Kuusjärven kaupungin kanssa", 2
        ),
        Paragraph("Vastuutaho: Lehtorannan kunta"),
        Paragraph("Yhteistyötahot: Kuusjärven hyvinvointipalvelut"),
        Paragraph("Aikataulu: vuoden 2022 loppuun mennessä"),
        Paragraph("Rahoitus: perusturvan määrärahasta"),
        Paragraph("Seuranta: asiakkaiden määrä puolivuosittain"),
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
