"""What a new Norwegian company finds in Tripletex: VAT codes, accounts, currencies, countries."""

from __future__ import annotations

from decimal import Decimal

# id, code, per cent, name. The id is not the code: 12 % is code 33 with id 32 [OBS].
VAT_TYPES: tuple[tuple[int, str, str, str], ...] = (
    (0, "0", "0", "Ingen avgiftsbehandling"),
    (1, "1", "25", "Fradrag inngående avgift, høy sats"),
    (3, "3", "25", "Utgående avgift, høy sats"),
    (4, "4", "100", "Direktepostert utgående avgift, høy sats"),
    (5, "5", "0", "Ingen utgående avgift (innenfor mva-loven)"),
    (6, "6", "0", "Ingen utgående avgift (utenfor mva-loven)"),
    (7, "7", "0", "Ingen avgiftsbehandling (inntekter)"),
    (11, "11", "15", "Fradrag inngående avgift, middels sats"),
    (12, "13", "12", "Fradrag inngående avgift, lav sats"),
    (13, "21", "0", "Grunnlag inngående avgift ved innførsel, høy sats"),
    (14, "22", "0", "Grunnlag inngående avgift ved innførsel, middels sats"),
    (23, "14", "100", "Fradrag inngående avgift betalt ved innførsel, høy sats"),
    (24, "15", "100", "Fradrag inngående avgift betalt ved innførsel, middels sats"),
    (31, "31", "15", "Utgående avgift, middels sats"),
    (32, "33", "12", "Utgående avgift, lav sats"),
    (41, "41", "100", "Direktepostert utgående avgift, middels sats"),
    (42, "42", "100", "Direktepostert utgående avgift, lav sats"),
    (51, "51", "0", "Avgiftsfri innlands omsetning med omvendt avgiftsplikt"),
    (52, "52", "0", "Avgiftsfri utførsel av varer og tjenester"),
    (81, "81", "-25", "Fradrag inngående avgift ved innførsel, høy sats"),
    (82, "82", "-25", "Inngående avgift uten fradrag ved innførsel, høy sats"),
    (83, "83", "-15", "Fradrag inngående avgift ved innførsel, middels sats"),
    (85, "85", "0", "Grunnlag, avgiftsfri innførsel"),
    (34, "86", "-25", "Fradrag inngående avgift ved kjøp av tjenester fra utlandet, høy sats"),
    (111, "12", "11.11", "Fradrag inngående avgift, råfisk"),
    (230, "20", "0", "Grunnlag, ingen inngående avgift ved innførsel"),
    (311, "32", "11.11", "Utgående avgift, råfisk"),
)

OUTGOING_CODES = ("3", "31", "33", "32", "5", "6", "51", "52")
INCOMING_CODES = ("1", "11", "13", "12")
UNTREATED_CODES = ("7", "0")

# VAT code: sales account and VAT account, as the accountant's worked orders have them.
SALES_ACCOUNTS: dict[str, tuple[int, int | None]] = {
    "3": (3000, 2700),
    "31": (3030, 2701),
    "33": (3050, 2703),
    "32": (3060, 2702),
    "5": (3100, None),
    "51": (3110, None),
    "52": (3105, None),
    "6": (3200, None),
    "7": (3900, None),
    "0": (3200, None),
}

CUSTOMER_ACCOUNT = 1500
ROUNDING_ACCOUNT = 7740
INVOICE_ACCOUNT = 1920
TAX_ACCOUNT = 1950

# number, name, type, VAT codes that may be posted
ACCOUNTS: tuple[tuple[int, str, str, tuple[str, ...]], ...] = (
    (1500, "Kundefordringer", "ASSETS", ("0",)),
    (1900, "Kontanter", "ASSETS", ("0",)),
    (1902, "Vipps, oppgjør", "ASSETS", ("0",)),
    (1903, "Klarna, oppgjør", "ASSETS", ("0",)),
    (1904, "Kort, oppgjør", "ASSETS", ("0",)),
    (1909, "Intern motregning", "ASSETS", ("0",)),
    (1920, "Bankinnskudd", "ASSETS", ("0",)),
    (1950, "Bankinnskudd for skattetrekk", "ASSETS", ("0",)),
    (2700, "Utgående mva, høy sats", "LIABILITIES", ("0", "4")),
    (2701, "Utgående mva, middels sats", "LIABILITIES", ("0", "41")),
    (2702, "Utgående mva, råfisk", "LIABILITIES", ("0",)),
    (2703, "Utgående mva, lav sats", "LIABILITIES", ("0", "42")),
    (2901, "Gavekort", "LIABILITIES", ("0", "7")),
    (3000, "Salgsinntekt, avgiftspliktig, høy sats", "OPERATING_REVENUES", ("3",)),
    (3030, "Salgsinntekt, avgiftspliktig, middels sats", "OPERATING_REVENUES", ("31",)),
    (3050, "Salgsinntekt, avgiftspliktig, lav sats", "OPERATING_REVENUES", ("33",)),
    (3060, "Salgsinntekt, avgiftspliktig, råfisk", "OPERATING_REVENUES", ("32",)),
    (3100, "Salgsinntekt, avgiftsfri, innenlands", "OPERATING_REVENUES", ("5",)),
    (3105, "Salgsinntekt, avgiftsfri, utførsel", "OPERATING_REVENUES", ("52",)),
    (3110, "Salgsinntekt, omvendt avgiftsplikt", "OPERATING_REVENUES", ("51",)),
    (3200, "Salgsinntekt, unntatt avgiftsplikt", "OPERATING_REVENUES", ("6", "0")),
    (3900, "Annen driftsrelatert inntekt", "OPERATING_REVENUES", ("7", "3")),
    (7740, "Øreavrunding", "OPERATING_EXPENSES", ("0", "7")),
    (8060, "Valutagevinst (agio)", "INVESTMENT_INCOME", ("0",)),
    (8160, "Valutatap (disagio)", "COST_OF_CAPITAL", ("0",)),
)

