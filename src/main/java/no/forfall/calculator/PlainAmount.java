package no.forfall.calculator;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.joda.money.Money;

/** Writes an amount as a number in major units, as questions give it; the currency stands once in the answer. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = PlainAmount.Writer.class)
@Schema(type = "number", example = "688.01")
@interface PlainAmount {

    final class Writer extends JsonSerializer<Money> {

        @Override
        public void serialize(Money amount, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(amount.getAmount());
        }
    }
}
