package no.forfall.api;

import java.util.List;
import java.util.Locale;
import no.forfall.engine.InvalidForm;
import no.forfall.ui.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong with the fields of a form, in the reader's language. */
@Component
public class FieldFaults {

    private final MessageSource messages;
    private final Formats formats;

    FieldFaults(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** A sentence for each field with a fault. */
    public List<FieldFault> of(InvalidForm invalid, Locale language) {
        return invalid.faults().keySet().stream()
                .map(field -> new FieldFault(field, sentence(invalid, field, language)))
                .toList();
    }

    /** The sentence of one field that has a fault. */
    public String sentence(InvalidForm invalid, String field, Locale language) {
        Object[] limits = Invalid.filled(invalid.limits(field), formats);
        return messages.getMessage(
                String.valueOf(invalid.faults().get(field)), limits.length == 0 ? null : limits, language);
    }
}
