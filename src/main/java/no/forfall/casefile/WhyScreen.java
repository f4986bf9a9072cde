package no.forfall.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.Letters;
import no.forfall.engine.CaseBook;
import no.forfall.engine.Editions;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.law.CaseFacts;
import no.forfall.law.Law;
import no.forfall.law.LegalStep;
import no.forfall.law.Reason;
import no.forfall.law.Verdict;
import no.forfall.policy.LetterTerms;
import no.forfall.policy.OverrideKind;
import no.forfall.policy.Overrides;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Answers why this step, why today and why this amount, from the journal, the law and what was agreed. */
@Component
public class WhyScreen {

    private static final int MOST_ENTRIES = 500;
    private static final List<LegalStep> WEIGHED = List.of(LegalStep.REMINDER, LegalStep.NOTICE, LegalStep.HAND_OVER);

    private final CaseFiles files;
    private final Journal journal;
    private final Editions editions;
    private final CaseBook caseBook;
    private final Law law;
    private final Letters letters;
    private final Overrides overrides;
    private final People people;
    private final JournalFacts facts;
    private final MessageSource messages;

    WhyScreen(
            CaseFiles files,
            Journal journal,
            Editions editions,
            CaseBook caseBook,
            Law law,
            Letters letters,
            Overrides overrides,
            People people,
            JournalFacts facts,
            MessageSource messages) {
        this.files = files;
        this.journal = journal;
        this.editions = editions;
        this.caseBook = caseBook;
        this.law = law;
        this.letters = letters;
        this.overrides = overrides;
        this.people = people;
        this.facts = facts;
        this.messages = messages;
    }

    /** @param today the day in the creditor's country */
    public WhyView of(CaseNumber number, long invoiceId, LocalDate today, Locale language) {
        CaseFile file = files.of(number, language);
        return new WhyView(
                file.steps().stream().map(step -> step(step, language)).toList(),
                planned(file.plannedNext()),
                decisions(number, language),
                law(number, today, language),
                charges(number, language),
                overrides(invoiceId, today, language));
    }

    private WhyView.Step step(CaseFile.Step step, Locale language) {
        String edition = editions.find(step.definition())
                .map(found -> text("cases.diagram.edition", language, editions.title(found, language), found.version()))
                .orElse(step.process());
        return new WhyView.Step(step.name(), edition, step.since());
    }

    private static WhyView.@Nullable Planned planned(@Nullable PlannedStep next) {
        return next == null ? null : new WhyView.Planned(next.name(), next.at(), next.reason(), next.rule());
    }

    private List<WhyView.Decision> decisions(CaseNumber number, Locale language) {
        return journal.of(number, Long.MAX_VALUE, MOST_ENTRIES).stream()
                .filter(entry -> entry.kind().equals("TableDecided"))
                .map(entry -> decision(entry, language))
                .toList();
    }

    private WhyView.Decision decision(JournalEntry entry, Locale language) {
        Map<String, Object> told = entry.facts();
        return new WhyView.Decision(
                entry.at(),
                facts.words(String.valueOf(told.get("name")), language),
                ((Number) told.get("version")).intValue(),
                String.valueOf(told.get("row")),
                told.get("note") == null ? null : facts.words(told.get("note").toString(), language),
                named(told.get("inputs"), language),
                named(told.get("outputs"), language),
                "/studio/tables/" + told.get("table"));
    }

    private List<WhyView.Fact> named(@Nullable Object values, Locale language) {
        return values instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(value -> new WhyView.Fact(
                                facts.words(String.valueOf(value.getKey()), language),
                                facts.fact(value.getValue(), language)))
                        .toList()
                : List.of();
    }

    private List<WhyView.Law> law(CaseNumber number, LocalDate today, Locale language) {
        CaseFacts of = caseBook.facts(number);
        return WEIGHED.stream()
                .map(step -> answer(step, law.verdict(step, of, today), language))
                .toList();
    }

    private WhyView.Law answer(LegalStep step, Verdict verdict, Locale language) {
        LocalDate from = verdict instanceof Verdict.Refused refused ? refused.earliest() : null;
        String key = verdict.mayHappen() ? (verdict.reason().isEmpty() ? "yes" : "but") : from == null ? "no" : "later";
        Reason why = verdict.reason().orElse(null);
        return new WhyView.Law(
                text("cases.step." + step, language),
                verdict.mayHappen() ? "kept" : from == null ? "breach" : "risk",
                text("cases.why.law." + key, language),
                why == null ? null : why.text(language),
                why == null ? null : why.ruleId() + ", " + why.statute(),
                from);
    }

    private List<WhyView.Charge> charges(CaseNumber number, Locale language) {
        return letters.of(number).stream()
                .filter(Letter::counts)
                .map(letter -> new WhyView.Charge(
                        text("fact." + letter.type(), language),
                        letter.dated(),
                        letter.deadline(),
                        letter.newFee().isPositive() ? letter.newFee() : null,
                        because(letter, language)))
                .toList();
    }

    private List<String> because(Letter letter, Locale language) {
        LetterTerms terms = letter.terms();
        List<String> because = new ArrayList<>();
        if (terms == null) {
            return because;
        }
        LetterTerms.Basis basis = terms.basis();
        if (basis.row() > 0) {
            because.add(text("cases.why.row", language, basis.row(), facts.words(basis.note(), language)));
        }
        if (letter.deadline() != null && terms.daysToPay() != null) {
            because.add(text("cases.why.days", language, terms.daysToPay()));
        }
        if (basis.softened()) {
            because.add(text("cases.why.softened", language));
        }
        basis.overrides().stream()
                .map(agreed ->
                        text("cases.why.agreed", language, text("fact." + agreed.kind(), language), agreed.reason()))
                .forEach(because::add);
        if (letter.newFee().isPositive()) {
            because.add(text("cases.why.fee." + letter.newFee().getCurrencyUnit(), language));
        } else if (letter.type().mayBearFee() && terms.chargeFee()) {
            because.add(text("cases.why.fee.none", language));
        }
        return because;
    }

    private List<WhyView.Override> overrides(long invoiceId, LocalDate today, Locale language) {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::userName, Person::name));
        return overrides.holding(invoiceId, today).stream()
                .filter(agreed -> OverrideKind.agreeable().contains(agreed.kind()))
                .map(agreed -> new WhyView.Override(
                        agreed.id(),
                        agreed.days() == null
                                ? text("fact." + agreed.kind(), language)
                                : text("cases.why.moreDays", language, agreed.days()),
                        text(agreed.wholeCustomer() ? "cases.why.customer" : "cases.why.invoice", language),
                        agreed.reason(),
                        names.getOrDefault(agreed.owner(), agreed.owner()),
                        agreed.endsOn()))
                .toList();
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
