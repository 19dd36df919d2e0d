// Words on pages and in letters: Fluent messages, one folder a language, one file an area. A key that is
// missing in a language fails the build's tests; at run time the English one stands in.

/** One text by its key, with its variables. */
export type Say = (key: string, variables?: Readonly<Record<string, string | number>>) => string

export const languages = ['en', 'es', 'de', 'fr', 'it', 'pt', 'pl', 'lt', 'uk', 'ar'] as const
export type Language = (typeof languages)[number]
