import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "../styles/canvas.css";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { fit, rendering, toolbar, zoomBy } from "./canvas";
import { element, fetchText, json, pageLanguage } from "./page";

interface Mark {
    count?: number;
    current?: boolean;
    note?: string;
    href?: string;
}

const words = {
    nb: { here: "Står her nå", cases: (n: number) => (n === 1 ? "1 sak" : `${n} saker`), marks: "Markert i diagrammet" },
    sv: { here: "Står här nu", cases: (n: number) => (n === 1 ? "1 ärende" : `${n} ärenden`), marks: "Markerat i diagrammet" },
    en: { here: "Now here", cases: (n: number) => (n === 1 ? "1 case" : `${n} cases`), marks: "Marked in the diagram" },
};

/** A diagram to read: tokens, counts and links on its elements, and the same facts as a list for screen readers. */
export async function mount(host: HTMLElement): Promise<void> {
    const xml = inLanguage(await fetchText(host.dataset.src ?? ""), pageLanguage());
    const marks = json<Record<string, Mark>>(host.dataset.marks, {});
    const stage = element("div", { class: "canvas-stage" });
    host.replaceChildren(stage);

    const viewer = new NavigatedViewer({ container: stage, zoomScroll: { enabled: false }, ...rendering });
    await viewer.importXML(xml);
    const canvas = viewer.get("canvas");
    const whole = () => fit(canvas);
    host.append(toolbar({ in: () => zoomBy(canvas, 1.25), out: () => zoomBy(canvas, 0.8), fit: whole }));
    whole();
    new ResizeObserver(whole).observe(stage);

    const registry = viewer.get("elementRegistry");
    const found = Object.entries(marks).filter(([id]) => registry.get(id));
    for (const [id, mark] of found) {
        wear(viewer, id, mark);
    }
    host.append(listOf(found, (id) => registry.get(id).businessObject.name || id));
    viewer.get("eventBus").on("element.click", (event: { element: { id: string } }) => {
        const href = marks[event.element.id]?.href;
        if (href) {
            window.location.assign(href);
        }
    });
}

/** The diagram with the names that its elements carry for the language (the property `name.nb` and so on). */
function inLanguage(xml: string, language: string): string {
    const diagram = new DOMParser().parseFromString(xml, "application/xml");
    for (const property of diagram.getElementsByTagNameNS("http://camunda.org/schema/1.0/bpmn", "property")) {
        if (property.getAttribute("name") === `name.${language}`) {
            property.closest("extensionElements")?.parentElement?.setAttribute("name", property.getAttribute("value") ?? "");
        }
    }
    return new XMLSerializer().serializeToString(diagram);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the viewer publishes no types for its services
function wear(viewer: any, id: string, mark: Mark): void {
    const text = words[pageLanguage()];
    const canvas = viewer.get("canvas");
    const overlays = viewer.get("overlays");
    if (mark.href) {
        canvas.addMarker(id, "is-link");
    }
    if (mark.current) {
        canvas.addMarker(id, "is-current");
        const said = mark.note ? `${text.here} · ${mark.note}` : text.here;
        const middle = viewer.get("elementRegistry").get(id).width / 2;
        overlays.add(id, "here", { position: { top: -28, left: middle }, html: element("span", { class: "canvas-here", "aria-hidden": "true" }, said) });
    }
    if (mark.count !== undefined) {
        canvas.addMarker(id, "has-count");
        const attributes = { class: "canvas-count", "aria-hidden": "true", title: text.cases(mark.count), tabindex: "-1" };
        const badge = mark.href ? element("a", { ...attributes, href: mark.href }, String(mark.count)) : element("span", attributes, String(mark.count));
        overlays.add(id, "count", { position: { top: -12, right: 14 }, html: badge });
    }
    if (mark.note && !mark.current) {
        overlays.add(id, "note", { position: { bottom: -4, left: 0 }, html: element("span", { class: "canvas-note", "aria-hidden": "true" }, mark.note) });
    }
}

function listOf(marks: [string, Mark][], nameOf: (id: string) => string): HTMLElement {
    const text = words[pageLanguage()];
    const list = element("ul", { class: "visually-hidden", "aria-label": text.marks });
    for (const [id, mark] of marks) {
        const facts = [mark.current ? text.here : "", mark.count === undefined ? "" : text.cases(mark.count), mark.note ?? ""].filter(Boolean);
        const line = `${nameOf(id).replace(/\s+/g, " ")}: ${facts.join(", ")}`;
        list.append(element("li", {}, mark.href ? element("a", { href: mark.href }, line) : line));
    }
    return list;
}
