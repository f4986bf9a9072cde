package no.forfall.cockpit;

/**
 * Something that must tie in the books. Each is one statement over all invoices that returns where it does not: a subject,
 * the invoice, what was expected and what was found, in the invoice's currency.
 */
enum Tie {

    /** The lines on the principal begin with what was invoiced, once. */
    INVOICED("""
            select i.id::text as subject, i.id as invoice_id, i.amount as expected, coalesce(sum(l.amount), 0) as found
            from app.invoice i
            left join app.ledger_line l on l.invoice_id = i.id and l.part = 'PRINCIPAL' and l.kind = 'CHARGE'
            group by i.id, i.amount
            having coalesce(sum(l.amount), 0) <> i.amount
            """),

    /** The sum that lists show is the balance that the application derives from the kinds and parts it knows. */
    BALANCE("""
            select l.invoice_id::text as subject, l.invoice_id,
                   sum(case when not l.part = any(:parts) then 0
                            when l.kind = any(:raising) then l.amount
                            when l.kind = any(:lowering) then -l.amount
                            else 0 end) as expected,
                   sum(l.effect) as found
            from app.ledger_line l
            group by l.invoice_id
            having sum(l.effect) <> sum(case when not l.part = any(:parts) then 0
                                             when l.kind = any(:raising) then l.amount
                                             when l.kind = any(:lowering) then -l.amount
                                             else 0 end)
            """),

    /** What an invoice took of each payment is in its ledger. */
    PAYMENT("""
            with booked as (
                select split_part(source, ':', 2) as payment, min(invoice_id) as invoice_id, sum(-effect) as amount
                from app.ledger_line where kind in ('PAYMENT', 'REVERSAL') and source like 'payment:%' group by 1),
            elsewhere as (
                select payment_id, sum(amount) as amount
                from app.payment_move where invoice_id is null and undone_at is null group by 1)
            select coalesce(p.id::text, b.payment) as subject, coalesce(b.invoice_id, c.invoice_id) as invoice_id,
                   coalesce(p.amount - p.waiting - coalesce(e.amount, 0), 0) as expected, coalesce(b.amount, 0) as found
            from app.payment p
            left join elsewhere e on e.payment_id = p.id
            full join booked b on b.payment = p.id::text
            left join app.collection_case c on c.number = p.case_number
            where coalesce(p.amount - p.waiting - coalesce(e.amount, 0), 0) <> coalesce(b.amount, 0)
            """),

    /** Every payment in the ledger comes from a bank's record or an agency's answer. */
    PAYMENT_SOURCE("""
            select l.invoice_id || ' ' || l.source as subject, l.invoice_id, 0.00 as expected, l.amount as found
            from app.ledger_line l
            left join app.agency_answer a
                on a.id::text = split_part(l.source, ':', 2) and split_part(l.source, ':', 1) = 'agency'
            where l.kind = 'PAYMENT' and l.source not like 'payment:%' and a.id is null
            """),

    /** Every fee, interest and compensation was charged by a letter that left, on the same case, with that amount. */
    LETTER("""
            select l.invoice_id || ' ' || l.source as subject, l.invoice_id,
                   case when t.id is null then 0
                        when l.part = 'FEE' then t.new_fee
                        when l.part = 'INTEREST' then t.new_interest
                        else t.new_compensation end as expected,
                   l.amount as found
            from app.ledger_line l
            left join app.collection_case c on c.invoice_id = l.invoice_id
            left join app.letter t
                on t.id::text = split_part(l.source, ':', 2) and split_part(l.source, ':', 1) = 'letter'
                and t.state = 'SENT' and t.case_number = c.number
            where l.kind = 'CHARGE' and l.part in ('FEE', 'INTEREST', 'COMPENSATION')
              and (t.id is null
                   or l.part = 'FEE' and t.new_fee <> l.amount
                   or l.part = 'INTEREST' and t.new_interest <> l.amount
                   or l.part = 'COMPENSATION' and t.new_compensation <> l.amount)
            """),

    /** No part but the principal is below zero. */
    NEGATIVE("""
            select l.invoice_id || ' ' || l.part as subject, l.invoice_id, 0.00 as expected, sum(l.effect) as found
            from app.ledger_line l
            where l.part <> 'PRINCIPAL'
            group by l.invoice_id, l.part
            having sum(l.effect) < 0
            """),

    /** A claim that owes nothing has a closed case. */
    SETTLED("""
            select c.number as subject, c.invoice_id, 0.00 as expected, coalesce(sum(l.effect), 0) as found
            from app.collection_case c
            left join app.ledger_line l on l.invoice_id = c.invoice_id
            where c.state <> 'CLOSED'
            group by c.number, c.invoice_id
            having coalesce(sum(l.effect), 0) <= 0
            """),

    /** A case that ended because nothing is owed owes nothing. */
    STILL_OWED("""
            select c.number as subject, c.invoice_id, 0.00 as expected, sum(l.effect) as found
            from app.collection_case c
            join app.ledger_line l on l.invoice_id = c.invoice_id
            where c.closing_reason in ('PAID', 'CREDITED', 'WAIVED', 'WRITTEN_OFF')
            group by c.number, c.invoice_id
            having sum(l.effect) > 0
            """);

    private static final String KEEP = """
            with faults as (FAULTS),
            gone as (
                delete from app.ledger_finding f
                where f.kind = :kind and not exists (select 1 from faults n where n.subject = f.subject))
            insert into app.ledger_finding as f (kind, subject, case_number, currency, expected, found, since)
            select :kind, left(n.subject, 160), c.number, coalesce(i.currency, 'XXX'), n.expected, n.found, :today
            from faults n
            left join app.invoice i on i.id = n.invoice_id
            left join app.collection_case c on c.invoice_id = n.invoice_id
            on conflict (kind, subject) do update set expected = excluded.expected, found = excluded.found
            returning f.case_number, f.currency, f.expected, f.found, (f.xmax = 0) as is_new
            """;

    private final String faults;

    Tie(String faults) {
        this.faults = faults;
    }

    /** Finds where it does not tie and keeps that in place of what was found before; returns all there is now. */
    String keeping() {
        return KEEP.replace("FAULTS", faults);
    }
}
