package no.forfall.references;

import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.ModulusCheckDigit;

/** How the last character of a number follows from those before it. */
public enum CheckDigit {
    /** Luhn: weights 2 and 1 from the right, cross sums. */
    MOD10(LuhnCheckDigit.LUHN_CHECK_DIGIT),
    /** Weights 2 to 7 from the right, over and over; {@code -} stands for ten. */
    MOD11(new Modulus11());

    /** What {@link #MOD11} gives where no digit fits. */
    public static final char TEN = '-';

    private final org.apache.commons.validator.routines.checkdigit.CheckDigit rule;

    CheckDigit(org.apache.commons.validator.routines.checkdigit.CheckDigit rule) {
        this.rule = rule;
    }

    /**
     * The check character of a number that has none yet.
     *
     * @throws IllegalArgumentException when the body is empty or has anything but the digits 0 to 9
     */
    public char of(String body) {
        if (!isDigits(body)) {
            throw new IllegalArgumentException("Not digits: " + body);
        }
        if (isZero(body)) {
            return '0'; // the library refuses a sum of nothing, the banks do not
        }
        try {
            return rule.calculate(body).charAt(0);
        } catch (CheckDigitException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whether the number has at least two characters and ends in the check character of the others. */
    public boolean ends(String number) {
        int last = number.length() - 1;
        return last > 0 && isDigits(number.substring(0, last)) && number.charAt(last) == of(number.substring(0, last));
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isZero(String digits) {
        return digits.chars().allMatch(c -> c == '0');
    }

    private static final class Modulus11 extends ModulusCheckDigit {

        private static final long serialVersionUID = 1L;

        Modulus11() {
            super(11);
        }

        @Override
        protected int weightedValue(int value, int fromLeft, int fromRight) {
            return value * ((fromRight - 2) % 6 + 2);
        }

        @Override
        protected String toCheckDigit(int value) throws CheckDigitException {
            return value == 10 ? String.valueOf(TEN) : super.toCheckDigit(value);
        }
    }
}
