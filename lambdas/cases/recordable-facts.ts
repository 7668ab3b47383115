import { type Case, canAppeal, hasHealthIssue, needsNoCertificate, wantsMediation } from './case.ts'
import type { CaseFile } from './case-file.ts'
import { FACTS_THAT_CHANGE_NOTHING, type FactType } from './fact.ts'
import { isHeardBy, type Stage } from './stages.ts'
import { isLive, isWaiting } from './wait.ts'

/** Facts that may be recorded on an open case whatever is awaited. */
export const FACTS_AT_ANY_TIME: readonly FactType[] = [
  'appeal-registered',
  'disagreement-resolution-asked',
  'complaint-made',
  'case-withdrawn',
  'fact-corrected',
  'fact-removed',
  'contact-details-changed',
  'note-added',
]

/**
 * Facts that may be recorded on a closed case too: what our messages say that the family can still do, and mistakes that
 * are found late. What starts a stage opens the case again.
 */
const FACTS_AFTER_CLOSING: readonly FactType[] = [
  'mediation-chosen',
  'certificate-issued',
  'appeal-registered',
  'disagreement-resolution-asked',
  'complaint-made',
  'fact-corrected',
  'fact-removed',
  'contact-details-changed',
  'note-added',
]

/** Which facts can be recorded on the case now: what its stages await, and what may come at any time. */
export function recordableFacts(file: CaseFile): readonly FactType[] {
  const { record, subject, waits } = file
  const awaited = waits.filter(isWaiting).flatMap(({ awaits }) => awaits)
  const facts =
    record.status === 'closed'
      ? FACTS_AFTER_CLOSING.filter((type) => canFollowClosing(type, file))
      : [
          ...new Set([
            ...awaited,
            ...(canChooseMediation(file) ? ['mediation-chosen' as const] : []),
            ...(canComeByItself(file) ? ['certificate-issued' as const] : []),
            ...FACTS_AT_ANY_TIME,
          ]),
        ]
  return facts.filter((type) => isPossible(type, file, subject))
}

/** Mediation stays open to a family beside every other route: before, during and instead of an appeal. */
function canChooseMediation({ record, subject, waits }: CaseFile): boolean {
  const mediates = waits.some((wait) => wait.stage === 'mediation' && isLive(wait))
  const isOver = record.status === 'closed' || !wantsMediation(subject) || subject.certificate !== undefined
  return !mediates && !subject.mediationResult && isOver
}

/** A certificate starts the time to appeal, also where no stage is left that would await it. */
function canComeByItself({ subject, waits }: CaseFile): boolean {
  const isAwaited = waits.some((wait) => isHeardBy(wait.stage, 'certificate-issued') && isLive(wait))
  return waits.length > 0 && !isAwaited && !needsNoCertificate(subject)
}

/** On a closed case, only what starts its time to appeal anew. Who opened a case in error corrects that, and no more. */
function canFollowClosing(type: FactType, file: CaseFile): boolean {
  const { withdrawn } = file.subject
  switch (type) {
    case 'mediation-chosen':
      return !isInError(withdrawn) && canChooseMediation(file)
    case 'certificate-issued':
      return !isInError(withdrawn) && !needsNoCertificate(file.subject)
    case 'appeal-registered':
    case 'disagreement-resolution-asked':
    case 'complaint-made':
      return !isInError(withdrawn)
    default:
      return true
  }
}

function isInError(withdrawn: Case['withdrawn']): boolean {
  return withdrawn?.reason === 'opened-in-error'
}

function isPossible(type: FactType, file: CaseFile, subject: Case): boolean {
  switch (type) {
    case 'appeal-registered':
      return canAppeal(subject)
    case 'certificate-issued':
      return !subject.certificate
    case 'health-board-told':
      return hasHealthIssue(subject) && !subject.boardToldOn
    case 'mediation-partly-agreed':
      // The appeal window hears of it too, because it can change what is disputed. Only mediation brings it about.
      return awaitedBy('mediation', type, file)
    case 'fact-corrected':
    case 'fact-removed':
      // While a stage works on the last thing that was recorded, nobody can say what a correction would change.
      return isSettled(file) && (type === 'fact-corrected' || removableFacts(subject).length > 0)
    default:
      return true
  }
}

function awaitedBy(stage: Stage, type: FactType, { waits }: CaseFile): boolean {
  return waits.some((wait) => wait.stage === stage && wait.state === 'waiting' && wait.awaits.includes(type))
}

/** Whether every stage of the case has acted on what was recorded. Nothing is under way on a closed case. */
export function isSettled({ record, subject, waits }: CaseFile): boolean {
  return record.status === 'closed' || waits.every((wait) => wait.state === 'waiting' || !isLive(wait))
}

/** The facts that can be corrected: what opened the case, and everything since but notes and corrections. */
export function correctableFacts({ facts }: Case): Case['facts'] {
  return facts.filter(
    ({ type }) => type !== 'fact-corrected' && type !== 'fact-removed' && !FACTS_THAT_CHANGE_NOTHING.includes(type),
  )
}

/** The facts that can be taken back because they never happened: not the opening, which is ended as opened in error. */
export function removableFacts(subject: Case): Case['facts'] {
  return correctableFacts(subject).filter(({ type }) => type !== 'case-opened')
}
