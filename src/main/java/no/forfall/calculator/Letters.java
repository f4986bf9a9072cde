package no.forfall.calculator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.forfall.law.SentLetter;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The earlier letters of a question.
 *
 * @param unsaid those that bore a fee without saying how much
 * @param fees the sum of the fees that were said
 */
record Letters(List<SentLetter> sent, List<SentLetter> unsaid, Money fees) {

    static Letters read(Input input, Country country, @Nullable List<VerdictRequest.@Nullable Sent> given) {
        List<SentLetter> sent = new ArrayList<>();
        List<SentLetter> unsaid = new ArrayList<>();
        Money fees = Money.zero(country.currency());
        for (var each : Objects.requireNonNullElse(given, List.<VerdictRequest.@Nullable Sent>of())) {
            String field = "sent[" + sent.size() + "].";
            var letter = each == null ? new VerdictRequest.Sent(null, null, null, null) : each;
            Step step = input.choice(field + "step", Step.class, letter.step(), null);
            LocalDate sentOn = input.date(field + "date", letter.date(), null);
            LocalDate deadline = input.dateOrNone(field + "deadline", letter.deadline());
            Money fee = input.zeroOrMore(field + "fee", country, letter.fee());
            boolean silent = step == Step.REMINDER_WITH_FEE && Input.isAbsent(letter.fee());
            boolean withFee = step.setsDeadline() && (fee.isPositive() || silent);
            sent.add(new SentLetter(step.legal(), sentOn, deadline, withFee));
            if (silent) {
                unsaid.add(sent.get(sent.size() - 1));
            }
            if (withFee) {
                fees = fees.plus(fee);
            }
        }
        return new Letters(sent, unsaid, fees);
    }
}
