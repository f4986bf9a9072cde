package no.forfall.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.io.IOException;
import org.joda.money.Money;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.JsonComponent;

/**
 * Writes money everywhere as {@code {"amount": "1234.50", "currency": "NOK"}}: major units as text, so that no reader
 * rounds it, with the decimals of the currency (ISO 4217).
 */
@JsonComponent
class MoneyAsJson extends JsonSerializer<Money> {

    static {
        Schema<?> money = new ObjectSchema()
                .addProperty(
                        "amount", new StringSchema().pattern("-?\\d+\\.\\d{2}").example("1234.50"))
                .addProperty("currency", new StringSchema().pattern("[A-Z]{3}").example("NOK"));
        money.description("Major units as text, with the currency's code in ISO 4217");
        SpringDocUtils.getConfig().replaceWithSchema(Money.class, money);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        json.writeStringField("amount", money.getAmount().toPlainString());
        json.writeStringField("currency", money.getCurrencyUnit().getCode());
        json.writeEndObject();
    }
}
