package no.forfall.cockpit.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import no.forfall.cases.Cases;
import no.forfall.cockpit.Ageing;
import no.forfall.cockpit.Figures;
import no.forfall.cockpit.LedgerCheck;
import no.forfall.cockpit.LegalStopTable;
import no.forfall.cockpit.ProcessMap;
import no.forfall.cockpit.Stoppages;
import no.forfall.engine.Edition;
import no.forfall.engine.Editions;
import no.forfall.payments.BankData;
import no.forfall.shared.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The manager's page. */
@Controller
@RequestMapping("/cockpit")
class CockpitPage {

    private final Figures figures;
    private final ProcessMap map;
    private final Stoppages stoppages;
    private final LegalStopTable stopped;
    private final LedgerCheck ledger;
    private final BankData bankData;
    private final Editions editions;
    private final Clock clock;

    CockpitPage(
            Figures figures,
            ProcessMap map,
            Stoppages stoppages,
            LegalStopTable stopped,
            LedgerCheck ledger,
            BankData bankData,
            Editions editions,
            Clock clock) {
        this.figures = figures;
        this.map = map;
        this.stoppages = stoppages;
        this.stopped = stopped;
        this.ledger = ledger;
        this.bankData = bankData;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping
    String cockpit(@RequestParam(defaultValue = Cases.LADDER) String process, Model model, Locale language) {
        List<Ageing> ageing = figures.ageing();
        model.addAttribute("figures", figures.strip(ageing, language));
        model.addAttribute("processes", map.processes(process, language));
        model.addAttribute("diagram", map.diagram(process, language).orElse(null));
        model.addAttribute("steps", map.steps(process, language));
        model.addAttribute("ageing", ageing);
        model.addAttribute("faults", stoppages.all(language));
        model.addAttribute("stopped", stopped.all(language));
        model.addAttribute("ledgerCheck", ledger.latest().orElse(null));
        model.addAttribute("ledgerFindings", ledger.findings());
        model.addAttribute(
                "lateBankData",
                bankData.all().stream().filter(BankData.Standing::late).count());
        model.addAttribute("asOf", clock.instant());
        model.addAttribute("zone", Country.NO.zone());
        return "cockpit/cockpit";
    }

    @GetMapping(path = "/diagram/{process}", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    byte[] diagram(@PathVariable String process) {
        return editions.newest(Edition.Kind.PROCESS, process)
                .map(Edition::id)
                .flatMap(editions::source)
                .orElseThrow(() -> new NoSuchElementException("There is no process " + process));
    }

    @PostMapping("/ledger-check")
    String checkLedger() {
        ledger.checkNow();
        return "redirect:/cockpit#ledger-check";
    }

    /** @param key one cause; none for all */
    @PostMapping("/faults/retry")
    String retry(@RequestParam(required = false) @Nullable String key, RedirectAttributes flash) {
        flash.addFlashAttribute("retry", stoppages.retry(key));
        return "redirect:/cockpit";
    }
}
