import { addDays } from '../../law/calendar-date.ts'
import type { CouncilRetention, RetentionRule } from '../council.ts'
import { londonDay } from '../london.ts'
import type { CaseOutcome } from '../outcome.ts'

/**
 * `proposed`: one person has listed the cases. `confirmed`: a second has said yes, and they are being erased. `carried-out`:
 * each is erased or was left out; the list is the certificate of it.
 */
export const LIST_STATES = ['proposed', 'withdrawn', 'confirmed', 'carried-out'] as const

/**
 * Why a case of a confirmed list was not erased. `changed`: something was recorded on it since. `reopened`: it is not closed
 * any more. `still-working`: a stage of it is under way. `not-due`: it is not due by the times that are set now. `restricted`: not to whoever has it
 * erased.
 */
export const REASONS_LEFT_OUT = [
  'on-hold',
  'reopened',
  'changed',
  'still-working',
  'not-due',
  'restricted',
  'erased-before',
  'not-there',
] as const
export type ReasonLeftOut = (typeof REASONS_LEFT_OUT)[number]

/** What became of a case of a list. */
export type ListResult =
  | { readonly result: 'erased'; readonly rows: Readonly<Record<string, number>> }
  | { readonly result: ReasonLeftOut }

/** A case as it was when it was listed. */
export interface ListedForErasure {
  readonly caseId: string
  /** Whatever is recorded on a case changes it. */
  readonly version: number
  readonly outcome: CaseOutcome
}

/**
 * Cases to erase, from the proposal to the certificate. It outlives them, so it holds references, counts and codes, and no
 * day on which a case was due: that can tell when a child was born.
 */
export interface RetentionList {
  readonly id: string
  readonly proposedBy: string
  readonly proposedAt: string
  /** The times by which they were due. */
  readonly rules: Readonly<Partial<Record<CaseOutcome, RetentionRule>>>
  readonly cases: readonly ListedForErasure[]
  readonly state: (typeof LIST_STATES)[number]
  readonly withdrawnBy?: string
  readonly withdrawnAt?: string
  readonly confirmedBy?: string
  readonly confirmedAt?: string
  /** By case, as far as it has come. */
  readonly results: Readonly<Record<string, ListResult>>
  readonly carriedOutAt?: string
}

/** So many days after proposing, one person alone may confirm, where the council has one manager. */
export const ALONE_AFTER_DAYS = 7

/** Whether somebody may confirm a list now: another person than proposed it, or the same one a week later where there is no other. */
export function mayConfirm(
  { proposedBy, proposedAt }: Pick<RetentionList, 'proposedBy' | 'proposedAt'>,
  personId: string,
  { managers }: Pick<CouncilRetention, 'managers'>,
  now: Date,
): boolean {
  if (personId !== proposedBy) return true
  return managers === 'one' && londonDay(now) >= addDays(londonDay(new Date(proposedAt)), ALONE_AFTER_DAYS)
}

/** Whether one person alone proposed and confirmed a list. The certificate says so. */
export function wasAlone({ proposedBy, confirmedBy }: Pick<RetentionList, 'proposedBy' | 'confirmedBy'>): boolean {
  return proposedBy === confirmedBy
}
