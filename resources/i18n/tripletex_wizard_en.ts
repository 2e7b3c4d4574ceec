<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>{done} of %n order(s) transferred</source>
        <translation>
            <numerusform>{done} of %n order transferred</numerusform>
            <numerusform>{done} of %n orders transferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n order(s) ready to be transferred. Nothing was sent.</source>
        <translation>
            <numerusform>{done} of %n order ready to be transferred. Nothing was sent.</numerusform>
            <numerusform>{done} of %n orders ready to be transferred. Nothing was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n e-mail</numerusform>
            <numerusform>%n e-mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) had been transferred before</source>
        <translation>
            <numerusform>%n order had been transferred before</numerusform>
            <numerusform>%n orders had been transferred before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were not tried</source>
        <translation>
            <numerusform>%n order was not tried</numerusform>
            <numerusform>%n orders were not tried</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingCounts</name>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n su&amp;ggestion(s)</source>
        <translation>
            <numerusform>Accept %n su&amp;ggestion</numerusform>
            <numerusform>Accept %n su&amp;ggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderFooter</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as invoice</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as order</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked up in Tripletex</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be transferred</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) will be sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleCounts</name>
    <message numerus="yes">
        <source>Due after %n day(s)</source>
        <translation>
            <numerusform>Due after %n day</numerusform>
            <numerusform>Due after %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionSheet</name>
    <message numerus="yes">
        <source>%n order(s) selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will not be transferred, and is not in the sums.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
