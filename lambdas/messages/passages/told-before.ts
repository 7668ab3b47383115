import type { Case } from '../../cases/case.ts'
import { type Block, heading, list, paragraph } from '../content.ts'
import type { MessageSituation, SituationOfFact } from '../message-situation.ts'
import { appealState } from './appeal-state.ts'
import { changedDateLine, changedDates, ifTheWrongDayMadeYouLate, USE_THESE_DAYS } from './changed-dates.ts'
import { caseAsTold } from './correction.ts'
import { occasionOf } from './occasion.ts'

/** The case as the family was told of it before what it is told now; undefined where it had been told nothing. */
export function caseToldBefore(situation: SituationOfFact): Case | undefined {
  if (occasionOf(situation) !== 'facts-learnt') return undefined
  const { about, news } = situation
  const [first = about] = news.toSorted()
  return situation.lastTold ? caseAsTold(situation, first) : undefined
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
