/** Writes the columns of an import, as the service reads them, into docs/importing.md: `npm run import-columns`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withColumns } from './import-columns/columns-in-words.ts'

const PAGE = new URL('../docs/importing.md', import.meta.url)

writeFileSync(PAGE, withColumns(readFileSync(PAGE, 'utf8')))
