import type { PlanSection } from '../../law/appealable-decisions.ts'

/** The parts of a plan that can be appealed, as families know them. */
const SECTIONS: Readonly<Record<PlanSection, string>> = {
  B: 'the needs in the plan (section B)',
  F: 'the help with learning in the plan (section F)',
  I: 'the school or college in the plan (section I)',
}

/** One for each part: "the needs in the plan (section B)". */
export function sectionWords(sections: readonly PlanSection[]): readonly string[] {
  return sections.map((section) => SECTIONS[section])
}
