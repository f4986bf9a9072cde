package no.forfall.correspondence.post;

import java.util.Objects;

/** Lays letters where they are printed and posted, each with a {@link Manifest} beside it. */
final class PrintPost implements Post {

    private final Tray tray;

    PrintPost(Tray tray) {
        this.tray = tray;
    }

    @Override
    public boolean repeatable(boolean here) {
        return tray.repeatable(here);
    }

    /** The name is made of the key, so that a repetition takes its own place. */
    @Override
    public String deliver(Parcel parcel) {
        String name = parcel.caseNumber() + "-" + parcel.letterId();
        String file = name + ".pdf";
        Manifest manifest = Manifest.of(parcel, Objects.requireNonNull(parcel.postal()), file);
        tray.lay(name, parcel.content(), manifest.json());
        return file;
    }
}
