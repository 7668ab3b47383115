import type { Undertaking } from '../../cases/case.ts'
import type { DutyOfFact } from '../../cases/duties/duty-of-fact.ts'
import { type DutyDate, dutyDates } from '../../cases/duty-dates.ts'
import type { NotNeededReason } from '../../cases/telling/held-message.ts'
import { CORAM_CHILDRENS_LEGAL_CENTRE, IPSEA, type Organisation } from '../../guidance/organisations.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { periodOf } from '../../law/periods.ts'
import { type Block, heading, list, type MessageWords, paragraph, webLink } from '../content.ts'
import { required, type SituationOfDuty, type SituationOfFact } from '../message-situation.ts'
import { appealDay } from '../passages/appeal-day.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { appealState } from '../passages/appeal-state.ts'
import { DUTY_SOURCE_WORDS, REASON_TO_BE_LATE_WORDS } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import {
  ALL_IS_DONE,
  DEED_WORDS,
  dutyPanel,
  eitherOr,
  isNotDone,
  newRightToAppeal,
  undertakingOf,
  waysToInsist,
  whatItFollowsFrom,
} from '../passages/duties.ts'
import { whoCanHelp } from '../passages/help.ts'
import type { FamilyMessage, NoUse, SomeMessages, UseSituation } from './family-message.ts'
import { always, noDay } from './of-no-use.ts'

const everyDutyIsDone: NoUse = ({ subject }, about) => {
  const undertaking = subject.undertakings.find(({ of }) => of === about)
  if (!undertaking) return 'fact-taken-back'
  return dutyDates(undertaking).every(({ doneOn, fellAway }) => doneOn || fellAway) ? 'done' : undefined
}

function dutyOf({ subject }: UseSituation, { of, rule }: DutyOfFact): DutyDate | undefined {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  return undertaking && dutyDates(undertaking).find((one) => one.rule === rule)
}

function dutyIsDone(situation: UseSituation, about: DutyOfFact): NotNeededReason | undefined {
  const duty = dutyOf(situation, about)
  if (!duty) return 'fact-taken-back'
  if (duty.excused) return 'excused-in-law'
  return duty.doneOn || duty.fellAway ? 'done' : undefined
}

/** Another day, or a reason to be late, of something that is still to be done, as it was last said. */
const changeIsOver: NoUse = (situation, about) => {
  const fact = situation.subject.facts.find(({ sequence }) => sequence === about)
  if (fact?.type !== 'duty-day-set' && fact?.type !== 'duty-excused') return 'fact-taken-back'
  const { of, rule } = fact.details
  const duty = dutyOf(situation, { of, rule })
  if (!duty) return 'fact-taken-back'
  if (duty.doneOn || duty.fellAway) return 'done'
  const isSaidOtherwise = fact.type === 'duty-day-set' && duty.deadline.lawDate !== fact.details.day
  return isSaidOtherwise ? 'told-by-another' : undefined
}

/** What the council has to do after an agreement, an order or a concession, in the messages about the whole of it. */
export const DUTY_MESSAGES = {
  'duties-set': { write: dutiesSet, noUse: everyDutyIsDone, callsPast: noDay },
  'duty-changed': { write: dutyChanged, noUse: changeIsOver, callsPast: noDay },
  'duties-done': { write: dutiesDone, noUse: always, callsPast: noDay },
} satisfies SomeMessages

/** What the council must do after an agreement, an order or a concession: each thing with its day (regulations 42, 44, 45). */
function dutiesSet(situation: SituationOfFact): MessageWords {
  const { subject, today, about } = situation
  const undertaking = undertakingOf(about, situation)
  const duties = dutyDates(undertaking).filter(({ fellAway }) => !fellAway)
  return {
    subject: subjectOf(duties, today),
    preheader: 'Each thing with its day, why that day, and what you can do if it is not done.',
    title: 'What must be done, and by when',
    blocks: [
      paragraph(whatItFollowsFrom(undertaking, subject), byWhen(undertaking)),
      aboutTheDecision(situation),
      heading('What must be done'),
      ...duties.map((duty) => dutyPanel(duty, situation)),
      ...eitherOr(duties),
      ...newRightToAppeal(duties),
      ...exceptions(undertaking, duties),
      heading('What to do'),
      list(
        `Keep this message and ${DUTY_SOURCE_WORDS[undertaking.source].document}.`,
        'Check that each thing is done by its day.',
        'If something is not done, tell us. We write to you too on the day after.',
        'You can also complain.',
      ),
      ...(undertaking.source === 'agreement' ? appealBeside(situation, 'The agreement') : []),
      ...whoCanHelp(situation),
    ],
  }
}

