import type { DailyRoot } from '../../../audit/roots.ts'
import { londonDay } from '../../../cases/london.ts'
import type { LettersToPrint } from '../../../cases/store/letter-store.ts'
import { ESCALATED, type OfficerWork, type OfficerWorkKind } from '../../../cases/work/officer-work.ts'
import type { Standing } from '../../../cases/work/standing.ts'
import { type CalendarDate, formatDate, parseCalendarDate } from '../../../law/calendar-date.ts'
import { periodOf } from '../../../law/periods.ts'
import { type Block, heading, list, paragraph, webLink } from '../../content.ts'
import { HEALTH_BODY } from '../../passages/closed-words.ts'
import type { CouncilSituation, CouncilWords } from '../council-situation.ts'
import { COMPLAINT_BODY_WORDS, DUTY_SOURCE_WORDS, RESOLUTION_PARTY_WORDS, TIMETABLE_WORDS } from './closed-words.ts'
import { countStandings, daysLate, firstFew } from './counts.ts'

export interface OfficerDigest extends CouncilSituation {
  /** The name of whoever reads it. */
  readonly reader: string
  readonly work: readonly OfficerWork[]
  /** Cases that could not be read: something is wrong with what is stored of them. */
  readonly unread: readonly string[]
  /** Cases with a stage that has stopped, and when it goes on. */
  readonly stopped: readonly StoppedCase[]
  readonly letters: LettersToPrint
  /** Cases that were taken from owners who have left, where the reader gives cases to people. */
  readonly withoutOwner: readonly string[]
  /** The last root of who did and who read what, where the reader is to keep it. */
  readonly root: Pick<DailyRoot, 'day' | 'root'> | undefined
  /** The last day whose bank holidays are published, once that is to be told. */
  readonly bankHolidaysEnd: CalendarDate | undefined
}

/** A case with a stage that does not go on by itself. */
export interface StoppedCase {
  readonly caseId: string
  /** ISO 8601. */
  readonly goesOnAt: string
}

const HEADINGS: Readonly<Record<Standing, string>> = { late: 'Late', today: 'To do today', soon: 'Coming up' }

/** What the officer has to do, once a working day: what is late first, then what is for today, then what comes up. */
export function officerDigest(digest: OfficerDigest): CouncilWords {
  const { work, unread, stopped, letters, withoutOwner, reader, today } = digest
  const counts = [countStandings(work), lettersInWords(letters)].filter(Boolean).join(', ')
  return {
    reader,
    subject: `Your cases on ${formatDate(today)}: ${counts || elseInWords(digest)}`,
    preheader: 'What is late, what to do today, and what comes up in the next 5 working days.',
    title: `Your cases on ${formatDate(today)}`,
    blocks: [
      paragraph(
        'This is what our records showed this morning.',
        'When something is done, record it on the page of the case. It then leaves this list.',
      ),
      ...(['late', 'today', 'soon'] as const).flatMap((standing) => part(standing, digest)),
      ...toPrint(digest),
      ...needOwners(withoutOwner, digest),
      ...haveStopped(stopped, digest),
      ...couldNotBeRead(unread, digest),
      ...bankHolidays(digest),
      ...keepRoot(digest),
    ],
    footer: [
      paragraph(
        'You get this message on each working day on which there is something to do.',
        'What comes up later on a day, and is due on that day, is told at once.',
      ),
    ],
  }
}

function part(standing: Standing, { work, today, publicAddress }: OfficerDigest): readonly Block[] {
  const own = work
    .filter((one) => one.standing === standing)
    .toSorted((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1))
  if (own.length === 0) return []
  const { told, more } = firstFew(own)
  return [
    heading(`${HEADINGS[standing]} (${own.length})`),
    ...[...Map.groupBy(told, ({ caseId }) => caseId)].flatMap(([caseId, things]) => [
      caseLink(caseId, publicAddress),
      list(...things.map((one) => officerSentences(one, today))),
    ]),
    ...(more > 0
      ? [
          paragraph(
            `There ${more === 1 ? 'is 1 more' : `are ${more} more`}. The list of cases has ${more === 1 ? 'it' : 'them'}.`,
          ),
          webLink('The list of cases', `${publicAddress}/cases`),
        ]
      : []),
  ]
}

/** What is late in law comes before what is late by a day of our own. */
function inOrder({ lastDay, day, caseId, tasks, standing, deadline }: OfficerWork): string {
  return [...(standing === 'late' ? [deadline ? 'law' : 'own', lastDay] : [day]), caseId, ...tasks].join()
}

