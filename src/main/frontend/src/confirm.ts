/**
 * Asks before a form with `data-confirm` is sent. The question is the attribute's text, the button's verb is
 * `data-confirm-action` or the text of the button that was pressed; `data-danger` colours what cannot be taken back.
 */
export function askBeforeDangerousForms(): void {
    const confirmed = new WeakSet<HTMLFormElement>();

    document.addEventListener(
        "submit",
        (event) => {
            const form = event.target as HTMLFormElement;
            const submitter = event.submitter as HTMLButtonElement | null;
            const question = submitter?.dataset.confirm ?? form.dataset.confirm;
            const dialog = document.querySelector<HTMLDialogElement>("#confirm");
            // A modeler that has just written its diagram sends the form again; it was confirmed before.
            if (!question || !dialog || form.dataset.written || confirmed.delete(form)) {
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            dialog.querySelector("[data-question]")!.textContent = question;
            const yes = dialog.querySelector<HTMLButtonElement>("[data-yes]")!;
            const danger = (submitter?.dataset.danger ?? form.dataset.danger) !== undefined;
            yes.textContent = submitter?.dataset.confirmAction ?? form.dataset.confirmAction ?? submitter?.textContent?.trim() ?? "OK";
            yes.classList.toggle("button--danger-solid", danger);
            yes.classList.toggle("button--primary", !danger);
            dialog.returnValue = "";
            dialog.addEventListener(
                "close",
                () => {
                    if (dialog.returnValue === "yes") {
                        confirmed.add(form);
                        form.requestSubmit(submitter);
                    } else {
                        submitter?.focus();
                    }
                },
                { once: true },
            );
            dialog.showModal();
        },
        true,
    );
}