function subjectOf(duties: readonly DutyDate[], today: CalendarDate): string {
  const ahead = duties.find(({ deadline, onlyWithoutPlan }) => deadline.lawDate >= today && !onlyWithoutPlan)
  const first = ahead ?? duties[0]
  const day = first ? formatDate(first.deadline.lawDate) : formatDate(today)
  return ahead
    ? `What must be done for you, and by when: the first day is ${day}`
    : `What had to be done for you by ${day}: please check it`
}

/** What says the day of everything, of a part, or of nothing: the paper, or else the law. */
function byWhen(undertaking: Undertaking): string {
  const paper = undertaking.source === 'order' ? 'order' : 'agreement'
  switch (daysOnPaper(undertaking)) {
    case 'none':
      return 'The law says by when each thing must be done.'
    case 'some':
      return `The ${paper} says by when a part of it must be done, and the law says it for the rest.`
    case 'all':
      return `The ${paper} says by when it must be done.`
  }
}

function daysOnPaper({ agreedDate, agreedDateFor, orderedDate, orderedDateFor, days }: Undertaking) {
  if ((agreedDate && !agreedDateFor) || (orderedDate && !orderedDateFor)) return 'all'
  return agreedDate || orderedDate || days.length > 0 ? 'some' : 'none'
}

/** The reasons of regulations 44(3) and 45(7), which bear on what the law times, not on a day that was set. */
function exceptions(undertaking: Undertaking, duties: readonly DutyDate[]): Block[] {
  const excused = duties.filter(({ deadline }) => periodOf(deadline)?.exceptions !== undefined)
  if (daysOnPaper(undertaking) === 'all' || excused.length === 0) return []
  return [
    paragraph(
      `The law lets ${excused.length < duties.length ? 'some of these days' : 'these days'} pass only for a few reasons.`,
      'For example, you are away for 2 weeks or more, or something very serious has happened in your family.',
    ),
  ]
}

/** Something has another day than the family was told, or the law lets its day pass (regulations 42(5), 44(1), 44(3), 45(7)). */
function dutyChanged(situation: SituationOfFact): MessageWords {
  const { subject, about } = situation
  const fact = subject.facts.find(({ sequence }) => sequence === about)
  if (fact?.type !== 'duty-day-set' && fact?.type !== 'duty-excused') {
    throw new Error(`The fact ${about} of case ${subject.caseId} sets no day, and excuses nothing.`)
  }
  const { of, rule } = fact.details
  const undertaking = undertakingOf(of, situation)
  const duty = required(
    dutyDates(undertaking).find((one) => one.rule === rule),
    `the fact ${of} leads to nothing under the rule ${rule}`,
    situation,
  )
  const what = DEED_WORDS[duty.deed].deed
  const isDay = fact.type === 'duty-day-set'
  return {
    subject: isDay
      ? `Another day was set, ${formatDate(fact.details.day)}: what is to be done for you by then`
      : `What was to be done for you by ${formatDate(duty.deadline.lawDate)} may be late: why, and what you can do`,
    preheader: isDay ? 'What it is for, and what you can do if it is not right.' : 'The reason, and what you can do.',
    title: isDay ? 'Another day was set for what must be done' : 'Something may be late, and the law allows it',
    blocks: [
      paragraph(
        whatItFollowsFrom(undertaking, subject),
        isDay
          ? `On ${formatDate(fact.details.setOn)} another day was set to ${what}. It takes the place of the day that we told you before.`
          : `We had to ${what}. The law lets us be late with it. ${REASON_TO_BE_LATE_WORDS[fact.details.reason]}`,
      ),
      aboutTheDecision(situation),
      dutyPanel(duty, situation),
      heading('What to do'),
      list(
        ...(isDay
          ? [
              undertaking.source === 'order'
                ? 'Compare the day with the letter of the Tribunal.'
                : 'Compare the day with what you agreed in writing. It counts only if you agreed to it.',
              'If the day is not right, tell us.',
            ]
          : ['If the reason is not right, tell us.', 'Ask us by when it will be done. Ask for the day in writing.']),
        'You can also complain.',
      ),
      ...(undertaking.source === 'agreement' ? appealBeside(situation, 'Waiting for this') : []),
      ...whoCanHelp(situation),
    ],
  }
}

