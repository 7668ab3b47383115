import type { Undertaking } from '../../../cases/case.ts'
import { openDuties } from '../../../cases/duty-dates.ts'
import { type Block, heading, list, paragraph } from '../../content.ts'
import type { MessageSituation } from '../../message-situation.ts'
import {
  ALL_IS_DONE,
  dutyPanel,
  eitherOr,
  isNotDone,
  newRightToAppeal,
  waysToInsist,
  whatItFollowsFrom,
} from '../../passages/duties.ts'

/** What the council must do after each agreement, order or concession: what is still to be done, and that it is late. */
export function whatWeMustDo(situation: MessageSituation): Block[] {
  return situation.subject.undertakings.flatMap((undertaking) => [
    heading('What must be done'),
    ...ofOne(undertaking, situation),
  ])
}

function ofOne(undertaking: Undertaking, situation: MessageSituation): Block[] {
  const { subject, today } = situation
  const open = openDuties(undertaking)
  const source = whatItFollowsFrom(undertaking, subject)
  if (open.length === 0) return [paragraph(source, ALL_IS_DONE)]
  // What binds the council only if there will be no plan is never late by itself.
  const isLate = ({ deadline, onlyWithoutPlan }: (typeof open)[number]) => today > deadline.lawDate && !onlyWithoutPlan
  return [
    paragraph(source),
    ...open.flatMap((duty) => [
      ...(isLate(duty) ? [paragraph(...isNotDone(duty, subject, undertaking.byBoard))] : []),
      dutyPanel(duty, situation),
    ]),
    ...eitherOr(open),
    ...newRightToAppeal(open),
    ...(open.some(isLate)
      ? [heading('What you can do about what is late'), list(...waysToInsist(undertaking))]
      : [paragraph('If something is not done by its day, tell us. You can also complain.')]),
  ]
}
