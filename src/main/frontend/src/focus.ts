/** Keeps the keyboard where it was when a part of the page is exchanged. */
export function keepFocus(): void {
    let remembered: string | null = null;
    let row = -1;

    document.addEventListener("htmx:beforeSwap", () => {
        const focused = document.activeElement as HTMLElement | null;
        remembered = address(focused);
        row = rows().indexOf(focused?.closest<HTMLElement>("[data-row]") as HTMLElement);
    });
    document.addEventListener("htmx:afterSettle", () => {
        if (!remembered || document.activeElement !== document.body) {
            return;
        }
        // A row that has left the list hands the keyboard to the one in its place.
        const again = document.querySelector<HTMLElement>(remembered) ?? (row < 0 ? null : (rows()[Math.min(row, rows().length - 1)] ?? document.querySelector<HTMLElement>("#main")));
        again?.focus({ preventScroll: true });
        remembered = null;
    });
}

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];

function address(focused: HTMLElement | null): string | null {
    if (!focused || focused === document.body) {
        return null;
    }
    if (focused.id) {
        return `#${CSS.escape(focused.id)}`;
    }
    const row = focused.closest<HTMLElement>("[data-row]");
    if (row?.id) {
        return focused === row ? `#${CSS.escape(row.id)}` : `#${CSS.escape(row.id)} a[href]`;
    }
    const name = focused.getAttribute("name");
    return name ? `${focused.localName}[name="${CSS.escape(name)}"]` : null;
}
