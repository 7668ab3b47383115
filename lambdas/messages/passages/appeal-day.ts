import { hasNoWrittenNotice } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { appealIsInTime, appealPanel } from './appeal.ts'
import { certificateIsNeeded } from './appeal-state.ts'
import { certificateFirst, ifContactIsNotKnown, monthCounts } from './certificate.ts'
import { noDayForTheAppeal } from './notice.ts'
import { whyThisDay } from './reasons.ts'

/** The day for an appeal that has not been made, why it is that day, and what has to come first. */
export function appealDay(situation: MessageSituation): Block[] {
  if (hasNoWrittenNotice(situation.subject)) return noDayForTheAppeal(situation)
  if (certificateWillGiveADay(situation)) {
    return [
      paragraph(
        'You can appeal when you have your mediation certificate. You then have 1 month from the date on it.',
        'If you do not have it yet, ask the mediation adviser for it.',
      ),
      ...ifContactIsNotKnown(situation),
    ]
  }
  const { dates, today } = situation
  return [
    appealPanel(situation),
    ...certificateFirst(situation),
    ...(dates.appeal.lateContact
      ? [
          paragraph(
            `You spoke to the mediation adviser after ${lastDayForAdviser(situation)}.`,
            'So say in the appeal why it was late.',
          ),
        ]
      : []),
    ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
  ]
}

/**
 * Whether the two months have gone by and a certificate that is still to come gives a month, or may: the family spoke to
 * the adviser in time, or has asked for mediation. It is not late, so it is not told to be.
 */
export function certificateWillGiveADay(situation: MessageSituation): boolean {
  const { dates, subject } = situation
  if (appealIsInTime(situation) || dates.appeal.lateContact || !certificateIsNeeded(situation)) return false
  return monthCounts(situation) || (subject.chosen !== undefined && !subject.adviserContactedOn)
}

function lastDayForAdviser({ dates }: MessageSituation): string {
  return dates.contact ? `${formatDate(dates.contact.lawDate)}, the last day for that` : 'the last day for that'
}
