package no.forfall.references;

import java.util.regex.Pattern;

/** Swedish organisation, bankgiro and plusgiro numbers, all with a check digit by modulus 10. */
public final class SwedishNumbers {

    private static final Pattern ORGANISATION = Pattern.compile("(16)?[0-9]{10}");
    private static final Pattern BANKGIRO = Pattern.compile("[0-9]{7,8}");
    private static final Pattern PLUSGIRO = Pattern.compile("[0-9]{2,8}");

    private SwedishNumbers() {}

    /** Whether it is an organisation number of ten digits, or of twelve that begin with 16; a hyphen does not matter. */
    public static boolean isOrganisation(String number) {
        String plain = number.replace("-", "");
        return ORGANISATION.matcher(plain).matches() && CheckDigit.MOD10.ends(plain.substring(plain.length() - 10));
    }

    /** Whether it is a bankgiro number; a hyphen does not matter. */
    public static boolean isBankgiro(String number) {
        return isOf(BANKGIRO, number);
    }

    /** Whether it is a plusgiro number; spaces and a hyphen do not matter. */
    public static boolean isPlusgiro(String number) {
        return isOf(PLUSGIRO, number);
    }

    private static boolean isOf(Pattern shape, String number) {
        String plain = number.replaceAll("[ -]", "");
        return shape.matcher(plain).matches() && CheckDigit.MOD10.ends(plain);
    }
}
