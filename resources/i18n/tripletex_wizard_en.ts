<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>BatchProgress</name>
    <message numerus="yes">
        <source>%n order(s) are waiting. Nothing more is sent meanwhile.</source>
        <translation>
            <numerusform>%n order is waiting. Nothing more is sent meanwhile.</numerusform>
            <numerusform>%n orders are waiting. Nothing more is sent meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalledOffNote</name>
    <message numerus="yes">
        <source>%n order(s) cancelled or returned in Mystore</source>
        <translation>
            <numerusform>%n order is cancelled or returned in Mystore</numerusform>
            <numerusform>%n orders are cancelled or returned in Mystore</numerusform>
        </translation>
    </message>
</context>
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
        <source>%n credit note(s)</source>
        <translation>
            <numerusform>%n credit note</numerusform>
            <numerusform>%n credit notes</numerusform>
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
        <source>%n as EHF</source>
        <translation>
            <numerusform>%n as EHF</numerusform>
            <numerusform>%n as EHF</numerusform>
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
    <name>DateChoice</name>
    <message numerus="yes">
        <source>%n order(s) delivered by {day}.</source>
        <translation>
            <numerusform>%n order was delivered by {day}.</numerusform>
            <numerusform>%n orders were delivered by {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cannot carry that date.</source>
        <translation>
            <numerusform>%n order cannot carry that date.</numerusform>
            <numerusform>%n orders cannot carry that date.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmailSwitch</name>
    <message numerus="yes">
        <source>{addresses} and %n more</source>
        <translation>
            <numerusform>{addresses} and %n more</numerusform>
            <numerusform>{addresses} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListedNote</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as invoice</source>
        <translation>
            <numerusform>%n as invoice</numerusform>
            <numerusform>%n as invoice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as order</source>
        <translation>
            <numerusform>%n as order</numerusform>
            <numerusform>%n as order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s), {amount}</source>
        <translation>
            <numerusform>%n refund, {amount}</numerusform>
            <numerusform>%n refunds, {amount}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked up in Tripletex</source>
        <translation>
            <numerusform>%n to be looked up in Tripletex</numerusform>
            <numerusform>%n to be looked up in Tripletex</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be transferred</source>
        <translation>
            <numerusform>%n cannot be transferred</numerusform>
            <numerusform>%n cannot be transferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) will be sent</source>
        <translation>
            <numerusform>%n e-mail will be sent</numerusform>
            <numerusform>%n e-mails will be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be sent as EHF</source>
        <translation>
            <numerusform>%n will be sent as EHF</numerusform>
            <numerusform>%n will be sent as EHF</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTexts</name>
    <message numerus="yes">
        <source>Transfer %n order(s) to Tripletex</source>
        <translation>
            <numerusform>Transfer %n order to Tripletex</numerusform>
            <numerusform>Transfer %n orders to Tripletex</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Transfer %n</source>
        <translation>
            <numerusform>&amp;Transfer %n</numerusform>
            <numerusform>&amp;Transfer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be transferred in this way, and is left out:</source>
        <translation>
            <numerusform>%n cannot be transferred in this way, and is left out:</numerusform>
            <numerusform>%n cannot be transferred in this way, and are left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) left out</source>
        <translation>
            <numerusform>%n order left out</numerusform>
            <numerusform>%n orders left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have been sent before</source>
        <translation>
            <numerusform>%n order has been sent before</numerusform>
            <numerusform>%n orders have been sent before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n does not agree, difference {difference}</source>
        <translation>
            <numerusform>%n does not agree, difference {difference}</numerusform>
            <numerusform>%n do not agree, difference {difference}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) without an e-mail address get none.</source>
        <translation>
            <numerusform>%n customer without an e-mail address gets none.</numerusform>
            <numerusform>%n customers without an e-mail address get none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have the status already.</source>
        <translation>
            <numerusform>%n order has the status already.</numerusform>
            <numerusform>%n orders have the status already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) may have been told before.</source>
        <translation>
            <numerusform>%n customer may have been told before.</numerusform>
            <numerusform>%n customers may have been told before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent from Tripletex, as the set-up says.</source>
        <translation>
            <numerusform>%n not sent from Tripletex, as the set-up says.</numerusform>
            <numerusform>%n not sent from Tripletex, as the set-up says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is sent once the status has been set, as the set-up says.</source>
        <translation>
            <numerusform>%n is sent once the status has been set, as the set-up says.</numerusform>
            <numerusform>%n are sent once the status has been set, as the set-up says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) dated {day}.</source>
        <translation>
            <numerusform>%n invoice dated {day}.</numerusform>
            <numerusform>%n invoices dated {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, for orders are never sent.</source>
        <translation>
            <numerusform>%n not sent, for orders are never sent.</numerusform>
            <numerusform>%n not sent, for orders are never sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, for want of a usable e-mail address.</source>
        <translation>
            <numerusform>%n not sent, for want of a usable e-mail address.</numerusform>
            <numerusform>%n not sent, for want of a usable e-mail address.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, for Mystore&apos;s receipt is the sales document.</source>
        <translation>
            <numerusform>%n not sent, for Mystore&apos;s receipt is the sales document.</numerusform>
            <numerusform>%n not sent, for Mystore&apos;s receipt is the sales document.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, for it is in Tripletex already.</source>
        <translation>
            <numerusform>%n not sent, for it is in Tripletex already.</numerusform>
            <numerusform>%n not sent, for they are in Tripletex already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is sent only if Tripletex turns out not to have the invoice.</source>
        <translation>
            <numerusform>%n is sent only if Tripletex turns out not to have the invoice.</numerusform>
            <numerusform>%n are sent only if Tripletex turns out not to have the invoices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in Tripletex: nothing is sent.</source>
        <translation>
            <numerusform>%n already in Tripletex: nothing is sent.</numerusform>
            <numerusform>%n already in Tripletex: nothing is sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open order(s) in Tripletex are invoiced.</source>
        <translation>
            <numerusform>%n open order in Tripletex is invoiced.</numerusform>
            <numerusform>%n open orders in Tripletex are invoiced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go on at the step that is missing.</source>
        <translation>
            <numerusform>%n goes on at the step that is missing.</numerusform>
            <numerusform>%n go on at the step that is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n looked up in Tripletex before anything is sent.</source>
        <translation>
            <numerusform>%n looked up in Tripletex before anything is sent.</numerusform>
            <numerusform>%n looked up in Tripletex before anything is sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credit note(s) lack only the refund.</source>
        <translation>
            <numerusform>%n credit note lacks only the refund.</numerusform>
            <numerusform>%n credit notes lack only the refund.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n credited in Tripletex, and transferred anew with numbers of their own.</source>
        <translation>
            <numerusform>%n credited in Tripletex, and transferred anew with a number of its own.</numerusform>
            <numerusform>%n credited in Tripletex, and transferred anew with numbers of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can be worked out only when the status has been set.</source>
        <translation>
            <numerusform>%n can be worked out only when the status has been set.</numerusform>
            <numerusform>%n can be worked out only when the status has been set.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressTexts</name>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transferred</source>
        <translation>
            <numerusform>%n transferred</numerusform>
            <numerusform>%n transferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped</source>
        <translation>
            <numerusform>%n stopped</numerusform>
            <numerusform>%n stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unresolved</source>
        <translation>
            <numerusform>%n unresolved</numerusform>
            <numerusform>%n unresolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to look at</source>
        <translation>
            <numerusform>%n order to look at</numerusform>
            <numerusform>%n orders to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mystore told %n customer(s)</source>
        <translation>
            <numerusform>Mystore told %n customer</numerusform>
            <numerusform>Mystore told %n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Try %n again</source>
        <translation>
            <numerusform>&amp;Try %n again</numerusform>
            <numerusform>&amp;Try %n again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefundQuestion</name>
    <message numerus="yes">
        <source>%n credit order(s), {amount} to the customer.</source>
        <translation>
            <numerusform>%n credit order, {amount} to the customer.</numerusform>
            <numerusform>%n credit orders, {amount} to the customers.</numerusform>
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
        <translation>
            <numerusform>%n order selected</numerusform>
            <numerusform>%n orders selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them only lack(s) that the refund of {amount} is registered.</source>
        <translation>
            <numerusform>%n of them only lacks that the refund of {amount} is registered.</numerusform>
            <numerusform>%n of them only lack that the refunds of {amount} are registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will be looked up in Tripletex first, and is not in the sums.</source>
        <translation>
            <numerusform>%n of them will be looked up in Tripletex first, and is not in the sums.</numerusform>
            <numerusform>%n of them will be looked up in Tripletex first, and are not in the sums.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them will not be transferred, and is not in the sums.</source>
        <translation>
            <numerusform>%n of them will not be transferred, and is not in the sums.</numerusform>
            <numerusform>%n of them will not be transferred, and are not in the sums.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnexplainedNote</name>
    <message numerus="yes">
        <source>%n order(s) of the last 90 days hold articles with 0 % VAT whose reason has not been given: {articles}. Such orders are stopped.</source>
        <translation>
            <numerusform>%n order of the last 90 days holds articles with 0 % VAT whose reason has not been given: {articles}. Such orders are stopped.</numerusform>
            <numerusform>%n orders of the last 90 days hold articles with 0 % VAT whose reason has not been given: {articles}. Such orders are stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{articles} and %n more</source>
        <translation>
            <numerusform>{articles} and %n more</numerusform>
            <numerusform>{articles} and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
