<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO" sourcelanguage="en">
<context>
    <name>BatchProgress</name>
    <message>
        <source>&amp;Stop after this order</source>
        <translation>&amp;Stopp etter denne ordren</translation>
    </message>
    <message>
        <source>&amp;Stop here</source>
        <translation>&amp;Stopp her</translation>
    </message>
    <message>
        <source>&amp;Try again now</source>
        <translation>&amp;Prøv igjen nå</translation>
    </message>
    <message>
        <source>Do not retry automatically</source>
        <translation>Ikke prøv automatisk</translation>
    </message>
    <message>
        <source>Orders that are through</source>
        <translation>Ordrer som er ferdige</translation>
    </message>
    <message>
        <source>Stops after {order}.</source>
        <translation>Stopper etter {order}.</translation>
    </message>
    <message>
        <source>Stops now.</source>
        <translation>Stopper nå.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) are waiting. Nothing more is sent meanwhile.</source>
        <translation>
            <numerusform>%n ordre venter. Ingenting mer sendes imens.</numerusform>
            <numerusform>%n ordrer venter. Ingenting mer sendes imens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardDialog</name>
    <message>
        <source>Check of the set-up</source>
        <translation>Kontroll av oppsettet</translation>
    </message>
    <message>
        <source>What transfers need in Tripletex and Mystore. Nothing is changed.</source>
        <translation>Det overføringene trenger i Tripletex og Mystore. Ingenting endres.</translation>
    </message>
    <message>
        <source>Check everything a&amp;gain</source>
        <translation>Kontroller alt på n&amp;ytt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
</context>
<context>
    <name>BookedPart</name>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Tripletex request ids: {ids}</source>
        <translation>Request-id i Tripletex: {ids}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Copy the request ids</source>
        <translation>Kopier request-id-ene</translation>
    </message>
</context>
<context>
    <name>CalledOffNote</name>
    <message>
        <source>{order} has the status “{status}”. Transfer it only if the customer is to pay all the same.</source>
        <translation>{order} har statusen «{status}». Overfør den bare hvis kunden likevel skal betale.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cancelled or returned in Mystore</source>
        <translation>
            <numerusform>%n ordre er kansellert eller returnert i Mystore</numerusform>
            <numerusform>%n ordrer er kansellert eller returnert i Mystore</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmationBox</name>
    <message>
        <source>&amp;I want to post the payment modules in this way</source>
        <translation>&amp;Jeg ønsker å føre betalingsmodulene på denne måten</translation>
    </message>
    <message>
        <source>Confirmed b&amp;y</source>
        <translation>Bekreftes a&amp;v</translation>
    </message>
    <message>
        <source>Can be confirmed when every method has been decided.</source>
        <translation>Kan bekreftes når alle metodene er bestemt.</translation>
    </message>
    <message>
        <source>Write the name of the one who confirms.</source>
        <translation>Skriv navnet på den som bekrefter.</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} kl. {time}</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Connect</source>
        <translation>Koble til</translation>
    </message>
    <message>
        <source>The keys are stored in this computer&apos;s keyring, and nowhere else.</source>
        <translation>Nøklene lagres i nøkkelringen på denne datamaskinen, og ingen andre steder.</translation>
    </message>
    <message>
        <source>Tripletex asks for two tokens: one names the integration, the other opens your company. Mystore asks for one. A token is shown only once, so copy it and paste it here at once. With an accountant&apos;s token you choose the client company afterwards. The set-up is then locked to this company and this shop. A token that runs out can be replaced later, without doing the rest again.</source>
        <translation>Tripletex krever to nøkler: Den ene sier hvilken integrasjon det er, den andre åpner selskapet ditt. Mystore krever én. En nøkkel vises bare én gang, så kopier den og lim den inn her med en gang. Med regnskapskontorets nøkkel velger du klientselskapet etterpå. Oppsettet låses så til dette selskapet og denne butikken. En nøkkel som går ut, kan byttes senere uten at resten må gjøres om igjen.</translation>
    </message>
    <message>
        <source>The made-up shop and company have keys that work on this computer alone.</source>
        <translation>Den oppdiktede butikken og selskapet har nøkler som bare virker på denne datamaskinen.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Øvelse</translation>
    </message>
    <message>
        <source>&amp;Use the practice keys</source>
        <translation>&amp;Bruk øvelsesnøklene</translation>
    </message>
    <message>
        <source>Sa&amp;ve only the keys</source>
        <translation>Lagre &amp;bare nøklene</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>{done} of %n order(s) transferred</source>
        <translation>
            <numerusform>{done} av %n ordre er overført</numerusform>
            <numerusform>{done} av %n ordrer er overført</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n order(s) ready to be transferred. Nothing was sent.</source>
        <translation>
            <numerusform>{done} av %n ordre er klar til overføring. Ingenting er sendt.</numerusform>
            <numerusform>{done} av %n ordrer er klare til overføring. Ingenting er sendt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n faktura</numerusform>
            <numerusform>%n fakturaer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credit note(s)</source>
        <translation>
            <numerusform>%n kreditnota</numerusform>
            <numerusform>%n kreditnotaer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n ordre</numerusform>
            <numerusform>%n ordrer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n e-post</numerusform>
            <numerusform>%n e-poster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as EHF</source>
        <translation>
            <numerusform>%n som EHF</numerusform>
            <numerusform>%n som EHF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n hoppet over</numerusform>
            <numerusform>%n hoppet over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) had been transferred before</source>
        <translation>
            <numerusform>%n ordre var overført fra før</numerusform>
            <numerusform>%n ordrer var overført fra før</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were not tried</source>
        <translation>
            <numerusform>%n ordre ble ikke forsøkt</numerusform>
            <numerusform>%n ordrer ble ikke forsøkt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Uventet feil</translation>
    </message>
    <message>
        <source>Something went wrong that the program did not expect.</source>
        <translation>Noe gikk galt som programmet ikke ventet.</translation>
    </message>
    <message>
        <source>An order that is under way is finished first. Close the program and start it again before you transfer more: it then looks up in Tripletex what it does not know the outcome of.</source>
        <translation>En ordre som er i gang, gjøres ferdig først. Lukk programmet og start det på nytt før du overfører mer: Da sjekker det i Tripletex det som er uavklart.</translation>
    </message>
    <message>
        <source>Nothing more is sent.</source>
        <translation>Ingenting mer sendes.</translation>
    </message>
    <message>
        <source>The report below helps those who mend the program. Your keys are masked in it. Read it before you send it to anybody.</source>
        <translation>Rapporten under hjelper dem som retter programmet. Nøklene dine er skjult i den. Les gjennom den før du sender den til noen.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation>&amp;Lagre …</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>L&amp;ukk</translation>
    </message>
    <message>
        <source>The report is copied.</source>
        <translation>Rapporten er kopiert.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lagre rapporten</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Tekst (*.txt)</translation>
    </message>
    <message>
        <source>error report</source>
        <translation>feilrapport</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Lagret som {file}</translation>
    </message>
</context>
<context>
    <name>CreditActions</name>
    <message>
        <source>Choose the invoice …</source>
        <translation>Velg faktura …</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>Invoice &amp;date</source>
        <translation>Faktura&amp;dato</translation>
    </message>
    <message>
        <source>{date}, proposed</source>
        <translation>{date}, foreslått</translation>
    </message>
    <message>
        <source>The last day of the month before, for what was delivered by then. Allowed until the 15th.</source>
        <translation>Siste dag i forrige måned, for det som var levert da. Tillatt til og med den 15.</translation>
    </message>
    <message>
        <source>The day on which the invoices are issued.</source>
        <translation>Dagen fakturaene utstedes.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) delivered by {day}.</source>
        <translation>
            <numerusform>%n ordre var levert innen {day}.</numerusform>
            <numerusform>%n ordrer var levert innen {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cannot carry that date.</source>
        <translation>
            <numerusform>%n ordre kan ikke få den datoen.</numerusform>
            <numerusform>%n ordrer kan ikke få den datoen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn of the year: {earlier} belongs to the accounts of {before}, {issued} to those of {after}.</source>
        <translation>Årsskifte: {earlier} hører til regnskapsåret {before}, {issued} til regnskapsåret {after}.</translation>
    </message>
</context>
<context>
    <name>DiagnosisDialog</name>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>The program reads about a dozen things from the shop: orders, statuses, payment methods. Nothing is changed, and Tripletex is not called.</source>
        <translation>Programmet leser rundt et dusin ting fra nettbutikken: ordrer, statuser, betalingsmetoder. Ingenting endres, og Tripletex blir ikke kontaktet.</translation>
    </message>
    <message>
        <source>The file shows the names of the fields, and only the kind and length of their values. It holds no key and nothing about your customers, so it can be sent to somebody who helps.</source>
        <translation>Filen viser navnene på feltene, og bare type og lengde på innholdet. Den inneholder ingen nøkler og ingenting om kundene dine, så den kan sendes til noen som hjelper.</translation>
    </message>
    <message>
        <source>&amp;Read and save …</source>
        <translation>L&amp;es og lagre …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
    <message>
        <source>Save the diagnosis</source>
        <translation>Lagre diagnosen</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Lagret som {file}</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Vis mappen</translation>
    </message>
</context>
<context>
    <name>EmailSwitch</name>
    <message numerus="yes">
        <source>{addresses} and %n more</source>
        <translation>
            <numerusform>{addresses} og %n til</numerusform>
            <numerusform>{addresses} og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>No e-mail is sent.</source>
        <translation>Ingen e-post sendes.</translation>
    </message>
    <message>
        <source>{count}: {addresses}.</source>
        <translation>{count}: {addresses}.</translation>
    </message>
    <message>
        <source>Nothing is sent. Ticked: {count}.</source>
        <translation>Ingenting sendes. Med avhuking: {count}.</translation>
    </message>
    <message>
        <source>No e-mail is sent. Ticked: {count}.</source>
        <translation>Ingen e-post sendes. Med avhuking: {count}.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Vis alle</translation>
    </message>
</context>
<context>
    <name>EnvironmentBand</name>
    <message>
        <source>TEST ENVIRONMENT: nothing here reaches the real books</source>
        <translation>TESTMILJØ – ingenting her havner i det ekte regnskapet</translation>
    </message>
    <message>
        <source>PRACTICE: nothing here is real</source>
        <translation>ØVELSE – ingenting her er ekte</translation>
    </message>
</context>
<context>
    <name>FieldStatus</name>
    <message>
        <source>Checking …</source>
        <translation>Kontrollerer …</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All payment methods</source>
        <translation>Alle betalingsmetoder</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Betalingsmetode</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
</context>
<context>
    <name>GiftCardFields</name>
    <message>
        <source>Gift card articles</source>
        <translation>Varenummer for gavekort</translation>
    </message>
    <message>
        <source>Article numbers in the shop that are gift cards, with commas between.</source>
        <translation>Varenummer i butikken som er gavekort, med komma mellom.</translation>
    </message>
    <message>
        <source>Gift cards that are sold</source>
        <translation>Gavekort som selges</translation>
    </message>
    <message>
        <source>Gift card product</source>
        <translation>Gavekortprodukt</translation>
    </message>
    <message>
        <source>The number of the product in Tripletex that the sale is posted on. Its account must be the account of the payment type above.</source>
        <translation>Nummeret på produktet i Tripletex som salget føres på. Kontoen må være den samme som betalingstypen over har.</translation>
    </message>
    <message>
        <source>Cards given away</source>
        <translation>Kort som er gitt bort</translation>
    </message>
    <message>
        <source>Titles of used cards that were never sold, as campaigns and bonuses: they are a discount. Commas between them; * stands for any characters.</source>
        <translation>Titler på brukte kort som aldri er solgt, som kampanje og bonus: de er rabatt. Sett komma mellom dem. * står for hvilke som helst tegn.</translation>
    </message>
    <message>
        <source>Cards that were sold</source>
        <translation>Kort som er solgt</translation>
    </message>
    <message>
        <source>Titles of used cards that pay, whatever their name tells of.</source>
        <translation>Titler på brukte kort som er betaling, uansett hva navnet tyder på.</translation>
    </message>
    <message>
        <source>Other used cards</source>
        <translation>Andre brukte kort</translation>
    </message>
    <message>
        <source>For cards with a title that is not named in the two fields above.</source>
        <translation>For kort med en tittel som ikke står i de to feltene over.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
    <message>
        <source>This may happen</source>
        <translation>Dette kan skje</translation>
    </message>
    <message>
        <source>This prevents it</source>
        <translation>Dette hindrer dobbeltføring</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Sperren ligger hos</translation>
    </message>
</context>
<context>
    <name>InvoiceNumbers</name>
    <message>
        <source>Why not &amp;Mystore?</source>
        <translation>Hvorfor ikke &amp;Mystore?</translation>
    </message>
    <message>
        <source>Mystore decides (not yet)</source>
        <translation>Mystore bestemmer (ikke ennå)</translation>
    </message>
    <message>
        <source>Tripletex takes no number from outside when it invoices an order. Numbers that come in another way make it propose numbers later that have been used already.</source>
        <translation>Tripletex tar ikke imot et nummer utenfra når en ordre faktureres. Kommer numrene inn på en annen måte, foreslår Tripletex siden numre som alt er brukt.</translation>
    </message>
    <message>
        <source>If Mystore is to decide, the two series must not meet: Mystore&apos;s starts at 6000 unless it has been changed, so set that of Tripletex to 50000, say, under Regnskap › Regnskaps-innstillinger › Bilagstyper / nummerserier. Not sure? Ask Mystore&apos;s customer service.</source>
        <translation>Skal Mystore bestemme, må nummerseriene ikke komme i konflikt: Mystores serie starter som standard på 6000, så sett den i Tripletex til f.eks. 50000 under Regnskap › Regnskaps-innstillinger › Bilagstyper / nummerserier. Usikker? Spør Mystores kundeservice.</translation>
    </message>
</context>
<context>
    <name>LastChecked</name>
    <message>
        <source>Last checked today {time}</source>
        <translation>Sist kontrollert i dag {time}</translation>
    </message>
    <message>
        <source>Last checked {day} {time}</source>
        <translation>Sist kontrollert {day} {time}</translation>
    </message>
</context>
<context>
    <name>LinesPart</name>
    <message>
        <source>Total incl. VAT</source>
        <translation>Sum inkl. mva</translation>
    </message>
</context>
<context>
    <name>ListedNote</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og %n til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Vis alle</translation>
    </message>
</context>
<context>
    <name>MappingCounts</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln ordre</numerusform>
            <numerusform>%Ln ordrer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n su&amp;ggestion(s)</source>
        <translation>
            <numerusform>&amp;Godta %n forslag</numerusform>
            <numerusform>&amp;Godta %n forslag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>Match payment methods</source>
        <translation>Koble betalingsmetoder</translation>
    </message>
    <message>
        <source>Choose where in Tripletex each payment method is posted, and whether Tripletex shall send the invoice. Go through the list with your accountant.</source>
        <translation>Velg hvor i Tripletex hver betalingsmetode skal føres, og om Tripletex skal sende faktura. Gå gjerne gjennom listen sammen med regnskapsføreren.</translation>
    </message>
    <message>
        <source>Suggestions stand in italics until they are accepted. An invoice that is paid later, such as an enclosed one, is usually not marked as paid. Sales in the till are posted from the Z-report, and are not transferred. A later change is confirmed anew, and becomes a new numbered version.</source>
        <translation>Forslag står i kursiv til de er godtatt. En faktura som betales senere, som faktura vedlagt, blir vanligvis ikke markert som betalt. Salg i kassen bokføres via Z-rapporten og overføres ikke. En senere endring bekreftes på nytt, og blir en ny nummerert versjon.</translation>
    </message>
    <message>
        <source>Read &amp;more</source>
        <translation>&amp;Les mer</translation>
    </message>
    <message>
        <source>Klarna invoices the customer itself, so Tripletex shall not send another.</source>
        <translation>Klarna sender selv faktura til kunden, så Tripletex skal ikke sende en til.</translation>
    </message>
    <message>
        <source>The customer shall get one invoice only.</source>
        <translation>Kunden skal få bare én faktura.</translation>
    </message>
</context>
<context>
    <name>MappingRow</name>
    <message>
        <source>Choose payment type</source>
        <translation>Velg betalingstype</translation>
    </message>
    <message>
        <source>Payment type in Tripletex for {method}</source>
        <translation>Betalingstype i Tripletex for {method}</translation>
    </message>
    <message>
        <source>Via the Z-report from Datakassen</source>
        <translation>Via Z-rapporten fra Datakassen</translation>
    </message>
    <message>
        <source>Send invoice</source>
        <translation>Send faktura</translation>
    </message>
    <message>
        <source>Send invoice for {method}</source>
        <translation>Send faktura for {method}</translation>
    </message>
    <message>
        <source>What is not transferred is not sent either.</source>
        <translation>Det som ikke overføres, sendes heller ikke.</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>Store</source>
        <translation>Nettbutikk</translation>
    </message>
    <message>
        <source>Payment methods from Tripletex</source>
        <translation>Betalingsmetoder fra Tripletex</translation>
    </message>
    <message>
        <source>Automatic sending of invoice</source>
        <translation>Automatisk utsendelse av faktura</translation>
    </message>
</context>
<context>
    <name>MarkActions</name>
    <message>
        <source>Mark as already booked …</source>
        <translation>Marker som allerede bokført …</translation>
    </message>
    <message>
        <source>Take the mark back</source>
        <translation>Ta tilbake merkingen</translation>
    </message>
</context>
<context>
    <name>MarkDialog</name>
    <message>
        <source>Mark as already booked</source>
        <translation>Marker som allerede bokført</translation>
    </message>
    <message>
        <source>Is order {number} in the books already?</source>
        <translation>Er ordre {number} allerede bokført?</translation>
    </message>
    <message>
        <source>The order is then not transferred, and nothing is sent to Tripletex. The mark can be taken back.</source>
        <translation>Da overføres ordren ikke, og ingenting sendes til Tripletex. Merkingen kan tas tilbake.</translation>
    </message>
    <message>
        <source>Both are kept in the journal, with your name and the time: whoever goes through the books later must be able to find the voucher, and see why the order was not transferred.</source>
        <translation>Begge deler står i journalen, med navnet ditt og tidspunktet: Den som går gjennom regnskapet senere, må kunne finne bilaget og se hvorfor ordren ikke ble overført.</translation>
    </message>
    <message>
        <source>&amp;Voucher or invoice number</source>
        <translation>&amp;Bilags- eller fakturanummer</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grunn</translation>
    </message>
    <message>
        <source>for example “invoiced by hand”</source>
        <translation>for eksempel «fakturert manuelt»</translation>
    </message>
    <message>
        <source>&amp;Mark as booked</source>
        <translation>&amp;Marker som bokført</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Fill in the number of the voucher or invoice that holds the order.</source>
        <translation>Fyll inn nummeret på bilaget eller fakturaen der ordren er bokført.</translation>
    </message>
    <message>
        <source>Fill in why the order is not to be transferred.</source>
        <translation>Fyll inn hvorfor ordren ikke skal overføres.</translation>
    </message>
</context>
<context>
    <name>MethodsCard</name>
    <message>
        <source>Transferred as</source>
        <translation>Overføres som</translation>
    </message>
    <message>
        <source>Used when the order has been paid already (Vipps, Klarna and the like). The order is marked as completed in Tripletex.</source>
        <translation>Brukes når ordren allerede er betalt (Vipps, Klarna osv.). Ordren blir markert som fullført i Tripletex.</translation>
    </message>
    <message>
        <source>Used when invoicing is to be done by hand in Tripletex. Usual for B2B. Nothing is posted or sent.</source>
        <translation>Brukes når fakturering skal gjøres manuelt i Tripletex. Vanlig ved B2B-fakturering. Ingenting bokføres eller sendes.</translation>
    </message>
    <message>
        <source>{method} is transferred as</source>
        <translation>{method} overføres som</translation>
    </message>
</context>
<context>
    <name>MoreChoices</name>
    <message>
        <source>More choices</source>
        <translation>Flere valg</translation>
    </message>
    <message>
        <source>Articles with 0 % VAT</source>
        <translation>Varer med 0 % mva</translation>
    </message>
    <message>
        <source>An asterisk stands for any characters: BOK-* is all that begins with BOK-.</source>
        <translation>En stjerne står for hvilke som helst tegn: BOK-* er alle varenumre som begynner med BOK-.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>L&amp;ukk</translation>
    </message>
    <message>
        <source>&amp;Due, days</source>
        <translation>&amp;Forfall, dager</translation>
    </message>
    <message>
        <source>For invoices that are not marked as paid.</source>
        <translation>For fakturaer som ikke markeres som betalt.</translation>
    </message>
    <message>
        <source>&amp;VAT on freight</source>
        <translation>&amp;Mva på frakt</translation>
    </message>
    <message>
        <source>Used only when the shop does not state the VAT on freight and fees.</source>
        <translation>Brukes bare når butikken ikke oppgir mva på frakt og gebyr.</translation>
    </message>
    <message>
        <source>&amp;Gift cards that are used</source>
        <translation>&amp;Gavekort som brukes</translation>
    </message>
    <message>
        <source>The payment type whose account is the liability account of gift cards.</source>
        <translation>Betalingstypen som har gjeldskontoen for gavekort.</translation>
    </message>
    <message>
        <source>Lines of goods</source>
        <translation>Varelinjer</translation>
    </message>
    <message>
        <source>A product that has another VAT code than the line, or is inactive, is never used. The text of the line is always the shop&apos;s.</source>
        <translation>Et produkt som har en annen mva-kode enn linjen, eller er inaktivt, brukes aldri. Teksten på linjen er alltid butikkens.</translation>
    </message>
    <message>
        <source>D&amp;epartment</source>
        <translation>&amp;Avdeling</translation>
    </message>
    <message>
        <source>Stands on every order. Needed where an account of the sales requires a department in Tripletex.</source>
        <translation>Står på alle ordrer. Trengs når en konto som salget føres på, krever avdeling i Tripletex.</translation>
    </message>
    <message>
        <source>&amp;Orders of 0.00</source>
        <translation>&amp;Ordrer på 0,00</translation>
    </message>
    <message>
        <source>For orders without anything to pay, where no gift card was used.</source>
        <translation>For ordrer uten noe å betale, der det ikke er brukt gavekort.</translation>
    </message>
    <message>
        <source>&amp;Sales document, paid orders</source>
        <translation>&amp;Salgsdokument, betalte ordrer</translation>
    </message>
    <message>
        <source>Mystore&apos;s receipt only as agreed with the accountant: then the invoice has the date of completion, and Tripletex does not send it.</source>
        <translation>Kvitteringen fra Mystore bare etter avtale med regnskapsfører: da får fakturaen datoen ordren ble fullført, og Tripletex sender den ikke.</translation>
    </message>
    <message>
        <source>&amp;Invoices to companies</source>
        <translation>Fakturaer til &amp;bedrifter</translation>
    </message>
    <message>
        <source>For the methods where Tripletex sends. A company that cannot receive EHF gets an e-mail instead. Private customers always get an e-mail.</source>
        <translation>Gjelder metodene der Tripletex sender. En bedrift som ikke kan motta EHF, får e-post i stedet. Privatkunder får alltid e-post.</translation>
    </message>
    <message>
        <source>Order number &amp;prefix</source>
        <translation>&amp;Prefiks på ordrenummer</translation>
    </message>
    <message>
        <source>Stands before the shop&apos;s order number in Tripletex, and cannot be changed after the first transfer. Usually empty.</source>
        <translation>Står foran butikkens ordrenummer i Tripletex, og kan ikke endres etter første overføring. Vanligvis tomt.</translation>
    </message>
</context>
<context>
    <name>MystoreCard</name>
    <message>
        <source>Mystore</source>
        <translation>Mystore</translation>
    </message>
    <message>
        <source>Make the token at auth.mystore.no under Personal Access Tokens › Create New Token. It is shown only once.</source>
        <translation>Lag tokenet på auth.mystore.no under Personal Access Tokens › Create New Token. Det vises bare én gang.</translation>
    </message>
    <message>
        <source>Open auth.mystore.no</source>
        <translation>Åpne auth.mystore.no</translation>
    </message>
    <message>
        <source>&amp;Mystore token</source>
        <translation>&amp;Mystore-token</translation>
    </message>
    <message>
        <source>token for Mystore</source>
        <translation>token til Mystore</translation>
    </message>
    <message>
        <source>Check M&amp;ystore</source>
        <translation>Kontroller M&amp;ystore</translation>
    </message>
    <message>
        <source>Paste the token first.</source>
        <translation>Lim inn tokenet først.</translation>
    </message>
    <message>
        <source>Connected to {shop}.</source>
        <translation>Koblet til {shop}.</translation>
    </message>
    <message>
        <source>The token expires on {day}.</source>
        <translation>Tokenet utløper {day}.</translation>
    </message>
    <message>
        <source>It lacks permissions: {missing}. Make a new token, and tick them.</source>
        <translation>Det mangler tilganger: {missing}. Lag et nytt token, og kryss av for dem.</translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>Choose an order to see its lines and postings.</source>
        <translation>Velg en ordre for å se linjer og kontering.</translation>
    </message>
    <message>
        <source>The chosen order</source>
        <translation>Den valgte ordren</translation>
    </message>
</context>
<context>
    <name>OrderFooter</name>
    <message>
        <source>{amount} to transfer</source>
        <translation>{amount} kan overføres</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n valgt</numerusform>
            <numerusform>%n valgt</numerusform>
        </translation>
    </message>
    <message>
        <source>A transfer is running</source>
        <translation>En overføring pågår</translation>
    </message>
    <message>
        <source>Select the orders to transfer</source>
        <translation>Velg ordrene som skal overføres</translation>
    </message>
    <message>
        <source>Already transferred</source>
        <translation>Allerede overført</translation>
    </message>
    <message>
        <source>None of the selected orders can be transferred now</source>
        <translation>Ingen av de valgte ordrene kan overføres nå</translation>
    </message>
    <message numerus="yes">
        <source>%n as invoice</source>
        <translation>
            <numerusform>%n som faktura</numerusform>
            <numerusform>%n som faktura</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as order</source>
        <translation>
            <numerusform>%n som ordre</numerusform>
            <numerusform>%n som ordre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s), {amount}</source>
        <translation>
            <numerusform>%n tilbakebetaling, {amount}</numerusform>
            <numerusform>%n tilbakebetalinger, {amount}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked up in Tripletex</source>
        <translation>
            <numerusform>%n sjekkes i Tripletex</numerusform>
            <numerusform>%n sjekkes i Tripletex</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be transferred</source>
        <translation>
            <numerusform>%n kan ikke overføres</numerusform>
            <numerusform>%n kan ikke overføres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) will be sent</source>
        <translation>
            <numerusform>%n e-post vil bli sendt</numerusform>
            <numerusform>%n e-poster vil bli sendt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be sent as EHF</source>
        <translation>
            <numerusform>%n vil bli sendt som EHF</numerusform>
            <numerusform>%n vil bli sendt som EHF</numerusform>
        </translation>
    </message>
    <message>
        <source>Transfer …</source>
        <translation>Overfør …</translation>
    </message>
    <message>
        <source>Transfer {count} …</source>
        <translation>Overfør {count} …</translation>
    </message>
    <message>
        <source>Transfer as order …</source>
        <translation>Overfør som ordre …</translation>
    </message>
    <message>
        <source>Transfer {count} as order …</source>
        <translation>Overfør {count} som ordre …</translation>
    </message>
    <message>
        <source>Transfer {count} again …</source>
        <translation>Overfør {count} på nytt …</translation>
    </message>
</context>
<context>
    <name>OrderHead</name>
    <message>
        <source>Order {number}</source>
        <translation>Ordre {number}</translation>
    </message>
</context>
<context>
    <name>OrderHeader</name>
    <message>
        <source>updated {time}</source>
        <translation>oppdatert {time}</translation>
    </message>
    <message>
        <source>Orders to transfer</source>
        <translation>Ordrer til overføring</translation>
    </message>
    <message>
        <source>Search order number, customer, amount</source>
        <translation>Søk i ordrenummer, kunde, beløp</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søk</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Tøm søket</translation>
    </message>
    <message>
        <source>Order number, customer, e-mail, invoice number or amount ({keys})</source>
        <translation>Ordrenummer, kunde, e-post, fakturanummer eller beløp ({keys})</translation>
    </message>
    <message>
        <source>Fetch new orders</source>
        <translation>Hent nye ordrer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>What has been fetched stays in the list</source>
        <translation>Det som er hentet, blir stående i listen</translation>
    </message>
</context>
<context>
    <name>OrderMenus</name>
    <message>
        <source>Nothing has been transferred since you opened this window</source>
        <translation>Ingenting er overført siden du åpnet dette vinduet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>&amp;Get new orders</source>
        <translation>&amp;Hent nye ordrer</translation>
    </message>
    <message>
        <source>&amp;Switch client</source>
        <translation>&amp;Bytt klient</translation>
    </message>
    <message>
        <source>Not while orders are being transferred</source>
        <translation>Ikke mens ordrer overføres</translation>
    </message>
    <message>
        <source>&amp;New connection …</source>
        <translation>&amp;Ny kobling …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Avslutt</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Ordre</translation>
    </message>
    <message>
        <source>&amp;Transfer …</source>
        <translation>&amp;Overfør …</translation>
    </message>
    <message>
        <source>Transfer &amp;again …</source>
        <translation>Overfør på &amp;nytt …</translation>
    </message>
    <message>
        <source>Choose the &amp;invoice to credit …</source>
        <translation>Velg &amp;faktura som krediteres …</translation>
    </message>
    <message>
        <source>Show the &amp;last summary</source>
        <translation>Vis &amp;siste oppsummering</translation>
    </message>
    <message>
        <source>Mark as already &amp;booked …</source>
        <translation>Marker som allerede &amp;bokført …</translation>
    </message>
    <message>
        <source>Take the mark bac&amp;k</source>
        <translation>&amp;Ta tilbake merkingen</translation>
    </message>
    <message>
        <source>&amp;Update order</source>
        <translation>Oppdater or&amp;dre</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>&amp;Merk alle</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>&amp;Set-up</source>
        <translation>O&amp;ppsett</translation>
    </message>
    <message>
        <source>&amp;Change the set-up …</source>
        <translation>&amp;Endre oppsettet …</translation>
    </message>
    <message>
        <source>&amp;Replace keys …</source>
        <translation>&amp;Bytt nøkler …</translation>
    </message>
    <message>
        <source>Chec&amp;k of the set-up …</source>
        <translation>&amp;Kontroll av oppsettet …</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjelp</translation>
    </message>
    <message>
        <source>&amp;How to do it</source>
        <translation>&amp;Slik gjør du det</translation>
    </message>
    <message>
        <source>&amp;Why nothing is booked twice</source>
        <translation>Hvorfor ingenting føres to &amp;ganger</translation>
    </message>
    <message>
        <source>&amp;Diagnosis …</source>
        <translation>&amp;Diagnose …</translation>
    </message>
    <message>
        <source>Show the &amp;log files</source>
        <translation>Vis &amp;loggfilene</translation>
    </message>
    <message>
        <source>&amp;About Tripletex-veiviseren</source>
        <translation>&amp;Om Tripletex-veiviseren</translation>
    </message>
</context>
<context>
    <name>OrderSheet</name>
    <message>
        <source>In Tripletex</source>
        <translation>I Tripletex</translation>
    </message>
    <message>
        <source>Postings</source>
        <translation>Kontering</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>Transfer …</source>
        <translation>Overfør …</translation>
    </message>
    <message>
        <source>Transfer as order …</source>
        <translation>Overfør som ordre …</translation>
    </message>
    <message>
        <source>Transfer again …</source>
        <translation>Overfør på nytt …</translation>
    </message>
    <message>
        <source>Fetching order {number} from Mystore …</source>
        <translation>Henter ordre {number} fra Mystore …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Fetching orders from Mystore</source>
        <translation>Henter ordrer fra Mystore</translation>
    </message>
    <message>
        <source>The orders could not be fetched</source>
        <translation>Ordrene kunne ikke hentes</translation>
    </message>
    <message>
        <source>Fetch new orders</source>
        <translation>Hent nye ordrer</translation>
    </message>
    <message>
        <source>Orders completed on {day} or later are shown here once they have been fetched.</source>
        <translation>Ordrer som er fullført {day} eller senere, vises her når de er hentet.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Vis alle</translation>
    </message>
    <message>
        <source>Show in «{kind}»</source>
        <translation>Vis under «{kind}»</translation>
    </message>
    <message>
        <source>Fetch order {number} from Mystore</source>
        <translation>Hent ordre {number} fra Mystore</translation>
    </message>
    <message>
        <source>No orders here fit the search and the choices above.</source>
        <translation>Ingen ordrer her passer til søket og valgene over.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ingen treff</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Ordrer</translation>
    </message>
</context>
<context>
    <name>OrderWindow</name>
    <message>
        <source>A transfer is under way, or orders are being looked up. Wait for it to end.</source>
        <translation>En overføring er i gang, eller ordrer slås opp. Vent til det er ferdig.</translation>
    </message>
    <message>
        <source>Nothing was transferred: these orders have been read anew, and are no longer as the dialog showed them: {orders}. Check them and transfer again.</source>
        <translation>Ingenting ble overført: Disse ordrene er hentet på nytt, og er ikke lenger slik dialogen viste dem: {orders}. Se over dem og overfør igjen.</translation>
    </message>
    <message>
        <source>Nothing was transferred: it is another day than when the orders were read, and invoices would get another date. They are being read anew: transfer them then.</source>
        <translation>Ingenting ble overført: Det er en annen dag enn da ordrene ble hentet, og fakturaene ville fått en annen dato. Ordrene hentes på nytt nå. Overfør dem når de er hentet.</translation>
    </message>
    <message>
        <source>Looked up in Tripletex</source>
        <translation>Sjekket i Tripletex</translation>
    </message>
    <message>
        <source>Order {number}: {state}</source>
        <translation>Ordre {number}: {state}</translation>
    </message>
    <message>
        <source>Closing after order {number} …</source>
        <translation>Avslutter etter ordre {number} …</translation>
    </message>
    <message>
        <source>Closing …</source>
        <translation>Avslutter …</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Skjul</translation>
    </message>
    <message>
        <source>Show summary</source>
        <translation>Vis oppsummering</translation>
    </message>
    <message>
        <source>{company} – orders to transfer</source>
        <translation>{company} – ordrer til overføring</translation>
    </message>
</context>
<context>
    <name>OrdersCard</name>
    <message>
        <source>Completed statuses</source>
        <translation>Fullførte statuser</translation>
    </message>
    <message>
        <source>An order can be transferred when it gets one of these statuses in Mystore. Sendt is the default.</source>
        <translation>En ordre kan overføres når den får en av disse statusene i Mystore. Standard er Sendt.</translation>
    </message>
    <message>
        <source>Orders from &amp;and including</source>
        <translation>Ordrer fra &amp;og med</translation>
    </message>
    <message>
        <source>In practice: 30 days back, so that there are orders.</source>
        <translation>I øvelsen: 30 dager tilbake, så det finnes ordrer.</translation>
    </message>
    <message>
        <source>Older orders are never offered, as they are in the books already.</source>
        <translation>Eldre ordrer tilbys aldri, for de er bokført fra før.</translation>
    </message>
    <message>
        <source>{status} is a completed status</source>
        <translation>{status} er en fullført-status</translation>
    </message>
    <message>
        <source>{statuses}: the order seems to be cancelled or returned. It would be invoiced all the same.</source>
        <translation>{statuses}: ordren ser ut til å være kansellert eller returnert. Den vil likevel bli fakturert.</translation>
    </message>
