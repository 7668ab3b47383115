import type { OfficerWork, OfficerWorkKind } from '../../../cases/work/officer-work.ts'
import { type CalendarDate, formatDate } from '../../../law/calendar-date.ts'
import { periodOf } from '../../../law/periods.ts'
import { HEALTH_BODY } from '../../passages/closed-words.ts'
import { COMPLAINT_BODY_WORDS, DUTY_SOURCE_WORDS, RESOLUTION_PARTY_WORDS } from './closed-words.ts'
import { daysLate } from './days-late.ts'

/** What is to be done, in a sentence or two. */
const DEEDS: Readonly<Record<OfficerWorkKind, (work: OfficerWork, today: CalendarDate) => readonly string[]>> = {
  'arrange-mediation': () => ['Arrange the mediation meeting and record its day.'],
  'tell-adviser-not-arranged': () => [
    'Tell the mediation adviser that mediation was not arranged in the 30 days.',
    'Then record it.',
  ],
  'chase-certificate': () => ['Ask the mediation adviser for the certificate.'],
  'record-meeting-result': (work, today) => meetingResult(work, today, 'mediation'),
  'tell-family-another-way': ({ meetingOn }) => [
    'An email to the family did not arrive.',
    meetingOn
      ? `Tell the family of its meeting on ${formatDate(meetingOn)} in another way.`
      : 'Tell the family in another way.',
  ],
  'tell-family-safely': ({ meetingOn }) => [
    'We must not write to the family.',
    meetingOn
      ? `Tell the family of its meeting on ${formatDate(meetingOn)} in the safe way that you agreed.`
      : 'Tell the family in the safe way that you agreed.',
  ],
  'make-other-format': () => ['Make a message in the format or the language that the family needs.'],
  'check-no-news': () => ['There has been no news. Ask the family how it wants to go on.'],
  'tell-health-board': () => [`Tell ${HEALTH_BODY} that the family wants mediation. Record the day.`],
  'chase-health-board': () => [`Ask ${HEALTH_BODY} for the mediation meeting.`],
  'fix-next-meeting': () => ['The mediation goes on another day. Fix that day and record it.'],
  'record-tribunal-letter': () => ['Record the days in the letter of the Tribunal about the appeal.'],
  'send-response': () => ['Send the response of the council to the Tribunal and record it.'],
  'ask-tribunal': () => ['Ask the Tribunal how the appeal stands.'],
  'do-duty': ({ deadline, undertaking }) => [
    ...(undertaking?.byBoard ? ['Ask the health body if it has done what it agreed to.'] : []),
    ...(deadline ? [`${periodOf(deadline)?.name ?? deadline.ruleId}.`] : []),
    ...(undertaking
      ? [`It follows from ${DUTY_SOURCE_WORDS[undertaking.source]} on ${formatDate(undertaking.on)}.`]
      : []),
  ],
  'ask-party': ({ party }) =>
    party === 'council'
      ? ['Decide if the council takes part in disagreement resolution, and record it.']
      : [
          `Ask ${party ? RESOLUTION_PARTY_WORDS[party] : 'everybody'} again about disagreement resolution. There is no answer yet.`,
        ],
  'fix-resolution-meeting': () => ['Ask for a disagreement resolution meeting and record its day.'],
  'record-resolution-result': (work, today) => meetingResult(work, today, 'disagreement resolution'),
  'chase-acknowledgement': ({ complaintTo }) =>
    complaintTo === 'council'
      ? ['Tell the family that the council has its complaint. Record the day.']
      : [`Ask ${complaintTo ? COMPLAINT_BODY_WORDS[complaintTo] : 'them'} if it has the complaint.`],
  'chase-complaint-answer': ({ complaintTo }) =>
    complaintTo === 'council'
      ? ['Answer the complaint of the family and record it.']
      : [`Ask ${complaintTo ? COMPLAINT_BODY_WORDS[complaintTo] : 'them'} to answer the complaint.`],
}

function meetingResult({ meetingOn, day }: OfficerWork, today: CalendarDate, what: string): readonly string[] {
  if (!meetingOn || meetingOn < today) return [`Record what came of the ${what} meeting.`]
  return [
    `There is a ${what} meeting on ${formatDate(meetingOn)}. Send someone who can decide.`,
    `Record by ${formatDate(day)} what came of it.`,
  ]
}

/** Work that somebody else is late with: their day is told, not ours. */
const OTHERS: Readonly<Partial<Record<OfficerWorkKind, string>>> = {
  'chase-certificate': 'The adviser had to issue it by',
  'chase-health-board': 'It had to arrange it by',
}

/** Work that goes to the named officer when its last day in the law has gone by. */
const ESCALATED: readonly OfficerWorkKind[] = ['do-duty', 'send-response']

/** One thing to do: what, by when, and how late it is. */
export function officerSentences(work: OfficerWork, today: CalendarDate): string {
  return [...DEEDS[work.kind](work, today), ...byWhen(work, today), ...noticeOfMeeting(work)].join(' ')
}

function byWhen({ kind, deadline, day, lastDay, standing, meetingOn }: OfficerWork, today: CalendarDate): string[] {
  if (standing === 'late') {
    const was = OTHERS[kind] ?? (deadline ? 'The last day in the law was' : 'The day for this was')
    return [
      `${was} ${formatDate(lastDay)}: ${daysLate(lastDay, today)}.`,
      ...(ESCALATED.includes(kind) ? ['This is passed to you as the named officer.'] : []),
    ]
  }
  if (deadline) {
    const { aimDate, lawDate } = deadline
    return [
      ...(aimDate < lawDate && today <= aimDate ? [`Aim for ${formatDate(aimDate)}.`] : []),
      `The last day in the law is ${formatDate(lawDate)}.`,
    ]
  }
  return standing === 'soon' && !meetingOn ? [`Do it by ${formatDate(day)}.`] : []
}

/** The notice of its meeting that the family is owed (regulation 37). */
function noticeOfMeeting({ kind, noticeBy, standing }: OfficerWork): string[] {
  if (kind !== 'arrange-mediation') {
    return noticeBy ? [`The family is owed 5 working days of notice, so tell it by ${formatDate(noticeBy)}.`] : []
  }
  if (standing === 'late') return []
  return noticeBy
    ? [`A meeting by then needs 5 working days of notice, so tell the family by ${formatDate(noticeBy)}.`]
    : ['A meeting by then is at short notice, so ask the family if it agrees.']
}
