import "dmn-js/dist/assets/diagram-js.css";
import "dmn-js/dist/assets/dmn-js-shared.css";
import "dmn-js/dist/assets/dmn-js-decision-table.css";
import "dmn-js/dist/assets/dmn-js-literal-expression.css";
import "dmn-js/dist/assets/dmn-js-drd.css";
import "dmn-js/dist/assets/dmn-font/css/dmn.css";
import "../styles/table-view.css";
import Viewer from "dmn-js/lib/Viewer";
import { element, fetchText } from "./page";

/** A decision table to read. Of a file with several decisions, each is shown by its name in a row of tabs. */
export async function mount(host: HTMLElement): Promise<void> {
    const xml = await fetchText(host.dataset.src ?? "");
    const stage = element("div", { class: "table-stage" });
    host.replaceChildren(stage);

    const viewer = new Viewer({ container: stage });
    await viewer.importXML(xml);
    const decisions = viewer.getViews().filter((view: { type: string }) => view.type === "decisionTable" || view.type === "literalExpression");
    if (decisions.length > 1) {
        host.prepend(tabs(viewer, decisions));
    }
    if (decisions.length) {
        await viewer.open(decisions[0]);
    }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the viewer publishes no types for its views
function tabs(viewer: any, views: { name?: string; id: string }[]): HTMLElement {
    const bar = element("div", { class: "tabs" });
    views.forEach((view, index) => {
        const tab = element("button", { type: "button", class: "tab", "aria-pressed": String(index === 0) }, view.name || view.id);
        tab.addEventListener("click", async () => {
            bar.querySelectorAll("button").forEach((each) => each.setAttribute("aria-pressed", String(each === tab)));
            await viewer.open(view);
        });
        bar.append(tab);
    });
    return bar;
}
