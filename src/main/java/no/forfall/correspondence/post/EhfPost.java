package no.forfall.correspondence.post;

/** Lays EHF documents into a folder, from which an access point takes and removes them. */
final class EhfPost implements Post {

    private final Folder folder;

    EhfPost(Folder folder) {
        this.folder = folder;
    }

    /** The name is made of the key: a second copy takes the place of the first in the same folder. */
    @Override
    public boolean repeatable(boolean here) {
        return here;
    }

    @Override
    public String deliver(Parcel parcel) {
        String file = parcel.caseNumber() + "-" + parcel.letterId() + ".xml";
        folder.lay(file, parcel.content());
        return file;
    }
}