# description, account
PAYMENT_TYPES: tuple[tuple[str, int], ...] = (
    ("Kontant", 1900),
    ("Betalt til bank", 1920),
    ("Vipps", 1902),
    ("Klarna", 1903),
    ("Kort", 1904),
    ("Gavekort", 2901),
    ("Intern motregning", 1909),
)

# number, name, account; both with VAT code 7
PRODUCTS: tuple[tuple[str, str, int], ...] = (
    ("GAVEKORT", "Gavekort", 2901),
    ("ØREAVRUNDING", "Øreavrunding", 7740),
)

VOUCHER_TYPES = ("Utgående faktura", "Betaling", "Øreavrunding")

# id, code, name of the country or area, factor, practice rate in NOK for one unit
CURRENCIES: tuple[tuple[int, str, str, int, Decimal], ...] = (
    (1, "NOK", "Norge", 1, Decimal(1)),
    (2, "SEK", "Sverige", 100, Decimal("0.9835")),
    (3, "DKK", "Danmark", 100, Decimal("1.5730")),
    (4, "USD", "USA", 1, Decimal("10.1200")),
    (5, "EUR", "EU", 1, Decimal("11.7400")),
    (6, "GBP", "Storbritannia", 1, Decimal("13.3800")),
)
RATES = {id_: rate for id_, _, _, _, rate in CURRENCIES}

# id, alpha-2, alpha-3, numeric, name; only some ids are recorded, none may be relied upon
COUNTRIES: tuple[tuple[int, str, str, str, str], ...] = (
    (1, "AD", "AND", "020", "Andorra"),
    (13, "AT", "AUT", "040", "Østerrike"),
    (20, "BE", "BEL", "056", "Belgia"),
    (36, "CA", "CAN", "124", "Canada"),
    (41, "CH", "CHE", "756", "Sveits"),
    (54, "CZ", "CZE", "203", "Tsjekkia"),
    (55, "DE", "DEU", "276", "Tyskland"),
    (57, "DK", "DNK", "208", "Danmark"),
    (62, "EE", "EST", "233", "Estland"),
    (66, "ES", "ESP", "724", "Spania"),
    (68, "FI", "FIN", "246", "Finland"),
    (72, "FO", "FRO", "234", "Færøyene"),
    (73, "FR", "FRA", "250", "Frankrike"),
    (75, "GB", "GBR", "826", "Storbritannia"),
    (83, "GL", "GRL", "304", "Grønland"),
    (99, "IE", "IRL", "372", "Irland"),
    (105, "IS", "ISL", "352", "Island"),
    (106, "IT", "ITA", "380", "Italia"),
    (127, "LT", "LTU", "440", "Litauen"),
    (129, "LV", "LVA", "428", "Latvia"),
    (160, "NL", "NLD", "528", "Nederland"),
    (161, "NO", "NOR", "578", "Norge"),
    (173, "PL", "POL", "616", "Polen"),
    (178, "PT", "PRT", "620", "Portugal"),
    (191, "SE", "SWE", "752", "Sverige"),
    (195, "SJ", "SJM", "744", "Svalbard og Jan Mayen"),
    (227, "US", "USA", "840", "USA"),
)
NORWAY = 161

ENTITLEMENTS: tuple[tuple[int, str], ...] = (
    (1, "ROLE_ADMINISTRATOR"),
    (14, "AUTH_INVOICING"),
    (15, "AUTH_CUSTOMER_ADMIN"),
    (21, "AUTH_COMPANY_ADMIN"),
    (27, "AUTH_PRODUCT_ADMIN"),
    (35, "AUTH_ALL_VOUCHERS"),
    (43, "AUTH_CUSTOMER_INFO"),
    (65, "AUTH_OFFER_ADMIN"),
    (68, "AUTH_ORDER_ADMIN"),
    (70, "AUTH_CREATE_ORDER"),
    (83, "AUTH_REGISTER_INCOME"),
    (86, "AUTH_PRODUCT_INVOICE"),
    (93, "AUTH_CREATE_CUSTOMER"),
    (105, "AUTH_COMPANY_ACCOUNTING_REPORTS"),
    (107, "AUTH_ACCOUNTING_SETTINGS"),
    (132, "AUTH_INVOICE_ADMIN_SETTINGS"),
)
