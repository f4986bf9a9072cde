import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import "@bpmn-io/properties-panel/assets/properties-panel.css";
import "bpmn-js-element-templates/dist/assets/element-templates.css";
import "camunda-bpmn-js/dist/assets/color-picker.css";
import "camunda-bpmn-js/dist/assets/popup-menu.css";
import "../styles/canvas.css";
import Modeler from "camunda-bpmn-js/lib/camunda-platform/Modeler";
import { fit, rendering, toolbar, zoomBy } from "./canvas";
import { element, fetchText, json } from "./page";

/** The width the palette takes from the canvas, in pixels. */
const palette = 112;

interface Finding {
    element?: string;
    message: string;
    severity: "error" | "warning";
}

/** The drawing board: palette, properties and element templates; the form's textarea `xml` gets the diagram. */
export async function mount(host: HTMLElement): Promise<void> {
    // After a check or a refusal the page carries the drawing as it was sent.
    const sent = host.closest("form")?.querySelector<HTMLTextAreaElement>('textarea[name="xml"]')?.value;
    const [xml, templates] = await Promise.all([
        sent || fetchText(host.dataset.src ?? ""),
        host.dataset.templates ? fetchText(host.dataset.templates).then((text) => JSON.parse(text)) : [],
    ]);
    const stage = element("div", { class: "canvas-stage" });
    const properties = element("div", { class: "canvas-properties" });
    host.replaceChildren(element("div", { class: "canvas-board" }, stage), properties);

    const modeler = new Modeler({
        container: stage,
        propertiesPanel: { parent: properties },
        elementTemplates: templates,
        ...rendering,
    });
    await modeler.importXML(xml);
    const canvas = modeler.get("canvas");
    const commands = modeler.get("commandStack");
    const bar = toolbar({
        undo: () => commands.undo(),
        redo: () => commands.redo(),
        out: () => zoomBy(canvas, 0.8),
        in: () => zoomBy(canvas, 1.25),
        fit: () => fit(canvas, palette),
    });
    stage.parentElement?.append(bar);
    fit(canvas, palette);
    followCommands(modeler, bar);
    writeOnSubmit(host, modeler);
    showFindings(modeler, json<Finding[]>(host.dataset.findings, []));
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the modeler publishes no types for its services
type AnyModeler = any;

function followCommands(modeler: AnyModeler, bar: HTMLElement): void {
    const commands = modeler.get("commandStack");
    const button = (tool: string) => bar.querySelector<HTMLButtonElement>(`[data-tool="${tool}"]`)!;
    const update = () => {
        button("undo").disabled = !commands.canUndo();
        button("redo").disabled = !commands.canRedo();
    };
    modeler.on("commandStack.changed", update);
    update();
}

function writeOnSubmit(host: HTMLElement, modeler: AnyModeler): void {
    const form = host.closest("form");
    const target = form?.querySelector<HTMLTextAreaElement>('textarea[name="xml"]');
    let unsaved = false;
    modeler.on("commandStack.changed", () => (unsaved = true));
    window.addEventListener("beforeunload", (event) => {
        if (unsaved) {
            event.preventDefault();
        }
    });
    form?.addEventListener("submit", async (event) => {
        if (form.dataset.written) {
            delete form.dataset.written;
            unsaved = false;
            return;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
        const submitter = event.submitter;
        const { xml } = await modeler.saveXML({ format: true });
        if (target) {
            target.value = xml;
        }
        form.dataset.written = "yes";
        form.requestSubmit(submitter);
    });
}

function showFindings(modeler: AnyModeler, findings: Finding[]): void {
    const registry = modeler.get("elementRegistry");
    const placed = findings.filter((finding) => finding.element && registry.get(finding.element));
    for (const finding of placed) {
        modeler.get("canvas").addMarker(finding.element, finding.severity === "warning" ? "has-warning" : "has-finding");
        modeler.get("overlays").add(finding.element, "finding", {
            position: { top: -6, left: 0 },
            html: element("span", { class: `canvas-finding canvas-finding--${finding.severity}` }, finding.message),
        });
    }
    const first = placed[0];
    if (first) {
        whenPanelListens(() => modeler.get("selection").select(registry.get(first.element)));
    }
    document.addEventListener("click", (event) => {
        const wanted = (event.target as HTMLElement).closest?.<HTMLElement>("[data-show-element]")?.dataset.showElement;
        const shape = wanted && registry.get(wanted);
        if (shape) {
            event.preventDefault();
            modeler.get("canvas").scrollToElement(shape, 120);
            modeler.get("selection").select(shape);
        }
    });
}

/** The properties panel follows the selection only once it has painted; selected before, it stays on the process. */
function whenPanelListens(act: () => void): void {
    requestAnimationFrame(() => requestAnimationFrame(() => window.setTimeout(act, 50)));
}
