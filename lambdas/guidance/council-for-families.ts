import type { Council } from '../cases/council.ts'

/** The parts of a council's file that stand in guidance for families. */
export type CouncilForFamilies = Pick<Council, 'name' | 'contacts' | 'providers'>
