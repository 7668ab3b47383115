import type { LettersToPrint } from '../../../cases/store/letter-store.ts'
import type { OfficerWork } from '../../../cases/work/officer-work.ts'
import type { Standing } from '../../../cases/work/standing.ts'
import { type CalendarDate, formatDate } from '../../../law/calendar-date.ts'
import { type Block, heading, list, paragraph, webLink } from '../../content.ts'
import type { CouncilSituation, CouncilWords } from '../council-situation.ts'
import { firstFew } from './first-few.ts'
import { officerSentences } from './officer-deeds.ts'
import { countStandings } from './standings.ts'

export interface OfficerDigest extends CouncilSituation {
  readonly work: readonly OfficerWork[]
  /** Cases that could not be read: something is wrong with what is stored of them. */
  readonly unread: readonly string[]
  readonly letters: LettersToPrint
  /** The last day whose bank holidays are published, once that is to be told. */
  readonly bankHolidaysEnd: CalendarDate | undefined
}

const HEADINGS: Readonly<Record<Standing, string>> = { late: 'Late', today: 'To do today', soon: 'Coming up' }

/** What the officer has to do, once a working day: what is late first, then what is for today, then what comes up. */
export function officerDigest(digest: OfficerDigest): CouncilWords {
  const { work, unread, letters, council, today } = digest
  const counts = [countStandings(work), lettersInWords(letters)].filter(Boolean).join(', ')
  return {
    reader: council.contacts.officer.name,
    subject: `Your cases on ${formatDate(today)}: ${counts || 'some could not be read'}`,
    preheader: 'What is late, what to do today, and what comes up in the next 5 working days.',
    title: `Your cases on ${formatDate(today)}`,
    blocks: [
      paragraph(
        'This is what our records showed this morning.',
        'When something is done, record it on the page of the case. It then leaves this list.',
      ),
      ...(['late', 'today', 'soon'] as const).flatMap((standing) => part(standing, digest)),
      ...toPrint(digest),
      ...couldNotBeRead(unread, digest),
      ...bankHolidays(digest),
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

/** Leads the officer to the page of a case. */
export function caseLink(caseId: string, publicAddress: string): Block {
  return webLink(`Case ${caseId}`, `${publicAddress}/cases/${caseId}`)
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
