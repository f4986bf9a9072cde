import { csrfHeaders, element, icon } from "./page";

interface Foretold {
    sign: string;
    text: string;
    detail?: string;
}

const PAUSE = 250;

/**
 * Says under a form what sending it would do, each time its values have changed; values that are not whole yet say nothing,
 * and those that change nothing say so.
 */
export class Foretelling {
    private timer = 0;
    private asked = new AbortController();
    private readonly list = element("ol", { class: "foretold__list" });
    readonly box: HTMLElement;

    constructor(
        private readonly url: string,
        heading: string,
        private readonly nothing: string,
        private readonly isAnswered: () => boolean,
    ) {
        this.box = element("section", { class: "foretold", "aria-live": "polite", hidden: "" }, element("h3", { class: "foretold__title" }, heading), this.list);
    }

    of(values: unknown): void {
        this.stop();
        this.timer = window.setTimeout(() => void this.ask(values), PAUSE);
    }

    /** What is sent now needs no foretelling. */
    stop(): void {
        window.clearTimeout(this.timer);
        this.asked.abort();
    }

    private async ask(values: unknown): Promise<void> {
        if (!this.isAnswered()) {
            return this.show([]);
        }
        this.asked = new AbortController();
        try {
            const answer = await fetch(this.url, {
                method: "POST",
                credentials: "same-origin",
                signal: this.asked.signal,
                headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json", ...csrfHeaders() },
                body: JSON.stringify(values),
            });
            const body = await answer.json().catch(() => undefined);
            if (answer.ok) {
                const { told, faults } = body as { told: Foretold[]; faults: unknown[] };
                this.show(told.length || faults.length ? told : [{ sign: "step", text: this.nothing }]);
            } else {
                this.show(body?.detail ? [{ sign: "law", text: body.detail }] : []);
            }
        } catch (stopped) {
            if ((stopped as Error).name !== "AbortError") {
                this.show([]);
            }
        }
    }

    private show(told: Foretold[]): void {
        this.list.replaceChildren(
            ...told.map((entry) => element("li", {}, icon(entry.sign), element("span", {}, entry.text, ...(entry.detail ? [element("span", { class: "meta" }, ` · ${entry.detail}`)] : [])))),
        );
        this.box.hidden = told.length === 0;
    }
}
