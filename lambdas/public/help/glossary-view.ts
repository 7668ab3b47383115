import type { CouncilForFamilies } from '../../guidance/council-for-families.ts'
import { glossary } from '../../guidance/glossary.ts'
import { termLinks } from '../term-links.ts'

/** The glossary as glossary.njk shows it: every term. An explanation links the other terms that it needs. */
export function glossaryView(council: CouncilForFamilies) {
  return {
    entries: glossary(council).map(({ id, term, explanation, sources }) => ({
      id,
      term,
      explanation: termLinks(council, [id])(explanation.join(' ')),
      sources,
    })),
  }
}
