import { caseBefore } from '../../cases/build-case.ts'
import { type Case, certificateGround, hasHealthIssue, wantsMediation } from '../../cases/case.ts'
import { londonDay } from '../../cases/london.ts'
import { type CalendarDate, daysBetween } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { workingDaysBetween } from '../../law/working-days.ts'
import { IN_TIME_WORDS, type InTime, inTime, SHARE_IN_TIME } from './in-time.ts'
import { type CaseToCount, type Counted, measure, NOT_LINKED } from './measure.ts'

const LIMITS = {
  contact: 'The family speaks to the adviser: 2 months (regulation 33)',
  'certificate-declined': 'Certificate, mediation declined: 3 working days (regulation 34)',
  'certificate-not-arranged': 'Certificate, mediation not arranged: 3 working days (regulation 36)',
  'certificate-mediated': 'Certificate, after mediation: 3 working days (regulation 39)',
  'certificate-unknown': 'Certificate, and what came before it is not recorded',
  arranged: 'Mediation is arranged: 30 days (regulation 36)',
  held: 'Mediation is held within the same 30 days (not asked for by the law)',
  notice: 'The family knows day and place: 5 working days (regulation 37)',
  'board-told': 'The health board (integrated care board) is told: 3 working days (regulation 35)',
  response: 'The council responds to the appeal: 30 working days (Tribunal Rules, rule 21)',
} as const
type Limit = keyof typeof LIMITS
type Column = InTime | 'cannot-be-placed'

interface Kept {
  readonly row: Limit
  /** The last day. Absent: it cannot be worked out, because what it counts from is not recorded. */
  readonly dueOn: CalendarDate | undefined
  readonly doneOn?: CalendarDate
  /** Since when nobody needs it any more, if nobody does. What was not done by its day before that stays overdue. */
  readonly overSince?: CalendarDate
  /** How long it took. */
  readonly days?: number
}

/** T2: each time limit, and whether it was kept. */
export const timeLimits = measure({
  id: 'time-limits',
  table: 'T2',
  title: 'Time limits',
  basis: 'cohort',
  things: 'time limits',
  rowsAre: 'The time limit',
  rows: LIMITS,
  columns: { ...IN_TIME_WORDS, 'cannot-be-placed': 'Cannot be placed' },
  addsUp: 'columns',
  isPublished: true,
  linked: NOT_LINKED,
  counts: (about) =>
    limitsOf(about).map(({ row, dueOn, doneOn, overSince, days }): Counted<Limit, Column> => {
      const on = about.file.subject.decision.sentOn
      if (!dueOn) return { row, column: 'cannot-be-placed', on }
      const isOver = overSince !== undefined && overSince <= dueOn
      const column = inTime({ dueOn, doneOn, isOver }, about.today)
      return { row, column, on, ...(doneOn && days !== undefined && { days: Math.max(0, days) }) }
    }),
  definition: {
    counted:
      'A time limit of a case, by the day on which the decision was sent. A case has each limit that applies to it once, and that of the notice for each meeting. Where it is not recorded what starts a limit, it cannot be placed.',
    leftOut: 'Limits that do not apply: for example no adviser is needed about the school or other place alone.',
    clock:
      'The days in law, as the service counts them for the family. Median and 90th centile: working days for certificates, the notice, the board and the response, calendar days for the others.',
    followUp: 'Until it is done. What is not done and whose day has not come is not yet due.',
    source: 'SEND Regulations 2014, regulations 33 to 39; Tribunal Procedure Rules 2008, rule 21.',
  },
  figures: [
    SHARE_IN_TIME,
    { kind: 'time', id: 'median', title: 'Days, median', centile: 50, of: ['on-time', 'late'], inTotal: false },
    {
      kind: 'time',
      id: 'centile-90',
      title: 'Days, 9 of 10 within',
      centile: 90,
      of: ['on-time', 'late'],
      inTotal: false,
    },
  ],
})

/** Whether the certificate came in time; undefined where there is none yet, or its last day cannot be worked out. */
export function certificateInTime(about: CaseToCount): boolean | undefined {
  const [limit] = certificate(about)
  return limit?.dueOn && limit.doneOn ? limit.doneOn <= limit.dueOn : undefined
}

function limitsOf(about: CaseToCount): readonly Kept[] {
  return [
    ...contact(about),
    ...certificate(about),
    ...mediation(about),
    ...notices(about.file.subject),
    ...boardTold(about),
    ...response(about),
  ]
}

