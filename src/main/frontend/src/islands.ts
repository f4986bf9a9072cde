import { showFailure } from "./page";

interface Island {
    mount(host: HTMLElement): Promise<void>;
}

// Each island is loaded when a page shows one, so a handler's page never carries the modeler.
const islands: Record<string, () => Promise<Island>> = {
    diagram: () => import("./diagram"),
    modeler: () => import("./modeler"),
    form: () => import("./form"),
    table: () => import("./table"),
};

/** Brings every island within the element to life, each once. */
export function hydrate(root: HTMLElement): void {
    const hosts = [...root.querySelectorAll<HTMLElement>("[data-island]")];
    if (root.matches?.("[data-island]")) {
        hosts.push(root);
    }
    for (const host of hosts.filter((each) => !each.dataset.hydrated)) {
        host.dataset.hydrated = "yes";
        const load = islands[host.dataset.island ?? ""];
        host.setAttribute("aria-busy", "true");
        load?.()
            .then((island) => island.mount(host))
            .catch((problem) => showFailure(host, problem))
            .finally(() => host.removeAttribute("aria-busy"));
    }
}
