package no.forfall.law;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The law's answer to one step on one date. */
public sealed interface Verdict {

    /** Whether the step may be taken on the date asked for, with or without a fee. */
    default boolean mayHappen() {
        return this instanceof Allowed || this instanceof AllowedWithoutFee || this instanceof AllowedAsAnnouncement;
    }

    /** Why the answer is not a plain yes; empty when it is. */
    Optional<Reason> reason();

    /** The step may be taken; a reminder or notice may bear the statutory fee. */
    record Allowed() implements Verdict {
        @Override
        public Optional<Reason> reason() {
            return Optional.empty();
        }
    }

    /**
     * The letter may go, but without a fee.
     *
     * @param feeFrom the first date on which it could bear one, or null when waiting does not help
     */
    record AllowedWithoutFee(Reason why, @Nullable LocalDate feeFrom) implements Verdict {
        @Override
        public Optional<Reason> reason() {
            return Optional.of(why);
        }
    }

    /**
     * The last letter may go, but not as the statutory notice: it bears no fee and announces that the claim will be sent
     * to a collection agency. LOV-2026-05-22-19 §§ 20, 21.
     */
    record AllowedAsAnnouncement(Reason why) implements Verdict {
        @Override
        public Optional<Reason> reason() {
            return Optional.of(why);
        }
    }

    /**
     * Not yet.
     *
     * @param earliest the first date on which the step is lawful, as far as the facts are known now
     */
    record Refused(Reason why, LocalDate earliest) implements Verdict {
        @Override
        public Optional<Reason> reason() {
            return Optional.of(why);
        }
    }

    /** Waiting does not help: a person has to look at the case. */
    record Barred(Reason why) implements Verdict {
        @Override
        public Optional<Reason> reason() {
            return Optional.of(why);
        }
    }
}
