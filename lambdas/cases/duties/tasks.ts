import type { Case } from '../case.ts'
import { type DutyDate, openDuties } from '../duty-dates.ts'
import { DUE_AFTER, DUE_BEFORE, OWN_DEED, type TaskDetails, type TaskRules } from '../task-rules.ts'
import { type DutyOfFact, dutyOfFact } from './duty-of-fact.ts'

/** The council does one thing that an agreement, an order or a concession asks of it. */
export const doDuty: TaskRules<DutyOfFact> = {
  ...OWN_DEED,
  ...DUE_BEFORE,
  about: dutyOfFact,
  isStillToDo: (subject, about) => openDuty(subject, about) !== undefined,
  details: ({ about }, { subject }) => openDuty(subject, about) ?? {},
}

/** The same for the named officer, because it is late. */
export const escalateDuty: TaskRules<DutyOfFact> = {
  ...doDuty,
  ...DUE_AFTER,
  isWorkAhead: false,
  isStillToDo: (subject, about) => {
    const duty = openDutyOf(subject, about)
    return duty !== undefined && !duty.excused
  },
}

function openDuty(subject: Case, about: DutyOfFact): TaskDetails | undefined {
  const open = openDutyOf(subject, about)
  const undertaking = subject.undertakings.find(({ of }) => of === about.of)
  return open && undertaking && { deadline: open.deadline, undertaking }
}

function openDutyOf({ undertakings }: Case, about: DutyOfFact): DutyDate | undefined {
  const undertaking = undertakings.find(({ of }) => of === about.of)
  return undertaking && openDuties(undertaking).find(({ rule }) => rule === about.rule)
}
