package no.forfall.correspondence;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in the mailbox.
 *
 * @param letterId the letter it carries
 */
public record MailboxMessage(
        UUID letterId, Instant takenAt, Channel channel, String sender, String recipient, String subject) {}
