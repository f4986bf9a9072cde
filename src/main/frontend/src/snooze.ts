/** Leaves the marked row of a list for later, or the one whose button was pressed; false where there is none. */
export function snoozeRow(from: HTMLElement): boolean {
    const row = from.closest<HTMLElement>("[data-snooze]");
    const dialog = document.querySelector<HTMLDialogElement>("dialog#snooze");
    const form = dialog?.querySelector("form");
    if (!row || !dialog || !form) {
        return false;
    }
    form.reset();
    form.action = row.dataset.snooze ?? "";
    row.focus();
    dialog.showModal();
    return true;
}

/** Keys within a dialog that choose: `data-pick` names the key, `data-pick-then` what gets the keyboard after it. */
export function pickByKey(): void {
    document.addEventListener("click", (event) => {
        const button = (event.target as HTMLElement).closest?.<HTMLElement>("[data-snoozes]");
        if (button) {
            snoozeRow(button);
        }
    });
    document.addEventListener("keydown", (event) => {
        const dialog = document.querySelector<HTMLDialogElement>("dialog[data-picks][open]");
        const typing = (event.target as HTMLElement).matches?.("input[type=date], input[type=text], textarea, select");
        if (!dialog || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (event.key === "Enter" && !(event.target as HTMLElement).matches("button, a")) {
            event.preventDefault();
            dialog.querySelector("form")?.requestSubmit();
            return;
        }
        const picked = typing || event.key.length !== 1 ? null : dialog.querySelector<HTMLInputElement>(`[data-pick="${CSS.escape(event.key.toLowerCase())}"]`);
        if (picked) {
            event.preventDefault();
            picked.click();
            picked.focus();
            if (picked.dataset.pickThen) {
                dialog.querySelector<HTMLElement>(picked.dataset.pickThen)?.focus();
            }
        }
    });
    // The address is the row's; what htmx knows of the form is as old as the page.
    document.addEventListener("htmx:configRequest", (event) => {
        const form = (event.target as HTMLElement).closest?.<HTMLFormElement>("dialog[data-picks] form");
        if (form) {
            (event as CustomEvent<{ path: string }>).detail.path = new URL(form.action).pathname;
        }
    });
    // The dialog is gone before the rows are exchanged, so that the keyboard is back in the list.
    document.addEventListener("htmx:beforeRequest", (event) => {
        (event.target as HTMLElement).closest?.<HTMLDialogElement>("dialog[data-picks]")?.close();
    });
}
