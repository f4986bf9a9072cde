package no.forfall.notes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param correctable how long the author of a note may give it other words */
@ConfigurationProperties("forfall.notes")
record NoteSettings(@DefaultValue("PT24H") Duration correctable) {}
