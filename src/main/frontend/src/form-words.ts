import type { Language } from "./page";

/** What form-js says by itself, in the three languages. It has no translation of its own. */
interface FormWords {
    select: string;
    search: string;
    nothingFound: string;
    unsaid: string;
    check: string;
    failed: string;
}

export const formWords: Record<Language, FormWords> = {
    nb: { select: "Velg", search: "Søk", nothingFound: "Ingen treff", unsaid: "Fyll ut feltet.", check: "Rett feltene som er merket.", failed: "Skjemaet kunne ikke sendes. Prøv igjen." },
    sv: { select: "Välj", search: "Sök", nothingFound: "Inga träffar", unsaid: "Fyll i fältet.", check: "Rätta fälten som är markerade.", failed: "Formuläret kunde inte skickas. Försök igen." },
    en: { select: "Select", search: "Search", nothingFound: "No matches", unsaid: "Fill in this field.", check: "Correct the marked fields.", failed: "The form could not be sent. Try again." },
};

type Sentence = [RegExp, Record<Language, string>];

// Patterns of form-js 1.23; `$1` and `$2` are the values it writes into its sentences.
const sentences: Sentence[] = [
    [/^Field is required\.$/, { nb: formWords.nb.unsaid, sv: formWords.sv.unsaid, en: formWords.en.unsaid }],
    [/^Field must match pattern (.+)\.$/, { nb: "Skriv på formen $1.", sv: "Skriv på formen $1.", en: "Use the form $1." }],
    [/^Field must have minimum value of (.+)\.$/, { nb: "Skriv $1 eller mer.", sv: "Ange $1 eller mer.", en: "Enter $1 or more." }],
    [/^Field must have maximum value of (.+)\.$/, { nb: "Skriv $1 eller mindre.", sv: "Ange $1 eller mindre.", en: "Enter $1 or less." }],
    [/^Field must have minimum length of (.+)\.$/, { nb: "Skriv minst $1 tegn.", sv: "Skriv minst $1 tecken.", en: "Write at least $1 characters." }],
    [/^Field must have maximum length of (.+)\.$/, { nb: "Skriv høyst $1 tegn.", sv: "Skriv högst $1 tecken.", en: "Write at most $1 characters." }],
    [/international phone number/, { nb: "Skriv telefonnummeret med landkode, for eksempel +47 22 00 00 00.", sv: "Skriv telefonnumret med landsnummer, till exempel +46 8 000 00 00.", en: "Enter the phone number with country code, for example +47 22 00 00 00." }],
    [/^Field must be a valid email\.$/, { nb: "Skriv en gyldig e-postadresse.", sv: "Skriv en giltig e-postadress.", en: "Enter a valid e-mail address." }],
    [/^Value is not a number\.$/, { nb: "Skriv et tall.", sv: "Skriv ett tal.", en: "Enter a number." }],
    [/expected to be an integer/, { nb: "Skriv et helt tall.", sv: "Skriv ett heltal.", en: "Enter a whole number." }],
    [/at most (\d+) decimal digits?\.$/, { nb: "Skriv høyst $1 desimaler.", sv: "Skriv högst $1 decimaler.", en: "Use at most $1 decimals." }],
    [/two nearest valid values are (.+) and (.+)\.$/, { nb: "Velg $1 eller $2.", sv: "Välj $1 eller $2.", en: "Choose $1 or $2." }],
    [/^Date and time must both be entered\.$/, { nb: "Skriv både dato og klokkeslett.", sv: "Ange både datum och klockslag.", en: "Enter both date and time." }],
];

/** The sentence of form-js in the language of the form; a message of the form's own author is left as it is. */
export function translated(message: string, language: Language): string {
    for (const [pattern, said] of sentences) {
        const match = pattern.exec(message);
        if (match) {
            return said[language].replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? "");
        }
    }
    return message;
}
