package no.forfall.casefile;

import java.util.List;
import java.util.Locale;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.Letters;
import no.forfall.disputes.Dispute;
import no.forfall.disputes.Disputes;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What letters were sent on a case and what the debtor objects, as a page shows it. */
@Component
public class ActsScreen {

    /** A thing to choose from. */
    public record Choice(String key, String name) {}

    private final Letters letters;
    private final Disputes disputes;
    private final Concealment concealment;
    private final MessageSource messages;

    ActsScreen(Letters letters, Disputes disputes, Concealment concealment, MessageSource messages) {
        this.letters = letters;
        this.disputes = disputes;
        this.concealment = concealment;
        this.messages = messages;
    }

    List<CaseView.LetterLine> letters(CaseNumber number, Locale language) {
        Concealment.Veil veil = concealment.of(number);
        return letters.of(number).stream()
                .map(letter -> line(letter, veil, language))
                .toList();
    }

    /** A letter shows where its debtor is reached; where that is protected only a manager opens it. */
    private CaseView.LetterLine line(Letter letter, Concealment.Veil veil, Locale language) {
        boolean opens = !veil.hides() || AddressProtection.mayReveal();
        String state = letter.returned() == null ? letter.state().name() : "RETURNED";
        return new CaseView.LetterLine(
                letter.id().toString(),
                fact(letter.type(), language),
                opens ? "/letters/" + letter.id() + ".pdf" : null,
                fact(letter.channel(), language),
                letter.sentAt(),
                messages.getMessage("cases.letters.state." + state, null, language),
                letter.counts() ? "kept" : letter.returned() == null ? "neutral" : "breach",
                letter.returned() == null ? null : veil.over(letter.returned().reason()),
                letter.counts());
    }

    /** The dispute that nobody has decided yet; null when there is none. */
    CaseView.@Nullable Disputed disputed(CaseNumber number, Locale language) {
        return disputes.open(number)
                .map(open -> new CaseView.Disputed(
                        open.text().isBlank()
                                ? fact(open.reason(), language)
                                : fact(open.reason(), language) + ": "
                                        + concealment.of(number).over(open.text()),
                        open.raisedOn(),
                        open.part(),
                        open.question()))
                .orElse(null);
    }

    /** What of the open principal is disputed while the rest is asked for; null when nothing, or the whole of it. */
    @Nullable
    Money disputedPart(CaseNumber number, Money openPrincipal) {
        return disputes.open(number)
                .map(Dispute::part)
                .filter(part -> part.isLessThan(openPrincipal))
                .orElse(null);
    }

    /** Whether an objection was decided that may be taken up again. */
    boolean decided(CaseNumber number) {
        return disputes.decided(number).isPresent();
    }

    /** Why the debtor of a case may object, as far as its creditor offers it, for a list to choose from. */
    public List<Choice> disputeReasons(CaseNumber number, Locale language) {
        return disputes.reasons(number).stream()
                .map(reason -> new Choice(reason.name(), fact(reason, language)))
                .toList();
    }

    private String fact(Enum<?> fact, Locale language) {
        return messages.getMessage("fact." + fact.name(), null, language);
    }
}
