package no.forfall.references;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;

/** Norwegian organisation and account numbers: nine and eleven digits, the last by modulus 11. */
public final class NorwegianNumbers {

    private static final Pattern IBAN = Pattern.compile("NO[0-9]{13}");
    private static final int ORGANISATION = 9;
    private static final int ACCOUNT = 11;

    private NorwegianNumbers() {}

    /** Whether it is an organisation number, written without spaces. */
    public static boolean isOrganisation(String number) {
        return isOf(ORGANISATION, number);
    }

    /** The organisation number that begins with these eight digits; empty when its check digit would be ten. */
    public static Optional<String> organisation(String body) {
        return complete(ORGANISATION, body);
    }

    /** Whether it is an account number; spaces and points between the digits do not matter. */
    public static boolean isAccount(String number) {
        return isOf(ACCOUNT, plain(number));
    }

    /** The account number that begins with these ten digits; empty when its check digit would be ten. */
    public static Optional<String> account(String body) {
        return complete(ACCOUNT, body);
    }

    /** The account number as an IBAN without spaces. */
    public static String iban(String account) {
        String plain = plain(account);
        try {
            return "NO" + IBANCheckDigit.IBAN_CHECK_DIGIT.calculate("NO00" + plain) + plain;
        } catch (CheckDigitException e) {
            throw new IllegalArgumentException("Not an account number: " + account, e);
        }
    }

    /** The account number in a Norwegian IBAN; any other text without its spaces. */
    public static String accountOf(String ibanOrAccount) {
        String plain = ibanOrAccount.replace(" ", "");
        return IBAN.matcher(plain).matches() ? plain.substring(4) : plain;
    }

    private static Optional<String> complete(int length, String body) {
        if (body.length() != length - 1) {
            throw new IllegalArgumentException("Not " + (length - 1) + " digits: " + body);
        }
        char digit = CheckDigit.MOD11.of(body);
        return digit == CheckDigit.TEN ? Optional.empty() : Optional.of(body + digit);
    }

    private static boolean isOf(int length, String number) {
        return number.length() == length && CheckDigit.isDigits(number) && CheckDigit.MOD11.ends(number);
    }

    private static String plain(String number) {
        return number.replaceAll("[ .]", "");
    }
}
