import type { Case } from '../../cases/case.ts'
import { caseDates } from '../../cases/case-dates.ts'
import { type DutyDate, dutyDates } from '../../cases/duty-dates.ts'
import { londonDay } from '../../cases/london.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { DEED_WORDS } from './duties.ts'

/**
 * What the council had to do and was told as late, and is known now to have come in time.
 * @param before the case as the family was told of it
 */
export function inTimeAfterAll(before: Case, situation: MessageSituation): Block[] {
  return [...responseInTimeAfterAll(before, situation), ...dutiesInTimeAfterAll(before, situation)]
}

/** The same of the council's response to the Tribunal alone. */
export function responseInTimeAfterAll(before: Case, situation: MessageSituation): Block[] {
  const { subject, dates, today } = situation
  const { response, appealEnded } = subject
  const due = caseDates(before, today).response?.lawDate
  const isInTime = response && dates.response && response.sentOn <= dates.response.lawDate
  if (!due || !isInTime || !dates.response || !wasToldAsLate(due, before.response?.sentOn, situation)) return []
  return [
    heading('Our response was in time'),
    paragraph(
      // An appeal that has ended asks for no response any more.
      ...(appealEnded ? [] : [`We had to send it by 5pm on ${formatDate(dates.response.lawDate)}.`]),
      'Before, our records showed it as late. It was not.',
    ),
  ]
}

function dutiesInTimeAfterAll(before: Case, situation: MessageSituation): Block[] {
  return before.undertakings.flatMap((was) => {
    const undertaking = situation.subject.undertakings.find(({ of }) => of === was.of)
    return undertaking ? dutiesOfOne(dutyDates(was), dutyDates(undertaking), situation) : []
  })
}

function dutiesOfOne(told: readonly DutyDate[], now: readonly DutyDate[], situation: MessageSituation): Block[] {
  const late = told.filter(
    ({ deadline, doneOn, fellAway, onlyWithoutPlan }) =>
      !fellAway && !onlyWithoutPlan && wasToldAsLate(deadline.lawDate, doneOn, situation),
  )
  // That there will be no plan ends the duty to send one.
  const isEndedOtherwise = now.some(({ rule, fellAway }) => fellAway && late.some((one) => one.rule === rule))
  return now.flatMap(({ rule, deed, deadline, doneOn, onlyWithoutPlan }) => {
    const isLate = late.some((one) => one.rule === rule) || (onlyWithoutPlan && isEndedOtherwise)
    if (!doneOn || doneOn > deadline.lawDate || !isLate) return []
    return [
      heading('This was done in time'),
      paragraph(
        `On ${formatDate(doneOn)} ${DEED_WORDS[deed].done}.`,
        `The last day to do it was ${formatDate(deadline.lawDate)}.`,
        'Before, our records showed it as late. It was not.',
      ),
    ]
  })
}

/** Whether the family had been told of a day, and had been written to when our records showed it as missed. */
function wasToldAsLate(
  due: CalendarDate,
  doneOn: CalendarDate | undefined,
  { lastTold, wasTold }: MessageSituation,
): boolean {
  if (lastTold === undefined || !wasTold(due)) return false
  return doneOn ? doneOn > due : londonDay(new Date(lastTold)) > due
}
