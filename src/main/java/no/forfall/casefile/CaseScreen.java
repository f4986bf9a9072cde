package no.forfall.casefile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forfall.cases.CaseState;
import no.forfall.cases.Cases;
import no.forfall.identity.CurrentPerson;
import no.forfall.identity.Role;
import no.forfall.notes.FilesScreen;
import no.forfall.notes.NotesScreen;
import no.forfall.shared.CaseNumber;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Puts a case into the model of a page: what {@code cases/case.html} and the parts that other pages borrow read. */
@Component
public class CaseScreen {

    private final Cases cases;
    private final CaseFiles files;
    private final LedgerScreen ledger;
    private final InterestScreen interest;
    private final ActsScreen acts;
    private final DiagramScreen diagrams;
    private final ArrangementScreen arrangements;
    private final Timeline timeline;
    private final JournalFacts facts;
    private final NotesScreen notes;
    private final FilesScreen attached;
    private final NotesOnTimeline written;
    private final MessageSource messages;

    CaseScreen(
            Cases cases,
            CaseFiles files,
            LedgerScreen ledger,
            InterestScreen interest,
            ActsScreen acts,
            DiagramScreen diagrams,
            ArrangementScreen arrangements,
            Timeline timeline,
            JournalFacts facts,
            NotesScreen notes,
            FilesScreen attached,
            NotesOnTimeline written,
            MessageSource messages) {
        this.cases = cases;
        this.files = files;
        this.ledger = ledger;
        this.interest = interest;
        this.acts = acts;
        this.diagrams = diagrams;
        this.arrangements = arrangements;
        this.timeline = timeline;
        this.facts = facts;
        this.notes = notes;
        this.attached = attached;
        this.written = written;
        this.messages = messages;
    }

    /**
     * Reads in one transaction, so that all parts show the same moment.
     *
     * @param entries how many entries of the timeline
     */
    @Transactional(readOnly = true)
    public void show(CaseNumber number, Model model, int entries, Locale language) {
        CaseFile file = files.of(number, language);
        ZoneId zone = file.creditor().country().zone();
        long invoiceId = cases.get(number).invoiceId();
        LocalDate today = cases.today(number);
        Money part = acts.disputedPart(number, file.balance().principal());
        model.addAttribute("view", view(file, ledger.balance(number, invoiceId, part, today), zone, language));
        model.addAttribute("diagram", diagrams.of(file, language));
        model.addAttribute("invoices", List.of(invoice(file)));
        model.addAttribute("arrangement", arrangements.of(number).orElse(null));
        model.addAttribute("letters", acts.letters(number, language));
        model.addAttribute("payments", ledger.payments(number, invoiceId, language));
        model.addAttribute("bookings", ledger.bookings(number, invoiceId, language));
        model.addAttribute("interest", interest.of(invoiceId, part, today, language));
        model.addAttribute("timeline", written.in(timeline.of(number, Long.MAX_VALUE, entries, language)));
        model.addAttribute("notes", notes.of(number));
        model.addAttribute("files", attached.of(number, language));
        model.addAttribute("zone", zone);
    }

    private CaseView view(CaseFile file, CaseView.Ledger balance, ZoneId zone, Locale language) {
        LocalDate dueOn = file.invoice().dueOn();
        CaseFile.Hold hold = file.hold();
        return new CaseView(
                file.number().value(),
                file.creditor().name(),
                LocalDate.ofInstant(file.openedAt(), zone),
                file.invoice().daysOverdue() > 0 ? dueOn : null,
                file.invoice().daysOverdue(),
                file.status().name().toLowerCase(Locale.ROOT),
                text("cases.status." + file.status(), language),
                tone(file.status()),
                text("cases.law." + file.creditor().country(), language),
                hold == null ? null : hold.until(),
                hold == null ? null : facts.reason(hold.reason(), language),
                party(file.debtor(), language),
                balance,
                next(file.plannedNext(), zone),
                file.refusals().stream()
                        .map(refusal -> new CaseView.Refusal(
                                text("cases.step." + refusal.step(), language),
                                refusal.reason(),
                                refusal.rule(),
                                refusal.from()))
                        .toList(),
                acts.disputed(file.number(), language),
                acts.decided(file.number()),
                task(file, language));
    }

    /** How a state looks in a list and on the case. */
    public static String tone(CaseState state) {
        return switch (state) {
            case OPEN -> "info";
            case HELD -> "risk";
            case CLOSED -> "neutral";
        };
    }

    private static CaseView.Party party(CaseFile.Debtor debtor, Locale language) {
        return new CaseView.Party(
                debtor.name(),
                debtor.organisationNumber(),
                debtor.address(),
                debtor.email(),
                debtor.phone(),
                Locale.forLanguageTag(debtor.language()).getDisplayLanguage(language),
                debtor.language(),
                debtor.protectedAddress());
    }

    private static CaseView.@Nullable Next next(@Nullable PlannedStep planned, ZoneId zone) {
        return planned == null
                ? null
                : new CaseView.Next(
                        planned.name(),
                        planned.at() == null ? null : LocalDate.ofInstant(planned.at(), zone),
                        planned.reason(),
                        planned.rule());
    }

    /** The work list knows which item it is; the address is all this room has to know of it. */
    private CaseView.@Nullable Task task(CaseFile file, Locale language) {
        if (file.status() == CaseState.CLOSED
                || !CurrentPerson.has(Role.HANDLER, Role.MANAGER, Role.SALES, Role.LOGISTICS, Role.PRICING)) {
            return null;
        }
        String href = "/worklist/of/" + file.number();
        return file.steps().stream()
                .filter(step -> step.kind().equals("userTask"))
                // on a held case it is the step that was added last that still can be done
                .reduce((first, last) -> file.status() == CaseState.HELD ? last : first)
                .map(step -> new CaseView.Task(step.name(), href))
                .or(() -> Optional.ofNullable(file.plannedNext())
                        .filter(PlannedStep::decision)
                        .map(step ->
                                new CaseView.Task(text("worklist.kind.DECIDE.title", language, step.name()), href)))
                .orElse(null);
    }

    private static CaseView.InvoiceLine invoice(CaseFile file) {
        CaseFile.Invoice invoice = file.invoice();
        return new CaseView.InvoiceLine(
                invoice.number(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.daysOverdue(),
                invoice.paymentReference(),
                invoice.amount(),
                file.balance().principal());
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
