package no.forfall.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import no.forfall.cases.Cases;
import no.forfall.correspondence.text.Draft;
import no.forfall.correspondence.text.HouseTexts;
import no.forfall.correspondence.text.LetterWriter;
import no.forfall.correspondence.text.TextGate;
import no.forfall.correspondence.text.TextTable;
import no.forfall.engine.ActivityBarred;
import no.forfall.law.Verdict;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts of the letters, for those who write them. What is published counts for every letter that leaves afterwards. */
@Service
@Transactional
public class LetterTexts {

    private final HouseTexts house;
    private final TextTable table;
    private final LetterWriter writer;
    private final Drafting drafting;
    private final Addressing addressing;
    private final Matters matters;
    private final Cases cases;
    private final Clock clock;

    LetterTexts(
            HouseTexts house,
            TextTable table,
            LetterWriter writer,
            @Lazy Drafting drafting,
            Addressing addressing,
            Matters matters,
            Cases cases,
            Clock clock) {
        this.house = house;
        this.table = table;
        this.writer = writer;
        this.drafting = drafting;
        this.addressing = addressing;
        this.matters = matters;
        this.cases = cases;
        this.clock = clock;
    }

    /** The languages of the letters. */
    public List<String> languages() {
        return HouseTexts.LANGUAGES;
    }

    /**
     * The text with which letters are written now.
     *
     * @param written null for the house's own
     */
    public record InForce(String source, @Nullable LetterText written) {}

    /** @throws IllegalArgumentException when letters are not written in that language */
    @Transactional(readOnly = true)
    public InForce inForce(LetterType type, String language) {
        int version = table.newest(type, language);
        return version == 0
                ? new InForce(house.of(type, language), null)
                : table.find(type, language, version)
                        .map(text -> new InForce(text.source(), text))
                        .orElseThrow();
    }

    /** Every text that was written here, newest first, also those that wait or were turned down. */
    @Transactional(readOnly = true)
    public List<LetterText> history(LetterType type, String language) {
        return table.history(type, language);
    }

    /**
     * Why a text may not be published.
     *
     * @param reason names what is missing or refused, and the mend
     * @param overridable whether a second person may let it pass, since it is a matter of words and not of law or machine
     */
    public record Finding(LocalText reason, boolean overridable) {}

    /** What is wrong with a text; empty when nothing is. */
    public List<Finding> check(LetterType type, String source) {
        return TextGate.check(type, plain(source)).stream()
                .map(found -> new Finding(found.reason(), found.overridable()))
                .toList();
    }

    /** A text that may not be published as it is. */
    public static class Refused extends RuntimeException {

        private final transient List<Finding> findings;

        Refused(List<Finding> findings) {
            super(findings.stream().map(finding -> finding.reason().en()).collect(Collectors.joining(" ")));
            this.findings = findings;
        }

        public List<Finding> findings() {
            return findings;
        }
    }

    /**
     * Publishes a text. One whose words alone are refused may be handed to a second person instead.
     *
     * @param askSecond whether a second person is to be asked about the words
     * @return the text; it waits when a second person has to let it pass
     * @throws Refused when the gate finds anything that nobody may let pass, or nobody is to be asked
     */
    public LetterText publish(
            LetterType type, String language, String source, String note, String author, boolean askSecond) {
        house.of(type, language);
        List<Finding> findings = check(type, source);
        boolean waits = !findings.isEmpty();
        if (waits && !(askSecond && findings.stream().allMatch(Finding::overridable))) {
            throw new Refused(findings);
        }
        LetterText text = new LetterText(
                type,
                language,
                0,
                plain(source),
                note,
                author,
                clock.instant(),
                waits ? LetterText.State.WAITING : LetterText.State.PUBLISHED,
                findings.stream().map(finding -> finding.reason().nb()).collect(Collectors.joining("\n")),
                null);
        return table.find(type, language, table.add(text)).orElseThrow();
    }

    /** The house's own text once more, as the newest. */
    public LetterText backToTheHouse(LetterType type, String language, String note, String author) {
        return publish(type, language, house.of(type, language), note, author, false);
    }

    /**
     * Lets a text that waits pass, or turns it down.
     *
     * @throws SecondPersonNeeded when it is its author who says so
     * @throws NoSuchElementException when there is no such text
     * @throws IllegalStateException when it does not wait any more
     */
    public LetterText decide(LetterType type, String language, int version, boolean pass, String person) {
        LetterText text = table.find(type, language, version)
                .orElseThrow(() -> new NoSuchElementException("There is no version " + version));
        if (pass && text.author().equals(person)) {
            throw new SecondPersonNeeded();
        }
        if (!table.settle(text, pass ? LetterText.State.PUBLISHED : LetterText.State.TURNED_DOWN, person)) {
            throw new IllegalStateException("Version " + version + " does not wait any more");
        }
        return table.find(type, language, version).orElseThrow();
    }

    /** Nobody lets their own words pass. */
    public static class SecondPersonNeeded extends RuntimeException {}

    /**
     * How the letter would look today on a case, as a mail reader shows it: a complete document of untrusted origin. Where
     * the letter speaks of something that the case does not know, such as a promise, an example stands in.
     *
     * @throws ActivityBarred when the debtor cannot be reached at all
     * @throws NoSuchElementException when there is no such case
     */
    @Transactional(readOnly = true)
    public String preview(LetterType type, String language, String source, CaseNumber caseNumber)
            throws ActivityBarred {
        Invoice invoice = drafting.invoice(caseNumber);
        LocalDate today = cases.today(caseNumber);
        Draft draft = drafting.draft(
                        UUID.randomUUID(),
                        caseNumber,
                        new SendLetter.Input(type, null, null),
                        new Verdict.Allowed(),
                        addressing.to(invoice.debtor(), invoice.creditor(), Addressing.Wish.ANY_LETTER),
                        matters.orExample(type, caseNumber, invoice, today),
                        today)
                .as(type)
                .in(Locale.forLanguageTag(language));
        return writer.preview(draft, plain(source));
    }

    private static String plain(String source) {
        return source.replace("\r\n", "\n").replace('\r', '\n').strip() + "\n";
    }
}
