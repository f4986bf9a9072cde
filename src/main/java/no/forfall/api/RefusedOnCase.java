package no.forfall.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows people on the page of a case why what they sent from it was refused. What they had written stands in their field
 * again, so that they mend it and need not write it twice.
 */
@ControllerAdvice(annotations = Controller.class)
class RefusedOnCase {

    private final MessageSource messages;
    private final Formats formats;

    RefusedOnCase(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** @throws Invalid when it was not sent from the page of a case, which then is the affair of whoever shows that page */
    @ExceptionHandler
    String refused(Invalid invalid, HttpServletRequest request, RedirectAttributes flash, Locale language) {
        Object number = path(request).get("number");
        if (number == null) {
            throw invalid;
        }
        flash.addFlashAttribute(
                "notice",
                new Notice(
                        "breach",
                        messages.getMessage("problem.invalid.title", null, language),
                        invalid.sentence(messages, formats, language)));
        String text = request.getParameter("text");
        if (text != null && invalid.field().equals("text")) {
            flash.addFlashAttribute("draft", text);
        }
        String why = pattern(request).startsWith("/cases/{number}/why") ? "/why" : "";
        return Return.to(new CaseNumber(number.toString()), request.getParameter("task")) + why;
    }

    private static Map<?, ?> path(HttpServletRequest request) {
        return (Map<?, ?>) Objects.requireNonNullElse(
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE), Map.of());
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
}
