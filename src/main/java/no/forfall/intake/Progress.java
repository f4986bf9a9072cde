package no.forfall.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the reading of a file has come. One thread reads, others may look. A file is gone through more than once, first to
 * be checked; while no record is counted, that is what happens.
 */
public final class Progress {

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** Bytes read since the file was opened last. */
    public long bytes() {
        return bytes.get();
    }

    public long accepted() {
        return accepted.get();
    }

    public long known() {
        return known.get();
    }

    public long refused() {
        return refused.get();
    }

    /** Says how many records were accepted, known and refused so far. */
    public void counted(long accepted, long known, long refused) {
        this.accepted.set(accepted);
        this.known.set(known);
        this.refused.set(refused);
    }

    InputStream follow(InputStream file) {
        bytes.set(0);
        return new FilterInputStream(file) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                bytes.addAndGet(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] buffer, int from, int most) throws IOException {
                int read = super.read(buffer, from, most);
                bytes.addAndGet(Math.max(read, 0));
                return read;
            }
        };
    }
}
