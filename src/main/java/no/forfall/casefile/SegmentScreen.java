package no.forfall.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.policy.Behaviour;
import no.forfall.policy.CountedSegment;
import no.forfall.policy.PolicyOverride;
import no.forfall.policy.Segment;
import no.forfall.policy.Segments;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain words how the customer of a case pays, and what a person says instead. */
@Component
public class SegmentScreen {

    private final Segments segments;
    private final People people;
    private final JournalFacts facts;
    private final MessageSource messages;

    SegmentScreen(Segments segments, People people, JournalFacts facts, MessageSource messages) {
        this.segments = segments;
        this.people = people;
        this.facts = facts;
        this.messages = messages;
    }

    /** @param today the day in the creditor's country */
    public SegmentView of(long invoiceId, LocalDate today, Locale language) {
        Segment segment = segments.of(invoiceId, today);
        CountedSegment counted = segments.counted(invoiceId).orElse(null);
        return new SegmentView(
                segment,
                name(segment, language),
                counted,
                counted == null ? null : name(counted.segment(), language),
                counted == null ? List.of() : reasons(counted, language),
                segments.correction(invoiceId, today).map(this::correction).orElse(null));
    }

    /** What a segment is called. */
    public String name(Segment segment, Locale language) {
        return text("cases.pays." + segment, language);
    }

    private SegmentView.Correction correction(PolicyOverride said) {
        return new SegmentView.Correction(
                said.id(),
                said.reason(),
                people.find(said.owner()).map(Person::name).orElse(said.owner()),
                said.endsOn());
    }

    private List<String> reasons(CountedSegment counted, Locale language) {
        Behaviour seen = counted.behaviour();
        List<String> reasons = new ArrayList<>();
        if (seen.spared()) {
            reasons.add(text("cases.pays.spared", language));
        }
        if (counted.row() > 0) {
            reasons.add(text("cases.pays.row", language, facts.words(counted.note(), language), counted.row()));
        }
        add(reasons, "easy", language, seen.easy(), seen.known());
        add(reasons, "afterSecond", language, seen.afterSecond(), seen.known());
        add(reasons, "forced", language, seen.forced(), seen.known());
        add(reasons, "inParts", language, seen.inParts());
        if (seen.promisesKept() + seen.promisesBroken() > 0) {
            reasons.add(text("cases.pays.promises", language, seen.promisesKept(), seen.promisesBroken()));
        }
        add(reasons, "granted", language, seen.daysGranted());
        add(reasons, "rejected", language, seen.disputesRejected());
        add(reasons, "upheld", language, seen.disputesUpheld());
        add(reasons, "open", language, seen.openOverdue());
        return reasons;
    }

    /** Says how often something happened, if it did. */
    private void add(List<String> reasons, String what, Locale language, Object... numbers) {
        if (!numbers[0].equals(0)) {
            reasons.add(text("cases.pays." + what, language, numbers));
        }
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
