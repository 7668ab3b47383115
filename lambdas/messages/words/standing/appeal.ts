import {
  boardArranges,
  type Case,
  disputesPlacementOnly,
  hasNoWrittenNotice,
  plannedMeeting,
  sentAgainOn,
  wantsMediation,
} from '../../../cases/case.ts'
import { declinedGetsNoCertificate } from '../../../cases/case-dates.ts'
import { type Block, heading, paragraph } from '../../content.ts'
import type { MessageSituation } from '../../message-situation.ts'
import { adviserContactDate, hasSpokenToAdviser, reachTheAdviser } from '../../passages/adviser.ts'
import { ifMediationMadeYouLate, narrowed } from '../../passages/after-mediation.ts'
import {
  appealIsInTime,
  howToAppeal,
  howToAppealLate,
  NO_CERTIFICATE_FOR_THE_PLACEMENT,
} from '../../passages/appeal.ts'
import { appealDay, certificateWillGiveADay } from '../../passages/appeal-day.ts'
import { appealMeanwhile } from '../../passages/appeal-meanwhile.ts'
import { letterOfTheTribunal, READ_AND_SEND_AGAIN } from '../../passages/appeal-outcome.ts'
import { appealState, certificateIsNeeded } from '../../passages/appeal-state.ts'
import {
  appealAfterCertificate,
  CERTIFICATE_FIRST,
  certificatePanel,
  thisDayCountsIf,
} from '../../passages/certificate.ts'
import { appealBesideTheChoice, tellTheAdviser, whatYouCanChoose } from '../../passages/choice.ts'
import { TRIBUNAL_DECISION_WORDS } from '../../passages/closed-words.ts'
import { appealAfterAgreeing } from '../../passages/closing.ts'
import { keepToTheFirstDates, otherReading } from '../../passages/first-dates.ts'
import { dayForTheAppeal, HAS_CERTIFICATE, mayBeLate, whatToDoFirst } from '../../passages/first-steps.ts'
import { certificateOnRequest } from '../../passages/mediation-late.ts'
import { certificateWhileItGoesOn } from '../../passages/meeting-over.ts'
import { aboutTheLetter, noDayForTheAppeal } from '../../passages/notice.ts'
import { whyThisDay } from '../../passages/reasons.ts'
import { whatCameOfTheAppeal } from './appeal-ended.ts'
import { appealAtTheTribunal } from './appeal-made.ts'

/**
 * Where the appeal stands and what to do now: what comes before it and its day, what happens at the Tribunal, or what came
 * of it.
 * @param before the case as the family was told of it before; undefined where it was told nothing
 */
export function theAppeal(situation: MessageSituation, before: Case | undefined): Block[] {
  switch (appealState(situation)) {
    case 'not-made':
      return [
        ...notRegistered(situation),
        ...faultOfTheLetter(situation),
        ...secondLetter(situation),
        ...stillToAppeal(situation),
      ]
    case 'made':
      return appealAtTheTribunal(situation, before)
    case 'ended':
      return whatCameOfTheAppeal(situation)
  }
}

/** The appeal has not been made yet in the eyes of the Tribunal, so its time runs. */
function notRegistered({ subject }: MessageSituation): Block[] {
  const { appealEnded } = subject
  if (appealEnded?.outcome !== 'not-registered') return []
  return [
    heading(TRIBUNAL_DECISION_WORDS['not-registered'].title),
    letterOfTheTribunal(appealEnded.on, 'not-registered'),
    paragraph(READ_AND_SEND_AGAIN),
  ]
}

/** What was wrong with the letter, and what that means for the days. */
function faultOfTheLetter(situation: MessageSituation): Block[] {
  const blocks = aboutTheLetter(situation)
  return blocks.length > 0 ? [heading('Our decision letter'), ...blocks] : []
}

function secondLetter({ subject, dates }: MessageSituation): Block[] {
  const sentAgain = sentAgainOn(subject)
  if (!sentAgain) return []
  return [
    heading('Our letter was sent again: your first dates stay'),
    keepToTheFirstDates(sentAgain),
    ...otherReading(dates.appeal),
  ]
}

/** Whether it is the adviser that the family speaks to next: how to reach the adviser then stands beside that. */
export function isForTheAdviser(situation: MessageSituation): boolean {
  const { subject } = situation
  const isSettled = subject.agreement ?? subject.withdrawn ?? subject.mediationResult ?? subject.declined
  return certificateIsNeeded(situation) && !isSettled && !wantsMediation(subject)
}

function stillToAppeal(situation: MessageSituation): Block[] {
  const { subject } = situation
  if (subject.agreement) return appealAfterAgreeing(situation)
  if (hasNoWrittenNotice(subject)) {
    return [...noDayForTheAppeal(situation), ...(isForTheAdviser(situation) ? reachTheAdviser(situation) : [])]
  }
  if (disputesPlacementOnly(subject)) return withoutCertificate(situation)
  if (subject.certificate) return withCertificate(situation)
  if (subject.mediationResult) return afterMediation(situation)
  if (wantsMediation(subject)) return whileMediating(situation)
  if (subject.declined) return afterDeclining(situation)
  return hasSpokenToAdviser(subject) ? whileChoosing(situation) : beforeTheAdviser(situation)
}

