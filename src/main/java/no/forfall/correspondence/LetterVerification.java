package no.forfall.correspondence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.forfall.journal.Journal;
import no.forfall.journal.JournalEntry;
import no.forfall.shared.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether the letters on record are those that left: none changed, none missing, none put between. */
@Service
public class LetterVerification {

    private static final int TOGETHER = 100;
    private static final int MOST_FINDINGS = 1_000;

    private final LetterSeals seals;
    private final Journal journal;
    private final JdbcClient jdbc;

    LetterVerification(LetterSeals seals, Journal journal, JdbcClient jdbc) {
        this.seals = seals;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** What is wrong with a letter. */
    public enum Fault {
        /** It, one of its documents or its place among the others is not what was sealed. */
        CHANGED,
        /** The journal or the numbers of the others say that it left, and it is not on record. */
        MISSING,
        /** It is on record as sent and has no seal; so are those that left before letters were sealed. */
        NOT_SEALED
    }

    /** @param letterId null where nothing is left to name it */
    public record Finding(CaseNumber caseNumber, @Nullable UUID letterId, Fault fault) {}

    /**
     * @param cases with letters
     * @param letters that are sealed and were looked at
     * @param findings at most a thousand
     * @param more how many findings are not among them
     */
    public record Result(long cases, long letters, List<Finding> findings, long more) {

        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    /** Looks at the letters of one case. */
    @Transactional(readOnly = true)
    public Result of(CaseNumber caseNumber) {
        Sum sum = new Sum();
        look(List.of(caseNumber), sum);
        return sum.result();
    }

    /** Looks at all letters, a hundred cases at a time; it reads every document that ever left. */
    public Result ofAll() {
        Sum sum = new Sum();
        String after = "";
        for (List<CaseNumber> cases = next(after); !cases.isEmpty(); cases = next(after)) {
            look(cases, sum);
            after = cases.get(cases.size() - 1).value();
        }
        return sum.result();
    }

    /** By the journal too, since a case may have lost all its letters. */
    private List<CaseNumber> next(String after) {
        return jdbc.sql("select number from app.collection_case where number > :after order by number limit :most")
                .param("after", after)
                .param("most", TOGETHER)
                .query((row, at) -> new CaseNumber(row.getString(1)))
                .list();
    }

    private void look(Collection<CaseNumber> cases, Sum sum) {
        Map<CaseNumber, Set<UUID>> sealed = new HashMap<>();
        Map<CaseNumber, Integer> last = new HashMap<>();
        for (LetterSeals.Sealed letter : seals.sealed(cases)) {
            CaseNumber number = letter.caseNumber();
            sealed.computeIfAbsent(number, one -> new HashSet<>()).add(letter.id());
            int before = last.getOrDefault(number, 0);
            for (int missing = before + 1; missing < letter.now().number(); missing++) {
                sum.find(number, null, Fault.MISSING);
            }
            if (!letter.isWhole()) {
                sum.find(number, letter.id(), Fault.CHANGED);
            }
            last.put(number, letter.now().number());
            sum.letters++;
        }
        sum.cases += sealed.size();
        Map<UUID, CaseNumber> unsealed = seals.unsealed(cases);
        unsealed.forEach((id, number) -> sum.find(number, id, Fault.NOT_SEALED));
        for (JournalEntry left : journal.ofKind(LetterSent.class.getSimpleName(), cases)) {
            UUID id = UUID.fromString(String.valueOf(left.facts().get("letterId")));
            if (!sealed.getOrDefault(left.caseNumber(), Set.of()).contains(id) && !unsealed.containsKey(id)) {
                sum.find(left.caseNumber(), id, Fault.MISSING);
            }
        }
    }

    private static final class Sum {

        private final List<Finding> findings = new ArrayList<>();
        private long cases;
        private long letters;
        private long more;

        void find(CaseNumber caseNumber, @Nullable UUID letterId, Fault fault) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(new Finding(caseNumber, letterId, fault));
            } else {
                more++;
            }
        }

        Result result() {
            return new Result(cases, letters, List.copyOf(findings), more);
        }
    }
}
