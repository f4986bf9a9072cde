package no.forfall.casefile.web;

import java.security.Principal;
import java.util.Locale;
import no.forfall.casefile.AddressProtection;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Protects the address of a debtor on the page of a case, and shows it to a manager. */
@Controller
@RequestMapping("/cases/{number}/protection")
class ProtectionPage {

    private final AddressProtection protection;
    private final CasePage page;

    ProtectionPage(AddressProtection protection, CasePage page) {
        this.protection = protection;
        this.page = page;
    }

    @PostMapping
    String protect(@PathVariable CaseNumber number, @RequestParam(required = false) @Nullable String reason) {
        protection.protect(number, reason);
        return "redirect:/cases/" + number;
    }

    @PostMapping("/end")
    String end(@PathVariable CaseNumber number, @RequestParam(required = false) @Nullable String reason) {
        protection.end(number, reason);
        return "redirect:/cases/" + number;
    }

    /** Answers with the page itself, so that the address is kept in no session and gone with the next look. */
    @PostMapping("/reveal")
    String reveal(
            @PathVariable CaseNumber number,
            Principal person,
            Model model,
            Locale language,
            jakarta.servlet.http.HttpServletResponse response) {
        model.addAttribute("revealed", protection.reveal(number));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page.one(number, person, model, language);
    }
}
