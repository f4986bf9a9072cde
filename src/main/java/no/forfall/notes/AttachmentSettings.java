package no.forfall.notes;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param largest how large one file may be
 * @param most how many files a case may have
 * @param scanCommand a program and its arguments, which gets a file on standard input and ends with 0 when it is clean and
 *     with 1 when it is not; any other end says nothing, and the file waits. Empty where nothing looks at files
 * @param scanLimit how long it may take for one file
 */
@ConfigurationProperties("forfall.attachments")
record AttachmentSettings(
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("50") int most,
        @DefaultValue List<String> scanCommand,
        @DefaultValue("PT30S") Duration scanLimit) {

    AttachmentSettings {
        scanCommand = List.copyOf(scanCommand);
    }

    boolean scans() {
        return !scanCommand.isEmpty();
    }
}
