package no.forfall.correspondence.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forfall.correspondence.LetterType;
import no.forfall.law.LegalStep;
import no.forfall.receivables.Creditor;
import org.jspecify.annotations.Nullable;

/**
 * The last section of a friendly letter's text: the few words with which it may leave as a text message. It names no amount,
 * since it lights up on a locked screen, and says who writes, about which invoice, and where more is to be had. A text
 * message is no valid delivery of anything that the law attaches an effect to (NO-R16), so no other letter has one.
 */
final class ShortText {

    /** The line that begins the section. */
    private static final String MARK = "\n\nSMS:\n";

    /** Two parts of a text message, in septets. */
    static final int LONGEST = 300;

    /** Its fields; each is cut at its length, so that what the gate has measured holds for every letter. */
    private enum Field {
        CREDITOR("creditor", 40, true, (draft, formats) -> draft.invoice()
                .creditor()
                .name()),
        INVOICE_NUMBER(
                "invoiceNumber", 20, true, (draft, formats) -> draft.invoice().number()),
        DUE_DATE(
                "dueDate",
                14,
                false,
                (draft, formats) -> formats.shortDate(draft.invoice().dueOn())),
        CONTACT("contact", 40, true, (draft, formats) -> contact(draft.invoice().creditor(), formats)),
        PAGE("page", 100, false, (draft, formats) -> draft.page() == null ? "" : draft.page());

        private final String tag;
        private final int longest;
        private final boolean required;
        private final BiFunction<Draft, Formats, String> value;

        Field(String tag, int longest, boolean required, BiFunction<Draft, Formats, String> value) {
            this.tag = tag;
            this.longest = longest;
            this.required = required;
            this.value = value;
        }

        private String written() {
            return "{{" + tag + "}}";
        }
    }

    private static final Pattern PAGE_SECTION = Pattern.compile("\\{\\{#page}}([^{}]*\\{\\{page}}[^{}]*)\\{\\{/page}}");

    private ShortText() {}

    /** The text of the letter without this section. */
    static String without(String source) {
        int at = source.lastIndexOf(MARK);
        return at < 0 ? source : source.substring(0, at + 1);
    }

    /** The section; empty when the text has none. */
    static Optional<String> in(String source) {
        int at = source.lastIndexOf(MARK);
        return at < 0
                ? Optional.empty()
                : Optional.of(source.substring(at + MARK.length()).strip());
    }

    /** What is wrong with a section in the text of that kind of letter. */
    static List<TextFinding> check(LetterType type, String text) {
        List<TextFinding> findings = new ArrayList<>();
        if (type.legalStep() != LegalStep.CONTACT) {
            findings.add(TextFinding.of("sms.formal"));
            return findings;
        }
        String words = PAGE_SECTION.matcher(text).replaceAll("$1");
        int length = 0;
        for (Field field : Field.values()) {
            int with = words.length();
            words = words.replace(field.written(), "");
            int times = (with - words.length()) / field.written().length();
            length += times * field.longest;
            if (times == 0 && field.required) {
                findings.add(TextFinding.of("sms.missing", field.tag));
            }
        }
        if (words.contains("{") || words.contains("}")) {
            findings.add(TextFinding.of("sms.fields"));
        }
        Gsm7.stranger(words).ifPresent(letter -> findings.add(TextFinding.of("sms.letter", letter)));
        length += Gsm7.septets(words);
        if (length > LONGEST) {
            findings.add(TextFinding.of("sms.long", LONGEST, length));
        }
        Matcher debt = TextGate.IN_SUBJECT.matcher(words);
        if (debt.find()) {
            findings.add(TextFinding.ofWords("sms.words", debt.group()));
        }
        return findings;
    }

    /** The message as it leaves, in letters that every telephone has. */
    static String fill(String text, Draft draft, Formats formats) {
        String filled = PAGE_SECTION.matcher(text).replaceAll(draft.page() == null ? "" : "$1");
        for (Field field : Field.values()) {
            String value = Gsm7.of(PlainText.clean(field.value.apply(draft, formats)));
            filled = filled.replace(field.written(), value.substring(0, Math.min(field.longest, value.length())));
        }
        return filled.replaceAll("\\s+", " ").strip();
    }

    /** The quicker way alone: a telephone shows a number as something to press. */
    private static String contact(Creditor creditor, Formats formats) {
        @Nullable String phone = creditor.phone();
        @Nullable String email = creditor.email();
        return phone != null ? phone : email != null ? email : formats.label("contact.none");
    }
}
