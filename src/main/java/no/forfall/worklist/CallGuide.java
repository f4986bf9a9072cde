package no.forfall.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forfall.arrangements.Arrangement;
import no.forfall.arrangements.Arrangements;
import no.forfall.cases.Cases;
import no.forfall.identity.People;
import no.forfall.identity.Person;
import no.forfall.policy.CallScripts;
import no.forfall.receivables.Invoice;
import no.forfall.receivables.Receivables;
import no.forfall.shared.CaseNumber;
import no.forfall.ui.Formats;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The script of a call with the case's own names and figures: words in the debtor's language, advice in the handler's. */
@Component
@Transactional(readOnly = true)
public class CallGuide {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /**
     * @param say in the debtor's language
     * @param tone how to say it, and {@code calm} what to do when the debtor is upset; in the handler's language, maybe empty
     */
    public record Guide(String say, String tone, String calm) {}

    private final CallScripts scripts;
    private final Cases cases;
    private final Receivables receivables;
    private final Arrangements arrangements;
    private final People people;
    private final Formats formats;

    CallGuide(
            CallScripts scripts,
            Cases cases,
            Receivables receivables,
            Arrangements arrangements,
            People people,
            Formats formats) {
        this.scripts = scripts;
        this.cases = cases;
        this.receivables = receivables;
        this.arrangements = arrangements;
        this.people = people;
        this.formats = formats;
    }

    /** @return empty when the table has no words for the case in the debtor's language */
    public Optional<Guide> of(CaseNumber number, String person, Locale language) {
        Invoice invoice = receivables.invoice(cases.get(number).invoiceId());
        LocalDate today = cases.today(number);
        boolean broken = isBroken(arrangements.of(number));
        Locale theirs = invoice.debtor().language();
        return scripts.of(invoice.id(), today, broken, theirs).map(words -> {
            CallScripts.Script advice =
                    scripts.of(invoice.id(), today, broken, language).orElse(words);
            return new Guide(filled(words.say(), names(invoice, today, person, theirs)), advice.tone(), advice.calm());
        });
    }

    private static boolean isBroken(List<Arrangement> arrangements) {
        return !arrangements.isEmpty()
                && arrangements.get(arrangements.size() - 1).state().isFailed();
    }

    /** Amounts and dates as they are written in a language, which is not the one of the page. */
    private Map<String, String> names(Invoice invoice, LocalDate today, String person, Locale language) {
        Locale ofThePage = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(language);
        try {
            return Map.of(
                    "handler", people.find(person).map(Person::name).orElse(person),
                    "creditor", invoice.creditor().name(),
                    "debtor", invoice.debtor().name(),
                    "invoice", invoice.number(),
                    "amount",
                            formats.amount(
                                    receivables.balanceOf(invoice.id(), today).toPay()),
                    "due", formats.fullDate(invoice.dueOn()),
                    "days",
                            formats.number(Math.max(
                                    0, today.toEpochDay() - invoice.dueOn().toEpochDay())));
        } finally {
            LocaleContextHolder.setLocale(ofThePage);
        }
    }

    /** A name that is not known stays as the designer wrote it. */
    private static String filled(String words, Map<String, String> names) {
        return NAME.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(1), found.group())));
    }
}
