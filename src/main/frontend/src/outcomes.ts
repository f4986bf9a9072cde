import { isTyping } from "./keyboard";

const KEYS = "1234567890";

/**
 * Lets the first choice of a form be made by number: `1` to `9` and `0` choose, the first field that is then asked for gets
 * the keyboard, `Escape` gives it back to the choice, `Ctrl` and `Enter` send.
 */
export function chooseByKey(stage: HTMLElement, send: HTMLButtonElement): void {
    const choices = () => [...(stage.querySelector(".fjs-form-field-radio")?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])];
    // Before the lists of the form, to which Enter means a choice.
    document.addEventListener(
        "keydown",
        (event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !document.querySelector("dialog[open]")) {
                event.preventDefault();
                event.stopPropagation();
                send.click();
            }
        },
        true,
    );
    document.addEventListener("keydown", (event) => {
        if (event.defaultPrevented || document.querySelector("dialog[open]")) {
            return;
        }
        if (event.key === "Escape" && stage.contains(event.target as Node)) {
            (choices().find((choice) => choice.checked) ?? choices()[0])?.focus();
            return;
        }
        const choice = isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey ? undefined : choices()[KEYS.indexOf(event.key)];
        if (choice) {
            event.preventDefault();
            choice.click();
            oncePainted(stage, () => goTo(firstField(stage) ?? send));
        }
    });
}

const QUIET = 40;
const UNCHANGED = 200;

/** Waits until the form has painted the fields of a choice, which takes as long as the machine is busy, or changes none. */
function oncePainted(stage: HTMLElement, then: () => void): void {
    let timer = 0;
    const after = (pause: number) => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => {
            painting.disconnect();
            then();
        }, pause);
    };
    const painting = new MutationObserver(() => after(QUIET));
    painting.observe(stage, { childList: true, subtree: true });
    after(UNCHANGED);
}

/** A calendar that opens by itself would hide what is asked below it; typing and the mouse still work. */
function goTo(field: HTMLElement): void {
    field.focus();
    for (let holder: HTMLElement | null = field; holder; holder = holder.parentElement) {
        (holder as { _flatpickr?: { close(): void } } & HTMLElement)._flatpickr?.close();
    }
}

/** A list opens over what is below it as soon as it has the keyboard, so one that may be left empty is passed over. */
function firstField(stage: HTMLElement): HTMLElement | undefined {
    const mayBeLeft = (field: HTMLElement) => field.matches(".fjs-select-hidden-input") && !field.closest(".fjs-form-field")?.querySelector(".fjs-asterix");
    return [...stage.querySelectorAll<HTMLElement>("input:not([type=radio]):not([type=hidden]), select, textarea")].find((field) => field.offsetParent !== null && !mayBeLeft(field));
}
