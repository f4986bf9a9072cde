package no.forfall.correspondence.text;

import com.github.mustachejava.Code;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.codes.IterableCode;
import com.github.mustachejava.codes.NotIterableCode;
import com.github.mustachejava.codes.ValueCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forfall.correspondence.LetterType;

/**
 * Decides whether a text may be a letter. A text is plain: a subject and paragraphs with fields, and sections that stand or
 * fall with a field. It says what law and good practice demand of its kind, always and not only sometimes, and nothing that
 * they bar. One of a friendly letter may end with a section for a {@link ShortText text message}.
 */
public final class TextGate {

    static final String SUBJECT = "Subject: ";

    /** What every demand says: the claim, how to pay it, what comes next and when, and whom to tell that it is wrong. */
    private static final List<LetterField> DEMAND = List.of(
            LetterField.CREDITOR,
            LetterField.INVOICE_NUMBER,
            LetterField.INVOICE_DATE,
            LetterField.CLAIM,
            LetterField.PAYMENT,
            LetterField.NEXT_STEP_ON,
            LetterField.CONTACT);

    private static final Set<Class<? extends Code>> SECTIONS = Set.of(IterableCode.class, NotIterableCode.class);

    private static final Pattern HTML = Pattern.compile("<\\s*[/!?a-zA-Z][^>\\n]{0,40}>?");
    private static final Pattern LINK = Pattern.compile(
            "(https?|ftp|data|javascript|file|cid)\\s*:\\S*|www\\.\\S+|!\\[[^\\]\\n]*\\]", Pattern.CASE_INSENSITIVE);
    /** Subjects stand on locked screens and in lists that others see. */
    static final Pattern IN_SUBJECT = Pattern.compile(
            "\\bgjeld\\p{L}*|\\bskyld(ner|ig)\\p{L}*|\\bskuld\\p{L}*|gäldenär\\p{L}*|mislighold\\p{L}*|\\bdebt(or)?s?\\b(?! collection)"
                    + "|\\bdefault(ed)?\\b|\\bskylder\\b|\\bowe(s|d)?\\b|\\{\\{\\{?&?\\s*(amount|newFee|description)\\s*\\}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST = 6_000;
    private static final int LONGEST_SUBJECT = 300;

    private TextGate() {}

    /** What is wrong with a text for that kind of letter; empty when nothing is. */
    public static List<TextFinding> check(LetterType type, String source) {
        List<TextFinding> findings = new ArrayList<>();
        if (source.length() > LONGEST) {
            findings.add(TextFinding.of("long", LONGEST));
            return findings;
        }
        String letter = ShortText.without(source);
        shape(letter, findings);
        first(HTML, source).ifPresent(markup -> findings.add(TextFinding.of("html", markup)));
        first(LINK, source).ifPresent(link -> findings.add(TextFinding.of("link", link)));
        tags(type, letter, findings);
        ShortText.in(source).ifPresent(text -> findings.addAll(ShortText.check(type, text)));
        findings.addAll(Tone.findings(source));
        return findings;
    }

    /** What is wrong with words that a person wrote for one letter; empty when nothing is. */
    public static List<TextFinding> wordsOf(String words) {
        List<TextFinding> findings = new ArrayList<>();
        first(HTML, words).ifPresent(markup -> findings.add(TextFinding.of("html", markup)));
        first(LINK, words).ifPresent(link -> findings.add(TextFinding.of("link", link)));
        findings.addAll(Tone.findings(words));
        return findings;
    }

    private static void shape(String source, List<TextFinding> findings) {
        if (!source.startsWith(SUBJECT) || !source.contains("\n\n")) {
            findings.add(TextFinding.of("subject"));
            return;
        }
        String subject = source.substring(SUBJECT.length(), source.indexOf("\n\n"));
        if (subject.isBlank() || subject.contains("\n") || subject.length() > LONGEST_SUBJECT) {
            findings.add(TextFinding.of("subject"));
        }
        first(IN_SUBJECT, subject).ifPresent(words -> findings.add(TextFinding.ofWords("subject.words", words)));
        if (source.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            findings.add(TextFinding.of("control"));
        }
    }

    private static java.util.Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? java.util.Optional.of(matcher.group()) : java.util.Optional.empty();
    }

