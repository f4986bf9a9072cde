import "@bpmn-io/form-js-viewer/dist/assets/form-js.css";
import "../styles/form-view.css";
import { Form } from "@bpmn-io/form-js-viewer";
import flatpickr from "flatpickr";
import { Norwegian } from "flatpickr/dist/l10n/no.js";
import { Swedish } from "flatpickr/dist/l10n/sv.js";
import { Foretelling } from "./foretell";
import { inLanguage } from "./form-language";
import { formWords, translated } from "./form-words";
import { chooseByKey } from "./outcomes";
import { csrfHeaders, element, fetchText, json, pageLanguage, type Language } from "./page";

type Errors = Record<string, string[]>;

interface Problem {
    title?: string;
    detail?: string;
    errors?: { field?: string; message: string }[];
}

/** A Camunda form of the process, in the language of the page, sent as JSON. */
export async function mount(host: HTMLElement): Promise<void> {
    const language = (host.dataset.language as Language) || pageLanguage();
    speak(language);
    const schema = inLanguage(JSON.parse(await fetchText(host.dataset.schema ?? "")), language);

    const alert = element("div", { class: "alert alert--breach", role: "alert", tabindex: "-1", hidden: "" });
    const stage = element("div", { class: "form-stage" });
    const send = element("button", { type: "button", class: "button button--primary", title: "Ctrl + Enter" }, host.dataset.submit ?? "OK");
    host.replaceChildren(alert, stage);
    // Without a place to send it to, the form is only looked at.
    if (host.dataset.action) {
        host.append(element("div", { class: "form-foot" }, send));
    }

    const form = new Form({ container: stage, additionalModules: [translating(language)] });
    await form.importSchema(schema, json(host.dataset.values, {}));
    const foretelling = host.dataset.preview ? foretell(form, host, stage) : undefined;
    chooseByKey(stage, send);

    const submit = () => {
        const { data, errors } = form.submit() as { data: unknown; errors: Errors };
        return Object.keys(errors).length ? tell(alert, formWords[language].check, [], stage) : post(data);
    };
    const post = async (data: unknown) => {
        foretelling?.stop();
        send.disabled = true;
        alert.hidden = true;
        try {
            const answer = await fetch(host.dataset.action ?? "", {
                method: "POST",
                credentials: "same-origin",
                headers: { "Content-Type": "application/json", Accept: "application/json, application/problem+json", ...csrfHeaders() },
                body: JSON.stringify(data),
            });
            const body = await answer.json().catch(() => ({}));
            if (answer.ok) {
                leave(body.location);
            } else {
                refuse(form, alert, body, language);
            }
        } catch {
            tell(alert, formWords[language].failed, []);
        } finally {
            send.disabled = false;
        }
    };
    send.addEventListener("click", submit);
    // Leaving the last field may take its error away and move the button from under the pointer; the press still counts.
    send.addEventListener("pointerdown", (event) => send.setPointerCapture(event.pointerId));
    stage.addEventListener("submit", (event) => {
        // Enter in a text field sends as well, but by our way.
        event.preventDefault();
        event.stopPropagation();
        void submit();
    });
}

/** Asks with what would be sent, once something has been chosen. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what would be sent is no published method
function foretell(form: any, host: HTMLElement, stage: HTMLElement): Foretelling {
    const foretelling = new Foretelling(host.dataset.preview ?? "", host.dataset.foretold ?? "", host.dataset.unchanged ?? "", () => !stage.querySelector("input[type=radio]") || Boolean(stage.querySelector("input[type=radio]:checked")));
    stage.nextElementSibling?.append(foretelling.box);
    form.on("changed", () => foretelling.of(form._getSubmitData()));
    return foretelling;
}

function leave(location: string | undefined): void {
    if (location) {
        window.location.assign(location);
    } else {
        window.location.reload();
    }
}

/** Shows a problem (RFC 9457): each error at its field, and those without a known field in the alert. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the form publishes its fields as services only
function refuse(form: any, alert: HTMLElement, problem: Problem, language: Language): void {
    const fields: { id: string; key?: string }[] = form.get("formFieldRegistry").getAll();
    const errors: Errors = {};
    const elsewhere: string[] = [];
    for (const { field, message } of problem.errors ?? []) {
        const found = fields.find((each) => each.key === field || each.id === field);
        if (found) {
            (errors[found.id] ??= []).push(message);
        } else {
            elsewhere.push(message);
        }
    }
    form._setState({ errors });
    tell(alert, problem.detail ?? problem.title ?? formWords[language].failed, elsewhere);
}

/** Says what is wrong and puts the keyboard on it: on the first marked field of the stage, if one is given. */
function tell(alert: HTMLElement, sentence: string, more: string[], stage?: HTMLElement): void {
    alert.replaceChildren(element("p", {}, sentence));
    if (more.length) {
        alert.append(element("ul", {}, ...more.map((line) => element("li", {}, line))));
    }
    alert.hidden = false;
    // The form paints its marks a moment later.
    window.setTimeout(() => (stage?.querySelector<HTMLElement>("[aria-invalid=true]") ?? alert).focus());
}

/** Lets the calendar and the lists of form-js speak the language; they read it from here. */
function speak(language: Language): void {
    flatpickr.localize(language === "nb" ? Norwegian : language === "sv" ? Swedish : { ...flatpickr.l10ns.default, firstDayOfWeek: 1 });
    (globalThis as { forfallForm?: unknown }).forfallForm = { ...formWords[language], locale: language === "en" ? "en-GB" : language };
}

function translating(language: Language): object {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the validator is a service without a published type
    function wrap(validator: any): void {
        for (const name of ["validateField", "validateFieldInstance"]) {
            const original = validator[name].bind(validator);
            validator[name] = (...given: unknown[]) => original(...given).map((message: string) => translated(message, language));
        }
    }
    wrap.$inject = ["validator"];
    return { __init__: [wrap] };
}
