/** Small helpers that the page and its islands share. */

const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** The header that proves a request comes from our own page; empty when the page carries no token. */
export function csrfHeaders(): Record<string, string> {
    const name = meta("csrf-header");
    return name ? { [name]: meta("csrf-token") } : {};
}

export type Language = "nb" | "sv" | "en";

export function pageLanguage(): Language {
    const language = document.documentElement.lang.slice(0, 2);
    return language === "nb" || language === "sv" ? language : "en";
}

/** Makes an element with attributes and children; text is always set as text. */
export function element<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Record<string, string> = {},
    ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
}

export function json<T>(text: string | undefined, otherwise: T): T {
    return text ? (JSON.parse(text) as T) : otherwise;
}

export async function fetchText(url: string): Promise<string> {
    const answer = await fetch(url, { credentials: "same-origin" });
    if (!answer.ok) {
        throw new Error(`${answer.status} ${answer.statusText}: ${url}`);
    }
    return answer.text();
}

/** Shows, in place of an island, that it could not be loaded. */
export function showFailure(host: HTMLElement, problem: unknown): void {
    console.error(problem);
    const words = { nb: "Kunne ikke vises. Last siden på nytt.", sv: "Kunde inte visas. Ladda om sidan.", en: "Could not be shown. Reload the page." };
    host.replaceChildren(element("p", { class: "alert alert--breach", role: "alert" }, words[pageLanguage()]));
}

const sprite = () => document.querySelector<HTMLMetaElement>('meta[name="icons"]')?.content ?? "/assets/icons.svg";

export function icon(name: string): SVGElement {
    const namespace = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(namespace, "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(namespace, "use");
    use.setAttribute("href", `${sprite()}#${name}`);
    svg.append(use);
    return svg;
}
