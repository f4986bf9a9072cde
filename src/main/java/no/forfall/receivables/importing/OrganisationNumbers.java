package no.forfall.receivables.importing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the ways of writing one organisation number to one form, so that a creditor or customer is known again. */
final class OrganisationNumbers {

    private static final Pattern NORWEGIAN_VAT = Pattern.compile("(?:NO)?(\\d{9})(?:MVA)?");
    private static final Pattern SWEDISH_VAT = Pattern.compile("SE(\\d{10})01");
    private static final Pattern SWEDISH_PUBLIC = Pattern.compile("2\\d{9}");

    private OrganisationNumbers() {}

    /** Without spaces, points and hyphens; of a VAT number the organisation number in it. */
    static String plain(String written) {
        String plain = written.replaceAll("[\\s.\\-\\u00a0]", "").toUpperCase(Locale.ROOT);
        for (Pattern pattern : new Pattern[] {NORWEGIAN_VAT, SWEDISH_VAT}) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return plain;
    }

    /** Swedish numbers that begin with 2 belong to the state, regions and municipalities. */
    static boolean isSwedishPublic(String plain) {
        return SWEDISH_PUBLIC.matcher(plain).matches();
    }
}
