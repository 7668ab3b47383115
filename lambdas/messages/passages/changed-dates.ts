import { type Case, hasNoWrittenNotice } from '../../cases/case.ts'
import { type CaseDates, caseDates, type ShownDate } from '../../cases/case-dates.ts'
import { type ComplaintDates, complaintDates } from '../../cases/complaint-dates.ts'
import { type DutyDate, dutyDates } from '../../cases/duty-dates.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, datePanel, heading, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { adviserContactPanel, hasSpokenToAdviser } from './adviser.ts'
import { appealDay, certificateWillGiveADay } from './appeal-day.ts'
import { appealState, certificateIsNeeded } from './appeal-state.ts'
import { certificatePanel } from './certificate.ts'
import { acknowledgementPanel, answerPanel, goesToAnOmbudsman, ombudsmanDate } from './complaint.ts'
import type { BeforeAndAfter } from './correction.ts'
import { DEED_WORDS, dutyPanel } from './duties.ts'
import { whyThisDay } from './reasons.ts'
import { responsePanel } from './tribunal.ts'
import { arrangedByPanel } from './who-arranges.ts'

/** A day that is another one after the correction, and that somebody still has to act by. */
export interface ChangedDate {
  /** What it is the day of: "Your appeal". */
  readonly name: string
  /** Which date of the case it is, where it is one. */
  readonly kind?: ShownDate
  /** The date that the family was told; none when the day is new. */
  readonly told?: ToldDate
  /** The right date; none when no such day applies any more. */
  readonly right?: ToldDate
  /** The right date as it is told, and why. */
  readonly now?: readonly Block[]
}

type ToldDate = Pick<Deadline, 'lawDate' | 'aimDate'>

/** The dates of a case but that of the notice of a meeting: a meeting is told as a whole. */
type DateKind = Exclude<ShownDate, 'meetingNotice'>

interface KindOfDate {
  readonly name: string
  /** Whether somebody still has to act by it. */
  readonly isOpen: (subject: Case) => boolean
  readonly blocks: (deadline: Deadline, situation: MessageSituation) => readonly Block[]
}

/** The day with its reasons. */
function withReasons(panel: (deadline: Deadline, situation: MessageSituation) => Block): KindOfDate['blocks'] {
  return (deadline, situation) => [panel(deadline, situation), ...whyThisDay(deadline, situation.today)]
}

/** In the order in which a family acts by them. */
const KINDS: Readonly<Record<DateKind, KindOfDate>> = {
  contact: {
    name: 'Speaking to the mediation adviser',
    isOpen: (subject) => certificateIsNeeded({ subject }) && !hasSpokenToAdviser(subject),
    blocks: withReasons((_deadline, situation) => adviserContactPanel(situation)),
  },
  appeal: {
    name: 'Your appeal',
    isOpen: (subject) => appealState({ subject }) === 'not-made',
    blocks: (_deadline, situation) => appealDay(situation),
  },
  boardTold: {
    name: 'Telling the health body',
    isOpen: ({ boardToldOn }) => !boardToldOn,
    blocks: withReasons(({ lawDate }, { today }) =>
      datePanel(
        today > lawDate ? 'We had to tell the health body by' : 'We must tell the health body by',
        formatDate(lawDate),
      ),
    ),
  },
  mediation: {
    name: 'Your mediation',
    isOpen: ({ mediationResult }) => !mediationResult,
    blocks: withReasons(arrangedByPanel),
  },
  certificate: {
    name: 'Your mediation certificate',
    isOpen: (subject) => certificateIsNeeded({ subject }),
    blocks: withReasons(certificatePanel),
  },
  agreement: {
    name: 'What was agreed at mediation',
    isOpen: () => true,
    blocks: withReasons(({ lawDate }, { today }) =>
      datePanel(today > lawDate ? 'We had to do it by' : 'We must do it by', formatDate(lawDate)),
    ),
  },
  response: {
    name: 'Our response to your appeal',
    isOpen: ({ response, appealEnded }) => !response && !appealEnded,
    blocks: withReasons(responsePanel),
  },
  planTransfer: {
    name: 'The transfer of the plan',
    isOpen: ({ withdrawn }) => !withdrawn,
    blocks: withReasons(({ lawDate }, { today }) =>
      datePanel(
        `We ${today > lawDate ? 'had to' : 'must'} transfer the plan to your new council by`,
        formatDate(lawDate),
      ),
    ),
  },
  tellOfTransfer: {
    name: 'What we must tell you about the plan',
    isOpen: () => true,
    blocks: withReasons(({ lawDate }, { today }) =>
      datePanel(
        `We ${today > lawDate ? 'had to' : 'must'} tell you if we will assess again, and when we will review the plan, by`,
        formatDate(lawDate),
      ),
    ),
  },
  reviewAfterTransfer: {
    name: 'The review of the plan',
    isOpen: () => true,
    blocks: withReasons(({ lawDate }, { today }) =>
      datePanel(`We ${today > lawDate ? 'had to' : 'must'} review the plan by`, formatDate(lawDate)),
    ),
  },
}

