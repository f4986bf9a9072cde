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

interface Box {
    x: number;
    y: number;
    width: number;
    height: number;
}

interface Canvas {
    zoom(level?: number, center?: "auto"): number;
    viewbox(box?: Box): { inner: Box; outer: { width: number; height: number } };
    resized(): void;
}

const margin = 24;

/** Shows the whole diagram in the middle, never larger than life; `left` keeps pixels free for a palette. */
export function fit(canvas: Canvas, left = 0): void {
    canvas.resized();
    const { inner, outer } = canvas.viewbox();
    if (!inner.width || !outer.width) {
        return;
    }
    const room = { width: outer.width - left - 2 * margin, height: outer.height - 2 * margin };
    const scale = Math.min(1, room.width / inner.width, room.height / inner.height);
    canvas.viewbox({
        x: inner.x + inner.width / 2 - (left + outer.width) / 2 / scale,
        y: inner.y + inner.height / 2 - outer.height / 2 / scale,
        width: outer.width / scale,
        height: outer.height / scale,
    });
}

export function zoomBy(canvas: Canvas, factor: number): void {
    canvas.zoom(Math.min(Math.max(canvas.zoom() * factor, 0.2), 4), "auto");
}