</context>
<context>
    <name>OriginalDialog</name>
    <message>
        <source>Choose the invoice</source>
        <translation>Velg faktura</translation>
    </message>
    <message>
        <source>Which invoice does order {number} credit?</source>
        <translation>Hvilken faktura krediterer ordre {number}?</translation>
    </message>
    <message>
        <source>{customer} is credited {amount}. The shop does not say for which order.</source>
        <translation>{customer} krediteres {amount}. Butikken sier ikke hvilken ordre det gjelder.</translation>
    </message>
    <message>
        <source>&amp;Another invoice, number</source>
        <translation>&amp;En annen faktura, nummer</translation>
    </message>
    <message>
        <source>Invoice number in Tripletex</source>
        <translation>Fakturanummer i Tripletex</translation>
    </message>
    <message>
        <source>&amp;Choose and go on …</source>
        <translation>&amp;Velg og gå videre …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Looking for the customer&apos;s invoices in Tripletex …</source>
        <translation>Leter etter kundens fakturaer i Tripletex …</translation>
    </message>
    <message>
        <source>The customer has no invoice in Tripletex that is large enough.</source>
        <translation>Kunden har ingen faktura i Tripletex som er stor nok.</translation>
    </message>
    <message>
        <source>The customer&apos;s invoices in Tripletex:</source>
        <translation>Kundens fakturaer i Tripletex:</translation>
    </message>
    <message>
        <source>Invoice {number} of {day}, {amount}</source>
        <translation>Faktura {number} av {day}, {amount}</translation>
    </message>
    <message>
        <source>{invoice}, order {order}</source>
        <translation>{invoice}, ordre {order}</translation>
    </message>
    <message>
        <source>The articles are on it, at the same price.</source>
        <translation>Varene står på den, til samme pris.</translation>
    </message>
    <message>
        <source>The articles are not on it, or it is not known what is.</source>
        <translation>Varene står ikke på den, eller innholdet er ikke kjent.</translation>
    </message>
    <message>
        <source>{amount} of it is not credited yet.</source>
        <translation>{amount} av den er ikke kreditert ennå.</translation>
    </message>
    <message>
        <source>Choose an invoice, or type the number of another one.</source>
        <translation>Velg en faktura, eller skriv nummeret på en annen.</translation>
    </message>
</context>
<context>
    <name>OtherConnector</name>
    <message>
        <source>Is the other transfer off by now?</source>
        <translation>Er den andre overføringen slått av nå?</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nei</translation>
    </message>
    <message>
        <source>You have answered that the other transfer is off.</source>
        <translation>Du har svart at den andre overføringen er av.</translation>
    </message>
</context>
<context>
    <name>OutcomeModel</name>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Transferred as</source>
        <translation>Overført som</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Beløp</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Sendt til</translation>
    </message>
    <message>
        <source>Reason or note</source>
        <translation>Årsak eller merknad</translation>
    </message>
</context>
<context>
    <name>OutcomesDialog</name>
    <message>
        <source>All orders of the transfer</source>
        <translation>Alle ordrer i overføringen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Show the log files</source>
        <translation>Vis loggfilene</translation>
    </message>
    <message>
        <source>No program on this computer opens the folder. It is here:</source>
        <translation>Ingen programmer på denne maskinen åpner mappen. Den ligger her:</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>PostingSumsDialog</name>
    <message>
        <source>Postings</source>
        <translation>Kontering</translation>
    </message>
    <message>
        <source>What is posted in Tripletex. Accounts marked as assumed are the usual ones.</source>
        <translation>Dette bokføres i Tripletex. Kontoer merket «antatt» er de vanlige.</translation>
    </message>
    <message>
        <source>Nothing is posted: the orders are entered as open orders, and are posted when they are invoiced in Tripletex.</source>
        <translation>Ingenting bokføres: ordrene legges inn som åpne ordrer og bokføres når de faktureres i Tripletex.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
</context>
<context>
    <name>PostingsPart</name>
    <message>
        <source>Total</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>As the order stands in Mystore now, not as it was booked.</source>
        <translation>Slik ordren er i Mystore nå, ikke slik den ble bokført.</translation>
    </message>
    <message>
        <source>An open order in Tripletex is not posted until it is invoiced.</source>
        <translation>En åpen ordre i Tripletex bokføres ikke før den faktureres.</translation>
    </message>
    <message>
        <source>The credit note is booked. Only the refund is missing.</source>
        <translation>Kreditnotaen er bokført. Bare tilbakebetalingen mangler.</translation>
    </message>
</context>
<context>
    <name>PrerequisitesPage</name>
    <message>
        <source>Check of Tripletex</source>
        <translation>Kontroll av Tripletex</translation>
    </message>
    <message>
        <source>This must be in place before the first order. Correct what is marked “Must be corrected”.</source>
        <translation>Dette må være på plass før første ordre. Rett punktene merket «Må rettes».</translation>
    </message>
    <message>
        <source>Only “Must be corrected” stops you. Each row names the place in Tripletex: change it there, and press Check again. “Could not be checked” is what the program cannot see: look it up yourself, or ask your accountant.</source>
        <translation>Bare «Må rettes» stopper deg. Hvert punkt sier hvor det står i Tripletex: Endre det der, og trykk Kontroller igjen. «Kunne ikke kontrolleres» er det programmet ikke kan se: Sjekk det selv, eller spør regnskapsføreren.</translation>
    </message>
    <message>
        <source>The &amp;start value is 100000</source>
        <translation>&amp;Startverdien er 100000</translation>
    </message>
    <message>
        <source>Check everything a&amp;gain</source>
        <translation>Kontroller alt på n&amp;ytt</translation>
    </message>
</context>
<context>
    <name>PreviewTexts</name>
    <message>
        <source>Nothing to transfer to Tripletex</source>
        <translation>Ingenting å overføre til Tripletex</translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n order(s) to Tripletex</source>
        <translation>
            <numerusform>Overfør %n ordre til Tripletex</numerusform>
            <numerusform>Overfør %n ordrer til Tripletex</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Transfer %n</source>
        <translation>
            <numerusform>O&amp;verfør %n</numerusform>
            <numerusform>O&amp;verfør %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation>O&amp;verfør</translation>
    </message>
    <message>
        <source>{invoices} as invoice and {orders} as order, by payment method.</source>
        <translation>{invoices} som faktura og {orders} som ordre, etter betalingsmetode.</translation>
    </message>
    <message>
        <source>{orders} as order, by payment method.</source>
        <translation>{orders} som ordre, etter betalingsmetode.</translation>
    </message>
    <message>
        <source>{invoices} as invoice, by payment method.</source>
        <translation>{invoices} som faktura, etter betalingsmetode.</translation>
    </message>
    <message>
        <source>As invoice or order, by payment method.</source>
        <translation>Som faktura eller ordre, etter betalingsmetode.</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be transferred in this way, and is left out:</source>
        <translation>
            <numerusform>%n kan ikke overføres slik og holdes utenfor:</numerusform>
            <numerusform>%n kan ikke overføres slik og holdes utenfor:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) left out</source>
        <translation>
            <numerusform>%n ordre holdes utenfor</numerusform>
            <numerusform>%n ordrer holdes utenfor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n merknad</numerusform>
            <numerusform>%n merknader</numerusform>
        </translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Ordre {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have been sent before</source>
        <translation>
            <numerusform>%n ordre er sendt før</numerusform>
            <numerusform>%n ordrer er sendt før</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n does not agree, difference {difference}</source>
        <translation>
            <numerusform>%n stemmer ikke, differanse {difference}</numerusform>
            <numerusform>%n stemmer ikke, differanse {difference}</numerusform>
        </translation>
    </message>
    <message>
        <source>Agrees, difference {difference}</source>
        <translation>Stemmer, differanse {difference}</translation>
    </message>
    <message>
        <source>All {count} agree, difference {difference}</source>
        <translation>Alle {count} stemmer, differanse {difference}</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) without an e-mail address get none.</source>
        <translation>
            <numerusform>%n kunde uten e-postadresse får ingen.</numerusform>
            <numerusform>%n kunder uten e-postadresse får ingen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have the status already.</source>
        <translation>
            <numerusform>%n ordre har statusen allerede.</numerusform>
            <numerusform>%n ordrer har statusen allerede.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) may have been told before.</source>
        <translation>
            <numerusform>%n kunde kan være varslet før.</numerusform>
            <numerusform>%n kunder kan være varslet før.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent from Tripletex, as the set-up says.</source>
        <translation>
            <numerusform>%n sendes ikke fra Tripletex, slik oppsettet sier.</numerusform>
            <numerusform>%n sendes ikke fra Tripletex, slik oppsettet sier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, for orders are never sent.</source>
        <translation>
            <numerusform>%n sendes ikke, for ordrer sendes aldri.</numerusform>
            <numerusform>%n sendes ikke, for ordrer sendes aldri.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, for want of a usable e-mail address.</source>
        <translation>
            <numerusform>%n sendes ikke, for kunden mangler en e-postadresse som kan brukes.</numerusform>
            <numerusform>%n sendes ikke, for kundene mangler en e-postadresse som kan brukes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, for it is in Tripletex already.</source>
        <translation>
            <numerusform>%n sendes ikke, for den er allerede i Tripletex.</numerusform>
            <numerusform>%n sendes ikke, for de er allerede i Tripletex.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is sent only if Tripletex turns out not to have the invoice.</source>
        <translation>
            <numerusform>%n sendes bare hvis fakturaen ikke finnes i Tripletex.</numerusform>
            <numerusform>%n sendes bare hvis fakturaen ikke finnes i Tripletex.</numerusform>
        </translation>
    </message>
    <message>
        <source>{order} is already booked as credit note {known_as}: only the refund is registered.</source>
        <translation>{order} er allerede bokført som kreditnota {known_as}: Bare tilbakebetalingen registreres.</translation>
    </message>
    <message>
        <source>{order} is marked as booked with {known_as}: nothing is sent.</source>
        <translation>{order} er merket som bokført med {known_as}: ingenting sendes.</translation>
    </message>
    <message>
        <source>{order} is already in Tripletex as order {known_as}, not posted: nothing is sent.</source>
        <translation>{order} ligger allerede i Tripletex som ordre {known_as}, ikke bokført: ingenting sendes.</translation>
    </message>
    <message>
        <source>{order} is an open order in Tripletex, and is invoiced.</source>
        <translation>{order} er en åpen ordre i Tripletex og faktureres.</translation>
    </message>
    <message>
        <source>Invoice date {day}.</source>
        <translation>Fakturadato {day}.</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) dated {day}.</source>
        <translation>
            <numerusform>%n faktura dateres {day}.</numerusform>
            <numerusform>%n fakturaer dateres {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send invoice by &amp;e-mail to the customer</source>
        <translation>Send faktura på &amp;e-post til kunde</translation>
    </message>
    <message>
        <source>Send credit note by &amp;e-mail to the customer</source>
        <translation>Send kreditnota på &amp;e-post til kunde</translation>
    </message>
    <message>
        <source>Send invoice and credit note by &amp;e-mail to the customer</source>
        <translation>Send faktura og kreditnota på &amp;e-post til kunde</translation>
    </message>
    <message>
        <source>Send invoice by &amp;e-mail or EHF to the customer</source>
        <translation>Send faktura på &amp;e-post eller EHF til kunde</translation>
    </message>
    <message>
        <source>Send credit note by &amp;e-mail or EHF to the customer</source>
        <translation>Send kreditnota på &amp;e-post eller EHF til kunde</translation>
    </message>
    <message>
        <source>Send invoice and credit note by &amp;e-mail or EHF to the customer</source>
        <translation>Send faktura og kreditnota på &amp;e-post eller EHF til kunde</translation>
    </message>
    <message numerus="yes">
        <source>%n is sent once the status has been set, as the set-up says.</source>
        <translation>
            <numerusform>%n sendes når statusen er endret, slik oppsettet sier.</numerusform>
            <numerusform>%n sendes når statusen er endret, slik oppsettet sier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, for Mystore&apos;s receipt is the sales document.</source>
        <translation>
            <numerusform>%n sendes ikke, for kvitteringen fra Mystore er salgsdokumentet.</numerusform>
            <numerusform>%n sendes ikke, for kvitteringen fra Mystore er salgsdokumentet.</numerusform>
        </translation>
    </message>
    <message>
        <source>{order} goes on at the step that is missing.</source>
        <translation>{order} fortsetter på steget som mangler.</translation>
    </message>
    <message>
        <source>{order} is looked up in Tripletex before anything is sent.</source>
        <translation>{order} slås opp i Tripletex før noe sendes.</translation>
    </message>
    <message>
        <source>{order} was credited ({known_as}), and is transferred anew with a number of its own.</source>
        <translation>{order} er kreditert ({known_as}) og overføres på nytt med et eget nummer.</translation>
    </message>
    <message>
        <source>{order} can be worked out only when its status has been set.</source>
        <translation>{order} kan først beregnes når statusen er endret.</translation>
    </message>
    <message>
        <source>{order} is already booked as credit note {known_as}: nothing is sent.</source>
        <translation>{order} er allerede bokført som kreditnota {known_as}: Ingenting sendes.</translation>
    </message>
    <message>
        <source>{order} is already booked as an invoice: nothing is sent.</source>
        <translation>{order} er allerede ført som faktura: ingenting sendes.</translation>
    </message>
    <message>
        <source>{order} is already booked as invoice {known_as}: nothing is sent.</source>
        <translation>{order} er allerede ført som faktura {known_as}: ingenting sendes.</translation>
    </message>
    <message numerus="yes">
        <source>%n already in Tripletex: nothing is sent.</source>
        <translation>
            <numerusform>%n er allerede ført: ingenting sendes.</numerusform>
            <numerusform>%n er allerede ført: ingenting sendes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open order(s) in Tripletex are invoiced.</source>
        <translation>
            <numerusform>%n åpen ordre i Tripletex faktureres.</numerusform>
            <numerusform>%n åpne ordrer i Tripletex faktureres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go on at the step that is missing.</source>
        <translation>
            <numerusform>%n fortsetter på steget som mangler.</numerusform>
            <numerusform>%n fortsetter på steget som mangler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n looked up in Tripletex before anything is sent.</source>
        <translation>
            <numerusform>%n slås opp i Tripletex før noe sendes.</numerusform>
            <numerusform>%n slås opp i Tripletex før noe sendes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credit note(s) lack only the refund.</source>
        <translation>
            <numerusform>%n kreditnota mangler bare tilbakebetalingen.</numerusform>
            <numerusform>%n kreditnotaer mangler bare tilbakebetalingen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credited in Tripletex, and transferred anew with numbers of their own.</source>
        <translation>
            <numerusform>%n er kreditert i Tripletex og overføres på nytt med et eget nummer.</numerusform>
            <numerusform>%n er kreditert i Tripletex og overføres på nytt med egne numre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can be worked out only when the status has been set.</source>
        <translation>
            <numerusform>%n kan først beregnes når statusen er endret.</numerusform>
            <numerusform>%n kan først beregnes når statusen er endret.</numerusform>
        </translation>
    </message>
    <message>
        <source>two</source>
        <translation>to</translation>
    </message>
    <message>
        <source>three</source>
        <translation>tre</translation>
    </message>
    <message>
        <source>four</source>
        <translation>fire</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fem</translation>
    </message>
    <message>
        <source>six</source>
        <translation>seks</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sju</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>åtte</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>ni</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>ti</translation>
    </message>
    <message>
        <source>eleven</source>
        <translation>elleve</translation>
    </message>
    <message>
        <source>twelve</source>
        <translation>tolv</translation>
    </message>
</context>
<context>
    <name>ProgressTexts</name>
    <message>
        <source>Transferring {place} of {total}</source>
        <translation>Overfører {place} av {total}</translation>
    </message>
    <message>
        <source>Transferring {order}</source>
        <translation>Overfører {order}</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>under ett minutt igjen</translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>ca. %n min igjen</numerusform>
            <numerusform>ca. %n min igjen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n feilet</numerusform>
            <numerusform>%n feilet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transferred</source>
        <translation>
            <numerusform>%n overført</numerusform>
            <numerusform>%n overført</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped</source>
        <translation>
            <numerusform>%n stoppet</numerusform>
            <numerusform>%n stoppet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unresolved</source>
        <translation>
            <numerusform>%n uavklart</numerusform>
            <numerusform>%n uavklarte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to look at</source>
        <translation>
            <numerusform>%n ordre å se på</numerusform>
            <numerusform>%n ordrer å se på</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <translation>Prøver igjen om {seconds} s.</translation>
    </message>
    <message>
        <source>{service} does not answer</source>
        <translation>{service} svarer ikke</translation>
    </message>
    <message>
        <source>{order} has not been transferred</source>
        <translation>{order} er ikke overført</translation>
    </message>
    <message>
        <source>{order} was invoiced already, and is linked to invoice {invoice}</source>
        <translation>{order} var fakturert, og er knyttet til faktura {invoice}</translation>
    </message>
    <message>
        <source>{order} is already booked as credit note {invoice}</source>
        <translation>{order} er allerede bokført som kreditnota {invoice}</translation>
    </message>
    <message>
        <source>{order} has been transferred as credit note {invoice}</source>
        <translation>{order} er overført som kreditnota {invoice}</translation>
    </message>
    <message>
        <source>{order} is already booked as invoice {invoice}: nothing was sent to Tripletex</source>
        <translation>{order} er allerede ført som faktura {invoice}: ingenting ble sendt til Tripletex</translation>
    </message>
    <message>
        <source>{order} is already in Tripletex: nothing was sent there</source>
        <translation>{order} er allerede i Tripletex: ingenting ble sendt dit</translation>
    </message>
    <message>
        <source>{order} has been transferred as invoice {invoice}</source>
        <translation>{order} er overført som faktura {invoice}</translation>
    </message>
    <message>
        <source>{order} has been transferred as an order</source>
        <translation>{order} er overført som ordre</translation>
    </message>
    <message numerus="yes">
        <source>Mystore told %n customer(s)</source>
        <translation>
            <numerusform>Mystore varslet %n kunde</numerusform>
            <numerusform>Mystore varslet %n kunder</numerusform>
        </translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} t {minutes} min</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Try %n again</source>
        <translation>
            <numerusform>&amp;Prøv %n på nytt</numerusform>
            <numerusform>&amp;Prøv %n på nytt</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves {uncertain} and {stopped} as they are</source>
        <translation>{uncertain} og {stopped} prøves ikke på nytt</translation>
    </message>
    <message>
        <source>Leaves {uncertain} as it is</source>
        <translation>{uncertain} prøves ikke på nytt</translation>
    </message>
    <message>
        <source>Leaves {stopped} as it is</source>
        <translation>{stopped} prøves ikke på nytt</translation>
    </message>
</context>
<context>
    <name>ReadingStatus</name>
    <message>
        <source>No payment methods found</source>
        <translation>Ingen betalingsmetoder funnet</translation>
    </message>
    <message>
        <source>The shop lists no payment module, and has had no orders in the last 90 days. Activate a payment method in Mystore and read again. You may also confirm and go on: orders with a new method wait until it has been mapped here.</source>
        <translation>Nettbutikken har ingen betalingsmodul i listen sin, og ingen ordrer de siste 90 dagene. Aktiver en betalingsmetode i Mystore og hent på nytt. Du kan også bekrefte og gå videre: ordrer med en ny metode venter til den er koblet her.</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>Hent &amp;på nytt</translation>
    </message>
    <message>
        <source>Reading payment methods: {done} of {total} orders …</source>
        <translation>Henter betalingsmetoder: {done} av {total} ordrer …</translation>
    </message>
    <message>
        <source>Reading payment methods: {done} orders …</source>
        <translation>Henter betalingsmetoder: {done} ordrer …</translation>
    </message>
    <message>
        <source>Reading payment methods …</source>
        <translation>Henter betalingsmetoder …</translation>
    </message>
</context>
<context>
    <name>RefundQuestion</name>
    <message>
        <source>First choose whether the customer&apos;s money has been paid back.</source>
        <translation>Velg først om pengene er betalt tilbake til kunden.</translation>
    </message>
    <message>
        <source>Has the customer&apos;s money been paid back?</source>
        <translation>Er pengene betalt tilbake til kunden?</translation>
    </message>
    <message numerus="yes">
        <source>%n credit order(s), {amount} to the customer.</source>
        <translation>
            <numerusform>%n kreditordre, {amount} til kunden.</numerusform>
            <numerusform>%n kreditordrer, {amount} til kundene.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Yes, it is registered as a refund in Tripletex</source>
        <translation>&amp;Ja, det registreres som tilbakebetaling i Tripletex</translation>
    </message>
    <message>
        <source>&amp;No, the customer has it in credit</source>
        <translation>&amp;Nei, kunden har beløpet til gode</translation>
    </message>
</context>
<context>
    <name>RemedyStatus</name>
    <message>
        <source>Paste the consumer token again, and check that production or test is chosen as it was made for.</source>
        <translation>Lim inn consumer token på nytt, og sjekk at det er valgt produksjon eller testmiljø slik det ble laget for.</translation>
    </message>
    <message>
        <source>Make a new key under Ansatt › API-tilgang › Ny nøkkel in Tripletex, and paste it here.</source>
        <translation>Lag en ny nøkkel under Ansatt › API-tilgang › Ny nøkkel i Tripletex, og lim den inn her.</translation>
    </message>
    <message>
        <source>Open auth.mystore.no</source>
        <translation>Åpne auth.mystore.no</translation>
    </message>
    <message>
        <source>Open Tripletex</source>
        <translation>Åpne Tripletex</translation>
    </message>
    <message>
        <source>Change the environment in step 1</source>
        <translation>Endre miljø i steg 1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>Checking …</source>
        <translation>Kontrollerer …</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Ikke kontrollert ennå.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kontroller igjen</translation>
    </message>
</context>
<context>
    <name>RuleCounts</name>
    <message numerus="yes">
        <source>Due after %n day(s)</source>
        <translation>
            <numerusform>Forfall %n dag</numerusform>
            <numerusform>Forfall %n dager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dager</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionSheet</name>
    <message numerus="yes">
        <source>%n order(s) selected</source>
        <translation>
            <numerusform>%n ordre valgt</numerusform>
            <numerusform>%n ordrer valgt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them only lack(s) that the refund of {amount} is registered.</source>
        <translation>
            <numerusform>%n av dem mangler bare at tilbakebetalingen på {amount} registreres.</numerusform>
            <numerusform>%n av dem mangler bare at tilbakebetalingene på {amount} registreres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be looked up in Tripletex first, and is not in the sums.</source>
        <translation>
            <numerusform>%n av dem sjekkes i Tripletex først, og er ikke med i summene.</numerusform>
            <numerusform>%n av dem sjekkes i Tripletex først, og er ikke med i summene.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will not be transferred, and is not in the sums.</source>
        <translation>
            <numerusform>%n av dem overføres ikke, og er ikke med i summene.</numerusform>
            <numerusform>%n av dem overføres ikke, og er ikke med i summene.</numerusform>
        </translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>Postings per account</source>
        <translation>Kontering per konto</translation>
    </message>
    <message>
        <source>Payment type</source>
        <translation>Betalingstype</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Ordrer</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Beløp</translation>
    </message>
    <message>
        <source>Not marked as paid</source>
        <translation>Ikke markert som betalt</translation>
    </message>
    <message>
        <source>As open orders, not posted</source>
        <translation>Som åpne ordrer, ikke bokført</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debet</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Sum</translation>
    </message>
</context>
<context>
    <name>SendingActions</name>
    <message>
        <source>Check in Tripletex</source>
        <translation>Sjekk i Tripletex</translation>
    </message>
    <message>
        <source>Transfer again …</source>
        <translation>Overfør på nytt …</translation>
    </message>
</context>
<context>
    <name>SendingDialog</name>
    <message>
        <source>Automatic sending of invoice</source>
        <translation>Automatisk utsendelse av faktura</translation>
    </message>
    <message>
        <source>Rule of thumb: the customer shall get one invoice only.</source>
        <translation>Tommelfingerregel: kunden skal få bare én faktura.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Hva skjer?</translation>
    </message>
    <message>
        <source>When an order is transferred as an invoice, Tripletex sends the invoice to the customer at once. The invoice is dated that day, and nothing is left to do in Tripletex.</source>
        <translation>Når en ordre overføres som faktura, sender Tripletex fakturaen til kunden med en gang. Fakturaen får den dagens dato, og ingenting gjenstår i Tripletex.</translation>
    </message>
    <message>
        <source>When to activate it</source>
        <translation>Når bør den aktiveres?</translation>
    </message>
    <message>
        <source>When you invoice the customer yourselves, as is common for companies.</source>
        <translation>Når du fakturerer kunden selv, slik det er vanlig for bedriftskunder.</translation>
    </message>
    <message>
        <source>When to leave it off</source>
        <translation>Når bør den stå av?</translation>
    </message>
    <message>
        <source>For methods that invoice or take payment by themselves. Klarna sends the customer an invoice of its own; Vipps, card and gift cards are paid already.</source>
        <translation>For metoder som selv fakturerer eller tar betalt. Klarna sender sin egen faktura til kunden; Vipps, kort og gavekort er allerede betalt.</translation>
    </message>
    <message>
        <source>Enclosed invoice, and Mystore&apos;s e-mail</source>
        <translation>Faktura vedlagt, og e-posten fra Mystore</translation>
    </message>
    <message>
        <source>Either Mystore encloses the invoice or Tripletex sends it, never both. Mystore&apos;s notice of dispatch is another e-mail, and does not replace an invoice.</source>
        <translation>Enten legger Mystore ved fakturaen, eller så sender Tripletex den, aldri begge deler. Varselet fra Mystore om at varen er sendt, er en annen e-post og erstatter ikke en faktura.</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Close the practice set-up?</source>
        <translation>Vil du lukke øvelsesoppsettet?</translation>
    </message>
    <message>
        <source>Nothing of it is left afterwards.</source>
        <translation>Ingenting av det er igjen etterpå.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>L&amp;ukk</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsett</translation>
    </message>
    <message>
        <source>Set-up: {page}</source>
        <translation>Oppsett: {page}</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjelp</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbake</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Neste</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fullfør</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>New set-up</source>
        <translation>Nytt oppsett</translation>
    </message>
    <message>
        <source>This is practice: nothing of it is left when the program is closed.</source>
        <translation>Dette er øvelse: ingenting er igjen når programmet lukkes.</translation>
    </message>
    <message>
        <source>Everything is saved as you go. You can close and go on later.</source>
        <translation>Alt lagres underveis. Du kan lukke og fortsette senere.</translation>
    </message>
</context>
<context>
    <name>SortHeader</name>
    <message>
        <source>{column}, sorted ascending</source>
        <translation>{column}, sortert stigende</translation>
    </message>
    <message>
        <source>{column}, sorted descending</source>
        <translation>{column}, sortert synkende</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Before you start</source>
        <translation>Før du starter</translation>
    </message>
    <message>
        <source>With this in place, the rest of the set-up takes about ten minutes.</source>
        <translation>Når dette er på plass, tar resten av oppsettet omtrent ti minutter.</translation>
    </message>
    <message>
        <source>You need an active Tripletex account, an administrator&apos;s access to both systems, and API access in Tripletex. Tripletex support can tell whether you have it. Mystore&apos;s own transfer must be off before the first order is transferred from here. Everything but practice is saved as you go: close the program, and continue where you left off.</source>
        <translation>Du trenger en aktiv Tripletex-konto, administratortilgang i begge systemene og API-tilgang i Tripletex. Tripletex-support kan svare på om du har det. Mystores egen overføring må være av før første ordre overføres herfra. Alt lagres underveis (ikke i øvelsen): Du kan lukke programmet, og det fortsetter der du var.</translation>
    </message>
    <message>
        <source>Mystore gives no support on the set-up, and is not responsible for what is set up wrong.</source>
        <translation>Mystore gir ikke kundestøtte på oppsettet, og står ikke ansvarlig om noe er satt opp feil.</translation>
    </message>
    <message>
        <source>Do the set-up together with your accountant</source>
        <translation>Gjør oppsettet i dialog med regnskapsføreren din</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Tilganger</translation>
    </message>
    <message>
        <source>API access</source>
        <translation>API-tilgang</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestilling</translation>
    </message>
    <message>
        <source>An active Tripletex account with the access you need.</source>
        <translation>En aktiv Tripletex-konto med nødvendige tilganger.</translation>
    </message>
    <message>
        <source>Try Tripletex free for 14 days</source>
        <translation>Prøv Tripletex gratis i 14 dager</translation>
    </message>
    <message>
        <source>You are an administrator both in Tripletex and in Mystore&apos;s control panel.</source>
        <translation>Du er administrator både i Tripletex og i kontrollpanelet i Mystore.</translation>
    </message>
    <message>
        <source>API access in Tripletex, which may need a larger licence. Not sure? Tripletex support can answer.</source>
        <translation>API-tilgang i Tripletex, som kan kreve en utvidet lisens. Usikker? Tripletex-support kan svare.</translation>
    </message>
    <message>
        <source>The integration has been ordered in Mystore.</source>
        <translation>Integrasjonen er bestilt i Mystore.</translation>
    </message>
    <message>
        <source>A&amp;ll of this is in place</source>
        <translation>A&amp;lt dette er på plass</translation>
    </message>
    <message>
        <source>Mystore&apos;s own transfer to Tripletex must be off for this shop</source>
        <translation>Mystores egen overføring til Tripletex må være av for denne butikken</translation>
    </message>
    <message>
        <source>Otherwise every order goes over twice. Turn it off in Mystore under Utvidelser › Dine utvidelser › Tripletex v2 – Integrasjon.</source>
        <translation>Ellers overføres hver ordre to ganger. Slå den av i Mystore under Utvidelser › Dine utvidelser › Tripletex v2 – Integrasjon.</translation>
    </message>
    <message>
        <source>M&amp;ystore&apos;s own transfer is off</source>
        <translation>M&amp;ystores egen overføring er av</translation>
    </message>
    <message>
        <source>What do you want to set up?</source>
        <translation>Hva vil du sette opp?</translation>
    </message>
    <message>
        <source>&amp;Production</source>
        <translation>&amp;Produksjon</translation>
    </message>
    <message>
        <source>Test &amp;environment</source>
        <translation>T&amp;estmiljø</translation>
    </message>
    <message>
        <source>P&amp;ractice</source>
        <translation>Ø&amp;velse</translation>
    </message>
    <message>
        <source>The company&apos;s own books.</source>
        <translation>Selskapets eget regnskap.</translation>
    </message>
    <message>
        <source>Tripletex&apos; test environment, with keys of its own.</source>
        <translation>Testmiljøet til Tripletex, med egne nøkler.</translation>
    </message>
    <message>
        <source>A made-up shop and company on this computer. Nothing is sent anywhere.</source>
        <translation>En oppdiktet butikk og et oppdiktet selskap på denne datamaskinen. Ingenting sendes ut.</translation>
    </message>
    <message>
        <source>Close the practice, and start the program as usual.</source>
        <translation>Lukk øvelsen, og start programmet på vanlig måte.</translation>
    </message>
    <message>
        <source>Open the practice</source>
        <translation>Åpne øvelsen</translation>
    </message>
</context>
<context>
    <name>StatusBox</name>
    <message>
        <source>Order status</source>
        <translation>Ordrestatus</translation>
    </message>
    <message>
        <source>Update order</source>
        <translation>Oppdater ordre</translation>
    </message>
    <message>
        <source>Chosen in this program only. In Mystore the order still has the status “{status}”.</source>
        <translation>Bare valgt her i programmet. I Mystore har ordren fortsatt statusen «{status}».</translation>
    </message>
    <message>
        <source>The program does not write to Mystore. Turn it on under Set-up › Change the set-up, step 5.</source>
        <translation>Programmet skriver ikke til Mystore. Aktiver det under Oppsett › Endre oppsettet, steg 5.</translation>
    </message>
    <message>
        <source>The order has this status in Mystore already.</source>
        <translation>Ordren har allerede denne statusen i Mystore.</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Step {number}, {name}, done</source>
        <translation>Trinn {number}, {name}, ferdig</translation>
    </message>
    <message>
        <source>Step {number}, {name}, here</source>
        <translation>Trinn {number}, {name}, her er du</translation>
    </message>
    <message>
        <source>Step {number}, {name}, remains</source>
        <translation>Trinn {number}, {name}, gjenstår</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Før du starter</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Koble til</translation>
    </message>
    <message>
        <source>Check of Tripletex</source>
        <translation>Kontroll av Tripletex</translation>
    </message>
    <message>
        <source>Match payment methods</source>
        <translation>Koble betalingsmetoder</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Overføring</translation>
    </message>
    <message>
        <source>Trial transfer</source>
        <translation>Prøveoverføring</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Oppsummering</translation>
    </message>
</context>
<context>
    <name>SummaryFiles</name>
    <message>
        <source>Save as &amp;PDF …</source>
        <translation>Lagre som P&amp;DF …</translation>
    </message>
    <message>
        <source>Save as C&amp;SV …</source>
        <translation>Lagre som &amp;CSV …</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lagre som PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Lagre som CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Lagret som {file}</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Check and finish</source>
        <translation>Se over og fullfør</translation>
    </message>
    <message>
        <source>Go through the set-up with your accountant, and sign it off.</source>
        <translation>Gå gjennom oppsettet med regnskapsføreren, og bekreft det.</translation>
    </message>
    <message>
        <source>The name is that of the person who has gone through the set-up, usually the accountant. The PDF holds all of it for the archive. Finish first stores the keys in the keyring, then the set-up; if that fails, the keys are taken away again.</source>
        <translation>Navnet er navnet på den som har gått gjennom oppsettet, vanligvis regnskapsføreren. PDF-en har alt sammen, til arkivet. Fullfør lagrer først nøklene i nøkkelringen, så oppsettet; går det siste galt, tas nøklene bort igjen.</translation>
    </message>
    <message>
        <source>&amp;Confirmed by</source>
        <translation>Be&amp;kreftet av</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>&amp;Save as PDF …</source>
        <translation>&amp;Lagre som PDF …</translation>
    </message>
    <message>
        <source>Finish takes the set-up into use, with the keys in this computer&apos;s keyring. It transfers no order.</source>
        <translation>Fullfør tar oppsettet i bruk, med nøklene i nøkkelringen på denne datamaskinen. Ingen ordre overføres av det.</translation>
    </message>
    <message>
        <source>I have gone through the set-up above. It is the basis of the bookkeeping from {day}.</source>
        <translation>Jeg har gått gjennom oppsettet over. Det er grunnlaget for føringen fra {day}.</translation>
    </message>
    <message>
        <source>Storing the set-up …</source>
        <translation>Lagrer oppsettet …</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lagre som PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Confirmation of set-up {company} {date}.pdf</source>
        <translation>Bekreftelse av oppsett {company} {date}.pdf</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Lagret som {file}</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Vis alle</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Vis %n til</numerusform>
            <numerusform>Vis %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>Check in Tripletex</source>
        <translation>Sjekk i Tripletex</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Show where</source>
        <translation>Vis hvor</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Ikke forsøkt</translation>
    </message>
</context>
<context>
    <name>TextListDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Lukk</translation>
    </message>
