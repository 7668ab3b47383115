import type { Language } from './language.ts'

/** The languages that there is a file for. None yet: nobody has approved a translation (docs/languages.md). */
export const LANGUAGES: readonly Language[] = []
