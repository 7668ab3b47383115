import type { Case } from '../../cases/case.ts'
import { isCorrection } from '../../cases/facts.ts'
import { whoJoinedBy } from '../../cases/joining.ts'
import { factTold, type MessageDue } from '../../cases/message.ts'
import { OPENED, type Sequence } from '../../cases/sequence.ts'
import type { HeldMessage, NotNeededReason } from '../../cases/telling/held-message.ts'
import { isLearntLate } from '../../cases/telling/when-it-leaves.ts'

/** Something that goes out, and the held messages that it goes out for. */
export interface Leaving {
  readonly as: MessageDue
  readonly held: readonly HeldMessage[]
}

/** What is not sent, and why. */
export interface NotLeaving {
  readonly held: HeldMessage
  readonly reason: NotNeededReason
}

/** What goes out of the messages that leave together. */
export interface WhatLeaves {
  readonly leaving: readonly Leaving[]
  readonly notNeeded: readonly NotLeaving[]
}

/**
 * Decides what goes out of the messages of a case that leave together: those that are of use, and where they are several,
 * one that says where the case stands. What only somebody new gets speaks for itself, and so does another decision.
 * @param whyNotNeeded says why one of them is of no use by now; undefined while it is
 * @param wasSent whether a message has gone out before
 * @param toldAlone the facts that a message of its own tells which does not leave with these: it has gone out, or goes out now
 */
export function whatLeaves(
  subject: Case,
  held: readonly HeldMessage[],
  whyNotNeeded: (message: MessageDue) => NotNeededReason | undefined,
  wasSent: (message: MessageDue) => boolean,
  toldAlone: ReadonlySet<Sequence>,
): WhatLeaves {
  const judged = held.map((one) => ({ held: one, reason: whyNotNeeded(one.message) }))
  const useful = judged.flatMap(({ held: one, reason }) => (reason ? [] : [one]))
  // Whoever is the party from now on is told everything in their first message.
  const toNewParty = useful.filter(({ message }) => isForNewParty(subject, message))
  const own = new Set([
    ...toldAlone,
    ...useful.flatMap(({ message }) => (putsRight(message) ? [] : [factTold(message)])),
  ])
  // What a message of its own tells is not told again as something that is put right.
  const toldByAnother = useful.filter(
    (one) =>
      (putsRight(one.message) && !isAboutCorrection(subject, one.message) && own.has(factTold(one.message))) ||
      (toNewParty.length > 0 && !toNewParty.includes(one)),
  )
  const left = useful.filter((one) => !toldByAnother.includes(one))
  const alone = left.filter(({ message }) => isAlone(subject, message))
  const together = left.filter((one) => !alone.includes(one))
  return {
    leaving: [...alone.map(byItself), ...asOne(held, together, wasSent)],
    notNeeded: [
      ...judged.flatMap(({ held: one, reason }) => (reason ? [{ held: one, reason }] : [])),
      ...toldByAnother.map((one) => ({ held: one, reason: 'told-by-another' as const })),
    ],
  }
}

/**
 * The facts that one message tells together, in the order of recording; none where it tells of one. What was learnt late
 * between them belongs to it too, though a message of its own would have been of no use.
 */
export function newsOf({ as, held }: Leaving, { facts }: Case): readonly Sequence[] {
  if (as.kind !== 'where-your-case-stands' || held.length < 2) return []
  const told = held.map(({ message }) => factTold(message)).sort()
  const [first = as.about] = told
  const between = facts.filter((fact) => isLearntLate(fact) && fact.sequence >= first && fact.sequence <= as.about)
  return [...new Set([...told, ...between.map(({ sequence }) => sequence)])].sort()
}

function asOne(
  all: readonly HeldMessage[],
  together: readonly HeldMessage[],
  wasSent: (message: MessageDue) => boolean,
): readonly Leaving[] {
  if (together.length < 2) return together.map(byItself)
  // Named after the last fact of all that was held, so that the messages of two days are two; but for those that say already
  // where the case stands, to somebody who joined.
  const named = all.filter(({ message }) => message.kind !== 'where-your-case-stands')
  const about = named.map(({ message }) => factTold(message)).reduce((one, other) => (other > one ? other : one))
  const as = { kind: 'where-your-case-stands', about } as const
  return wasSent(as) ? together.map(byItself) : [{ as, held: together }]
}

function byItself(held: HeldMessage): Leaving {
  return { as: held.message, held: [held] }
}

function isForNewParty(subject: Case, { kind, about }: MessageDue): boolean {
  return kind === 'where-your-case-stands' && (whoJoinedBy(subject, about)?.includes('family') ?? false)
}

function putsRight({ kind }: MessageDue): boolean {
  return kind === 'dates-corrected'
}

/** That the decision was another one is told in two messages: what was wrong, and the rights about it. */
function isAlone({ decisionStatedBy }: Case, message: MessageDue): boolean {
  const isOfDecision = decisionStatedBy !== OPENED && factTold(message) === decisionStatedBy
  return message.kind === 'where-your-case-stands' || isOfDecision
}

function isAboutCorrection({ facts }: Case, message: MessageDue): boolean {
  const fact = facts.find(({ sequence }) => sequence === factTold(message))
  return fact !== undefined && isCorrection(fact.type)
}
