import type { Case } from '../../cases/case.ts'
import type { Fact } from '../../cases/fact.ts'
import { londonDay } from '../../cases/london.ts'
import { OPENED } from '../../cases/sequence.ts'
import { fivePmAfter, hasADayTooNear, isLearntLate } from '../../cases/telling/when-it-leaves.ts'
import { type Block, heading, list, paragraph } from '../content.ts'
import type { MessageSituation, SituationOfFact } from '../message-situation.ts'
import { appealState } from './appeal-state.ts'
import { changedDateLine, changedDates, ifTheWrongDayMadeYouLate, USE_THESE_DAYS } from './changed-dates.ts'
import { caseAsKnown } from './correction.ts'
import { factsLearnt } from './occasion.ts'

/**
 * The case as the family was told of it before what it is told now. What was learnt late and still waited when the first of
 * that was recorded had not been told.
 * @returns undefined where it had been told nothing
 */
export function caseToldBefore(situation: SituationOfFact): Case | undefined {
  const { subject } = situation
  const learnt = new Set(factsLearnt(situation).map(({ sequence }) => sequence))
  const first = subject.recorded.find(({ sequence }) => learnt.has(sequence))
  if (!first) return undefined
  const wasTold = (fact: Fact) => fact.sequence < first.sequence && !stillWaited(fact, first, subject)
  return subject.recorded.some((fact) => fact.sequence === OPENED && wasTold(fact))
    ? caseAsKnown(subject, wasTold)
    : undefined
}

function stillWaited(fact: Fact, first: Fact, subject: Case): boolean {
  const recordedAt = new Date(fact.recordedAt)
  if (!isLearntLate(fact) || fivePmAfter(recordedAt) <= new Date(first.recordedAt)) return false
  return !hasADayTooNear(
    caseAsKnown(subject, ({ sequence }) => sequence <= fact.sequence),
    londonDay(recordedAt),
  )
}

/** The days that were told and are others now, in a line each; below it stands each of them with its reason. */
export function whatIsDifferent(before: Case, situation: MessageSituation): Block[] {
  const changes = changedDates({ before, after: situation.subject }, situation)
  const lines = changes.flatMap(changedDateLine)
  if (lines.length === 0) return []
  return [
    heading('What we told you before, and is different now'),
    list(...lines),
    paragraph(USE_THESE_DAYS),
    ...(appealState(situation) === 'not-made' ? ifTheWrongDayMadeYouLate(changes, situation) : []),
  ]
}
