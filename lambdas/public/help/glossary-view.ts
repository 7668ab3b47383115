import type { CouncilForFamilies } from '../../guidance/council-for-families.ts'
import { glossary } from '../../guidance/glossary.ts'
import type { Citation } from '../../law/deadline.ts'
import { type LinkedText, termLinks } from '../term-links.ts'

/** The glossary as glossary.njk shows it. */
export interface GlossaryView {
  readonly entries: readonly {
    readonly id: string
    readonly term: string
    readonly explanation: LinkedText
    readonly sources: readonly Citation[]
  }[]
}

/** Every term. An explanation links the other terms that it needs. */
export function glossaryView(council: CouncilForFamilies): GlossaryView {
  return {
    entries: glossary(council).map(({ id, term, explanation, sources }) => ({
      id,
      term,
      explanation: termLinks(council, [id])(explanation.join(' ')),
      sources,
    })),
  }
}
