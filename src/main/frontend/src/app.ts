import "../styles/app.css";
import htmx from "htmx.org";
import { chooseRows } from "./choosing";
import { askBeforeDangerousForms } from "./confirm";
import { tellUploads } from "./uploads";
import { hydrate } from "./islands";
import { listenToKeys } from "./keyboard";
import { offerPeople } from "./mentions";
import { csrfHeaders } from "./page";
import { keepFocus } from "./focus";
import { pickByKey } from "./snooze";
import { switchThemes } from "./theme";

htmx.config.includeIndicatorStyles = false;
htmx.config.allowEval = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;

document.addEventListener("htmx:configRequest", (event) => {
    const detail = (event as CustomEvent<{ headers: Record<string, string> }>).detail;
    Object.assign(detail.headers, csrfHeaders());
});
document.addEventListener("htmx:afterSettle", (event) => hydrate(event.target as HTMLElement));

askBeforeDangerousForms();
chooseRows();
keepFocus();
listenToKeys();
offerPeople();
pickByKey();
switchThemes();
tellUploads();
hydrate(document.body);

// A form that is sent once stays sent: the second click on a slow line would do the work twice.
document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method === "get") {
        return;
    }
    window.setTimeout(() => form.querySelectorAll<HTMLButtonElement>("button:not([type=button])").forEach((button) => (button.disabled = true)));
});
window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
        document.querySelectorAll<HTMLButtonElement>("button:disabled:not([data-keep-disabled])").forEach((button) => (button.disabled = false));
    }
});

// Choices that apply at once, such as a filter, send their form when they change.
document.addEventListener("change", (event) => {
    const control = event.target as HTMLElement;
    if (control.matches("[data-submit-on-change]")) {
        (control as HTMLInputElement).form?.requestSubmit();
    }
});

// File pickers say what was picked, also when the files were dropped on the card.
document.addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    const label = input.type === "file" ? input.closest(".drop")?.querySelector("[data-picked]") : null;
    if (label) {
        label.textContent = [...(input.files ?? [])].map((file) => file.name).join(", ");
    }
});
for (const type of ["dragover", "dragleave", "drop"] as const) {
    document.addEventListener(type, (event) => {
        const card = (event.target as HTMLElement).closest?.<HTMLElement>(".drop");
        card?.classList.toggle("is-over", type === "dragover");
    });
}

// The language links keep the rest of the address.
document.querySelectorAll<HTMLAnchorElement>("a[data-language]").forEach((link) => {
    const address = new URL(window.location.href);
    address.searchParams.set("lang", link.dataset.language ?? "en");
    link.href = address.pathname + address.search;
});

// An open menu closes when the attention goes elsewhere.
document.addEventListener("click", (event) => {
    document.querySelectorAll<HTMLDetailsElement>("details.menu[open]").forEach((menu) => {
        if (!menu.contains(event.target as Node)) {
            menu.open = false;
        }
    });
});

// Buttons that open and close a dialog of the page.
document.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest?.<HTMLElement>("[data-opens], [data-closes]");
    if (button?.dataset.opens) {
        document.querySelector<HTMLDialogElement>(`dialog#${CSS.escape(button.dataset.opens)}`)?.showModal();
    } else if (button) {
        button.closest("dialog")?.close();
    }
});
