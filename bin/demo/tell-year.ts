import { formatDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { YearCase } from './make-year.ts'
import type { RoadStep } from './roads.ts'
import type { ServiceClient } from './service-client.ts'
import type { Telling } from './tell-stories.ts'

const OPENING_TIME = '09:45'
const STEP_TIME = '11:15'

/** A case of the year that has been told to its end. */
export interface ToldYearCase {
  readonly yearCase: YearCase
  readonly caseId: string
}

/** The cases of a year as things to tell, each in a line. `told` has them when all is told. */
export function yearTelling(
  client: ServiceClient,
  year: readonly YearCase[],
  say: (line: string) => void,
): { readonly tellings: readonly Telling[]; readonly told: readonly ToldYearCase[] } {
  const told: ToldYearCase[] = []
  const caseIds = new Map<YearCase, string>()
  const line = (on: string, { family }: YearCase, what: string) =>
    say(`${formatDate(parseCalendarDate(on))}  [${family}]  ${what}`)

  const opens = (yearCase: YearCase): Telling => ({
    on: yearCase.opening.on,
    at: OPENING_TIME,
    async tell() {
      const { opening, road } = yearCase
      line(opening.on, yearCase, `opens: ${opening.decisionKind.replaceAll('-', ' ')}. It ${road.name}.`)
      const caseId = await client.openCase(yearCase)
      caseIds.set(yearCase, caseId)
      told.push({ yearCase, caseId })
    },
  })
  const records = (yearCase: YearCase, step: RoadStep): Telling => ({
    on: step.on,
    at: STEP_TIME,
    async tell() {
      const { fact, on, corrects } = step
      const caseId = caseIds.get(yearCase)
      if (!caseId) throw new Error(`The case of "${yearCase.family}" has a step before it is opened.`)
      line(on, yearCase, corrects ? `${words(fact)}: ${words(corrects)}` : words(fact))
      const { facts } = await client.readCase(caseId)
      const sequenceOf = (type: string) => facts.findLast((one) => one.type === type)?.sequence ?? ''
      const recorded = { on, at: STEP_TIME, says: '', fact, fields: step.fields(sequenceOf) }
      if (corrects) await client.correct(caseId, yearCase.family, sequenceOf(corrects), recorded)
      else await client.record(caseId, yearCase.family, recorded)
    },
  })
  return {
    tellings: year.flatMap((yearCase) => [opens(yearCase), ...yearCase.steps.map((step) => records(yearCase, step))]),
    told,
  }
}

function words(fact: string): string {
  return fact.replaceAll('-', ' ')
}
