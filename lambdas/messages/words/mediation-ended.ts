import { type Case, disputesPlacementOnly } from '../../cases/case.ts'
import type { MediationResult } from '../../cases/mediation/closed-words.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { appealState, certificateIsNeeded, ofTheAppeal } from '../passages/appeal-state.ts'
import { appealAfterCertificate, certificateDate, certificateIsDue, certificatePanel } from '../passages/certificate.ts'
import { sectionWords } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoDoes } from '../passages/duties.ts'
import { whoCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { boardArranges, nobodyCouldDecide } from '../passages/who-arranges.ts'

/**
 * The mediation is over: the certificate that follows where one is needed, what was agreed and by when, and what can still
 * be appealed.
 */
export function mediationEnded(situation: SituationOfFact): MessageWords {
  const { subject } = situation
  const ended = required(subject.mediationResult, 'no mediation has ended', situation)
  const { result, concludedOn, decisionMaker } = ended
  const words = resultWords(result, subject)
  return {
    subject: subjectOf(situation, ended),
    preheader: 'What happens next, and by when.',
    title: words.title,
    blocks: [
      paragraph(`Your mediation ended on ${formatDate(concludedOn)}. ${words.opening}`),
      aboutTheDecision(situation),
      ...certificate(situation, result),
      ...(decisionMaker === 'absent' ? nobodyCouldDecide(subject) : []),
      ...agreement(situation, ended),
      ...appeal(situation, ended),
      ...whoCanHelp(situation),
    ],
  }
}

type Ended = NonNullable<Case['mediationResult']>

function resultWords(result: MediationResult, subject: Case): { readonly title: string; readonly opening: string } {
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

/** The day that matters next: the certificate's, or the appeal's where no certificate is needed for it. */
function subjectOf(situation: SituationOfFact, { result, concludedOn }: Ended): string {
  const { dates, today } = situation
  if (certificateIsNeeded(situation)) {
    return `After your mediation: ${certificateIsDue(certificateDate(situation), today)}`
  }
  if (appealState(situation) !== 'not-made' || result === 'agreed') {
    return `After your mediation of ${formatDate(concludedOn)}: what comes next`
  }
  return today > dates.appeal.lawDate
    ? `After your mediation: send your appeal today, ${formatDate(today)}`
    : `After your mediation: send your appeal by ${formatDate(nextDay(dates.appeal, today))}`
}

function certificate(situation: SituationOfFact, result: MediationResult): Block[] {
  if (!certificateIsNeeded(situation)) return []
  const due = certificateDate(situation)
  return [
    certificatePanel(
      due,
      situation,
      result === 'agreed' ? 'Keep it safe, in case you need it.' : 'You need it to appeal. Keep it safe.',
    ),
    ...whyThisDay(due, situation.today),
  ]
}

/**
 * Regulation 42: two weeks for what could not have been appealed, the times of an order for the rest, or what was agreed.
 * Where it is recorded what was agreed, a message of its own gives each thing its day.
 */
function agreement(situation: SituationOfFact, { result, sequence }: Ended): Block[] {
  if (result === 'not-agreed') return []
  const inWriting = paragraph('What was agreed is in writing. Ask for a copy if you do not have one.')
  if (situation.subject.undertakings.some(({ of }) => of === sequence)) {
    return [
      heading('What was agreed'),
      inWriting,
      paragraph('We tell you in another message by which day each thing must be done, and why.'),
    ]
  }
  const agreement = required(situation.dates.agreement, 'an agreement has no date', situation)
  return [
    heading('What was agreed'),
    inWriting,
    datePanel(
      `${whoDoes('do-what-was-agreed', situation.subject)} ${situation.today > agreement.lawDate ? 'had to' : 'must'} do what was agreed by the dates in the agreement or, if it has none, by`,
      formatDate(agreement.lawDate),
      'Some things have another day in law, for example a new plan. Ask us for the day of each.',
    ),
    ...whyThisDay(agreement, situation.today, 'Why this day for the agreement'),
    paragraph('If something is not done by its day, tell us. You can also complain.'),
  ]
}

function appeal(situation: SituationOfFact, ended: Ended): Block[] {
  return ofTheAppeal(situation, {
    made: () => [
      heading('Your appeal'),
      paragraph('The Tribunal has your appeal. It goes on.', ...toTheTribunal(ended.result)),
      ...(ended.result === 'agreed' ? [] : [confidential()]),
    ],
    notMade: () => [...narrowed(situation, ended), ...rightToAppeal(situation)],
  })
}

function toTheTribunal(result: MediationResult): string[] {
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
function narrowed({ subject }: SituationOfFact, { result, stillDisputed = [] }: Ended): Block[] {
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
        ...(disputesPlacementOnly(subject) && !subject.decision.placementOnly
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

function confidential() {
  return paragraph('Mediation is confidential. The Tribunal does not hear what was offered there.')
}

function rightToAppeal(situation: SituationOfFact): Block[] {
  if (certificateIsNeeded(situation)) return appealAfterCertificate(situation)
  const { dates, today } = situation
  const inTime = appealIsInTime(situation)
  return [
    heading('Your right to appeal'),
    appealPanel(situation),
    ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
    ...(inTime ? [] : [paragraph('If you are late because you were in mediation, say so in your appeal.')]),
    ...(inTime && !dates.appeal.lateContact ? howToAppeal(situation) : howToAppealLate(situation)),
  ]
}
