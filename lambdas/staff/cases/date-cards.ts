import { type Case, hasNoWrittenNotice, plannedMeeting } from '../../cases/case.ts'
import { type CaseDates, keepPlanDate, type ShownDate } from '../../cases/case-dates.ts'
import { isPassedOn } from '../../cases/moving/facts.ts'
import { type AfterAppealDates, afterAppealDates } from '../../cases/tribunal/further-appeal.ts'
import { type CalendarDate, earlierOf, formatDate } from '../../law/calendar-date.ts'
import type { AppealDeadline, Deadline } from '../../law/deadline.ts'
import { periodOf } from '../../law/periods.ts'

export type DateKind = ShownDate

/** In the order in which a case comes to them. */
const TITLES: Readonly<Record<DateKind, string>> = {
  contact: 'Family speaks to the mediation adviser',
  boardTold: 'Council tells the health board (integrated care board)',
  mediation: 'Council arranges mediation',
  meetingNotice: 'Council tells the family when and where the meeting is',
  certificate: 'Adviser issues the certificate',
  agreement: 'Council does what was agreed',
  appeal: 'Family appeals to the Tribunal',
  response: 'Council sends its response to the Tribunal',
  planTransfer: 'Council transfers the plan to the new council',
  tellOfTransfer: 'Council tells the family of the transfer',
  reviewAfterTransfer: 'Council reviews the plan that was transferred',
}

/** A date of a case, and what became of it. */
type DateOnCard = ReturnType<typeof dateCard<DateKind | 'keepPlan' | keyof typeof AFTER_APPEAL_TITLES>> & {
  readonly done?: ReturnType<typeof done>
  /** The day from which it is another council's. */
  readonly passedOnInWords?: string
}

/** Every date that applies to the case, as cards; each says whether it is done. Dates that do not apply are left out. */
export function dateCards(dates: CaseDates, subject: Case, today: CalendarDate): readonly DateOnCard[] {
  const passedOn = isPassedOn(subject) ? subject.withdrawn?.withdrawnOn : undefined
  // What is another council's from a day on is not late here after that.
  const until = passedOn ? earlierOf(today, passedOn) : today
  const cards = (Object.keys(TITLES) as DateKind[]).flatMap((kind): readonly DateOnCard[] => {
    const deadline: Deadline | AppealDeadline | undefined = dates[kind]
    if (!deadline || isPointless(kind, subject, today)) return []
    const doneOn = DONE_ON[kind]?.(subject)
    return [
      {
        ...dateCard(kind, titleOf(kind, deadline), deadline, until),
        ...(doneOn && { done: done(deadline, doneOn) }),
        ...(passedOn && !doneOn && deadline.lawDate >= passedOn && { passedOnInWords: formatDate(passedOn) }),
      },
    ]
  })
  return [...cards, ...keepPlanCards(subject, today), ...afterAppealCards(subject, today)]
}

/** Where only health care is disputed, the 30 days are the board's. */
function titleOf(kind: DateKind, deadline: Deadline): string {
  const isBoards = kind === 'mediation' && periodOf(deadline)?.whoMustAct === 'integrated care board'
  return isBoards ? 'Health board arranges mediation' : TITLES[kind]
}

/** Until when the council at least keeps a plan that is to end, while an appeal can be made. */
function keepPlanCards(subject: Case, today: CalendarDate): readonly DateOnCard[] {
  const deadline = keepPlanDate(subject, today)
  return deadline ? [dateCard('keepPlan', 'Council keeps the plan at least until', deadline, today)] : []
}

const AFTER_APPEAL_TITLES: Readonly<Record<keyof AfterAppealDates, string>> = {
  challengeDecision: 'Family or council asks the Tribunal to look at its decision again, or to permit an appeal',
  reinstateAppeal: 'Family asks the Tribunal to open its appeal again, if it wants to',
  permissionOfUpperTribunal: 'Whoever the Tribunal refused permission asks the Upper Tribunal for it',
}