/** Every date that is another one than before: in law, of what was agreed or ordered, and of a complaint. */
export function changedDates(change: BeforeAndAfter, situation: MessageSituation): readonly ChangedDate[] {
  return [
    ...changedCaseDates(change, situation),
    ...changedDuties(change, situation),
    ...changedComplaints(change, situation),
  ].flatMap((changed) => asTold(changed, situation))
}

/** A day that was known and never named to the family is new to it, and one that does not apply any more is nothing to it. */
function asTold({ told, ...changed }: ChangedDate, { wasTold }: MessageSituation): readonly ChangedDate[] {
  if (told && wasTold(told.lawDate)) {
    const { lawDate } = told
    return [{ ...changed, told: wasTold(told.aimDate) ? told : onThatDay(lawDate) }]
  }
  return changed.now ? [changed] : []
}

/** To whoever may have kept to a day that was told wrongly. */
export const USE_THESE_DAYS = 'Use the days in this message. If an old day is in your calendar, take it out.'

/** To a family that a wrong day may have made late. */
export function ifTheWrongDayMadeYouLate(changes: readonly ChangedDate[], situation: MessageSituation): Block[] {
  return hasMissedADay(changes, situation)
    ? [paragraph('If the wrong day made you late, say so in your appeal. Add a copy of this message.')]
    : []
}

/** Whether the family was told a day that is later than the right one, and the right one has gone by. */
function hasMissedADay(changes: readonly ChangedDate[], { today }: MessageSituation): boolean {
  return changes.some(
    ({ kind, told, right }) =>
      (kind === 'appeal' || kind === 'contact') &&
      told &&
      right &&
      right.lawDate < told.lawDate &&
      today > right.lawDate,
  )
}

/** A changed date in one line: the last day that was told, and the right one. Nothing where that is the same, or was not told. */
export function changedDateLine({ name, told, right }: ChangedDate): string[] {
  if (!told || told.lawDate === right?.lawDate) return []
  const wasTold = `${name}. The last day that we told you was ${formatDate(told.lawDate)}.`
  return [`${wasTold} ${right ? `The right one is ${formatDate(right.lawDate)}.` : NO_SUCH_DAY}`]
}

const NO_SUCH_DAY = 'That day does not apply any more.'

/** The blocks of a changed date: the right day, the one that was told, and why. */
export function changedDateBlocks({ name, told, right, now = [] }: ChangedDate): Block[] {
  return [
    heading(name),
    told ? paragraph(toldWords(told), right ? 'Here is the right day.' : NO_SUCH_DAY) : paragraph('This day is new.'),
    ...now,
  ]
}

function toldWords({ aimDate, lawDate }: ToldDate): string {
  return aimDate === lawDate
    ? `We told you ${formatDate(lawDate)}.`
    : `We told you to aim for ${formatDate(aimDate)}, with ${formatDate(lawDate)} as the last day.`
}

function changedCaseDates({ before, after }: BeforeAndAfter, situation: MessageSituation): ChangedDate[] {
  const { subject, dates, today } = situation
  const told = datesShown(before, today)
  const corrected = datesShown(after, today)
  return (Object.keys(KINDS) as DateKind[]).flatMap((kind): ChangedDate[] => {
    const { name, isOpen, blocks } = KINDS[kind]
    const [was, is, now] = [told[kind], corrected[kind], dates[kind]]
    if (isSameDate(was, is)) return []
    if (!is) return was && isOpen(before) ? [{ kind, name, told: was }] : []
    if (!now || !isOpen(subject)) return []
    return [
      {
        kind,
        name,
        ...(was && { told: was }),
        ...(kind === 'appeal' && certificateWillGiveADay(situation) ? {} : { right: now }),
        now: blocks(now, situation),
      },
    ]
  })
}

