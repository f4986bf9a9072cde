/** Keeps the keyboard where it was when a part of the page is exchanged. */
export function keepFocus(): void {
    let remembered: string | null = null;

    document.addEventListener("htmx:beforeSwap", () => {
        remembered = address(document.activeElement as HTMLElement | null);
    });
    document.addEventListener("htmx:afterSettle", () => {
        if (!remembered || document.activeElement !== document.body) {
            return;
        }
        const again = document.querySelector<HTMLElement>(remembered);
        again?.focus({ preventScroll: true });
        remembered = null;
    });
}

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
