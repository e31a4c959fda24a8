/** The two languages the product speaks; what a person at a terminal reads comes in one of them. */
export type Language = "ja" | "en";

/**
 * Trouble outside the program that whoever runs it can remedy: a full disk, a taken port, a second copy.
 * The command line prints the sentence in the language of the terminal, and no stack trace.
 */
export class OperatorMessage extends Error {
  readonly code: string;
  readonly texts: Readonly<Record<Language, string>>;

  constructor(code: string, texts: Record<Language, string>, options?: ErrorOptions) {
    super(texts.en, options);
    this.name = "OperatorMessage";
    this.code = code;
    this.texts = texts;
  }
}

/** The terminal's language: `MUSUBI_LANG`, else the usual locale variables; English where none asks for Japanese. */
export function terminalLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env["MUSUBI_LANG"] || env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^ja/i.test(locale) ? "ja" : "en";
}
