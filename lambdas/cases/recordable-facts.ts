import { NOT_RECORDED_YET, withFacts } from './build-case.ts'
import type { Case } from './case.ts'
import type { CaseFile } from './case-file.ts'
import type { FactType, NewFact } from './fact.ts'
import { FACT_TYPES, kindOf } from './facts.ts'
import { isWaiting } from './wait.ts'

/** Which facts can be recorded on the case now: what its stages await first, then what may come at any time. */
export function recordableFacts(file: CaseFile): readonly FactType[] {
  const { record, subject, waits } = file
  const isClosed = record.status === 'closed'
  // Nothing is under way on a closed case.
  const awaited: readonly FactType[] = isClosed ? [] : waits.filter(isWaiting).flatMap(({ awaits }) => awaits)
  const hasSomethingToTakeBack = removableFacts(subject).length > 0
  return [...new Set([...awaited, ...FACT_TYPES])].filter((type) => {
    const { onOpenCase, onClosedCase } = kindOf(type)
    const situation = { file, subject, isAwaited: awaited.includes(type), hasSomethingToTakeBack }
    return isClosed ? onClosedCase(situation) : onOpenCase(situation)
  })
}

/**
 * The first of several facts that cannot be recorded on the case now together with those before it; undefined where all can.
 */
export function firstNotRecordable(file: CaseFile, facts: readonly NewFact[]): NewFact | undefined {
  return facts.find(({ type }, index) => {
    const subject = withFacts(file.subject, facts.slice(0, index), NOT_RECORDED_YET)
    return !recordableFacts({ ...file, subject }).includes(type)
  })
}

/** The facts that can be corrected: what opened the case, and everything since but notes and corrections. */
export function correctableFacts({ facts }: Case): Case['facts'] {
  return facts.filter(({ type }) => kindOf(type).about === 'the-case')
}

/** The facts that can be taken back because they never happened: not the opening, which is ended as opened in error. */
export function removableFacts({ facts }: Case): Case['facts'] {
  return facts.filter(({ type }) => kindOf(type).canBeTakenBack)
}
