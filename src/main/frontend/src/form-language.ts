import type { Language } from "./page";

interface Choice {
    value: unknown;
    label?: string;
}

interface Component {
    label?: string;
    description?: string;
    text?: string;
    dateLabel?: string;
    timeLabel?: string;
    properties?: Record<string, string>;
    components?: Component[];
    values?: Choice[];
    [key: string]: unknown;
}

/**
 * Puts a language into a form's schema. A component carries its words in its own properties: `label.nb`,
 * `description.sv`, `text.en`, `dateLabel.nb`, `timeLabel.nb`, and for choices `value.<value>.nb`. What is missing stays as the author wrote it.
 */
export function inLanguage<T extends Component>(schema: T, language: Language): T {
    const words = schema.properties ?? {};
    const say = (name: string, otherwise?: string) => words[`${name}.${language}`] ?? otherwise;
    const said: Component = { ...schema };
    for (const name of ["label", "description", "text", "dateLabel", "timeLabel"] as const) {
        const text = say(name, schema[name]);
        if (text !== undefined) {
            said[name] = text;
        }
    }
    if (schema.values) {
        said.values = schema.values.map((choice) => ({ ...choice, label: say(`value.${choice.value}`, choice.label) }));
    }
    if (schema.components) {
        said.components = schema.components.map((component) => inLanguage(component, language));
    }
    return said as T;
}
