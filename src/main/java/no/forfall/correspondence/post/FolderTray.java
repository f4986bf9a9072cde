package no.forfall.correspondence.post;

/** A folder of the home. */
final class FolderTray implements Tray {

    private final Folder folder;

    FolderTray(Folder folder) {
        this.folder = folder;
    }

    @Override
    public void lay(String name, byte[] pdf, byte[] manifest) {
        folder.lay(name + ".pdf", pdf);
        folder.lay(name + ".json", manifest);
    }

    /** A second copy takes the place of the first in the same folder. */
    @Override
    public boolean repeatable(boolean here) {
        return here;
    }
}
