package no.forfall.notes;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has files looked at, where the settings name a program for it: at once when they come, and again in rounds for those of
 * which it said nothing. No transaction is open meanwhile.
 */
@Component
public class AttachmentScans {

    private static final int ROUND = 20;

    private final AttachmentSettings settings;
    private final AttachmentTable table;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AttachmentScans(
            AttachmentSettings settings,
            AttachmentTable table,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.table = table;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${forfall.attachments.scan-every:PT1M}")
    @SchedulerLock(name = "attachment-scans")
    void round() {
        if (settings.scans()) {
            table.waiting(ROUND).forEach(this::scan);
        }
    }

    /** Has a file looked at that waits for it; nothing when it does not, or nothing looks at files. */
    public void scan(UUID id) {
        Optional<byte[]> content = settings.scans()
                ? table.find(id)
                        .filter(file -> file.scan() == Attachment.Scan.WAITING)
                        .flatMap(file -> table.content(id))
                : Optional.empty();
        content.ifPresent(bytes -> {
            table.tried(id, clock.instant());
            ask(bytes).ifPresent(scan -> transaction.executeWithoutResult(status -> decide(id, scan)));
        });
    }

    private Optional<Attachment.Scan> ask(byte[] content) {
        try {
            return new ScanCommand(settings).ask(content);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void decide(UUID id, Attachment.Scan scan) {
        Optional<Attachment> file = table.find(id);
        if (table.decide(id, scan) && scan == Attachment.Scan.REFUSED) {
            file.ifPresent(refused -> events.publishEvent(new AttachmentRefused(refused.caseNumber(), refused.name())));
        }
    }
}