function withoutCertificate(situation: MessageSituation): Block[] {
  const { subject } = situation
  return [
    heading('Your right to appeal'),
    ...(subject.mediationResult ? [] : [paragraph(NO_CERTIFICATE_FOR_THE_PLACEMENT)]),
    ...(subject.mediationResult ? narrowed(situation, subject.mediationResult) : []),
    ...appealDay(situation),
    ...(subject.mediationResult ? ifMediationMadeYouLate(situation) : []),
    ...howTo(situation),
  ]
}

function withCertificate(situation: MessageSituation): Block[] {
  const { subject } = situation
  return [
    heading('Your right to appeal'),
    paragraph(HAS_CERTIFICATE),
    ...(subject.mediationResult ? narrowed(situation, subject.mediationResult) : []),
    ...appealDay(situation),
    ...thisDayCountsIf(situation),
    ...howTo(situation),
  ]
}

function afterMediation(situation: MessageSituation): Block[] {
  const { subject } = situation
  return [
    ...certificateToCome(situation, KEEP_IT_SAFE),
    heading('Your right to appeal'),
    ...(subject.mediationResult ? narrowed(situation, subject.mediationResult) : []),
    ...withTheCertificate(situation),
  ]
}

const KEEP_IT_SAFE = 'You need it to appeal. Keep it safe.'

/** @param then what is said below its day, before why it is that day */
function certificateToCome(situation: MessageSituation, note: string, then: readonly Block[] = []): Block[] {
  const { certificate: due } = situation.dates
  if (!due) return []
  return [
    heading('Your mediation certificate'),
    certificatePanel(due, situation, note),
    ...then,
    ...whyThisDay(due, situation.today, 'Why this day for the certificate'),
  ]
}

/** Whether a certificate comes by itself depends on what has become of the mediation, and on who arranges it. */
function whileMediating(situation: MessageSituation): Block[] {
  const { subject, today } = situation
  const meeting = plannedMeeting(subject)
  if (meeting) return meeting.meetingOn < today ? withTheCertificate(situation) : meanwhile(situation)
  if (subject.adjourned) return [...certificateWhileItGoesOn(situation), ...meanwhile(situation)]
  if (!isNotArranged(situation)) return meanwhile(situation)
  return boardArranges(subject)
    ? [...certificateOnRequest(situation), ...meanwhile(situation)]
    : [...certificateToCome(situation, 'You do not have to ask for it.'), ...withTheCertificate(situation)]
}

/** Whether mediation was not arranged in its 30 days, or will not be. */
export function isNotArranged({ subject, dates, today }: MessageSituation): boolean {
  const { mediation } = dates
  return subject.cannotBeArranged !== undefined || (mediation !== undefined && today > mediation.lawDate)
}

function afterDeclining(situation: MessageSituation): Block[] {
  const { subject, dates, today } = situation
  const ifYouChangeYourMind = paragraph('If you change your mind about mediation, tell the adviser or us.')
  if (declinedGetsNoCertificate(subject, dates, today)) {
    return [heading('What to do first'), ...whatToDoFirst(situation), ifYouChangeYourMind, ...afterALateTalk(situation)]
  }
  return [...certificateToCome(situation, KEEP_IT_SAFE, [ifYouChangeYourMind]), ...appealAfterCertificate(situation)]
}

function withTheCertificate(situation: MessageSituation): Block[] {
  return situation.dates.appeal.lateContact ? afterALateTalk(situation) : appealAfterCertificate(situation)
}

function meanwhile(situation: MessageSituation): Block[] {
  return situation.dates.appeal.lateContact ? afterALateTalk(situation) : appealMeanwhile(situation)
}

/** No certificate gives more time, so there is nothing to wait for. */
function afterALateTalk(situation: MessageSituation): Block[] {
  return [heading('Your right to appeal'), ...appealDay(situation), ...howToAppealLate(situation)]
}

function whileChoosing(situation: MessageSituation): Block[] {
  return [
    heading('What to do first'),
    ...tellTheAdviser(situation),
    ...whatYouCanChoose(situation),
    ...reachTheAdviser(situation),
    ...appealBesideTheChoice(situation),
  ]
}

function beforeTheAdviser(situation: MessageSituation): Block[] {
  const contact = adviserContactDate(situation)
  return [
    heading('What to do first'),
    ...whatToDoFirst(situation),
    ...reachTheAdviser(situation),
    ...whyThisDay(contact, situation.today),
    heading('Your right to appeal'),
    ...(situation.today > contact.lawDate ? [] : [paragraph(CERTIFICATE_FIRST)]),
    ...dayForTheAppeal(situation),
    ...(mayBeLate(situation) ? howToAppealLate(situation) : howToAppeal(situation)),
  ]
}

function howTo(situation: MessageSituation): Block[] {
  const isLate = !appealIsInTime(situation) || situation.dates.appeal.lateContact
  return isLate && !certificateWillGiveADay(situation) ? howToAppealLate(situation) : howToAppeal(situation)
}
