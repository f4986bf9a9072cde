package no.forfall.home;

/** The home folder cannot be used, for a reason that whoever started Forfall can mend. */
class HomeNotUsable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String mend;

    HomeNotUsable(String fault, String mend) {
        super(fault);
        this.mend = mend;
    }

    String mend() {
        return mend;
    }
}
