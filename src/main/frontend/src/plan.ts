import { element, pageLanguage, type Language } from "./page";

interface Proposed {
    months: number;
    fewestMonths: number;
    mostMonths: number;
    each: { amount: string; currency: string };
    firstOn: string;
    instalments: { text: [string, string] }[];
    said: string[];
    needsApproval: boolean;
}

interface Problem {
    detail?: string;
    errors?: { message: string }[];
}

const PAUSE = 200;

const words: Record<Language, Record<"title" | "months" | "each" | "day" | "amount" | "count" | "failed", string>> = {
    nb: { title: "Planen", months: "Måneder", each: "Per måned", day: "Forfall", amount: "Beløp", count: "måneder", failed: "Planen kunne ikke regnes ut. Prøv igjen." },
    sv: { title: "Planen", months: "Månader", each: "Per månad", day: "Förfaller", amount: "Belopp", count: "månader", failed: "Planen kunde inte räknas ut. Försök igen." },
    en: { title: "The plan", months: "Months", each: "Per month", day: "Due", amount: "Amount", count: "months", failed: "The plan could not be worked out. Try again." },
};

/**
 * A slider beside the fields of a plan: months and the amount a month move each other, and the server says what the plan would
 * be. It only writes into the form's own fields, so that the form is complete without it.
 */
export class PlanSlider {
    readonly box: HTMLElement;
    private readonly months: HTMLInputElement;
    private readonly each: HTMLInputElement;
    private readonly schedule = element("tbody");
    private readonly said = element("ul", { class: "plan__said" });
    private readonly fault = element("p", { class: "field__error", role: "alert", hidden: "" });
    private readonly table: HTMLElement;
    private readonly words = words[pageLanguage()];
    private timer = 0;
    private asked = new AbortController();
    private shown = "";

    /** @param take writes the number of instalments and, when it is known, the first day into the form */
    constructor(
        private readonly url: string,
        private readonly take: (months: number, firstOn: string | undefined) => void,
        private readonly firstOn: () => string | undefined,
    ) {
        this.months = element("input", { type: "range", id: "plan-months", class: "plan__range", min: "2", max: "12", step: "1", value: "3" });
        this.each = element("input", { type: "text", inputmode: "decimal", id: "plan-each", class: "input plan__each", autocomplete: "off" });
        this.table = element(
            "div",
            { class: "table-wrap plan__schedule", tabindex: "0", role: "region", "aria-label": this.words.title },
            element(
                "table",
                { class: "table table--dense" },
                element("thead", {}, element("tr", {}, element("th", { scope: "col" }, this.words.day), element("th", { scope: "col", class: "number" }, this.words.amount))),
                this.schedule,
            ),
        );
        this.box = element(
            "section",
            { class: "plan", "aria-labelledby": "plan-title", hidden: "" },
            element("h3", { class: "plan__title", id: "plan-title" }, this.words.title),
            element(
                "div",
                { class: "plan__controls" },
                element("div", { class: "field plan__months" }, element("label", { for: "plan-months" }, this.words.months), this.months),
                element("div", { class: "field" }, element("label", { for: "plan-each" }, this.words.each), this.each),
            ),
            this.fault,
            this.table,
            element("div", { "aria-live": "polite" }, this.said),
        );
        this.months.addEventListener("input", () => {
            this.months.setAttribute("aria-valuetext", `${this.months.value} ${this.words.count}`);
            this.later(`months=${this.months.value}`);
        });
        this.each.addEventListener("change", () => this.later(`each=${encodeURIComponent(plain(this.each.value))}`));
    }

    /** The fields of the form have other values: `months` is undefined as long as none is chosen, null when no plan is asked for. */
    follow(months: number | undefined | null, firstOn: string | undefined): void {
        this.box.hidden = months === null;
        const wanted = `${months ?? ""}|${firstOn ?? ""}`;
        if (months === null || wanted === this.shown) {
            return;
        }
        this.shown = wanted;
        this.later(months ? `months=${months}` : "", firstOn);
    }

    private later(query: string, firstOn = this.firstOn()): void {
        window.clearTimeout(this.timer);
        this.asked.abort();
        this.timer = window.setTimeout(() => void this.ask(query, firstOn), PAUSE);
    }

    private async ask(query: string, firstOn: string | undefined): Promise<void> {
        this.asked = new AbortController();
        const day = firstOn ? `firstOn=${firstOn}` : "";
        try {
            const answer = await fetch(`${this.url}?${[query, day].filter(Boolean).join("&")}`, {
                credentials: "same-origin",
                signal: this.asked.signal,
                headers: { Accept: "application/json, application/problem+json" },
            });
            const body = await answer.json().catch(() => ({}));
            if (answer.ok) {
                this.show(body as Proposed, firstOn);
                if (!query) {
                    replaceWhatIsTyped();
                }
            } else {
                const problem = body as Problem;
                this.refuse(problem.errors?.map((each) => each.message).join(" ") || problem.detail || this.words.failed);
            }
        } catch (stopped) {
            if ((stopped as Error).name !== "AbortError") {
                this.refuse(this.words.failed);
            }
        }
    }

    private show(plan: Proposed, firstOn: string | undefined): void {
        this.fault.hidden = true;
        this.table.hidden = false;
        this.months.min = String(plan.fewestMonths);
        this.months.max = String(plan.mostMonths);
        this.months.value = String(plan.months);
        this.months.setAttribute("aria-valuetext", `${plan.months} ${this.words.count}`);
        if (document.activeElement !== this.each) {
            this.each.value = plan.each.amount.replace(".", pageLanguage() === "en" ? "." : ",");
        }
        this.schedule.replaceChildren(
            ...plan.instalments.map((part) => element("tr", {}, element("td", {}, part.text[0]), element("td", { class: "number" }, part.text[1]))),
        );
        this.said.replaceChildren(...plan.said.map((line, at) => element("li", at === plan.said.length - 1 && plan.needsApproval ? { class: "plan__approval" } : {}, line)));
        this.shown = `${plan.months}|${firstOn ?? plan.firstOn}`;
        this.take(plan.months, firstOn ? undefined : plan.firstOn);
    }

    private refuse(why: string): void {
        this.fault.textContent = why;
        this.fault.hidden = false;
        this.table.hidden = true;
        this.said.replaceChildren();
    }
}

/** `1 234,50` and `1234.50` are the same amount. */
function plain(typed: string): string {
    return typed.replace(/[^\d,.]/g, "").replace(",", ".");
}

/** What the house proposed into the field that has the keyboard is replaced by what is typed there. */
function replaceWhatIsTyped(): void {
    const field = document.activeElement;
    if (field instanceof HTMLInputElement && field.closest(".form-stage")) {
        window.setTimeout(() => field.select(), 60);
    }
}
