package no.forfall.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters on record, as they left. */
@Service
@Transactional(readOnly = true)
public class Letters {

    private final LetterTable table;

    Letters(LetterTable table) {
        this.table = table;
    }

    /** The letters of a case, oldest first; empty when there are none. */
    public List<Letter> of(CaseNumber caseNumber) {
        return table.of(caseNumber);
    }

    public Optional<Letter> find(UUID letterId) {
        return table.find(letterId);
    }

    /** The letter as a page to print; empty when there is no such letter. */
    public Optional<byte[]> pdf(UUID letterId) {
        return table.content(letterId, LetterTable.PDF);
    }

    /** The letter as a mail reader shows it: a complete document of untrusted origin, to be shown in a sandbox. */
    public Optional<String> html(UUID letterId) {
        return table.html(letterId);
    }
}
