package no.forfall.debtorpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import no.forfall.agency.Handover;
import no.forfall.agency.HandoverState;
import no.forfall.agency.Handovers;
import no.forfall.arrangements.Answer;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.ArrangementLimits;
import no.forfall.arrangements.ArrangementState;
import no.forfall.arrangements.Arrangements;
import no.forfall.arrangements.DebtorAnswers;
import no.forfall.arrangements.Instalment;
import no.forfall.casefile.PlannedStep;
import no.forfall.casefile.Plans;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.cases.CollectionCase;
import no.forfall.correspondence.BankQr;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.Letters;
import no.forfall.disputes.Dispute;
import no.forfall.disputes.Disputes;
import no.forfall.law.InterestSegment;
import no.forfall.receivables.Balance;
import no.forfall.receivables.Creditor;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import no.forfall.ui.QrCode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a debtor sees of a case: what letters have demanded and no more, as it stands now. */
@Service
@Transactional(readOnly = true)
public class DebtorViews {

    private static final Pattern BANKGIRO = Pattern.compile("\\d{3,4}-?\\d{4}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9 ]{10,}");

    private final Cases cases;
    private final Receivables receivables;
    private final Letters letters;
    private final Arrangements arrangements;
    private final ArrangementLimits limits;
    private final DebtorAnswers answers;
    private final Disputes disputes;
    private final Handovers handovers;
    private final Plans plans;

    DebtorViews(
            Cases cases,
            Receivables receivables,
            Letters letters,
            Arrangements arrangements,
            ArrangementLimits limits,
            DebtorAnswers answers,
            Disputes disputes,
            Handovers handovers,
            Plans plans) {
        this.cases = cases;
        this.receivables = receivables;
        this.letters = letters;
        this.arrangements = arrangements;
        this.limits = limits;
        this.answers = answers;
        this.disputes = disputes;
        this.handovers = handovers;
        this.plans = plans;
    }

