const key = "forfall.theme";

/** Buttons with `data-theme-choice` (light, dark, auto) set the theme and remember it in this browser. */
export function switchThemes(): void {
    mark();
    document.addEventListener("click", (event) => {
        const choice = (event.target as HTMLElement).closest?.<HTMLElement>("[data-theme-choice]")?.dataset.themeChoice;
        if (!choice) {
            return;
        }
        if (choice === "auto") {
            delete document.documentElement.dataset.theme;
            localStorage.removeItem(key);
        } else {
            document.documentElement.dataset.theme = choice;
            localStorage.setItem(key, choice);
        }
        mark();
    });
}

function mark(): void {
    const current = document.documentElement.dataset.theme ?? "auto";
    document.querySelectorAll<HTMLElement>("[data-theme-choice]").forEach((button) => {
        button.setAttribute("aria-pressed", String(button.dataset.themeChoice === current));
    });
}