function contact(about: CaseToCount): readonly Kept[] {
  const { subject } = about.file
  if (!about.dates.contact) return []
  const { decision, adviserContactedOn, declined, certificate, appeal } = subject
  const doneOn = adviserContactedOn ?? declined?.declinedOn ?? certificate?.issuedOn
  return [
    {
      row: 'contact',
      dueOn: about.dates.contact.lawDate,
      doneOn,
      // Whoever has appealed waits for no adviser.
      overSince: appeal?.receivedOn ?? endOf(about),
      days: doneOn && daysBetween(decision.sentOn, doneOn),
    },
  ]
}

function certificate(about: CaseToCount): readonly Kept[] {
  const { subject } = about.file
  const { certificate: issued } = subject
  const due = about.dates.certificate?.lawDate
  if (!due) return issued ? [{ row: 'certificate-unknown', dueOn: undefined }] : []
  const before = issued ? caseBefore(subject, issued.sequence) : subject
  const ground = certificateGround(before)
  const from = startOfCertificate(before, ground)
  return [
    {
      row: `certificate-${ground}`,
      dueOn: due,
      doneOn: issued?.issuedOn,
      overSince: endOf(about),
      days: issued && from && workingDaysBetween(from, issued.issuedOn),
    },
  ]
}

/** The day on which the case ended, if it has. */
function endOf({ file: { record } }: CaseToCount): CalendarDate | undefined {
  return record.status === 'closed' ? londonDay(new Date(record.closedAt)) : undefined
}

function startOfCertificate(before: Case, ground: ReturnType<typeof certificateGround>): CalendarDate | undefined {
  switch (ground) {
    case 'declined':
      return before.declined?.declinedOn
    case 'not-arranged':
      return before.cannotBeArranged?.firstOn
    case 'mediated':
      return before.mediationResult?.concludedOn ?? before.adjourned?.adjournedOn
  }
}

/** The last request for mediation. */
function mediation(about: CaseToCount): readonly Kept[] {
  const { subject } = about.file
  const { chosen, declined, mediationResult } = subject
  if (!chosen) return []
  const { councilToldOn } = chosen
  const dueOn = about.dates.mediation?.lawDate
  const heldOn =
    mediationResult && mediationResult.concludedOn >= councilToldOn ? mediationResult.concludedOn : undefined
  const arrangedOn =
    subject.facts
      .flatMap((fact) => (fact.type === 'meeting-arranged' ? [fact.details.arrangedOn] : []))
      .find((day) => day >= councilToldOn) ?? heldOn
  const overSince = wantsMediation(subject) ? endOf(about) : declined?.declinedOn
  const took = (doneOn: CalendarDate | undefined) => doneOn && daysBetween(councilToldOn, doneOn)
  return [
    { row: 'arranged', dueOn, doneOn: arrangedOn, overSince, days: took(arrangedOn) },
    { row: 'held', dueOn, doneOn: heldOn, overSince, days: took(heldOn) },
  ]
}

/** Each day that was given to the family. Where it agreed to less notice the limit does not bind. */
function notices(subject: Case): readonly Kept[] {
  return subject.facts.flatMap((fact): Kept[] => {
    if (fact.type !== 'meeting-arranged' && fact.type !== 'meeting-moved') return []
    const { meetingOn, shortNoticeAgreed } = fact.details
    const doneOn = 'arrangedOn' in fact.details ? fact.details.arrangedOn : fact.details.movedOn
    const { lawDate } = whichDates({ meetingOn }).dates.meetingNotice
    if (shortNoticeAgreed && doneOn > lawDate) return [{ row: 'notice', dueOn: lawDate, overSince: lawDate }]
    return [{ row: 'notice', dueOn: lawDate, doneOn, days: workingDaysBetween(doneOn, meetingOn) }]
  })
}

function boardTold(about: CaseToCount): readonly Kept[] {
  const { subject } = about.file
  const { chosen, boardToldOn } = subject
  const due = about.dates.boardTold?.lawDate
  if (!chosen || !hasHealthIssue(subject) || !due) return []
  const days = boardToldOn && workingDaysBetween(chosen.councilToldOn, boardToldOn)
  return [{ row: 'board-told', dueOn: due, doneOn: boardToldOn, overSince: endOf(about), days }]
}

function response({ file: { subject }, dates }: CaseToCount): readonly Kept[] {
  const { appeal, response: sent, appealEnded } = subject
  if (!appeal) return []
  const due = dates.response?.lawDate
  // Its day is in the Tribunal's letter. Where the appeal ended without either nothing was due.
  if (!due && !sent && appealEnded) return []
  const from = appeal.sentToCouncilOn
  const days = sent && from && workingDaysBetween(from, sent.sentOn)
  return [{ row: 'response', dueOn: due, doneOn: sent?.sentOn, overSince: appealEnded?.on, days }]
}