/** Most of these are no task: it is how the family is written to. */
function toPrint({ letters, publicAddress }: OfficerDigest): readonly Block[] {
  if (!letters.since) return []
  const isOne = letters.count === 1
  return [
    heading(`Letters to print (${letters.count})`),
    paragraph(
      `There ${isOne ? 'is' : 'are'} ${lettersInWords(letters)} and post.`,
      `${isOne ? 'It has' : 'The oldest has'} been wanted since ${formatDate(letters.since)}.`,
      'Until a letter is posted, the family does not know what it says.',
      `The list says ${isOne ? 'whether it' : 'which of them'} can go out.`,
    ),
    webLink('The letters to print', `${publicAddress}/letters`),
  ]
}

function lettersInWords({ count }: LettersToPrint): string {
  if (count === 0) return ''
  return count === 1 ? '1 letter to print' : `${count} letters to print`
}

function elseInWords({ stopped, withoutOwner }: OfficerDigest): string {
  if (withoutOwner.length > 0) return 'some need an owner'
  return stopped.length > 0 ? 'some have stopped' : 'some could not be read'
}

function needOwners(withoutOwner: readonly string[], { publicAddress }: OfficerDigest): readonly Block[] {
  if (withoutOwner.length === 0) return []
  const { told, more } = firstFew(withoutOwner)
  return [
    heading(`Need an owner (${withoutOwner.length})`),
    paragraph(
      'The directory has not let in their owner for 30 days, so they are nobody’s now.',
      'Give each to somebody: until then what is due on them is told to the team.',
      ...(more > 0 ? [`There are ${more} more.`] : []),
    ),
    ...told.map((caseId) => caseLink(caseId, publicAddress)),
    webLink('Cases without an owner', `${publicAddress}/?whose=nobody`),
  ]
}

/** Leads the officer to the page of a case. */
function caseLink(caseId: string, publicAddress: string): Block {
  return webLink(`Case ${caseId}`, `${publicAddress}/cases/${caseId}`)
}

function haveStopped(stopped: readonly StoppedCase[], { publicAddress }: OfficerDigest): readonly Block[] {
  if (stopped.length === 0) return []
  const { told, more } = firstFew(stopped)
  return [
    heading(`Have stopped (${stopped.length})`),
    paragraph(
      'Something went wrong in the service, so the families of these cases get no messages now.',
      'The service tries again by itself, and whoever looks after it has been told.',
      'Look at a case if its family has to know something today.',
      ...(more > 0 ? [`There are ${more} more.`] : []),
    ),
    ...told.flatMap(({ caseId, goesOnAt }) => [
      caseLink(caseId, publicAddress),
      list(`It goes on on ${formatDate(londonDay(new Date(goesOnAt)))}.`),
    ]),
  ]
}

function couldNotBeRead(unread: readonly string[], { publicAddress }: OfficerDigest): readonly Block[] {
  if (unread.length === 0) return []
  const { told, more } = firstFew(unread)
  return [
    heading('Could not be read'),
    paragraph(
      'Something is wrong with what is stored of these cases, so this list does not have them.',
      'Look at their pages. Whoever looks after the service has been told.',
      ...(more > 0 ? [`There are ${more} more.`] : []),
    ),
    ...told.map((caseId) => caseLink(caseId, publicAddress)),
  ]
}

/** It does no harm to an officer who has nothing else to do, so it makes no digest by itself. */
function bankHolidays({ bankHolidaysEnd, today }: OfficerDigest): readonly Block[] {
  if (!bankHolidaysEnd) return []
  return [
    heading('Bank holidays'),
    paragraph(
      `Our list of bank holidays ${bankHolidaysEnd < today ? 'ended' : 'ends'} on ${formatDate(bankHolidaysEnd)}.`,
      'For the time after that we know only the usual ones.',
      'If one is moved or added, the days that we tell can be wrong.',
      'Ask whoever looks after the service to add the next year. They have been told too.',
    ),
  ]
}

/** Whoever keeps this message can show that nothing was altered since. It makes no digest by itself. */
function keepRoot({ root }: OfficerDigest): readonly Block[] {
  if (!root) return []
  return [
    heading('Who did and who read what'),
    paragraph(
      `Up to ${formatDate(parseCalendarDate(root.day))} our record of it comes to this mark:`,
      root.root,
      'Keep this message. With the mark, whoever looks after the service can show that nobody has altered the record since.',
    ),
  ]
}