/** What can be asked for once an appeal has ended, with both readings of the 28 days (J35). */
function afterAppealCards(subject: Case, today: CalendarDate): readonly DateOnCard[] {
  const dates = afterAppealDates(subject)
  return (Object.keys(AFTER_APPEAL_TITLES) as (keyof AfterAppealDates)[]).flatMap((kind) => {
    const deadline = dates[kind]
    return deadline ? [dateCard(kind, AFTER_APPEAL_TITLES[kind], deadline, today)] : []
  })
}

/** The last day to go to the Ombudsman with a complaint. */
export function ombudsmanCard(deadline: Deadline, today: CalendarDate) {
  return dateCard('ombudsman', 'Family goes to the Ombudsman, if it wants to', deadline, today)
}

/** The day on which each thing was done, as far as the facts say. They do not say when the council told of a meeting. */
const DONE_ON: Readonly<Partial<Record<DateKind, (subject: Case) => CalendarDate | undefined>>> = {
  contact: ({ adviserContactedOn }) => adviserContactedOn,
  boardTold: ({ boardToldOn }) => boardToldOn,
  mediation: ({ mediationResult }) => mediationResult?.concludedOn,
  certificate: ({ certificate }) => certificate?.issuedOn,
  appeal: ({ appeal }) => appeal?.receivedOn,
  response: ({ response }) => response?.sentOn,
}

/** When a thing with a date was done. It is in time by the law's date, not by the day to aim for. */
function done({ lawDate }: Deadline, on: CalendarDate) {
  return { on, onInWords: formatDate(on), inTime: on <= lawDate }
}

/**
 * Notice of a meeting is past giving once its day has gone by, whether or not its result is recorded. An appeal that
 * ended before the council's response needs none. Without a written decision no time of the family's runs.
 */
function isPointless(kind: DateKind, subject: Case, today: CalendarDate): boolean {
  if (kind === 'contact' || kind === 'appeal') return hasNoWrittenNotice(subject)
  if (kind === 'response') return subject.appealEnded !== undefined && !subject.response
  const meeting = plannedMeeting(subject)
  return kind === 'meetingNotice' && (!meeting || meeting.meetingOn < today)
}

/** A date with everything that is needed to trust it and to explain it. */
function dateCard<const Kind extends string>(
  kind: Kind,
  title: string,
  deadline: Deadline | AppealDeadline,
  today: CalendarDate,
) {
  const { ruleId, ruleVersion, aimDate, lawDate, lawTime, judgements, cautions } = deadline
  const period = periodOf(deadline)
  return {
    kind,
    title,
    whoMustAct: period?.whoMustAct ?? '',
    aimDate,
    aimInWords: formatDate(aimDate),
    lawDate,
    ...(lawTime && { lawTime }),
    lawInWords: lawInWords(deadline),
    passed: lawDate < today,
    working: deadline.working,
    certainty: deadline.certainty,
    judgements: judgements.map(pointInWords),
    cautions: cautions.map(pointInWords),
    provisional: deadline.provisional,
    sources: deadline.sources,
    rule: `${ruleId}, version ${ruleVersion}`,
    holidayTable: deadline.holidayTableVersion,
    ...(period && { onMiss: period.onMiss }),
    ...('decisionLimb' in deadline && appealDetails(deadline)),
  }
}

/** What the two limbs of the appeal give by themselves. */
function appealDetails({ decisionLimb, certificateLimb, setBy, lateContact }: AppealDeadline) {
  return {
    lateContact,
    limbs: [
      { name: 'Two months from the decision', lawInWords: lawInWords(decisionLimb), sets: setBy === 'decision' },
      ...(certificateLimb
        ? [
            {
              name: 'One month from the certificate',
              lawInWords: lawInWords(certificateLimb),
              sets: setBy === 'certificate',
            },
          ]
        : []),
    ],
  }
}

/** "Tuesday 1 September 2026, until 5pm". */
function lawInWords({ lawDate, lawTime }: Deadline): string {
  return `${formatDate(lawDate)}${lawTime === '17:00' ? ', until 5pm' : ''}`
}

function pointInWords({ id, reason, otherReading }: Deadline['judgements'][number]) {
  return { id, reason, ...(otherReading && { otherReading: formatDate(otherReading) }) }
}
