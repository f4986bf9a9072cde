package no.forfall.casefile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import no.forfall.api.Listing;
import no.forfall.casefile.Age;
import no.forfall.casefile.CaseList;
import no.forfall.casefile.CaseQuery;
import no.forfall.casefile.CaseRow;
import no.forfall.casefile.CaseScreen;
import no.forfall.casefile.PlannedStep;
import no.forfall.engine.Fault;
import no.forfall.engine.Faults;
import no.forfall.engine.LegalStops;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Country;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of cases, and what a search or a number of the cockpit leads to. */
@Controller
@RequestMapping("/cases")
class CaseListPage {

    private static final int ROWS = 50;
    private static final int MOST_FAULTS = 500;
    private static final ZoneId ZONE = Country.NO.zone();

    record Row(
            String number,
            String href,
            String debtor,
            @Nullable String organisationNumber,
            String creditor,
            String stateText,
            String stateTone,
            Money outstanding,
            long daysOverdue,
            @Nullable String step,
            @Nullable LocalDate nextStepOn,
            LocalDate openedOn) {}

    private final CaseList list;
    private final Faults faults;
    private final LegalStops stops;
    private final MessageSource messages;

    CaseListPage(CaseList list, Faults faults, LegalStops stops, MessageSource messages) {
        this.list = list;
        this.faults = faults;
        this.stops = stops;
        this.messages = messages;
    }

    /**
     * @param fault only the cases whose jobs gave up for this cause
     * @param rule only the cases in which this rule of law stopped a step of that version of the process
     */
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable CaseStatus state,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String element,
            @RequestParam(required = false) @Nullable Age age,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable LocalDate paidSince,
            @RequestParam(required = false) @Nullable String fault,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model,
            Locale language) {
        CaseQuery asked = new CaseQuery(
                query,
                state == null ? null : state.state(),
                process,
                element,
                age,
                currency,
                paidSince,
                numbers(fault, rule, process, version));
        CaseList.Found found = list.look(asked, Math.max(page, 0), ROWS, language);
        model.addAttribute("query", query);
        model.addAttribute("state", state == null ? "" : state.name());
        model.addAttribute("counts", found.counts());
        model.addAttribute(
                "cases", found.rows().stream().map(row -> row(row, language)).toList());
        model.addAttribute(
                "page",
                new Listing<>(
                                found.rows(),
                                Math.max(page, 0),
                                ROWS,
                                found.counts().of(asked.status()))
                        .pager());
        model.addAttribute("pageBase", without(request, "page"));
        model.addAttribute("stateBase", without(request, "page", "state"));
        return "cases/list";
    }

    private @Nullable List<CaseNumber> numbers(
            @Nullable String fault, @Nullable String rule, @Nullable String process, @Nullable Integer version) {
        if (rule != null && process != null && version != null) {
            return stops.cases(rule, process, version);
        }
        return fault == null ? null : stoppedBy(fault);
    }

    private List<CaseNumber> stoppedBy(String cause) {
        return faults.all(MOST_FAULTS).stream()
                .filter(fault -> fault.cause().equals(cause))
                .map(Fault::caseNumber)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The address with all its filters but some, to which another one can be added. */
    private static String without(HttpServletRequest request, String... parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
        request.getParameterMap().forEach((name, values) -> {
            if (Stream.of(parameters).noneMatch(name::equals)) {
                address.queryParam(name, (Object[]) values);
            }
        });
        String base = address.build().encode().toUriString();
        return base + (base.contains("?") ? "&" : "?");
    }

    private Row row(CaseRow row, Locale language) {
        PlannedStep next = row.plannedNext();
        return new Row(
                row.number().value(),
                "/cases/" + row.number(),
                row.debtor(),
                row.organisationNumber(),
                row.creditor(),
                messages.getMessage("cases.status." + row.status(), null, language),
                CaseScreen.tone(row.status()),
                row.openPrincipal(),
                row.daysOverdue(),
                row.steps().isEmpty() ? null : row.steps().get(row.steps().size() - 1),
                next == null || next.at() == null ? null : LocalDate.ofInstant(next.at(), ZONE),
                row.openedOn());
    }
}
