-- The business rows of a lifecycle, as the product writes them, each written once; :n is the number of the invoice.
-- For the engines they are sent over JDBC, for the comparison without an engine by pgbench.

-- step: creditor
insert into app.creditor (id, organisation_number, name, country, account) values (1, '987654325', 'Fjord Varme AS', 'NO', '1506 41 20870');

-- step: register
insert into app.imported_document (creditor_id, kind, number, content)
    select 1, 'INVOICE', 'FV-' || n, jsonb_build_object('due', '2026-01-12', 'amount', 'NOK 1000.00', 'issued', '2025-12-29',
        'credits', '', 'customer', 'K' || n, 'reference', '7' || n) from (select :n::bigint as n) x;
insert into app.debtor (id, creditor_id, customer_number, name, kind, relation, language, email, phone, street,
        postal_code, city, country_code)
    select n, 1, 'K' || n, 'Fjell ' || n || ' AS', 'BUSINESS', 'KNOWN', 'nb', 'post@fjell-' || n || '.example',
        '22 00 00 00', 'Dalen 2', '5003', 'Bergen', 'NO' from (select :n::bigint as n) x;
insert into app.invoice (id, creditor_id, debtor_id, number, issued_on, first_due_on, due_on, currency, amount,
        payment_reference, account, description, fee_agreed)
    select n, 1, n, 'FV-' || n, current_date - 14, current_date, current_date, 'NOK', 1000, '7' || n, '1506 41 20870',
        'Heating', true from (select :n::bigint as n) x;
insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
    select n, 'PRINCIPAL', 'CHARGE', 1000, current_date, 'invoice.FV-' || n from (select :n::bigint as n) x;
insert into app.collection_case (number, invoice_id, state, opened_at) select 'B-' || n, n, 'OPEN', now() from (select :n::bigint as n) x;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'CaseOpened', 'forfall', jsonb_build_object('dueOn', '2026-01-12', 'amount', 'NOK 1000.00', 'invoiceNumber', 'FV-' || n) from (select :n::bigint as n) x;

-- step: queue1
insert into app.outbox (key, case_number, activity, input, origin, state, queued_at, not_before)
    select md5('letter1' || n)::uuid, 'B-' || n, 'sendLetter', jsonb_build_object('letter', 'FRIENDLY_REMINDER', 'withFee', null, 'daysToPay', 14),
        '53444920-e667-11f1-9020-02fc00000001 sendLetter.53444921-e667-11f1-9020-02fc00000001 overdue-invoice.1.464569ba-e667-11f1-9020-02fc00000001 sendLetter',
        'QUEUED', now(), now() from (select :n::bigint as n) x;

-- step: deliver1
insert into app.letter (id, case_number, type, legal_step, state, channel, sender, recipient, language, dated,
        deadline, prepared_at, sent_at, receipt, currency, principal, fee, interest, compensation, new_fee, new_interest,
        subject, text, html, terms)
    select md5('letter1' || n)::uuid, 'B-' || n, 'FRIENDLY_REMINDER', 'CONTACT', 'SENT', 'EMAIL', 'bench@forfall.example',
        'post@fjell-' || n || '.example', 'nb', current_date, current_date + 14, now(), now(), '', 'NOK', 1000, 0,
        0, 0, 0, 0, 'A letter', 'Text', '<p>Text</p>',
        '{"tone": "NEUTRAL", "basis": {"row": 1, "note": "", "table": "letter-policy", "agreed": [], "version": 1},
        "moreDays": 0, "chargeFee": true, "daysToPay": null}'::jsonb from (select :n::bigint as n) x;
insert into app.letter_document (letter_id, kind, content)
    select md5('letter1' || n)::uuid, 'PDF', '\x504446'::bytea from (select :n::bigint as n) x;
insert into app.letter_document (letter_id, kind, content)
    select md5('letter1' || n)::uuid, 'MIME', decode(repeat('4d494d45', 300), 'hex') from (select :n::bigint as n) x;
update app.outbox set state = 'CONFIRMED', attempts = 1, facts = '{"lastContactOn": "2026-01-26", "letterDeadline": "2026-02-09"}'
    where key = md5('letter1' || :n::bigint)::uuid;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'LetterSent', 'forfall', jsonb_build_object('fee', 'NOK 0.00', 'sentOn', '2026-01-26', 'channel', 'EMAIL', 'deadline', '2026-02-09',
        'letterId', md5('letter1' || n)::uuid, 'recipient', 'post@fjell-' || n || '.example', 'letterType', 'FRIENDLY_REMINDER') from (select :n::bigint as n) x;

