import type { AdviserWork, AdviserWorkKind } from '../../../cases/work/adviser-work.ts'
import { type CalendarDate, formatDate } from '../../../law/calendar-date.ts'
import { formatTime } from '../../clock-time.ts'
import { type Block, contactDetails, type DatePanel, datePanel, heading, list, paragraph } from '../../content.ts'
import type { CouncilSituation, CouncilWords } from '../council-situation.ts'
import { countStandings, daysLate, firstFew } from './counts.ts'

interface AdviserDigest extends CouncilSituation {
  /** The adviser's name. */
  readonly reader: string
  readonly work: readonly AdviserWork[]
}

const PARTS: readonly { readonly title: string; readonly has: (work: AdviserWork) => boolean }[] = [
  { title: 'Certificates that are late', has: (work) => isCertificate(work) && work.standing === 'late' },
  { title: 'Certificates to issue', has: (work) => isCertificate(work) && work.standing !== 'late' },
  { title: 'Mediation to arrange', has: ({ kind }) => kind === 'arrange-mediation' },
  { title: 'Meetings that are planned', has: ({ kind }) => kind === 'meeting' },
  { title: 'Meetings of which we do not know the result', has: ({ kind }) => kind === 'meeting-result' },
]

/** What the mediation adviser has to do, once a working day. */
export function adviserDigest(digest: AdviserDigest): CouncilWords {
  const { reader, work, council, today } = digest
  return {
    reader,
    subject: `Certificates and mediation on ${formatDate(today)}: ${countStandings(work)}`,
    preheader: 'Certificates to issue, mediation to arrange and meetings, with their days.',
    title: `Certificates and mediation on ${formatDate(today)}`,
    blocks: [
      paragraph(
        `This is what the records of ${council.name} showed this morning.`,
        'If something has been done already, please tell us.',
      ),
      ...PARTS.flatMap(({ title, has }) => part(title, work.filter(has), digest)),
      ...tellUs(digest),
    ],
    footer: [paragraph('You get this message on each working day on which there is something to do.')],
  }
}

function part(title: string, work: readonly AdviserWork[], { today }: AdviserDigest): readonly Block[] {
  if (work.length === 0) return []
  const { told, more } = firstFew(work.toSorted((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1)))
  return [
    heading(title),
    ...told.map((one) => adviserPanel(one, today)),
    ...(more > 0
      ? [paragraph(`There ${more === 1 ? 'is 1 more' : `are ${more} more`}. Ask us for ${more === 1 ? 'it' : 'them'}.`)]
      : []),
  ]
}

function inOrder({ lastDay, caseId, id }: AdviserWork): string {
  return [lastDay, caseId, id].join()
}

function isCertificate({ kind }: AdviserWork): boolean {
  return kind.startsWith('certificate-')
}

const TITLES = {
  certificate: { today: 'Issue a certificate today', late: 'A certificate is late' },
  mediation: { today: 'Arrange mediation today', late: 'Mediation is late' },
} as const

/** One thing that was recorded after the morning's list and is due today, or was due before. */
export function adviserToday(work: AdviserWork, reader: string, situation: CouncilSituation): CouncilWords {
  const { today } = situation
  const { caseId, kind, standing } = work
  const title =
    TITLES[kind === 'arrange-mediation' ? 'mediation' : 'certificate'][standing === 'late' ? 'late' : 'today']
  return {
    reader,
    subject: `${title}, ${formatDate(today)} (case ${caseId})`,
    preheader: 'This was recorded after the list of this morning.',
    title,
    blocks: [
      paragraph('This was recorded after the list of this morning, so we tell you at once.'),
      adviserPanel(work, today),
      ...tellUs(situation),
    ],
    footer: [],
  }
}

/** Why there is something to do. */
const GROUNDS: Readonly<Record<AdviserWorkKind, (since: string | undefined) => string>> = {
  'certificate-declined': (since) => `The family told you on ${since} that it does not want mediation.`,
  'certificate-not-arranged': (since) =>
    since
      ? `We told you on ${since} that mediation cannot be arranged in the 30 days.`
      : 'The 30 days for mediation have gone by, and no meeting was arranged.',
  'certificate-mediated': (since) => `The mediation ended on ${since}.`,
  'certificate-if-asked': (since) =>
    `The meeting on ${since} goes on another day. The family can have its certificate now if it asks for it.`,
  'arrange-mediation': (since) => `We were told on ${since} that the family wants mediation.`,
  meeting: () => 'A mediation meeting is planned.',
  'meeting-result': () => 'Our records do not show what came of this meeting.',
}

/** One thing to do by its day, with why and how the day was counted. */
function adviserPanel(work: AdviserWork, today: CalendarDate): DatePanel {
  const { caseId, kind, since, deadline, lastDay, day, standing, startsAt } = work
  return datePanel(
    `Case ${caseId}. ${labelOf(work)}`,
    startsAt
      ? `${formatDate(day)} at ${formatTime(startsAt)}`
      : formatDate(kind === 'arrange-mediation' ? lastDay : day),
    ...(standing === 'late' && kind !== 'meeting-result' ? [`This is ${daysLate(lastDay, today)}.`] : []),
    GROUNDS[kind](since && formatDate(since)),
    ...(deadline ? [deadline.working.join(' ')] : []),
    ...(kind === 'arrange-mediation' && day < lastDay ? [`It is best to aim for ${formatDate(day)}.`] : []),
  )
}

function labelOf({ kind, standing, byHealthBoard }: AdviserWork): string {
  const late = standing === 'late'
  switch (kind) {
    case 'certificate-if-asked':
      return 'If the family asks, issue the certificate by'
    case 'arrange-mediation':
      if (byHealthBoard) return `The health body ${late ? 'had to arrange' : 'arranges'} mediation by`
      return `Mediation ${late ? 'was' : 'is'} to be arranged by`
    case 'meeting':
      return 'Meeting on'
    case 'meeting-result':
      return 'The meeting was on'
    default:
      return late ? 'The certificate was due by' : 'Issue the certificate by'
  }
}

/** How the adviser tells the council what happened. */
function tellUs({ council }: CouncilSituation): readonly Block[] {
  return [
    heading('Tell us what happened'),
    paragraph('Answer this email, or phone us. Please give our case reference and the day.'),
    list(
      'You issued a certificate: tell us the date on it.',
      'A family told you that it does not want mediation: tell us the day.',
      'A meeting was arranged, moved or called off: tell us the day and the time.',
      'A meeting took place: tell us if there was an agreement, in full or in part.',
      'Tell us too on which day the family first spoke to you.',
    ),
    contactDetails(council.contacts.officer),
  ]
}
