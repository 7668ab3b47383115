/** Writes what is stored, as the code has it, into docs/data-protection.md: `npm run data-protection`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withKeptData } from './data-protection/kept-in-words.ts'

const PAGE = new URL('../docs/data-protection.md', import.meta.url)

writeFileSync(PAGE, withKeptData(readFileSync(PAGE, 'utf8')))
