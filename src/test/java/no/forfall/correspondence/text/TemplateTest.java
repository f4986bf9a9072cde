package no.forfall.correspondence.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final String HEAD = "Subject: Invoice {{invoiceNumber}}\n\n";

    @Test
    void includesNoOtherFile() {
        assertThatThrownBy(() -> Template.compile("x", HEAD + "{{>application.yml}}"))
                .hasStackTraceContaining("cannot include another file");
    }

    @Test
    void leavesNoTraceOfAnAbsentField() {
        Wording wording = Template.of("x", HEAD + "For{{#description}} {{description}}{{/description}}.", 0)
                .fill(Map.of("invoiceNumber", "7", "description", ""));
        assertThat(wording).isEqualTo(new Wording("Invoice 7", List.of("For.")));
    }
}
