package no.forfall.correspondence.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import no.forfall.cases.EvidenceContributor.Arrangement;
import no.forfall.cases.EvidenceContributor.Objection;
import no.forfall.cases.EvidenceContributor.WithAgency;
import no.forfall.correspondence.Channel;
import no.forfall.correspondence.LetterType;
import no.forfall.law.DebtorKind;
import no.forfall.law.Interest;
import no.forfall.law.InterestStatement;
import no.forfall.law.PrincipalChange;
import no.forfall.law.Rates;
import no.forfall.law.Verdict;
import no.forfall.policy.LetterTerms;
import no.forfall.policy.Tone;
import no.forfall.receivables.Address;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Debtor;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;

/** Letters of a Norwegian and a Swedish creditor, with everything a letter can have to say. */
final class Drafts {

    private static final LocalDate DUE = LocalDate.parse("2026-05-18");

    static final String PAGE = "https://pay.example.com/p/3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs";

    private Drafts() {}

    /** Writes with the house's texts. */
    static LetterWriter writer() {
        WrittenHere nothing = new WrittenHere() {
            @Override
            public int newest(LetterType type, String language) {
                return 0;
            }

            @Override
            public String source(LetterType type, String language, int version) {
                throw new AssertionError("Nothing was written here");
            }
        };
        return new LetterWriter(new Templates(new HouseTexts(), nothing), new PdfPrinter());
    }

    static Draft of(LetterType type, Country country, String language) {
        return of(type, country, language, "Bakke & Sønner AS");
    }

    /** The same with the address of the debtor's own page. */
    static Draft withPage(LetterType type, Country country, String language) {
        Draft draft = of(type, country, language);
        return new Draft(
                draft.key(),
                draft.caseNumber(),
                draft.type(),
                draft.verdict(),
                draft.channel(),
                draft.sender(),
                draft.recipient(),
                draft.language(),
                draft.dated(),
                draft.payableOn(),
                draft.deadline(),
                draft.nextStepOn(),
                draft.demand(),
                draft.terms(),
                draft.invoice(),
                draft.matter(),
                PAGE);
    }

    static Draft of(LetterType type, Country country, String language, String debtorName) {
        boolean formal = type.setsDeadline();
        LocalDate dated = type == LetterType.PRE_DUE_REMINDER
                ? LocalDate.parse("2026-05-12")
                : formal ? LocalDate.parse("2026-07-20") : LocalDate.parse("2026-05-22");
        Invoice invoice = invoice(country, debtorName);
        return new Draft(
                UUID.fromString("0198f3aa-1111-7000-8000-000000000001"),
                CaseNumber.of(100042),
                type,
                new Verdict.Allowed(),
                Channel.EMAIL,
                "faktura@nordlys.example",
                "regnskap@bakke.example",
                Locale.forLanguageTag(language),
                dated,
                DUE,
                formal ? dated.plusDays(14) : null,
                formal ? dated.plusDays(16) : LocalDate.parse(type.demands() ? "2026-06-01" : "2026-06-18"),
                demand(type, invoice, dated),
                new LetterTerms(
                        Tone.NEUTRAL,
                        null,
                        0,
                        true,
                        null,
                        new LetterTerms.Basis("letter-policy", 1, 0, "", List.of(), false)),
                invoice,
                matter(type, invoice, dated),
                null);
    }

    static Draft in(Tone tone, Draft draft) {
        LetterTerms terms = draft.terms();
        return with(
                draft,
                draft.demand(),
                new LetterTerms(tone, terms.daysToPay(), terms.moreDays(), terms.chargeFee(), null, terms.basis()),
                draft.matter());
    }

    /** The answer to an objection; one that was upheld leaves nothing to pay. */
    static Draft decided(String outcome, String language) {
        Draft draft = of(LetterType.DISPUTE_DECIDED, Country.NO, language);
        Money none = Money.zero(draft.invoice().currency());
        Demand demand = outcome.equals("UPHELD")
                ? new Demand(
                        draft.invoice().amount(),
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        new InterestStatement(List.of(), none))
                : draft.demand();
        return with(
                draft,
                demand,
                draft.terms(),
                Matter.of(new Objection(draft.dated(), "NOT_RECEIVED", "", outcome, null, null)));
    }

    /** The answer to an objection to 4 000 of the principal that was right. */
    static Draft granted(String language) {
        Draft draft = of(LetterType.DISPUTE_DECIDED, Country.NO, language);
        Money part = Money.of(draft.invoice().currency(), 4000);
        return with(
                draft,
                draft.demand(),
                draft.terms(),
                Matter.of(new Objection(draft.dated(), "NOT_RECEIVED", "", "UPHELD", part, null)));
    }

    /** The receipt of an objection that concerns 4 000 of the principal. */
    static Draft objectedToAPart(String language) {
        Draft draft = of(LetterType.DISPUTE_RECEIVED, Country.NO, language);
        return with(
                draft,
                draft.demand(),
                draft.terms(),
                Matter.of(new Objection(
                        draft.dated(),
                        "WRONG_AMOUNT",
                        "",
                        null,
                        Money.of(draft.invoice().currency(), 4000),
                        null)));
    }

    /** A notice that asks for the rest while that is open. */
    static Draft withoutAPart(String language) {
        Draft draft = of(LetterType.COLLECTION_NOTICE, Country.NO, language);
        Demand whole = draft.demand();
        Money part = Money.of(draft.invoice().currency(), 4000);
        Money none = Money.zero(draft.invoice().currency());
        Demand rest = new Demand(
                whole.invoiced(),
                part,
                whole.principal().minus(part),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                new InterestStatement(List.of(), none));
        return with(draft, rest, draft.terms(), draft.matter());
    }

