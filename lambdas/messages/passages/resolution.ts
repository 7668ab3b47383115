import type { Resolution } from '../../cases/case.ts'
import type { ContactPoint, Council } from '../../cases/council.ts'
import type {
  ResolutionOccasion,
  ResolutionParty,
  ResolutionResult,
  ResolutionSubject,
} from '../../cases/disagreement-resolution.ts'
import { type Paragraph, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { HEALTH_BODY } from './who-arranges.ts'

/** What disagreement resolution is, with no push towards it (SEND Code of Practice 11.6 to 11.10). */
export function whatResolutionIs(): Paragraph[] {
  return [
    paragraph(
      'In disagreement resolution an independent person helps you and the others to agree.',
      'That person does not work for the council.',
      'It is voluntary, free and confidential. It only takes place if everyone agrees to it.',
    ),
    paragraph('It gives you no certificate. It does not stop the time for an appeal.'),
  ]
}

/** Who runs it. */
export function whoRunsResolution({ providers }: Pick<Council, 'providers'>): ContactPoint {
  return providers.disagreementResolution ?? providers.mediationAdviser
}

/** The disagreement resolution that the fact `of` asked for. */
export function resolutionOf(of: string, situation: MessageSituation): Resolution {
  const resolution = situation.subject.resolutions.find((one) => one.of === of)
  return required(resolution, `the fact ${of} asked for no disagreement resolution`, situation)
}

/** The three kinds of disagreement that it is for, as they follow "It is about". */
export const RESOLUTION_SUBJECTS: Readonly<Record<ResolutionSubject, string>> = {
  duties: 'how a nursery, a school, a college or the council does what the law asks of it',
  'special-educational-provision': 'the special help with learning that a nursery, a school or a college gives',
  'health-or-social-care': 'health care or social care',
}

/** When it comes about, as a sentence of its own. */
export const RESOLUTION_OCCASIONS: Readonly<Record<ResolutionOccasion, string>> = {
  'during-assessment': 'It is while an EHC needs assessment goes on.',
  'while-plan-is-drawn-up': 'It is while an EHC plan is written.',
  'while-waiting-for-tribunal': 'It is while you wait for the Tribunal.',
  'at-review': 'It is at a review of the plan.',
  'during-reassessment': 'It is while a new EHC needs assessment goes on.',
  'at-another-time': 'You can use it at any time.',
}

const PARTIES: Readonly<Record<ResolutionParty, string>> = {
  family: 'you',
  council: 'we (the council)',
  'school-or-college': 'the nursery, school or college',
  'health-body': HEALTH_BODY,
}

/** "the nursery, school or college", "you". */
export function partyWords(party: ResolutionParty): string {
  return PARTIES[party]
}

/** As `partyWords`, at the beginning of a sentence. */
export function partyBegins(party: ResolutionParty): string {
  const words = PARTIES[party]
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How it can end. */
export const RESOLUTION_RESULTS: Readonly<
  Record<ResolutionResult, { readonly title: string; readonly meaning: string }>
> = {
  agreed: { title: 'Disagreement resolution: you agreed', meaning: 'You and the others agreed.' },
  'partly-agreed': {
    title: 'Disagreement resolution: you agreed in part',
    meaning: 'You and the others agreed on some things but not on all.',
  },
  'not-agreed': { title: 'Disagreement resolution: no agreement', meaning: 'You and the others did not agree.' },
  'not-held': { title: 'Disagreement resolution did not take place', meaning: 'It did not take place.' },
}