/** One thing that came up after the morning's list and is due today, or was due before. @param reader the name of whoever reads it */
export function officerToday(
  work: OfficerWork,
  reader: string,
  { publicAddress, today }: CouncilSituation,
): CouncilWords {
  const { caseId, standing } = work
  const isLate = standing === 'late'
  return {
    reader,
    subject: `${isLate ? 'Late: please do it today' : 'To do today'}, ${formatDate(today)} (case ${caseId})`,
    preheader: 'This came up after the list of this morning.',
    title: isLate ? 'Late: please do it today' : 'To do today',
    blocks: [
      paragraph('This came up after the list of this morning, so we tell you at once.'),
      caseLink(caseId, publicAddress),
      list(officerSentences(work, today)),
      paragraph('When it is done, record it on the page of the case.'),
    ],
    footer: [],
  }
}

/** What is to be done, in a sentence or two. */
const DEEDS: Readonly<Record<OfficerWorkKind, (work: OfficerWork, today: CalendarDate) => readonly string[]>> = {
  'arrange-mediation': () => ['Arrange the mediation meeting and record its day.'],
  'tell-adviser-not-arranged': () => [
    'Tell the mediation adviser that mediation was not arranged in the 30 days.',
    'Then record it.',
  ],
  'chase-certificate': () => ['Ask the mediation adviser for the certificate.'],
  'ask-about-information': () => [
    'Ask the mediation adviser if the family was given information about mediation before the certificate.',
    'A certificate needs that.',
  ],
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
  'fix-next-meeting': () => [
    'The mediation goes on another day. Ask the family which days are good. Fix the day and record it.',
  ],
  'name-who-comes': ({ meetingOn }) => [
    meetingOn
      ? `Say who comes to the mediation meeting on ${formatDate(meetingOn)}, and if they can decide. Record it.`
      : 'Say who comes to the mediation meeting, and if they can decide. Record it.',
  ],
  'record-tribunal-letter': () => ['Record the days in the letter of the Tribunal about the appeal.'],
  'send-response': () => ['Send the response of the council to the Tribunal and record it.'],
  'seek-consent-order': () => [
    'We gave in, and there is no order. Ask the Tribunal for a consent order together with the family.',
  ],
  'keep-promise': () => ['Do what we promised the family when we gave in.'],
  'prepare-for-tribunal': ({ tribunalDay }) => [
    tribunalDay
      ? `Get ready for the day of the Tribunal for ${TIMETABLE_WORDS[tribunalDay.name]}, ${formatDate(tribunalDay.day)}.`
      : 'Get ready for the next day of the Tribunal.',
  ],
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
  'finish-taking-over': () => [
    'Finish taking over this case: record what is missing, and say that its history is complete.',
    'Until then nobody is told anything of it.',
  ],
  'pass-case-on': () => ['The family moves to another council. Pass the case on to it, and record that.'],
  'tell-tribunal-of-move': () => ['The family moves to another council. Tell the Tribunal, which has its appeal.'],
  'tell-of-transfer': () => [
    'The plan came from another council.',
    'Tell the family that it was transferred, whether its needs are assessed anew, and when the plan is reviewed.',
  ],
  'review-transferred-plan': () => ['Review the plan that came from another council.'],
  'do-remedy': () => ['Do what the Ombudsman asked for in its decision, and record it.'],
  'open-case-for-new-plan': () => ['The plan was issued again. Open a case for the new one: it has dates of its own.'],
  'send-full-notice': () => [
    'The decision letter of this case was at fault, or never sent.',
    'Send a letter with everything that it has to say to whoever has the right to appeal, and record it.',
    'Our messages to the family are not that letter.',
  ],
  'say-who-the-party-is': () => [
    'Compulsory school age ends for the young person of this case.',
    'Make sure who decides and appeals from then on, and record it.',
    'Our letters to the family wait for that.',
  ],
  'warn-of-birthday': () => [
    'The young person of this case becomes 25. Their right to appeal may end the day before.',
    'Warn them, and look at what is still to be done on the case.',
  ],
  'reach-young-person': () => [
    'A last day of the family is near, and it is not said who the party is.',
    'So the family is told. Reach the young person too.',
  ],
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

/** One thing to do: what, by when, and how late it is. */
function officerSentences(work: OfficerWork, today: CalendarDate): string {
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
