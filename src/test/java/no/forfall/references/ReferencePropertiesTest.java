package no.forfall.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is generated is accepted, and one wrong digit is noticed. */
class ReferencePropertiesTest {

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
    }

    @Property
    void acceptsEveryKidThatItMakes(@ForAll("bodies") String body, @ForAll CheckDigit digit, @ForAll boolean padded) {
        int length = padded ? 25 : body.length() + 1;
        KidRule rule = new KidRule(EnumSet.of(digit), Set.of(length));
        String kid = rule.of(body, length);
        assertThat(kid).hasSize(length).contains(body);
        assertThat(rule.accepts(kid)).isTrue();
        assertThat(KidRule.ANY.accepts(kid)).isTrue();
        assertThat(new KidRule(EnumSet.of(digit), Set.of(length == 25 ? 24 : length + 1)).accepts(kid))
                .isFalse();
    }

    @Property
    void noticesOneWrongDigitOfAKid(
            @ForAll("bodies") String body,
            @ForAll CheckDigit digit,
            @ForAll @IntRange(max = 19) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        KidRule rule = new KidRule(EnumSet.of(digit), Set.of());
        String kid = rule.of(body, body.length() + 1);
        assertThat(rule.accepts(wrongAt(place % body.length(), change, kid))).isFalse();
    }

    @Property
    void acceptsEveryOcrNumberThatItMakes(@ForAll("bodies") String body, @ForAll boolean lengthDigit) {
        OcrRule rule = new OcrRule(lengthDigit, Set.of());
        assertThat(rule.accepts(rule.of(body))).isTrue();
        assertThat(OcrRule.ANY.accepts(rule.of(body))).isTrue();
        OcrRule fixed = new OcrRule(lengthDigit, Set.of(25));
        assertThat(fixed.accepts(fixed.of(body, 25))).isTrue();
        assertThat(fixed.accepts(rule.of(body))).isEqualTo(rule.of(body).length() == 25);
    }

    @Property
    void noticesADigitTooMuchByTheLengthDigit(@ForAll("bodies") String body) {
        OcrRule rule = new OcrRule(true, Set.of());
        assertThat(rule.accepts("0" + rule.of(body))).isFalse();
    }

    @Property
    void findsAnOcrNumberInAText(@ForAll("bodies") String body) {
        String ocr = new OcrRule(true, Set.of()).of("123" + body);
        assertThat(OcrRule.ANY.in("Betalning av " + ocr + ", tack")).contains(ocr);
    }

    @Property
    void putsARunningNumberIntoTheShortestLengthThatTakesIt(
            @ForAll @LongRange(max = 99_999_999) long number, @ForAll boolean lengthDigit) {
        OcrRule ocr = new OcrRule(lengthDigit, Set.of(5, 10, 8));
        KidRule kid = new KidRule(EnumSet.allOf(CheckDigit.class), Set.of(5, 10, 8));
        for (ReferenceRule rule : List.of(ocr, kid)) {
            int room = Long.toString(number).length() + (rule.lengthDigit() ? 2 : 1);
            String reference = rule.numbered(number).orElseThrow();
            assertThat(reference).hasSize(room <= 5 ? 5 : room <= 8 ? 8 : 10).containsOnlyDigits();
            assertThat(rule.accepts(reference)).isTrue();
            assertThat(rule.numbered(number + 1)).isNotEqualTo(rule.numbered(number));
        }
        assertThat(new KidRule(EnumSet.of(CheckDigit.MOD10), Set.of(3)).numbered(100 + number))
                .isEmpty();
        assertThat(OcrRule.ANY.numbered(number)).isEmpty();
    }

    private static String wrongAt(int place, int change, String number) {
        char wrong = (char) ('0' + (number.charAt(place) - '0' + change) % 10);
        return number.substring(0, place) + wrong + number.substring(place + 1);
    }

    @Example
    void writesTenAsAHyphen() {
        assertThat(CheckDigit.MOD11.of("6")).isEqualTo('-');
        assertThat(KidRule.ANY.accepts("6-")).isTrue();
        assertThat(KidRule.ANY.accepts("-6")).isFalse();
    }

    @Example
    void takesOnlyPlainDigits() {
        assertThat(KidRule.ANY.accepts("00 10017")).isFalse();
        assertThat(KidRule.ANY.accepts("٠٠١٠٠١٧")).isFalse();
        assertThat(KidRule.ANY.accepts("")).isFalse();
        assertThat(OcrRule.ANY.accepts("1")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> CheckDigit.MOD10.of("12a"));
        assertThatIllegalArgumentException().isThrownBy(() -> KidRule.ANY.of("1234", 5));
        assertThatIllegalArgumentException().isThrownBy(() -> OcrRule.ANY.of("123456", 5));
    }

    @Example
    void readsTheAccountOutOfANorwegianIban() {
        assertThat(NorwegianNumbers.accountOf("NO93 8601 1117 947")).isEqualTo("86011117947");
        assertThat(NorwegianNumbers.accountOf("SE45 5000 0000 0583 9825 7466")).isEqualTo("SE4550000000058398257466");
    }
}
