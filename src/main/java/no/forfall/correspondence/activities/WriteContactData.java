package no.forfall.correspondence.activities;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import no.forfall.correspondence.ContactData;
import no.forfall.correspondence.Letter;
import no.forfall.correspondence.ReturnedLetters;
import no.forfall.engine.InsideActivity;
import no.forfall.engine.Label;
import no.forfall.outbox.Outbox;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Writes how the debtor is reached from now on, and lets the case go on. Afterwards the process knows {@code sendAgain}, and
 * the letter that came back by the fields of the activity that sent it: {@code letter}, {@code daysToPay}, {@code withFee}.
 */
@Component
@Label(nb = "Lagre kontaktopplysningene", sv = "Spara kontaktuppgifterna", en = "Keep the contact data")
class WriteContactData implements InsideActivity<WriteContactData.Input> {

    record Input(
            @Label(nb = "E-post", sv = "E-post", en = "E-mail") @Nullable
            String email,

            @Label(nb = "Gate", sv = "Gata", en = "Street") @Nullable
            String street,

            @Label(nb = "Postnummer", sv = "Postnummer", en = "Post code") @Nullable
            String postalCode,

            @Label(nb = "Poststed", sv = "Postort", en = "City") @Nullable
            String city) {}

    private final ContactData contacts;
    private final ReturnedLetters returned;
    private final Outbox outbox;
    private final ObjectMapper json;

    WriteContactData(
            @Lazy ContactData contacts, @Lazy ReturnedLetters returned, @Lazy Outbox outbox, ObjectMapper json) {
        this.contacts = contacts;
        this.returned = returned;
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public String name() {
        return "writeContactData";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> run(CaseNumber caseNumber, Input input) {
        contacts.mend(
                caseNumber, new ContactData.Contact(input.email(), input.street(), input.postalCode(), input.city()));
        Letter letter = returned.settle(caseNumber);
        JsonNode sending = letter == null ? json.createObjectNode() : sending(letter);
        Map<String, Object> facts = new HashMap<>();
        facts.put("sendAgain", letter != null);
        facts.put("letter", letter == null ? null : letter.type().name());
        facts.put(
                "daysToPay",
                sending.path("daysToPay").isInt() ? sending.path("daysToPay").intValue() : null);
        facts.put(
                "withFee",
                sending.path("withFee").isBoolean() ? sending.path("withFee").booleanValue() : null);
        return facts;
    }

    /** What the diagram asked for when the letter was sent. */
    private JsonNode sending(Letter letter) {
        return outbox.find(letter.id())
                .map(queued -> {
                    try {
                        return json.readTree(queued.effect().input());
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(
                                "Not an input: " + queued.effect().input(), e);
                    }
                })
                .orElseGet(json::createObjectNode);
    }
}
