/** The debtor's page: copies what is needed to pay. Without it the page says the same and has no such buttons. */
const AFTER = 2000;

document.querySelectorAll<HTMLButtonElement>("button[data-copy]").forEach((button) => {
    if (!navigator.clipboard) {
        return;
    }
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.dataset.copy ?? "");
        button.textContent = button.dataset.copied ?? words;
        window.setTimeout(() => (button.textContent = words), AFTER);
    });
});

export {};