    /** @throws java.util.NoSuchElementException when there is no such case */
    public DebtorView of(CaseNumber number) {
        CollectionCase shown = cases.get(number);
        Invoice invoice = receivables.invoice(shown.invoiceId());
        Creditor creditor = invoice.creditor();
        LocalDate today = cases.today(number);
        Dispute dispute = disputes.open(number).orElse(null);
        Money part = dispute == null ? null : dispute.part();
        Balance all = receivables.balanceOf(invoice.id(), today);
        boolean apart = part != null && part.isLessThan(all.principal());
        Balance balance = apart ? receivables.undisputedOf(invoice.id(), part, today) : all;
        String agency = agency(number);
        DebtorView.Standing standing = agency != null
                ? DebtorView.Standing.WITH_AGENCY
                : shown.state() == CaseState.CLOSED || all.isSettled()
                        ? DebtorView.Standing.NOTHING_TO_PAY
                        : DebtorView.Standing.TO_PAY;
        boolean toPay = standing == DebtorView.Standing.TO_PAY;
        Arrangement arrangement = arrangements.live(number).orElse(null);
        boolean disputed = dispute != null;
        Answer answer = answers.open(number).orElse(null);
        Letter last = lastDemand(number);
        return new DebtorView(
                standing,
                creditor.name(),
                creditor.email(),
                creditor.phone(),
                invoice.number(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.description(),
                number.value(),
                toPay ? claim(invoice, balance, apart ? part : null) : List.of(),
                balance.toPay(),
                toPay && balance.interest().isPositive()
                        ? interest(number, invoice, apart ? part : Money.zero(invoice.currency()))
                        : List.of(),
                receivables.paymentOrder().parts(),
                toPay ? payment(invoice, balance.toPay(), due(arrangement, last, balance.toPay(), today), today) : null,
                toPay && answer == null && !disputed ? next(shown, last) : null,
                answer,
                arrangement == null || waits(arrangement) ? List.of() : arrangement.instalments(),
                arrangement != null && arrangement.state() == ArrangementState.PROPOSED,
                disputed,
                apart,
                agency,
                limits(number, today));
    }

    /** A plan that a second person has not approved is no offer yet. */
    private static boolean waits(Arrangement arrangement) {
        return arrangement.state() == ArrangementState.WAITING;
    }

    private DebtorView.Limits limits(CaseNumber number, LocalDate today) {
        ArrangementLimits.Bounds bounds = limits.bounds(number);
        return new DebtorView.Limits(
                today,
                bounds.lastPromise(),
                bounds.lastFirstInstalment(),
                bounds.mostInstalments(),
                bounds.leastInstalment());
    }

    private @Nullable String agency(CaseNumber number) {
        return handovers.of(number).stream()
                .filter(each -> each.state() == HandoverState.OUT || each.state() == HandoverState.WITHDRAWING)
                .map(Handover::agency)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Letter lastDemand(CaseNumber number) {
        return letters.of(number).stream()
                .filter(letter -> letter.counts() && letter.type().demands())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static List<DebtorView.Line> claim(Invoice invoice, Balance balance, @Nullable Money disputed) {
        List<DebtorView.Line> lines = new ArrayList<>();
        lines.add(new DebtorView.Line("invoice", invoice.amount()));
        Money apart = disputed == null ? Money.zero(invoice.currency()) : disputed;
        Money reduced = invoice.amount().minus(apart).minus(balance.principal());
        add(lines, "reduced", reduced.negated());
        add(lines, "disputed", apart.negated());
        add(lines, "interest", balance.interest());
        add(lines, "fee", balance.fee());
        add(lines, "compensation", balance.compensation());
        add(lines, "costs", balance.costs());
        return lines;
    }

    private static void add(List<DebtorView.Line> lines, String label, Money amount) {
        if (!amount.isZero()) {
            lines.add(new DebtorView.Line(label, amount));
        }
    }

    /** As the last letter that asked for interest counted it. */
    private List<InterestSegment> interest(CaseNumber number, Invoice invoice, Money disputed) {
        return letters.of(number).stream()
                .filter(letter -> letter.counts() && letter.newInterest().isPositive())
                .reduce((earlier, later) -> later)
                .map(letter -> receivables
                        .interestOf(invoice.id(), disputed, letter.dated())
                        .segments())
                .orElse(List.of());
    }

    /** What is to be paid next and until when: the next instalment, what was promised, or all by the letter's deadline. */
    private static Optional<Instalment> due(
            @Nullable Arrangement arrangement, @Nullable Letter last, Money total, LocalDate today) {
        if (arrangement != null && arrangement.state() == ArrangementState.OPEN) {
            return arrangement.instalments().stream()
                    .filter(part -> !part.dueOn().isBefore(today))
                    .findFirst();
        }
        return Optional.ofNullable(last)
                .map(Letter::deadline)
                .filter(deadline -> !deadline.isBefore(today))
                .map(deadline -> new Instalment(deadline, total));
    }

    private static DebtorView.Payment payment(Invoice invoice, Money total, Optional<Instalment> due, LocalDate today) {
        Money amount = due.map(Instalment::amount)
                .filter(part -> part.isLessThan(total))
                .orElse(total);
        LocalDate by = due.map(Instalment::dueOn).orElse(null);
        String account = invoice.account();
        Country country = invoice.creditor().country();
        String kind = account != null
                        && country == Country.SE
                        && BANKGIRO.matcher(account).matches()
                ? "BANKGIRO"
                : account != null && IBAN.matcher(account).matches() ? "IBAN" : "ACCOUNT";
        String reference = invoice.paymentReference();
        return new DebtorView.Payment(
                kind,
                account,
                reference == null ? "MARK" : country.name(),
                Objects.requireNonNullElse(reference, invoice.number()),
                amount,
                by,
                BankQr.of(invoice, Objects.requireNonNullElse(by, today), amount)
                        .map(QrCode::of)
                        .orElse(null));
    }

    private DebtorView.@Nullable Next next(CollectionCase shown, @Nullable Letter last) {
        if (shown.state() == CaseState.HELD) {
            return new DebtorView.Next("HELD", null);
        }
        if (last == null) {
            return null;
        }
        CaseNumber number = shown.number();
        PlannedStep planned = plans.next(List.of(number), Locale.ENGLISH).get(number);
        Country country = receivables.invoice(shown.invoiceId()).creditor().country();
        return new DebtorView.Next(
                last.type().name(),
                planned == null || planned.at() == null ? null : LocalDate.ofInstant(planned.at(), country.zone()));
    }
}
