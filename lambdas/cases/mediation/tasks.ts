import { type AboutMoment, aboutMoment } from '../about.ts'
import { type Case, wantsMediation } from '../case.ts'
import { noticeOf } from '../meeting/tasks.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { ASKS_AFTER, DUE_AFTER, lawDay, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'
import { isOwed } from './is-owed.ts'
import { saidNotArranged } from './not-arranged.ts'

/** The council has 30 days to arrange mediation. */
export const arrangeMediation: TaskRules<AboutMoment> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  about: aboutMoment,
  isStillToDo: (subject) => {
    return wantsMediation(subject) && !subject.mediationResult && !hasMeeting(subject) && isOwed(subject)
  },
  details: (_task, { dates: { mediation }, today }) => {
    const notice = mediation ? noticeOf(mediation.aimDate, today) : {}
    return { ...lawDay(mediation), ...notice, ...(notice.noticeBy && { startBy: notice.noticeBy }) }
  },
}

/** The same for the named officer, because the 30 days have passed, or the council does not take part. */
export const escalateMediation: TaskRules<AboutMoment> = { ...arrangeMediation, isWorkAhead: false }

/** No mediation was arranged, so the adviser is to give a certificate. */
export const tellAdviserNotArranged: TaskRules<Sequence> = {
  ...ASKS_AFTER,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: (subject) =>
    wantsMediation(subject) && !saidNotArranged(subject) && !subject.mediationResult && !subject.certificate,
}

/** The integrated care board hears of the health issue before everything else, so this is not put off to its last day. */
export const tellHealthBoard: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  about: sequenceOfFact,
  // A family that declines has no mediation for the board to take part in.
  isStillToDo: (subject) => !subject.boardToldOn && wantsMediation(subject),
  details: ({ dueOn }, { dates }) => ({ ...lawDay(dates.boardTold), startBy: dueOn }),
}

/** The integrated care board is late with the meeting. */
export const chaseHealthBoard: TaskRules<Sequence> = {
  ...ASKS_AFTER,
  ...DUE_AFTER,
  about: sequenceOfFact,
  isStillToDo: (subject) => !hasMeeting(subject) && !subject.mediationResult,
  details: (_task, { dates }) => lawDay(dates.mediation),
}

/** Whether a meeting is planned or was held. One that was cancelled leaves mediation to be arranged. */
function hasMeeting({ meetings }: Case): boolean {
  return meetings.some(({ state }) => state !== 'cancelled' && state !== 'missed')
}
