import { loadCouncil } from '../../../lib/councils/council-schema.ts'

/** The council whose service is walked through. */
export const COUNCIL = loadCouncil(new URL('../../../lib/councils/bath-and-north-east-somerset.json', import.meta.url))
