import { addMonths, type CalendarDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import { OPENED, type Sequence, sequenceOfFact } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import { DUE_BEFORE, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'
import { openParty, tellsAnywayFrom } from './party.ts'

const WHILE_IT_IS_OPEN = {
  ...OWN_DEED,
  ...DUE_BEFORE,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: (subject: Case) => openParty(subject) !== undefined,
  isWorkAhead: false,
}

/** Find out who decides and appeals from the end of compulsory school age on, and record it. */
export const sayWhoThePartyIs: TaskRules<Sequence> = { ...WHILE_IT_IS_OPEN, canBeTicked: false }

/** A last day is near, and the young person may not know it. */
export const reachYoungPerson: TaskRules<Sequence> = WHILE_IT_IS_OPEN

/** The young person becomes 25, and their right to appeal is taken to end the day before (J40). */
export const warnOfBirthday: TaskRules<Sequence> = {
  ...WHILE_IT_IS_OPEN,
  isStillToDo: (subject) => subject.daysOfAge?.youngPersonUntil !== undefined,
}

/** So long before it the young person is warned. A choice of ours (J40). */
const MONTHS_BEFORE_BIRTHDAY = 3

/** What the council has to do because of somebody's age: that they are 25 soon, or that it is open who the party is. */
export function tasksOfParty(subject: Case, today: CalendarDate): readonly TaskDue[] {
  return [...tasksBeforeBirthday(subject), ...tasksWhileOpen(subject, today)]
}

function tasksBeforeBirthday({ daysOfAge }: Case): readonly TaskDue[] {
  const until = daysOfAge?.youngPersonUntil
  return until ? [{ kind: 'warn-of-birthday', about: OPENED, dueOn: addMonths(until, -MONTHS_BEFORE_BIRTHDAY) }] : []
}

function tasksWhileOpen(subject: Case, today: CalendarDate): readonly TaskDue[] {
  const party = openParty(subject)
  if (!party) return []
  const near = tellsAnywayFrom(subject, today)
  return [
    { kind: 'say-who-the-party-is', about: OPENED, dueOn: party.askedFrom },
    ...(near ? [{ kind: 'reach-young-person', about: OPENED, dueOn: near } as const] : []),
  ]
}