    private static Draft with(Draft draft, Demand demand, LetterTerms terms, Matter matter) {
        return new Draft(
                draft.key(),
                draft.caseNumber(),
                draft.type(),
                draft.verdict(),
                draft.channel(),
                draft.sender(),
                draft.recipient(),
                draft.language(),
                draft.dated(),
                draft.payableOn(),
                draft.deadline(),
                draft.nextStepOn(),
                demand,
                terms,
                draft.invoice(),
                matter,
                draft.page());
    }

    /** The same with a page of the debtor's own. */
    static Draft at(Draft draft, String page) {
        return new Draft(
                draft.key(),
                draft.caseNumber(),
                draft.type(),
                draft.verdict(),
                draft.channel(),
                draft.sender(),
                draft.recipient(),
                draft.language(),
                draft.dated(),
                draft.payableOn(),
                draft.deadline(),
                draft.nextStepOn(),
                draft.demand(),
                draft.terms(),
                draft.invoice(),
                draft.matter(),
                page);
    }

    static Matter matter(LetterType type, Invoice invoice, LocalDate dated) {
        Money third = invoice.amount().dividedBy(4, RoundingMode.HALF_UP);
        LocalDate first = LocalDate.parse("2026-06-15");
        return switch (type) {
            case PROMISE_CONFIRMATION ->
                Matter.of(new Arrangement(
                        dated,
                        List.of(new Arrangement.Instalment(first, invoice.amount())),
                        false,
                        3,
                        Money.zero(invoice.currency()),
                        null));
            case PLAN_PROPOSAL, PLAN_CONFIRMATION ->
                Matter.of(new Arrangement(
                        dated,
                        Stream.iterate(first, day -> day.plusMonths(1))
                                .limit(4)
                                .map(day -> new Arrangement.Instalment(day, third))
                                .toList(),
                        type == LetterType.PLAN_PROPOSAL,
                        3,
                        Money.zero(invoice.currency()),
                        null));
            case DISPUTE_RECEIVED -> Matter.of(new Objection(dated, "FAULTY", "", null, null, null));
            case DISPUTE_QUESTION ->
                Matter.of(new Objection(
                        dated,
                        "FAULTY",
                        "",
                        null,
                        null,
                        new Objection.Question("Hvilke av stolene er skadet?", dated.plusDays(14))));
            case DISPUTE_DECIDED -> Matter.of(new Objection(dated, "FAULTY", "", "PARTLY", null, null));
            case HAND_OVER_INFORMATION -> Matter.of(new WithAgency("Rettferd Inkasso AS", dated));
            case STATEMENT_OF_ACCOUNT ->
                Matter.of(List.of(
                        new Matter.OpenItem(invoice, balance(invoice.amount(), 0, "0.00")),
                        new Matter.OpenItem(invoice, balance(invoice.amount().minus(2500), 38, "61.23"))));
            default -> Matter.NONE;
        };
    }

    private static Balance balance(Money principal, int fee, String interest) {
        Money none = Money.zero(principal.getCurrencyUnit());
        return new Balance(
                principal,
                none.plus(fee),
                none.plus(new BigDecimal(interest)),
                none,
                none,
                none,
                LocalDate.parse("2026-06-30"));
    }

    private static Demand demand(LetterType type, Invoice invoice, LocalDate dated) {
        Money none = Money.zero(invoice.currency());
        if (!type.setsDeadline()) {
            return new Demand(
                    invoice.amount(),
                    none,
                    invoice.amount(),
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    none,
                    new InterestStatement(List.of(), none));
        }
        Money paid = Money.of(invoice.currency(), 2500);
        InterestStatement statement = new Interest(Rates.load())
                .between(
                        invoice.creditor().country(),
                        invoice.amount(),
                        List.of(new PrincipalChange(LocalDate.parse("2026-06-10"), paid.negated())),
                        DUE,
                        dated);
        Money fee = Money.of(invoice.currency(), invoice.creditor().country() == Country.NO ? 38 : 60);
        boolean second = type == LetterType.COLLECTION_NOTICE;
        return new Demand(
                invoice.amount(),
                none,
                invoice.amount().minus(paid),
                second ? fee : none,
                fee,
                statement.total(),
                statement.total(),
                none,
                none,
                none,
                statement);
    }

    private static Invoice invoice(Country country, String debtorName) {
        boolean norway = country == Country.NO;
        Creditor creditor = norway
                ? new Creditor("912 345 678", "Nordlys Kontor AS", country)
                : new Creditor("556677-8899", "Norrsken Kontor AB", country);
        creditor.reachAt(
                norway
                        ? new Address("Storgata 14", "9008", "Tromsø", "NO")
                        : new Address("Storgatan 14", "972 38", "Luleå", "SE"),
                norway ? "faktura@nordlys.example" : "faktura@norrsken.example",
                norway ? "77 00 11 22" : "0920-11 22 33",
                norway ? "12345678903" : "5050-1055");
        Debtor debtor = new Debtor(creditor, "10482", debtorName, DebtorKind.BUSINESS);
        debtor.describe(
                null,
                null,
                "regnskap@bakke.example",
                null,
                norway
                        ? new Address("Kirkeveien 7", "0366", "Oslo", "NO")
                        : new Address("Kyrkvägen 7", "113 47", "Stockholm", "SE"));
        Invoice invoice = new Invoice(
                debtor, "20261187", LocalDate.parse("2026-05-04"), DUE, Money.of(country.currency(), 12500));
        invoice.payableWith(
                "0020261187", null, norway ? "kontormøbler, ordre 5521" : "kontorsmöbler, order 5521", true);
        return invoice;
    }
}
