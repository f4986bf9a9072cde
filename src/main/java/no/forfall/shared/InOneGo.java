package no.forfall.shared;

import java.util.function.Supplier;

/** Does much of one kind in one go: what it writes reaches the database together, at the end. */
public interface InOneGo {

    /**
     * Does the work in the caller's transaction; there must be one. One within another is part of the outer one.
     *
     * @return what the work returns
     */
    <T> T of(Supplier<T> work);

    /** The same for work that returns nothing. */
    default void run(Runnable work) {
        of(() -> {
            work.run();
            return true;
        });
    }
}