</context>
<context>
    <name>TokenField</name>
    <message>
        <source>Paste it here</source>
        <translation>Lim inn her</translation>
    </message>
    <message>
        <source>Stored in the keyring</source>
        <translation>Lagret i nøkkelringen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>Show {token}</source>
        <translation>Vis {token}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Bytt</translation>
    </message>
    <message>
        <source>Replace {token}</source>
        <translation>Bytt {token}</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Show postings</source>
        <translation>Vis kontering</translation>
    </message>
    <message>
        <source>&amp;Follow the set-up</source>
        <translation>&amp;Følg oppsettet</translation>
    </message>
    <message>
        <source>As &amp;invoice</source>
        <translation>Som fakt&amp;ura</translation>
    </message>
    <message>
        <source>All as &amp;invoice</source>
        <translation>Alle som fakt&amp;ura</translation>
    </message>
    <message>
        <source>When the order has been paid (Vipps, Klarna and the like). The order is completed in Tripletex.</source>
        <translation>Når ordren er betalt (Vipps, Klarna og lignende). Ordren blir fullført i Tripletex.</translation>
    </message>
    <message>
        <source>As &amp;order</source>
        <translation>Som &amp;ordre</translation>
    </message>
    <message>
        <source>All as &amp;order</source>
        <translation>Alle som &amp;ordre</translation>
    </message>
    <message>
        <source>When you invoice manually in Tripletex. Common for sales to companies.</source>
        <translation>Når du fakturerer manuelt i Tripletex. Vanlig ved salg til bedrifter.</translation>
    </message>
    <message>
        <source>As the payment method says.</source>
        <translation>Slik betalingsmetoden sier.</translation>
    </message>
    <message>
        <source>As &amp;credit note</source>
        <translation>Som &amp;kreditnota</translation>
    </message>
    <message>
        <source>The credit note is booked on the customer&apos;s invoice in Tripletex.</source>
        <translation>Kreditnotaen bokføres på kundens faktura i Tripletex.</translation>
    </message>
    <message>
        <source>When it is to be changed in Tripletex first. Nothing is booked yet.</source>
        <translation>Når den skal endres i Tripletex først. Ingenting bokføres ennå.</translation>
    </message>
    <message>
        <source>Invoice {number} is credited.</source>
        <translation>Faktura {number} krediteres.</translation>
    </message>
    <message>
        <source>The order gets the text that invoice {number} is credited.</source>
        <translation>Ordren får teksten om at faktura {number} krediteres.</translation>
    </message>
    <message>
        <source>&amp;Set the status</source>
        <translation>&amp;Endre status</translation>
    </message>
    <message>
        <source>Nothing here is to be transferred.</source>
        <translation>Ingenting her skal overføres.</translation>
    </message>
</context>
<context>
    <name>TransferEmails</name>
    <message>
        <source>Send e-mail to the &amp;customer</source>
        <translation>Send e-post til &amp;kunde</translation>
    </message>
    <message>
        <source>The shop&apos;s notice that the order has been sent.</source>
        <translation>Butikkens varsel om at ordren er sendt.</translation>
    </message>
    <message>
        <source>The status in Mystore is not changed.</source>
        <translation>Statusen i Mystore endres ikke.</translation>
    </message>
    <message>
        <source>The status in Mystore is not changed: “{status}” stands in this program only.</source>
        <translation>Statusen i Mystore endres ikke: «{status}» står bare i dette programmet.</translation>
    </message>
    <message>
        <source>The status in Mystore is “{status}” already, and is not changed.</source>
        <translation>Statusen i Mystore er allerede «{status}», og endres ikke.</translation>
    </message>
    <message>
        <source>The status in Mystore is set to “{status}” first. That captures the customer&apos;s Klarna, Vipps or card money.</source>
        <translation>Statusen i Mystore settes først til «{status}». Da trekker Mystore kundens penger hos Klarna, Vipps eller kortselskapet.</translation>
    </message>
    <message>
        <source>The status in Mystore is set to “{status}” first.</source>
        <translation>Statusen i Mystore settes først til «{status}».</translation>
    </message>
</context>
<context>
    <name>TransferPage</name>
    <message>
        <source>Choose what is transferred</source>
        <translation>Velg hva som overføres</translation>
    </message>
    <message>
        <source>The usual choices have been made. Change what is different in your shop.</source>
        <translation>De vanlige valgene er gjort. Endre det som er annerledes hos dere.</translation>
    </message>
    <message>
        <source>An order can be transferred when its status in Mystore is a completed one, usually Sendt. Whether it becomes an order or an invoice can be changed for each transfer. What has been transferred is not posted again.</source>
        <translation>En ordre kan overføres når den har en fullført-status i Mystore, vanligvis Sendt. Om den blir ordre eller faktura, kan endres ved hver overføring. Det som er overført, bokføres ikke på nytt.</translation>
    </message>
    <message>
        <source>&amp;Search for customer</source>
        <translation>&amp;Søk etter kunde</translation>
    </message>
    <message>
        <source>Uses a customer with the same organisation number, or name and e-mail.</source>
        <translation>Bruker en kunde med samme organisasjonsnummer, eller samme navn og e-post.</translation>
    </message>
    <message>
        <source>&amp;Do not update customer</source>
        <translation>&amp;Ikke oppdater kunde</translation>
    </message>
    <message>
        <source>A customer that exists keeps the name and address it has in Tripletex.</source>
        <translation>En kunde som finnes, beholder navn og adresse fra Tripletex.</translation>
    </message>
    <message>
        <source>&amp;More choices …</source>
        <translation>Flere &amp;valg …</translation>
    </message>
    <message>
        <source>A customer that is found by searching is never changed.</source>
        <translation>En kunde som er funnet ved søk, endres aldri.</translation>
    </message>
</context>
<context>
    <name>TrialOrder</name>
    <message>
        <source>Order {number}</source>
        <translation>Ordre {number}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Postings</source>
        <translation>Kontering</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>Try with one order</source>
        <translation>Prøv med én ordre</translation>
    </message>
    <message>
        <source>See how an order from the shop would be posted, before anything is transferred.</source>
        <translation>Se hvordan en ordre fra butikken blir bokført, før noe overføres.</translation>
    </message>
    <message>
        <source>Nothing is posted unless you ask for it, and in production it cannot be. Compare accounts and amounts with how your accountant wants them. “Assumed” accounts are those that Tripletex usually posts to; the first voucher shows them for certain.</source>
        <translation>Ingenting bokføres uten at du ber om det, og i produksjon bokføres ingenting her. Sammenlign kontoer og beløp med slik regnskapsføreren vil ha det. «Antatt» er kontoer som Tripletex vanligvis bruker; det første bilaget viser dem sikkert.</translation>
    </message>
    <message>
        <source>&amp;Order number</source>
        <translation>&amp;Ordrenummer</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Nyeste</translation>
    </message>
    <message>
        <source>&amp;Show order</source>
        <translation>Vi&amp;s ordre</translation>
    </message>
    <message>
        <source>No order to try yet</source>
        <translation>Ingen ordre å prøve ennå</translation>
    </message>
    <message>
        <source>The shop has no order of the last 30 days with a completed status. Complete an order in Mystore and press Show order, or write the number of an older one.</source>
        <translation>Butikken har ingen ordre fra de siste 30 dagene med fullført-status. Fullfør en ordre i Mystore og trykk Vis ordre, eller skriv nummeret på en eldre.</translation>
    </message>
    <message>
        <source>&amp;Go on without a trial</source>
        <translation>&amp;Gå videre uten prøveoverføring</translation>
    </message>
    <message>
        <source>&amp;Post the trial order</source>
        <translation>&amp;Bokfør prøveordren</translation>
    </message>
    <message>
        <source>Reading from Mystore …</source>
        <translation>Leser fra Mystore …</translation>
    </message>
    <message>
        <source>Nothing is posted: lines and postings show what the set-up would make of the order now.</source>
        <translation>Ingenting bokføres: linjer og posteringer viser hva oppsettet ville gjort med ordren nå.</translation>
    </message>
    <message>
        <source>Nothing is posted: this only shows what a transfer would do.</source>
        <translation>Ingenting bokføres: dette viser bare hva en overføring ville gjort.</translation>
    </message>
    <message>
        <source>Nothing is posted yet. As this is not production, the order can be posted to be looked at in Tripletex. The trial transfer sends no e-mail.</source>
        <translation>Ingenting er bokført ennå. Dette er ikke produksjon, så ordren kan bokføres og ses på i Tripletex. Prøveoverføringen sender ingen e-post.</translation>
    </message>
    <message>
        <source>Posting the order …</source>
        <translation>Bokfører ordren …</translation>
    </message>
</context>
<context>
    <name>TripletexCard</name>
    <message>
        <source>Tripletex</source>
        <translation>Tripletex</translation>
    </message>
    <message>
        <source>You get the consumer token from Tripletex when the integration is registered. Make the employee token as an administrator under Ansatt › API-tilgang › Ny nøkkel; it is shown only once.</source>
        <translation>Consumer token får du fra Tripletex når integrasjonen er registrert. Employee token lager en administrator under Ansatt › API-tilgang › Ny nøkkel. Nøkkelen vises bare én gang.</translation>
    </message>
    <message>
        <source>How to make the key</source>
        <translation>Slik lager du nøkkelen</translation>
    </message>
    <message>
        <source>C&amp;onsumer token</source>
        <translation>C&amp;onsumer token</translation>
    </message>
    <message>
        <source>&amp;Employee token</source>
        <translation>&amp;Employee token</translation>
    </message>
    <message>
        <source>C&amp;lient company</source>
        <translation>K&amp;lientselskap</translation>
    </message>
    <message>
        <source>consumer token for Tripletex</source>
        <translation>consumer token til Tripletex</translation>
    </message>
    <message>
        <source>employee token for Tripletex</source>
        <translation>employee token til Tripletex</translation>
    </message>
    <message>
        <source>Client company</source>
        <translation>Klientselskap</translation>
    </message>
    <message>
        <source>Choose the client company</source>
        <translation>Velg klientselskap</translation>
    </message>
    <message>
        <source>Check &amp;Tripletex</source>
        <translation>Kontroller T&amp;ripletex</translation>
    </message>
    <message>
        <source>Paste both tokens first.</source>
        <translation>Lim inn begge nøklene først.</translation>
    </message>
    <message>
        <source>Connected to {company}</source>
        <translation>Koblet til {company}</translation>
    </message>
    <message>
        <source>The accountant&apos;s key is accepted. Choose the client company.</source>
        <translation>Regnskapskontorets nøkkel er godkjent. Velg klientselskap.</translation>
    </message>
</context>
<context>
    <name>UnexplainedNote</name>
    <message numerus="yes">
        <source>%n order(s) of the last 90 days hold articles with 0 % VAT whose reason has not been given: {articles}. Such orders are stopped.</source>
        <translation>
            <numerusform>%n ordre fra de siste 90 dagene har varer med 0 % mva uten at grunnen er oppgitt: {articles}. Slike ordrer stoppes.</numerusform>
            <numerusform>%n ordrer fra de siste 90 dagene har varer med 0 % mva uten at grunnen er oppgitt: {articles}. Slike ordrer stoppes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press “More choices …” and choose why.</source>
        <translation>Trykk «Flere valg …» og velg hvorfor.</translation>
    </message>
    <message>
        <source>Give such articles a number in Mystore.</source>
        <translation>Gi slike varer et varenummer i Mystore.</translation>
    </message>
    <message>
        <source>without an article number</source>
        <translation>uten varenummer</translation>
    </message>
    <message numerus="yes">
        <source>{articles} and %n more</source>
        <translation>
            <numerusform>{articles} og %n til</numerusform>
            <numerusform>{articles} og %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateQuestion</name>
    <message>
        <source>Update order</source>
        <translation>Oppdater ordre</translation>
    </message>
    <message>
        <source>Set order {number} to “{status}” in Mystore?</source>
        <translation>Sette ordre {number} til «{status}» i Mystore?</translation>
    </message>
    <message>
        <source>&amp;Set the status</source>
        <translation>&amp;Sett statusen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>The order is marked as booked with {number}, and that stays so.</source>
        <translation>Ordren er merket som bokført med {number}, og det endres ikke.</translation>
    </message>
    <message>
        <source>Invoice {number} stays in Tripletex all the same. If it is not to stand, it must be credited there.</source>
        <translation>Faktura {number} står i Tripletex uansett. Skal den ikke gjelde, må den krediteres der.</translation>
    </message>
    <message>
        <source>Order {number} stays in Tripletex all the same.</source>
        <translation>Ordre {number} står i Tripletex uansett.</translation>
    </message>
</context>
<context>
    <name>ViewActions</name>
    <message>
        <source>Colours as the &amp;system</source>
        <translation>Farger som &amp;systemet</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>&amp;Lyse farger</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>&amp;Mørke farger</translation>
    </message>
</context>
<context>
    <name>ViewChoice</name>
    <message>
        <source>Language and colours</source>
        <translation>Språk og farger</translation>
    </message>
</context>
<context>
    <name>WriteBackCard</name>
    <message>
        <source>&amp;Write the order&apos;s status to Mystore</source>
        <translation>Sk&amp;riv ordrens status til Mystore</translation>
    </message>
    <message>
        <source>The status can then be changed from this program.</source>
        <translation>Da kan statusen endres fra dette programmet.</translation>
    </message>
    <message>
        <source>The Mystore token does not seem to allow this. Make a new one with {permissions} ticked, and paste it in step 2.</source>
        <translation>Mystore-tokenet ser ikke ut til å tillate dette. Lag et nytt med {permissions} krysset av, og lim det inn i steg 2.</translation>
    </message>
</context>
<context>
    <name>ZeroReasons</name>
    <message>
        <source>Article number</source>
        <translation>Varenummer</translation>
    </message>
    <message>
        <source>Why 0 %</source>
        <translation>Hvorfor 0 %</translation>
    </message>
    <message>
        <source>From the shop&apos;s orders: choose why. A row without a choice does not count.</source>
        <translation>Fra butikkens ordrer: velg hvorfor. En rad uten valg teller ikke.</translation>
    </message>
    <message>
        <source>None yet. A domestic line with 0 % stops its order until its reason is given.</source>
        <translation>Ingen ennå. En innenlands linje med 0 % stopper ordren til grunnen er oppgitt.</translation>
    </message>
    <message>
        <source>&amp;Add article</source>
        <translation>&amp;Legg til varenummer</translation>
    </message>
    <message>
        <source>e.g. BOK-*</source>
        <translation>f.eks. BOK-*</translation>
    </message>
    <message>
        <source>Article number, row {number}</source>
        <translation>Varenummer, rad {number}</translation>
    </message>
    <message>
        <source>Why 0 %, row {number}</source>
        <translation>Hvorfor 0 %, rad {number}</translation>
    </message>
    <message>
        <source>Choose why</source>
        <translation>Velg hvorfor</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Remove row {number}</source>
        <translation>Fjern rad {number}</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Must be corrected</source>
        <translation>Må rettes</translation>
    </message>
    <message>
        <source>Should be checked</source>
        <translation>Bør sjekkes</translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation>Kunne ikke kontrolleres</translation>
    </message>
    <message>
        <source>Key and company</source>
        <translation>Nøkkel og selskap</translation>
    </message>
    <message>
        <source>Access rights</source>
        <translation>Tilganger</translation>
    </message>
    <message>
        <source>API access</source>
        <translation>API-tilgang</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Nettbutikk</translation>
    </message>
    <message>
        <source>Payment types</source>
        <translation>Betalingstyper</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Merverdiavgift</translation>
    </message>
    <message>
        <source>Bank account for invoices</source>
        <translation>Bankkonto for faktura</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Avdeling</translation>
    </message>
    <message>
        <source>Customer numbers</source>
        <translation>Kundenummer</translation>
    </message>
    <message>
        <source>Invoice numbers</source>
        <translation>Fakturanummer</translation>
    </message>
    <message>
        <source>Order numbers</source>
        <translation>Ordrenummer</translation>
    </message>
    <message>
        <source>Other integrations</source>
        <translation>Andre integrasjoner</translation>
    </message>
    <message>
        <source>Accounting period</source>
        <translation>Regnskapsperiode</translation>
    </message>
    <message>
        <source>Rounding of invoices</source>
        <translation>Avrunding av faktura</translation>
    </message>
    <message>
        <source>Invoice fee</source>
        <translation>Fakturagebyr</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Number in Tripletex</source>
        <translation>Nummer i Tripletex</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Ordredato</translation>
    </message>
    <message>
        <source>Delivery date</source>
        <translation>Leveringsdato</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Fakturadato</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Forfall</translation>
    </message>
    <message>
        <source>VAT term</source>
        <translation>Mva-termin</translation>
    </message>
    <message>
        <source>Transferred as</source>
        <translation>Overføres som</translation>
    </message>
    <message>
        <source>Payment types</source>
        <translation>Betalingstyper</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Article no.</source>
        <translation>Varenummer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Antall</translation>
    </message>
    <message>
        <source>Unit price incl. VAT</source>
        <translation>Enhetspris inkl. mva</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Rabatt %</translation>
    </message>
    <message>
        <source>VAT code</source>
        <translation>Mva-kode</translation>
    </message>
    <message>
        <source>VAT code id</source>
        <translation>Mva-kode id</translation>
    </message>
    <message>
        <source>Rate %</source>
        <translation>Sats %</translation>
    </message>
    <message>
        <source>Line net</source>
        <translation>Linje netto</translation>
    </message>
    <message>
        <source>Line VAT</source>
        <translation>Linje mva</translation>
    </message>
    <message>
        <source>Line gross</source>
        <translation>Linje brutto</translation>
    </message>
    <message>
        <source>Reason for 0 %</source>
        <translation>Avgiftsgrunn</translation>
    </message>
    <message>
        <source>VAT basis</source>
        <translation>Mva-grunnlag</translation>
    </message>
    <message>
        <source>VAT in Tripletex</source>
        <translation>Mva i Tripletex</translation>
    </message>
    <message>
        <source>VAT in the shop</source>
        <translation>Mva i butikken</translation>
    </message>
    <message>
        <source>VAT difference</source>
        <translation>Mva-differanse</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Bilag</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Kontonavn</translation>
    </message>
    <message>
        <source>Account is</source>
        <translation>Kontoen er</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debet</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Sum in the shop</source>
        <translation>Ordresum i butikken</translation>
    </message>
    <message>
        <source>Sum of lines</source>
        <translation>Sum linjer</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Betalt</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Utestående</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differanse</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Merknad</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linje</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Mva</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Postering</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Not sent now</source>
        <translation>Sendes ikke nå</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>one order is refused, and one answer is lost</source>
        <translation>en ordre blir avvist, og et svar blir borte</translation>
    </message>
    <message>
        <source>Connects a Mystore shop to Tripletex.</source>
        <translation>Kobler en Mystore-nettbutikk til Tripletex.</translation>
    </message>
    <message>
        <source>transfer orders to Tripletex</source>
        <translation>overfør ordrer til Tripletex</translation>
    </message>
    <message>
        <source>import, export or check a set-up</source>
        <translation>importer, eksporter eller kontroller et oppsett</translation>
    </message>
    <message>
        <source>make a profile from a set-up file and the three tokens</source>
        <translation>lag en profil av en oppsettsfil og de tre tokenene</translation>
    </message>
    <message>
        <source>open the wizard on a profile: its choices, or one key</source>
        <translation>åpne veiviseren for en profil: valgene, eller én nøkkel</translation>
    </message>
    <message>
        <source>print the profile as a set-up file, without tokens</source>
        <translation>skriv ut profilen som oppsettsfil, uten token</translation>
    </message>
    <message>
        <source>check what must be in place in Tripletex and Mystore</source>
        <translation>kontroller det som må være på plass i Tripletex og Mystore</translation>
    </message>
    <message>
        <source>set-up file (JSON)</source>
        <translation>oppsettsfil (JSON)</translation>
    </message>
    <message>
        <source>save which fields the services answer, values masked</source>
        <translation>lagre hvilke felter tjenestene svarer med, verdiene maskert</translation>
    </message>
    <message>
        <source>try everything on built-in practice servers</source>
        <translation>prøv alt på innebygde øvelsestjenere</translation>
    </message>
    <message>
        <source>the shop and company to work with</source>
        <translation>butikken og selskapet det gjelder</translation>
    </message>
    <message>
        <source>folder of set-ups, journal and logs</source>
        <translation>mappe for oppsett, journal og logg</translation>
    </message>
    <message>
        <source>log every call (never a token)</source>
        <translation>logg hvert kall (aldri et token)</translation>
    </message>
    <message>
        <source>all orders that are ready</source>
        <translation>alle ordrer som er klare</translation>
    </message>
    <message>
        <source>these order numbers, separated by commas</source>
        <translation>disse ordrenumrene, med komma mellom</translation>
    </message>
    <message>
        <source>file of order numbers</source>
        <translation>fil med ordrenumre</translation>
    </message>
    <message>
        <source>as the set-up says (auto), as order or as invoice</source>
        <translation>følg oppsettet (auto), som ordre eller som faktura</translation>
    </message>
    <message>
        <source>invoice date: today (the default), or last-month for the last day of the month before, which is allowed until the 15th for what was delivered by then</source>
        <translation>fakturadato: today, dagen i dag (standard), eller last-month, siste dag i forrige måned, som kan brukes til og med den 15. for det som var levert da</translation>
    </message>
    <message>
        <source>send nothing to the customers</source>
        <translation>send ingenting til kundene</translation>
    </message>
    <message>
        <source>credit orders: the money was paid back, and is registered as a refund</source>
        <translation>kreditordrer: pengene er betalt tilbake og registreres som tilbakebetaling</translation>
    </message>
    <message>
        <source>credit orders: the customer has the money in credit</source>
        <translation>kreditordrer: kunden har beløpet til gode</translation>
    </message>
    <message>
        <source>number of the invoice that the credit order credits (one order only)</source>
        <translation>nummeret på fakturaen som kreditordren krediterer (bare én ordre)</translation>
    </message>
    <message>
        <source>show what would be booked; nothing is sent</source>
        <translation>vis hva som ville blitt bokført; ingenting sendes</translation>
    </message>
    <message>
        <source>with --dry-run: save it as CSV for a spreadsheet</source>
        <translation>med --dry-run: lagre det som CSV til regneark</translation>
    </message>
    <message>
        <source>with --dry-run: save it as PDF</source>
        <translation>med --dry-run: lagre det som PDF</translation>
    </message>
    <message>
        <source>one line of JSON per order</source>
        <translation>én linje JSON per ordre</translation>
    </message>
    <message>
        <source>file to write</source>
        <translation>fil som skrives</translation>
    </message>
    <message>
        <source>which practice orders (a number)</source>
        <translation>hvilke øvelsesordrer (et tall)</translation>
    </message>
    <message>
        <source>no window: transfer what is pending, and compare with the books</source>
        <translation>uten vindu: overfør det som venter, og sammenlign med regnskapet</translation>
    </message>
    <message>
        <source>begin a new set-up on built-in practice servers</source>
        <translation>begynn et nytt oppsett mot innebygde øvelsestjenere</translation>
    </message>
    <message>
        <source>for --tour: order documents (JSON) to walk through</source>
        <translation>til --tour: ordredokumenter (JSON) som omvisningen bruker</translation>
    </message>
    <message>
        <source>try every part of the program, one line each</source>
        <translation>prøv hver del av programmet, én linje for hver</translation>
    </message>
    <message>
        <source>--practice, --tour and --self-test take no command</source>
        <translation>--practice, --tour og --self-test brukes uten kommando</translation>
    </message>
    <message>
        <source>--csv and --pdf belong to --dry-run</source>
        <translation>--csv og --pdf hører sammen med --dry-run</translation>
    </message>
    <message>
        <source>Saved in {path}.</source>
        <translation>Lagret i {path}.</translation>
    </message>
    <message>
        <source>The practice keys. Step 2 of the wizard pastes them for you:</source>
        <translation>Øvelsesnøklene. Steg 2 i veiviseren limer dem inn for deg:</translation>
    </message>
    <message>
        <source>The window with the practice orders opens. It is already set up with these practice keys, which open nothing real; you need them only for a new connection or new keys:</source>
        <translation>Vinduet med øvelsesordrene åpnes. Det er satt opp med disse øvelsesnøklene, som ikke åpner noe ekte; du trenger dem bare til en ny kobling eller nye nøkler:</translation>
    </message>
    <message>
        <source>There is no display, so no window can open. The program is walked through in memory instead; the pictures come in {folder}.</source>
        <translation>Det er ingen skjerm, så ingen vinduer kan åpnes. I stedet gås programmet gjennom i minnet; bildene kommer i {folder}.</translation>
    </message>
    <message>
        <source>walk through every page on practice servers, with pictures in DIR</source>
        <translation>gå gjennom alle sidene på øvelsesservere, med bilder i DIR</translation>
    </message>
    <message>
        <source>dark pictures</source>
        <translation>mørke bilder</translation>
    </message>
    <message>
        <source>2 for pictures in double size</source>
        <translation>2 gir bilder i dobbel størrelse</translation>
    </message>
    <message>
        <source>Paste the {token} (it is not shown): </source>
        <translation>Lim inn {token} (vises ikke): </translation>
    </message>
    <message>
        <source>Profile “{name}” is saved: the shop {shop} and {company} ({organization_number}), {environment}.</source>
        <translation>Profilen «{name}» er lagret: butikken {shop} og {company} ({organization_number}), {environment}.</translation>
    </message>
    <message>
        <source>The set-up is saved in {path}, without tokens.</source>
        <translation>Oppsettet er lagret i {path}, uten token.</translation>
    </message>
    <message>
        <source>The diagnosis is saved in {path}. Values are masked, and it holds no token.</source>
        <translation>Diagnosen er lagret i {path}. Verdiene er maskert, og den inneholder ingen token.</translation>
    </message>
    <message>
        <source>In the practice Tripletex: {invoices}, {orders}, {emails}.</source>
        <translation>I øvelses-Tripletex: {invoices}, {orders}, {emails}.</translation>
    </message>
    <message>
        <source>The books agree with what was transferred, difference 0.00.</source>
        <translation>Regnskapet stemmer med det som ble overført, differanse 0,00.</translation>
    </message>
    <message>
        <source>The books do not agree with what was transferred.</source>
        <translation>Regnskapet stemmer ikke med det som ble overført.</translation>
    </message>
    <message>
        <source>There is no display, so no window can open. The commands need none: --help</source>
        <translation>Det er ingen skjerm, så vinduet kan ikke åpnes. Kommandoene trenger ingen: --help</translation>
    </message>
    <message>
        <source>{steps} steps as expected. The pictures are in {folder}.</source>
        <translation>{steps} steg gikk som ventet. Bildene ligger i {folder}.</translation>
    </message>
    <message>
        <source>{done} of {steps} steps …</source>
        <translation>{done} av {steps} steg …</translation>
    </message>
    <message>
        <source>Step {step} of the tour led to something else: {problem}</source>
        <translation>Steg {step} i omvisningen gikk ikke som ventet: {problem}</translation>
    </message>