-- step: queue2
insert into app.outbox (key, case_number, activity, input, origin, state, queued_at, not_before)
    select md5('letter2' || n)::uuid, 'B-' || n, 'sendLetter', jsonb_build_object('letter', 'FEE_REMINDER', 'withFee', null, 'daysToPay', 14),
        '53444920-e667-11f1-9020-02fc00000001 sendLetter.53444921-e667-11f1-9020-02fc00000001 overdue-invoice.1.464569ba-e667-11f1-9020-02fc00000001 sendLetter',
        'QUEUED', now(), now() from (select :n::bigint as n) x;

-- step: deliver2
insert into app.letter (id, case_number, type, legal_step, state, channel, sender, recipient, language, dated,
        deadline, prepared_at, sent_at, receipt, currency, principal, fee, interest, compensation, new_fee, new_interest,
        subject, text, html, terms)
    select md5('letter2' || n)::uuid, 'B-' || n, 'FEE_REMINDER', 'REMINDER', 'SENT', 'EMAIL', 'bench@forfall.example',
        'post@fjell-' || n || '.example', 'nb', current_date, current_date + 14, now(), now(), '', 'NOK', 1000, 38,
        4.6, 0, 38, 4.6, 'A letter', 'Text', '<p>Text</p>',
        '{"tone": "NEUTRAL", "basis": {"row": 1, "note": "", "table": "letter-policy", "agreed": [], "version": 1},
        "moreDays": 0, "chargeFee": true, "daysToPay": null}'::jsonb from (select :n::bigint as n) x;
insert into app.letter_document (letter_id, kind, content)
    select md5('letter2' || n)::uuid, 'PDF', '\x504446'::bytea from (select :n::bigint as n) x;
insert into app.letter_document (letter_id, kind, content)
    select md5('letter2' || n)::uuid, 'MIME', decode(repeat('4d494d45', 300), 'hex') from (select :n::bigint as n) x;
insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
    select n, 'FEE', 'CHARGE', 38, current_date, 'letter.2.FEE' from (select :n::bigint as n) x;
insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
    select n, 'INTEREST', 'CHARGE', 4.6, current_date, 'letter.2.INTEREST' from (select :n::bigint as n) x;
update app.outbox set state = 'CONFIRMED', attempts = 1, facts = '{"lastContactOn": "2026-01-26", "letterDeadline": "2026-02-09"}'
    where key = md5('letter2' || :n::bigint)::uuid;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'LetterSent', 'forfall', jsonb_build_object('fee', 'NOK 38.00', 'sentOn', '2026-01-26', 'channel', 'EMAIL', 'deadline', '2026-02-09',
        'letterId', md5('letter2' || n)::uuid, 'recipient', 'post@fjell-' || n || '.example', 'letterType', 'FEE_REMINDER') from (select :n::bigint as n) x;

-- step: queue3
insert into app.outbox (key, case_number, activity, input, origin, state, queued_at, not_before)
    select md5('letter3' || n)::uuid, 'B-' || n, 'sendLetter', jsonb_build_object('letter', 'COLLECTION_NOTICE', 'withFee', null, 'daysToPay', 14),
        '53444920-e667-11f1-9020-02fc00000001 sendLetter.53444921-e667-11f1-9020-02fc00000001 overdue-invoice.1.464569ba-e667-11f1-9020-02fc00000001 sendLetter',
        'QUEUED', now(), now() from (select :n::bigint as n) x;

-- step: deliver3
insert into app.letter (id, case_number, type, legal_step, state, channel, sender, recipient, language, dated,
        deadline, prepared_at, sent_at, receipt, currency, principal, fee, interest, compensation, new_fee, new_interest,
        subject, text, html, terms)
    select md5('letter3' || n)::uuid, 'B-' || n, 'COLLECTION_NOTICE', 'NOTICE', 'SENT', 'EMAIL', 'bench@forfall.example',
        'post@fjell-' || n || '.example', 'nb', current_date, current_date + 14, now(), now(), '', 'NOK', 1000, 38,
        5.59, 0, 38, 5.59, 'A letter', 'Text', '<p>Text</p>',
        '{"tone": "NEUTRAL", "basis": {"row": 1, "note": "", "table": "letter-policy", "agreed": [], "version": 1},
        "moreDays": 0, "chargeFee": true, "daysToPay": null}'::jsonb from (select :n::bigint as n) x;
