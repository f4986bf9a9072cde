import { element, json } from "./page";

interface Person {
    user: string;
    name: string;
}

const MOST = 8;

/** Whom the writing before the cursor begins to call, from the `@` on; nothing in the middle of a word. */
export function called(before: string): string | undefined {
    return /(?:^|[^\p{L}\p{N}._@-])@([\p{L}\p{N}.-]{0,40})$/u.exec(before)?.[1];
}

/** Those whose user name or one of whose names begins with what is typed. */
export function fitting(people: Person[], typed: string): Person[] {
    const start = typed.toLowerCase();
    return people.filter((person) => [person.user, ...person.name.split(" ")].some((name) => name.toLowerCase().startsWith(start))).slice(0, MOST);
}

/** Fields of notes offer colleagues once an `@` is typed: arrows move, Enter or Tab takes, Escape closes. */
export function offerPeople(): void {
    document.querySelectorAll<HTMLTextAreaElement>("textarea[data-people]").forEach(offer);
}

function offer(field: HTMLTextAreaElement): void {
    const people = json<Person[]>(field.dataset.people, []);
    const list = element("ul", { class: "mentions__list", role: "listbox", id: `${field.id}-people`, "aria-label": field.dataset.found ?? "" });
    list.hidden = true;
    field.after(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    let at = 0;
    let found: Person[] = [];

    const show = () => {
        const typed = called(field.value.slice(0, field.selectionStart));
        found = typed === undefined ? [] : fitting(people, typed);
        at = Math.min(at, Math.max(found.length - 1, 0));
        list.replaceChildren(...found.map((person, index) => option(person, index)));
        list.hidden = found.length === 0;
        field.setAttribute("aria-expanded", String(!list.hidden));
        if (list.hidden) {
            field.removeAttribute("aria-activedescendant");
        } else {
            field.setAttribute("aria-activedescendant", `${list.id}-${at}`);
            list.children[at]?.scrollIntoView({ block: "nearest" });
        }
    };
    const option = (person: Person, index: number) => {
        const line = element("li", { class: "mentions__person", role: "option", id: `${list.id}-${index}`, "aria-selected": String(index === at) }, `${person.name} `, element("span", { class: "quiet" }, `@${person.user}`));
        line.addEventListener("mousedown", (event) => {
            event.preventDefault();
            take(person);
        });
        return line;
    };
    const close = () => {
        list.hidden = true;
        field.setAttribute("aria-expanded", "false");
        field.removeAttribute("aria-activedescendant");
    };
    const take = (person: Person) => {
        const end = field.selectionStart;
        const start = end - (called(field.value.slice(0, end))?.length ?? 0);
        field.setRangeText(`${person.user} `, start, end, "end");
        close();
    };

    field.addEventListener("input", () => {
        at = 0;
        show();
    });
    field.addEventListener("blur", close);
    field.addEventListener("keydown", (event) => {
        if (list.hidden) {
            return;
        }
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            at = (at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
            show();
        } else if ((event.key === "Enter" || event.key === "Tab") && found[at]) {
            take(found[at]);
        } else if (event.key === "Escape") {
            close();
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    });
}
