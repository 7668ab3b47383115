import {
  boardArranges,
  type Case,
  disputedSections,
  disputesPlacementOnly,
  neverNeededCertificate,
} from '../../cases/case.ts'
import type { MediationResult } from '../../cases/mediation/closed-words.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, datePanel, heading, list, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { appealIsInTime } from './appeal.ts'
import { sectionWords } from './closed-words.ts'
import { whoDoes } from './duties.ts'
import { whyThisDay } from './reasons.ts'

/** How a mediation ended, as the case has it. */
export type MediationEnd = NonNullable<Case['mediationResult']>

/** How a mediation ended: as a title, and in a sentence. */
export function resultWords(
  result: MediationResult,
  subject: Case,
): { readonly title: string; readonly opening: string } {
  const sides = boardArranges(subject) ? 'You and the health body' : 'You and we'
  switch (result) {
    case 'agreed':
      return { title: `After your mediation: ${lowerCase(sides)} agreed`, opening: `${sides} agreed on what to do.` }
    case 'partly-agreed':
      return {
        title: `After your mediation: ${lowerCase(sides)} agreed in part`,
        opening: `${sides} agreed on some things but not on all.`,
      }
    case 'not-agreed':
      return { title: 'After your mediation: no agreement', opening: `${sides} did not agree.` }
  }
}

function lowerCase(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** That what was agreed is in writing. */
export function agreedInWriting(): Block[] {
  return [
    heading('What was agreed'),
    paragraph('What was agreed is in writing. Ask for a copy if you do not have one.'),
  ]
}

/** The day for what was agreed, where it is not recorded what that is (regulation 42). */
export function dayOfTheAgreement(situation: MessageSituation): Block[] {
  const agreement = required(situation.dates.agreement, 'an agreement has no date', situation)
  return [
    ...agreedInWriting(),
    datePanel(
      `${whoDoes('do-what-was-agreed', situation.subject)} ${situation.today > agreement.lawDate ? 'had to' : 'must'} do what was agreed by the dates in the agreement or, if it has none, by`,
      formatDate(agreement.lawDate),
      'Some things have another day in law, for example a new plan. Ask us for the day of each.',
    ),
    ...whyThisDay(agreement, situation.today, 'Why this day for the agreement'),
    paragraph('If something is not done by its day, tell us. You can also complain.'),
  ]
}

/** What to tell the Tribunal that has an appeal, a sentence each. */
export function toTheTribunal(result: MediationResult): string[] {
  switch (result) {
    case 'agreed':
      return ['Tell the Tribunal what was agreed. Ask it what you need to do to end the appeal.']
    case 'partly-agreed':
      return ['Tell the Tribunal what was agreed. The appeal is then about the rest.']
    case 'not-agreed':
      return []
  }
}

/** What is left for an appeal after this result. */
export function narrowed({ subject }: MessageSituation, { result }: MediationEnd): Block[] {
  const stillDisputed = disputedSections(subject) ?? []
  switch (result) {
    case 'agreed':
      return [paragraph('Your right to appeal is not affected. You can use it if you need to.')]
    case 'partly-agreed':
      return [
        ...(boardArranges(subject)
          ? []
          : [paragraph('You can appeal about what was not agreed. The appeal is then only about that.')]),
        ...(stillDisputed.length > 0
          ? [paragraph('Our records show that you still disagree with:'), list(...sectionWords(stillDisputed))]
          : []),
        ...(disputesPlacementOnly(subject) && !neverNeededCertificate(subject)
          ? [
              paragraph(
                'You do not need a certificate for an appeal that is only about the school or college.',
                'You can still ask for one. But for such an appeal it may not give you more time.',
                'So keep to the day below.',
              ),
              paragraph('If you disagree with more than that, tell us and the mediation adviser today.'),
            ]
          : []),
      ]
    case 'not-agreed':
      return [...(boardArranges(subject) ? [] : [paragraph('You can go on to appeal.')]), confidential()]
  }
}

export function confidential() {
  return paragraph('Mediation is confidential. The Tribunal does not hear what was offered there.')
}

/** To a family that has no certificate to wait for, and whose time went by meanwhile. */
export function ifMediationMadeYouLate(situation: MessageSituation): Block[] {
  return appealIsInTime(situation)
    ? []
    : [paragraph('If you are late because you were in mediation, say so in your appeal.')]
}
