import { isOpenedInError } from '../../cases/case.ts'
import { units } from '../bill/units.ts'
import { whatCanCome } from '../forecast/what-can-come.ts'
import { afterMediation } from './after-mediation.ts'
import { agreementsKept } from './agreements-kept.ts'
import { casesListed, casesOpened } from './cases.ts'
import { mediationsAsked, stepsTaken } from './demand.ts'
import type { CaseToCount, Measure } from './measure.ts'
import { emails, letters } from './messages.ts'
import { notHeldByWhom, notHeldNotice, notHeldWhy } from './not-held.ts'
import { agreedOn, outcomeOfMediation } from './outcome-of-mediation.ts'
import { decisionMakerThere, howPeopleMet, youngPersonsPart } from './taking-part.ts'
import { timeLimits } from './time-limits.ts'
import { appealedParts, appeals, gaveIn } from './tribunal.ts'
import { complaints, toTheOmbudsman } from './voices.ts'
import { whatElseHappened } from './what-else-happened.ts'

/** The cases themselves, among them those that were opened by mistake or twice. */
const OF_EVERY_CASE: readonly Measure[] = [casesOpened, casesListed]

/** What is counted of the cases that stand behind a decision. */
const OF_REAL_CASES: readonly Measure[] = [
  whatElseHappened,
  stepsTaken,
  mediationsAsked,
  timeLimits,
  notHeldByWhom,
  notHeldWhy,
  notHeldNotice,
  outcomeOfMediation,
  agreedOn,
  afterMediation,
  decisionMakerThere,
  youngPersonsPart,
  howPeopleMet,
  agreementsKept,
  appeals,
  appealedParts,
  gaveIn,
  complaints,
  toTheOmbudsman,
  emails,
  letters,
]

/** Every measure that is a table, in their order. */
export const MEASURES: readonly Measure[] = [...OF_EVERY_CASE, ...OF_REAL_CASES]

/** Every measure that is counted: the units of the bill too, and what the estimate rests on, which have pages of their own. */
export const EVERY_MEASURE: readonly Measure[] = [...MEASURES, units, whatCanCome]

/** Those in which a case is counted. */
export function measuresOf({ file: { subject } }: Pick<CaseToCount, 'file'>): readonly Measure[] {
  return isOpenedInError(subject) ? OF_EVERY_CASE : EVERY_MEASURE
}
