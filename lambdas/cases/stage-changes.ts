import { isDeepStrictEqual } from 'node:util'
import type { CalendarDate } from '../law/calendar-date.ts'
import { caseBefore, factsSince } from './build-case.ts'
import { belongsTo, type Case } from './case.ts'
import type { CaseFile } from './case-file.ts'
import { isRevision } from './corrections/revisions.ts'
import type { CouncilOwnTimes } from './council.ts'
import type { Fact } from './fact.ts'
import { isNews, kindOf } from './facts.ts'
import { laterSequence, type Sequence } from './sequence.ts'
import { isHeardBy } from './stages.ts'
import { type Standing, standings } from './standing.ts'
import {
  everyStart,
  fromTheStart,
  isTouchedBy,
  type StageBeginning,
  stageKey,
  stagesStartedBy,
} from './start-stages.ts'
import { type AnsweredStage, isWaiting, type Wait, type WaitingStage } from './wait.ts'

/** What new facts do to the stages of a case: to each at most one thing. */
export interface StageChanges {
  readonly starts: readonly (StageBeginning & { readonly run: string })[]
  readonly answers: readonly ({ readonly wait: WaitingStage } & AnsweredStage['answer'])[]
}

/**
 * What recording new facts does to the stages of the case. One that is the last to have happened answers the waits that
 * await it. Where there are several, or one takes an earlier place, each stage goes to where all the facts lead.
 *
 * @param after the case with the facts
 * @param today the day in England
 */
export function stageChanges(
  file: CaseFile,
  after: Case,
  today: CalendarDate,
  settings: CouncilOwnTimes,
): StageChanges {
  const [fact, ...others] = factsSince(file.subject, after).filter(({ type }) => isNews(type))
  if (!fact) return { starts: [], answers: [] }
  if (others.length > 0 || isRevision(after, fact)) {
    return changesOfPlace(file, [fact, ...others], standings(after, today, settings))
  }
  const before = caseBefore(after, fact.sequence)
  return {
    starts: [
      ...stagesStartedBy(fact, before).map((stage) => ({
        ...fromTheStart({ stage, startedFrom: fact.sequence }),
        run: '1',
      })),
      ...goOnAfterAll(file, after, fact, today, settings),
    ],
    answers: file.waits
      .filter(isWaiting)
      .filter(({ awaits, startedFrom }) => awaits.includes(fact.type) && belongsTo(fact, startedFrom))
      .map((wait) => ({ wait, outcome: fact.type, heard: fact.sequence })),
  }
}

/**
 * The stages that were finished and go on with a fact: one that ended in silence does when something happens after all, and
 * every one does whose end is undone.
 */
function goOnAfterAll(
  { subject, waits }: CaseFile,
  after: Case,
  fact: Fact,
  today: CalendarDate,
  settings: CouncilOwnTimes,
): StageChanges['starts'] {
  const finished = new Set(
    waits
      .filter(
        ({ state, stage, startedFrom }) =>
          state === 'finished' &&
          (isHeardBy(stage, fact.type) || kindOf(fact.type).undoes !== undefined) &&
          belongsTo(fact, startedFrom),
      )
      .map((wait) => `${stageKey(wait)} ${wait.startedFrom}`),
  )
  if (finished.size === 0) return []
  const before = standings(subject, today, settings)
  const stoodSo = (one: Standing) => before.some((other) => isDeepStrictEqual(one, other))
  return standings(after, today, settings)
    .filter((one) => finished.has(`${stageKey(one)} ${one.startedFrom}`) && !stoodSo(one))
    .map((one) => ({ ...one, run: runAfter(fact.sequence) }))
}

/**
 * What was recorded late or together, or corrected, can lead every stage somewhere else. One that stands where it waits
 * looks at the case again; one that stands elsewhere ends its run, and begins another there. What the facts start only now
 * is begun where it stands. Messages have keys, so none goes out twice.
 */
function changesOfPlace(
  { subject, waits }: CaseFile,
  facts: readonly [Fact, ...Fact[]],
  standing: readonly Standing[],
): StageChanges {
  const changed = facts.flatMap((fact) => placeChanged(fact, subject) ?? [])
  const last = facts.reduce((one, other) => laterSequence(one, other.sequence), facts[0].sequence)
  const rows = new Map(waits.map((wait) => [stageKey(wait), wait]))
  const startedBefore = new Set(everyStart(subject).map(({ stage, startedFrom }) => `${stage} ${startedFrom}`))
  return {
    starts: standing
      .filter((one) => {
        const row = rows.get(stageKey(one))
        if (row && row.state !== 'finished') return false
        const isNew = !startedBefore.has(`${one.stage} ${one.startedFrom}`)
        const isTouched = changed.some(({ type, sequence }) => isTouchedBy(one, type, sequence))
        return isNew || (isTouched && !isStill(one, row))
      })
      .map((one) => ({ ...one, run: runAfter(last) })),
    answers: waits.filter(isWaiting).map((wait) => {
      const isThere = standing.some((one) => isAt(one, wait))
      return { wait, ...(isThere ? { outcome: 'changed', heard: wait.heard } : { outcome: 'corrected', heard: last }) }
    }),
  }
}

/** Whether a stage stands where its run waits. */
function isAt(one: Standing, wait: WaitingStage): boolean {
  return (
    one.stage === wait.stage &&
    one.startedFrom === wait.startedFrom &&
    one.wait === wait.name &&
    one.heard === wait.heard &&
    one.ending === undefined
  )
}

/** Whether a stage that was finished has ended by its facts with the same word. */
function isStill(one: Standing, row: Wait | undefined): boolean {
  return row?.state === 'finished' && row.startedFrom === one.startedFrom && row.endedWith === one.ending
}

/** The fact that is new, or is right in another way now. */
function placeChanged(fact: Fact, before: Case): Fact | undefined {
  const sequence =
    fact.type === 'fact-corrected'
      ? fact.details.corrects
      : fact.type === 'fact-removed'
        ? fact.details.removes
        : undefined
  return sequence === undefined ? fact : before.facts.find((one) => one.sequence === sequence)
}

/** The run of a stage that begins again because of a fact. */
export function runAfter(fact: Sequence): string {
  return `c${fact}`
}
