import { hasNoWrittenNotice } from '../../cases/case.ts'
import type { MediationResult } from '../../cases/mediation/closed-words.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { type Block, heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import {
  agreedInWriting,
  confidential,
  dayOfTheAgreement,
  ifMediationMadeYouLate,
  type MediationEnd,
  narrowed,
  resultWords,
  toTheTribunal,
} from '../passages/after-mediation.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate } from '../passages/appeal.ts'
import { appealState, certificateIsNeeded, ofTheAppeal } from '../passages/appeal-state.ts'
import { appealAfterCertificate, certificateDate, certificateIsDue, certificatePanel } from '../passages/certificate.ts'
import { AGREED_POINT_WORDS } from '../passages/closed-words.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { noDayForTheAppeal } from '../passages/notice.ts'
import { whyThisDay } from '../passages/reasons.ts'
import { nobodyCouldDecide } from '../passages/who-arranges.ts'
import type { MessageOfFact, NoUse } from './family-message.ts'
import { certificateIsAwaited, noDay } from './of-no-use.ts'

/** For so many working days after mediation its end is worth telling where no certificate follows. A choice of ours. */
const WORKING_DAYS_OF_USE = 10

const mediationEndIsOld: NoUse = (situation, about) => {
  const { subject, today } = situation
  const { mediationResult } = subject
  if (mediationResult?.sequence !== about) return 'mediation-over'
  const isNews = today <= addWorkingDays(mediationResult.concludedOn, WORKING_DAYS_OF_USE)
  return isNews ? undefined : certificateIsAwaited(situation, about)
}

/**
 * The mediation is over: the certificate that follows where one is needed, what was agreed and by when, and what can still
 * be appealed.
 */
export const mediationEnded: MessageOfFact = { write, noUse: mediationEndIsOld, callsPast: noDay }

function write(situation: SituationOfFact): MessageWords {
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

/** The day that matters next: the certificate's, or the appeal's where no certificate is needed for it. */
function subjectOf(situation: SituationOfFact, { result, concludedOn }: MediationEnd): string {
  const { dates, today } = situation
  if (certificateIsNeeded(situation)) {
    return `After your mediation: ${certificateIsDue(certificateDate(situation), today)}`
  }
  if (appealState(situation) !== 'not-made' || result === 'agreed' || hasNoWrittenNotice(situation.subject)) {
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
function agreement(situation: SituationOfFact, { result, sequence }: MediationEnd): Block[] {
  if (result === 'not-agreed') return []
  const points = agreedPoints(situation, sequence)
  const said = points.length > 0 ? [heading('What was agreed'), list(...points)] : []
  if (situation.subject.undertakings.some(({ of }) => of === sequence)) {
    return [
      ...said,
      ...agreedInWriting(),
      paragraph('We tell you in another message by which day each thing must be done, and why.'),
    ]
  }
  return [...said, ...dayOfTheAgreement(situation)]
}

function agreedPoints({ subject }: SituationOfFact, sequence: Sequence): readonly string[] {
  const fact = subject.facts.find((one) => one.sequence === sequence)
  const isAgreed = fact?.type === 'mediation-agreed' || fact?.type === 'mediation-partly-agreed'
  return (isAgreed ? (fact.details.points ?? []) : []).map((point) => AGREED_POINT_WORDS[point])
}

function appeal(situation: SituationOfFact, ended: MediationEnd): Block[] {
  return ofTheAppeal(situation, {
    made: () => [
      heading('Your appeal'),
      paragraph('The Tribunal has your appeal. It goes on.', ...toTheTribunal(ended.result)),
      ...(ended.result === 'agreed' ? [] : [confidential()]),
    ],
    notMade: () => [...narrowed(situation, ended), ...rightToAppeal(situation)],
  })
}

function rightToAppeal(situation: SituationOfFact): Block[] {
  if (hasNoWrittenNotice(situation.subject)) return noDayForTheAppeal(situation)
  if (certificateIsNeeded(situation)) return appealAfterCertificate(situation)
  const { dates, today } = situation
  const inTime = appealIsInTime(situation)
  return [
    heading('Your right to appeal'),
    appealPanel(situation),
    ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
    ...ifMediationMadeYouLate(situation),
    ...(inTime && !dates.appeal.lateContact ? howToAppeal(situation) : howToAppealLate(situation)),
  ]
}
