package no.forfall.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueReasonTest {

    @ParameterizedTest
    @EnumSource
    void isSaidOnThePages(QueueReason reason) {
        for (String language : new String[] {"nb", "sv", "en"}) {
            var messages = ResourceBundle.getBundle("messages.payments", Locale.forLanguageTag(language));
            assertThat(messages.getString("payments.reason." + reason)).isNotBlank();
            assertThat(messages.getString("payments.why." + reason)).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TAKEN_BACK")
    void isSaidInTheReportOfAnImport(QueueReason reason) {
        var messages = ResourceBundle.getBundle("messages.intake", Locale.ENGLISH);
        assertThat(messages.getString("intake.payment." + reason)).isNotBlank();
        assertThat(messages.getString("intake.payment." + reason + ".mend")).isNotBlank();
    }
}
