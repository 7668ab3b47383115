import type { MessageContent } from '../../../lambdas/messages/content.ts'
import { type Check, type Working, wasSo } from './checks.ts'
import type { Known } from './known-case.ts'
import { asPattern, namesADay, readAs, type Sentence, sentencesOf } from './plain-text.ts'
import { STANDING } from './standing-claims.ts'
import {
  ADVISER,
  APPEAL,
  CERTIFICATE,
  COMPLAINT,
  DUTIES,
  IN_OTHER_WORDS,
  LETTER_AND_END,
  MEDIATION,
  NEW_PLAN,
  OMBUDSMAN,
  RESOLUTION,
  TOLD,
  TRIBUNAL,
  type Wordings,
} from './wordings.ts'
import { WORKINGS } from './workings.ts'

/** What a reader makes of a message, who knows the case. */
export interface ReadMessage {
  /** What it says and is not so: a sentence each, with what is so. */
  readonly untrue: readonly string[]
  /** Sentences that name a day and are of no known wording. */
  readonly unread: readonly string[]
  /** The wordings that were read, as they stand in the tables. */
  readonly read: readonly string[]
}

interface Looked {
  readonly wording: string
  readonly pattern: RegExp
  readonly check: Check
}

const ALL: Wordings = [
  ...APPEAL,
  ...ADVISER,
  ...CERTIFICATE,
  ...MEDIATION,
  ...TRIBUNAL,
  ...DUTIES,
  ...RESOLUTION,
  ...COMPLAINT,
  ...NEW_PLAN,
  ...OMBUDSMAN,
  ...LETTER_AND_END,
  ...IN_OTHER_WORDS,
  ...WORKINGS,
  ...STANDING,
  ...TOLD,
]

const LOOKED: readonly Looked[] = ALL.flatMap(([check, ...says]) =>
  says.map((wording) => ({ wording, pattern: asPattern(wording), check })),
)

/** Every wording that is known. */
export const WORDINGS: readonly string[] = LOOKED.map(({ wording }) => wording)

/** The list of what a correction takes back: it is not so any more. */
const TAKEN_BACK = 'What was wrong'

/** Reads a message as plain text and compares every claim in it with what was known of the case when it went out. */
export function readClaims(content: MessageContent, known: Known): ReadMessage {
  const workings = new Map<number, Working>()
  const untrue: string[] = []
  const unread: string[] = []
  const read: string[] = []
  for (const sentence of sentencesOf(content)) {
    const claim = claimOf(sentence)
    if (!claim) {
      if (namesADay(sentence.text)) unread.push(sentence.text)
      continue
    }
    read.push(claim.wording)
    const check = sentence.under === TAKEN_BACK && sentence.list !== undefined ? wasSo(claim.check) : claim.check
    const problem = check({ ...claim, sentence, working: workingOf(sentence, workings) }, known)
    if (problem) untrue.push(`"${sentence.text}" (${sentence.part}): ${problem}.`)
  }
  return { untrue, unread, read }
}

/** Most sentences stand in many messages, so each is looked up once. */
const found = new Map<string, ReturnType<typeof lookUp>>()

function claimOf({ text }: Sentence): ReturnType<typeof lookUp> {
  if (!found.has(text)) found.set(text, lookUp(text))
  return found.get(text)
}

function lookUp(text: string) {
  for (const { wording, pattern, check } of LOOKED) {
    const said = readAs(text, pattern)
    if (said) return { ...said, wording, check }
  }
  return undefined
}

function workingOf({ list }: Sentence, workings: Map<number, Working>): Working {
  const working = workings.get(list ?? -1) ?? { ends: [] }
  if (list !== undefined) workings.set(list, working)
  return working
}
