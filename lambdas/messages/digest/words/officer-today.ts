import type { OfficerWork } from '../../../cases/work/officer-work.ts'
import { formatDate } from '../../../law/calendar-date.ts'
import { list, paragraph } from '../../content.ts'
import type { CouncilSituation, CouncilWords } from '../council-situation.ts'
import { officerSentences } from './officer-deeds.ts'
import { caseLink } from './officer-digest.ts'

/** One thing that came up after the morning's list and is due today, or was due before. */
export function officerToday(work: OfficerWork, { council, publicAddress, today }: CouncilSituation): CouncilWords {
  const { caseId, standing } = work
  const isLate = standing === 'late'
  return {
    reader: council.contacts.officer.name,
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
