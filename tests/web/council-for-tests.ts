import type { Council } from '../../lambdas/cases/council.ts'
import { contacts, name, ownTimes, providers, retention } from '../council-for-tests.ts'

/** What the pages show of a council. */
export const COUNCIL: Council = { name, contacts, providers, ownTimes, retention }