/** A family with no written decision is shown no day of its own. */
function datesShown(subject: Case, today: CalendarDate): Partial<CaseDates> {
  const dates = caseDates(subject, today)
  return hasNoWrittenNotice(subject) ? { ...dates, contact: undefined, appeal: undefined } : dates
}

function isSameDate(one: ToldDate | undefined, other: ToldDate | undefined): boolean {
  return one?.lawDate === other?.lawDate && one?.aimDate === other?.aimDate
}

/** What follows from a fact that had nothing following from it before is told in a message of its own. */
function changedDuties({ before }: BeforeAndAfter, situation: MessageSituation): ChangedDate[] {
  const present = situation.subject.undertakings
  return before.undertakings.flatMap((was): ChangedDate[] => {
    const told = dutyDates(was)
    const now = dutiesOf(present.find(({ of }) => of === was.of))
    const dropped = told.filter(({ rule, doneOn }) => !doneOn && !now.some((duty) => duty.rule === rule))
    return [
      ...now.flatMap((duty) => changedDuty(duty, told, situation)),
      ...dropped.map(({ deed, deadline }) => ({ name: dutyName(deed), told: deadline })),
    ]
  })
}

function dutiesOf(undertaking: Case['undertakings'][number] | undefined): readonly DutyDate[] {
  return undertaking ? dutyDates(undertaking) : []
}

function changedDuty(duty: DutyDate, told: readonly DutyDate[], situation: MessageSituation): ChangedDate[] {
  const was = told.find(({ rule }) => rule === duty.rule)?.deadline
  if (duty.doneOn || duty.fellAway || isSameDate(was, duty.deadline)) return []
  return [
    { name: dutyName(duty.deed), ...(was && { told: was }), right: duty.deadline, now: [dutyPanel(duty, situation)] },
  ]
}

function dutyName(deed: DutyDate['deed']): string {
  return `Our duty to ${DEED_WORDS[deed].deed}`
}

function changedComplaints({ before, after }: BeforeAndAfter, situation: MessageSituation): ChangedDate[] {
  const { complaintTimes } = situation.council.ownTimes
  return before.complaints.flatMap((was): ChangedDate[] => {
    if (was.answered) return []
    const told = complaintDates(was, complaintTimes)
    const complaint = situation.subject.complaints.find(({ of }) => of === was.of)
    if (!complaint || !after.complaints.some(({ of }) => of === was.of)) {
      return [{ name: 'The answer to your complaint', told: onThatDay(told.answerBy) }]
    }
    return changedComplaint(told, { complaint, dates: complaintDates(complaint, complaintTimes) }, situation)
  })
}

function changedComplaint(
  told: ComplaintDates,
  found: { readonly complaint: Case['complaints'][number]; readonly dates: ComplaintDates },
  situation: MessageSituation,
): ChangedDate[] {
  const { complaint, dates } = found
  const changed: ChangedDate[] = []
  if (!complaint.acknowledged && told.acknowledgeBy !== dates.acknowledgeBy) {
    changed.push({
      name: 'Hearing that your complaint has arrived',
      told: onThatDay(told.acknowledgeBy),
      right: onThatDay(dates.acknowledgeBy),
      now: [acknowledgementPanel(found, situation)],
    })
  }
  if (told.answerBy !== dates.answerBy) {
    changed.push({
      name: 'The answer to your complaint',
      told: onThatDay(told.answerBy),
      right: onThatDay(dates.answerBy),
      now: [answerPanel(found, situation)],
    })
  }
  if (goesToAnOmbudsman(complaint) && !isSameDate(told.ombudsman, dates.ombudsman)) {
    changed.push({
      name: 'Going to the Ombudsman',
      told: told.ombudsman,
      right: dates.ombudsman,
      now: ombudsmanDate(dates, situation),
    })
  }
  return changed
}

function onThatDay(day: CalendarDate): ToldDate {
  return { lawDate: day, aimDate: day }
}
