package no.forfall.correspondence.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter of the house never says. Good collection practice (inkassoloven § 8, inkassolagen § 4) bars undue pressure:
 * threats, talk of payment remarks before any court has spoken, and costs announced as if they were certain.
 */
enum Tone {
    POLICE_OR_PUBLICITY("politi|anmeld(e|t)|polis(en|anm)|\\bpolice\\b|offentliggjør|publicera|make (this|it) public"),
    PAYMENT_REMARK("betalingsanmerkning|betalningsanmärkning|payment remark|credit record"),
    COURT_BEFORE_ITS_TIME("namsmannen|kronofogden|utlegg|utmätning|rettslige skritt|rättsliga åtgärder|legal action"),
    CERTAIN_COSTS(
            "kostnader (vil|blir)|(vil|blir) det (komme|kostnader)|kostnader (kommer|tillkommer)|costs will|you will incur"),
    SHAME("siste sjanse|sista chansen|last chance|useriøs|oseriös|skam(me)?\\b|shame");

    private final Pattern words;

    Tone(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The first words in a text that no letter says; empty when it may leave. */
    static Optional<String> threatIn(String text) {
        return Arrays.stream(values())
                .map(tone -> tone.words.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
