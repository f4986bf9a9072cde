package no.forfall.lawbook;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import no.forfall.law.Law;
import no.forfall.law.PackStanding;
import no.forfall.law.RateKind;
import no.forfall.law.RateRow;
import no.forfall.law.Rates;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what one manager enters, and lets another confirm it. */
@Service
@Transactional
public class LawBook {

    private static final int LONGEST = 300;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);
    private static final BigDecimal HIGHEST_PERCENT = BigDecimal.valueOf(50);

    private final LawEntries entries;
    private final ConfirmedLaw confirmed;
    private final Law law;
    private final Rates rates;
    private final Clock clock;

    LawBook(LawEntries entries, ConfirmedLaw confirmed, Law law, Rates rates, Clock clock) {
        this.entries = entries;
        this.confirmed = confirmed;
        this.law = law;
        this.rates = rates;
        this.clock = clock;
    }

    /** What waits for a second manager, the oldest first. */
    @Transactional(readOnly = true)
    public List<LawEntry> waiting() {
        return entries.proposed();
    }

    /** What was confirmed or rejected last, the latest first; at most fifty. */
    @Transactional(readOnly = true)
    public List<LawEntry> decided() {
        return entries.decided(50);
    }

    /**
     * Enters a rate.
     *
     * @param value per cent for interest and the reference rate, a share for the fee fraction, else kroner
     * @param reason needed when the series has a row for that day already
     * @throws Refused when a field is wrong, or such an entry waits already
     */
    public void proposeRate(
            RateKind kind, LocalDate from, BigDecimal value, String source, @Nullable String reason, String person) {
        if (!kind.mayBeginOn(from)) {
            throw new Refused("day", "begin." + kind);
        }
        boolean percent = kind == RateKind.LATE_INTEREST_PERCENT || kind == RateKind.REFERENCE_RATE_PERCENT;
        boolean negative = kind == RateKind.REFERENCE_RATE_PERCENT ? value.intValue() <= -8 : value.signum() <= 0;
        if (negative || value.compareTo(percent ? HIGHEST_PERCENT : LARGEST) > 0) {
            throw new Refused("value", percent ? "percent" : "amount");
        }
        if (value.stripTrailingZeros().scale() > (kind == RateKind.FEE_FRACTION ? 4 : 2)) {
            throw new Refused("value", "decimals");
        }
        boolean known = rates.series(kind).stream().map(RateRow::from).anyMatch(from::equals);
        propose(LawEntry.Kind.RATE, kind.name(), from, value, source, reason, known, person);
    }

    /**
     * Enters that the rules of a pack have been checked through a day.
     *
     * @param reason needed when that day is earlier than the one known
     * @throws Refused when a field is wrong, or such an entry waits already
     */
    public void proposeReview(String pack, LocalDate through, String source, @Nullable String reason, String person) {
        boolean shortens = through.isBefore(standing(pack).reviewedThrough());
        propose(LawEntry.Kind.REVIEWED_THROUGH, pack, through, null, source, reason, shortens, person);
    }

    /**
     * Enters the day on which the act of a pack comes into force.
     *
     * @param reason needed when a day is known already
     * @throws Refused when a field is wrong, or such an entry waits already
     */
    public void proposeForce(String pack, LocalDate from, String source, @Nullable String reason, String person) {
        propose(
                LawEntry.Kind.IN_FORCE_FROM,
                pack,
                from,
                null,
                source,
                reason,
                standing(pack).from() != null,
                person);
    }

    private PackStanding standing(String pack) {
        return law.packs().stream()
                .filter(each -> each.id().equals(pack))
                .findFirst()
                .orElseThrow(() -> new Refused("pack", "pack"));
    }

    private void propose(
            LawEntry.Kind kind,
            String subject,
            LocalDate day,
            @Nullable BigDecimal value,
            String source,
            @Nullable String reason,
            boolean corrects,
            String person) {
        String stated = source.strip();
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (stated.isEmpty() || stated.length() > LONGEST) {
            throw new Refused("source", "source");
        }
        if (corrects && why == null || why != null && why.length() > LONGEST) {
            throw new Refused("reason", "reason");
        }
        boolean waits = entries.proposed().stream()
                .anyMatch(each -> each.kind() == kind
                        && each.subject().equals(subject)
                        && (kind != LawEntry.Kind.RATE || each.day().equals(day)));
        if (waits) {
            throw new Refused("", "waits");
        }
        try {
            entries.add(kind, subject, day, value, stated, why, person, clock.instant());
        } catch (DuplicateKeyException pressedAtOnce) {
            throw new Refused("", "waits");
        }
    }

    /**
     * Puts an entry in force.
     *
     * @throws Refused when the person entered it, or somebody else was quicker
     * @throws NoSuchElementException when there is no such entry
     */
    public void confirm(long id, String person) {
        if (entry(id).proposedBy().equals(person)) {
            throw new Refused("", "own");
        }
        decide(id, LawEntry.State.CONFIRMED, person);
    }

    /** Takes an entry out of the way; whoever entered it may do so too. The same exceptions as {@link #confirm}. */
    public void reject(long id, String person) {
        entry(id);
        decide(id, LawEntry.State.REJECTED, person);
    }

    private LawEntry entry(long id) {
        return entries.find(id).orElseThrow(() -> new NoSuchElementException("There is no entry " + id));
    }

    private void decide(long id, LawEntry.State state, String person) {
        if (!entries.decide(id, state, person, clock.instant())) {
            throw new Refused("", "gone");
        }
        confirmed.readAnew();
    }
}
