import { isDeepStrictEqual } from 'node:util'
import { hasNoWrittenNotice } from '../../cases/case.ts'
import { caseDates } from '../../cases/case-dates.ts'
import { correctedBy } from '../../cases/corrections/revisions.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { CalendarRequest } from '../calendar/calendar-request.ts'
import { aboutDeadlinesFile, deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { hasSpokenToAdviser, reachTheAdviser } from '../passages/adviser.ts'
import { appealIsInTime, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { appealDay, certificateWillGiveADay } from '../passages/appeal-day.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { changedAppealStanding } from '../passages/appeal-standing.ts'
import { appealState, certificateIsNeeded } from '../passages/appeal-state.ts'
import {
  type ChangedDate,
  changedDateBlocks,
  changedDates,
  ifTheWrongDayMadeYouLate,
  USE_THESE_DAYS,
} from '../passages/changed-dates.ts'
import { type ChangedMeeting, changedMeeting } from '../passages/changed-meeting.ts'
import { type Correction, correctionAbout } from '../passages/correction.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { inTimeAfterAll } from '../passages/in-time-after-all.ts'
import { nextDay } from '../passages/next-day.ts'
import { aboutTheLetter, noDayForTheAppeal } from '../passages/notice.ts'
import { whatWasWrong, whyWeWrite } from '../passages/what-was-wrong.ts'
import type { MessageOfFact, NoUse } from './family-message.ts'
import { noDay } from './of-no-use.ts'

/** What was corrected again is told by the last correction of it. */
const correctedAgain: NoUse = ({ subject: { facts } }, about) => {
  const corrected = correctedBy(facts.find(({ sequence }) => sequence === about))
  const isCorrectedLater = facts.some((fact) => fact.sequence > about && correctedBy(fact) === corrected)
  return corrected && isCorrectedLater ? 'told-by-another' : undefined
}

/**
 * Something was recorded wrongly, or learnt late: what, what is right, every date that changed with the one that was told,
 * and what to do now. Where something was only added nobody has told the family anything wrong, so nobody is sorry for it.
 */
export const datesCorrected: MessageOfFact = { write, noUse: correctedAgain, callsPast: noDay }

function write(situation: SituationOfFact): MessageWords {
  const correction = correctionAbout(situation)
  const changes = changedDates(correction, situation)
  const meeting = changedMeeting(correction, situation)
  const appeal = changedAppealStanding(correction.before, situation)
  const inTime = inTimeAfterAll(correction.before, situation)
  const again = rightsAgain(correction, changes, situation)
  const isMistake = correction.wrong.length > 0
  const calendar = meeting?.calendar ?? calendarOf(changes, correction, situation)
  return {
    subject:
      (meeting && `We corrected our records: ${meeting.says}`) ??
      subjectOf(changes, { ...correction, isMistake, hasRightsAgain: again.length > 0 }, situation),
    preheader: isMistake
      ? 'What was wrong, what is right, and what to do now.'
      : `What we have ${correction.isLearntLate ? 'learnt' : 'added'}, and what it changes for you.`,
    title: titleOf(correction),
    blocks: [
      paragraph(whyWeWrite(correction), whatChanges(changes, { meeting, appeal, inTime })),
      aboutTheDecision(situation),
      ...whatWasWrong(correction),
      ...otherAdviser(correction, situation),
      ...(isAboutTheLetter(correction) ? aboutTheLetter(situation) : []),
      ...(meeting?.blocks ?? []),
      ...changes.filter(({ now }) => now).flatMap(changedDateBlocks),
      ...appeal,
      ...inTime,
      ...(inTime.length > 0 && appealState(situation) === 'not-made' ? appealBeside(situation, 'The agreement') : []),
      ...dropped(changes),
      ...again,
      ...whatToDo({
        hasNewDays: changes.length > 0 || meeting !== undefined,
        saysOfAppeal: appeal.length > 0 || again.length > 0,
        isNewDecision: correction.after.decisionStatedBy === situation.about,
      }),
      ...(calendar?.type === 'deadlines' ? [aboutDeadlinesFile()] : []),
      ...whoCanHelp(situation),
    ],
    ...(calendar && { calendar }),
  }
}

/** Whether a correction, or what was learnt late, changes anything that the family was told. */
export function changesWhatWasTold(situation: SituationOfFact): boolean {
  const correction = correctionAbout(situation)
  const { isLearntLate, wrong, right, before } = correction
  if (!isLearntLate && wrong.length + right.length > 0) return true
  return (
    changedDates(correction, situation).some(({ told }) => told) ||
    changedMeeting(correction, situation) !== undefined ||
    changedAppealStanding(before, situation).length > 0 ||
    inTimeAfterAll(before, situation).length > 0
  )
}

/** How to reach the adviser, where the family was given the details of another one. */
function otherAdviser({ before, after }: Correction, situation: SituationOfFact): Block[] {
  return before.adviser === after.adviser
    ? []
    : [heading('How to reach your mediation adviser'), ...reachTheAdviser(situation)]
}

/** The family's own days: those that it may have put in a calendar. */
function calendarOf(
  changes: readonly ChangedDate[],
  { before, after }: Correction,
  situation: SituationOfFact,
): CalendarRequest | undefined {
  const isOther = !isDeepStrictEqual(before.timetable?.days, after.timetable?.days)
  return isOther || changes.some(({ kind }) => kind === 'contact' || kind === 'appeal')
    ? deadlineEntries(situation).calendar
    : undefined
}

/** The first day to act by among those that changed, or else the day of this message. */
function subjectOf(
  changes: readonly ChangedDate[],
  {
    isMistake,
    isLearntLate,
    hasRightsAgain,
  }: Pick<Correction, 'isLearntLate'> & { readonly isMistake: boolean; readonly hasRightsAgain: boolean },
  situation: SituationOfFact,
): string {
  const { dates, subject, today } = situation
  const { contact, appeal } = dates
  const isNewContact = hasChanged('contact', changes)
  const isNewAppeal = hasChanged('appeal', changes)
  const why = isNewContact || isNewAppeal ? 'A day has changed' : 'We corrected our records'
  const waitsForTalk =
    contact && !hasSpokenToAdviser(subject) && certificateIsNeeded(situation) && today <= contact.lawDate
  if (hasRightsAgain && hasNoWrittenNotice(subject)) {
    return `We have sent you no letter about our decision: ask us for it in writing today, ${formatDate(today)}`
  }
  if (waitsForTalk && (isNewContact || hasRightsAgain)) {
    return `${why}: speak to the mediation adviser by ${formatDate(nextDay(contact, today))}`
  }
  if ((isNewAppeal || hasRightsAgain) && !certificateWillGiveADay(situation)) {
    return today <= appeal.lawDate
      ? `${why}: send your appeal by ${formatDate(nextDay(appeal, today))}`
      : `${why}: send your appeal today, ${formatDate(today)}`
  }
  if (isLearntLate) return `We learnt something new about your case on ${formatDate(today)}: please read it`
  if (!isMistake) return `We added something to your case on ${formatDate(today)}: please read it`
  return `We corrected ${changes.length > 0 ? 'your dates' : 'our records'} on ${formatDate(today)}: please check them`
}

/** What was wrong with the letter is another thing now than the family knows. */
function isAboutTheLetter({ before, after }: Correction): boolean {
  return (['noticeFault', 'fullNotice'] as const).some((one) => before[one]?.sequence !== after[one]?.sequence)
}

function hasChanged(kind: ChangedDate['kind'], changes: readonly ChangedDate[]): boolean {
  return changes.some((change) => change.kind === kind && change.now)
}

function titleOf({ isLearntLate, wrong }: Correction): string {
  if (isLearntLate) return 'We have learnt something new about your case'
  return wrong.length > 0 ? 'We put something right in your case' : 'We added something to your case'
}

function whatChanges(
  changes: readonly ChangedDate[],
  {
    meeting,
    appeal,
    inTime,
  }: {
    readonly meeting: ChangedMeeting | undefined
    readonly appeal: readonly Block[]
    readonly inTime: readonly Block[]
  },
): string {
  if (meeting) return 'Your meeting changes. Please read this.'
  if (changes.length === 0 && appeal.length > 0) return 'Please read what it means for your appeal.'
  if (changes.length === 0 && inTime.length > 0) return 'Something that our records showed as late was in time.'
  if (changes.length === 0) return 'None of your dates change.'
  return changes.every(({ told }) => !told)
    ? 'There are new days in your case. Please read this.'
    : 'Dates in your case change. Please read this.'
}

function dropped(changes: readonly ChangedDate[]): Block[] {
  const days = changes.filter(({ now }) => !now)
  if (days.length === 0) return []
  return [
    heading('Days that do not apply any more'),
    list(...days.map(({ name, told }) => (told ? `${name}: ${formatDate(told.lawDate)}` : name))),
  ]
}

/** The appeal again, where its day, its decision or what stands before it is another one. */
function rightsAgain(correction: Correction, changes: readonly ChangedDate[], situation: SituationOfFact): Block[] {
  if (appealState(situation) !== 'not-made' || !bearsOnTheAppeal(correction, changes, situation)) return []
  if (hasNoWrittenNotice(situation.subject)) return noDayForTheAppeal(situation)
  const { dates } = situation
  const isLate = !appealIsInTime(situation) || dates.appeal.lateContact
  const blocks = [
    ...(hasChanged('appeal', changes) ? [] : appealDay(situation)),
    ...ifTheWrongDayMadeYouLate(changes, situation),
  ]
  return [
    ...(blocks.length > 0 ? [heading('Your right to appeal'), ...blocks] : []),
    ...(isLate && !certificateWillGiveADay(situation) ? howToAppealLate(situation) : howToAppeal(situation)),
  ]
}

/** Another day, a certificate or an appeal less, or a talk with the adviser that was in time or late after all. */
function bearsOnTheAppeal(
  { before, after }: Correction,
  changes: readonly ChangedDate[],
  { today }: SituationOfFact,
): boolean {
  const wasLate = caseDates(before, today).appeal.lateContact
  const isLate = caseDates(after, today).appeal.lateContact
  return (
    hasChanged('appeal', changes) ||
    hasNoWrittenNotice(before) !== hasNoWrittenNotice(after) ||
    (before.certificate !== undefined && after.certificate === undefined) ||
    (before.appeal !== undefined && after.appeal === undefined) ||
    wasLate !== isLate
  )
}

function whatToDo(news: {
  readonly hasNewDays: boolean
  readonly saysOfAppeal: boolean
  readonly isNewDecision: boolean
}): Block[] {
  const toDo = [
    ...(news.hasNewDays ? [USE_THESE_DAYS] : []),
    // lambdas/cases/corrections/plan.ts asks for both, one after the other.
    ...(news.isNewDecision ? ['Read our next message. It gives you your rights about this decision.'] : []),
    ...(news.saysOfAppeal && !news.hasNewDays ? ['Use what this message says about your appeal.'] : []),
  ]
  return [
    heading('What to do now'),
    list(
      ...(toDo.length > 0 ? toDo : ['You do not have to do anything.']),
      'If something is still not right, tell us today.',
    ),
  ]
}
