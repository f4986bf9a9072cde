package no.forfall.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.forfall.correspondence.post.AddressRefused;
import no.forfall.correspondence.post.Mime;
import no.forfall.correspondence.post.Parcel;
import no.forfall.correspondence.post.PostOffice;
import no.forfall.correspondence.post.Postal;
import no.forfall.correspondence.text.Draft;
import no.forfall.correspondence.text.EhfReminder;
import no.forfall.correspondence.text.LetterWriter;
import no.forfall.correspondence.text.Rendered;
import no.forfall.engine.ActivityBarred;
import no.forfall.engine.ActivityWaits;
import no.forfall.engine.FeeWish;
import no.forfall.engine.Label;
import no.forfall.engine.OutsideActivity;
import no.forfall.law.LegalStep;
import no.forfall.law.Verdict;
import no.forfall.outbox.Delivery;
import no.forfall.policy.LetterWay;
import no.forfall.receivables.Invoice;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends a letter to the debtor of a case. After a demand the process knows {@code lastContactOn} and, when the letter gave
 * one, {@code letterDeadline}, both ISO dates; it does not wait for a letter that only tells.
 */
@Component
@Label(nb = "Send brev", sv = "Skicka brev", en = "Send a letter")
class SendLetter implements OutsideActivity<SendLetter.Input> {

    record Input(
            @Label(nb = "Brev", sv = "Brev", en = "Letter") LetterType letter,

            @Label(nb = "Dager å betale på", sv = "Dagar att betala", en = "Days to pay") @Nullable
            Integer daysToPay,

            @Label(
                    nb = "Med gebyr (ja: vent til loven tillater det)",
                    sv = "Med avgift (ja: vänta tills lagen tillåter det)",
                    en = "With fee (yes: wait until the law allows it)")
            @Nullable
            Boolean withFee) {}

    static final String NAME = "sendLetter";

    /** The name of the rule for what waits because nobody takes it. */
    static final String CLOSED_RULE = "WAY-CLOSED";

    private static final LocalText NOBODY_ANSWERS = new LocalText(
            "Mottakeren av brevene (e-posttjener, SMS-tjeneste) svarer ikke. Brevet venter og går ut av seg selv, med den dagens dato, frist og beløp.",
            "Mottagaren av breven (e-postserver, sms-tjänst) svarar inte. Brevet väntar och går ut av sig självt, med den dagens datum, sista dag och belopp.",
            "Whoever takes the letters (mail server, SMS service) does not answer. The letter waits and leaves by itself, with that day's date, deadline and amounts.");

    private static final LocalText NOTHING_OWED = new LocalText(
            "Det er ingenting å kreve: saken har ikke noe utestående. Lukk den, eller hopp over brevet.",
            "Det finns inget att kräva: ärendet har inget utestående. Stäng det, eller hoppa över brevet.",
            "There is nothing to ask for: nothing is open on the case. Close it, or skip the letter.");

    private final Drafting drafting;
    private final Addressing addressing;
    private final LetterWriter writer;
    private final LetterTable letters;
    private final PostOffice post;
    private final Booking booking;
    private final Contacts contacts;
    private final Clock clock;