</context>
<context>
    <name>detail</name>
    <message>
        <source>0 %: exempt from VAT</source>
        <translation>0 %: fritatt for mva</translation>
    </message>
    <message>
        <source>0 %: outside the VAT Act</source>
        <translation>0 %: utenfor mva-loven</translation>
    </message>
    <message>
        <source>0 %: not treated for VAT</source>
        <translation>0 %: ingen mva-behandling</translation>
    </message>
    <message>
        <source>0 %: domestic reverse charge</source>
        <translation>0 %: innenlands omvendt avgiftsplikt</translation>
    </message>
    <message>
        <source>0 %: export</source>
        <translation>0 %: utførsel</translation>
    </message>
    <message>
        <source>VAT code</source>
        <translation>Mva-kode</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grunnlag</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Mva</translation>
    </message>
    <message>
        <source>In the shop</source>
        <translation>I butikken</translation>
    </message>
    <message>
        <source>Diff.</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debet</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Shop {amount}</source>
        <translation>Butikken {amount}</translation>
    </message>
    <message>
        <source>lines {amount}</source>
        <translation>linjer {amount}</translation>
    </message>
    <message>
        <source>invoice {amount}</source>
        <translation>faktura {amount}</translation>
    </message>
    <message>
        <source>outstanding {amount}</source>
        <translation>utestående {amount}</translation>
    </message>
    <message>
        <source>payment type {id}</source>
        <translation>betalingstype {id}</translation>
    </message>
    <message>
        <source>article {sku}</source>
        <translation>varenr. {sku}</translation>
    </message>
    <message>
        <source>product {product}</source>
        <translation>produkt {product}</translation>
    </message>
    <message>
        <source>{price} each</source>
        <translation>{price} per stk.</translation>
    </message>
    <message>
        <source>net {net}</source>
        <translation>netto {net}</translation>
    </message>
    <message>
        <source>VAT {vat}</source>
        <translation>mva {vat}</translation>
    </message>
    <message>
        <source>code id {id}</source>
        <translation>kode-id {id}</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>Åpen ordre</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Faktura</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Kreditnota</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Fakturadato</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Beløp</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Utestående</translation>
    </message>
    <message>
        <source>Tripletex was asked to send it to the customer</source>
        <translation>Tripletex ble bedt om å sende den til kunden</translation>
    </message>
    <message>
        <source>Tripletex sent nothing to the customer</source>
        <translation>Tripletex sendte ikke noe til kunden</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>EHF</source>
        <translation>EHF</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>Check</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Funn</translation>
    </message>
    <message>
        <source>Checked {moment}.</source>
        <translation>Kontrollert {moment}.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Kontroller</translation>
    </message>
    <message>
        <source>Could not be checked, confirmed by {name}: {checks}.</source>
        <translation>Kunne ikke kontrolleres, bekreftet av {name}: {checks}.</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Prøveoverføring</translation>
    </message>
    <message>
        <source>An order was shown earlier, and has not been read again.</source>
        <translation>En ordre er vist tidligere, og er ikke lest på nytt.</translation>
    </message>
    <message>
        <source>No order was tried.</source>
        <translation>Ingen ordre er prøvd.</translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation>Ordre {number}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>{line}, VAT code {code}: {gross}</source>
        <translation>{line}, mva-kode {code}: {gross}</translation>
    </message>
    <message>
        <source>Total with VAT: {total}</source>
        <translation>Sum inkl. mva: {total}</translation>
    </message>
    <message>
        <source>Not booked.</source>
        <translation>Ikke bokført.</translation>
    </message>
    <message>
        <source>Before the trial, by the journal: {outcome}.</source>
        <translation>Før prøven, ifølge journalen: {outcome}.</translation>
    </message>
    <message>
        <source>Result of the trial transfer: {outcome}.</source>
        <translation>Resultat av prøveoverføringen: {outcome}.</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>Betalingsmetoder</translation>
    </message>
    <message>
        <source>Store (module)</source>
        <translation>Nettbutikk (modul)</translation>
    </message>
    <message>
        <source>Payment type (id)</source>
        <translation>Betalingstype (id)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Kind, currency</source>
        <translation>Kontotype, valuta</translation>
    </message>
    <message>
        <source>Transferred as</source>
        <translation>Overføres som</translation>
    </message>
    <message>
        <source>Sends invoice</source>
        <translation>Sender faktura</translation>
    </message>
    <message>
        <source>Orders, 90 days</source>
        <translation>Ordrer, 90 dager</translation>
    </message>
    <message>
        <source>Amount, 90 days</source>
        <translation>Beløp, 90 dager</translation>
    </message>
    <message>
        <source>Not transferred</source>
        <translation>Overføres ikke</translation>
    </message>
    <message>
        <source>Invoice by e-mail</source>
        <translation>Faktura på e-post</translation>
    </message>
    <message>
        <source>Invoice by e-mail, to companies as EHF</source>
        <translation>Faktura på e-post, til bedrifter som EHF</translation>
    </message>
    <message>
        <source>Do not mark invoice as paid</source>
        <translation>Ikke marker faktura som betalt</translation>
    </message>
    <message>
        <source>customer ledger, customer {id}</source>
        <translation>kundereskontro, kunde {id}</translation>
    </message>
    <message>
        <source>bank or cash</source>
        <translation>bank eller kontanter</translation>
    </message>
    <message>
        <source>liability</source>
        <translation>gjeld</translation>
    </message>
    <message>
        <source>receivable</source>
        <translation>fordring</translation>
    </message>
    <message>
        <source>marked as paid</source>
        <translation>markeres som betalt</translation>
    </message>
    <message>
        <source>not marked as paid</source>
        <translation>markeres ikke som betalt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ingenting</translation>
    </message>
    <message>
        <source>Covers {orders} of {all_orders} orders and {amount} of {total}; the rest, {rest}, is not transferred.</source>
        <translation>Dekker {orders} av {all_orders} ordrer og {amount} av {total}; resten, {rest}, overføres ikke.</translation>
    </message>
    <message>
        <source>Not transferred: {methods}. Orders with these methods are posted in another way (cash register: via the Z-report from Datakassen).</source>
        <translation>Overføres ikke: {methods}. Ordrer med disse metodene bokføres på annen måte (kassen: via Z-rapporten fra Datakassen).</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Side {page} av {pages}</translation>
    </message>
    <message>
        <source>Made {day} at {time} by {user} on {computer} with Tripletex-veiviseren {program}, set-up version {version}</source>
        <translation>Laget {day} kl. {time} av {user} på {computer} med Tripletex-veiviseren {program}, oppsettsversjon {version}</translation>
    </message>
    <message>
        <source>Checksum of the figures (SHA-256): {checksum}</source>
        <translation>Kontrollsum av tallene (SHA-256): {checksum}</translation>
    </message>
    <message>
        <source>VAT by code</source>
        <translation>Mva per kode</translation>
    </message>
    <message>
        <source>Postings</source>
        <translation>Kontering</translation>
    </message>
    <message>
        <source>Order {number}, {customer}: refund of a booked credit note</source>
        <translation>Ordre {number}, {customer}: tilbakebetaling på bokført kreditnota</translation>
    </message>
    <message>
        <source>Article no.</source>
        <translation>Varenr.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Antall</translation>
    </message>
    <message>
        <source>Unit price incl. VAT</source>
        <translation>Enhetspris inkl. mva</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Rabatt %</translation>
    </message>
    <message>
        <source>VAT code (id)</source>
        <translation>Mva-kode (id)</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Sats</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>VAT code</source>
        <translation>Mva-kode</translation>
    </message>
    <message>
        <source>Sales and VAT account</source>
        <translation>Salgskonto og mva-konto</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Mva</translation>
    </message>
    <message>
        <source>Domestic</source>
        <translation>Innenlands</translation>
    </message>
    <message>
        <source>Domestic, article {sku}: {reason}</source>
        <translation>Innenlands, varenummer {sku}: {reason}</translation>
    </message>
    <message>
        <source>Delivered abroad, to Svalbard or Jan Mayen: export</source>
        <translation>Levert til utlandet, Svalbard eller Jan Mayen: utførsel</translation>
    </message>
    <message>
        <source>The company is not registered for VAT</source>
        <translation>Selskapet er ikke registrert i Merverdiavgiftsregisteret</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukjent</translation>
    </message>
    <message>
        <source>As the shop states the VAT, as a line of its own; {rate} when it does not</source>
        <translation>Egen linje med den mva butikken oppgir; {rate} når den ikke oppgir noe</translation>
    </message>
    <message>
        <source>Payment: {payment_type}</source>
        <translation>Betaling: {payment_type}</translation>
    </message>
    <message>
        <source>Discount: {discounts}. Payment: {payments}. Other series: {unplaced}</source>
        <translation>Rabatt: {discounts}. Betaling: {payments}. Andre kortserier: {unplaced}</translation>
    </message>
    <message>
        <source>A visible line, account {account}, VAT code 7</source>
        <translation>Synlig linje, konto {account}, mva-kode 7</translation>
    </message>
    <message>
        <source>Lines of goods</source>
        <translation>Varelinjer</translation>
    </message>
    <message>
        <source>Freight and payment fees</source>
        <translation>Frakt og betalingsgebyr</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Spread over the VAT codes of the goods, by gross amount</source>
        <translation>Fordeles på varenes mva-koder etter bruttobeløp</translation>
    </message>
    <message>
        <source>Gift cards sold</source>
        <translation>Gavekort solgt</translation>
    </message>
    <message>
        <source>Gift cards used</source>
        <translation>Gavekort brukt</translation>
    </message>
    <message>
        <source>Cards given away (campaign, bonus)</source>
        <translation>Kampanjekort og bonus</translation>
    </message>
    <message>
        <source>Rounding by the shop</source>
        <translation>Avrunding i butikken</translation>
    </message>
    <message>
        <source>Orders of 0.00</source>
        <translation>Ordrer på 0,00</translation>
    </message>
    <message>
        <source>For the methods where Tripletex sends: to companies as EHF, and by e-mail to those that cannot receive it; to private customers by e-mail</source>
        <translation>For metodene der Tripletex sender: til bedrifter som EHF, og på e-post til dem som ikke kan motta det; til privatkunder på e-post</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Articles {skus}, on the product {product} with the account of gift cards that are used. {sold_as}. {consequence}</source>
        <translation>Varenummer {skus}, på produktet {product} med samme konto som gavekort som brukes. {sold_as}. {consequence}</translation>
    </message>
    <message>
        <source>Tripletex sets the rate; a payment type must have the order&apos;s currency</source>
        <translation>Tripletex setter kursen; betalingstypen må ha ordrens valuta</translation>
    </message>
    <message>
        <source>Credit notes and refunds</source>
        <translation>Kreditering og tilbakebetaling</translation>
    </message>
    <message>
        <source>Order statuses in Mystore</source>
        <translation>Ordrestatus i Mystore</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Egne regler</translation>
    </message>
    <message>
        <source>Sales document</source>
        <translation>Salgsdokument</translation>
    </message>
    <message>
        <source>The invoice in Tripletex, whether it is sent or not</source>
        <translation>Fakturaen i Tripletex, enten den sendes eller ikke</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Fakturadato</translation>
    </message>
    <message>
        <source>Accounts follow the company&apos;s posting rules. They are assumed until the accountant has stated them in the set-up, or a voucher of the company has shown them. A domestic line with 0 % that is not named here stops its order.</source>
        <translation>Kontoene følger selskapets konteringsregler. De er antatt til regnskapsføreren har oppgitt dem i oppsettet, eller et bilag i selskapet har vist dem. En innenlands linje med 0 % som ikke er nevnt her, stopper ordren sin.</translation>
    </message>
    <message>
        <source>A credit order becomes a credit note on the customer&apos;s invoice. A refund is registered with the method&apos;s payment type when a person says that the money was paid back</source>
        <translation>En kreditordre blir en kreditnota på kundens faktura. En tilbakebetaling registreres med betalingsmåtens betalingstype når noen sier at pengene er betalt tilbake</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Avdeling</translation>
    </message>
    <message>
        <source>Delivery date</source>
        <translation>Leveringsdato</translation>
    </message>
    <message>
        <source>The day on which the order was completed in Mystore</source>
        <translation>Dagen ordren ble fullført i Mystore</translation>
    </message>
    <message>
        <source>Payment date</source>
        <translation>Betalingsdato</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Forfall</translation>
    </message>
    <message>
        <source>Paid: 0 days. Not paid: {due}</source>
        <translation>Betalt: 0 dager. Ikke betalt: {due}</translation>
    </message>
    <message>
        <source>Accounting period</source>
        <translation>Regnskapsperiode</translation>
    </message>
    <message>
        <source>Document and dates</source>
        <translation>Dokument og dato</translation>
    </message>
    <message>
        <source>Paid orders: Mystore&apos;s receipt; Tripletex sends no invoice. Others: the invoice in Tripletex</source>
        <translation>Betalte ordrer: Kvitteringen fra Mystore; Tripletex sender ingen faktura. Andre: fakturaen i Tripletex</translation>
    </message>
    <message>
        <source>Day of transfer. Until the 15th the last day of the month before can be chosen, for what was delivered by then (bokføringsforskriften § 5-1-3)</source>
        <translation>Overføringsdagen. Til og med den 15. kan siste dag i forrige måned velges, for det som var levert da (bokføringsforskriften § 5-1-3)</translation>
    </message>
    <message>
        <source>Paid orders: the day on which the order was completed in Mystore, or stopped when its period is closed. Others: {by_issue}</source>
        <translation>Betalte ordrer: dagen ordren ble fullført i Mystore, eller stoppet når perioden er avsluttet. Andre: {by_issue}</translation>
    </message>
    <message>
        <source>Invoice numbers</source>
        <translation>Fakturanummer</translation>
    </message>
    <message>
        <source>Tripletex decides</source>
        <translation>Tripletex bestemmer</translation>
    </message>
    <message>
        <source>Order number prefix</source>
        <translation>Prefiks på ordrenummer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>Customer numbers</source>
        <translation>Kundenummer</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numre</translation>
    </message>
    <message>
        <source>Transfer to Tripletex, {moment}</source>
        <translation>Overføring til Tripletex {moment}</translation>
    </message>
    <message>
        <source>To be followed up</source>
        <translation>Til oppfølging</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Alle ordrer</translation>
    </message>
    <message>
        <source>Transfer {company} {moment}</source>
        <translation>Overføring {company} {moment}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Bokført</translation>
    </message>
    <message>
        <source>Entered as orders, not booked</source>
        <translation>Lagt inn som ordre, ikke bokført</translation>
    </message>
    <message>
        <source>Went over</source>
        <translation>Overført</translation>
    </message>
    <message>
        <source>E-mails from Tripletex</source>
        <translation>E-poster fra Tripletex</translation>
    </message>
    <message>
        <source>Double bookings</source>
        <translation>Dobbeltføringer</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Kort sagt</translation>
    </message>
    <message>
        <source>As EHF from Tripletex</source>
        <translation>Som EHF fra Tripletex</translation>
    </message>
    <message>
        <source>E-mails from Mystore</source>
        <translation>E-poster fra Mystore</translation>
    </message>
    <message>
        <source>nothing was booked now</source>
        <translation>ingenting ble bokført nå</translation>
    </message>
    <message>
        <source>not settled: orders are unresolved</source>
        <translation>ikke avklart: det finnes uavklarte ordrer</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Went over as</source>
        <translation>Overført som</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>Butikken</translation>
    </message>
    <message>
        <source>Tripletex</source>
        <translation>Tripletex</translation>
    </message>
    <message>
        <source>Reason or note</source>
        <translation>Årsak eller merknad</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Ordredato</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>Betalingsmetode</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>Fakturanummer</translation>
    </message>
    <message>
        <source>Amount in the shop</source>
        <translation>Beløp i butikken</translation>
    </message>
    <message>
        <source>Amount in Tripletex</source>
        <translation>Beløp i Tripletex</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Sendt til</translation>
    </message>
    <message>
        <source>Told by Mystore</source>
        <translation>Varslet av Mystore</translation>
    </message>
    <message>
        <source>Tripletex request id</source>
        <translation>Forespørsels-id hos Tripletex</translation>
    </message>
    <message>
        <source>Set-up version</source>
        <translation>Oppsettsversjon</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Laget</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Laget av</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nei</translation>
    </message>
    <message>
        <source>Search for customer</source>
        <translation>Søk etter kunde</translation>
    </message>
    <message>
        <source>Do not update customer</source>
        <translation>Ikke oppdater kunde</translation>
    </message>
    <message>
        <source>Private or company</source>
        <translation>Privat eller bedrift</translation>
    </message>
    <message>
        <source>Company when the order has a company name or an organisation number</source>
        <translation>Bedrift når ordren har firmanavn eller organisasjonsnummer</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sendemåte</translation>
    </message>
    <message>
        <source>By e-mail, for the methods where Tripletex sends</source>
        <translation>E-post, for metodene der Tripletex sender</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunder</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} kl. {time}</translation>
    </message>
    <message>
        <source>Confirmation of set-up, version 1</source>
        <translation>Bekreftelse av oppsett, versjon 1</translation>
    </message>
    <message>
        <source>Confirmation of set-up, version {version} (replaces {before})</source>
        <translation>Bekreftelse av oppsett, versjon {version} (erstatter {before})</translation>
    </message>
    <message>
        <source>Not confirmed in the program</source>
        <translation>Ikke bekreftet i programmet</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bekreftet</translation>
    </message>
    <message>
        <source>Applies to orders completed from</source>
        <translation>Gjelder ordrer fullført fra og med</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Miljø</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gyldighet</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Selskap</translation>
    </message>
    <message>
        <source>Organisation number</source>
        <translation>Organisasjonsnummer</translation>
    </message>
    <message>
        <source>Tripletex company id</source>
        <translation>Selskaps-id i Tripletex</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Nettbutikk</translation>
    </message>
    <message>
        <source>Tripletex key</source>
        <translation>Tripletex-nøkkel</translation>
    </message>
    <message>
        <source>Set up by</source>
        <translation>Satt opp av</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Parter</translation>
    </message>
    <message>
        <source>VAT, as Tripletex states it</source>
        <translation>Mva, slik Tripletex oppgir det</translation>
    </message>
    <message>
        <source>An accountant&apos;s, opened for this client company</source>
        <translation>Regnskapsførers, åpnet for dette klientselskapet</translation>
    </message>
    <message>
        <source>The company&apos;s own</source>
        <translation>Selskapets egen</translation>
    </message>
    <message>
        <source>This is the first version.</source>
        <translation>Dette er første versjon.</translation>
    </message>
    <message>
        <source>What differs from version {before} is not listed by this version of the program.</source>
        <translation>Hva som skiller fra versjon {before}, listes ikke opp av denne programversjonen.</translation>
    </message>
    <message>
        <source>Changed since the previous version</source>
        <translation>Endret siden forrige versjon</translation>
    </message>
    <message>
        <source>Z-reports of the cash register, fees and payouts of payment providers, VAT on goods given away, export documents, and stock.</source>
        <translation>Z-rapport fra kassen, gebyr og oppgjør fra betalingsformidlere, uttaksmva, utførselsdokumenter og varelager.</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Dekkes ikke</translation>
    </message>
    <message>
        <source>I have gone through the set-up above. It is the basis of the bookkeeping from {day}.</source>
        <translation>Jeg har gått gjennom oppsettet over. Det er grunnlaget for føringen fra {day}.</translation>
    </message>
    <message>
        <source>Confirmed in the program by {name}, {moment}.</source>
        <translation>Bekreftet i programmet av {name}, {moment}.</translation>
    </message>
    <message>
        <source>Payment methods confirmed in the program by {name}, {moment}.</source>
        <translation>Betalingsmetodene er bekreftet i programmet av {name}, {moment}.</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bekreftelse</translation>
    </message>
    <message>
        <source>The company: name, role, date, signature</source>
        <translation>Virksomheten: navn, rolle, dato, underskrift</translation>
    </message>
    <message>
        <source>Accountant: name, firm, date, signature</source>
        <translation>Regnskapsfører: navn, foretak, dato, underskrift</translation>
    </message>
    <message>
        <source>Posting preview {company} {moment}</source>
        <translation>Forhåndsvisning av bokføring {company} {moment}</translation>
    </message>
    <message>
        <source>Preview of what is to be posted, {moment}</source>
        <translation>Forhåndsvisning av bokføring, {moment}</translation>
    </message>
    <message>
        <source>Program version</source>
        <translation>Programversjon</translation>
    </message>
    <message>
        <source>Checksum of the figures (SHA-256)</source>
        <translation>Kontrollsum av tallene (SHA-256)</translation>
    </message>
    <message>
        <source>Accounts: “assumed” is the usual one for the VAT code, “stated” is given by the accountant in the set-up, “seen” stood on a voucher of the company.</source>
        <translation>Konti: «antatt» er den vanlige for mva-koden, «oppgitt» er oppgitt av regnskapsføreren i oppsettet, «sett» har stått på et bilag i selskapet.</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>Not sent now</source>
        <translation>Sendes ikke nå</translation>
    </message>
    <message>
        <source>Order by order</source>
        <translation>Ordre for ordre</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>Order, not booked</source>
        <translation>Ordre, ikke bokført</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Number in Tripletex</source>
        <translation>Nummer i Tripletex</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Ordredato</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Levert</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Fakturadato</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Forfall</translation>
    </message>
    <message>
        <source>VAT term</source>
        <translation>Mva-termin</translation>
    </message>
    <message>
        <source>Transferred as</source>
        <translation>Overføres som</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>How to do it</source>
        <translation>Slik gjør du det</translation>
    </message>
    <message>
        <source>From the shop&apos;s order to the books.</source>
        <translation>Fra ordre i nettbutikken til bokført i regnskapet.</translation>
    </message>
    <message>
        <source>Why nothing is booked twice</source>
        <translation>Hvorfor ingenting føres to ganger</translation>
    </message>
    <message>
        <source>Every order goes over in three steps: the customer card, the order, the invoice with its payment and e-mail. Each step has a guard of its own.</source>
        <translation>Hver ordre overføres i tre steg: kundekortet, ordren, og fakturaen med betaling og e-post. Hvert steg har sin egen sperre.</translation>
    </message>
    <message>
        <source>Transferring orders</source>
        <translation>Overføre ordrer</translation>
    </message>
    <message>
        <source>Fetch new orders (F5). Those marked “Ready” can be transferred.</source>
        <translation>Hent nye ordrer (F5). De som er merket «Klar», kan overføres.</translation>
    </message>
    <message>
        <source>Choose the orders and press “Transfer”. You can also change the status of one order to one that counts as completed; the same dialog opens.</source>
        <translation>Velg ordrene og trykk «Overfør». Du kan også endre statusen på én ordre til en som teller som fullført; da åpnes den samme dialogen.</translation>
    </message>
    <message>
        <source>Choose order or invoice. The dialog says how many e-mails are sent, and to whom.</source>
        <translation>Velg ordre eller faktura. Dialogen sier hvor mange e-poster som sendes, og til hvem.</translation>
    </message>
    <message>
        <source>The invoice date is today. Until the 15th the last day of the month before can be chosen for what was delivered by then; the dialog says in which VAT term each date lies.</source>
        <translation>Fakturadatoen er dagens dato. Til og med den 15. kan siste dag i forrige måned velges for det som var levert da; dialogen sier hvilken mva-termin hver dato hører til.</translation>
    </message>
    <message>
        <source>Afterwards the summary shows first what needs you: what happened, why, and one thing to do.</source>
        <translation>Etterpå viser oppsummeringen først det som trenger deg: hva som skjedde, hvorfor, og én ting å gjøre.</translation>
    </message>
    <message>
        <source>Order or invoice</source>
        <translation>Ordre eller faktura</translation>
    </message>
    <message>
        <source>Invoice: the order is paid (Vipps, Klarna …) or is to be invoiced at once. The order is closed in Tripletex.</source>
        <translation>Faktura: Ordren er betalt (Vipps, Klarna …) eller skal faktureres med en gang. Ordren blir markert som fullført i Tripletex.</translation>
    </message>
    <message>
        <source>Order: you invoice by hand in Tripletex, as is usual for companies. Nothing is booked before you do.</source>
        <translation>Ordre: Du fakturerer manuelt i Tripletex, som er vanlig ved B2B-fakturering. Ingenting er bokført før du har gjort det.</translation>
    </message>
    <message>
        <source>Transferring an order again</source>
        <translation>Overføre en ordre på nytt</translation>
    </message>
    <message>
        <source>“Transfer again” goes on where it stopped, and sends nothing that is there already. By the order&apos;s status:</source>
        <translation>«Overfør på nytt» fortsetter der det stoppet, og sender ingenting som allerede er der. Slik gjør du det med ordrestatusen:</translation>
    </message>
    <message>
        <source>Change the status to “Under behandling” without pressing “Update order”.</source>
        <translation>Endre statusen til «Under behandling» uten å trykke «Oppdater ordre».</translation>
    </message>
    <message>
        <source>Change it back to “Sendt”. The dialog opens again.</source>
        <translation>Endre den tilbake til «Sendt». Dialogen åpnes på nytt.</translation>
    </message>
    <message>
        <source>Take away the tick at “Send e-mail to customer” when the customer has been told already.</source>
        <translation>Fjern avhukingen for «Send e-post til kunde» dersom kunden allerede er varslet.</translation>
    </message>
    <message>
        <source>Update the order with the green button: “Transfer”, or “Set the status” when only the status is left to change.</source>
        <translation>Oppdater ordren med den grønne knappen: «Overfør», eller «Endre status» når bare statusen gjenstår.</translation>
    </message>
    <message>
        <source>Credit orders</source>
        <translation>Kreditordrer</translation>
    </message>
    <message>
        <source>When you credit an order in Mystore, the shop makes a credit order. It becomes a credit note on the customer&apos;s invoice in Tripletex.</source>
        <translation>Når du krediterer en ordre i Mystore, lager butikken en kreditordre. Den blir en kreditnota på kundens faktura i Tripletex.</translation>
    </message>
    <message>
        <source>Give the credit order the status “Sendt”, and transfer it.</source>
        <translation>Gi kreditordren statusen «Sendt», og overfør den.</translation>
    </message>
    <message>
        <source>Say whether the money has been paid back. If it has, the refund is registered with the same payment type; if not, the customer has it in credit.</source>
        <translation>Velg om pengene er betalt tilbake. Er de det, registreres tilbakebetalingen med samme betalingstype. Er de ikke det, har kunden beløpet til gode.</translation>
    </message>
    <message>
        <source>The invoice is found by the customer and the articles. If several fit, choose it with “Choose the invoice …”.</source>
        <translation>Fakturaen finnes ut fra kunden og varene. Passer flere, velger du den med «Velg faktura …».</translation>
    </message>
    <message>
        <source>When something stops</source>
        <translation>Når noe stopper</translation>
    </message>
    <message>
        <source>Stopped: nothing has been sent. The reason stands on the order; mend it and transfer again.</source>
        <translation>Stoppet: Ingenting er sendt. Grunnen står på ordren; rett det og overfør på nytt.</translation>
    </message>
    <message>
        <source>Failed: it is safe to try again. Nothing has been booked, or a credit note lacks only its refund; the message says so.</source>
        <translation>Feilet: Det er trygt å prøve igjen. Ingenting er bokført, eller bare tilbakebetalingen på en kreditnota mangler; meldingen sier hvilket.</translation>
    </message>
    <message>
        <source>Not completed: the order&apos;s status in Mystore does not count as completed. Give it one that does, or choose which ones do in the set-up, step 5.</source>
        <translation>Ikke fullført: Ordrestatusen i Mystore teller ikke som fullført. Gi ordren en status som gjør det, eller velg hvilke som gjør det i oppsettet, steg 5.</translation>
    </message>
    <message>
        <source>Skipped: the order is not to be transferred, because the set-up leaves out its payment method or because nothing was paid for.</source>
        <translation>Hoppet over: Ordren skal ikke overføres, fordi oppsettet holder betalingsmetoden utenfor, eller fordi det ikke er noe å betale.</translation>
    </message>
    <message>
        <source>Credited: the invoice has a credit note in Tripletex. “Transfer again” makes a new order and invoice.</source>
        <translation>Kreditert: Fakturaen har fått en kreditnota i Tripletex. «Overfør på nytt» lager en ny ordre og faktura.</translation>
    </message>
    <message>
        <source>Booked in another way</source>
        <translation>Bokført på en annen måte</translation>
    </message>
    <message>
        <source>An order that you have booked by hand is marked as already booked, with the number of the voucher or invoice and the reason. It is then not transferred.</source>
        <translation>En ordre du har bokført manuelt, markerer du som allerede bokført, med bilags- eller fakturanummer og grunn. Da overføres den ikke.</translation>
    </message>
    <message>
        <source>Written down first, then sent</source>
        <translation>Skrevet ned først, så sendt</translation>
    </message>
    <message>
        <source>Before anything is sent to Tripletex, the program writes on the disk what it is about to send, and afterwards what came of it. If the computer stops in between, the next start knows which order was under way. If the journal cannot be written, nothing is sent.</source>
        <translation>Før noe sendes til Tripletex, skriver programmet i journalen på disken hva det skal sende, og etterpå hva som kom ut av det. Stopper maskinen i mellomtiden, vet neste start hvilken ordre som var i gang. Kan journalen ikke skrives, sendes ingenting.</translation>
    </message>
    <message>
        <source>What may happen, and what prevents double booking</source>
        <translation>Hva som kan skje, og hva som hindrer dobbeltføring</translation>
    </message>
    <message>
        <source>The customer card is sent again.</source>
        <translation>Kundekortet sendes på nytt.</translation>
    </message>
    <message>
        <source>The card carries the shop&apos;s customer number, and Tripletex refuses a number that is taken. A card without such a number is never sent again by itself.</source>
        <translation>Kortet har nettbutikkens kundenummer, og Tripletex avviser et nummer som er brukt. Et kort uten slikt nummer sendes aldri på nytt av seg selv.</translation>
    </message>
    <message>
        <source>Tripletex</source>
        <translation>Tripletex</translation>
    </message>
    <message>
        <source>The order is sent again.</source>
        <translation>Ordren sendes på nytt.</translation>
    </message>
    <message>
        <source>The order carries the shop&apos;s order number, and Tripletex refuses a number that is taken. The program finds the first one, compares it with the shop&apos;s, and goes on from there. If the number belongs to an order that is not the program&apos;s own, the transfer is stopped.</source>
        <translation>Ordren har nettbutikkens ordrenummer, og Tripletex avviser et nummer som er brukt. Programmet finner den første, sammenligner den med nettbutikkens og fortsetter derfra. Hører nummeret til en ordre som ikke er programmets egen, stoppes overføringen.</translation>
    </message>
    <message>
        <source>The answer to an invoice does not come.</source>
        <translation>Svaret på en faktura kommer ikke.</translation>
    </message>
    <message>
        <source>Invoice, payment and e-mail go over in one request. It is not repeated before the program has looked the order up in Tripletex and found no invoice. Without an answer it first waits until a late request would have shown itself: 75 seconds, or 150 if the program itself was stopped. Until then the order is “Unresolved”.</source>
        <translation>Faktura, betaling og e-post går i én forespørsel. Den gjentas ikke før programmet har slått opp ordren i Tripletex og ikke funnet noen faktura. Uten svar venter det først til en sen forespørsel ville vist seg: 75 sekunder, eller 150 hvis programmet selv ble stoppet. Så lenge er ordren «Uavklart».</translation>
    </message>
    <message>
        <source>The program, by looking in Tripletex</source>
        <translation>Programmet, ved oppslag i Tripletex</translation>
    </message>
    <message>
        <source>The answer to a refund does not come.</source>
        <translation>Svaret på en tilbakebetaling kommer ikke.</translation>
    </message>
    <message>
        <source>Tripletex takes the same refund as often as it is sent. So the program reads what is open before it and after it, waits as long as for an invoice, and repeats it only when nothing has changed there. If that does not tell, you are asked to look.</source>
        <translation>Tripletex tar imot den samme tilbakebetalingen så mange ganger den sendes. Derfor leser programmet det som står åpent, både før og etter, venter like lenge som ved en faktura, og gjentar den bare når ingenting er endret der. Gir det ikke svar, blir du bedt om å se etter.</translation>
    </message>
    <message>
        <source>The shop&apos;s notice to the customer is asked for again.</source>
        <translation>Det bes om butikkens varsel til kunden en gang til.</translation>
    </message>
    <message>
        <source>The notice goes with the change of status. An order that has the status is not given it again, and a request that may have reached Mystore is never repeated for that order and status.</source>
        <translation>Varselet følger statusendringen. En ordre som har statusen, får den ikke på nytt, og en forespørsel som kan ha nådd Mystore, gjentas aldri for den ordren og statusen.</translation>
    </message>
    <message>
        <source>Two windows or programs transfer the same order.</source>
        <translation>To vinduer eller programmer overfører den samme ordren.</translation>
    </message>
    <message>
        <source>Each order is claimed in the journal before it is sent. The other one sends nothing, and shows the order as “Sending”.</source>
        <translation>Hver ordre reserveres i journalen før den sendes. Den andre sender ingenting, og viser ordren som «Sender».</translation>
    </message>
    <message>
        <source>An order that has been transferred is not sent again, however often it is chosen: the program says which invoice it has. Only after a credit note can it be invoiced anew, as a new order with a number of its own; not after a credit order, for then the goods came back. The program never deletes anything in Tripletex.</source>
        <translation>En ordre som er overført, sendes ikke på nytt, uansett hvor mange ganger den velges: Programmet sier hvilken faktura den har. Først etter en kreditnota kan den faktureres på nytt, som en ny ordre med sitt eget nummer; ikke etter en kreditordre, for da er varene kommet tilbake. Programmet sletter aldri noe i Tripletex.</translation>
    </message>
    <message>
        <source>Two computers with a journal each. Then only this holds: Tripletex refuses a taken order number, and an order that this computer has not sent itself is invoiced only when it has been seen without an invoice for 150 seconds. The credit note of a whole invoice has no order: it is known by its comment, if Tripletex gives that back.</source>
        <translation>To datamaskiner med hver sin journal. Da gjelder bare dette: Tripletex avviser et brukt ordrenummer, og en ordre som denne maskinen ikke selv har sendt, faktureres først når den har vært sett uten faktura i 150 sekunder. Kreditnotaen av en hel faktura har ingen ordre: Den kjennes igjen på kommentaren sin, hvis Tripletex gir den tilbake.</translation>
    </message>
    <message>
        <source>How Tripletex behaves where it is not documented. It is not known whether Tripletex by itself refuses a second invoice of one order; the program therefore looks first. If it does not refuse, and an invoice without an answer is made only after the waiting, there would be two.</source>
        <translation>Hvordan Tripletex oppfører seg der det ikke er dokumentert. Det er ikke kjent om Tripletex selv avviser en faktura til på samme ordre; derfor ser programmet etter først. Avviser ikke Tripletex den, og en faktura uten svar blir laget først etter ventetiden, ville det blitt to.</translation>
    </message>
    <message>
        <source>A refund that takes effect only after the waiting, or that a computer sends when it wakes from more than ten minutes of sleep in the middle of sending, while another program has gone on with the order: it would be registered twice. So would one that two computers with a journal each send at the same time.</source>
        <translation>En tilbakebetaling som først blir registrert etter ventetiden, eller som en datamaskin sender når den våkner etter mer enn ti minutters dvale midt i sendingen, mens et annet program har gått videre med ordren: Den ville blitt registrert to ganger. Det ville også en som to datamaskiner med hver sin journal sender samtidig.</translation>
    </message>
    <message>
        <source>The program&apos;s journal</source>
        <translation>Programmets journal</translation>
    </message>
    <message>
        <source>Unresolved: the answer did not come. Press “Check in Tripletex”. “Transfer again” looks there first, too. Never delete anything in Tripletex to get further.</source>
        <translation>Uavklart: Programmet fikk ikke svar. Trykk «Sjekk i Tripletex». «Overfør på nytt» sjekker også der først. Slett aldri noe i Tripletex for å komme videre.</translation>
    </message>
    <message>
        <source>What is done already</source>
        <translation>Det som allerede er gjort</translation>
    </message>
    <message>
        <source>The figures are compared</source>
        <translation>Tallene sammenlignes</translation>
    </message>
    <message>
        <source>Before an order is invoiced, what Tripletex has of it is read back and compared with the shop&apos;s order, VAT rate by VAT rate; a difference stops it. After booking the amount and what is outstanding are compared; a difference is told as “Transferred with a note”.</source>
        <translation>Før en ordre faktureres, leses den tilbake fra Tripletex og sammenlignes med nettbutikkens, mva-sats for mva-sats; en differanse stopper den. Etter bokføringen sammenlignes beløpet og det som er utestående; en differanse vises som «Overført med merknad».</translation>
    </message>
    <message>
        <source>How this has been tried</source>
        <translation>Slik er det prøvd</translation>
    </message>
    <message>
        <source>Each time the books held every order once, and the next run went on.</source>
        <translation>Hver gang sto hver ordre én gang i regnskapet, og neste kjøring fortsatte der den skulle.</translation>
    </message>
    <message>
        <source>Answers that are lost, late, cut off or refused at any request, in thousands of combinations drawn by chance, also with two programs at once.</source>
        <translation>Svar som blir borte, kommer for sent, er avkuttet eller er et avslag, ved en hvilken som helst forespørsel, i tusener av tilfeldig trukne kombinasjoner, også med to programmer samtidig.</translation>
    </message>
    <message>
        <source>A program that is stopped dead before and after every request and every entry in the journal.</source>
        <translation>Et program som stoppes brått, før og etter hver forespørsel og hver innføring i journalen.</translation>
    </message>
    <message>
        <source>Two programs that transfer the same 200 orders at the same time.</source>
        <translation>To programmer som overfører de samme 200 ordrene samtidig.</translation>
    </message>
    <message>
        <source>A full disk, a journal that is locked, damaged or cannot be written: nothing was sent that was not written down.</source>
        <translation>Full disk, og en journal som er låst, ødelagt eller ikke kan skrives til: ingenting ble sendt uten at det først var skrevet ned.</translation>
    </message>
    <message>
        <source>All of it on practice services that follow what is known of Tripletex and Mystore. Their own services have not been tried.</source>
        <translation>Alt dette på øvelsestjenester som følger det som er kjent om Tripletex og Mystore. Mot deres egne tjenester er det ikke prøvd.</translation>
    </message>
    <message>
        <source>What this does not guard against</source>
        <translation>Dette beskytter det ikke mot</translation>
    </message>
    <message>
        <source>Another integration, Mystore&apos;s own among them, that transfers the same orders: it must be off. “Check of the set-up” looks for its orders in Tripletex.</source>
        <translation>En annen integrasjon, også Mystores egen, som overfører de samme ordrene: Den må være av. «Kontroll av oppsettet» ser etter ordrene dens i Tripletex.</translation>
    </message>
    <message>
        <source>Sales booked by hand, or by the Z report, without the order&apos;s number: the program cannot see that they are the same. Mark such orders as already booked.</source>
        <translation>Salg som er bokført manuelt, eller via Z-rapporten, uten ordrenummeret: Programmet kan ikke se at det er det samme. Marker slike ordrer som allerede bokført.</translation>
    </message>
    <message>
        <source>A journal that is lost or replaced by an old copy: the program then finds what is in Tripletex by the order number, and nothing else.</source>
        <translation>En journal som er borte, eller byttet ut med en gammel kopi: Da finner programmet det som er i Tripletex ved hjelp av ordrenummeret, og ikke noe annet.</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Ordered</source>
        <translation>Bestilt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sendt</translation>
    </message>
    <message>
        <source>Last changed in Mystore</source>
        <translation>Sist endret i Mystore</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klare</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stoppede</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>Uavklarte</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Feilede</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Overført</translation>
    </message>
    <message>
        <source>Not completed</source>
        <translation>Ikke fullført</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Hoppet over</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Kreditert</translation>
    </message>
    <message>
        <source>Something must be put right first. Nothing has been sent.</source>
        <translation>Noe må rettes først. Ingenting er sendt.</translation>
    </message>
    <message>
        <source>Tripletex did not answer. Checked there before anything else.</source>
        <translation>Fikk ikke svar fra Tripletex. Ordren sjekkes der før noe annet.</translation>
    </message>
    <message>
        <source>Their status in Mystore does not count as completed yet.</source>
        <translation>Ordrestatusen i Mystore teller ikke som fullført ennå.</translation>
    </message>
    <message>
        <source>The set-up leaves them out, or there is nothing to transfer.</source>
        <translation>Oppsettet holder dem utenfor, eller det er ingenting å overføre.</translation>
    </message>
    <message>
        <source>Their invoice in Tripletex has a credit note.</source>
        <translation>Fakturaen i Tripletex har fått en kreditnota.</translation>
    </message>
    <message>
        <source>No orders are waiting to be transferred</source>
        <translation>Ingen ordrer venter på overføring</translation>
    </message>
    <message>
        <source>No orders are ready</source>
        <translation>Ingen ordrer er klare</translation>
    </message>
    <message>
        <source>No orders are stopped</source>
        <translation>Ingen ordrer er stoppet</translation>
    </message>
    <message>
        <source>No orders are unresolved</source>
        <translation>Ingen ordrer er uavklarte</translation>
    </message>
    <message>
        <source>No orders have failed</source>
        <translation>Ingen ordrer har feilet</translation>
    </message>
    <message>
        <source>No orders have been transferred yet</source>
        <translation>Ingen ordrer er overført ennå</translation>
    </message>
    <message>
        <source>No orders wait for a completed status</source>
        <translation>Ingen ordrer venter på fullført-status</translation>
    </message>
    <message>
        <source>No orders were skipped</source>
        <translation>Ingen ordrer er hoppet over</translation>
    </message>
    <message>
        <source>No orders have been credited</source>
        <translation>Ingen ordrer er kreditert</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Siste 7 dager</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Siste 30 dager</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Siste 90 dager</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Hele perioden</translation>
    </message>
