import { mediationAdvice } from './advice/stage.ts'
import { appealWindow } from './appeal/stage.ts'
import { complaint } from './complaint/stage.ts'
import { duties } from './duties/stage.ts'
import type { FactType } from './fact.ts'
import { mediation } from './mediation/stage.ts'
import type { AboutFact } from './message.ts'
import { ombudsman } from './ombudsman/stage.ts'
import { disagreementResolution } from './resolution/stage.ts'
import type { AnyStage, EndingOf, LeadsTo, WaitTable } from './stage.ts'
import { tribunal } from './tribunal/stage.ts'

/** The stages of the journey: one state machine each. Several of one case can be under way at once. */
export const STAGE_TABLES = {
  'mediation-advice': mediationAdvice,
  mediation,
  'appeal-window': appealWindow,
  tribunal,
  duties,
  'disagreement-resolution': disagreementResolution,
  complaint,
  ombudsman,
}

type Tables = typeof STAGE_TABLES

export type Stage = keyof Tables

/** What a case can be waiting for. */
export type WaitName = { [Name in Stage]: keyof Tables[Name]['waits'] }[Stage]

/** A wait of any stage, with its own types. */
type EachWait = { [Name in Stage]: Tables[Name]['waits'][keyof Tables[Name]['waits']] }[Stage]
type KeyOfEach<Union> = Union extends unknown ? keyof Union : never

/** The words with which a wait can end by itself. */
export type TimeOutcome = KeyOfEach<EachWait['byItself']>

/** The words with which a stage ends: a fact, the time, what is so by then, or that its facts were corrected. */
export type Ending = { [Name in Stage]: EndingOf<Tables[Name]['waits']> }[Stage] | 'corrected'

export const STAGES = Object.keys(STAGE_TABLES) as readonly Stage[]

const WAITS: ReadonlyMap<WaitName, { readonly stage: Stage; readonly table: WaitTable }> = new Map(
  STAGES.flatMap((stage) =>
    Object.entries(tableOf(stage).waits).map(([name, table]) => [name as WaitName, { stage, table }] as const),
  ),
)

export const WAIT_NAMES: readonly WaitName[] = [...WAITS.keys()]

const HEARD: Readonly<Record<Stage, ReadonlySet<FactType>>> = eachStage(
  (stage) => new Set(Object.values(tableOf(stage).waits).flatMap(({ facts }) => Object.keys(facts) as FactType[])),
)

/** A stage's table, whichever it is. */
export function tableOf(stage: Stage): AnyStage {
  return STAGE_TABLES[stage]
}

/** Every word with which some wait can end by itself. */
export const TIME_OUTCOMES: readonly TimeOutcome[] = [...new Set(WAIT_NAMES.flatMap(wordsByItself))]

/** The stage that a wait is a part of. */
export function stageOf(wait: WaitName): Stage {
  return waitOf(wait).stage
}

/** The wait that a stage begins with. */
export function firstWait(stage: Stage): WaitName {
  return tableOf(stage).beginsWith as WaitName
}

/** Whether a fact moves a stage on. Others are no news to it. */
export function isHeardBy(stage: Stage, type: FactType): boolean {
  return HEARD[stage].has(type)
}

/** The facts that move a stage on: exactly those that its waits await. */
export function heardBy(stage: Stage): readonly FactType[] {
  return [...HEARD[stage]]
}

/** The facts that a wait awaits. */
export function awaitedBy(wait: WaitName): readonly FactType[] {
  return Object.keys(waitOf(wait).table.facts) as FactType[]
}

/**
 * Where a word leads from a wait: to another wait of its stage, or to the stage's end.
 * @throws Error when the wait does not know the word
 */
export function leadsTo(wait: WaitName, word: string): LeadsTo<WaitName> {
  const { stage, table } = waitOf(wait)
  const leads = table.facts[word as FactType] ?? table.byItself[word]
  if (!leads) throw new Error(`The wait "${wait}" of the stage "${stage}" leads nowhere with "${word}".`)
  return leads as LeadsTo<WaitName>
}

/** Whether this is the end of a stage, and no wait. */
export function isEnd(leads: LeadsTo<WaitName>): leads is Exclude<LeadsTo<WaitName>, WaitName> {
  return leads === 'end' || leads === 'tell-and-end'
}

/** The word for what the time of a wait brings. */
export function timeBrings(wait: WaitName): TimeOutcome {
  return waitOf(wait).table.timeBrings as TimeOutcome
}

/** Every word with which a wait can end by itself. */
export function wordsByItself(wait: WaitName): readonly TimeOutcome[] {
  return Object.keys(waitOf(wait).table.byItself) as TimeOutcome[]
}

/** Whether a case can have several of a stage at the same time. */
export function isSideBySide(stage: Stage): boolean {
  return tableOf(stage).sideBySide
}

/** What the family is told when a stage ends with this word; undefined when it has been told, or will be by the next. */
export function closingMessage(stage: Stage, ending: Ending): AboutFact['kind'] | undefined {
  return tableOf(stage).closing.messages[ending]
}

/** Something for each stage, under its name. */
export function eachStage<Value>(make: (stage: Stage) => Value): Readonly<Record<Stage, Value>> {
  return Object.fromEntries(STAGES.map((stage) => [stage, make(stage)])) as Record<Stage, Value>
}

function waitOf(name: WaitName) {
  const wait = WAITS.get(name)
  if (!wait) throw new Error(`No stage waits for "${name}".`)
  return wait
}
