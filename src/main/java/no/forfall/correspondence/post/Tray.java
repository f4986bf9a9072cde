package no.forfall.correspondence.post;

/** Where letters lie until they are printed. */
interface Tray {

    /**
     * Lays a letter and then its manifest, each as a whole and in place of an earlier one of that name.
     *
     * @param name without ending
     * @throws no.forfall.outbox.NotDelivered when the manifest surely does not lie there
     * @throws RuntimeException when nobody can say whether it does
     */
    void lay(String name, byte[] pdf, byte[] manifest);

    /** Whether the same letter laid twice lies there once; see {@link Post#repeatable}. */
    boolean repeatable(boolean here);
}
