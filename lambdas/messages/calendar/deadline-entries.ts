import { hasNoWrittenNotice } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type AboutCalendarFile, aboutCalendarFile } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { hasSpokenToAdviser } from '../passages/adviser.ts'
import { appealState } from '../passages/appeal-state.ts'
import type { CalendarRequest, DeadlineEntry } from './calendar-request.ts'
import { timetableEntries } from './timetable-entries.ts'

/** The dates to act by that are still ahead, as whole days in a calendar; nothing when none is. */
export function deadlineEntries(situation: MessageSituation): { readonly calendar?: CalendarRequest } {
  // Whoever has appealed has nothing to do by the days before it any more, but by those of the Tribunal.
  const entries =
    appealState(situation) === 'not-made'
      ? [...adviserContactEntry(situation), ...appealEntry(situation)]
      : timetableEntries(situation)
  return entries.length === 0 ? {} : { calendar: { type: 'deadlines', entries } }
}

/** What the file of these days does. */
export function aboutDeadlinesFile(): AboutCalendarFile {
  return aboutCalendarFile('The file in this email puts the right days in your calendar.')
}

function adviserContactEntry({ dates, subject, today }: MessageSituation): DeadlineEntry[] {
  const { contact } = dates
  if (hasNoWrittenNotice(subject)) return []
  if (!contact || hasSpokenToAdviser(subject) || today > contact.aimDate) return []
  return [
    {
      id: 'adviser-contact',
      on: contact.aimDate,
      summary: 'Speak to the mediation adviser by today',
      description: `The last day in the law is ${formatDate(contact.lawDate)}.`,
    },
  ]
}

function appealEntry({ dates, subject, today }: MessageSituation): DeadlineEntry[] {
  const { appeal } = dates
  if (hasNoWrittenNotice(subject)) return []
  // A late family was told to appeal today; a day in the calendar would look safe.
  if (appeal.lateContact || today > appeal.aimDate) return []
  return [
    {
      id: 'appeal',
      on: appeal.aimDate,
      summary: 'Aim for the Tribunal to have your appeal by midday today',
      description: `The last moment in the law is by 5pm on ${formatDate(appeal.lawDate)}.`,
    },
  ]
}
