import { tickRow } from "./choosing";
import { snoozeRow } from "./snooze";

/** The keys of the desk: `/` search, `j`/`k` move in the list, `x` ticks a row, `X` up to it, `Enter` opens, `?` help, any other by `data-key`. */
export function listenToKeys(): void {
    document.addEventListener("keydown", (event) => {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
            return;
        }
        if (document.querySelector("dialog[open]")) {
            return;
        }
        if (act(event.key, event.target as HTMLElement)) {
            event.preventDefault();
        }
    });
    document.addEventListener("click", (event) => {
        if ((event.target as HTMLElement).closest?.("[data-help]")) {
            showHelp();
        }
    });
    document.querySelector("dialog#help [data-close]")?.addEventListener("click", () => helpDialog()?.close());
}

function act(key: string, target: HTMLElement): boolean {
    switch (key) {
        case "/":
            return focus(document.querySelector<HTMLInputElement>("#search"));
        case "?":
            return showHelp();
        case "j":
            return move(1);
        case "k":
            return move(-1);
        case "x":
        case "X":
            return tickRow(target.closest<HTMLElement>("[data-row]"), key === "X");
        case "s":
            return snoozeRow(target) || press(key);
        case "Enter":
            return target.matches("[data-row]") && click(target.querySelector<HTMLElement>("a[href]"));
        default:
            return press(key);
    }
}

const press = (key: string) => key.length === 1 && click(document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key.toLowerCase())}"]`));

/** Whether a key that is pressed there is meant to be written. */
export function isTyping(target: EventTarget | null): boolean {
    const where = target as HTMLElement | null;
    return Boolean(where?.closest?.("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable], .bpp-properties-panel, .bjs-container"));
}

function focus(input: HTMLInputElement | null): boolean {
    input?.focus();
    input?.select();
    return Boolean(input);
}

function click(found: HTMLElement | null): boolean {
    found?.click();
    return Boolean(found);
}

/** Moves along the rows of the page's list; the first press lands on the first row. */
function move(step: number): boolean {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
    const at = rows.indexOf(document.activeElement?.closest<HTMLElement>("[data-row]") as HTMLElement);
    const next = rows[Math.min(Math.max(at < 0 ? 0 : at + step, 0), rows.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    return Boolean(next);
}

const helpDialog = () => document.querySelector<HTMLDialogElement>("dialog#help");

function showHelp(): boolean {
    helpDialog()?.showModal();
    return Boolean(helpDialog());
}

// A click anywhere in a row opens it, as long as nobody is marking text or aiming at a control.
document.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const row = target.closest?.<HTMLElement>("[data-row]");
    if (row && !target.closest("a, button, input, label, select") && !window.getSelection()?.toString()) {
        row.querySelector<HTMLElement>("a[href]")?.click();
    }
});
