import { hasNoWrittenNotice, neverNeededCertificate, noticeThatCounts } from '../../cases/case.ts'
import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { type Block, contactDetails, heading, list, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { hasSpokenToAdviser, reachTheAdviser, whatMediationIs } from './adviser.ts'
import { CERTIFICATE_FIRST } from './certificate.ts'
import { forWhom } from './decision.ts'

/** The items of regulation 32 of the SEND Regulations 2014, (a) to (f). A council has to put each in the notice. */
export const REGULATION_32_ITEMS = ['a', 'b', 'c', 'd', 'e', 'f'] as const
export type Regulation32Item = (typeof REGULATION_32_ITEMS)[number]

/**
 * What a notice says of mediation, which is open to a family that disagrees only with the school named too. The type has a
 * place for each item, so that none can be left out.
 */
export function regulation32(situation: MessageSituation): Readonly<Record<Regulation32Item, readonly Block[]>> {
  const { council } = situation
  return {
    a: [heading('Your right to mediation'), ...mediation(situation)],
    b: [heading('Your mediation certificate'), ...certificate(situation)],
    c: [heading('How to reach the mediation adviser'), ...reachTheAdviser(situation)],
    d: [heading('The time limits'), list(...timeLimits(situation))],
    e: whatToTell(situation),
    f: [heading('Who to tell at the council'), contactDetails(council.contacts.officer)],
  }
}

/** A family has mediation once: what it did is not offered to it again. */
function mediation(situation: MessageSituation): Block[] {
  const { mediationResult } = situation.subject
  if (mediationResult) {
    return [
      paragraph(
        'You had the right to mediation about this decision, and you used it.',
        `Your mediation ended on ${formatDate(mediationResult.concludedOn)}.`,
      ),
    ]
  }
  return [paragraph('You have the right to mediation about this decision.'), whatMediationIs(situation)]
}

function whatToTell(situation: MessageSituation): Block[] {
  if (situation.subject.mediationResult) return []
  return [
    heading('If you want mediation, tell us'),
    list(
      'that you want mediation',
      'what you disagree with',
      `if health care is part of it, what health care you want ${forWhom(situation)}`,
    ),
    paragraph('We then tell the health body (the integrated care board), if health care is part of it.'),
  ]
}

function certificate({ subject, dates, today }: MessageSituation): Block[] {
  if (neverNeededCertificate(subject)) {
    return [
      paragraph(
        'You do not need a certificate if you only disagree with the school or college named, or its type.',
        'It is the same if you only disagree that none is named.',
      ),
      paragraph(
        'You may also disagree with the needs or the help in the plan. Then you do need a certificate.',
        'Speak to the mediation adviser now, so that you get it in time.',
      ),
    ]
  }
  return [
    paragraph(
      CERTIFICATE_FIRST,
      ...(subject.certificate
        ? ['You have yours.']
        : declinedGetsNoCertificate(subject, dates, today)
          ? ['The adviser gives you one after mediation.', ONLY_AFTER_A_TALK_IN_TIME]
          : [
              'The adviser gives you one if you do not want mediation.',
              'The adviser also gives you one after mediation.',
            ]),
    ),
    // Only a plan names a school, so elsewhere nobody can disagree with that alone.
    ...(subject.decision.decisionKind === 'plan-contents'
      ? [
          paragraph(
            'You do not need one if you only disagree with the school or college named, or its type.',
            'It is the same if you only disagree that none is named.',
          ),
        ]
      : []),
  ]
}

/** To a family that speaks to the adviser late, or is not known to have spoken to it in time (regulation 34(2)). */
const ONLY_AFTER_A_TALK_IN_TIME =
  'If you do not want mediation, you get one only if you first spoke to the adviser in time.'

function timeLimits({ subject, dates, today }: MessageSituation): string[] {
  // Where only the placement is disputed the day applies as soon as the family disagrees with more.
  const { printedOn, sentOn } = noticeThatCounts(subject)
  const { lawDate } = dates.contact ?? whichDates({ printedOn, sentOn, placementOnly: false }).dates.contact
  const day = formatDate(lawDate)
  const arranging = subject.mediationResult
    ? []
    : ['If you want mediation, we must arrange it within 30 days of being told.']
  const asTheyComeUp = 'We will write to tell you each day as it comes up.'
  if (neverNeededCertificate(subject)) {
    if (hasNoWrittenNotice(subject)) return [...arranging, asTheyComeUp]
    return [
      ...arranging,
      today > lawDate
        ? `For the needs or the help in the plan, the last day to speak to the mediation adviser was ${day}.`
        : `For the needs or the help in the plan, speak to the mediation adviser on or before ${day}.`,
      'Mediation does not change the day for your appeal.',
      asTheyComeUp,
    ]
  }
  return [
    hasNoWrittenNotice(subject)
      ? 'There is no last day to speak to the mediation adviser while you have no letter. Do not wait.'
      : contactLimit(day, hasSpokenToAdviser(subject), today > lawDate),
    ...(subject.certificate
      ? arranging
      : [
          ...(declinedGetsNoCertificate(subject, dates, today)
            ? []
            : ['If you do not want mediation, you get a certificate within 3 working days of telling the adviser.']),
          ...arranging,
          'After mediation, you get a certificate within 3 working days.',
        ]),
    asTheyComeUp,
  ]
}

function contactLimit(day: string, hasSpoken: boolean, isPast: boolean): string {
  if (hasSpoken) {
    return `The last day to speak to the mediation adviser ${isPast ? 'was' : 'is'} ${day}. You have spoken to the adviser.`
  }
  return isPast
    ? `The last day to speak to the mediation adviser was ${day}.`
    : `You must speak to the mediation adviser on or before ${day}.`
}
