import type { CouncilRetention } from '../../cases/council.ts'

/** Reads what the stack has written into the function's environment, which was checked there. */
export function readRetention(written: string): CouncilRetention {
  return JSON.parse(written) as CouncilRetention
}
