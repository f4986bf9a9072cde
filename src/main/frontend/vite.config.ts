import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

// The folder the application serves as /assets; Maven passes its own.
const outDir = resolve(import.meta.dirname, process.env.FORFALL_ASSETS ?? "../../../target/classes/static/assets");

const island = (name: string) => resolve(import.meta.dirname, `src/${name}.ts`);

// form-js has no translation: the few words and the date format it fixes itself are read from the form island instead.
const formWords: [string, string][] = [
    ["function getLocaleDateFormat(locale = 'default')", "function getLocaleDateFormat(locale = globalThis.forfallForm?.locale ?? 'default')"],
    ["valueLabel || 'Select'", "valueLabel || (globalThis.forfallForm?.select ?? 'Select')"],
    ["placeholder: 'Search'", "placeholder: globalThis.forfallForm?.search ?? 'Search'"],
    ["emptyListMessage = 'No results'", "emptyListMessage = globalThis.forfallForm?.nothingFound ?? 'No results'"],
];

const translatableForms: Plugin = {
    name: "translatable-forms",
    transform(code, id) {
        if (!id.includes("form-js-viewer/dist/index.es.js")) {
            return null;
        }
        for (const [fixed, read] of formWords) {
            if (!code.includes(fixed)) {
                this.error(`form-js has changed; not found any more: ${fixed}`);
            }
            code = code.replaceAll(fixed, read);
        }
        return { code, map: null };
    },
};

export default defineConfig({
    plugins: [translatableForms],
    // Chunks and fonts are addressed relative to the file that needs them, so any context path works.
    base: "./",
    publicDir: "public",
    build: {
        outDir,
        emptyOutDir: true,
        target: "es2022",
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 3500,
        modulePreload: { polyfill: false },
        rolldownOptions: {
            // htmx keeps an eval for attributes that our configuration switches off
            checks: { eval: false },
            input: {
                app: island("app"),
                diagram: island("diagram"),
                modeler: island("modeler"),
                form: island("form"),
                table: island("table"),
                debtor: island("debtor"),
            },
            preserveEntrySignatures: "exports-only",
            output: {
                entryFileNames: "[name].js",
                chunkFileNames: "chunks/[name]-[hash].js",
                // One sheet per entry keeps its plain name; everything else is addressed by content.
                assetFileNames: (asset) =>
                    ["app.css", "diagram.css", "modeler.css", "form.css", "table.css"].includes(asset.names?.[0] ?? "")
                        ? "[name][extname]"
                        : "chunks/[name]-[hash][extname]",
            },
        },
    },
});
