import type { AdviserWork } from '../../../cases/work/adviser-work.ts'
import { formatDate } from '../../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../../content.ts'
import type { CouncilSituation, CouncilWords } from '../council-situation.ts'
import { adviserPanel, tellUs } from './adviser-deeds.ts'
import { firstFew } from './first-few.ts'
import { countStandings } from './standings.ts'

export interface AdviserDigest extends CouncilSituation {
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
  const { work, council, today } = digest
  return {
    reader: council.providers.mediationAdviser.name,
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
