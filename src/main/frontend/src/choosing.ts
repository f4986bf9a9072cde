// Rows that are ticked to be acted on together, and a list that stays fresh without being reloaded.
import htmx from "htmx.org";

const EVERY = 30_000;

let last: HTMLInputElement | null = null;

const ticks = () => [...document.querySelectorAll<HTMLInputElement>("[data-tick]")];

export function chooseRows(): void {
    document.addEventListener("click", (event) => {
        const tick = (event.target as HTMLElement).closest?.<HTMLInputElement>("[data-tick]");
        if (tick) {
            reach(tick, event.shiftKey);
        }
    });
    document.addEventListener("change", (event) => {
        const all = event.target as HTMLInputElement;
        if (all.matches("[data-tick-all]")) {
            ticks().forEach((tick) => (tick.checked = all.checked));
        }
        if (all.matches("[data-tick-all], [data-tick]")) {
            count();
        }
    });
    window.addEventListener("focus", refresh);
    window.setInterval(refresh, EVERY);
}

/** Ticks the row that has the focus or gives its tick back; with a range, all from the row that was ticked before. */
export function tickRow(row: HTMLElement | null, range: boolean): boolean {
    const tick = row?.querySelector<HTMLInputElement>("[data-tick]");
    if (!tick) {
        return false;
    }
    tick.checked = range || !tick.checked;
    reach(tick, range);
    count();
    return true;
}

function reach(tick: HTMLInputElement, range: boolean): void {
    const all = ticks();
    const from = last ? all.indexOf(last) : -1;
    if (range && from >= 0) {
        const to = all.indexOf(tick);
        all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((each) => (each.checked = tick.checked));
        count();
    }
    last = tick;
}

function count(): void {
    const chosen = ticks().filter((tick) => tick.checked).length;
    const told = document.querySelector<HTMLElement>("[data-ticked]");
    if (told) {
        told.textContent = chosen ? `(${chosen})` : "";
    }
    const all = document.querySelector<HTMLInputElement>("[data-tick-all]");
    if (all) {
        all.checked = chosen > 0 && chosen === ticks().length;
        all.indeterminate = chosen > 0 && !all.checked;
    }
}

// Nobody's choice or words are swept away.
function refresh(): void {
    const rows = document.querySelector<HTMLElement>("[data-fresh]");
    const busy =
        document.visibilityState !== "visible" ||
        ticks().some((tick) => tick.checked) ||
        document.querySelector("dialog[open]") ||
        document.activeElement?.closest("[data-fresh] form, .filters");
    if (rows && !busy) {
        void htmx.ajax("get", window.location.href, { target: "#rows", select: "#rows", swap: "outerHTML" });
    }
}