insert into app.letter_document (letter_id, kind, content)
    select md5('letter3' || n)::uuid, 'PDF', '\x504446'::bytea from (select :n::bigint as n) x;
insert into app.letter_document (letter_id, kind, content)
    select md5('letter3' || n)::uuid, 'MIME', decode(repeat('4d494d45', 300), 'hex') from (select :n::bigint as n) x;
insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
    select n, 'FEE', 'CHARGE', 38, current_date, 'letter.3.FEE' from (select :n::bigint as n) x;
insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
    select n, 'INTEREST', 'CHARGE', 5.59, current_date, 'letter.3.INTEREST' from (select :n::bigint as n) x;
update app.outbox set state = 'CONFIRMED', attempts = 1, facts = '{"lastContactOn": "2026-01-26", "letterDeadline": "2026-02-09"}'
    where key = md5('letter3' || :n::bigint)::uuid;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'LetterSent', 'forfall', jsonb_build_object('fee', 'NOK 38.00', 'sentOn', '2026-01-26', 'channel', 'EMAIL', 'deadline', '2026-02-09',
        'letterId', md5('letter3' || n)::uuid, 'recipient', 'post@fjell-' || n || '.example', 'letterType', 'COLLECTION_NOTICE') from (select :n::bigint as n) x;

-- step: pay
insert into app.payment (key, file, booked_on, amount, currency, reference, payer, state, waiting, case_number, received_at)
    select 'id.B' || n, 'b80e160f9a332d4b731cd46a1e0aaf7d9b3629d2509ab894fca001d72d192418', current_date, 1042.60,
        'NOK', '7' || n, 'Fjell ' || n || ' AS', 'POSTED', 0, 'B-' || n, now() from (select :n::bigint as n) x;
insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
    select n, 'PRINCIPAL', 'PAYMENT', 1000, current_date, 'payment:' || n || '.PRINCIPAL' from (select :n::bigint as n) x;
insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
    select n, 'FEE', 'PAYMENT', 38, current_date, 'payment:' || n || '.FEE' from (select :n::bigint as n) x;
insert into app.ledger_line (invoice_id, part, kind, amount, booked_on, source)
    select n, 'INTEREST', 'PAYMENT', 4.60, current_date, 'payment:' || n || '.INTEREST' from (select :n::bigint as n) x;
update app.collection_case set state = 'CLOSED', closing_reason = 'PAID', closed_at = now()
    where number = 'B-' || :n::bigint;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'PaymentPosted', 'forfall', jsonb_build_object('order', '["PRINCIPAL", "INTEREST", "FEE", "COMPENSATION", "COSTS"]'::jsonb,
        'payer', 'Fjell ' || n || ' AS', 'amount', '1042.60', 'currency', 'NOK', 'bookedOn', '2026-01-27',
        'applied', '{"FEE": "38.00", "INTEREST": "4.60", "PRINCIPAL": "1000.00"}'::jsonb) from (select :n::bigint as n) x;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'CaseClosed', 'forfall', jsonb_build_object('reason', 'PAID') from (select :n::bigint as n) x;

-- step: dispute
insert into app.dispute (id, case_number, reason, text, raised_on, raised_by, holds_case, state)
    select md5('dispute' || n)::uuid, 'B-' || n, 'WRONG_AMOUNT', 'The amount is not what was agreed.', current_date, 'handler',
        true, 'OPEN' from (select :n::bigint as n) x;
update app.collection_case set state = 'HELD', held_since = now(), hold_reason = 'DISPUTE'
    where number = 'B-' || :n::bigint;
insert into app.work_item (id, kind, case_number, process, element, name, team, opened_at)
    select 'assess-' || n, 'STEP', 'B-' || n, 'dispute', 'assessDispute', 'Assess the dispute', 'handler', now() from (select :n::bigint as n) x;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'DisputeRaised', 'forfall', jsonb_build_object('text', 'The amount is not what was agreed.', 'reason', 'WRONG_AMOUNT',
        'dispute', md5('dispute' || n)::uuid) from (select :n::bigint as n) x;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'CaseHeld', 'forfall', jsonb_build_object('until', null, 'reason', 'DISPUTE') from (select :n::bigint as n) x;

