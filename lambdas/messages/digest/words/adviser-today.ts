import type { AdviserWork } from '../../../cases/work/adviser-work.ts'
import { formatDate } from '../../../law/calendar-date.ts'
import { paragraph } from '../../content.ts'
import type { CouncilSituation, CouncilWords } from '../council-situation.ts'
import { adviserPanel, tellUs } from './adviser-deeds.ts'

const TITLES = {
  certificate: { today: 'Issue a certificate today', late: 'A certificate is late' },
  mediation: { today: 'Arrange mediation today', late: 'Mediation is late' },
} as const

/** One thing that was recorded after the morning's list and is due today, or was due before. */
export function adviserToday(work: AdviserWork, situation: CouncilSituation): CouncilWords {
  const { council, today } = situation
  const { caseId, kind, standing } = work
  const title =
    TITLES[kind === 'arrange-mediation' ? 'mediation' : 'certificate'][standing === 'late' ? 'late' : 'today']
  return {
    reader: council.providers.mediationAdviser.name,
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
