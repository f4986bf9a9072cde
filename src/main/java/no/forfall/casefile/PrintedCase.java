package no.forfall.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.cases.Cases;
import no.forfall.cases.EvidenceContributor;
import no.forfall.cases.Pause;
import no.forfall.correspondence.Letters;
import no.forfall.correspondence.PrintedPages;
import no.forfall.disputes.DisputeState;
import no.forfall.disputes.Disputes;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.ExtendedModelMap;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A case on paper, in the reader's language: parties, claim, letters, agreements, objections, pauses, ticked notes, files by
 * name, and what happened. For people of the house and whom they give it to; notes are in it only when somebody ticked them.
 */
@Service
public class PrintedCase {

    /** How many entries of the timeline are printed, the newest; a longer one says so. */
    public static final int ENTRIES = 2000;

    private static final int PAGE = 500;

    private final CaseScreen screen;
    private final Timeline timeline;
    private final NotesOnTimeline notes;
    private final Cases cases;
    private final Letters letters;
    private final Disputes disputes;
    private final Concealment concealment;
    private final ObjectProvider<EvidenceContributor> evidence;
    private final JournalFacts facts;
    private final People people;
    private final PrintedPages pages;
    private final ITemplateEngine templates;
    private final Formats formats;
    private final TransactionTemplate reading;
    private final Clock clock;

    PrintedCase(
            CaseScreen screen,
            Timeline timeline,
            NotesOnTimeline notes,
            Cases cases,
            Letters letters,
            Disputes disputes,
            Concealment concealment,
            ObjectProvider<EvidenceContributor> evidence,
            JournalFacts facts,
            People people,
            PrintedPages pages,
            ITemplateEngine templates,
            Formats formats,
            TransactionTemplate reading,
            Clock clock) {
        this.screen = screen;
        this.timeline = timeline;
        this.notes = notes;
        this.cases = cases;
        this.letters = letters;
        this.disputes = disputes;
        this.concealment = concealment;
        this.evidence = evidence;
        this.facts = facts;
        this.people = people;
        this.pages = pages;
        this.templates = templates;
        this.formats = formats;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * An objection as it is printed.
     *
     * @param state how it was decided; null as long as it is not
     */
    public record Objection(
            LocalDate on,
            String reason,
            String text,
            @Nullable String state,
            @Nullable String comment) {}

    /** A time in which the case stood still. */
    public record Stop(LocalDate from, @Nullable LocalDate through, String reason, String who) {}

    /**
     * Reads in one transaction, and prints when it is over.
     *
     * @throws java.util.NoSuchElementException when there is no such case
     */
    public byte[] pdf(CaseNumber number, Locale language) {
        String html = reading.execute(status -> html(number, language));
        return pages.pdf(String.valueOf(html));
    }

    private String html(CaseNumber number, Locale language) {
        ExtendedModelMap model = new ExtendedModelMap();
        screen.show(number, model, 1, language);
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        List<TimelineEntry> entries = entries(number, language);
        Context page = new Context(language, model);
        page.setVariable("timeline", entries.size() > ENTRIES ? entries.subList(0, ENTRIES) : entries);
        page.setVariable("cut", entries.size() > ENTRIES);
        page.setVariable(
                "seals",
                letters.proofs(number).stream()
                        .collect(Collectors.toMap(proof -> proof.letter().id().toString(), Letters.Proof::seal)));
        page.setVariable("objections", objections(number, language));
        page.setVariable("stops", stops(number, names, language));
        page.setVariable(
                "arrangements",
                evidence.stream()
                        .flatMap(room -> room.arrangements(number).stream())
                        .toList());
        page.setVariable("by", names.getOrDefault(CurrentPerson.name(), CurrentPerson.name()));
        page.setVariable("madeAt", clock.instant());
        page.setVariable("formats", formats);
        return templates.process("cases/printed", page);
    }

    /** The newest first, and one more than is printed when there are more. */
    private List<TimelineEntry> entries(CaseNumber number, Locale language) {
        List<TimelineEntry> entries = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<TimelineEntry> page = timeline.of(number, before, PAGE, language);
        while (!page.isEmpty() && entries.size() <= ENTRIES) {
            entries.addAll(notes.ticked(page));
            before = page.get(page.size() - 1).id();
            page = timeline.of(number, before, PAGE, language);
        }
        return entries;
    }

    private List<Objection> objections(CaseNumber number, Locale language) {
        Concealment.Veil veil = concealment.of(number);
        return disputes.of(number).stream()
                .map(each -> new Objection(
                        each.raisedOn(),
                        facts.fact(each.reason(), language),
                        String.valueOf(veil.over(each.text())),
                        each.state() == DisputeState.OPEN ? null : facts.fact(each.state(), language),
                        veil.over(each.comment())))
                .toList();
    }

    private List<Stop> stops(CaseNumber number, Map<String, String> names, Locale language) {
        List<Stop> stops = new ArrayList<>();
        for (Pause pause : cases.pauses(number)) {
            stops.add(new Stop(
                    pause.beginsOn(),
                    pause.endedOn() == null ? pause.until() : pause.endedOn(),
                    facts.reason(pause.reason(), language),
                    names.getOrDefault(pause.enteredBy(), pause.enteredBy())));
        }
        return stops;
    }
}
