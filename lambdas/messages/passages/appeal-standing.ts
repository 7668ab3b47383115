import type { Case } from '../../cases/case.ts'
import { disputesPlacementOnly } from '../../cases/case.ts'
import { type CaseDates, caseDates } from '../../cases/case-dates.ts'
import { addDays, type CalendarDate, formatDate, laterOf } from '../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { appealState } from './appeal-state.ts'
import { whyThisDay } from './reasons.ts'

/** What may keep an appeal that the Tribunal has from going ahead. */
export interface AppealStanding {
  readonly isLate: boolean
  /** It needs a certificate, and none is known. */
  readonly lacksCertificate: boolean
}

/** How the appeal stands that the Tribunal has; undefined when it has none, or has let it go ahead. */
export function appealStanding(subject: Case, dates: CaseDates): AppealStanding | undefined {
  const { appeal, certificate } = subject
  if (!appeal || appealState({ subject }) !== 'made' || appeal.letGoAhead === 'yes') return undefined
  return {
    isLate: dates.appeal.lateContact || appeal.receivedOn > dates.appeal.lawDate,
    lacksCertificate: !certificate && !disputesPlacementOnly(subject),
  }
}

/** What is another way now with an appeal that the Tribunal has, than it was told: nothing where that is the same. */
export function changedAppealStanding(before: Case, situation: MessageSituation): Block[] {
  const { subject, dates, today } = situation
  const was = appealStanding(before, caseDates(before, today))
  const is = appealStanding(subject, dates)
  if (!was || !is) return []
  return [
    ...(was.isLate === is.isLate ? [] : is.isLate ? mayCountAsLate(situation) : nowInTime(situation)),
    ...(was.lacksCertificate && !is.lacksCertificate ? certificateIsKnown(situation) : []),
  ]
}

/** That an appeal which was said to be late is not. */
export function nowInTime(situation: MessageSituation): Block[] {
  const { subject, dates } = situation
  return [
    heading('Your appeal was in time'),
    paragraph(
      'We told you that your appeal may count as late. It does not.',
      `The last day for it was ${formatDate(dates.appeal.lawDate)}. ${receivedWords(subject.appeal?.receivedOn)}`,
      'If the Tribunal asks you why it was late, show it this message.',
    ),
    ...whyTheLastDayWas(situation),
  ]
}

/** That an appeal which the Tribunal has may count as late, and why. */
export function mayCountAsLate(situation: MessageSituation): Block[] {
  const { subject, dates } = situation
  return [
    heading('Your appeal may count as late'),
    paragraph(
      ...(dates.appeal.lateContact
        ? ['You spoke to the mediation adviser after the last day for that.']
        : [
            `The last day for it was ${formatDate(dates.appeal.lawDate)}. ${receivedWords(subject.appeal?.receivedOn)}`,
          ]),
      'A judge decides if it can go ahead. The Tribunal may ask you for more about why it was late.',
    ),
    ...whyTheLastDayWas(situation),
  ]
}

/** As it is said once the day is over: the Tribunal has the appeal, so nothing is to be done by it any more. */
function whyTheLastDayWas({ dates: { appeal }, today }: MessageSituation): Block[] {
  return whyThisDay(appeal, laterOf(today, addDays(appeal.lawDate, 1)), 'Why the last day was this day')
}

function receivedWords(receivedOn: CalendarDate | undefined): string {
  return receivedOn ? `The Tribunal received it on ${formatDate(receivedOn)}.` : ''
}

/** That the council knows of the certificate which an appeal lacked. */
export function certificateIsKnown({ subject }: MessageSituation): Block[] {
  const { certificate } = subject
  if (!certificate) return []
  return [
    heading('Your mediation certificate'),
    paragraph(
      `We now know that you have a mediation certificate. It is dated ${formatDate(certificate.issuedOn)}.`,
      'If you have not sent it to the Tribunal yet, send it a copy.',
    ),
  ]
}
