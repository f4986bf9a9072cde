import { element, icon, pageLanguage } from "./page";

const words = {
    nb: { in: "Zoom inn", out: "Zoom ut", fit: "Vis hele", undo: "Angre", redo: "Gjør om", tools: "Verktøy for diagrammet" },
    sv: { in: "Zooma in", out: "Zooma ut", fit: "Visa hela", undo: "Ångra", redo: "Gör om", tools: "Verktyg för diagrammet" },
    en: { in: "Zoom in", out: "Zoom out", fit: "Show all", undo: "Undo", redo: "Redo", tools: "Diagram tools" },
};

export type Tool = keyof (typeof words)["en"] & ("in" | "out" | "fit" | "undo" | "redo");

/** Colours of every canvas; they are custom properties, so that a switched theme repaints at once. */
export const rendering = {
    bpmnRenderer: {
        defaultFillColor: "var(--surface)",
        defaultStrokeColor: "var(--canvas-stroke)",
        defaultLabelColor: "var(--ink)",
    },
    textRenderer: {
        defaultStyle: { fontFamily: "Inter Variable, system-ui, sans-serif", fontSize: 12, fontWeight: "450", lineHeight: 1.25 },
        externalStyle: { fontSize: 11, lineHeight: 1.25 },
    },
};

/** A row of small buttons for a canvas. */
export function toolbar(actions: Partial<Record<Tool, () => void>>): HTMLElement {
    const names = words[pageLanguage()];
    const bar = element("div", { class: "canvas-tools", role: "toolbar", "aria-label": names.tools });
    for (const [tool, action] of Object.entries(actions) as [Tool, () => void][]) {
        const button = element("button", { type: "button", class: "canvas-tool", title: names[tool], "aria-label": names[tool], "data-tool": tool });
        button.append(icon(`canvas-${tool}`));
        button.addEventListener("click", action);
        bar.append(button);
    }
    return bar;
}

interface Canvas {
    zoom(level?: number | "fit-viewport", center?: "auto"): number;
    viewbox(): { scale: number };
    resized(): void;
}

/** Shows the whole diagram, never larger than life. */
export function fit(canvas: Canvas): void {
    canvas.resized();
    if (canvas.zoom("fit-viewport", "auto") > 1) {
        canvas.zoom(1, "auto");
    }
}

export function zoomBy(canvas: Canvas, factor: number): void {
    canvas.zoom(Math.min(Math.max(canvas.zoom() * factor, 0.2), 4), "auto");
}