</context>
<context>
    <name>mapping</name>
    <message>
        <source>Not transferred</source>
        <translation>Overføres ikke</translation>
    </message>
    <message>
        <source>Do not mark invoice as paid</source>
        <translation>Ikke marker faktura som betalt</translation>
    </message>
    <message>
        <source>No orders in the last 90 days</source>
        <translation>Ingen ordrer siste 90 dager</translation>
    </message>
    <message>
        <source>Suggestion: same name</source>
        <translation>Forslag: samme navn</translation>
    </message>
    <message>
        <source>Suggestion: name of the account</source>
        <translation>Forslag: kontoens navn</translation>
    </message>
    <message>
        <source>Suggestion: same kind of payment</source>
        <translation>Forslag: samme betalingsmåte</translation>
    </message>
    <message>
        <source>Suggestion: liability account</source>
        <translation>Forslag: gjeldskonto</translation>
    </message>
    <message>
        <source>Suggestion: paid later</source>
        <translation>Forslag: betales senere</translation>
    </message>
    <message>
        <source>Suggestion: via the Z-report</source>
        <translation>Forslag: via Z-rapporten</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} og {last}</translation>
    </message>
    <message>
        <source>{method} is in use, but has no payment type yet.</source>
        <translation>{method} er i bruk, men har ingen betalingstype ennå.</translation>
    </message>
    <message>
        <source>{method} is booked via the Z-report from Datakassen. Transferred as well, the sales would be booked twice.</source>
        <translation>{method} bokføres via Z-rapporten fra Datakassen. Overføres ordrene også, blir salget bokført to ganger.</translation>
    </message>
    <message>
        <source>{method} is in use, but its orders will not be transferred. They must be booked in another way.</source>
        <translation>{method} er i bruk, men ordrene overføres ikke. De må bokføres på en annen måte.</translation>
    </message>
    <message>
        <source>{method} invoices the customer itself. With automatic sending the customer gets two invoices.</source>
        <translation>{method} sender selv faktura til kunden. Med automatisk utsendelse får kunden to fakturaer.</translation>
    </message>
    <message>
        <source>{method} is paid at once. With automatic sending the customer is sent an invoice for what is already paid.</source>
        <translation>{method} betales med en gang. Med automatisk utsendelse får kunden faktura på noe som allerede er betalt.</translation>
    </message>
    <message>
        <source>{method} comes with the parcel. Send it from Tripletex only when Mystore does not enclose an invoice: the customer shall get one.</source>
        <translation>{method} følger med pakken. Send bare fra Tripletex hvis Mystore ikke legger ved faktura: kunden skal få én.</translation>
    </message>
    <message>
        <source>{method} should be on a liability account (2xxx): a gift card is a debt to the customer until it is used.</source>
        <translation>{method} bør stå på en gjeldskonto (2xxx): et gavekort er gjeld til kunden til det er brukt.</translation>
    </message>
    <message>
        <source>{method}: the payment type {payment_type} has a customer in Tripletex, so payments are posted to 1500 on that customer and not to a bank account.</source>
        <translation>{method}: Betalingstypen {payment_type} har en kunde i Tripletex. Betalinger føres da på 1500 på den kunden, ikke på en bankkonto.</translation>
    </message>
    <message>
        <source>{method}: the payment type {payment_type} is in {currency}, so orders in NOK cannot be paid by it.</source>
        <translation>{method}: Betalingstypen {payment_type} er i {currency}, så ordrer i NOK kan ikke betales med den.</translation>
    </message>
    <message>
        <source>{method}: the payment type that was chosen is no longer visible. Choose another, or enable «Vis på ordre» in Tripletex.</source>
        <translation>{method}: Betalingstypen som var valgt, er ikke lenger synlig. Velg en annen, eller aktiver «Vis på ordre» i Tripletex.</translation>
    </message>
    <message>
        <source>{methods} are posted to the same account: {payment_type}. With an account each, their payouts can be reconciled one by one.</source>
        <translation>{methods} føres på samme konto: {payment_type}. Med hver sin konto kan oppgjørene avstemmes hver for seg.</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Transferred as</source>
        <translation>Overføres som</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Overføring</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>betalt</translation>
    </message>
    <message>
        <source>part paid</source>
        <translation>delbetalt</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-post</translation>
    </message>
    <message>
        <source>EHF</source>
        <translation>EHF</translation>
    </message>
    <message>
        <source>{state}, edited</source>
        <translation>{state}, endret</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ingenting</translation>
    </message>
</context>
<context>
    <name>postings</name>
    <message>
        <source>Gift card</source>
        <translation>Gavekort</translation>
    </message>
    <message>
        <source>Gift card + {method}</source>
        <translation>Gavekort + {method}</translation>
    </message>
    <message>
        <source>Account not known yet</source>
        <translation>Konto ikke kjent ennå</translation>
    </message>
    <message>
        <source>{account} (customer {id} in Tripletex)</source>
        <translation>{account} (kunde {id} i Tripletex)</translation>
    </message>
    <message>
        <source>seen on voucher {voucher}</source>
        <translation>sett på bilag {voucher}</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>oppgitt</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>antatt</translation>
    </message>
    <message>
        <source>* Assumed: the usual account for the VAT code.</source>
        <translation>* Antatt: den vanlige kontoen for mva-koden.</translation>
    </message>
    <message>
        <source>{accounts}: {source}</source>
        <translation>{accounts}: {source}</translation>
    </message>
    <message>
        <source>Accounts receivable</source>
        <translation>Kundefordringer</translation>
    </message>
    <message>
        <source>Output VAT, high rate</source>
        <translation>Utgående mva, høy sats</translation>
    </message>
    <message>
        <source>Output VAT, middle rate</source>
        <translation>Utgående mva, middels sats</translation>
    </message>
    <message>
        <source>Output VAT, low rate</source>
        <translation>Utgående mva, lav sats</translation>
    </message>
    <message>
        <source>Sales, taxable, high rate</source>
        <translation>Salgsinntekt, avgiftspliktig, høy sats</translation>
    </message>
    <message>
        <source>Sales, taxable, middle rate</source>
        <translation>Salgsinntekt, avgiftspliktig, middels sats</translation>
    </message>
    <message>
        <source>Sales, taxable, low rate</source>
        <translation>Salgsinntekt, avgiftspliktig, lav sats</translation>
    </message>
    <message>
        <source>Sales, exempt, domestic</source>
        <translation>Salgsinntekt, avgiftsfri, innenlands</translation>
    </message>
    <message>
        <source>Sales, exempt, export</source>
        <translation>Salgsinntekt, avgiftsfri, utførsel</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Øreavrunding</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Faktura</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Kreditnota</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Betaling</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Tilbakebetaling</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linje</translation>
    </message>
    <message>
        <source>VAT code</source>
        <translation>Mva-kode</translation>
    </message>
    <message>
        <source>Incl. VAT</source>
        <translation>Inkl. mva</translation>
    </message>
    <message>
        <source>{count} × {name}</source>
        <translation>{count} × {name}</translation>
    </message>
    <message>
        <source>VAT rate</source>
        <translation>Mva-sats</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Bilag</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debet</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Does not balance, difference {difference}</source>
        <translation>Stemmer ikke, differanse {difference}</translation>
    </message>
    <message>
        <source>Balances, difference {difference}</source>
        <translation>Stemmer, differanse {difference}</translation>
    </message>
    <message>
        <source>Amounts in {currency}. Tripletex posts in NOK at Norges Bank&apos;s rate of the invoice date.</source>
        <translation>Beløp i {currency}. Tripletex bokfører i NOK med Norges Banks kurs på fakturadatoen.</translation>
    </message>
    <message>
        <source>{invoice_date}, or {earlier} if that is chosen</source>
        <translation>{invoice_date}, eller {earlier} om det velges</translation>
    </message>
    <message>
        <source>invoice date {invoice_date}, delivered {delivered}</source>
        <translation>fakturadato {invoice_date}, levert {delivered}</translation>
    </message>
    <message>
        <source>entered as an open order, not posted</source>
        <translation>legges inn som åpen ordre, ikke bokført</translation>
    </message>
    <message>
        <source>{amount} to be paid within {days} days</source>
        <translation>{amount} å betale innen {days} dager</translation>
    </message>
    <message>
        <source>marked as paid</source>
        <translation>markeres som betalt</translation>
    </message>
    <message>
        <source>no refund is registered</source>
        <translation>ingen tilbakebetaling registreres</translation>
    </message>
    <message>
        <source>refund: asked about when you transfer</source>
        <translation>tilbakebetaling: velges når du overfører</translation>
    </message>
    <message>
        <source>registered as paid back</source>
        <translation>registreres som tilbakebetalt</translation>
    </message>
    <message>
        <source>the customer has it in credit</source>
        <translation>kunden har beløpet til gode</translation>
    </message>
    <message>
        <source>Tripletex sends nothing to the customer</source>
        <translation>Tripletex sender ikke noe til kunden</translation>
    </message>
    <message>
        <source>Tripletex sends the invoice to {email}</source>
        <translation>Tripletex sender fakturaen til {email}</translation>
    </message>
    <message>
        <source>Tripletex sends the invoice as EHF, or else to {email}</source>
        <translation>Tripletex sender fakturaen som EHF, ellers til {email}</translation>
    </message>
    <message>
        <source>Tripletex sends the invoice as EHF</source>
        <translation>Tripletex sender fakturaen som EHF</translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>{count} × {name}: {gross}, VAT code {code} ({rate}), net {net}, VAT {vat}, unit price {price}, discount 0 %</source>
        <translation>{count} × {name}: {gross}, mva-kode {code} ({rate}), netto {net}, mva {vat}, enhetspris {price}, rabatt 0 %</translation>
    </message>
    <message>
        <source>article {sku}</source>
        <translation>varenr. {sku}</translation>
    </message>
    <message>
        <source>VAT {code}: basis {basis}, VAT {ours}</source>
        <translation>Mva {code}: grunnlag {basis}, mva {ours}</translation>
    </message>
    <message>
        <source>{ours}, in the shop {shop}, difference {difference}</source>
        <translation>{ours}, i butikken {shop}, differanse {difference}</translation>
    </message>
    <message>
        <source>{voucher}: {account}, debit {amount}</source>
        <translation>{voucher}: {account}, debet {amount}</translation>
    </message>
    <message>
        <source>{voucher}: {account}, credit {amount}</source>
        <translation>{voucher}: {account}, kredit {amount}</translation>
    </message>
    <message>
        <source>VAT code {code}</source>
        <translation>Mva-kode {code}</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Correct what is marked “Must be corrected”. Until then the orders concerned are stopped.</source>
        <translation>Rett det som er merket «Må rettes». Til da stoppes ordrene det gjelder.</translation>
    </message>
    <message>
        <source>You can go on when everything is in place.</source>
        <translation>Du kan gå videre når alt er på plass.</translation>
    </message>
    <message>
        <source>You can go on when Mystore&apos;s own transfer is off.</source>
        <translation>Du kan gå videre når Mystores egen overføring er av.</translation>
    </message>
    <message>
        <source>You can go on when both Tripletex tokens are pasted.</source>
        <translation>Du kan gå videre når begge nøklene til Tripletex er limt inn.</translation>
    </message>
    <message>
        <source>You can go on when Tripletex has accepted the tokens.</source>
        <translation>Du kan gå videre når Tripletex har godtatt nøklene.</translation>
    </message>
    <message>
        <source>You can go on when a client company is chosen.</source>
        <translation>Du kan gå videre når et klientselskap er valgt.</translation>
    </message>
    <message>
        <source>You can go on when the Mystore token is pasted.</source>
        <translation>Du kan gå videre når nøkkelen til Mystore er limt inn.</translation>
    </message>
    <message>
        <source>You can go on when Mystore has accepted the token.</source>
        <translation>Du kan gå videre når Mystore har godtatt tokenet.</translation>
    </message>
    <message>
        <source>You can go on when Tripletex has been checked.</source>
        <translation>Du kan gå videre når Tripletex er kontrollert.</translation>
    </message>
    <message>
        <source>You can go on when “Must be corrected” is corrected.</source>
        <translation>Du kan gå videre når «Må rettes» er rettet.</translation>
    </message>
    <message>
        <source>You can go on when the payment methods have been read.</source>
        <translation>Du kan gå videre når betalingsmetodene er lest.</translation>
    </message>
    <message>
        <source>You can go on when every method has been decided.</source>
        <translation>Du kan gå videre når alle metodene er bestemt.</translation>
    </message>
    <message>
        <source>You can go on when you have confirmed.</source>
        <translation>Du kan gå videre når du har bekreftet.</translation>
    </message>
    <message>
        <source>You can go on when a status is chosen.</source>
        <translation>Du kan gå videre når en status er valgt.</translation>
    </message>
    <message>
        <source>You can go on when an active department is chosen.</source>
        <translation>Du kan gå videre når en aktiv avdeling er valgt.</translation>
    </message>
    <message>
        <source>You can go on when an order has been tried.</source>
        <translation>Du kan gå videre når en ordre er prøvd.</translation>
    </message>
    <message>
        <source>You can go on when you have ticked to do so without.</source>
        <translation>Du kan gå videre når du har krysset av for å gjøre det uten.</translation>
    </message>
    <message>
        <source>You can finish when the name is filled in.</source>
        <translation>Du kan fullføre når navnet er fylt ut.</translation>
    </message>
</context>
<context>
    <name>receipts</name>
    <message>
        <source>Status “{what}” has been set in Mystore for order {number}.</source>
        <translation>Statusen «{what}» er satt i Mystore for ordre {number}.</translation>
    </message>
    <message>
        <source>Order {number} is marked as booked with {what}, and is not transferred.</source>
        <translation>Ordre {number} er merket som bokført med {what} og blir ikke overført.</translation>
    </message>
    <message>
        <source>The mark on order {number} has been taken back.</source>
        <translation>Merkingen av ordre {number} er tatt tilbake.</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Exempt, as books are (5)</source>
        <translation>Fritatt, som bøker (5)</translation>
    </message>
    <message>
        <source>Outside the VAT Act (6)</source>
        <translation>Utenfor merverdiavgiftsloven (6)</translation>
    </message>
    <message>
        <source>Domestic reverse charge (51)</source>
        <translation>Innenlands omvendt avgiftsplikt (51)</translation>
    </message>
    <message>
        <source>VAT code {code}</source>
        <translation>Mva-kode {code}</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Hoppes over</translation>
    </message>
    <message>
        <source>Transferred as an invoice of 0.00</source>
        <translation>Overføres som faktura på 0,00</translation>
    </message>
    <message>
        <source>As a debt, no turnover (7, or else 0)</source>
        <translation>Som gjeld, ikke omsetning (7, ellers 0)</translation>
    </message>
    <message>
        <source>As exempt turnover (5)</source>
        <translation>Som fritatt omsetning (5)</translation>
    </message>
    <message>
        <source>As turnover outside the Act (6)</source>
        <translation>Som omsetning utenfor loven (6)</translation>
    </message>
    <message>
        <source>The sale is in no VAT return; VAT is reported when the card is used.</source>
        <translation>Salget kommer ikke i mva-meldingen. Mva meldes når kortet brukes.</translation>
    </message>
    <message>
        <source>The sale is reported as exempt turnover now, and once more when the card is used.</source>
        <translation>Salget meldes som fritatt omsetning nå, og en gang til når kortet brukes.</translation>
    </message>
    <message>
        <source>The sale is posted as turnover outside the Act, and is turnover once more when the card is used.</source>
        <translation>Salget føres som omsetning utenfor loven nå, og er omsetning en gang til når kortet brukes.</translation>
    </message>
    <message>
        <source>Payment; bonuses and campaigns are stopped</source>
        <translation>Betaling. Bonus og kampanje stoppes</translation>
    </message>
    <message>
        <source>Stopped until the series is placed</source>
        <translation>Stoppes til kortserien er plassert</translation>
    </message>
    <message>
        <source>As text, without products</source>
        <translation>Som tekst, uten produkt</translation>
    </message>
    <message>
        <source>On the product with the article number, if there is one</source>
        <translation>På produktet med samme varenummer, hvis det finnes</translation>
    </message>
    <message>
        <source>On the product with the article number, made when missing</source>
        <translation>På produktet med samme varenummer, opprettes hvis det mangler</translation>
    </message>
    <message>
        <source>The invoice in Tripletex, dated the day of issue</source>
        <translation>Fakturaen i Tripletex, datert dagen den utstedes</translation>
    </message>
    <message>
        <source>Mystore&apos;s receipt, dated the day of completion</source>
        <translation>Kvitteringen fra Mystore, datert dagen ordren ble fullført</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>EHF, or else e-mail</source>
        <translation>EHF, ellers e-post</translation>
    </message>
    <message>
        <source>Not chosen: such orders are stopped</source>
        <translation>Ikke valgt: slike ordrer stoppes</translation>
    </message>
    <message>
        <source>Payment type {id}, which is no longer visible</source>
        <translation>Betalingstype {id}, som ikke lenger er synlig</translation>
    </message>
    <message>
        <source>None: orders that need one are stopped</source>
        <translation>Ingen: ordrer som trenger en, stoppes</translation>
    </message>
    <message>
        <source>{department}, which is no longer active</source>
        <translation>{department}, som ikke lenger er aktiv</translation>
    </message>
    <message>
        <source>Writes nothing to Mystore</source>
        <translation>Skriver ikke til Mystore</translation>
    </message>
    <message>
        <source>Writes order statuses to Mystore</source>
        <translation>Skriver ordrestatus til Mystore</translation>
    </message>
    <message>
        <source>A completed status in Mystore captures the customer&apos;s Klarna, Vipps or card money, and may e-mail the customer.</source>
        <translation>Når en ordre får en fullført status, trekker Mystore kundens penger hos Klarna, Vipps eller på kort, og kan sende kunden en e-post.</translation>
    </message>
    <message>
        <source>Freight without stated VAT: {rate}</source>
        <translation>Frakt uten oppgitt mva: {rate}</translation>
    </message>
    <message>
        <source>Gift cards: {payment_type}</source>
        <translation>Gavekort: {payment_type}</translation>
    </message>
    <message>
        <source>Orders of 0.00: {choice}</source>
        <translation>Ordrer på 0,00: {choice}</translation>
    </message>
    <message>
        <source>Reasons for 0 %: {count}</source>
        <translation>Grunner for 0 %: {count}</translation>
    </message>
    <message>
        <source>Number prefix: {prefix}</source>
        <translation>Nummerprefiks: {prefix}</translation>
    </message>
    <message>
        <source>Department: {department}</source>
        <translation>Avdeling: {department}</translation>
    </message>
    <message>
        <source>Invoices to companies: {ways}</source>
        <translation>Fakturaer til bedrifter: {ways}</translation>
    </message>
    <message>
        <source>Sales document of paid orders: {document}</source>
        <translation>Salgsdokument for betalte ordrer: {document}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
</context>
<context>
    <name>self-test</name>
    <message>
        <source>program</source>
        <translation>program</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>nøkkelring</translation>
    </message>
    <message>
        <source>time zones</source>
        <translation>tidssoner</translation>
    </message>
    <message>
        <source>country names</source>
        <translation>landnavn</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>journal</translation>
    </message>
    <message>
        <source>window {name}</source>
        <translation>vindu {name}</translation>
    </message>
    <message>
        <source>ok {name}: {detail}</source>
        <translation>ok {name}: {detail}</translation>
    </message>
    <message>
        <source>note {name}: {lacking}</source>
        <translation>merk {name}: {lacking}</translation>
    </message>
    <message>
        <source>FAILED {name}: {problem}</source>
        <translation>FEIL {name}: {problem}</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>Company and shop</source>
        <translation>Selskap og nettbutikk</translation>
    </message>
    <message>
        <source>Check of Tripletex</source>
        <translation>Kontroll av Tripletex</translation>
    </message>
    <message>
        <source>Payment methods</source>
        <translation>Betalingsmetoder</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Overføring</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Prøveoverføring</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Ikke bekreftet</translation>
    </message>
    <message>
        <source>Confirmed by {name}, {day} at {time}</source>
        <translation>Bekreftet av {name}, {day} kl. {time}</translation>
    </message>
    <message>
        <source>Orders with status {statuses}, completed from {day}</source>
        <translation>Ordrer med status {statuses}, fullført fra og med {day}</translation>
    </message>
    <message>
        <source>Search for customer</source>
        <translation>Søk etter kunde</translation>
    </message>
    <message>
        <source>Do not update customer</source>
        <translation>Ikke oppdater kunde</translation>
    </message>
    <message>
        <source>Seen earlier</source>
        <translation>Sett tidligere</translation>
    </message>
    <message>
        <source>No order was tried</source>
        <translation>Ingen ordre er prøvd</translation>
    </message>
    <message>
        <source>Order {number}: {state}</source>
        <translation>Ordre {number}: {state}</translation>
    </message>
    <message>
        <source>not posted</source>
        <translation>ikke bokført</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Nettbutikk</translation>
    </message>
    <message>
        <source>Payment type</source>
        <translation>Betalingstype</translation>
    </message>
    <message>
        <source>Transferred as</source>
        <translation>Overføres som</translation>
    </message>
    <message>
        <source>Sends invoice</source>
        <translation>Sender faktura</translation>
    </message>
    <message>
        <source>Not transferred</source>
        <translation>Overføres ikke</translation>
    </message>
    <message>
        <source>Do not mark invoice as paid</source>
        <translation>Ikke marker faktura som betalt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nei</translation>
    </message>
