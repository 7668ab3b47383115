import type { Council } from '../../lambdas/cases/council.ts'
import {
  contacts,
  contracts,
  name,
  ownTimes,
  particulars,
  providers,
  reporting,
  retention,
  terms,
} from '../council-for-tests.ts'

/** What the pages show of a council. */
export const COUNCIL: Council = {
  name,
  contacts,
  providers,
  ownTimes,
  retention,
  reporting,
  contracts,
  terms,
  particulars,
}