-- step: disputeDecided
update app.dispute set state = 'REJECTED', decided_on = current_date, comment = 'As agreed in writing.'
    where id = md5('dispute' || :n::bigint)::uuid;
update app.collection_case set state = 'OPEN', held_since = null, hold_reason = null where number = 'B-' || :n::bigint;
update app.work_item set done_at = now(), done_by = 'handler', outcome = 'COMPLETED'
    where id = 'assess-' || :n::bigint;
insert into app.decider (case_number, step, person) select 'B-' || n, 'assessDispute', 'handler' from (select :n::bigint as n) x;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'DisputeDecided', 'forfall', jsonb_build_object('comment', 'As agreed in writing.', 'outcome', 'REJECTED', 'credited', null,
        'dispute', md5('dispute' || n)::uuid) from (select :n::bigint as n) x;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'CaseResumed', 'forfall', jsonb_build_object('daysHeld', 0) from (select :n::bigint as n) x;

-- step: open
insert into app.work_item (id, kind, case_number, process, element, name, team, opened_at)
    select 'decide-' || n, 'STEP', 'B-' || n, 'overdue-invoice', 'decideHandOver', 'Decide on the hand-over', 'handler', now() from (select :n::bigint as n) x;

-- step: decide
update app.work_item set done_at = now(), done_by = 'handler', outcome = 'COMPLETED'
    where id = 'decide-' || :n::bigint;
insert into app.decider (case_number, step, person) select 'B-' || n, 'decideHandOver', 'handler' from (select :n::bigint as n) x;

-- step: queue4
insert into app.outbox (key, case_number, activity, input, origin, state, queued_at, not_before)
    select md5('handover' || n)::uuid, 'B-' || n, 'handOver', jsonb_build_object('agency', null),
        '53444920-e667-11f1-9020-02fc00000001 handOver.53444921-e667-11f1-9020-02fc00000001 overdue-invoice.1.464569ba-e667-11f1-9020-02fc00000001 handOver',
        'QUEUED', now(), now() from (select :n::bigint as n) x;

-- step: deliver4
insert into app.handover (id, case_number, agency, principal, currency, package, state, prepared_at, handed_over_at)
    select md5('handover' || n)::uuid, 'B-' || n, 'agency', 1000, 'NOK', jsonb_build_object('handoverId', md5('handover' || n), 'reference', 'B-' || n, 'agency', 'agency', 'handedOverOn', '2026-03-03',
        'creditor', jsonb_build_object('name', 'Fjord Varme AS', 'organisationNumber', '987654325', 'country', 'NO'),
        'debtor', jsonb_build_object('customerNumber', 'K' || n, 'name', 'Fjell ' || n || ' AS', 'type', 'BUSINESS'),
        'more', repeat('x', 1200))::json, 'OUT', now(), now() from (select :n::bigint as n) x;
update app.outbox set state = 'CONFIRMED', attempts = 1, facts = '{"handedOverOn": "2026-03-03"}'
    where key = md5('handover' || :n::bigint)::uuid;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'HandedOver', 'forfall', jsonb_build_object('agency', 'agency', 'principal', 'NOK 1000.00', 'handoverId', md5('handover' || n)::uuid) from (select :n::bigint as n) x;

-- step: answer
insert into app.agency_answer (handover_id, answer_key, status, body, received_at, untold)
    select md5('handover' || n)::uuid, md5('answer' || n), 'CLOSED', '{"status": "CLOSED", "message": "Nothing to be had"}'::json,
        now(), false from (select :n::bigint as n) x;
update app.handover set state = 'SETTLED' where id = md5('handover' || :n::bigint)::uuid;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'AgencyAnswered', 'forfall', jsonb_build_object('paid', null, 'status', 'CLOSED', 'handoverId', md5('handover' || n)::uuid) from (select :n::bigint as n) x;

-- step: close
update app.collection_case set state = 'CLOSED', closing_reason = 'SETTLED_BY_AGENCY', closed_at = now()
    where number = 'B-' || :n::bigint;
insert into app.journal (case_number, at, kind, actor, facts)
    select 'B-' || n, now(), 'CaseClosed', 'forfall', jsonb_build_object('reason', 'SETTLED_BY_AGENCY') from (select :n::bigint as n) x;
