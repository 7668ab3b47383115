import { isOpenedInError } from '../../cases/case.ts'
import type { Council } from '../../cases/council.ts'
import { units } from '../bill/units.ts'
import { whatCanCome } from '../forecast/what-can-come.ts'
import { workOfProviders } from '../providers/work-of-providers.ts'
import { decisionsSent } from '../sen2/decisions-sent.ts'
import { afterMediation, heldAndThen } from './after-mediation.ts'
import { agreementsKept } from './agreements-kept.ts'
import { casesListed, casesOpened } from './cases.ts'
import { mediationsAsked, stepsTaken } from './demand.ts'
import { type CaseMeasure, type CaseToCount, isOfCases, type Measure } from './measure.ts'
import { emails, letters } from './messages.ts'
import { notHeldByWhom, notHeldNotice, notHeldWhy } from './not-held.ts'
import { agreedOn, outcomeOfMediation } from './outcome-of-mediation.ts'
import { decisionsNotified, plansMaintained } from './rates.ts'
import { reach } from './reach.ts'
import { decisionMakerThere, howPeopleMet, youngPersonsPart } from './taking-part.ts'
import { themes } from './themes.ts'
import { timeLimits } from './time-limits.ts'
import { appealedParts, appeals, gaveIn } from './tribunal.ts'
import { complaints, evaluationForms, ombudsmanLetters, toTheOmbudsman } from './voices.ts'
import { whatElseHappened } from './what-else-happened.ts'

/** The cases themselves, among them those that were opened by mistake or twice. */
const OF_EVERY_CASE: readonly Measure[] = [casesOpened, casesListed]

/** What is counted of the cases that stand behind a decision, and what is typed in beside it. */
const OF_REAL_CASES: readonly Measure[] = [
  whatElseHappened,
  stepsTaken,
  mediationsAsked,
  decisionsNotified,
  plansMaintained,
  timeLimits,
  notHeldByWhom,
  notHeldWhy,
  notHeldNotice,
  outcomeOfMediation,
  agreedOn,
  afterMediation,
  heldAndThen,
  decisionMakerThere,
  youngPersonsPart,
  howPeopleMet,
  agreementsKept,
  appeals,
  appealedParts,
  gaveIn,
  complaints,
  toTheOmbudsman,
  ombudsmanLetters,
  evaluationForms,
]

/** What of a council's file says what is counted. */
export type CouncilToMeasure = Pick<Council, 'particulars'>

/** Every measure of a council that is a table, in their order. */
export function measuresFor(council: CouncilToMeasure): readonly Measure[] {
  return [...OF_EVERY_CASE, ...OF_REAL_CASES, ...themes(council), ...reach(council), emails, letters]
}

/** Every measure that is counted: those too that have pages of their own, as the units of the bill, or help to find something. */
export function everyMeasure(council: CouncilToMeasure): readonly Measure[] {
  return [...measuresFor(council), units, workOfProviders, whatCanCome, decisionsSent]
}

/** Those in which cases are counted: nothing that is typed in. */
export function caseMeasures(council: CouncilToMeasure): readonly CaseMeasure[] {
  return everyMeasure(council).filter(isOfCases)
}
const OF_ERRORS = OF_EVERY_CASE.filter(isOfCases)

/** Those in which a case is counted. */
export function measuresOf(
  { file: { subject } }: Pick<CaseToCount, 'file'>,
  council: CouncilToMeasure,
): readonly CaseMeasure[] {
  return isOpenedInError(subject) ? OF_ERRORS : caseMeasures(council)
}
