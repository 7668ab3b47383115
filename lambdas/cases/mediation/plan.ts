import { addDays, addMonths, type CalendarDate, earlierOf, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { isRecordedTooLate, overdueCertificate } from '../advice/certificate.ts'
import { boardArranges, type Case, factsAfter, needsNoCertificate, plannedMeeting, wantsMediation } from '../case.ts'
import type { FactType } from '../fact.ts'
import { dayToTellWhoComes } from '../meeting/tasks.ts'
import type { MessageDue } from '../message.ts'
import { nothingToWaitFor } from '../plan/nothing-to-wait-for.ts'
import type { PlanOf, WaitRules } from '../plan/plan.ts'
import { dayToRenew, missing, recordedOn, type WaitSituation } from '../plan/wait-situation.ts'
import type { Sequence } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import { isOwed } from './is-owed.ts'
import { saidNotArranged } from './not-arranged.ts'
import type { mediation } from './stage.ts'

export const mediationPlan: PlanOf<typeof mediation> = {
  'meeting-date': meetingDateRules,
  meeting: meetingRules,
  adjourned: adjournedRules,
  'certificate-without-meeting': certificateWithoutMeetingRules,
  'certificate-after-meeting': certificateAfterMeetingRules,
  'later-meeting': laterMeetingRules,
}

/**
 * The council has to arrange mediation within 30 days of being told (regulation 36), the integrated care board where only
 * health care is disputed (regulation 35). The council is asked on days 20 and 25. After day 30 the adviser gives a
 * certificate, unless the family needs none: then only the one who is late is chased. Day 30 is not waited for where it was said
 * before that there is no mediation, or the council did not come to it (J37).
 */
function meetingDateRules(situation: WaitSituation): WaitRules {
  const { heard, dates, subject, heardOn } = situation
  const chosen = subject.chosen ?? missing(situation, NOBODY_CHOSE)
  const thirtyDays = dates.mediation ?? missing(situation, NO_LAST_DAY)
  const messages: MessageDue[] = []
  // Recorded after day 30, there is no day to promise any more: the message of day 31 follows at once.
  const isInTime = heardOn <= thirtyDays.lawDate
  if (heard.type === 'mediation-chosen' && isInTime) {
    messages.push({ kind: 'mediation-requested', about: heard.sequence })
  }
  if (heard.type === 'meeting-cancelled') messages.push({ kind: 'meeting-is-off', about: heard.sequence })
  const healthOnly = boardArranges(subject)
  if (heard.type === 'health-board-told' && healthOnly) {
    messages.push({ kind: 'health-board-knows', about: heard.sequence })
  }
  const said = saidNotArranged(subject)
  const dayAfter = said ? earlierOf(heardOn, dayAfterThirtyDays(situation)) : dayAfterThirtyDays(situation)
  const goesOn = healthOnly || needsNoCertificate(subject) || subject.adjourned !== undefined
  // What follows by itself is told in its own message, which says as well who did not come.
  const somethingFollows = heard.sequence === said?.sequence || (!goesOn && dayAfter <= heardOn)
  if (heard.type === 'meeting-missed' && !somethingFollows) {
    messages.push({ kind: 'meeting-did-not-happen', about: heard.sequence })
  }
  return {
    messages,
    reminders: goesOn ? [{ kind: 'mediation-late', about: (said ?? chosen).sequence, on: dayAfter, always: true }] : [],
    tasks: [
      ...tellBoard(situation),
      ...askForAnotherDay(situation),
      ...(goesOn ? stillToArrange(situation, chosen) : beforeThirtyDays(subject, chosen)),
    ],
    ends: goesOn
      ? whileOwed(situation, { from: laterOf(endOfLaterMeeting(situation), addMonths(dayAfter, 1)), as: 'no-news' })
      : { from: dayAfter },
    next: { kind: 'mediation-is-held', date: thirtyDays.aimDate },
  }
}

function dayAfterThirtyDays(situation: WaitSituation): CalendarDate {
  return addDays((situation.dates.mediation ?? missing(situation, NO_LAST_DAY)).lawDate, 1)
}

/**
 * While somebody else owes the family its mediation there is no news to wait for from the family: the case stays open until the
 * mediation is held, or the family says otherwise. An appeal is a way on of its own, and the case does not outlast it for this.
 */
function whileOwed(situation: WaitSituation, otherwise: WaitRules['ends']): WaitRules['ends'] {
  const { subject } = situation
  const isWaitedFor = wantsMediation(subject) && isOwed(subject) && !subject.appeal
  return isWaitedFor ? { from: dayToRenew(situation), as: 'stage-is-old' } : otherwise
}

/** The council is asked twice for the meeting that it has to arrange. */
function beforeThirtyDays(subject: Case, { sequence, councilToldOn }: NonNullable<Case['chosen']>): readonly TaskDue[] {
  if (saidNotArranged(subject) || boardArranges(subject)) return []
  return ([20, 25] as const).map((day) => ({
    kind: 'arrange-mediation',
    about: { fact: sequence, moment: `day-${day}` },
    dueOn: addDays(councilToldOn, day),
  }))
}

/**
 * The duty to arrange mediation ends neither with its 30 days nor with a no. Whoever has it is asked on, and the named officer
 * hears of it: on the day after the 30 days, and at once where the council refused or did not come.
 */
function stillToArrange(situation: WaitSituation, chosen: NonNullable<Case['chosen']>): readonly TaskDue[] {
  const { subject } = situation
  const said = saidNotArranged(subject)
  const isOurs = !boardArranges(subject)
  // That it will not be in time is its own word, and it has its 30 days; a board is asked what it can do instead.
  const isAskedNow = said !== undefined && (!isOurs || said.because !== 'not-in-time')
  const dayAfter = dayAfterThirtyDays(situation)
  const dueOn = isAskedNow ? earlierOf(recordedOn(situation, said.sequence), dayAfter) : dayAfter
  if (!isOurs) return [{ kind: 'chase-health-board', about: chosen.sequence, dueOn }]
  const about = { fact: chosen.sequence, moment: 'late' } as const
  return [
    ...beforeThirtyDays(subject, chosen),
    { kind: 'arrange-mediation', about, dueOn },
    { kind: 'escalate-mediation', about, dueOn },
  ]
}

/** A meeting was not held because somebody did not come: the family is asked whether it wants another day (J46). */
function askForAnotherDay(situation: WaitSituation): readonly TaskDue[] {
  const { facts, meetings } = situation.subject
  if (meetings.at(-1)?.state !== 'missed') return []
  const about = facts.findLast(({ type }) => type === 'meeting-missed')?.sequence
  return about ? [{ kind: 'fix-next-meeting', about, dueOn: recordedOn(situation, about) }] : []
}

/**
 * The board is to hear of the health issue as long as mediation is to be: a meeting that is arranged, adjourned or late
 * changes nothing in that. It is due when the choice was recorded, or before the last day to aim for.
 */
function tellBoard(situation: WaitSituation): readonly TaskDue[] {
  const { chosen } = situation.subject
  const { boardTold } = situation.dates
  if (!chosen || !boardTold) return []
  const dueOn = earlierOf(recordedOn(situation, chosen.sequence), boardTold.aimDate)
  return [{ kind: 'tell-health-board', about: chosen.sequence, dueOn }]
}

const NOBODY_CHOSE = 'nobody has chosen mediation'
const NO_LAST_DAY = 'the 30 days have no last day'

/** The next meeting should be fixed so soon after one that was adjourned. A choice of ours. */
const WORKING_DAYS_TO_FIX_NEXT_MEETING = 5

/** After so many days without a result the family is told how its case stands. A choice of ours, not a legal time. */
const DAYS_TO_RECORD_A_RESULT = 7

/** The council is asked who comes so long before the meeting. A choice of ours. */
const WORKING_DAYS_TO_NAME_WHO_COMES = 5

/** A meeting is planned: who comes has to be said before it, and from the day after it the council is asked what came of it. */
function meetingRules(situation: WaitSituation): WaitRules {
  const { heard, heardOn, subject, today } = situation
  const meeting = plannedMeeting(subject) ?? missing(situation, 'no meeting is planned')
  const about = meeting.lastChangedBy
  const messages: MessageDue[] = []
  if (heard.type === 'meeting-arranged') messages.push({ kind: 'meeting-invitation', about: heard.sequence })
  if (heard.type === 'meeting-moved') messages.push({ kind: 'meeting-new-time', about: heard.sequence })
  // Its date or place was recorded wrongly: the family is told as of a meeting that was moved.
  const isCorrected = subject.facts.some(({ sequence, type }) => sequence === about && type === 'fact-corrected')
  const toldOn = dayToTellWhoComes(meeting)
  // Said when the family was told already: what was said is told at once.
  if (heard.type === 'attendance-named' && heardOn >= toldOn) {
    messages.push({ kind: 'who-comes', about: heard.sequence })
  }
  return {
    messages,
    messagesIfStillSo: isCorrected ? [{ kind: 'meeting-new-time', about }] : [],
    reminders: [
      { kind: 'who-comes', about, on: toldOn },
      { kind: 'meeting-result-unknown', about, on: addDays(meeting.meetingOn, DAYS_TO_RECORD_A_RESULT) },
    ],
    tasks: [
      ...tellBoard(situation),
      ...(today <= meeting.meetingOn ? whoComes(about, meeting.meetingOn, toldOn) : []),
      { kind: 'record-meeting-result', about, dueOn: addDays(meeting.meetingOn, 1) },
    ],
    ends: { from: keepOpenUntil(situation, meeting.meetingOn) },
    next: { kind: 'meeting-is-held', date: meeting.meetingOn },
  }
}

/** Who comes has to be said, and goes up to the named officer when the family is told that nobody has said it. */
function whoComes(about: Sequence, meetingOn: CalendarDate, toldOn: CalendarDate): readonly TaskDue[] {
  return [
    { kind: 'name-who-comes', about, dueOn: addWorkingDays(meetingOn, -WORKING_DAYS_TO_NAME_WHO_COMES) },
    { kind: 'escalate-who-comes', about, dueOn: toldOn },
  ]
}

/** No mediation in the 30 days: the adviser issues a certificate in 3 working days, and the family may appeal or still wait. */
function certificateWithoutMeetingRules(situation: WaitSituation): WaitRules {
  const { heard, subject } = situation
  const chosen = subject.chosen ?? missing(situation, NOBODY_CHOSE)
  const declined = declinedLast(subject)
  const needsNone = needsNoCertificate(subject)
  if (needsNone && declined) {
    // A family that declined before, and was told then, hears nothing new.
    const isNews = declined.sequence === heard.sequence
    return nothingToWaitFor(situation, isNews ? [{ kind: 'mediation-given-up', about: heard.sequence }] : [])
  }
  if (!declined && (needsNone || boardArranges(subject))) {
    return arrangedWithoutCertificate(situation, chosen)
  }
  const certificate = isRecordedTooLate(situation) ? 'certificate-overdue' : 'certificate-due'
  const messages: MessageDue[] = declined
    ? [{ kind: certificate, about: declined.sequence }]
    : [{ kind: 'mediation-not-arranged', about: toldAs(subject, chosen) }]
  if (heard.type === 'meeting-cancelled') messages.unshift({ kind: 'meeting-is-off', about: heard.sequence })
  const startedBy = (declined ?? subject.cannotBeArranged ?? chosen).sequence
  const overdue = overdueCertificate(situation, startedBy, keepOpenUntil(situation, situation.heardOn))
  return {
    messages,
    ...overdue,
    tasks: [
      ...tellBoard(situation),
      ...(declined
        ? []
        : [...askForAnotherDay(situation), ...stillToArrange(situation, chosen), tellAdviser(situation, chosen)]),
      ...overdue.tasks,
    ],
    ends: whileOwed(situation, overdue.ends),
  }
}

/** It is told once for the 30 days, and again when it was refused, or when a meeting that was arranged cannot take place after all. */
function toldAs(subject: Case, { sequence }: NonNullable<Case['chosen']>): Sequence {
  const last = factsAfter(subject, sequence).findLast(({ type }) => NO_MEETING.includes(type))
  const isNews =
    last?.type === 'meeting-missed' || subject.meetings.length > 0 || saidNotArranged(subject)?.because === 'refused'
  return last && isNews ? last.sequence : sequence
}

const NO_MEETING: readonly FactType[] = ['meeting-missed', 'mediation-cannot-be-arranged']

/** After the 30 days, or when what was arranged in them falls through, the adviser hears that there was no mediation. */
function tellAdviser(situation: WaitSituation, { sequence }: NonNullable<Case['chosen']>): TaskDue {
  const dueOn = laterOf(dayAfterThirtyDays(situation), situation.heardOn)
  return { kind: 'tell-adviser-not-arranged', about: sequence, dueOn }
}

/**
 * Mediation is not arranged, and no certificate follows from that: the family needs none, or only health care is disputed, so that
 * the board is to arrange it (regulation 35). The family waits on, or declines.
 */
function arrangedWithoutCertificate(situation: WaitSituation, chosen: NonNullable<Case['chosen']>): WaitRules {
  const { heardOn, subject, dates } = situation
  const { cannotBeArranged, declined, adjourned } = subject
  const needsNone = needsNoCertificate(subject)
  const until = needsNone ? endOfLaterMeeting(situation) : keepOpenUntil(situation, heardOn)
  // A no before that, or a meeting that was held, has started the adviser's time all the same.
  const startedBy = needsNone ? undefined : (declined ?? adjourned)?.sequence
  const overdue = dates.certificate && startedBy ? overdueCertificate(situation, startedBy, until) : undefined
  return {
    messages: [{ kind: 'mediation-late', about: (cannotBeArranged ?? chosen).sequence }],
    reminders: overdue?.reminders ?? [],
    tasks: [
      ...tellBoard(situation),
      ...askForAnotherDay(situation),
      ...stillToArrange(situation, chosen),
      ...(overdue?.tasks ?? []),
    ],
    ends: whileOwed(situation, { from: until, ...(needsNone && { as: 'nothing-to-wait-for' }) }),
    next: { kind: 'keep-open', date: until },
  }
}

/** What a family says of having mediation at all: it agrees to the meetings that are arranged. */
const SAID_OF_MEDIATION: readonly FactType[] = ['mediation-chosen', 'mediation-declined', 'meeting-arranged']

/**
 * That the family does not want mediation, if that was the last thing it said of it. A meeting arranged since says
 * otherwise; that the council could not have arranged one changes nothing for a family that declined.
 */
function declinedLast({ facts, declined }: Case): Case['declined'] {
  const last = facts.findLast(({ type }) => SAID_OF_MEDIATION.includes(type))
  return last?.type === 'mediation-declined' ? declined : undefined
}

/** The meeting goes on another day. The family can have its certificate now (J8), and the next meeting is to be fixed. */
function adjournedRules(situation: WaitSituation): WaitRules {
  const { subject, heard } = situation
  const adjourned = subject.facts.findLast((fact) => fact.type === 'mediation-adjourned')
  if (adjourned?.type !== 'mediation-adjourned') return missing(situation, 'no meeting was adjourned')
  const about = adjourned.sequence
  const fixOn = addWorkingDays(adjourned.details.adjournedOn, WORKING_DAYS_TO_FIX_NEXT_MEETING)
  const messages: MessageDue[] = [{ kind: 'meeting-goes-on-another-day', about }]
  if (heard.type === 'meeting-cancelled') messages.unshift({ kind: 'meeting-is-off', about: heard.sequence })
  return {
    messages,
    reminders: [],
    tasks: [...tellBoard(situation), { kind: 'fix-next-meeting', about, dueOn: fixOn }],
    ends: { from: keepOpenUntil(situation, adjourned.details.adjournedOn) },
    next: { kind: 'mediation-is-held', date: fixOn },
  }
}

/** The mediation has ended, with agreement or without: the certificate is due in 3 working days (regulation 39). */
function certificateAfterMeetingRules(situation: WaitSituation): WaitRules {
  const { subject } = situation
  const result = subject.mediationResult ?? missing(situation, 'no mediation has ended')
  const messages: MessageDue[] = [{ kind: 'mediation-ended', about: result.sequence }]
  if (needsNoCertificate(subject)) return nothingToWaitFor(situation, messages)
  return { messages, ...overdueCertificate(situation, result.sequence, keepOpenUntil(situation, result.concludedOn)) }
}

/**
 * The family has its certificate, or has appealed, and mediation can still take place beside that. It is waited for until
 * the time to appeal has passed, and never less than a month after the last news of mediation.
 */
function laterMeetingRules(situation: WaitSituation): WaitRules {
  const until = endOfLaterMeeting(situation)
  return {
    messages: [],
    reminders: [],
    tasks: tellBoard(situation),
    ends: { from: until },
    next: { kind: 'keep-open', date: until },
  }
}

function endOfLaterMeeting({ dates, heardOn }: WaitSituation): CalendarDate {
  return laterOf(addDays(dates.appeal.lawDate, 1), addMonths(heardOn, 1))
}

/** The council's own number of months after the 30 days, and never less than a month after the last thing that happened. */
function keepOpenUntil(situation: WaitSituation, from: CalendarDate): CalendarDate {
  const thirtyDays = situation.dates.mediation ?? missing(situation, NO_LAST_DAY)
  const lastNews = laterOf(from, situation.heardOn)
  return laterOf(addMonths(thirtyDays.lawDate, situation.keepOpenMonths), addMonths(lastNews, 1))
}
