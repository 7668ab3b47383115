import type { Case } from '../../cases/case.ts'
import { type DutyDate, dutyDates } from '../../cases/duty-dates.ts'
import { isPassedOn } from '../../cases/moving/facts.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { REASON_TO_BE_LATE_WORDS } from '../closed-words.ts'
import { describeDuty, describeUndertaking } from '../facts/describe-route.ts'
import type { Tag } from '../tag.ts'

/**
 * `only-without-plan`: binding only if the assessment leads to no plan. `not-needed`: what was done has made it pointless.
 * `may-be-late`: the law lets its day pass. `passed-on`: another council has the case.
 */
type DutyStanding = 'passed-on' | 'done' | 'to-do' | 'overdue' | 'may-be-late' | 'only-without-plan' | 'not-needed'

/**
 * What the council has to do after each agreement, order or concession, in the order in which they began.
 * @param today the day in England
 */
export function undertakingViews(subject: Case, today: CalendarDate) {
  const { undertakings, withdrawn } = subject
  const passedOn = isPassedOn(subject) ? withdrawn?.withdrawnOn : undefined
  return undertakings.map((undertaking) => ({
    of: undertaking.of,
    title: describeUndertaking(undertaking),
    duties: dutyDates(undertaking).map((duty) => dutyView(duty, today, passedOn)),
  }))
}

function dutyView(duty: DutyDate, today: CalendarDate, passedOn: CalendarDate | undefined) {
  const { rule, deadline, doneOn } = duty
  const { aimDate, lawDate, working, judgements, sources } = deadline
  const standing = standingOf(duty, today, passedOn)
  return {
    rule,
    what: describeDuty(duty),
    aimDate,
    aimInWords: formatDate(aimDate),
    lawDate,
    lawInWords: formatDate(lawDate),
    standing,
    tag: doneOn && doneOn > lawDate ? DONE_LATE : TAGS[standing],
    ...(doneOn && { doneInWords: formatDate(doneOn) }),
    working: [
      ...working,
      ...(duty.excused ? [`${REASON_TO_BE_LATE_WORDS[duty.excused]}: the law lets it be late.`] : []),
    ],
    judgements: judgements.map(({ id, reason }) => `${id}: ${reason}`),
    sources,
  }
}

function standingOf(
  { doneOn, fellAway, excused, onlyWithoutPlan, deadline }: DutyDate,
  today: CalendarDate,
  passedOn: CalendarDate | undefined,
): DutyStanding {
  if (doneOn) return 'done'
  // What was late here before that stays late.
  if (passedOn && deadline.lawDate >= passedOn) return 'passed-on'
  if (fellAway) return 'not-needed'
  if (onlyWithoutPlan) return 'only-without-plan'
  if (excused) return 'may-be-late'
  return deadline.lawDate < today ? 'overdue' : 'to-do'
}

const DONE_LATE: Tag = { text: 'Done late', colour: 'yellow' }
const TAGS: Readonly<Record<DutyStanding, Tag>> = {
  'passed-on': { text: 'Passed on', colour: 'grey' },
  done: { text: 'Done', colour: 'green' },
  'to-do': { text: 'To do', colour: 'blue' },
  overdue: { text: 'Overdue', colour: 'red' },
  'may-be-late': { text: 'May be late', colour: 'yellow' },
  'only-without-plan': { text: 'Only if there is no plan', colour: 'grey' },
  'not-needed': { text: 'Not needed any more', colour: 'grey' },
}