/**
 * Something that was agreed, ordered or conceded was not done by its day. Our records may be behind.
 * @throws Error when nothing like it follows from the fact.
 */
export const dutyOverdue: FamilyMessage<SituationOfDuty, DutyOfFact> = {
  write: writeDutyOverdue,
  noUse: dutyIsDone,
  callsPast: (situation, about) => dutyOf(situation, about)?.deadline.lawDate,
}

function writeDutyOverdue(situation: SituationOfDuty): MessageWords {
  const { subject, council } = situation
  const { of, rule } = situation.about
  const undertaking = undertakingOf(of, situation)
  const duty = required(
    dutyDates(undertaking).find((one) => one.rule === rule),
    `the fact ${of} leads to nothing under the rule ${rule}`,
    situation,
  )
  const day = formatDate(duty.deadline.lawDate)
  const { source, byBoard } = undertaking
  return {
    subject: `Something was to be done for you by ${day}: what you can do now`,
    preheader: 'What is late, who deals with it, and what you can do.',
    title: 'Something is late',
    blocks: [
      paragraph(whatItFollowsFrom(undertaking, subject), ...isNotDone(duty, subject, byBoard)),
      aboutTheDecision(situation),
      dutyPanel(duty, situation),
      heading('What you can do'),
      list(
        byBoard
          ? `Ask the health body. ${council.contacts.officer.name} has been asked today to do so too.`
          : `Ask ${council.contacts.officer.name}. It has been passed to them today.`,
        ...waysToInsist(undertaking),
      ),
      heading('Free legal help'),
      ...legalHelp(IPSEA),
      ...(source === 'agreement' ? [] : legalHelp(CORAM_CHILDRENS_LEGAL_CENTRE)),
      ...(source === 'agreement' ? appealBeside(situation, 'Waiting for this') : []),
      ...whoCanHelp(situation),
    ],
  }
}

function legalHelp({ name, help, website }: Organisation): Block[] {
  return [paragraph(`${name}: ${help}`), webLink(`Website of ${name}`, website)]
}

/** Everything that was agreed, ordered or conceded is done, as far as the council's records show. */
function dutiesDone(situation: SituationOfFact): MessageWords {
  const { subject, about, today } = situation
  const undertaking = undertakingOf(about, situation)
  const duties = dutyDates(undertaking)
  return {
    subject: `Everything was done by ${formatDate(lastDay(duties) ?? today)}: tell us if it was not`,
    preheader: 'What was done and when, and what to do if it is not right.',
    title: 'Everything is done, our records show',
    blocks: [
      paragraph(whatItFollowsFrom(undertaking, subject), ALL_IS_DONE),
      aboutTheDecision(situation),
      heading('What was done'),
      list(...duties.flatMap(wasDone)),
      ...withoutPlan(duties),
      heading('What to do'),
      list(
        'Check that each thing was done, and done in the way that was promised.',
        'If something is missing or wrong, tell us. You can also complain.',
      ),
      ...newRightToAppeal(duties, 'The letter that comes with it tells you the dates.'),
      ...(undertaking.source === 'agreement' && appealState(situation) === 'not-made'
        ? [heading('Your right to appeal'), paragraph('Your right to appeal is not affected.'), ...appealDay(situation)]
        : []),
      paragraph('We will not send more messages about this. You can still ask us anything, at any time.'),
      ...whoCanHelp(situation),
    ],
  }
}

/** The last day on which something was done. */
function lastDay(duties: readonly DutyDate[]): CalendarDate | undefined {
  return duties
    .flatMap(({ doneOn }) => doneOn ?? [])
    .sort()
    .at(-1)
}

function wasDone({ deed, doneOn }: DutyDate): string[] {
  return doneOn ? [`On ${formatDate(doneOn)} ${DEED_WORDS[deed].done}.`] : []
}

/** The council said that there will be no plan, so the other way of ending an assessment fell away. */
function withoutPlan(duties: readonly DutyDate[]): Block[] {
  return duties.some(({ onlyWithoutPlan, doneOn }) => onlyWithoutPlan && doneOn)
    ? [paragraph('There will be no plan after the assessment. You have a new right to appeal against that.')]
    : []
}
