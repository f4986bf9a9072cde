package no.forfall.law;

import java.util.List;
import java.util.Locale;

/**
 * A rule as it is shown to people.
 *
 * @param id such as {@code NO-R7}
 * @param statute act and paragraph, in the language of the act
 * @param outcomes what it can make of a step; empty for a rule that is not asked about steps
 */
public record StatedRule(String id, String statute, RulePlace place, List<Outcome> outcomes) {

    /** Whether it stands in an act that was passed but not in force when the list was drawn up. */
    boolean isOfActToCome() {
        return id.contains("-F");
    }

    int number() {
        return Integer.parseInt(id.replaceAll("\\D", ""));
    }

    /** What the rule says, in Norwegian (nb), Swedish or, for any other language, English. */
    public String text(Locale locale) {
        return Texts.of("messages.rules", locale).getString("rule." + id);
    }
}
