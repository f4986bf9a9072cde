package no.forfall.calculator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.forfall.law.CaseFacts;
import no.forfall.law.Interest;
import no.forfall.law.Law;
import no.forfall.law.PrincipalChange;
import no.forfall.law.RateUnknown;
import no.forfall.law.Reason;
import no.forfall.law.Verdict;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers questions about interest and letters from plain text, with the rules and rates that are in force in the house. */
@Service
public class Calculator {

    /** More waits than any chain of rules makes. */
    private static final int WAITS = 20;

    private final Law law;
    private final Interest interest;
    private final Clock clock;

    Calculator(Law law, Interest interest, Clock clock) {
        this.law = law;
        this.interest = interest;
        this.clock = clock;
    }

    /** Today in the country. */
    public LocalDate today(Country country) {
        return LocalDate.ofInstant(clock.instant(), country.zone());
    }

    enum EventType {
        PAYMENT,
        CREDIT_NOTE
    }

    /**
     * Counts late interest from the due date through a day.
     *
     * @throws BadInput naming every field that is wrong
     * @throws RateUnknown when a day that bears interest has no known rate
     */
    public InterestAnswer interest(InterestRequest request) {
        Input input = new Input();
        Country country = input.choice("country", Country.class, request.country(), null);
        input.choice("debtorType", DebtorType.class, request.debtorType(), DebtorType.PERSON);
        input.homeCurrency("currency", country, request.currency());
        Money principal = input.positive("principal", country, request.principal());
        LocalDate due = input.date("dueDate", request.dueDate(), null);
        LocalDate asOf = input.date("asOf", request.asOf(), today(country));
        List<PrincipalChange> changes = new ArrayList<>();
        for (var each : Objects.requireNonNullElse(request.events(), List.<InterestRequest.@Nullable Event>of())) {
            String field = "events[" + changes.size() + "].";
            var event = each == null ? new InterestRequest.Event(null, null, null) : each;
            input.choice(field + "type", EventType.class, event.type(), null);
            changes.add(new PrincipalChange(
                    input.date(field + "date", event.date(), null),
                    input.positive(field + "amount", country, event.amount()).negated()));
        }
        input.check();
        return InterestAnswer.of(interest.between(country, principal, changes, due, asOf));
    }

    /**
     * Says whether a step is lawful on a day. The claim is taken to be open.
     *
     * @throws BadInput naming every field that is wrong
     */
    public VerdictAnswer verdict(VerdictRequest request, Locale language) {
        Input input = new Input();
        Country country = input.choice("country", Country.class, request.country(), null);
        DebtorType debtor = input.choice("debtorType", DebtorType.class, request.debtorType(), DebtorType.PERSON);
        Step step = input.choice("step", Step.class, request.step(), null);
        LocalDate due = input.date("dueDate", request.dueDate(), null);
        LocalDate date = input.date("date", request.date(), today(country));
        LocalDate deadline = input.dateOrNone("deadline", request.deadline());
        if (deadline != null && !deadline.isAfter(date)) {
            input.wrong("deadline", "deadline");
        }
        Letters letters = Letters.read(input, country, request.sent());
        input.check();
        CaseFacts facts = CaseFacts.of(country, debtor.kind(), due, Money.of(country.currency(), 1))
                .disputed(Boolean.TRUE.equals(request.disputed()))
                .feeAgreed(Boolean.TRUE.equals(request.feeAgreed()))
                .invoiceDelivered(!Boolean.FALSE.equals(request.delivered()))
                .letters(letters.sent())
                .requestedDeadlineDays(deadline == null ? 0 : (int) ChronoUnit.DAYS.between(date, deadline))
                .build();
        return answer(step, facts, date, charged(letters, facts), language);
    }

    /** What earlier letters have charged; one that does not say it charged what the law allowed on its day. */
    private Money charged(Letters letters, CaseFacts facts) {
        CaseFacts atFirst = CaseFacts.of(facts.country(), facts.debtorKind(), facts.dueDate(), facts.principalOpen())
                .feeAgreed(facts.feeAgreed())
                .build();
        return letters.unsaid().stream()
                .map(letter -> law.reminderFee(letter.step(), atFirst, letter.sentOn()))
                .flatMap(Optional::stream)
                .reduce(letters.fees(), Money::plus);
    }

    private VerdictAnswer answer(Step step, CaseFacts facts, LocalDate date, Money charged, Locale language) {
        Verdict verdict = law.verdict(step.legal(), facts, date);
        boolean allowed = isAllowed(step, verdict);
        @Nullable
        Reason why = step == Step.REMINDER && allowed ? null : verdict.reason().orElse(null);
        return new VerdictAnswer(
                allowed,
                allowed ? fee(step, facts, date, charged) : Money.zero(facts.currency()),
                allowed && step.setsDeadline()
                        ? law.deadline(step.legal(), facts, date, facts.requestedDeadlineDays())
                        : null,
                allowed ? null : earliest(step, facts, verdict),
                why == null ? null : why.ruleId(),
                why == null ? null : why.statute(),
                why == null ? null : why.text(language),
                verdict instanceof Verdict.AllowedAsAnnouncement);
    }

    private static boolean isAllowed(Step step, Verdict verdict) {
        return step == Step.REMINDER_WITH_FEE ? verdict instanceof Verdict.Allowed : verdict.mayHappen();
    }

    private Money fee(Step step, CaseFacts facts, LocalDate date, Money charged) {
        Money none = Money.zero(facts.currency());
        return switch (step) {
            case REMINDER, HAND_OVER -> none;
            case REMINDER_WITH_FEE, COLLECTION_NOTICE ->
                law.reminderFee(step.legal(), facts, date).orElse(none);
            case COMPENSATION ->
                law.compensation(facts, date)
                        .map(compensation ->
                                Law.recoverable(charged, compensation).minus(charged))
                        .orElse(none);
        };
    }

    /** One rule's date may be another rule's no: asks again on each date until the step is lawful. */
    private @Nullable LocalDate earliest(Step step, CaseFacts facts, Verdict first) {
        @Nullable LocalDate earliest = null;
        Verdict verdict = first;
        for (int wait = 0; wait < WAITS && !isAllowed(step, verdict); wait++) {
            LocalDate until = until(verdict);
            if (until == null) {
                return earliest;
            }
            earliest = until;
            verdict = law.verdict(step.legal(), facts, until);
        }
        return earliest;
    }

    private static @Nullable LocalDate until(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            return refused.earliest();
        }
        return verdict instanceof Verdict.AllowedWithoutFee free ? free.feeFrom() : null;
    }
}
