/** Writes how each requirement of OWASP's standard is met into docs/security.md: `npm run security`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { asvsIn } from './security/asvs.ts'
import { withAsvs } from './security/asvs-in-words.ts'

const PAGE = new URL('../docs/security.md', import.meta.url)
const DATA = new URL('../tests/security/asvs.json', import.meta.url)

writeFileSync(PAGE, withAsvs(readFileSync(PAGE, 'utf8'), asvsIn(readFileSync(DATA, 'utf8'))))
