package no.forfall.correspondence;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.forfall.correspondence.text.Draft;
import no.forfall.shared.CaseNumber;
import no.forfall.shared.Gathered;
import no.forfall.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses of debtors' own pages, one for each letter. An address ends in a secret of 256 random bits, of which only the
 * SHA-256 is kept; it opens the page once the letter has left, as long as the letter did not come back, and until its last
 * day.
 */
@Service
public class LetterLinks {

    /** Where the pages lie below the address of the house. */
    public static final String PATH = "/p/";

    private static final int BYTES = 32;

    private static final Set<LetterType> ANSWERS =
            Set.of(LetterType.PROMISE_CONFIRMATION, LetterType.PLAN_PROPOSAL, LetterType.PLAN_CONFIRMATION);

    private static final String LINK =
            "insert into app.letter_link (letter_id, case_number, token_sha256, made_at, expires_on) values (?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final Gathered<Object[]> made;
    private final LetterSettings settings;
    private final @Nullable String house;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param publicUrl where debtors reach the house, such as {@code https://pay.example.com}; letters name no page when it
     *     is not set
     * @throws IllegalArgumentException when it is no address of a web server
     */
    LetterLinks(
            JdbcTemplate jdbc,
            LetterSettings settings,
            @Value("${forfall.public-url:#{null}}") @Nullable String publicUrl,
            Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.made = new Gathered<>(links -> jdbc.batchUpdate(LINK, links));
        this.settings = settings;
        this.house = publicUrl == null || publicUrl.isBlank() ? null : checked(publicUrl.strip());
        this.clock = clock;
    }

    private static String checked(String url) {
        if (!url.matches("https?://[^\\s?#]+") || URI.create(url).getHost() == null) {
            throw new IllegalArgumentException("forfall.public-url is “" + url
                    + "”; write the address at which debtors reach the house, such as https://pay.example.com");
        }
        return url.replaceFirst("/+$", "");
    }

    /**
     * A new address for a letter that asks for payment or answers a promise or a plan; it opens nothing before the letter has
     * left. Null for other letters, and when the house has no public address.
     */
    @Nullable
    String address(LetterType type) {
        if (house == null || !(type.demands() || ANSWERS.contains(type))) {
            return null;
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return house + PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Keeps what is needed to know the address of a letter again; an earlier one of the same letter is gone with it. */
    void keep(Draft draft) {
        String page = draft.page();
        if (page != null) {
            String token = page.substring(page.lastIndexOf('/') + 1);
            made.add(new Object[] {
                draft.key(),
                draft.caseNumber().value(),
                digest(token),
                Timestamp.from(clock.instant()),
                Date.valueOf(draft.dated().plusDays(settings.pageDays()))
            });
        }
    }

    private static String digest(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What an address opens.
     *
     * @param language the letter's
     */
    public record Opened(UUID letterId, CaseNumber caseNumber, Locale language) {}

    /**
     * What the secret at the end of an address opens. Whatever is wrong with it, the answer is the same, and so is the work:
     * one digest and one look-up by it.
     *
     * @return empty when no letter has it, the letter has not left or came back, or the last day is over (in UTC)
     */
    @Transactional(readOnly = true)
    public Optional<Opened> open(String token) {
        return jdbc.sql("select k.letter_id, k.case_number, l.language from app.letter_link k"
                        + " join app.letter l on l.id = k.letter_id and l.state = 'SENT'"
                        + " where k.token_sha256 = :digest and k.expires_on >= :today"
                        + " and not exists (select from app.letter_return r where r.letter_id = l.id)")
                .param("digest", digest(token))
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, number) -> new Opened(
                        row.getObject("letter_id", UUID.class),
                        new CaseNumber(row.getString("case_number")),
                        Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }
}
