package no.forfall.api;

import java.util.List;

/**
 * A page of a list.
 *
 * @param page counted from zero
 * @param total of items on all pages
 */
public record Listing<T>(List<T> items, int page, int size, long total) {

    private int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The same for the line below a table on a page. */
    public Pager pager() {
        long first = items.isEmpty() ? 0 : (long) page * size + 1;
        return new Pager(page, pages(), first, first + Math.max(items.size() - 1, 0), total);
    }

    /** Which rows of how many are shown; {@code number} counts from zero, {@code first} and {@code last} from one. */
    public record Pager(int number, int pages, long first, long last, long total) {}
}
