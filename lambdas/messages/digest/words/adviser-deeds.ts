import type { AdviserWork, AdviserWorkKind } from '../../../cases/work/adviser-work.ts'
import { type CalendarDate, formatDate } from '../../../law/calendar-date.ts'
import { formatTime } from '../../clock-time.ts'
import { type Block, contactDetails, type DatePanel, datePanel, heading, list, paragraph } from '../../content.ts'
import type { CouncilSituation } from '../council-situation.ts'
import { daysLate } from './days-late.ts'

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
export function adviserPanel(work: AdviserWork, today: CalendarDate): DatePanel {
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
export function tellUs({ council }: CouncilSituation): readonly Block[] {
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
