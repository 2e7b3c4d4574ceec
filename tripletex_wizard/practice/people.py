"""The yarn shop's customers: invented persons and companies, all with example addresses."""

from __future__ import annotations

from tripletex_wizard.practice.mystore.sale import Address, Buyer

_PERSONS = (
    ("Kari Eksempel", "kari.eksempel", Address("Testveien 12", "9008", "Tromsø")),
    ("Bjørg Prøve", "bjorg.prove", Address("Fjordveien 3", "5003", "Bergen")),
    ("Tone Test", "tone.test", Address("Skogveien 9", "7010", "Trondheim")),
    ("Nora Test", "nora.test", Address("Elvegata 4", "2609", "Lillehammer")),
    ("Per Prøve", "per.prove", Address("Lia 5", "8006", "Bodø")),
    ("Åse Prøvesen", "aase", Address("Havna 1", "6002", "Ålesund")),
    ("Øyvind Ærlig", "oyvind", Address("Måkeveien 22 B", "4006", "Stavanger")),
    ("Ingrid Ull-Strand", "ingrid.us", Address("Bjørkebakken 7", "3612", "Kongsberg")),
    ("Silje Pinne", "silje", Address("Granlia 31", "1385", "Asker")),
    ("Håkon Maske", "hakon.maske", Address("Storgata 118", "9008", "Tromsø")),
    ("Liv Vrangbord", "liv", Address("Prestegårdsveien 2", "6856", "Sogndal")),
    ("Máret Eksempel", "maret", Address("Suomageaidnu 14", "9520", "Kautokeino")),
    ("Jørgen Rettstrikk", "jorgen", Address("Kirkegata 40", "4612", "Kristiansand S")),
    ("Solveig Nøste", "solveig", Address("Åsveien 16", "2312", "Ottestad")),
    ("Tuva Hespe", "tuva", Address("Sjøgata 3", "8656", "Mosjøen")),
    ("Anne-Grethe Lue", "ag.lue", Address("Myrstien 8", "0855", "Oslo")),
    ("Torbjørn Vott", "torbjorn", Address("Nedre Slottsgate 5", "3015", "Drammen")),
    ("Gunn Hæl", "gunn", Address("Øvregaten 12", "5003", "Bergen")),
)
_COMPANIES = (
    (
        "Grete Innkjøp",
        "Garn og Greier AS",
        "313 900 215",
        Address("Industriveien 20", "3414", "Lierstranda"),
    ),
    (
        "Ola Spinneri",
        "Ullvarefabrikken Eksempel AS",
        "999880002",
        Address("Spinnerivegen 1", "6783", "Stryn"),
    ),
    (
        "Mette Lagleder",
        "Husflidslaget Prøve SA",
        "999880010",
        Address("Torget 2", "7014", "Trondheim"),
    ),
    ("Ali Kaffe", "Strikkekafeen Test AS", "999880029", Address("Havnegata 8", "4306", "Sandnes")),
)

PERSONS = tuple(
    Buyer(
        name=name,
        address=address,
        email=f"{mailbox}@example.com",
        phone=f"{'+47 ' if number % 5 == 0 else ''}900000{number:02}",
        customer_id=str(3300 + number),
    )
    for number, (name, mailbox, address) in enumerate(_PERSONS, start=12)
)
COMPANIES = tuple(
    Buyer(
        name=contact,
        address=address,
        email=f"faktura{number}@example.com",
        phone=f"220000{number:02}",
        company=company,
        organisation_number=organisation,
        customer_id=str(3400 + number),
    )
    for number, (contact, company, organisation, address) in enumerate(_COMPANIES, start=1)
)
KARI, BJORG, TONE, NORA, PER = PERSONS[:5]
GUEST = Buyer(
    name="Gry Gjesteordre",
    address=Address("Kaia 2", "9950", "Vardø"),
    email="gry@example.com",
    phone="90000099",
)
LONG_NAME = Buyer(
    name="Anne-Karin Margrethe Øverås Kjærgård-Lillebjørnsætherbrekken av Æresfjord og Øksendalen",
    address=Address(
        "Gamle Kongsvegen nedre Øygardslia 1438 C, oppgang 2", "6472", "Eidsvåg i Romsdal"
    ),
    email="anne.karin.margrethe.overas.kjaergard.lillebjornsaetherbrekken@example.com",
    phone="90000098",
    customer_id="3398",
)
SVALBARD = Buyer(
    name="Isak Isbjørn",
    address=Address("Postboks 5", "9170", "Longyearbyen"),
    email="isak@example.com",
    phone="90000097",
    customer_id="3397",
)
SWEDE = Buyer(
    name="Åsa Provsson",
    address=Address("Storgatan 14", "852 30", "Sundsvall", "SE"),
    email="asa@example.com",
    phone="+46700000000",
    customer_id="3396",
)
SWEDISH_COMPANY = Buyer(
    name="Lars Inköp",
    address=Address("Storgatan 1", "852 30", "Sundsvall", "SE"),
    email="inkop@example.com",
    phone="+46600000000",
    company="Garnboden Exempel AB",
    organisation_number="559999-1235",
    customer_id="3405",
)
AT_THE_COUNTER = Buyer(
    name="Butikksalg",
    address=Address("Kaigata 1", "9008", "Tromsø"),
    email="",
    customer_id="3300",
)