</context>
<context>
    <name>sums</name>
    <message>
        <source>What becomes of the orders</source>
        <translation>Hva ordrene overføres som</translation>
    </message>
    <message>
        <source>By account</source>
        <translation>Per konto</translation>
    </message>
    <message>
        <source>By VAT code (posted only)</source>
        <translation>Per mva-kode (bare det som bokføres)</translation>
    </message>
    <message>
        <source>By payment type (posted only)</source>
        <translation>Per betalingstype (bare det som bokføres)</translation>
    </message>
    <message>
        <source>By invoice date and VAT term</source>
        <translation>Per fakturadato og mva-termin</translation>
    </message>
    <message>
        <source>By currency</source>
        <translation>Per valuta</translation>
    </message>
    <message>
        <source>Sum debit {debit} {sign} sum credit {credit}.</source>
        <translation>Sum debet {debit} {sign} sum kredit {credit}.</translation>
    </message>
    <message>
        <source>The shop&apos;s {shop} {sign} posted {posted} + entered as orders {orders} + not sent now {rest}, difference {difference}.</source>
        <translation>Butikkens {shop} {sign} bokføres {posted} + lagt inn som ordre {orders} + sendes ikke nå {rest}, differanse {difference}.</translation>
    </message>
    <message>
        <source>From Tripletex: {emails}.</source>
        <translation>Fra Tripletex: {emails}.</translation>
    </message>
    <message>
        <source>In Tripletex already</source>
        <translation>Allerede ført</translation>
    </message>
    <message>
        <source>Looked up in Tripletex first</source>
        <translation>Slås opp i Tripletex først</translation>
    </message>
    <message>
        <source>Refund of a booked credit note</source>
        <translation>Tilbakebetaling på bokført kreditnota</translation>
    </message>
    <message>
        <source>Worked out when the status is set</source>
        <translation>Beregnes når statusen er endret</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Holdes utenfor</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Hoppet over</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stoppet</translation>
    </message>
    <message>
        <source>Posted as invoices</source>
        <translation>Bokføres som faktura</translation>
    </message>
    <message>
        <source>Posted as credit notes</source>
        <translation>Bokføres som kreditnota</translation>
    </message>
    <message>
        <source>Entered as orders, not posted</source>
        <translation>Lagt inn som ordre, ikke bokført</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Antall</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Beløp</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Debet</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>VAT code</source>
        <translation>Mva-kode</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Grunnlag</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>Mva</translation>
    </message>
    <message>
        <source>Not marked as paid</source>
        <translation>Ikke markert som betalt</translation>
    </message>
    <message>
        <source>Payment type</source>
        <translation>Betalingstype</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Fakturadato</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Bokføres</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>Marked as booked</source>
        <translation>Merket bokført</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Merket</translation>
    </message>
    <message>
        <source>Transferring {place} of {total}: {order} …</source>
        <translation>Overfører {place} av {total}: {order} …</translation>
    </message>
    <message>
        <source>Waiting {seconds} s …</source>
        <translation>Venter {seconds} s …</translation>
    </message>
    <message>
        <source>Read {done} orders …</source>
        <translation>Hentet {done} ordrer …</translation>
    </message>
    <message>
        <source>Read {done} of {total} orders …</source>
        <translation>Hentet {done} av {total} ordrer …</translation>
    </message>
    <message>
        <source>No orders are waiting (completed on {day} or later).</source>
        <translation>Ingen ordrer venter på overføring (fullført {day} eller senere).</translation>
    </message>
    <message>
        <source>From an earlier run, looked up in Tripletex now:</source>
        <translation>Fra en tidligere kjøring, sjekket i Tripletex nå:</translation>
    </message>
    <message>
        <source>sent as EHF to {number}</source>
        <translation>sendt som EHF til {number}</translation>
    </message>
    <message>
        <source>sent to {email}</source>
        <translation>sendt til {email}</translation>
    </message>
    <message>
        <source>EHF {number}</source>
        <translation>EHF {number}</translation>
    </message>
    <message>
        <source>Tripletex request id: {ids}</source>
        <translation>Forespørsels-id hos Tripletex: {ids}</translation>
    </message>
    <message>
        <source>{sum} booked</source>
        <translation>{sum} bokført</translation>
    </message>
    <message>
        <source>{sum} entered as orders, not booked</source>
        <translation>{sum} lagt inn som ordre, ikke bokført</translation>
    </message>
    <message>
        <source>no double bookings</source>
        <translation>ingen dobbeltføringer</translation>
    </message>
    <message>
        <source>The payment method “{method}” is not linked to a payment type in Tripletex.</source>
        <translation>Betalingsmetoden «{method}» er ikke koblet til en betalingstype i Tripletex.</translation>
    </message>
    <message>
        <source>Link it in the set-up, step 4 “Match payment methods”.</source>
        <translation>Koble den i oppsettet, steg 4 «Koble betalingsmetoder».</translation>
    </message>
    <message>
        <source>“{method}” is paid in the shop. That is a cash sale, which belongs in the cash register and its Z-report.</source>
        <translation>«{method}» betales i butikken. Det er et kontantsalg, som hører hjemme i Datakassen og Z-rapporten.</translation>
    </message>
    <message>
        <source>Ring it up in the cash register. Set the method to “Not transferred” in the set-up, step 4.</source>
        <translation>Slå salget inn i Datakassen. Sett metoden til «Overføres ikke» i oppsettet, steg 4.</translation>
    </message>
    <message>
        <source>Orders paid with “{method}” are not transferred, as the set-up says.</source>
        <translation>Ordrer betalt med «{method}» overføres ikke, slik oppsettet sier.</translation>
    </message>
    <message>
        <source>If they are to be transferred, change the method in the set-up, step 4 “Match payment methods”.</source>
        <translation>Skal de overføres, endrer du metoden i oppsettet, steg 4 «Koble betalingsmetoder».</translation>
    </message>
    <message>
        <source>The payment type (id {payment_type}) for “{method}” is no longer visible in Tripletex.</source>
        <translation>Betalingstypen (id {payment_type}) for «{method}» er ikke lenger synlig i Tripletex.</translation>
    </message>
    <message>
        <source>Tick “Vis på ordre” under Faktura › Innstillinger › Betalingstyper in Tripletex, or link the method anew.</source>
        <translation>Kryss av for «Vis på ordre» under Faktura › Innstillinger › Betalingstyper i Tripletex, eller koble metoden på nytt.</translation>
    </message>
    <message>
        <source>The order is paid in {order_currency}, but the payment type “{payment_type}” is on an account in {currency}.</source>
        <translation>Ordren er betalt i {order_currency}, men betalingstypen «{payment_type}» er på en konto i {currency}.</translation>
    </message>
    <message>
        <source>Make a payment type on an account in {order_currency} under Faktura › Innstillinger › Betalingstyper in Tripletex, and link the method to it.</source>
        <translation>Lag en betalingstype på en konto i {order_currency} under Faktura › Innstillinger › Betalingstyper i Tripletex, og koble metoden til den.</translation>
    </message>
    <message>
        <source>The line “{line}” is posted on account {account}, which requires a department in Tripletex.</source>
        <translation>Linjen «{line}» føres på konto {account}, som krever avdeling i Tripletex.</translation>
    </message>
    <message>
        <source>Choose the department with the accountant in the set-up, step 5 “Transfer”, under “More choices …”; or turn off “Krever avdeling” on the account under Regnskap › Kontoplan in Tripletex.</source>
        <translation>Velg avdeling sammen med regnskapsføreren i oppsettet, steg 5 «Overføring», under «Flere valg …», eller slå av «Krever avdeling» på kontoen under Regnskap › Kontoplan i Tripletex.</translation>
    </message>
    <message>
        <source>The department “{department}” that the set-up has chosen is not among the active ones that Tripletex shows.</source>
        <translation>Avdelingen «{department}», som er valgt i oppsettet, er ikke blant de aktive avdelingene som Tripletex viser.</translation>
    </message>
    <message>
        <source>Choose another in the set-up, step 5 “Transfer”, under “More choices …”; or make it active again in Tripletex.</source>
        <translation>Velg en annen i oppsettet, steg 5 «Overføring», under «Flere valg …», eller gjør den aktiv igjen i Tripletex.</translation>
    </message>
    <message>
        <source>Correct the tax class of the article in Mystore.</source>
        <translation>Rett avgiftsklassen på varen i Mystore.</translation>
    </message>
    <message>
        <source>Choose with the accountant why (exempt, outside the Act, reverse charge) in the set-up, step 5 “Transfer”, under “More choices …”.</source>
        <translation>Velg grunnen sammen med regnskapsføreren (fritatt, utenfor loven, omvendt avgiftsplikt) i oppsettet, steg 5 «Overføring», under «Flere valg …».</translation>
    </message>
    <message>
        <source>At {rate} the shop has stated {shop} VAT, but the lines give {ours}. That is more than rounding.</source>
        <translation>For satsen {rate} har butikken oppgitt {shop} i mva, men linjene gir {ours}. Det er mer enn avrunding.</translation>
    </message>
    <message>
        <source>“{title}” of {amount} has no VAT, but the goods have. Freight and fees follow the goods.</source>
        <translation>«{title}» på {amount} er uten mva, men varene har mva. Frakt og gebyr følger varene.</translation>
    </message>
    <message>
        <source>Correct the tax class of freight and fees in Mystore, and enter this order manually in Tripletex.</source>
        <translation>Rett avgiftsklassen for frakt og gebyr i Mystore, og legg denne ordren inn manuelt i Tripletex.</translation>
    </message>
    <message>
        <source>The order is paid with a gift card (“{title}”), but no payment type has been chosen for gift cards.</source>
        <translation>Ordren er betalt med gavekort («{title}»), men det er ikke valgt betalingstype for gavekort.</translation>
    </message>
    <message>
        <source>Choose the payment type for gift cards in the set-up, step 5 “Transfer”, under “More choices …”.</source>
        <translation>Velg betalingstype for gavekort i oppsettet, steg 5 «Overføring», under «Flere valg …».</translation>
    </message>
    <message>
        <source>“{title}” of {amount} is used as a gift card, but nobody has said whether it was sold (payment) or given away (discount).</source>
        <translation>Stoppet til kortserien er plassert: «{title}» på {amount} er brukt som gavekort, men ingen har sagt om kortet er solgt (betaling) eller gitt bort (rabatt).</translation>
    </message>
    <message>
        <source>Place the series with the accountant in the set-up, step 5 “Transfer”, under “More choices …”.</source>
        <translation>Plasser kortserien sammen med regnskapsføreren i oppsettet, steg 5 «Overføring», under «Flere valg …».</translation>
    </message>
    <message>
        <source>Gift cards have paid {gift_card}, which is more than the sale of {sale}.</source>
        <translation>Det er betalt {gift_card} med gavekort, og det er mer enn salget på {sale}.</translation>
    </message>
    <message>
        <source>Open the order in Mystore, and correct the gift card or the total.</source>
        <translation>Åpne ordren i Mystore, og rett gavekortet eller totalsummen.</translation>
    </message>
    <message>
        <source>The line “{line}” is a gift card that is sold, but no payment type has been chosen for gift cards, so its liability account is not known.</source>
        <translation>Linjen «{line}» er et gavekort som er solgt, men ingen betalingstype er valgt for gavekort. Da er ikke gjeldskontoen kjent.</translation>
    </message>
    <message>
        <source>The line “{line}” is a gift card that is sold, but Tripletex shows no liability account for the payment type for gift cards ({payment_type}).</source>
        <translation>Linjen «{line}» er et gavekort som er solgt, men Tripletex viser ingen gjeldskonto for betalingstypen for gavekort ({payment_type}).</translation>
    </message>
    <message>
        <source>Give it a liability account, no customer, and tick “Vis på ordre” under Faktura › Innstillinger › Betalingstyper in Tripletex.</source>
        <translation>Gi den en gjeldskonto, ingen kunde, og kryss av for «Vis på ordre» under Faktura › Innstillinger › Betalingstyper i Tripletex.</translation>
    </message>
    <message>
        <source>The line “{line}” is a gift card that is sold, but Tripletex shows no active product with number {product}.</source>
        <translation>Linjen «{line}» er et gavekort som er solgt, men Tripletex viser ikke noe aktivt produkt med nummer {product}.</translation>
    </message>
    <message>
        <source>Make the product {product} under Produkter in Tripletex, with account {account} and VAT code 7. If it is there, the key&apos;s user lacks the right to see products.</source>
        <translation>Lag produktet {product} under Produkter i Tripletex, med konto {account} og mva-kode 7. Finnes det, mangler brukeren av nøkkelen tilgang til å se produkter.</translation>
    </message>
    <message>
        <source>The line “{line}” is a gift card that is sold. The product {product} has the account {own}, but gift cards that are used are taken from {account}.</source>
        <translation>Linjen «{line}» er et gavekort som er solgt. Produktet {product} har konto {own}, men gavekort som brukes, trekkes fra {account}.</translation>
    </message>
    <message>
        <source>Give the product {product} the account {account} under Produkter in Tripletex, or choose another payment type for gift cards in the set-up.</source>
        <translation>Gi produktet {product} konto {account} under Produkter i Tripletex, eller velg en annen betalingstype for gavekort i oppsettet.</translation>
    </message>
    <message>
        <source>The line “{line}” is a gift card that is sold with {rate} VAT. A gift card has no VAT before it is used.</source>
        <translation>Linjen «{line}» er et gavekort som er solgt med {rate} mva. Et gavekort har ingen mva før det brukes.</translation>
    </message>
    <message>
        <source>Correct the tax class of the gift card in Mystore, and enter this order manually in Tripletex together with the accountant.</source>
        <translation>Rett avgiftsklassen på gavekortet i Mystore, og før denne ordren manuelt i Tripletex sammen med regnskapsfører.</translation>
    </message>
    <message>
        <source>The discount “{title}” of {amount} is more than the goods of the order, so it would reduce the debt of the gift card that is sold.</source>
        <translation>Rabatten «{title}» på {amount} er større enn varene i ordren, og ville redusert gjelden for gavekortet som er solgt.</translation>
    </message>
    <message>
        <source>Ask the accountant, and enter this order manually in Tripletex.</source>
        <translation>Spør regnskapsfører, og før denne ordren manuelt i Tripletex.</translation>
    </message>
    <message>
        <source>The line “{line}” is a gift card that is sold, but the product {product} has VAT code {vat_code}. The sale would be reported as turnover now, and once more when the card is used.</source>
        <translation>Linjen «{line}» er et gavekort som er solgt, men produktet {product} har mva-kode {vat_code}. Salget ville blitt meldt som omsetning nå, og en gang til når kortet brukes.</translation>
    </message>
    <message>
        <source>Give the product {product} VAT code 7, or else 0, under Produkter in Tripletex. Other codes are chosen with the accountant in the set-up, step 5, under “More choices …”.</source>
        <translation>Gi produktet {product} mva-kode 7, ellers 0, under Produkter i Tripletex. Andre koder velges sammen med regnskapsfører i oppsettet, steg 5, under «Flere valg …».</translation>
    </message>
    <message>
        <source>The line “{line}” is a gift card that is sold. The set-up says VAT code {chosen}, but the product {product} has {vat_code}.</source>
        <translation>Linjen «{line}» er et gavekort som er solgt. Oppsettet sier mva-kode {chosen}, men produktet {product} har {vat_code}.</translation>
    </message>
    <message>
        <source>Give the product {product} VAT code {chosen} under Produkter in Tripletex, or change the choice in the set-up, step 5, under “More choices …”.</source>
        <translation>Gi produktet {product} mva-kode {chosen} under Produkter i Tripletex, eller endre valget i oppsettet, steg 5, under «Flere valg …».</translation>
    </message>
    <message>
        <source>Tripletex does not accept VAT code {vat_code} on the gift card “{line}”. The order was not made.</source>
        <translation>Tripletex godtar ikke mva-kode {vat_code} på gavekortet «{line}». Ordren ble ikke opprettet.</translation>
    </message>
    <message>
        <source>If the code is 7, give the product {product} code 0 and try again. If 0 is refused too, choose code 5 or 6 with the accountant in the set-up, step 5, under “More choices …”.</source>
        <translation>Er koden 7, gi produktet {product} kode 0 og prøv igjen. Blir 0 også avvist, velg kode 5 eller 6 sammen med regnskapsfører i oppsettet, steg 5, under «Flere valg …».</translation>
    </message>
    <message>
        <source>The currency {currency} is not available in Tripletex.</source>
        <translation>Valutaen {currency} er ikke tilgjengelig i Tripletex.</translation>
    </message>
    <message>
        <source>Activate the currency in Tripletex, and transfer the order again.</source>
        <translation>Aktiver valutaen i Tripletex, og overfør ordren på nytt.</translation>
    </message>
    <message>
        <source>The line “{line}” has {rate} VAT, but VAT code {vat_code} is not activated in Tripletex.</source>
        <translation>Linjen «{line}» har {rate} mva, men mva-kode {vat_code} er ikke aktivert i Tripletex.</translation>
    </message>
    <message>
        <source>Activate the code under Regnskap › Innstillinger › Mva-innstillinger in Tripletex.</source>
        <translation>Aktiver koden under Regnskap › Innstillinger › Mva-innstillinger i Tripletex.</translation>
    </message>
    <message>
        <source>The line “{line}” has {rate} VAT, a rate without a VAT code in the set-up.</source>
        <translation>Linjen «{line}» har {rate} mva, en sats som ikke har noen mva-kode i oppsettet.</translation>
    </message>
    <message>
        <source>The goods go to {country}, outside the VAT area, but the line “{line}” has {rate} VAT.</source>
        <translation>Varene skal til {country}, utenfor mva-området, men linjen «{line}» har {rate} mva.</translation>
    </message>
    <message>
        <source>Ask the accountant whether it is Norwegian or foreign VAT, and correct the order in Mystore.</source>
        <translation>Spør regnskapsføreren om det er norsk eller utenlandsk mva, og rett ordren i Mystore.</translation>
    </message>
    <message>
        <source>The company is not registered for VAT in Tripletex, but the line “{line}” has {rate} VAT.</source>
        <translation>Selskapet er ikke mva-registrert i Tripletex, men linjen «{line}» har {rate} mva.</translation>
    </message>
    <message>
        <source>Make the VAT set-up in Tripletex (Regnskap › Innstillinger › Mva-innstillinger) and in Mystore agree.</source>
        <translation>Sørg for at mva-oppsettet i Tripletex (Regnskap › Innstillinger › Mva-innstillinger) og i Mystore stemmer overens.</translation>
    </message>
    <message>
        <source>The shop has stated {shop} VAT, but the lines give {ours}. That is more than rounding.</source>
        <translation>Butikken har oppgitt {shop} i mva, men linjene gir {ours}. Det er mer enn avrunding.</translation>
    </message>
    <message>
        <source>Compare the VAT of the goods and of the freight with the order in Mystore.</source>
        <translation>Sammenlign mva på varene og på frakten med ordren i Mystore.</translation>
    </message>
    <message>
        <source>The line “{line}” (article {sku}) has 0 % VAT, and no reason has been given.</source>
        <translation>Linjen «{line}» (varenummer {sku}) har 0&#xa0;% mva, og det er ikke oppgitt hvorfor.</translation>
    </message>
    <message>
        <source>Tripletex rejected the consumer token. It is wrong, or belongs to another environment.</source>
        <translation>Tripletex avviste consumer token. Det er feil, eller hører til et annet miljø.</translation>
    </message>
    <message>
        <source>Paste the consumer token again in step 2 “Connect”, and check that production or test is chosen as it was made for.</source>
        <translation>Lim inn consumer token på nytt i steg 2 «Koble til», og sjekk at det er valgt produksjon eller testmiljø slik det ble laget for.</translation>
    </message>
    <message>
        <source>Tripletex rejected the employee token. It is wrong, deleted, or belongs to another environment.</source>
        <translation>Tripletex avviste employee token. Det er feil, slettet, eller hører til et annet miljø.</translation>
    </message>
    <message>
        <source>Make a new key under Ansatt › API-tilgang › Ny nøkkel in Tripletex, and paste it in step 2 “Connect”.</source>
        <translation>Lag en ny nøkkel under Ansatt › API-tilgang › Ny nøkkel i Tripletex, og lim den inn i steg 2 «Koble til».</translation>
    </message>
    <message>
        <source>Tripletex rejected the login, even with a new session.</source>
        <translation>Tripletex avviste innloggingen, også med en ny sesjon.</translation>
    </message>
    <message>
        <source>Check under Ansatt › API-tilgang in Tripletex that the key still exists, and make a new one if not.</source>
        <translation>Sjekk under Ansatt › API-tilgang i Tripletex at nøkkelen finnes ennå, og lag en ny hvis ikke.</translation>
    </message>
    <message>
        <source>The key may not use {path} in Tripletex. A key never has more access than its owner.</source>
        <translation>Nøkkelen har ikke tilgang til {path} i Tripletex. En nøkkel har aldri flere tilganger enn eieren.</translation>
    </message>
    <message>
        <source>Make a key with “Alle tilganger” under Ansatt › API-tilgang, by an administrator, and check that “Integrasjoner” is active under Selskap › Mitt abonnement.</source>
        <translation>La en administrator lage en nøkkel med «Alle tilganger» under Ansatt › API-tilgang, og sjekk at «Integrasjoner» er aktivert under Selskap › Mitt abonnement.</translation>
    </message>
    <message>
        <source>The accountant&apos;s key does not give access to the client company ({company}).</source>
        <translation>Regnskapsførerens nøkkel gir ikke tilgang til klientselskapet ({company}).</translation>
    </message>
    <message>
        <source>Choose the client company in the set-up, and give the key access to the client in Tripletex.</source>
        <translation>Velg klientselskapet i oppsettet, og gi nøkkelen tilgang til klienten i Tripletex.</translation>
    </message>
    <message>
        <source>Mystore rejected the token. It is wrong, deleted or expired.</source>
        <translation>Mystore avviste tokenet. Det er feil, slettet eller utløpt.</translation>
    </message>
    <message>
        <source>Make a new token at auth.mystore.no, under Personal Access Tokens › Create New Token.</source>
        <translation>Lag et nytt token på auth.mystore.no, under Personal Access Tokens › Create New Token.</translation>
    </message>
    <message>
        <source>The Mystore token expired on {expired}.</source>
        <translation>Mystore-tokenet utløp {expired}.</translation>
    </message>
    <message>
        <source>What was given is not a Mystore token.</source>
        <translation>Det som ble oppgitt, er ikke et Mystore-token.</translation>
    </message>
    <message>
        <source>Copy the whole token from auth.mystore.no, under Personal Access Tokens. It is shown only once.</source>
        <translation>Kopier hele tokenet fra auth.mystore.no, under Personal Access Tokens. Det vises bare én gang.</translation>
    </message>
    <message>
        <source>The Mystore token lacks the permission {permission}.</source>
        <translation>Mystore-tokenet mangler tilgangen {permission}.</translation>
    </message>
    <message>
        <source>Make a new token at auth.mystore.no, and tick {permission}.</source>
        <translation>Lag et nytt token på auth.mystore.no, og kryss av for {permission}.</translation>
    </message>
    <message>
        <source>The tokens do not belong to the chosen Tripletex environment ({environment}).</source>
        <translation>Tokenene hører ikke til det valgte Tripletex-miljøet ({environment}).</translation>
    </message>
    <message>
        <source>Choose the environment that the tokens were made in, or make new tokens.</source>
        <translation>Velg miljøet som tokenene ble laget i, eller lag nye token.</translation>
    </message>
    <message>
        <source>The tokens open {found}, but the set-up is for {expected}. Nothing was sent.</source>
        <translation>Tokenene åpner {found}, men oppsettet gjelder {expected}. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>Use the tokens of {expected}, or make a profile of its own for {found}.</source>
        <translation>Bruk tokenene til {expected}, eller lag en egen profil for {found}.</translation>
    </message>
    <message>
        <source>The Mystore token belongs to the shop {found}, but the set-up is for {expected}. Nothing was sent.</source>
        <translation>Mystore-tokenet hører til butikken {found}, men oppsettet gjelder {expected}. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>Use the token of {expected}, or make a profile of its own for {found}.</source>
        <translation>Bruk tokenet til {expected}, eller lag en egen profil for {found}.</translation>
    </message>
    <message>
        <source>Remove {variables} from the environment variables, or use a set-up for practice.</source>
        <translation>Fjern {variables} fra miljøvariablene, eller bruk et oppsett for øvelse.</translation>
    </message>
    <message>
        <source>The address of {host} is not encrypted (https), so no token is sent there.</source>
        <translation>Adressen til {host} er ikke kryptert (https), så ingen token sendes dit.</translation>
    </message>
    <message>
        <source>Use an address that starts with https://.</source>
        <translation>Bruk en adresse som begynner med https://.</translation>
    </message>
    <message>
        <source>Got no answer from {host}.</source>
        <translation>Fikk ikke svar fra {host}.</translation>
    </message>
    <message>
        <source>Check the internet connection, and try again.</source>
        <translation>Sjekk internettforbindelsen, og prøv igjen.</translation>
    </message>
    <message>
        <source>The service has a fault right now (HTTP {status}).</source>
        <translation>Tjenesten har en feil akkurat nå (HTTP {status}).</translation>
    </message>
    <message>
        <source>Try again in a few minutes. A transfer goes on where it stopped.</source>
        <translation>Prøv igjen om noen minutter. En overføring fortsetter der den stoppet.</translation>
    </message>
    <message>
        <source>Wait, and try again. A transfer goes on where it stopped.</source>
        <translation>Vent, og prøv igjen. En overføring fortsetter der den stoppet.</translation>
    </message>
    <message>
        <source>Refused: “{text}” Nothing was booked (field {field}, code {code}, HTTP {status}).</source>
        <translation>Avvist: «{text}» Ingenting ble bokført (felt {field}, kode {code}, HTTP {status}).</translation>
    </message>
    <message>
        <source>The service has received too many requests, and asks for a pause of {seconds} s.</source>
        <translation>Tjenesten har fått for mange forespørsler, og ber om en pause på {seconds} s.</translation>
    </message>
    <message>
        <source>A set-up for {environment} uses {tripletex} and {mystore} alone, but another address is set in {variables}. Nothing was sent.</source>
        <translation>Et oppsett for {environment} bruker bare {tripletex} og {mystore}, men en annen adresse er satt i {variables}. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>Correct what the message is about in Mystore or Tripletex, and try again.</source>
        <translation>Rett det meldingen gjelder i Mystore eller Tripletex, og prøv igjen.</translation>
    </message>
    <message>
        <source>The service does not accept what the program asked: “{text}” Nothing was booked (field {field}, code {code}, HTTP {status}).</source>
        <translation>Tjenesten godtar ikke det programmet spurte om: «{text}» Ingenting ble bokført (felt {field}, kode {code}, HTTP {status}).</translation>
    </message>
    <message>
        <source>Nothing is wrong with the order. Make a report with “tripletex-wizard diagnose”, and send it to those who look after the program.</source>
        <translation>Det er ikke noe galt med ordren. Lag en rapport med «tripletex-wizard diagnose», og send den til dem som vedlikeholder programmet.</translation>
    </message>
    <message>
        <source>Tripletex creates no invoices until the company has registered a bank account number. The order has not been invoiced.</source>
        <translation>Tripletex lager ingen fakturaer før selskapet har registrert et bankkontonummer. Ordren er ikke fakturert.</translation>
    </message>
    <message>
        <source>Register the bank account number for invoices in Tripletex, usually on account 1920 in the chart of accounts, and transfer the order again.</source>
        <translation>Registrer bankkontonummeret for faktura i Tripletex, vanligvis på konto 1920 i kontoplanen, og overfør ordren på nytt.</translation>
    </message>
    <message>
        <source>The service answered in a form that the program does not know (at {path}).</source>
        <translation>Tjenesten svarte i en form som programmet ikke kjenner (ved {path}).</translation>
    </message>
    <message>
        <source>Make a report with “tripletex-wizard diagnose”, and send it to those who look after the program.</source>
        <translation>Lag en rapport med «tripletex-wizard diagnose», og send den til dem som vedlikeholder programmet.</translation>
    </message>
    <message>
        <source>This computer has no keyring where tokens can be stored safely.</source>
        <translation>Denne maskinen har ingen nøkkelring der token kan lagres trygt.</translation>
    </message>
    <message>
        <source>Install a keyring (on Linux gnome-keyring or KWallet), and log in again. Tokens are never stored in a file.</source>
        <translation>Installer en nøkkelring (på Linux gnome-keyring eller KWallet), og logg inn på nytt. Token lagres aldri i en fil.</translation>
    </message>
    <message>
        <source>The keyring is locked, so the tokens cannot be read.</source>
        <translation>Nøkkelringen er låst, så tokenene kan ikke leses.</translation>
    </message>
    <message>
        <source>Unlock the keyring, and try again.</source>
        <translation>Lås opp nøkkelringen, og prøv igjen.</translation>
    </message>
    <message>
        <source>The keyring ({backend}) did not keep what was stored in it.</source>
        <translation>Nøkkelringen ({backend}) tok ikke vare på det som ble lagret i den.</translation>
    </message>
    <message>
        <source>Choose another keyring on this computer, and save the tokens again.</source>
        <translation>Velg en annen nøkkelring på denne maskinen, og lagre tokenene på nytt.</translation>
    </message>
    <message>
        <source>The keyring ({backend}) stores tokens in a file that can be read by others.</source>
        <translation>Nøkkelringen ({backend}) lagrer token i en fil som andre kan lese.</translation>
    </message>
    <message>
        <source>Choose a keyring of the operating system instead (on Linux gnome-keyring or KWallet), and save the tokens again.</source>
        <translation>Velg operativsystemets egen nøkkelring i stedet (på Linux gnome-keyring eller KWallet), og lagre tokenene på nytt.</translation>
    </message>
    <message>
        <source>The {token} is not in the keyring.</source>
        <translation>Fant ikke {token} i nøkkelringen.</translation>
    </message>
    <message>
        <source>Give it again in step 2 “Connect”, or with “tripletex-wizard setup import”.</source>
        <translation>Oppgi det på nytt i steg 2 «Koble til», eller med «tripletex-wizard setup import».</translation>
    </message>
    <message>
        <source>The {token} was not given.</source>
        <translation>Programmet har ikke fått oppgitt {token}.</translation>
    </message>
    <message>
        <source>Type it when the program asks, or set the environment variable for it (see README).</source>
        <translation>Skriv det når programmet spør, eller sett miljøvariabelen for det (se README).</translation>
    </message>
    <message>
        <source>There is no profile called “{profile}”.</source>
        <translation>Det finnes ingen profil som heter «{profile}».</translation>
    </message>
    <message>
        <source>The profiles that exist: {profiles}. Check the spelling, or make it with “tripletex-wizard setup import”.</source>
        <translation>Profilene som finnes: {profiles}. Sjekk skrivemåten, eller lag den med «tripletex-wizard setup import».</translation>
    </message>
    <message>
        <source>The profile “{profile}” is for {environment}, but the file says {asked}. Nothing was saved.</source>
        <translation>Profilen «{profile}» er for {environment}, men filen sier {asked}. Ingenting ble lagret.</translation>
    </message>
    <message>
        <source>Correct “environment” in the file, or give the new set-up a name of its own with --profile.</source>
        <translation>Rett «environment» i filen, eller gi det nye oppsettet et eget navn med --profile.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read: {detail}.</source>
        <translation>Innstillingene i {path} kan ikke leses: {detail}.</translation>
    </message>
    <message>
        <source>Restore the file from a backup, or import the set-up again.</source>
        <translation>Hent filen tilbake fra en sikkerhetskopi, eller importer oppsettet på nytt.</translation>
    </message>
    <message>
        <source>The settings in {path} were made by a newer version of the program (format {version}).</source>
        <translation>Innstillingene i {path} er laget av en nyere versjon av programmet (format {version}).</translation>
    </message>
    <message>
        <source>Install the newest version of the program.</source>
        <translation>Installer den nyeste versjonen av programmet.</translation>
    </message>
    <message>
        <source>Active departments in Tripletex that are called “{department}”: {count}. It must be exactly one.</source>
        <translation>Aktive avdelinger i Tripletex som heter «{department}»: {count}. Det må være nøyaktig én.</translation>
    </message>
    <message>
        <source>Use the name or the id of an active department in Tripletex.</source>
        <translation>Bruk navnet eller id-en til en aktiv avdeling i Tripletex.</translation>
    </message>
    <message>
        <source>Mystore&apos;s receipt can be the sales document only when the accountant has confirmed it.</source>
        <translation>Kvitteringen fra Mystore kan bare være salgsdokumentet når regnskapsfører har bekreftet det.</translation>
    </message>
    <message>
        <source>Fill in confirmed_by in the set-up file, or leave out sales_document.</source>
        <translation>Fyll ut confirmed_by i oppsettsfilen, eller utelat sales_document.</translation>
    </message>
    <message>
        <source>The set-up file {path} cannot be used: “{detail}” is missing, or has a value that does not fit.</source>
        <translation>Oppsettsfilen {path} kan ikke brukes: «{detail}» mangler, eller har en verdi som ikke passer.</translation>
    </message>
    <message>
        <source>README says what can stand there. Correct the file, and import it again. Nothing was saved.</source>
        <translation>README sier hva som kan stå der. Rett filen, og les den inn igjen. Ingenting ble lagret.</translation>
    </message>
    <message>
        <source>The set-up file {path} has a field that is not known: “{detail}”.</source>
        <translation>Oppsettsfilen {path} har et felt som ikke finnes: «{detail}».</translation>
    </message>
    <message>
        <source>Look for a misspelling: README names the fields. Correct the file, and import it again. Nothing was saved.</source>
        <translation>Se etter en skrivefeil: README nevner feltene. Rett filen, og les den inn igjen. Ingenting ble lagret.</translation>
    </message>
    <message>
        <source>The set-up file {path} is not valid JSON (line {line}).</source>
        <translation>Oppsettsfilen {path} er ikke gyldig JSON (linje {line}).</translation>
    </message>
    <message>
        <source>Look for a comma, a quotation mark or a bracket that is missing or too many, and import the file again.</source>
        <translation>Se etter et komma, et anførselstegn eller en parentes som mangler eller er for mye, og importer filen på nytt.</translation>
    </message>
    <message>
        <source>Visible payment types in Tripletex that are called “{payment_type}”: {count}. It must be exactly one.</source>
        <translation>Synlige betalingstyper i Tripletex som heter «{payment_type}»: {count}. Det må være nøyaktig én.</translation>
    </message>
    <message>
        <source>Use the name from Faktura › Innstillinger › Betalingstyper in Tripletex, and check that “Vis på ordre” is ticked.</source>
        <translation>Bruk navnet fra Faktura › Innstillinger › Betalingstyper i Tripletex, og sjekk at det er krysset av for «Vis på ordre».</translation>
    </message>
    <message>
        <source>Mystore has no order status called “{status}”.</source>
        <translation>Mystore har ingen ordrestatus som heter «{status}».</translation>
    </message>
    <message>
        <source>Use a name from Konfigurasjon › Innstillinger › Ordrestatus in Mystore.</source>
        <translation>Bruk et navn fra Konfigurasjon › Innstillinger › Ordrestatus i Mystore.</translation>
    </message>
    <message>
        <source>Orders have been transferred with the number prefix “{prefix}”, so it can no longer be changed.</source>
        <translation>Ordrer er overført med nummerprefikset «{prefix}», så det kan ikke lenger endres.</translation>
    </message>
    <message>
        <source>Set number_prefix to that again in the set-up file.</source>
        <translation>Sett number_prefix tilbake til dette i oppsettsfilen.</translation>
    </message>
    <message>
        <source>No order number was given.</source>
        <translation>Ingen ordrenumre er oppgitt.</translation>
    </message>
    <message>
        <source>Give the numbers with commas between them, such as --orders 10457,10458, or in a file with --file.</source>
        <translation>Oppgi numrene med komma mellom, for eksempel --orders 10457,10458, eller i en fil med --file.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read as text.</source>
        <translation>Filen {path} kan ikke leses som tekst.</translation>
    </message>
    <message>
        <source>Check that the path is right, and that you have access to it.</source>
        <translation>Sjekk at plasseringen er riktig, og at du har tilgang til filen.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written.</source>
        <translation>Filen {path} kan ikke skrives.</translation>
    </message>
    <message>
        <source>Check that the folder exists, and that you may write in it.</source>
        <translation>Sjekk at mappen finnes, og at du har skrivetilgang til den.</translation>
    </message>
    <message>
        <source>The program cannot write to {path}. Without the journal nothing is sent.</source>
        <translation>Programmet får ikke skrevet til {path}. Uten journalen sendes ingenting.</translation>
    </message>
    <message>
        <source>Check that you may write in the folder, and that the disk works.</source>
        <translation>Sjekk at du har skrivetilgang til mappen, og at disken virker.</translation>
    </message>
    <message>
        <source>This is a practice profile, and the practice servers are not running.</source>
        <translation>Dette er en øvelsesprofil, og øvelsestjenerne kjører ikke.</translation>
    </message>
    <message>
        <source>Start them with “python -m tripletex_wizard.practice”, and set TRIPLETEX_WIZARD_TRIPLETEX_URL and TRIPLETEX_WIZARD_MYSTORE_URL to their addresses.</source>
        <translation>Start dem med «python -m tripletex_wizard.practice», og sett TRIPLETEX_WIZARD_TRIPLETEX_URL og TRIPLETEX_WIZARD_MYSTORE_URL til adressene deres.</translation>
    </message>
    <message>
        <source>The journal {path} is not a journal, or is damaged. Without the journal nothing is sent.</source>
        <translation>Journalen {path} er ikke en journal, eller er skadet. Uten journalen sendes ingenting.</translation>
    </message>
    <message>
        <source>Restore the file from a backup. Do not delete it: it is part of the accounting records.</source>
        <translation>Hent filen tilbake fra en sikkerhetskopi. Ikke slett den: den er en del av regnskapsmaterialet.</translation>
    </message>
    <message>
        <source>The journal {path} was made by a newer version of the program.</source>
        <translation>Journalen {path} er laget av en nyere versjon av programmet.</translation>
    </message>
    <message>
        <source>The journal {path} is in use by another program.</source>
        <translation>Journalen {path} er i bruk av et annet program.</translation>
    </message>
    <message>
        <source>Close the other program, and try again.</source>
        <translation>Lukk det andre programmet, og prøv igjen.</translation>
    </message>
    <message>
        <source>The journal {path} could not be written: the disk is full or write-protected.</source>
        <translation>Journalen {path} kunne ikke skrives: disken er full eller skrivebeskyttet.</translation>
    </message>
    <message>
        <source>Free some space on the disk, and transfer the order again. It is looked up in Tripletex first.</source>
        <translation>Frigjør plass på disken, og overfør ordren på nytt. Den slås opp i Tripletex først.</translation>
    </message>
    <message>
        <source>The journal {path} would be on a network disk, where two computers can damage it. Without the journal nothing is sent.</source>
        <translation>Journalen {path} ville ligget på en nettverksdisk, der to datamaskiner kan ødelegge den. Uten journalen sendes ingenting.</translation>
    </message>
    <message>
        <source>Choose a folder on this computer&apos;s own disk with --profile-dir, and move what is in the old one there.</source>
        <translation>Velg en mappe på datamaskinens egen disk med --profile-dir, og flytt det som er i den gamle, dit.</translation>
    </message>
    <message>
        <source>Connected to {company}, {organization_number}.</source>
        <translation>Koblet til {company}, {organization_number}.</translation>
    </message>
    <message>
        <source>Connected to the shop {shop} in Mystore.</source>
        <translation>Koblet til butikken {shop} i Mystore.</translation>
    </message>
    <message>
        <source>Connected to the shop {shop}, but the Mystore token does not seem to allow changing statuses (not seen: {permissions}).</source>
        <translation>Koblet til butikken {shop}, men Mystore-tokenet ser ikke ut til å tillate endring av status (ikke sett: {permissions}).</translation>
    </message>
    <message>
        <source>Make a new token at auth.mystore.no, and tick {permissions}; or turn off writing to Mystore in step 5 “Transfer”.</source>
        <translation>Lag et nytt token på auth.mystore.no, og kryss av for {permissions}, eller slå av skriving til Mystore i steg 5 «Overføring».</translation>
    </message>
    <message>
        <source>The key has the access that is needed.</source>
        <translation>Nøkkelen har tilgangene som trengs.</translation>
    </message>
    <message>
        <source>The key does not seem to have all the access that is needed (not seen: {rights}).</source>
        <translation>Nøkkelen ser ikke ut til å ha alle tilgangene som trengs (ikke funnet: {rights}).</translation>
    </message>
    <message>
        <source>Make a key with “Alle tilganger” under Ansatt › API-tilgang, by an administrator.</source>
        <translation>La en administrator lage en nøkkel med «Alle tilganger» under Ansatt › API-tilgang.</translation>
    </message>
    <message>
        <source>API access is active.</source>
        <translation>API-tilgang er aktivert.</translation>
    </message>
    <message>
        <source>API access is not among the modules that Tripletex shows ({modules}).</source>
        <translation>API-tilgang er ikke blant modulene som Tripletex viser ({modules}).</translation>
    </message>
    <message>
        <source>Check that “Integrasjoner” is active under Selskap › Mitt abonnement. Tripletex support can answer.</source>
        <translation>Sjekk at «Integrasjoner» er aktivert under Selskap › Mitt abonnement. Tripletex-support kan svare.</translation>
    </message>
    <message>
        <source>Visible payment types: {names}.</source>
        <translation>Synlige betalingstyper: {names}.</translation>
    </message>
    <message>
        <source>Is one missing? Tick “Vis på ordre” under Faktura › Innstillinger › Betalingstyper.</source>
        <translation>Mangler én? Kryss av for «Vis på ordre» under Faktura › Innstillinger › Betalingstyper.</translation>
    </message>
    <message>
        <source>Tripletex shows no payment types.</source>
        <translation>Tripletex viser ingen betalingstyper.</translation>
    </message>
    <message>
        <source>Tick “Vis på ordre” on the accounts to be used, under Faktura › Innstillinger › Betalingstyper.</source>
        <translation>Kryss av for «Vis på ordre» på kontoene som skal brukes, under Faktura › Innstillinger › Betalingstyper.</translation>
    </message>
    <message>
        <source>These payment methods are linked to payment types that Tripletex does not show: {methods}.</source>
        <translation>Disse betalingsmetodene er koblet til betalingstyper som Tripletex ikke viser: {methods}.</translation>
    </message>
    <message>
        <source>Tick “Vis på ordre” under Faktura › Innstillinger › Betalingstyper, or link the methods anew in the set-up, step 4.</source>
        <translation>Kryss av for «Vis på ordre» under Faktura › Innstillinger › Betalingstyper, eller velg betalingstyper på nytt i oppsettet, steg 4.</translation>
    </message>
    <message>
        <source>The payment type for gift cards (id {payment_type}) is not visible in Tripletex.</source>
        <translation>Betalingstypen for gavekort (id {payment_type}) er ikke synlig i Tripletex.</translation>
    </message>
    <message>
        <source>{account} has a bank account number.</source>
        <translation>{account} har kontonummer.</translation>
    </message>
    <message>
        <source>No bank account number for invoices is registered, so Tripletex refuses every invoice.</source>
        <translation>Det er ikke registrert et bankkontonummer for faktura, og da avviser Tripletex alle fakturaer.</translation>
    </message>
    <message>
        <source>Register the number in Tripletex, usually on account 1920 in the chart of accounts.</source>
        <translation>Registrer kontonummeret i Tripletex, vanligvis på konto 1920 i kontoplanen.</translation>
    </message>
    <message>
        <source>No sales account requires a department.</source>
        <translation>Ingen salgskonto krever avdeling.</translation>
    </message>
    <message>
        <source>Orders are posted on the department “{department}”.</source>
        <translation>Ordrene føres på avdelingen «{department}».</translation>
    </message>
    <message>
        <source>These sales accounts require a department: {accounts}. Orders that are posted on them are stopped.</source>
        <translation>Disse salgskontoene krever avdeling: {accounts}. Ordrer som føres på dem, stoppes.</translation>
    </message>
    <message>
        <source>Choose the department with the accountant in step 5 “Transfer”, under “More choices …”.</source>
        <translation>Velg avdeling sammen med regnskapsføreren i steg 5 «Overføring», under «Flere valg …».</translation>
    </message>
    <message>
        <source>Choose another in step 5 “Transfer”, under “More choices …”; or make it active again in Tripletex.</source>
        <translation>Velg en annen i steg 5 «Overføring», under «Flere valg …», eller gjør den aktiv igjen i Tripletex.</translation>
    </message>
    <message>
        <source>Tripletex does not tell whether the department “{department}” that the set-up has chosen is active.</source>
        <translation>Tripletex oppgir ikke om avdelingen «{department}», som oppsettet har valgt, er aktiv.</translation>
    </message>
    <message>
        <source>Check in Tripletex that it is, or go on: Tripletex refuses an order on a department that does not exist.</source>
        <translation>Kontroller i Tripletex at den er det, eller gå videre: Tripletex avviser en ordre på en avdeling som ikke finnes.</translation>
    </message>
    <message>
        <source>All VAT rates that the shop has used lately have an active code in Tripletex (per cent: {rates}).</source>
        <translation>Alle mva-satser som butikken har brukt i det siste, har en aktivert kode i Tripletex (prosent: {rates}).</translation>
    </message>
    <message>
        <source>The shop sells with VAT rates that have no active code in Tripletex, per cent (code): {rates}.</source>
        <translation>Butikken selger med mva-satser som ikke har en aktivert kode i Tripletex, prosent (kode): {rates}.</translation>
    </message>
    <message>
        <source>Activate the codes under Regnskap › Innstillinger › Mva-innstillinger.</source>
        <translation>Aktiver kodene under Regnskap › Innstillinger › Mva-innstillinger.</translation>
    </message>
    <message>
        <source>The company is not registered for VAT in Tripletex, but the shop charges VAT (per cent: {rates}).</source>
        <translation>Selskapet er ikke mva-registrert i Tripletex, men butikken beregner mva (prosent: {rates}).</translation>
    </message>
    <message>
        <source>Make Regnskap › Innstillinger › Mva-innstillinger and the tax classes in Mystore agree.</source>
        <translation>Sørg for at Regnskap › Innstillinger › Mva-innstillinger og avgiftsklassene i Mystore stemmer overens.</translation>
    </message>
    <message>
        <source>The company is not registered for VAT, and the shop charges none.</source>
        <translation>Selskapet er ikke mva-registrert, og butikken beregner ikke mva.</translation>
    </message>
    <message>
        <source>The company is not registered for VAT, and VAT code {vat_code}, which all lines then have, is not active in Tripletex. Every order is stopped.</source>
        <translation>Selskapet er ikke mva-registrert, og mva-kode {vat_code}, som da brukes på alle linjer, er ikke aktivert i Tripletex. Alle ordrer stoppes.</translation>
    </message>
    <message>
        <source>Activate the code under Regnskap › Innstillinger › Mva-innstillinger.</source>
        <translation>Aktiver koden under Regnskap › Innstillinger › Mva-innstillinger.</translation>
    </message>
    <message>
        <source>Highest customer number: {highest}. The start value 100000 has been confirmed.</source>
        <translation>Høyeste kundenummer: {highest}. Startverdien 100000 er bekreftet.</translation>
    </message>
    <message>
        <source>Highest customer number: {highest}. Set the start value to 100000 to avoid number conflicts with customers from Mystore.</source>
        <translation>Høyeste kundenummer: {highest}. Sett startverdien til 100000, så unngår du nummerkonflikt med kunder fra Mystore.</translation>
    </message>
    <message>
        <source>Choose a prefix for order numbers in the set-up, step 5 “Transfer”, under “More choices …”, before the first transfer.</source>
        <translation>Velg et prefiks for ordrenummer i oppsettet, steg 5 «Overføring», under «Flere valg …», før den første overføringen.</translation>
    </message>
    <message>
        <source>None of the shop&apos;s latest orders ({count}) has been transferred by another integration.</source>
        <translation>Ingen av butikkens siste ordrer ({count}) er overført av en annen integrasjon.</translation>
    </message>
    <message>
        <source>Kunde › Kunde-innstillinger. Then confirm it in the set-up: the program cannot read it.</source>
        <translation>Kunde › Kunde-innstillinger. Bekreft det så i oppsettet: programmet kan ikke lese startverdien.</translation>
    </message>
    <message>
        <source>Tick “Vis på ordre” under Faktura › Innstillinger › Betalingstyper, or choose another payment type for gift cards in the set-up, step 5 “Transfer”, under “More choices …”.</source>
        <translation>Kryss av for «Vis på ordre» under Faktura › Innstillinger › Betalingstyper, eller velg en annen betalingstype for gavekort i oppsettet, steg 5 «Overføring», under «Flere valg …».</translation>
    </message>
    <message>
        <source>Tripletex gives the invoice numbers (recommended).</source>
        <translation>Tripletex bestemmer fakturanummer (anbefalt).</translation>
    </message>
    <message>
        <source>Nobody else has used the order numbers of the shop&apos;s latest orders in Tripletex (prefix: {prefix}).</source>
        <translation>Ingen andre har brukt ordrenumrene til butikkens siste ordrer i Tripletex (prefiks: {prefix}).</translation>
    </message>
    <message>
        <source>Other orders in Tripletex have the shop&apos;s order numbers: {count}, such as {example}. Projects and offers share the series.</source>
        <translation>Andre ordrer i Tripletex har butikkens ordrenumre: {count} stk., for eksempel {example}. Prosjekter og tilbud bruker samme nummerserie.</translation>
    </message>
    <message>
        <source>Orders in Tripletex that carry the shop&apos;s order numbers and are not from this program: {count}, such as {example}.</source>
        <translation>Ordrer i Tripletex med butikkens ordrenumre som ikke kommer fra dette programmet: {count} stk., for eksempel {example}.</translation>
    </message>
    <message>
        <source>Turn off Mystore&apos;s own transfer to Tripletex under Utvidelser › Dine utvidelser, or every order goes over twice.</source>
        <translation>Slå av Mystores egen overføring til Tripletex under Utvidelser › Dine utvidelser, ellers overføres alle ordrer to ganger.</translation>
    </message>
    <message>
        <source>The accounting period of today is open.</source>
        <translation>Regnskapsperioden for dagens dato er åpen.</translation>
    </message>
    <message>
        <source>The accounting period of today is closed, so nothing can be invoiced.</source>
        <translation>Regnskapsperioden for dagens dato er avsluttet, så ingenting kan faktureres.</translation>
    </message>
    <message>
        <source>Ask the accountant to open the period in Tripletex.</source>
        <translation>Be regnskapsføreren åpne perioden i Tripletex.</translation>
    </message>
    <message>
        <source>The check could not be made.</source>
        <translation>Kontrollen kunne ikke gjennomføres.</translation>
    </message>
    <message>
        <source>Try again, or go on: it is checked at the trial transfer.</source>
        <translation>Prøv igjen, eller gå videre: det kontrolleres ved prøveoverføringen.</translation>
    </message>
    <message>
        <source>Tripletex rounds invoices to whole kroner. That is not allowed for electronic payment.</source>
        <translation>Tripletex runder av fakturaer til hele kroner. Det er ikke tillatt ved elektronisk betaling.</translation>
    </message>
    <message>
        <source>Turn off rounding of invoices under Faktura › Innstillinger › Fakturainnstillinger.</source>
        <translation>Slå av øreavrunding på faktura under Faktura › Innstillinger › Fakturainnstillinger.</translation>
    </message>
    <message>
        <source>No rounding to whole kroner is seen on the invoices of the last 14 days.</source>
        <translation>Det er ikke sett avrunding til hele kroner på fakturaene fra de siste 14 dagene.</translation>
    </message>
    <message>
        <source>There are no invoices of the last 14 days that show whether Tripletex rounds to whole kroner.</source>
        <translation>Det finnes ingen fakturaer fra de siste 14 dagene som viser om Tripletex runder av til hele kroner.</translation>
    </message>
    <message>
        <source>Check under Faktura › Innstillinger › Fakturainnstillinger that rounding of invoices is off.</source>
        <translation>Sjekk under Faktura › Innstillinger › Fakturainnstillinger at øreavrunding på faktura er av.</translation>
    </message>
    <message>
        <source>No fixed invoice fee.</source>
        <translation>Ikke noe fast fakturagebyr.</translation>
    </message>
    <message>
        <source>Tripletex adds a fixed invoice fee of {amount} to every invoice, which would then not agree with the order.</source>
        <translation>Tripletex legger et fast fakturagebyr på {amount} på hver faktura, som da ikke stemmer med ordren.</translation>
    </message>
    <message>
        <source>Remove the fee under Faktura › Innstillinger › Fakturainnstillinger.</source>
        <translation>Fjern gebyret under Faktura › Innstillinger › Fakturainnstillinger.</translation>
    </message>
    <message>
        <source>Tripletex does not tell whether there is a fixed invoice fee.</source>
        <translation>Tripletex oppgir ikke om det er et fast fakturagebyr.</translation>
    </message>
    <message>
        <source>Check under Faktura › Innstillinger › Fakturainnstillinger that the fee is 0.</source>
        <translation>Sjekk under Faktura › Innstillinger › Fakturainnstillinger at gebyret er 0.</translation>
    </message>
    <message>
        <source>Order number {number} in Tripletex belongs to another order of {theirs} (comment: {comment}). This order is {ours}.</source>
        <translation>Ordrenummer {number} i Tripletex tilhører en annen ordre på {theirs} (kommentar: {comment}). Denne ordren er på {ours}.</translation>
    </message>
    <message>
        <source>Compare the two orders in Tripletex. If both are right, choose a prefix for order numbers in the set-up, step 5 “Transfer”, under “More choices …”.</source>
        <translation>Sammenlign de to ordrene i Tripletex. Er begge riktige, velger du et prefiks for ordrenummer i oppsettet, steg 5 «Overføring», under «Flere valg …».</translation>
    </message>
    <message>
        <source>Tripletex answers that number {number} is in use, but shows no order with it. Projects and offers share the number series.</source>
        <translation>Tripletex svarer at nummer {number} er i bruk, men viser ingen ordre med det. Prosjekter og tilbud bruker samme nummerserie.</translation>
    </message>
    <message>
        <source>Search for {number} among orders, projects and offers in Tripletex, then transfer the order again.</source>
        <translation>Søk etter {number} blant ordrer, prosjekter og tilbud i Tripletex, og overfør ordren på nytt.</translation>
    </message>
    <message>
        <source>The order in Tripletex adds up to {theirs}, but the order in Mystore to {ours}. It has not been invoiced.</source>
        <translation>Ordren i Tripletex er på {theirs}, men ordren i Mystore er på {ours}. Den er ikke fakturert.</translation>
    </message>
    <message>
        <source>Open the order in Tripletex, correct its lines, and transfer again.</source>
        <translation>Åpne ordren i Tripletex, rett linjene, og overfør på nytt.</translation>
    </message>
    <message>
        <source>The order, or the set-up, has been changed after the order was sent to Tripletex: it was {before}, and is now {after}.</source>
        <translation>Ordren eller oppsettet er endret etter at ordren ble sendt til Tripletex: den var på {before}, og er nå på {after}.</translation>
    </message>
    <message>
        <source>Make the same change on the order in Tripletex, and transfer again.</source>
        <translation>Gjør den samme endringen på ordren i Tripletex, og overfør på nytt.</translation>
    </message>
    <message>
        <source>The order was changed in Mystore after it was transferred: it was {before}, and is now {after} (difference {difference}).</source>
        <translation>Ordren er endret i Mystore etter overføringen: den var på {before}, og er nå på {after} (differanse {difference}).</translation>
    </message>
    <message>
        <source>Nothing is sent by itself. If the sale has changed, make a credit note in Tripletex, and transfer the order again.</source>
        <translation>Ingenting sendes av seg selv. Er salget endret, lager du en kreditnota i Tripletex og overfører ordren på nytt.</translation>
    </message>
    <message>
        <source>Order {number} of {amount} is in Tripletex already, but this program has not transferred it.</source>
        <translation>Ordre {number} på {amount} ligger allerede i Tripletex, men dette programmet har ikke overført den.</translation>
    </message>
    <message>
        <source>Check whether another integration has transferred it, for instance Mystore&apos;s own. If so, that one must be turned off.</source>
        <translation>Sjekk om en annen integrasjon har overført den, for eksempel Mystores egen. I så fall må den slås av.</translation>
    </message>
    <message>
        <source>Order {number} in Tripletex is on another customer than the order in Mystore.</source>
        <translation>Ordre {number} i Tripletex står på en annen kunde enn ordren i Mystore.</translation>
    </message>
    <message>
        <source>Open the order in Tripletex, choose the right customer, and transfer again.</source>
        <translation>Åpne ordren i Tripletex, velg riktig kunde, og overfør på nytt.</translation>
    </message>
    <message>
        <source>Order {number} was found in Tripletex. Another PC may be transferring it right now.</source>
        <translation>Ordre {number} ble funnet i Tripletex. En annen PC kan være i gang med å overføre den.</translation>
    </message>
    <message>
        <source>Transfer the order again in a few minutes. It is looked up in Tripletex before anything is sent.</source>
        <translation>Overfør ordren på nytt om noen minutter. Den slås opp i Tripletex før noe sendes.</translation>
    </message>
    <message>
        <source>Order {number} is closed in Tripletex, but Tripletex shows no invoice of it.</source>
        <translation>Ordre {number} er lukket i Tripletex, men Tripletex viser ingen faktura for den.</translation>
    </message>
    <message>
        <source>Transfer again in a few minutes. If there is still no invoice, find out in Tripletex why the order was closed.</source>
        <translation>Overfør på nytt om noen minutter. Er det fortsatt ingen faktura, finn ut i Tripletex hvorfor ordren ble lukket.</translation>
    </message>
    <message>
        <source>Check that the customer, the payment type and the order are still in Tripletex, and transfer the order again. Nothing must be deleted there.</source>
        <translation>Sjekk at kunden, betalingstypen og ordren fortsatt finnes i Tripletex, og overfør ordren på nytt. Du trenger ikke slette noe der.</translation>
    </message>
    <message>
        <source>The customer lacks a name, a street address or a city. A sales document must state who the buyer is.</source>
        <translation>Kunden mangler navn, gateadresse eller poststed. Et salgsdokument må vise hvem kjøperen er.</translation>
    </message>
    <message>
        <source>Fill in the customer&apos;s name and address on the order in Mystore.</source>
        <translation>Fyll inn kundens navn og adresse på ordren i Mystore.</translation>
    </message>
    <message>
        <source>The country “{country}” is not among the countries in Tripletex.</source>
        <translation>Landet «{country}» finnes ikke blant landene i Tripletex.</translation>
    </message>
    <message>
        <source>Correct the country in the order&apos;s addresses in Mystore.</source>
        <translation>Rett landet i adressene på ordren i Mystore.</translation>
    </message>
    <message>
        <source>Customer number {number} is “{ours}” in Mystore, but another customer in Tripletex ({theirs}).</source>
        <translation>Kundenummer {number} er «{ours}» i Mystore, men en annen kunde i Tripletex ({theirs}).</translation>
    </message>
    <message>
        <source>Set the start value for customer numbers to 100000 under Kunde › Kunde-innstillinger in Tripletex, and give the customer there another number.</source>
        <translation>Sett startverdien for kundenummer til 100000 under Kunde › Kunde-innstillinger i Tripletex, og gi kunden der et annet nummer.</translation>
    </message>
    <message>
        <source>Tripletex has {count} customers that can be “{name}”.</source>
        <translation>Tripletex har {count} kunder som kan være «{name}».</translation>
    </message>
    <message>
        <source>Merge or deactivate the customers that are not in use under Kunde in Tripletex.</source>
        <translation>Slå sammen eller deaktiver kundene som ikke er i bruk, under Kunde i Tripletex.</translation>
    </message>
    <message>
        <source>The customer “{name}” is set up with factoring in Tripletex, but the order is already paid. The invoice would have gone to factoring.</source>
        <translation>Kunden «{name}» er satt opp med factoring i Tripletex, men ordren er allerede betalt. Fakturaen ville gått til factoring.</translation>
    </message>
    <message>
        <source>Turn off factoring on the customer card in Tripletex, or invoice the order manually.</source>
        <translation>Slå av factoring på kundekortet i Tripletex, eller fakturer ordren manuelt.</translation>
    </message>
    <message>
        <source>The customer “{name}” may have been created in Tripletex, but cannot be found there yet.</source>
        <translation>Kunden «{name}» kan være opprettet i Tripletex, men er ikke å finne der ennå.</translation>
    </message>
    <message>
        <source>Search for the customer under Kunde in Tripletex, create it if it is not there, and transfer the order again.</source>
        <translation>Søk etter kunden under Kunde i Tripletex, opprett den hvis den ikke er der, og overfør ordren på nytt.</translation>
    </message>
    <message>
        <source>The customer card of “{name}” in Tripletex sends invoices as EHF or eFaktura, which the customer cannot receive (“{text}”). Nothing was booked.</source>
        <translation>Kundekortet til «{name}» i Tripletex er satt til EHF eller eFaktura, men kunden kan ikke motta det («{text}»). Ingenting ble bokført.</translation>
    </message>
    <message>
        <source>Open the customer in Tripletex, choose e-mail under “Send faktura via”, and transfer the order again.</source>
        <translation>Åpne kunden i Tripletex, velg e-post under «Send faktura via», og overfør ordren på nytt.</translation>
    </message>
    <message>
        <source>The order was not tried. Nothing was sent.</source>
        <translation>Ordren ble ikke forsøkt. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>Transfer it again when the problem has been solved.</source>
        <translation>Overfør den på nytt når feilen er rettet.</translation>
    </message>
    <message>
        <source>The last transfer did not come to its end. Nothing is booked.</source>
        <translation>Forrige overføring ble ikke fullført. Ingenting er bokført.</translation>
    </message>
    <message>
        <source>It is safe to try again: it goes on at the step that is missing.</source>
        <translation>Det er trygt å prøve igjen: overføringen fortsetter på steget som mangler.</translation>
    </message>
    <message>
        <source>You stopped the transfer.</source>
        <translation>Du stoppet overføringen.</translation>
    </message>
    <message>
        <source>Transfer the rest whenever you like.</source>
        <translation>Overfør resten når du vil.</translation>
    </message>
    <message>
        <source>An unexpected error broke this off.</source>
        <translation>En uventet feil avbrøt dette.</translation>
    </message>
    <message>
        <source>Nothing more is sent. Start the program again.</source>
        <translation>Ingenting mer sendes. Start programmet på nytt.</translation>
    </message>
    <message>
        <source>The set-up has been changed since the dialog was shown.</source>
        <translation>Oppsettet er endret siden dialogen ble vist.</translation>
    </message>
    <message>
        <source>Check the orders as they are by the new set-up, and transfer them again.</source>
        <translation>Se over ordrene slik de er med det nye oppsettet, og overfør dem på nytt.</translation>
    </message>
    <message>
        <source>It is another day than when the dialog was shown: the invoice date would not be the one that stood there.</source>
        <translation>Det er en annen dag enn da dialogen ble vist. Fakturadatoen ville ikke blitt den som sto der.</translation>
    </message>
    <message>
        <source>Fetch new orders, and transfer them again.</source>
        <translation>Trykk «Hent nye ordrer», og overfør dem på nytt.</translation>
    </message>
    <message>
        <source>Order {number} was sent to Tripletex, but is not there any more.</source>
        <translation>Ordre {number} ble sendt til Tripletex, men er ikke der lenger.</translation>
    </message>
    <message>
        <source>Check in Tripletex whether somebody has deleted the order, and whether it was invoiced.</source>
        <translation>Sjekk i Tripletex om noen har slettet ordren, og om den ble fakturert.</translation>
    </message>
    <message>
        <source>Got no certain answer from Tripletex. It may have carried out what was sent.</source>
        <translation>Fikk ikke et sikkert svar fra Tripletex. Det som ble sendt, kan være utført.</translation>
    </message>
    <message>
        <source>Check it there now, or transfer it again: the order is looked up in Tripletex before anything is sent.</source>
        <translation>Sjekk den der nå, eller overfør den på nytt: Ordren slås opp i Tripletex før noe sendes igjen.</translation>
    </message>
    <message>
        <source>Transfer the order again. It is looked up in Tripletex before anything is sent.</source>
        <translation>Overfør ordren på nytt. Den slås opp i Tripletex før noe sendes igjen.</translation>
    </message>
    <message>
        <source>{owner} is transferring this order right now.</source>
        <translation>{owner} overfører denne ordren akkurat nå.</translation>
    </message>
    <message>
        <source>Something that the order needs has been deleted or changed in Tripletex (“{text}”). The program looked everything up anew and tried once more, to no avail. It has booked nothing.</source>
        <translation>Noe som ordren trenger, er slettet eller endret i Tripletex («{text}»). Programmet har slått opp alt på nytt og prøvd én gang til, uten å komme videre. Det har ikke bokført noe.</translation>
    </message>
    <message>
        <source>Wait until it is done. The order is not sent twice.</source>
        <translation>Vent til det er gjort. Ordren sendes ikke to ganger.</translation>
    </message>
    <message>
        <source>The computer was away for so long that another program may have taken over the order.</source>
        <translation>Maskinen var borte så lenge at et annet program kan ha tatt over ordren.</translation>
    </message>
    <message>
        <source>Freight or fee of {amount} is posted with {rate} VAT, but the order has goods with other rates. Posted as the shop has calculated.</source>
        <translation>Frakt eller gebyr på {amount} føres med {rate}, men ordren har varer med andre satser. Føres slik butikken har beregnet.</translation>
    </message>
    <message>
        <source>Check with the accountant that freight follows the goods (mval. § 4-2).</source>
        <translation>Avklar med regnskapsføreren at frakt følger varene (mval. § 4-2).</translation>
    </message>
    <message>
        <source>The shop does not state the VAT on freight or fee of {amount}. Posted with {rate}, as the set-up says.</source>
        <translation>Butikken oppgir ikke mva på frakt eller gebyr på {amount}. Føres med {rate}, slik oppsettet sier.</translation>
    </message>
    <message>
        <source>The shop has rounded the order by {amount}. It is a line of its own without VAT.</source>
        <translation>Butikken har rundet av ordren med {amount}. Det er en egen linje uten mva.</translation>
    </message>
    <message>
        <source>Turn off rounding in the shop for Vipps, Klarna and card (Skattedirektoratet 13.06.2019).</source>
        <translation>Slå av avrunding i butikken for Vipps, Klarna og kort (Skattedirektoratet 13.06.2019).</translation>
    </message>
    <message>
        <source>VAT is {ours} by line and {shop} in the shop. The difference is rounding, and the total agrees.</source>
        <translation>Mva er {ours} regnet per linje og {shop} i butikken. Differansen er avrunding, og totalsummen stemmer.</translation>
    </message>
    <message>
        <source>Nothing to do: what stands on the invoice in Tripletex is what is reported.</source>
        <translation>Ingenting å gjøre: det som står på fakturaen i Tripletex, er det som skal meldes.</translation>
    </message>
    <message>
        <source>{amount} is posted to 1500 on the customer of the payment type “{payment_type}” (id {customer} in Tripletex), not to a bank account.</source>
        <translation>{amount} føres på 1500 på kunden til betalingstypen «{payment_type}» (id {customer} i Tripletex), ikke på en bankkonto.</translation>
    </message>
    <message>
        <source>The customer&apos;s balance is settled when the payout comes, less the fee.</source>
        <translation>Saldoen på kunden gjøres opp når utbetalingen kommer, minus gebyret.</translation>
    </message>
    <message>
        <source>Check with the accountant that the sale of the gift cards has been posted on account {account}.</source>
        <translation>Sjekk med regnskapsføreren at salget av gavekortene er ført på konto {account}.</translation>
    </message>
    <message>
        <source>“{line}” has 0 % VAT as a book, but its name tells of a pack of a book and other goods. Sold as one article, all of it has 25 % (mval. § 6-4).</source>
        <translation>«{line}» har 0 % mva som bok, men navnet tyder på en pakke med bok og andre varer. Selges den som én vare, er det 25 % på alt (mval. § 6-4).</translation>
    </message>
    <message>
        <source>Check with the accountant, and correct the tax class of the article in Mystore if it is a pack.</source>
        <translation>Avklar med regnskapsføreren, og rett avgiftsklassen på varen i Mystore hvis den er en pakke.</translation>
    </message>
    <message>
        <source>The gift card “{line}” is taken back for {amount}. What has been used of it since it was sold is no debt on account {account} any more.</source>
        <translation>Gavekortet «{line}» tas tilbake for {amount}. Det som er brukt av det siden det ble solgt, er ikke lenger gjeld på konto {account}.</translation>
    </message>
    <message>
        <source>See in Mystore that the card has not been used, and block it there, before the money is paid back.</source>
        <translation>Kontroller i Mystore at kortet ikke er brukt, og sperr det der, før pengene betales tilbake.</translation>
    </message>
    <message>
        <source>The order was delivered on {delivered}, more than a month before the invoice.</source>
        <translation>Ordren ble levert {delivered}, mer enn én måned før fakturaen.</translation>
    </message>
    <message>
        <source>Transfer orders at least once a month (bokføringsforskriften § 5-2-2).</source>
        <translation>Overfør ordrer minst én gang i måneden (bokføringsforskriften § 5-2-2).</translation>
    </message>
    <message>
        <source>No unit price gives this sum exactly, so the count {count} stands in the text of the line, and the line has one piece.</source>
        <translation>Ingen enhetspris gir nøyaktig denne summen. Antallet {count} står derfor i teksten, og linjen har antall 1.</translation>
    </message>
    <message>
        <source>Nothing to do: the sum is exact.</source>
        <translation>Du trenger ikke gjøre noe: summen er nøyaktig.</translation>
    </message>
    <message>
        <source>The product {product} in Tripletex has VAT code {theirs}, but the line has {vat_code}. The line is sent as text, without the product.</source>
        <translation>Produktet {product} i Tripletex har mva-kode {theirs}, men linjen har {vat_code}. Linjen sendes som tekst, uten produktet.</translation>
    </message>
    <message>
        <source>Make the VAT code of the product and the tax class in Mystore agree.</source>
        <translation>Sørg for at mva-koden på produktet og avgiftsklassen i Mystore stemmer overens.</translation>
    </message>
    <message>
        <source>The product {product} in Tripletex is inactive. The line is sent as text, without the product.</source>
        <translation>Produktet {product} i Tripletex er inaktivt. Linjen sendes som tekst, uten produktet.</translation>
    </message>
    <message>
        <source>Activate the product under Produkter in Tripletex if it is to be used.</source>
        <translation>Aktiver produktet under Produkter i Tripletex hvis det skal brukes.</translation>
    </message>
    <message>
        <source>Tripletex has no product {product}. It is made before the order is sent.</source>
        <translation>Tripletex har ikke noe produkt {product}. Det opprettes før ordren sendes.</translation>
    </message>
    <message>
        <source>Nothing to do. Products are made because the set-up says so, step 5, under “More choices …”.</source>
        <translation>Du trenger ikke gjøre noe. Produkter opprettes fordi oppsettet sier det, steg 5, under «Flere valg …».</translation>
    </message>
    <message>
        <source>Tripletex says that the product number {product} is in use, but shows no such product.</source>
        <translation>Tripletex sier at produktnummer {product} er i bruk, men viser ikke noe slikt produkt.</translation>
    </message>
    <message>
        <source>Look for it under Produkter in Tripletex, inactive ones too, and try again.</source>
        <translation>Se etter det under Produkter i Tripletex, også blant de inaktive, og prøv igjen.</translation>
    </message>
    <message>
        <source>The product {product} was not made: another product in Tripletex is called “{name}”.</source>
        <translation>Produktet {product} ble ikke opprettet: et annet produkt i Tripletex heter «{name}».</translation>
    </message>
    <message>
        <source>Make the product {product} under Produkter in Tripletex, and try again.</source>
        <translation>Lag produktet {product} under Produkter i Tripletex, og prøv igjen.</translation>
    </message>
    <message>
        <source>Delivered in {delivered_term}, posted in {invoice_term}.</source>
        <translation>Levert i {delivered_term}, føres i {invoice_term}.</translation>
    </message>
    <message>
        <source>Transfer orders by the 15th of the next month: until then the invoice may carry the last day of the month of delivery.</source>
        <translation>Overfør ordrer innen den 15. i neste måned: til da kan fakturaen dateres siste dag i leveringsmåneden.</translation>
    </message>
    <message>
        <source>Gift cards of {amount} are taken from account {account}, which then stands {debit} in debit.</source>
        <translation>Gavekort for {amount} føres mot konto {account}, som da står {debit} i debet.</translation>
    </message>
    <message>
        <source>Tripletex does not accept the e-mail address “{email}”, so the customer is registered without e-mail.</source>
        <translation>Tripletex godtar ikke e-postadressen «{email}», så kunden er registrert uten e-post.</translation>
    </message>
    <message>
        <source>Correct the e-mail address in Mystore, and send the invoice manually if the customer is to have it.</source>
        <translation>Rett e-postadressen i Mystore, og send fakturaen manuelt hvis kunden skal ha den.</translation>
    </message>
    <message>
        <source>The customer has no e-mail address, so Tripletex does not send the invoice.</source>
        <translation>Kunden har ingen e-postadresse, så Tripletex sender ikke fakturaen.</translation>
    </message>
    <message>
        <source>Send the invoice to the customer in another way.</source>
        <translation>Send fakturaen til kunden på en annen måte.</translation>
    </message>
    <message>
        <source>The order has got the status “{status}” in Mystore. Nothing of it is in Tripletex.</source>
        <translation>Ordren har fått status «{status}» i Mystore. Ingenting av den er i Tripletex.</translation>
    </message>
    <message>
        <source>Transfer it when it is ready.</source>
        <translation>Overfør den når den er klar.</translation>
    </message>
    <message>
        <source>The order had the status “{status}” in Mystore already, so Mystore was not asked to e-mail the customer.</source>
        <translation>Ordren hadde allerede statusen «{status}» i Mystore, så Mystore ble ikke bedt om å sende kunden e-post.</translation>
    </message>
    <message>
        <source>Send the e-mail from the order in Mystore if the customer is to have it.</source>
        <translation>Send e-posten fra ordren i Mystore hvis kunden skal ha den.</translation>
    </message>
    <message>
        <source>The order is marked as booked, so its status “{status}” was not set in Mystore.</source>
        <translation>Ordren er merket som bokført, så status «{status}» ble ikke satt i Mystore.</translation>
    </message>
    <message>
        <source>Mystore changed the status to “{status}”, but cannot be asked to e-mail the customer.</source>
        <translation>Mystore endret statusen til «{status}», men kan ikke bes om å sende kunden e-post.</translation>
    </message>
    <message>
        <source>Mystore has been asked before to e-mail the customer about the status “{status}”, and was not asked again.</source>
        <translation>Mystore er tidligere bedt om å sende kunden e-post om statusen «{status}», og ble ikke bedt om det igjen.</translation>
    </message>
    <message>
        <source>The order has the status “{status}”, but it is not certain that the customer has had Mystore&apos;s e-mail. It is not sent again.</source>
        <translation>Ordren har statusen «{status}», men det er ikke sikkert at kunden har fått e-posten fra Mystore. Den sendes ikke på nytt.</translation>
    </message>
    <message>
        <source>Look at the order&apos;s history in Mystore to see whether the customer was told.</source>
        <translation>Se i ordrens historikk i Mystore om kunden har fått beskjed.</translation>
    </message>
    <message>
        <source>The order was already invoiced in Tripletex. Invoice {invoice} was linked to it, and nothing was sent again.</source>
        <translation>Ordren var allerede fakturert i Tripletex. Faktura {invoice} ble knyttet til den, og ingenting ble sendt på nytt.</translation>
    </message>
    <message>
        <source>Check that the payment is registered on invoice {invoice} in Tripletex.</source>
        <translation>Kontroller at betalingen er registrert på faktura {invoice} i Tripletex.</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex the last time, but invoice {invoice} was made. Nothing was sent again.</source>
        <translation>Fikk ikke svar fra Tripletex sist, men faktura {invoice} ble laget. Ingenting er sendt på nytt.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Du trenger ikke gjøre noe.</translation>
    </message>
    <message>
        <source>The attempt that got no answer asked Tripletex to e-mail the invoice to the customer.</source>
        <translation>Forsøket som ikke fikk svar, ba Tripletex sende fakturaen til kunden på e-post.</translation>
    </message>
    <message>
        <source>Do not send the invoice again.</source>
        <translation>Ikke send fakturaen på nytt.</translation>
    </message>
    <message>
        <source>The attempt that got no answer asked Tripletex to send the invoice to the customer as EHF.</source>
        <translation>Forsøket som ikke fikk svar, ba Tripletex sende fakturaen til kunden som EHF.</translation>
    </message>
    <message>
        <source>Invoice {invoice} has been credited in Tripletex.</source>
        <translation>Faktura {invoice} er kreditert i Tripletex.</translation>
    </message>
    <message>
        <source>If the sale still stands, transfer the order again: it gets a new order number.</source>
        <translation>Hvis salget fortsatt gjelder: overfør ordren på nytt. Den får et nytt ordrenummer.</translation>
    </message>
    <message>
        <source>The invoice in Tripletex is {theirs}, but the order in Mystore is {ours}.</source>
        <translation>Fakturaen i Tripletex er på {theirs}, men ordren i Mystore er på {ours}.</translation>
    </message>
    <message>
        <source>Open the invoice in Tripletex, find the difference, and credit it if it is wrong.</source>
        <translation>Åpne fakturaen i Tripletex, finn differansen, og krediter den hvis den er feil.</translation>
    </message>
    <message>
        <source>The invoice in Tripletex has {theirs} outstanding, but it should have been {ours}.</source>
        <translation>Fakturaen i Tripletex har {theirs} utestående, men det skulle vært {ours}.</translation>
    </message>
    <message>
        <source>Check the payments on the invoice in Tripletex.</source>
        <translation>Sjekk betalingene på fakturaen i Tripletex.</translation>
    </message>
    <message>
        <source>The order is already booked as invoice {invoice}. Nothing was sent again.</source>
        <translation>Ordren er allerede bokført som faktura {invoice}. Ingenting er sendt på nytt.</translation>
    </message>
    <message>
        <source>This is a credit order, and no invoice of the customer in Tripletex is as large as what is credited.</source>
        <translation>Dette er en kreditordre, men ingen av kundens fakturaer i Tripletex er så stor som beløpet som krediteres.</translation>
    </message>
    <message>
        <source>If the sale is not invoiced yet, transfer it as an invoice first. Otherwise choose “Choose the invoice…”, and give the number of the invoice that it credits.</source>
        <translation>Er salget ikke fakturert ennå, overfør det som faktura først. Velg ellers «Velg faktura …», og oppgi nummeret på fakturaen som krediteres.</translation>
    </message>
    <message>
        <source>This is a credit order, but its articles are not known to be on any of the customer&apos;s invoices at that price, or have been credited before.</source>
        <translation>Dette er en kreditordre, men varene er ikke kjent fra noen av kundens fakturaer til den prisen, eller de er kreditert før.</translation>
    </message>
    <message>
        <source>Check the credit order. If it is right, choose “Choose the invoice…”, and choose the one that it credits.</source>
        <translation>Kontroller kreditordren. Er den riktig, velger du «Velg faktura …» og fakturaen som krediteres.</translation>
    </message>
    <message>
        <source>This is a credit order, and it can belong to {count} of the customer&apos;s invoices.</source>
        <translation>Dette er en kreditordre, og den kan høre til {count} av kundens fakturaer.</translation>
    </message>
    <message>
        <source>Choose “Choose the invoice…”, and choose the one that it credits.</source>
        <translation>Velg «Velg faktura …», og velg den som krediteres.</translation>
    </message>
    <message>
        <source>Tripletex has no invoice {invoice}.</source>
        <translation>Tripletex har ingen faktura {invoice}.</translation>
    </message>
    <message>
        <source>Check the number: Faktura &gt; Fakturaoversikt in Tripletex.</source>
        <translation>Kontroller nummeret: Faktura &gt; Fakturaoversikt i Tripletex.</translation>
    </message>
    <message>
        <source>Invoice {invoice} is to {theirs}, but the credit order is {ours}&apos;s.</source>
        <translation>Faktura {invoice} er til {theirs}, men kreditordren gjelder {ours}.</translation>
    </message>
    <message>
        <source>Choose the invoice of the customer who gets the money back.</source>
        <translation>Velg fakturaen til kunden som får pengene tilbake.</translation>
    </message>
    <message>
        <source>Invoice {invoice} has been credited already, all of it.</source>
        <translation>Hele faktura {invoice} er allerede kreditert.</translation>
    </message>
    <message>
        <source>Look at its credit notes in Tripletex. If this one is among them, mark the order as already booked.</source>
        <translation>Se på kreditnotaene i Tripletex. Er denne blant dem, markerer du ordren som allerede bokført.</translation>
    </message>
    <message>
        <source>An invoice to credit was given, but not exactly one order.</source>
        <translation>En faktura å kreditere er oppgitt, men ikke nøyaktig én ordre.</translation>
    </message>
    <message>
        <source>Give one credit order with it: --orders 10463 --credits 10201.</source>
        <translation>Oppgi én kreditordre sammen med den: --orders 10463 --credits 10201.</translation>
    </message>
    <message>
        <source>Invoice {invoice} is dated {invoice_date}, and nothing can be credited before it is sold.</source>
        <translation>Faktura {invoice} er datert {invoice_date}, og ingenting kan krediteres før det er solgt.</translation>
    </message>
    <message>
        <source>Transfer the order again on that day or later.</source>
        <translation>Overfør ordren på nytt den dagen eller senere.</translation>
    </message>
    <message>
        <source>The credit note has been begun for invoice {invoice}.</source>
        <translation>Kreditnotaen er påbegynt for faktura {invoice}.</translation>
    </message>
    <message>
        <source>Transfer it again without choosing another invoice.</source>
        <translation>Overfør på nytt uten å velge en annen faktura.</translation>
    </message>
    <message>
        <source>Order {number} in Tripletex does not say which invoice it credits, and a credit note must say so.</source>
        <translation>Ordre {number} i Tripletex sier ikke hvilken faktura den krediterer, og det må en kreditnota si.</translation>
    </message>
    <message>
        <source>Open the order in Tripletex, write “{comment}” as its comment on the invoice (Fakturakommentar), and transfer again.</source>
        <translation>Åpne ordren i Tripletex, skriv «{comment}» som fakturakommentar, og overfør på nytt.</translation>
    </message>
    <message>
        <source>The credit order has a gift card of {gift_card} among its totals. How that goes back is not known.</source>
        <translation>Kreditordren har et gavekort på {gift_card} i summene. Hvordan det går tilbake, er ikke kjent.</translation>
    </message>
    <message>
        <source>Ask the accountant, book it in Tripletex, and mark the order as already booked.</source>
        <translation>Spør regnskapsføreren, før den i Tripletex, og marker ordren som allerede bokført.</translation>
    </message>
    <message>
        <source>Invoice {invoice} is in {currency}, the credit order in {ours}.</source>
        <translation>Faktura {invoice} er i {currency}, kreditordren i {ours}.</translation>
    </message>
    <message>
        <source>Choose an invoice in {ours}.</source>
        <translation>Velg en faktura i {ours}.</translation>
    </message>
    <message>
        <source>{amount} is to be credited, but only {left} of invoice {invoice} stands.</source>
        <translation>{amount} skal krediteres, men bare {left} av faktura {invoice} står igjen.</translation>
    </message>
    <message>
        <source>Check whether the order belongs to this invoice, and what has been credited of it before.</source>
        <translation>Kontroller om ordren hører til denne fakturaen, og hva som er kreditert av den før.</translation>
    </message>
    <message>
        <source>{amount} is to be credited with VAT code {vat_code}, but invoice {invoice} has only {left} with that code.</source>
        <translation>{amount} skal krediteres med mva-kode {vat_code}, men faktura {invoice} har bare {left} med den koden.</translation>
    </message>
    <message>
        <source>Check that it is the right invoice. If it is, ask the accountant to credit it in Tripletex, and mark the order as already booked.</source>
        <translation>Kontroller at det er riktig faktura. Er den det, ber du regnskapsføreren kreditere i Tripletex og markerer ordren som allerede bokført.</translation>
    </message>
    <message>
        <source>Article {article} was not sold in the same way on invoice {invoice}: on a product in Tripletex then and as text now, or the other way round. It would come on another account.</source>
        <translation>Vare {article} ble ikke solgt på samme måte på faktura {invoice}: på et produkt i Tripletex den gangen og som tekst nå, eller omvendt. Den ville havnet på en annen konto.</translation>
    </message>
    <message>
        <source>See that the product is active in Tripletex, and that the set-up is as it was then. Else ask the accountant to credit it in Tripletex, and mark the order as already booked.</source>
        <translation>Se etter at produktet er aktivt i Tripletex, og at oppsettet er som den gangen. Ellers: be regnskapsfører kreditere i Tripletex, og marker ordren som allerede bokført.</translation>
    </message>
    <message>
        <source>Tripletex did not take a credit note of invoice {invoice}: “{text}”. Nothing is booked.</source>
        <translation>Tripletex tok ikke imot kreditnotaen for faktura {invoice}: «{text}». Ingenting er bokført.</translation>
    </message>
    <message>
        <source>This is a credit order, and nobody has said whether the customer has been paid {amount} back. Nothing was sent.</source>
        <translation>Dette er en kreditordre, og det er ikke sagt om kunden har fått {amount} tilbake. Ingenting er sendt.</translation>
    </message>
    <message>
        <source>Transfer it again, and say whether the money was paid back (with --refunded or --not-refunded on the command line).</source>
        <translation>Overfør på nytt, og velg om pengene er betalt tilbake (på kommandolinjen med --refunded eller --not-refunded).</translation>
    </message>
    <message>
        <source>{amount} is said to be paid back, but of invoice {invoice} only {paid} was paid otherwise than by gift card ({gift_card}).</source>
        <translation>{amount} er sagt å være betalt tilbake, men av faktura {invoice} ble bare {paid} betalt på annen måte enn med gavekort ({gift_card}).</translation>
    </message>
    <message>
        <source>Transfer it again, and say that the customer has it in credit. Then register in Tripletex, with the accountant, what went back to the gift card and what did not.</source>
        <translation>Overfør på nytt, og si at kunden har det til gode. Før så i Tripletex, sammen med regnskapsfører, hva som gikk tilbake til gavekortet og hva som ikke gjorde det.</translation>
    </message>
    <message>
        <source>The credit note is booked, but Tripletex did not take the refund of {amount}: “{text}”.</source>
        <translation>Kreditnotaen er bokført, men Tripletex tok ikke imot tilbakebetalingen på {amount}: «{text}».</translation>
    </message>
    <message>
        <source>Make the credit note in Tripletex from order {number}, and transfer again: it is found, and only the refund is added.</source>
        <translation>Lag kreditnotaen i Tripletex fra ordre {number}, og overfør på nytt: Den blir funnet, og bare tilbakebetalingen legges til.</translation>
    </message>
    <message>
        <source>This is a credit order: it becomes a credit note on one of the customer&apos;s invoices in Tripletex.</source>
        <translation>Dette er en kreditordre: Den blir en kreditnota på en av kundens fakturaer i Tripletex.</translation>
    </message>
    <message>
        <source>The invoice is found when you transfer. If there can be several, you choose it.</source>
        <translation>Fakturaen finnes når du overfører. Kan det være flere, velger du.</translation>
    </message>
    <message>
        <source>Credits invoice {invoice}, order {order}.</source>
        <translation>Krediterer faktura {invoice}, ordre {order}.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Ingenting å gjøre.</translation>
    </message>
    <message>
        <source>Booked as credit note {invoice}.</source>
        <translation>Bokført som kreditnota {invoice}.</translation>
    </message>
    <message>
        <source>Credit note {invoice} was in Tripletex already, and was not made again.</source>
        <translation>Kreditnota {invoice} lå allerede i Tripletex og ble ikke laget på nytt.</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex the last time, but the credit note is there as {invoice}. Nothing was booked twice.</source>
        <translation>Fikk ikke svar fra Tripletex sist, men kreditnotaen ligger der som {invoice}. Ingen dobbeltføringer.</translation>
    </message>
    <message>
        <source>Register the refund on the credit note in Tripletex, and transfer again: then nothing is left to pay back.</source>
        <translation>Registrer tilbakebetalingen på kreditnotaen i Tripletex, og overfør på nytt: Da står ingenting igjen å betale tilbake.</translation>
    </message>
    <message>
        <source>Credit note {invoice} is booked, but the refund of {amount} is not registered yet.</source>
        <translation>Kreditnota {invoice} er bokført, men tilbakebetalingen på {amount} er ikke registrert ennå.</translation>
    </message>
    <message>
        <source>It is safe to transfer the order again: only the refund is missing.</source>
        <translation>Det er trygt å overføre ordren på nytt: Bare tilbakebetalingen mangler.</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex about the refund. Invoice {invoice} has several credit notes, so that what is open on it does not tell whether the refund was registered.</source>
        <translation>Fikk ikke svar fra Tripletex om tilbakebetalingen. Faktura {invoice} har flere kreditnotaer, så det som står åpent på den, viser ikke om tilbakebetalingen er registrert.</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex about the refund, and {now} is open on {invoice} where {before} was. That fits neither.</source>
        <translation>Fikk ikke svar fra Tripletex om tilbakebetalingen. På {invoice} står {now} åpent, før var det {before}. Det passer verken med eller uten tilbakebetaling.</translation>
    </message>
    <message>
        <source>Look at the payments on {invoice} in Tripletex. If the refund is missing, register it there, and mark the order as already booked.</source>
        <translation>Se på betalingene på {invoice} i Tripletex. Mangler tilbakebetalingen, registrerer du den der og markerer ordren som allerede bokført.</translation>
    </message>
    <message>
        <source>Sold with {sold_by}, but paid back with {paid_back_by}.</source>
        <translation>Solgt med {sold_by}, men betalt tilbake med {paid_back_by}.</translation>
    </message>
    <message>
        <source>Check that the money went back that way.</source>
        <translation>Kontroller at pengene gikk tilbake på den måten.</translation>
    </message>
    <message>
        <source>{amount} is registered as paid back on {invoice}.</source>
        <translation>{amount} er registrert som tilbakebetalt på {invoice}.</translation>
    </message>
    <message>
        <source>{amount} was to be registered as paid back, but {open} is open on credit note {invoice}. No refund was registered.</source>
        <translation>{amount} skulle registreres som tilbakebetalt, men på kreditnota {invoice} står {open} åpent. Ingen tilbakebetaling er registrert.</translation>
    </message>
    <message>
        <source>Check in Tripletex: the refund may be registered already, or the invoice was never paid.</source>
        <translation>Sjekk i Tripletex: Tilbakebetalingen kan være registrert fra før, eller fakturaen ble aldri betalt.</translation>
    </message>
    <message>
        <source>The customer has {amount} in credit: the money was not paid back.</source>
        <translation>Kunden har {amount} til gode: Pengene er ikke betalt tilbake.</translation>
    </message>
    <message>
        <source>Register the refund when it is paid, or use the credit on the customer&apos;s next invoice.</source>
        <translation>Registrer tilbakebetalingen når den er betalt, eller bruk beløpet på kundens neste faktura.</translation>
    </message>
    <message>
        <source>Check the VAT on freight in Mystore, or the rule in the set-up, step 5 “Transfer”, under “More choices …”.</source>
        <translation>Sjekk mva på frakt i Mystore, eller regelen i oppsettet, steg 5 «Overføring», under «Flere valg …».</translation>
    </message>
    <message>
        <source>Tripletex could not send to the customer as EHF, and was asked to send by e-mail instead.</source>
        <translation>Tripletex kunne ikke sende som EHF til kunden, og ble bedt om å sende på e-post i stedet.</translation>
    </message>
    <message>
        <source>Tripletex could not send to the customer as EHF, and there is no usable e-mail address. The customer has been sent nothing.</source>
        <translation>Tripletex kunne ikke sende som EHF til kunden, og det finnes ingen brukbar e-postadresse. Kunden har ikke fått noe tilsendt.</translation>
    </message>
    <message>
        <source>Send the document to the customer in another way.</source>
        <translation>Send dokumentet til kunden på en annen måte.</translation>
    </message>
    <message>
        <source>Take the mark back, or change the status in Mystore.</source>
        <translation>Ta tilbake merkingen, eller endre statusen i Mystore.</translation>
    </message>
    <message>
        <source>The order is already in Tripletex as order {number}. Nothing was sent again.</source>
        <translation>Ordren ligger allerede i Tripletex som ordre {number}. Ingenting er sendt på nytt.</translation>
    </message>
    <message>
        <source>Invoice it manually in Tripletex, or transfer it as an invoice.</source>
        <translation>Fakturer den manuelt i Tripletex, eller overfør den som faktura.</translation>
    </message>
    <message>
        <source>Mystore sent “{value}” in {attribute}, which cannot be read with certainty.</source>
        <translation>Mystore sendte «{value}» i {attribute}, og det kan ikke leses sikkert.</translation>
    </message>
    <message>
        <source>Correct the order in Mystore, and load new orders.</source>
        <translation>Rett ordren i Mystore, og hent nye ordrer.</translation>
    </message>
    <message>
        <source>Mystore did not send {attribute} for this order.</source>
        <translation>Mystore sendte ikke {attribute} for denne ordren.</translation>
    </message>
    <message>
        <source>Check that the Mystore token has read permission for it and no “hide” permission.</source>
        <translation>Sjekk at Mystore-tokenet har lesetilgang til dette, og ingen «hide»-tilgang.</translation>
    </message>
    <message>
        <source>The order has no order lines.</source>
        <translation>Ordren har ingen ordrelinjer.</translation>
    </message>
    <message>
        <source>Open the order in Mystore, and add the goods or cancel it.</source>
        <translation>Åpne ordren i Mystore, og legg til varene eller kanseller den.</translation>
    </message>
    <message>
        <source>The order lines should add up to {amount}, but give {without_vat} with prices read as without VAT and {with_vat} with prices read as with VAT.</source>
        <translation>Ordrelinjene skulle blitt {amount}, men blir {without_vat} hvis prisene leses uten mva og {with_vat} hvis de leses med mva.</translation>
    </message>
    <message>
        <source>Open the order in Mystore, and correct the line or the total that is wrong.</source>
        <translation>Åpne ordren i Mystore, og rett linjen eller totalsummen som er feil.</translation>
    </message>
    <message>
        <source>The prices can be read both with and without VAT, and both ways give {amount}, but with different amounts on the lines.</source>
        <translation>Prisene kan leses både med og uten mva, og begge deler gir {amount}, men med ulike beløp på linjene.</translation>
    </message>
    <message>
        <source>Enter this order manually in Tripletex.</source>
        <translation>Legg inn denne ordren manuelt i Tripletex.</translation>
    </message>
    <message>
        <source>The order total has a row “{title}” ({shop_class}) of {amount} that the program does not know.</source>
        <translation>Totalsummen på ordren har en rad «{title}» ({shop_class}) på {amount} som programmet ikke kjenner.</translation>
    </message>
    <message>
        <source>Enter this order manually in Tripletex, and report the row so that it can be supported.</source>
        <translation>Legg inn denne ordren manuelt i Tripletex, og meld fra om raden, så den kan bli støttet.</translation>
    </message>
    <message>
        <source>The row “{title}” of {amount} has the wrong sign, or nothing to be subtracted from.</source>
        <translation>Raden «{title}» på {amount} har feil fortegn, eller det er ikke noe å trekke den fra.</translation>
    </message>
    <message>
        <source>Open the order in Mystore, and correct the row.</source>
        <translation>Åpne ordren i Mystore, og rett raden.</translation>
    </message>
    <message>
        <source>The shop has rounded the order by {amount}, but Tripletex has no product with number ØREAVRUNDING.</source>
        <translation>Butikken har rundet av ordren med {amount}, men Tripletex har ikke noe produkt med nummer ØREAVRUNDING.</translation>
    </message>
    <message>
        <source>Make the product ØREAVRUNDING in Tripletex on account 7740 without VAT, or turn off rounding in the shop.</source>
        <translation>Lag produktet ØREAVRUNDING i Tripletex på konto 7740 uten mva, eller slå av avrunding i butikken.</translation>
    </message>
    <message>
        <source>The shop has rounded the order by {amount}, but the product ØREAVRUNDING in Tripletex has {rate} VAT.</source>
        <translation>Butikken har avrundet ordren med {amount}, men produktet ØREAVRUNDING i Tripletex har {rate} mva.</translation>
    </message>
    <message>
        <source>Give the product ØREAVRUNDING in Tripletex the VAT code 7, without VAT.</source>
        <translation>Gi produktet ØREAVRUNDING i Tripletex mva-kode 7, uten mva.</translation>
    </message>
    <message>
        <source>The shop&apos;s rounding is {amount}, which is more than rounding to whole kroner can be.</source>
        <translation>Avrundingen i butikken er {amount}, og det er mer enn en avrunding til hele kroner kan være.</translation>
    </message>
    <message>
        <source>Open the order in Mystore, and find out what the amount is.</source>
        <translation>Åpne ordren i Mystore, og finn ut hva beløpet er.</translation>
    </message>
    <message>
        <source>The order was changed in Mystore after it was read here: it was {before}, and is now {after}. Nothing was sent.</source>
        <translation>Ordren ble endret i Mystore etter at den ble hentet hit: Den var på {before}, og er nå på {after}. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>Check the order as it is now, and transfer it again.</source>
        <translation>Se over ordren slik den er nå, og overfør den igjen.</translation>
    </message>
    <message>
        <source>The order had the status “{before}” when it was read here, and now has “{after}” in Mystore. Nothing was sent.</source>
        <translation>Ordren hadde status «{before}» da den ble lest inn her, og har nå «{after}» i Mystore. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>Fetch the orders again, and check whether the order is to be sent.</source>
        <translation>Hent ordrene på nytt, og se om ordren skal sendes.</translation>
    </message>
    <message>
        <source>The order total is 0.00, but the lines move {amount} VAT at {rate}. It looks like an exchange.</source>
        <translation>Ordresummen er 0,00, men linjene flytter {amount} i mva med {rate}. Det ser ut som et bytte.</translation>
    </message>
    <message>
        <source>Book the exchange manually in Tripletex, together with the accountant.</source>
        <translation>Bokfør byttet manuelt i Tripletex, sammen med regnskapsføreren.</translation>
    </message>
    <message>
        <source>The set-up does not allow the program to change statuses in Mystore. Nothing was sent.</source>
        <translation>Oppsettet lar ikke programmet endre status i Mystore. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>Change the status in Mystore, or allow it in the set-up, step 5 “Transfer”.</source>
        <translation>Endre statusen i Mystore, eller tillat det i oppsettet, steg 5 «Overføring».</translation>
    </message>
    <message>
        <source>Mystore did not accept the status “{status}”: “{text}” Nothing was changed or booked.</source>
        <translation>Mystore godtok ikke statusen «{status}»: «{text}» Ingenting ble endret eller bokført.</translation>
    </message>
    <message>
        <source>Set the status in Mystore, and transfer the order again.</source>
        <translation>Sett statusen i Mystore, og overfør ordren på nytt.</translation>
    </message>
    <message>
        <source>Mystore did not change the status to “{status}”, but may have told the customer of it if that was asked for. Nothing was booked.</source>
        <translation>Mystore endret ikke statusen til «{status}», men kan ha gitt kunden beskjed hvis det var bedt om det. Ingenting ble bokført.</translation>
    </message>
    <message>
        <source>Open the order in Mystore, set the status there, and transfer the order again.</source>
        <translation>Åpne ordren i Mystore, sett statusen der, og overfør ordren på nytt.</translation>
    </message>
    <message>
        <source>Got no certain answer from Mystore. The order may have got the status “{status}”.</source>
        <translation>Fikk ikke et sikkert svar fra Mystore. Ordren kan ha fått statusen «{status}».</translation>
    </message>
    <message>
        <source>Try again in a few minutes. The order is looked up in Mystore before anything is sent.</source>
        <translation>Prøv igjen om noen minutter. Ordren slås opp i Mystore før noe sendes.</translation>
    </message>
    <message>
        <source>The order has the status “{status}” in Mystore, which does not count as completed.</source>
        <translation>Ordren har status «{status}» i Mystore, og den regnes ikke som fullført.</translation>
    </message>
    <message>
        <source>Set the order to a completed status in Mystore, usually “Sendt”.</source>
        <translation>Sett ordren til en status som er fullført i Mystore, vanligvis «Sendt».</translation>
    </message>
    <message>
        <source>The order is “{status}” in Mystore, and is not to be transferred.</source>
        <translation>Ordren har statusen «{status}» i Mystore og skal ikke overføres.</translation>
    </message>
    <message>
        <source>Nothing has to be done. If it is in Tripletex already, credit it there.</source>
        <translation>Du trenger ikke å gjøre noe. Står den i Tripletex fra før, må den krediteres der.</translation>
    </message>
    <message>
        <source>The order is not completed in Mystore. An invoice before delivery would be prepayment invoicing.</source>
        <translation>Ordren er ikke fullført i Mystore. En faktura før levering er forskuddsfakturering.</translation>
    </message>
    <message>
        <source>Set the order to a completed status in Mystore when the goods have been sent.</source>
        <translation>Sett ordren til en status som er fullført i Mystore når varene er sendt.</translation>
    </message>
    <message>
        <source>Mystore&apos;s receipt is the sales document, and the accounting period of its date {invoice_date} is closed in Tripletex.</source>
        <translation>Kvitteringen fra Mystore er salgsdokumentet, og regnskapsperioden for datoen på den, {invoice_date}, er avsluttet i Tripletex.</translation>
    </message>
    <message>
        <source>Ask the accountant to open the period, or to post the sale; then mark the order as already booked.</source>
        <translation>Be regnskapsfører åpne perioden, eller føre salget selv; merk i så fall ordren som allerede bokført.</translation>
    </message>
    <message>
        <source>The invoice cannot be dated {invoice_date}: the order was delivered on {delivered}, after that day.</source>
        <translation>Fakturaen kan ikke dateres {invoice_date}: ordren ble levert {delivered}, etter den dagen.</translation>
    </message>
    <message>
        <source>Nothing to do: the invoice carries the day of issue.</source>
        <translation>Ingenting å gjøre: fakturaen får datoen den utstedes.</translation>
    </message>
    <message>
        <source>The invoice cannot be dated {invoice_date}: that is allowed until the 15th of the month after (bokføringsforskriften § 5-1-3).</source>
        <translation>Fakturaen kan ikke dateres {invoice_date}: det er lov til og med den 15. i måneden etter (bokføringsforskriften § 5-1-3).</translation>
    </message>
    <message>
        <source>Transfer the order with today as invoice date.</source>
        <translation>Overfør ordren med dagens dato som fakturadato.</translation>
    </message>
    <message>
        <source>The invoice cannot be dated {invoice_date}: the accounting period of that day is closed in Tripletex.</source>
        <translation>Fakturaen kan ikke dateres {invoice_date}: regnskapsperioden er avsluttet i Tripletex.</translation>
    </message>
    <message>
        <source>Transfer the order with today as invoice date, or ask the accountant to open the period.</source>
        <translation>Overfør ordren med dagens dato som fakturadato, eller be regnskapsfører åpne perioden.</translation>
    </message>
    <message>
        <source>The invoice cannot be dated {invoice_date}: Tripletex does not show whether the accounting period of that day is open.</source>
        <translation>Fakturaen kan ikke dateres {invoice_date}: Tripletex viser ikke om regnskapsperioden er åpen.</translation>
    </message>
    <message>
        <source>Transfer the order with today as invoice date, or give the employee token the right to read accounting periods.</source>
        <translation>Overfør ordren med dagens dato som fakturadato, eller gi API-nøkkelen tilgang til å lese regnskapsperioder.</translation>
    </message>
    <message>
        <source>Mystore has no order with number {order}.</source>
        <translation>Mystore har ingen ordre med nummer {order}.</translation>
    </message>
    <message>
        <source>Check the order number in Mystore.</source>
        <translation>Sjekk ordrenummeret i Mystore.</translation>
    </message>
    <message>
        <source>The order total is 0.00, so there is nothing to invoice.</source>
        <translation>Ordresummen er 0,00, så det er ingenting å fakturere.</translation>
    </message>
    <message>
        <source>Goods given away: let the accountant consider VAT on withdrawal.</source>
        <translation>Varer gitt bort: la regnskapsføreren vurdere uttaksmva.</translation>
    </message>
    <message>
        <source>The order is completed on {delivered} in Mystore, a day that has not come yet. An invoice before delivery would be prepayment invoicing.</source>
        <translation>Ordren er fullført {delivered} i Mystore, en dag som ikke har vært ennå. Faktura før levering er forskuddsfakturering.</translation>
    </message>
    <message>
        <source>Transfer the order when it has been delivered, or correct the date in Mystore.</source>
        <translation>Overfør ordren når den er levert, eller rett datoen i Mystore.</translation>
    </message>
    <message>
        <source>The accounting period that {invoice_date} belongs to is closed in Tripletex.</source>
        <translation>Regnskapsperioden som {invoice_date} hører til, er avsluttet i Tripletex.</translation>
    </message>
    <message>
        <source>Ask the accountant to open the period, or transfer the order in an open period.</source>
        <translation>Be regnskapsføreren åpne perioden, eller overfør ordren i en åpen periode.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ingen ennå</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>consumer token for Tripletex</source>
        <translation>consumer token til Tripletex</translation>
    </message>
    <message>
        <source>employee token for Tripletex</source>
        <translation>employee token til Tripletex</translation>
    </message>
    <message>
        <source>token for Mystore</source>
        <translation>token til Mystore</translation>
    </message>
    <message>
        <source>production</source>
        <translation>produksjon</translation>
    </message>
    <message>
        <source>test environment</source>
        <translation>testmiljø</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>øvelse</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stoppet</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Overført</translation>
    </message>
    <message>
        <source>Transferred with a note</source>
        <translation>Overført med merknad</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Feilet</translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>Uavklart</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Hoppet over</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Kreditert</translation>
    </message>
    <message>
        <source>Not completed</source>
        <translation>Ikke fullført</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Kreditnota</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Faktura</translation>
    </message>
    <message>
        <source>Of invoice {invoice} of {amount}, {credited} has been credited in Tripletex. Nothing was sent again.</source>
        <translation>Av faktura {invoice} på {amount} er {credited} kreditert i Tripletex. Ingenting ble sendt på nytt.</translation>
    </message>
    <message>
        <source>Credit the rest in Tripletex if the order is to be transferred again. Otherwise nothing needs to be done.</source>
        <translation>Krediter resten i Tripletex hvis ordren skal overføres på nytt. Ellers trenger du ikke gjøre noe.</translation>
    </message>
    <message>
        <source>The order is booked as invoice {invoice}, but Tripletex does not show that invoice any more. Nothing was sent again.</source>
        <translation>Ordren er bokført som faktura {invoice}, men Tripletex viser ikke lenger den fakturaen. Ingenting ble sendt på nytt.</translation>
    </message>
    <message>
        <source>Search for invoice {invoice} in Tripletex, and ask the accountant what became of it.</source>
        <translation>Søk etter faktura {invoice} i Tripletex, og spør regnskapsfører hva som har skjedd med den.</translation>
    </message>
    <message>
        <source>Invoice {invoice} has been credited, so the order is transferred again with order number {number}.</source>
        <translation>Faktura {invoice} er kreditert, derfor overføres ordren på nytt med ordrenummer {number}.</translation>
    </message>
    <message>
        <source>After invoice {invoice} was credited the customer has {amount} in credit, so no payment is registered a second time.</source>
        <translation>Etter kreditering av faktura {invoice} har kunden {amount} til gode, derfor registreres ikke betalingen en gang til.</translation>
    </message>
    <message>
        <source>Match the new invoice with that credit under the customer&apos;s open items in Tripletex.</source>
        <translation>Lukk den nye fakturaen mot tilgodebeløpet under kundens åpne poster i Tripletex.</translation>
    </message>
    <message>
        <source>Marked as already booked with voucher or invoice {voucher} ({by}, {at}). Reason: {remark}. Nothing was sent.</source>
        <translation>Merket som allerede bokført med bilag eller faktura {voucher} ({by}, {at}). Grunn: {remark}. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>The order is already marked as booked with voucher or invoice {voucher}.</source>
        <translation>Ordren er allerede merket som bokført med bilag eller faktura {voucher}.</translation>
    </message>
    <message>
        <source>Take the mark back if the order is to be transferred after all.</source>
        <translation>Ta tilbake merkingen hvis ordren likevel skal overføres.</translation>
    </message>
    <message>
        <source>Invoice {invoice} was credited with credit order {order}. The sale is not invoiced again.</source>
        <translation>Faktura {invoice} er kreditert med kreditordre {order}. Salget faktureres ikke på nytt.</translation>
    </message>
    <message>
        <source>Nothing needs to be done. If the customer keeps the goods after all, make a new invoice in Tripletex.</source>
        <translation>Du trenger ikke gjøre noe. Beholder kunden varene likevel, lager du en ny faktura i Tripletex.</translation>
    </message>
    <message>
        <source>What the customer has in credit after invoice {invoice} was credited is not what was shown. Nothing was sent.</source>
        <translation>Det kunden har til gode etter at faktura {invoice} ble kreditert, er ikke lenger det som ble vist. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>Look at the payment and the e-mail as they are now, and transfer the order again.</source>
        <translation>Se på betalingen og e-posten slik de er nå, og overfør ordren på nytt.</translation>
    </message>
    <message>
        <source>Take the mark back first if it is wrong.</source>
        <translation>Ta først tilbake merkingen hvis den er feil.</translation>
    </message>
    <message>
        <source>Order {order} is not marked as already booked.</source>
        <translation>Ordre {order} er ikke merket som allerede bokført.</translation>
    </message>
    <message>
        <source>Fetch the orders anew to see how it stands.</source>
        <translation>Hent nye ordrer for å se status på ordren.</translation>
    </message>
    <message>
        <source>The voucher or invoice number is missing.</source>
        <translation>Bilags- eller fakturanummer mangler.</translation>
    </message>
    <message>
        <source>Give the number that the order is booked with in Tripletex.</source>
        <translation>Skriv inn nummeret som ordren er bokført med i Tripletex.</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex the last time. What was sent may still take effect, until {until}.</source>
        <translation>Fikk ikke svar fra Tripletex sist. Det som ble sendt, kan fortsatt bli utført, fram til kl. {until}.</translation>
    </message>
    <message>
        <source>Check in Tripletex after {until}, or transfer the order again: it is looked up before anything is sent.</source>
        <translation>Sjekk i Tripletex etter kl. {until}, eller overfør ordren på nytt. Den slås opp før noe sendes.</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex the last time, but order {number} is there. It is not booked as an invoice.</source>
        <translation>Fikk ikke svar fra Tripletex sist, men ordre {number} ligger der. Den er ikke bokført som faktura.</translation>
    </message>
    <message>
        <source>It is safe to transfer the order again: it goes on at the step that is missing.</source>
        <translation>Det er trygt å overføre ordren på nytt. Overføringen fortsetter på steget som mangler.</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex the last time, and what was sent is not there. Nothing is booked.</source>
        <translation>Fikk ikke svar fra Tripletex sist, og det som ble sendt, ligger ikke der. Ingenting er bokført.</translation>
    </message>
    <message>
        <source>It is safe to transfer the order again.</source>
        <translation>Det er trygt å overføre ordren på nytt.</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex when the customer was created. Nothing is booked.</source>
        <translation>Fikk ikke svar fra Tripletex da kunden ble opprettet. Ingenting er bokført.</translation>
    </message>
    <message>
        <source>Transfer the order again: the customer is looked up before anything is sent.</source>
        <translation>Overfør ordren på nytt. Kunden slås opp før noe sendes.</translation>
    </message>
    <message>
        <source>Status “{status}” set in Mystore, customer notified</source>
        <translation>Status «{status}» satt i Mystore, kunden varslet</translation>
    </message>
    <message>
        <source>Status “{status}” set in Mystore</source>
        <translation>Status «{status}» satt i Mystore</translation>
    </message>
    <message>
        <source>The program ended while it set the status “{status}”</source>
        <translation>Programmet ble avsluttet mens det satte status «{status}»</translation>
    </message>
    <message>
        <source>Got no answer from Mystore about the status “{status}”</source>
        <translation>Fikk ikke svar fra Mystore om status «{status}»</translation>
    </message>
    <message>
        <source>Mystore did not set the status “{status}”</source>
        <translation>Mystore satte ikke status «{status}»</translation>
    </message>
    <message>
        <source>Customer saved in Tripletex</source>
        <translation>Kunden lagret i Tripletex</translation>
    </message>
    <message>
        <source>Customer {number} saved in Tripletex</source>
        <translation>Kunde {number} lagret i Tripletex</translation>
    </message>
    <message>
        <source>The program ended while it saved the customer</source>
        <translation>Programmet ble avsluttet mens kunden ble lagret</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex about the customer</source>
        <translation>Fikk ikke svar fra Tripletex om kunden</translation>
    </message>
    <message>
        <source>Customer was not saved in Tripletex</source>
        <translation>Kunden ble ikke lagret i Tripletex</translation>
    </message>
    <message>
        <source>Product {number} found in Tripletex</source>
        <translation>Produkt {number} funnet i Tripletex</translation>
    </message>
    <message>
        <source>Product {number} made in Tripletex</source>
        <translation>Produkt {number} opprettet i Tripletex</translation>
    </message>
    <message>
        <source>The program ended while it made the product {number}</source>
        <translation>Programmet ble avsluttet mens det opprettet produktet {number}</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex about the product {number}</source>
        <translation>Fikk ikke svar fra Tripletex om produktet {number}</translation>
    </message>
    <message>
        <source>Checked: the product {number} is not in Tripletex</source>
        <translation>Sjekket: produktet {number} finnes ikke i Tripletex</translation>
    </message>
    <message>
        <source>The product {number} was not made in Tripletex</source>
        <translation>Produktet {number} ble ikke opprettet i Tripletex</translation>
    </message>
    <message>
        <source>Order {number} found in Tripletex</source>
        <translation>Ordre {number} funnet i Tripletex</translation>
    </message>
    <message>
        <source>Order {number} entered in Tripletex</source>
        <translation>Ordre {number} lagt inn i Tripletex</translation>
    </message>
    <message>
        <source>The program ended while it sent order {number}</source>
        <translation>Programmet ble avsluttet mens ordre {number} ble sendt</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex about order {number}</source>
        <translation>Fikk ikke svar fra Tripletex om ordre {number}</translation>
    </message>
    <message>
        <source>Order {number} is no longer in Tripletex</source>
        <translation>Ordre {number} ligger ikke lenger i Tripletex</translation>
    </message>
    <message>
        <source>Checked: order {number} is not in Tripletex</source>
        <translation>Sjekket: ordre {number} ligger ikke i Tripletex</translation>
    </message>
    <message>
        <source>Order {number} was not entered in Tripletex</source>
        <translation>Ordre {number} ble ikke lagt inn i Tripletex</translation>
    </message>
    <message>
        <source>The program ended while it invoiced order {number}</source>
        <translation>Programmet ble avsluttet mens ordre {number} ble fakturert</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex about the invoice of {number}</source>
        <translation>Fikk ikke svar fra Tripletex om fakturaen for ordre {number}</translation>
    </message>
    <message>
        <source>Checked: order {number} is not invoiced in Tripletex</source>
        <translation>Sjekket: ordre {number} er ikke fakturert i Tripletex</translation>
    </message>
    <message>
        <source>Order {number} could not be sent as EHF: nothing was booked</source>
        <translation>Ordre {number} kunne ikke sendes som EHF: ingenting ble bokført</translation>
    </message>
    <message>
        <source>Order {number} was not invoiced</source>
        <translation>Ordre {number} ble ikke fakturert</translation>
    </message>
    <message>
        <source>Invoice {number} is no longer in Tripletex</source>
        <translation>Faktura {number} finnes ikke lenger i Tripletex</translation>
    </message>
    <message>
        <source>Invoice {number} has been credited in part in Tripletex</source>
        <translation>Faktura {number} er delvis kreditert i Tripletex</translation>
    </message>
    <message>
        <source>Invoice {number} has been credited in Tripletex</source>
        <translation>Faktura {number} er kreditert i Tripletex</translation>
    </message>
    <message>
        <source>Invoice {number} found in Tripletex</source>
        <translation>Faktura {number} funnet i Tripletex</translation>
    </message>
    <message>
        <source>Invoice {number} booked</source>
        <translation>Faktura {number} bokført</translation>
    </message>
    <message>
        <source>Credit note {number} found in Tripletex</source>
        <translation>Kreditnota {number} funnet i Tripletex</translation>
    </message>
    <message>
        <source>Credit note {number} booked</source>
        <translation>Kreditnota {number} bokført</translation>
    </message>
    <message>
        <source>The program ended while it made the credit note</source>
        <translation>Programmet ble avsluttet mens det laget kreditnotaen</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex about the credit note</source>
        <translation>Fikk ikke svar fra Tripletex om kreditnotaen</translation>
    </message>
    <message>
        <source>Checked: the credit note is not in Tripletex</source>
        <translation>Sjekket: Kreditnotaen finnes ikke i Tripletex</translation>
    </message>
    <message>
        <source>Could not be sent as EHF: nothing was booked</source>
        <translation>Kunne ikke sendes som EHF: ingenting ble bokført</translation>
    </message>
    <message>
        <source>The credit note was not made</source>
        <translation>Kreditnotaen ble ikke laget</translation>
    </message>
    <message>
        <source>Nothing was open to pay back on {number}</source>
        <translation>Ingenting sto åpent å betale tilbake på {number}</translation>
    </message>
    <message>
        <source>Refund on {number} found in Tripletex</source>
        <translation>Tilbakebetaling på {number} funnet i Tripletex</translation>
    </message>
    <message>
        <source>Refund registered on {number}</source>
        <translation>Tilbakebetaling registrert på {number}</translation>
    </message>
    <message>
        <source>The program ended while it registered the refund</source>
        <translation>Programmet ble avsluttet mens det registrerte tilbakebetalingen</translation>
    </message>
    <message>
        <source>Got no answer from Tripletex about the refund</source>
        <translation>Fikk ikke svar fra Tripletex om tilbakebetalingen</translation>
    </message>
    <message>
        <source>Checked: the refund is not registered in Tripletex</source>
        <translation>Sjekket: Tilbakebetalingen er ikke registrert i Tripletex</translation>
    </message>
    <message>
        <source>The refund was not registered</source>
        <translation>Tilbakebetalingen ble ikke registrert</translation>
    </message>
    <message>
        <source>The mark “already booked” ({voucher}) was taken back</source>
        <translation>Merkingen «allerede bokført» ({voucher}) ble tatt tilbake</translation>
    </message>
    <message>
        <source>Marked as already booked with {voucher}: {remark}</source>
        <translation>Merket som allerede bokført med {voucher}: {remark}</translation>
    </message>
    <message>
        <source>VAT term not known</source>
        <translation>ukjent mva-termin</translation>
    </message>
    <message>
        <source>VAT year {year}</source>
        <translation>mva-året {year}</translation>
    </message>
    <message>
        <source>VAT term {number} of {year}</source>
        <translation>{number}. termin {year}</translation>
    </message>
    <message>
        <source>{ours} was paid with {payment_type} in Mystore, but {theirs} is posted on its account in Tripletex.</source>
        <translation>{ours} er betalt med {payment_type} i Mystore, men {theirs} er bokført på kontoen i Tripletex.</translation>
    </message>
    <message>
        <source>The two payments of invoice {invoice} could not be checked: Tripletex did not show the vouchers.</source>
        <translation>De to betalingene på faktura {invoice} kunne ikke kontrolleres: Tripletex viste ikke bilagene.</translation>
    </message>
    <message>
        <source>Check in Tripletex that each payment is right: that nothing is outstanding does not prove it.</source>
        <translation>Sjekk i Tripletex at hver betaling er riktig: at ingenting er utestående, beviser det ikke.</translation>
    </message>
    <message>
        <source>Tripletex has posted {theirs} VAT with code {vat_code}, but the order has {ours}.</source>
        <translation>Tripletex har bokført {theirs} i mva med kode {vat_code}, men ordren har {ours}.</translation>
    </message>
    <message>
        <source>VAT with code {vat_code}: {theirs} in Tripletex, {ours} by line. The difference is rounding.</source>
        <translation>Mva med kode {vat_code}: {theirs} i Tripletex, {ours} regnet per linje. Differansen er avrunding.</translation>
    </message>
    <message>
        <source>The VAT of invoice {invoice} as posted could not be checked: Tripletex did not show it on the voucher.</source>
        <translation>Mva på bilaget til faktura {invoice} kunne ikke kontrolleres: Tripletex viste den ikke.</translation>
    </message>
    <message>
        <source>VAT and payment as posted could not be checked: Tripletex did not show the vouchers of invoice {invoice}.</source>
        <translation>Mva og betaling på bilaget kunne ikke kontrolleres: Tripletex viste ikke bilagene til faktura {invoice}.</translation>
    </message>
    <message>
        <source>Look at the invoice in Tripletex if you want to be sure.</source>
        <translation>Se på fakturaen i Tripletex hvis du vil være sikker.</translation>
    </message>
    <message>
        <source>Tripletex has rounded the invoice to whole kroner: {amount}.</source>
        <translation>Tripletex har rundet av fakturaen til hele kroner: {amount}.</translation>
    </message>
</context>
</TS>
