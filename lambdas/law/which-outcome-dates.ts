import { agreementDeadline } from './agreement-deadline.ts'
import { dayOf } from './calendar-date.ts'
import {
  complianceDeadlines,
  type Duty,
  type DutyDeadline,
  type DutySource,
  lateConcessionDeadlines,
} from './compliance-deadlines.ts'
import type { AgreementFacts, DateFacts, OutcomeFacts } from './date-facts.ts'
import { agreementToldDeadline } from './health-board-deadlines.ts'
import { responseDeadline } from './response-deadline.ts'
import type { DatesFound } from './which-appeal-dates.ts'

/** What follows an outcome, beside the dates that have a name. */
export interface OutcomeDates extends DatesFound<'agreement' | 'response'> {
  readonly duties: readonly DutyDeadline[]
}

/** What follows an agreement (D12 to D20), an order (D14 to D25) or a concession (D26 to D32, D58), and the response (D11). */
export function outcomeDates(facts: DateFacts): OutcomeDates {
  const { agreement, order, concession, lateConcession } = facts
  const isUnknown = agreement !== undefined && (agreement.duties ?? []).length === 0
  return {
    dates: {
      agreement: isUnknown
        ? agreementDeadline({ agreedOn: agreement.on, agreedDate: agreement.agreedDate })
        : undefined,
      response: responseDate(facts),
    },
    duties: [
      ...(agreement ? afterAgreement(agreement, facts.healthIssue) : []),
      ...(order ? dutiesOf('order', order) : []),
      ...(concession ? dutiesOf('concession', concession) : []),
      ...(lateConcession ? lateConcessionDeadlines(lateConcession) : []),
    ].sort((a, b) => dayOf(a.lawDate) - dayOf(b.lawDate)),
    missing: isUnknown
      ? [
          {
            fact: 'agreement',
            words:
              'It is not known what was agreed. The shortest time is given, 2 weeks; what could have been appealed ' +
              'may have longer.',
          },
        ]
      : [],
  }
}

function dutiesOf(source: DutySource, outcome: OutcomeFacts): readonly DutyDeadline[] {
  const { on, duties, orderedDate, orderedDateFor, daysOfDeeds } = outcome
  const dateOf = (duty: Duty) =>
    orderedDateFor === undefined || orderedDateFor.includes(duty) ? orderedDate : undefined
  return eachOnce(
    duties.flatMap((duty) => complianceDeadlines({ source, on, duty, orderedDate: dateOf(duty), daysOfDeeds })),
  )
}

function afterAgreement(agreement: AgreementFacts, healthIssue: DateFacts['healthIssue']): readonly DutyDeadline[] {
  const { on, duties = [], agreedDate, agreedDateFor, daysOfDeeds, councilTookPart } = agreement
  const boardAlone = councilTookPart === false || (councilTookPart === undefined && healthIssue === 'only')
  const agreed = duties.flatMap((duty) =>
    complianceDeadlines({
      source: 'agreement',
      on,
      duty,
      agreedDate: agreedDateFor === undefined || agreedDateFor.includes(duty) ? agreedDate : undefined,
      daysOfDeeds,
    }),
  )
  return [
    ...(boardAlone ? [{ ...agreementToldDeadline({ agreedOn: on }), deed: 'tell-council-of-agreement' as const }] : []),
    ...eachOnce(agreed),
  ]
}

/** Two duties of one outcome can ask for one thing: going on with a plan and changing it, and changing it. */
function eachOnce(deadlines: readonly DutyDeadline[]): readonly DutyDeadline[] {
  return [...new Map(deadlines.map((deadline) => [deadline.deed, deadline])).values()]
}

function responseDate({ appealSentToCouncilOn, responseDueInLetter }: DateFacts) {
  if (responseDueInLetter !== undefined) {
    return responseDeadline({ dueInLetter: responseDueInLetter, sentToCouncilOn: appealSentToCouncilOn })
  }
  return appealSentToCouncilOn && responseDeadline({ sentToCouncilOn: appealSentToCouncilOn })
}
