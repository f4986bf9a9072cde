// Forms with files that htmx sends: how much has left, and what came back instead of a page.

interface Sent {
    loaded: number;
    total: number;
}

export function tellUploads(): void {
    document.addEventListener("htmx:beforeRequest", (event) => reset(event.target as HTMLElement));
    document.addEventListener("htmx:xhr:progress", (event) => tell(event.target as HTMLElement, (event as CustomEvent<Sent>).detail));
    document.addEventListener("htmx:responseError", (event) => {
        const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
        refuse(event.target as HTMLElement, xhr.responseText);
    });
    document.addEventListener("htmx:sendError", (event) => refuse(event.target as HTMLElement, ""));
}

function meter(form: HTMLElement): HTMLElement | null {
    return form.querySelector<HTMLElement>("[data-sending]");
}

function reset(form: HTMLElement): void {
    meter(form)?.removeAttribute("data-sent");
    const notSent = form.querySelector<HTMLElement>("[data-not-sent]");
    if (notSent) {
        notSent.hidden = true;
    }
}

// The answer reports its own progress by the same event, behind that of the file.
function tell(form: HTMLElement, sent: Sent): void {
    const shown = meter(form);
    const text = shown?.querySelector<HTMLElement>("[data-sending-text]");
    const bar = shown?.querySelector("progress");
    if (!shown || !text || !bar || shown.hasAttribute("data-sent") || sent.total === 0) {
        return;
    }
    const percent = Math.floor((sent.loaded * 100) / sent.total);
    shown.hidden = false;
    bar.value = percent;
    shown.toggleAttribute("data-sent", percent === 100);
    const words = percent === 100 ? text.dataset.sentText : `${text.dataset.sendingText} ${percent} %`;
    text.textContent = words ?? "";
}

function refuse(form: HTMLElement, answer: string): void {
    const shown = meter(form);
    const notSent = form.querySelector<HTMLElement>("[data-not-sent]");
    if (!shown || !notSent) {
        return;
    }
    shown.hidden = true;
    notSent.textContent = reasonIn(answer) ?? notSent.dataset.text ?? "";
    notSent.hidden = false;
}

function reasonIn(answer: string): string | undefined {
    try {
        const problem = JSON.parse(answer) as { reason?: string; mend?: string };
        return problem.reason ? `${problem.reason} ${problem.mend ?? ""}` : undefined;
    } catch {
        return undefined;
    }
}
