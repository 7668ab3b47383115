import { NOT_RECORDED_YET, withFacts } from './build-case.ts'
import type { Case } from './case.ts'
import type { CaseFile } from './case-file.ts'
import type { FactType, NewFact } from './fact.ts'
import type { RecordingSituation } from './fact-kind.ts'
import { FACT_TYPES, kindOf } from './facts.ts'
import { isWaiting } from './wait.ts'

/**
 * Which facts can be recorded on the case now: whatever may have happened, whether anybody waits for it or not. Those that
 * are expected come first.
 */
export function recordableFacts(file: CaseFile): readonly FactType[] {
  return [...new Set([...expectedFacts(file), ...FACT_TYPES])].filter((type) =>
    kindOf(type).canBeRecorded(situationOf(file, type)),
  )
}

/** Which of these are likely now: what its stages await first, then what may come at any time. */
export function expectedFacts(file: CaseFile): readonly FactType[] {
  return [...new Set([...awaited(file), ...FACT_TYPES])].filter((type) => {
    const { canBeRecorded, expectedOnOpenCase, expectedOnClosedCase } = kindOf(type)
    const situation = situationOf(file, type)
    const isExpected = file.record.status === 'closed' ? expectedOnClosedCase : expectedOnOpenCase
    return canBeRecorded(situation) && isExpected(situation)
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

function situationOf(file: CaseFile, type: FactType): RecordingSituation {
  const { subject } = file
  return {
    file,
    subject,
    isAwaited: awaited(file).includes(type),
    hasSomethingToTakeBack: removableFacts(subject).length > 0,
  }
}

/** Nothing is under way on a closed case. */
function awaited({ record, waits }: CaseFile): readonly FactType[] {
  return record.status === 'closed' ? [] : waits.filter(isWaiting).flatMap(({ awaits }) => awaits)
}

/** The facts that can be corrected: what opened the case, and everything since but notes and corrections. */
export function correctableFacts({ facts }: Case): Case['facts'] {
  return facts.filter(({ type }) => kindOf(type).about === 'the-case')
}

/** The facts that can be taken back because they never happened: not the opening, which is ended as opened in error. */
export function removableFacts({ facts }: Case): Case['facts'] {
  return facts.filter(({ type }) => kindOf(type).canBeTakenBack)
}
