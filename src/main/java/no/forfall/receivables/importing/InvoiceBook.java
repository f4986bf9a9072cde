package no.forfall.receivables.importing;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forfall.intake.reading.FieldRefused;
import no.forfall.intake.reading.Sentence;
import no.forfall.law.Rates;
import no.forfall.receivables.Address;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.InvoiceChanging;
import no.forfall.receivables.Receivables;
import no.forfall.receivables.ReferenceAgreement;
import no.forfall.receivables.ReferenceAgreements;
import no.forfall.receivables.Registry;
import no.forfall.receivables.Settlement;
import no.forfall.references.KidRule;
import no.forfall.references.OcrRule;
import no.forfall.references.ReferenceRule;
import no.forfall.shared.Country;
import no.forfall.shared.LocalText;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes invoices and credit notes into the books, in the transaction of their records. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceBook {

    private static final List<CurrencyUnit> CURRENCIES =
            List.of(CurrencyUnit.of("NOK"), CurrencyUnit.of("SEK"), CurrencyUnit.EUR);

    private static final int YEARS_TO_PAY = 5;
    private static final Pattern DIGITS = Pattern.compile("\\d+-?");

    private final Registry registry;
    private final Receivables receivables;
    private final KnownPapers papers;
    private final ReferenceAgreements agreements;
    private final NewReferences references;
    private final Rates rates;
    private final ApplicationEventPublisher events;

    InvoiceBook(
            Registry registry,
            Receivables receivables,
            KnownPapers papers,
            ReferenceAgreements agreements,
            NewReferences references,
            Rates rates,
            ApplicationEventPublisher events) {
        this.registry = registry;
        this.receivables = receivables;
        this.papers = papers;
        this.agreements = agreements;
        this.references = references;
        this.rates = rates;
        this.events = events;
    }

    /** @param notices what a person may want to know although the paper was taken */
    record Outcome(boolean known, List<LocalText> notices) {}

    /**
     * @return what became of each, in their order
     * @throws FieldRefused when one of the papers cannot be taken
     */
    List<Outcome> take(List<Paper> all) {
        List<Sale> sales = all.stream().map(this::sale).toList();
        registry.expect(
                sales.stream().map(Sale::customer).toList(),
                sales.stream().map(Sale::invoice).toList());
        Set<Sale> fresh = papers.remember(sales);
        Map<Long, Deque<String>> made =
                references.of(sales.stream().filter(fresh::contains).toList());
        List<Invoice> invoices = new ArrayList<>();
        List<Outcome> outcomes = sales.stream()
                .map(sale -> fresh.contains(sale) ? take(sale, invoices, made) : new Outcome(true, List.of()))
                .toList();
        registry.register(invoices);
        return outcomes;
    }

    private Sale sale(Paper paper) {
        Country country = lawOf(paper);
        Creditor creditor = registry.findCreditor(paper.seller().organisationNumber())
                .orElseGet(() -> registry.creditor(paper.seller().organisationNumber(), nameOf(paper), country));
        return new Sale(creditor, country, paper);
    }

    /**
     * Whose law the claim of a paper would follow.
     *
     * @throws FieldRefused when the paper cannot be taken, as far as it tells by itself
     */
    Country lawOf(Paper paper) {
        check(paper);
        Optional<Creditor> known = registry.findCreditor(paper.seller().organisationNumber());
        Country country = Jurisdiction.of(paper, known);
        checkDue(paper, country);
        if (known.isEmpty()) {
            nameOf(paper);
        }
        return country;
    }

    private Outcome take(Sale sale, List<Invoice> invoices, Map<Long, Deque<String>> made) {
        Paper paper = sale.paper();
        List<LocalText> notices = new ArrayList<>();
        if (Jurisdiction.isBorrowed(paper, sale.country())) {
            notices.add(Sentence.of("intake.creditor.abroad", paper.seller().countryCode(), sale.country()));
        }
        boolean booked = paper.isCredit()
                ? credit(sale.creditor(), paper, notices)
                : invoice(sale.creditor(), paper, notices, invoices, made);
        return new Outcome(!booked, notices);
    }

    private static void check(Paper paper) {
        if (!CURRENCIES.contains(paper.amount().getCurrencyUnit())) {
            throw new FieldRefused(
                    paper.fields().amount(),
                    "intake.currency.other",
                    paper.amount().getCurrencyUnit().getCode());
        }
        if (paper.isCredit()) {
            return;
        }
        if (paper.dueOn() == null) {
            throw new FieldRefused(paper.fields().due(), "intake.due.missing", paper.number());
        }
        if (paper.dueOn().isBefore(paper.issuedOn())) {
            throw new FieldRefused(paper.fields().due(), "intake.due.early", paper.dueOn(), paper.issuedOn());
        }
    }

    /** A claim for whose days no rate is known cannot be followed, and nobody waits so long for the due date of an invoice. */
    private void checkDue(Paper paper, Country country) {
        LocalDate due = paper.dueOn();
        if (paper.isCredit() || due == null) {
            return;
        }
        LocalDate known = rates.lateInterestKnownFrom(country);
        if (due.isBefore(known)) {
            throw new FieldRefused(paper.fields().due(), "intake.due.unknown", due, known);
        }
        LocalDate latest = paper.issuedOn().plusYears(YEARS_TO_PAY);
        if (due.isAfter(latest)) {
            throw new FieldRefused(paper.fields().due(), "intake.due.late", due, latest);
        }
    }

    private static String nameOf(Paper paper) {
        String name = paper.seller().name();
        if (name == null) {
            throw new FieldRefused(
                    paper.fields().name(),
                    "intake.creditor.name",
                    paper.seller().organisationNumber());
        }
        return name;
    }

    /** @return false when the invoice is in the books already */
    private boolean invoice(
            Creditor creditor,
            Paper paper,
            List<LocalText> notices,
            List<Invoice> invoices,
            Map<Long, Deque<String>> made) {
        Optional<Invoice> booked = registry.invoice(creditor, paper.number());
        if (booked.isPresent()) {
            papers.compare(booked.get(), paper);
            return false;
        }
        if (paper.amount().isZero()) {
            notices.add(Sentence.of("intake.invoice.zero", paper.number()));
            return true;
        }
        creditor.reachAt(
                paper.seller().address(),
                paper.seller().email(),
                paper.seller().phone(),
                creditor.account() == null ? paper.account() : null);
        Invoice invoice = new Invoice(
                debtor(creditor, paper.buyer()),
                paper.number(),
                paper.issuedOn(),
                Objects.requireNonNull(paper.dueOn()),
                paper.amount());
        invoice.payableWith(
                reference(creditor, paper, notices, made), paper.account(), paper.description(), paper.feeAgreed());
        invoices.add(invoice);
        if (invoice.account() == null) {
            notices.add(Sentence.of("intake.invoice.account", paper.number()));
        }
        return true;
    }

    /** The paper's own, even where it is wrong, else one that was made by the creditor's agreement; null without both. */
    private @Nullable String reference(
            Creditor creditor, Paper paper, List<LocalText> notices, Map<Long, Deque<String>> made) {
        String own = paper.reference();
        Optional<ReferenceAgreement> agreement = agreements.of(creditor);
        if (own == null) {
            String next = made.getOrDefault(creditor.id(), new ArrayDeque<>()).poll();
            if (next == null && agreement.filter(ReferenceAgreement::generates).isPresent()) {
                notices.add(Sentence.of("intake.invoice.reference.full", paper.number()));
            }
            return next;
        }
        if (agreement.isEmpty() && hasWrongCheckDigit(own, creditor.country())) {
            notices.add(Sentence.of("intake.invoice.reference", paper.number(), own));
        }
        agreement
                .map(ReferenceAgreement::rule)
                .filter(rule -> !rule.accepts(own))
                .ifPresent(rule -> notices.add(Sentence.of(
                        "intake.invoice.reference.other", paper.number(), own, creditor.name(), said(rule))));
        return own;
    }

    private static LocalText said(ReferenceRule rule) {
        String digits = rule.digits().stream().map(Enum::name).sorted().collect(Collectors.joining(" / "));
        String key = "intake.reference." + (rule.lengthDigit() ? "lengthDigit" : "plain");
        String lengths = rule.lengths().stream().sorted().map(String::valueOf).collect(Collectors.joining(" / "));
        return Sentence.of(rule.lengths().isEmpty() ? key : key + ".lengths", digits, lengths);
    }

    /** Only digits are meant to be a KID or an OCR number. */
    private static boolean hasWrongCheckDigit(String reference, Country country) {
        ReferenceRule any = country == Country.SE ? OcrRule.ANY : KidRule.ANY;
        return DIGITS.matcher(reference).matches() && !any.accepts(reference);
    }

    private Debtor debtor(Creditor creditor, Paper.Buyer buyer) {
        Debtor debtor = registry.debtor(creditor, buyer.number(), buyer.name(), buyer.kind());
        Address address = buyer.address().equals(Address.NONE) ? null : buyer.address();
        debtor.describe(buyer.organisationNumber(), buyer.language(), buyer.email(), buyer.phone(), address);
        if (buyer.relation() != null) {
            debtor.isKnownAs(buyer.relation(), buyer.segment());
        }
        return debtor;
    }

    private boolean credit(Creditor creditor, Paper paper, List<LocalText> notices) {
        if (paper.credits() == null) {
            throw new FieldRefused(paper.fields().credits(), "intake.credit.unnamed", paper.number());
        }
        Invoice invoice = registry.invoice(creditor, paper.credits())
                .orElseThrow(() -> new FieldRefused(
                        paper.fields().credits(), "intake.credit.unknown", paper.number(), paper.credits()));
        if (!invoice.currency().equals(paper.amount().getCurrencyUnit())) {
            throw new FieldRefused(
                    paper.fields().amount(),
                    "intake.credit.currency",
                    invoice.number(),
                    invoice.currency().getCode());
        }
        events.publishEvent(new InvoiceChanging(invoice.id()));
        Settlement settlement =
                receivables.credit(invoice.id(), paper.amount(), paper.issuedOn(), "creditnote:" + paper.number());
        if (!settlement.isEmpty() && settlement.left().isPositive()) {
            notices.add(Sentence.of(
                    "intake.credit.left", paper.number(), settlement.left().toString(), invoice.number()));
        }
        return true;
    }
}