    private static void tags(LetterType type, String source, List<TextFinding> findings) {
        Mustache mustache;
        try {
            mustache = Template.compile("text", source);
        } catch (MustacheException | IllegalArgumentException broken) {
            findings.add(
                    TextFinding.of("tags", String.valueOf(broken.getMessage()).replaceAll("\\s*@\\[.*", "")));
            return;
        }
        Set<String> always = new HashSet<>();
        Set<String> unknown = new TreeSet<>();
        Map<String, LetterField> fitting = Arrays.stream(LetterField.values())
                .filter(field -> field.fits(type))
                .collect(Collectors.toMap(LetterField::tag, field -> field));
        collect(mustache.getCodes(), true, fitting, always, unknown);
        unknown.forEach(name -> findings.add(TextFinding.of("unknown", name)));
        for (LetterField field : required(type)) {
            if (!always.contains(field.tag())) {
                findings.add(TextFinding.of("missing." + field.tag(), field.tag()));
            } else if (field.role() == LetterField.Role.TABLE
                    && !source.matches("(?s).*\\n\\s*\\n\\{\\{" + field.tag() + "}}\\s*\\n\\s*\\n.*")) {
                findings.add(TextFinding.of("alone", field.tag()));
            }
        }
    }

    private static List<LetterField> required(LetterType type) {
        List<LetterField> required = new ArrayList<>(
                switch (type) {
                    case PRE_DUE_REMINDER, FRIENDLY_REMINDER, FEE_REMINDER, COLLECTION_NOTICE -> DEMAND;
                    case PROMISE_CONFIRMATION ->
                        aboutInvoice(
                                LetterField.PROMISED,
                                LetterField.PROMISED_ON,
                                LetterField.PAYMENT,
                                LetterField.NEXT_STEP_ON);
                    case PLAN_PROPOSAL, PLAN_CONFIRMATION ->
                        aboutInvoice(
                                LetterField.CLAIM, LetterField.PLAN, LetterField.PAYMENT, LetterField.NEXT_STEP_ON);
                    case DISPUTE_RECEIVED -> aboutInvoice(LetterField.OBJECTION);
                    case DISPUTE_QUESTION ->
                        aboutInvoice(LetterField.OBJECTION, LetterField.QUESTION, LetterField.ANSWER_BY);
                    case DISPUTE_DECIDED ->
                        aboutInvoice(
                                LetterField.OBJECTION,
                                LetterField.UPHELD,
                                LetterField.GRANTED,
                                LetterField.PARTLY,
                                LetterField.CORRECTED,
                                LetterField.REJECTED,
                                LetterField.WAIVED,
                                LetterField.CLAIM);
                    case THANK_YOU -> aboutInvoice();
                    case STATEMENT_OF_ACCOUNT ->
                        List.of(LetterField.CREDITOR, LetterField.STATEMENT, LetterField.CONTACT);
                    case HAND_OVER_INFORMATION ->
                        aboutInvoice(LetterField.AGENCY, LetterField.HANDED_OVER_ON, LetterField.CLAIM);
                });
        if (type.setsDeadline()) {
            required.add(LetterField.DEADLINE);
        }
        return required;
    }

    private static List<LetterField> aboutInvoice(LetterField... more) {
        return Stream.concat(
                        Stream.of(LetterField.CREDITOR, LetterField.INVOICE_NUMBER, LetterField.CONTACT),
                        Stream.of(more))
                .toList();
    }

    /**
     * Plain text and comments have no name; partials and everything else that is no tag of ours have one.
     *
     * @param always what stands in no section, and the sections that do
     */
    private static void collect(
            Code[] codes, boolean outside, Map<String, LetterField> fitting, Set<String> always, Set<String> unknown) {
        for (Code code : codes == null ? new Code[0] : codes) {
            boolean section = SECTIONS.contains(code.getClass());
            String name = code.getName();
            if (section || code.getClass() == ValueCode.class) {
                LetterField field = fitting.get(name);
                boolean isSectionField = field != null && field.role() == LetterField.Role.SECTION;
                if (field == null || isSectionField && !section) {
                    unknown.add(name);
                } else if (outside && section == isSectionField) {
                    always.add(name);
                }
            } else if (name != null) {
                unknown.add(name);
            }
            collect(code.getCodes(), outside && !section, fitting, always, unknown);
        }
    }
}