    SendLetter(
            @Lazy Drafting drafting,
            Addressing addressing,
            LetterWriter writer,
            LetterTable letters,
            PostOffice post,
            @Lazy Booking booking,
            @Lazy Contacts contacts,
            Clock clock) {
        this.drafting = drafting;
        this.addressing = addressing;
        this.writer = writer;
        this.letters = letters;
        this.post = post;
        this.booking = booking;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public LegalStep legalStep(Input input) {
        return input.letter().legalStep();
    }

    @Override
    public FeeWish feeWish(CaseNumber caseNumber, Input input, LocalDate today) {
        if (!input.letter().mayBearFee()
                || Boolean.FALSE.equals(input.withFee())
                || !drafting.terms(caseNumber, input, today).chargeFee()) {
            return FeeWish.NONE;
        }
        return Boolean.TRUE.equals(input.withFee()) ? FeeWish.INSISTED : FeeWish.IF_ALLOWED;
    }

    /** What only tells is told also of a case that stands still or has ended, and holds nothing up. */
    @Override
    public boolean evenWhenHeldOrClosed(Input input) {
        return !input.letter().demands();
    }

    @Override
    public boolean isWaitedFor(Input input) {
        return input.letter().demands();
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public boolean repeatable(UUID key) {
        return letters.find(key)
                .map(letter -> post.of(letter.channel()).repeatable(letters.isPreparedHere(key)))
                .orElse(false);
    }

    @Override
    public void expect(Map<UUID, CaseNumber> effects) {
        letters.expect(effects.keySet());
        contacts.expect(effects);
    }

    @Override
    public Delivery prepare(UUID key, CaseNumber caseNumber, Input input, Verdict verdict, LocalDate today)
            throws ActivityBarred, ActivityWaits {
        Invoice invoice = drafting.invoice(caseNumber);
        var leaving = new Contacts.Leaving(key, caseNumber);
        var way = addressing.to(invoice.debtor(), invoice.creditor(), wish(leaving, input, invoice, today));
        contacts.check(
                leaving, input.letter(), way.channel(), invoice.creditor().country(), today);
        isOpen(way.channel());
        Draft draft = drafting.draft(key, caseNumber, input, verdict, way, today);
        if (input.letter().demands() && !draft.demand().total().isPositive()) {
            throw new ActivityBarred(NOTHING_OWED);
        }
        Rendered letter = writer.write(draft);
        var document = document(draft, letter);
        letters.prepare(draft, letter, document, clock.instant());
        Parcel parcel = new Parcel(
                key,
                caseNumber,
                draft.sender() == null ? "" : draft.sender(),
                draft.recipient(),
                letter.subject(),
                document == null ? letter.pdf() : document.content(),
                draft.channel() == Channel.PRINT ? Postal.of(draft) : null);
        return () -> deliver(draft.channel(), parcel);
    }

    private void isOpen(Channel channel) throws ActivityWaits {
        Optional<Instant> until = post.of(channel).closedUntil();
        if (until.isPresent()) {
            throw new ActivityWaits(until.get(), CLOSED_RULE, NOBODY_ANSWERS);
        }
    }

    private Addressing.Wish wish(Contacts.Leaving letter, Input input, Invoice invoice, LocalDate today) {
        LetterType type = drafting.type(letter.caseNumber(), input, today);
        LetterWay way = drafting.terms(letter.caseNumber(), input, today).way();
        return new Addressing.Wish(
                way == null ? null : Channel.valueOf(way.name()),
                type.legalStep() == LegalStep.CONTACT && writer.hasShortText(type, Drafting.language(invoice)),
                EhfReminder.fits(type),
                contacts.refused(letter, today));
    }

    private LetterTable.@Nullable Document document(Draft draft, Rendered letter) {
        return switch (draft.channel()) {
            case PRINT -> null;
            case EMAIL ->
                new LetterTable.Document(
                        LetterTable.MIME,
                        Mime.of(draft, Objects.requireNonNull(draft.sender()), letter, clock.instant()));
            case SMS ->
                new LetterTable.Document(
                        LetterTable.SMS,
                        Objects.requireNonNull(letter.shortText()).getBytes(StandardCharsets.UTF_8));
            case EHF -> new LetterTable.Document(LetterTable.EHF, EhfReminder.of(draft, letter));
        };
    }

    private String deliver(Channel channel, Parcel parcel) {
        try {
            return post.of(channel).deliver(parcel);
        } catch (AddressRefused refused) {
            letters.refused(parcel.letterId());
            throw refused;
        }
    }

    @Override
    public Map<String, Object> delivered(UUID key, String receipt) {
        Letter letter = letters.find(key).orElseThrow();
        if (letter.state() != LetterState.SENT) {
            booking.lock(letter);
            letters.sent(key, receipt);
            booking.book(letter);
        }
        return facts(letter);
    }

    /** What a process knows of a letter that was sent. */
    static Map<String, Object> facts(Letter letter) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("lastContactOn", letter.dated().toString());
        if (letter.deadline() != null) {
            facts.put("letterDeadline", letter.deadline().toString());
        }
        return facts;
    }
}
