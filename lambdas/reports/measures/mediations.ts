import type { Fact } from '../../cases/fact.ts'
import { londonDay } from '../../cases/london.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { CaseToCount } from './measure.ts'

/** A mediation that a family asked for, from the asking to its end. */
export interface MediationAskedFor {
  readonly askedOn: CalendarDate
  /** How it ended, and when. Absent: it is still open. */
  readonly ended?: { readonly how: 'held' | 'withdrawn' | 'case-closed'; readonly on: CalendarDate }
}

/**
 * Every mediation that the family of a case asked for, in their order. One ends when it was held, when the family says that it does not
 * want it, or with the case; a certificate ends none, because the council still owes it.
 */
export function mediationsAskedFor({
  file: { record, subject },
}: Pick<CaseToCount, 'file'>): readonly MediationAskedFor[] {
  const all: MediationAskedFor[] = []
  const end = (how: 'held' | 'withdrawn' | 'case-closed', on: CalendarDate) => {
    const last = all.at(-1)
    if (last && !last.ended) all[all.length - 1] = { ...last, ended: { how, on } }
  }
  for (const fact of subject.facts) {
    const last = all.at(-1)
    const isOpen = last !== undefined && !last.ended
    if (fact.type === 'mediation-chosen' && !isOpen) all.push({ askedOn: fact.details.councilToldOn })
    else if (isEndOfMediation(fact)) {
      // Where nobody recorded that it was asked for, it was by the day on which it was held.
      if (!isOpen) all.push({ askedOn: fact.details.concludedOn })
      end('held', fact.details.concludedOn)
    } else if (fact.type === 'mediation-declined') end('withdrawn', fact.details.declinedOn)
  }
  if (record.status === 'closed') {
    const closedOn = londonDay(new Date(record.closedAt))
    const last = all.at(-1)
    // A case can be closed by something that happened before the family asked.
    if (last && !last.ended) end('case-closed', closedOn < last.askedOn ? last.askedOn : closedOn)
  }
  return all
}

/** A fact with which a mediation was held to its end. */
export type EndOfMediation = Extract<
  Fact,
  { type: 'mediation-agreed' | 'mediation-partly-agreed' | 'mediation-not-agreed' }
>

/** Whether with this fact a mediation was held to its end. */
export function isEndOfMediation(fact: Fact): fact is EndOfMediation {
  return (
    fact.type === 'mediation-agreed' || fact.type === 'mediation-partly-agreed' || fact.type === 'mediation-not-agreed'
  )
}

/** What came of it. */
export function resultOf({ type }: EndOfMediation): 'agreed' | 'partly-agreed' | 'not-agreed' {
  switch (type) {
    case 'mediation-agreed':
      return 'agreed'
    case 'mediation-partly-agreed':
      return 'partly-agreed'
    case 'mediation-not-agreed':
      return 'not-agreed'
  }
}
