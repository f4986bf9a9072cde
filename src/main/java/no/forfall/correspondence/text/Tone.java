package no.forfall.correspondence.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter never says. Good collection practice (inkassoloven § 8, inkassolagen § 4) bars undue pressure and needless
 * harm: threats, shame, telling others, talk of payment remarks and courts before their time, and costs announced as if they
 * were certain. In the three languages of the letters at once, since a text may quote another.
 */
enum Tone {
    POLICE_OR_PUBLICITY(
            "politi(et|ets)?\\b|anmeld(e|t|er)\\b|polis(en|anmäl\\p{L}*)?\\b|\\bpolice\\b|offentliggjør\\p{L}*|publicera\\p{L}*"
                    + "|heng(e|er) deg ut|häng(a|er) ut|make (this|it) public|name and shame"),
    PAYMENT_REMARK(
            "betalingsanmerkning\\p{L}*|betalningsanmärkning\\p{L}*|payment (remark|default)\\p{L}*|credit (record|rating|score)"),
    COURT_BEFORE_ITS_TIME(
            "namsmann\\p{L}*|kronofogd\\p{L}*|utlegg\\p{L}*|utmätning\\p{L}*|rettslige? skritt|rättsliga åtgärder|legal (action"
                    + "|proceedings)|bailiff\\p{L}*|stevn(e|ing)\\p{L}*|stämning\\p{L}*|\\bsue (you|them)\\b|take you to court"),
    CERTAIN_COSTS(
            "kostnader (vil|blir)|(vil|blir) det (komme|kostnader)|kostnader (kommer|tillkommer)|costs will|you will incur"),
    SHAME(
            "siste sjanse\\p{L}*|sista chansen|last chance|useriøs\\p{L}*|oseriös\\p{L}*|\\bskam(me|mer|lig|lös)?\\b|shame\\p{L}*"
                    + "|uærlig\\p{L}*|oärlig\\p{L}*|dishonest\\p{L}*|snylt\\p{L}*"),
    TELLING_OTHERS(
            "arbeidsgiver\\p{L}*|arbetsgivare\\p{L}*|\\bemployer\\p{L}*|nabo(er|en|ene)\\b|grann(ar|arna|e)\\b|neighbou?rs?\\b"
                    + "|familien din|din familj|your family");

    private final Pattern words;

    Tone(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Every phrase of a text that no letter says, each with why; the first of its kind. */
    static List<TextFinding> findings(String text) {
        List<TextFinding> findings = new ArrayList<>();
        for (Tone tone : values()) {
            Matcher phrase = tone.words.matcher(text);
            if (phrase.find()) {
                findings.add(TextFinding.ofWords("phrase", phrase.group(), TextFinding.said("phrase." + tone.name())));
            }
        }
        return findings;
    }
}
