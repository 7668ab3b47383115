import type { PrivateWords } from '../../cases/contact.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'

/** The other council by its name, where it is known. */
export function otherCouncil({ otherCouncil: name }: Pick<PrivateWords, 'otherCouncil'>): string {
  return name ?? 'another council'
}

/** The family moves. @param council where to: its name, or "another council" */
export function youMove(movesOn: CalendarDate, today: CalendarDate, council: string): string {
  return movesOn > today
    ? `Our records show that you move to ${council} on ${formatDate(movesOn)}.`
    : `Our records show that you moved to ${council} on ${formatDate(movesOn)}.`
}

/** Another council has the case. */
export function itIsWith(council: string, since: CalendarDate): string {
  return `Since ${formatDate(since)} ${council} has your case.`
}

/** It came from another council. */
export function itCameFrom(council: string, on: CalendarDate): string {
  return `Since ${formatDate(on)} we have your case. It came from ${council}.`
}

/** It came back. */
export function weHaveItAgain(since: CalendarDate): string {
  return `Since ${formatDate(since)} we have your case again.`
}
