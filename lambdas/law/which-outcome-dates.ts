import { agreementDeadline } from './agreement-deadline.ts'
import { complianceDeadlines, type DutySource } from './compliance-deadlines.ts'
import type { AgreementFacts, DateFacts, OutcomeFacts } from './date-facts.ts'
import type { Deadline } from './deadline.ts'
import { agreementToldDeadline } from './health-board-deadlines.ts'
import { responseDeadline } from './response-deadline.ts'
import type { DatesFound } from './which-appeal-dates.ts'

/** What follows an agreement (D12 to D20), an order (D14 to D25) or a concession (D26 to D32), and the response (D11). */
export function outcomeDates(facts: DateFacts): DatesFound {
  const agreed: DatesFound =
    facts.agreement === undefined ? { dates: [], missing: [] } : agreementDates(facts.agreement, facts.healthIssue)
  return {
    dates: [
      ...agreed.dates,
      ...(facts.order === undefined ? [] : dutiesOf('order', facts.order)),
      ...(facts.concession === undefined ? [] : dutiesOf('concession', facts.concession)),
      ...responseDates(facts),
    ],
    missing: agreed.missing,
  }
}

function dutiesOf(source: DutySource, { on, duties }: OutcomeFacts): readonly Deadline[] {
  return duties.flatMap((duty) => complianceDeadlines({ source, on, duty }))
}

function agreementDates(agreement: AgreementFacts, healthIssue: DateFacts['healthIssue']): DatesFound {
  const { on, duties, agreedDate, councilTookPart } = agreement
  const boardAlone = councilTookPart === false || (councilTookPart === undefined && healthIssue === 'only')
  const toldByBoard = boardAlone ? [agreementToldDeadline({ agreedOn: on })] : []
  if (duties === undefined || duties.length === 0) {
    return {
      dates: [agreementDeadline({ agreedOn: on, agreedDate }), ...toldByBoard],
      missing: [
        {
          fact: 'agreement',
          words:
            'It is not known what was agreed. The shortest time is given, 2 weeks; what could have been appealed ' +
            'may have longer.',
        },
      ],
    }
  }
  return {
    dates: [
      ...duties.flatMap((duty) =>
        complianceDeadlines({ source: 'agreement', on, duty, ...(agreedDate && { agreedDate }) }),
      ),
      ...toldByBoard,
    ],
    missing: [],
  }
}

function responseDates({ appealSentToCouncilOn, responseDueInLetter }: DateFacts): readonly Deadline[] {
  if (responseDueInLetter !== undefined) {
    return [responseDeadline({ dueInLetter: responseDueInLetter, sentToCouncilOn: appealSentToCouncilOn })]
  }
  return appealSentToCouncilOn === undefined ? [] : [responseDeadline({ sentToCouncilOn: appealSentToCouncilOn })]
}
