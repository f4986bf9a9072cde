package no.forfall.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forfall.cases.ProtectedAddresses;
import no.forfall.shared.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters on record, as they left. */
@Service
@Transactional(readOnly = true)
public class Letters {

    private final LetterTable table;
    private final LetterSeals seals;
    private final ProtectedAddresses addresses;

    Letters(LetterTable table, LetterSeals seals, ProtectedAddresses addresses) {
        this.table = table;
        this.seals = seals;
        this.addresses = addresses;
    }

    /**
     * Of these letters those that go to a debtor whose address is protected: their documents show it. An unknown letter is
     * none.
     */
    public Set<UUID> hidden(Collection<UUID> letterIds) {
        return table.toProtected(letterIds);
    }

    /** Keeps in the journal that the person signed in looks at a letter that shows a protected address. */
    @Transactional
    public void reveal(UUID letterId) {
        table.find(letterId).ifPresent(letter -> addresses.reveal(letter.caseNumber()));
    }

    /** The letters of a case, oldest first; empty when there are none. */
    public List<Letter> of(CaseNumber caseNumber) {
        return table.of(caseNumber);
    }

    public Optional<Letter> find(UUID letterId) {
        return table.find(letterId);
    }

    /**
     * A letter that has left, and its proof.
     *
     * @param seal the SHA-256 of {@code sealedText} as it was when it left
     * @param sealedText what was sealed, as a text of what is on record now
     */
    public record Proof(Letter letter, String seal, String sealedText) {}

    /** The sealed letters of a case in the order in which they left. */
    public List<Proof> proofs(CaseNumber caseNumber) {
        Map<UUID, Letter> letters =
                table.of(caseNumber).stream().collect(Collectors.toMap(Letter::id, Function.identity()));
        return seals.sealed(List.of(caseNumber)).stream()
                .map(each -> new Proof(
                        Objects.requireNonNull(letters.get(each.id())),
                        each.stored(),
                        each.now().text()))
                .toList();
    }

    /** The mail as it was handed to the mail server; empty for a letter that left in another way. */
    public Optional<byte[]> mime(UUID letterId) {
        return table.content(letterId, LetterTable.MIME);
    }

    /** The words of the text message as they were handed to the gateway; empty for a letter that left in another way. */
    public Optional<String> shortText(UUID letterId) {
        return table.content(letterId, LetterTable.SMS).map(words -> new String(words, StandardCharsets.UTF_8));
    }

    /** The EHF reminder as it was laid for the access point; empty for a letter that left in another way. */
    public Optional<byte[]> ehf(UUID letterId) {
        return table.content(letterId, LetterTable.EHF);
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
