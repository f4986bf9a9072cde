// Computes the contrast of the tokens (WCAG 2.2) and stops the build when a pair falls below its ratio.
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("styles/tokens.css", import.meta.url), "utf8");
const block = (start) => {
    const from = css.indexOf(start);
    const text = css.slice(css.indexOf("{", from) + 1, css.indexOf("}", from));
    return Object.fromEntries([...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name.slice(2), value.trim()]));
};

const light = block(":root {");
const themes = { light, dark: block(':root[data-theme="dark"]') };
const system = block(':root:not([data-theme="light"])');

const texts = ["ink", "ink-2", "ink-3", "spruce", "amber", "rust", "leaf", "fjord"];
const grounds = ["paper", "surface", "sunken"];
const pairs = [
    ...texts.flatMap((text) => grounds.map((ground) => [text, ground, 4.5])),
    ["on-spruce", "spruce", 4.5],
    ["on-spruce", "spruce-strong", 4.5],
    ["on-rust", "rust", 4.5],
    ["on-rust", "rust-strong", 4.5],
    ...["spruce", "ink", "ink-2"].flatMap((text) => [[text, "spruce-soft", 4.5], [text, "spruce-faint", 4.5]]),
    ...["amber", "rust", "leaf", "fjord"].flatMap((tone) => [[tone, `${tone}-soft`, 4.5], ["ink", `${tone}-soft`, 4.5]]),
    ["control-line", "surface", 3],
    ["spruce", "paper", 3],
];

const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex) => {
    const [r, g, b] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
};

const complaints = [];
for (const [theme, tokens] of Object.entries(themes)) {
    for (const [text, ground, least] of pairs) {
        const found = ratio(tokens[text], tokens[ground]);
        if (!(found >= least)) {
            complaints.push(`${theme}: ${text} on ${ground} has ${found.toFixed(2)}, needs ${least}`);
        }
    }
}
if (JSON.stringify(system) !== JSON.stringify(themes.dark)) {
    complaints.push("dark: the system's dark block and the chosen dark block differ");
}
if (complaints.length) {
    console.error(complaints.join("\n"));
    process.exit(1);
}
