import { ONCE } from './ways.ts'

/** Why no case can take a pair of transitions, though the file of its machine has both. */
interface Rule {
  readonly why: string
  /** A rare turn that makes it possible all the same: it is not sought, and no mistake when a case takes it. */
  readonly unless?: string
  readonly holds: (one: Step, other: Step) => boolean
}

interface Step {
  readonly wait: string
  readonly word: string
}

const AWAITS_CERTIFICATE = ['certificate-without-meeting', 'certificate-after-meeting']
/** With these a family has its certificate, or needs none. */
const NEEDS_NO_CERTIFICATE = ['certificate-issued', 'appeal-registered']

/** After these a family needs its certificate as before. */
const CHANGES_NO_NEED = [
  'health-board-told',
  'mediation-agreed',
  'mediation-not-agreed',
  'mediation-declined',
  'mediation-cannot-be-arranged',
]

const RULES: readonly Rule[] = [
  {
    why: 'It is recorded once.',
    holds: (one, other) => one.word === other.word && one.word !== 'appeal-registered' && ONCE.includes(one.word),
  },
  {
    why: 'An appeal is registered once.',
    unless: 'It ended without a decision in between, and the Tribunal opens it again.',
    holds: (one, other) => one.word === other.word && one.word === 'appeal-registered',
  },
  {
    why: 'The later meeting comes after a certificate or an appeal, so no certificate is awaited after it.',
    unless: 'The Tribunal did not register the appeal.',
    holds: (one, other) =>
      one.wait === 'later-meeting' && AWAITS_CERTIFICATE.includes(other.wait) && other.word !== 'nothing-to-wait-for',
  },
  {
    why: 'Who is in the wait for a certificate without a meeting needs one, and this does not change that.',
    holds: (one, other) =>
      other.word === 'nothing-to-wait-for' &&
      (one.word === 'thirty-days-passed' ||
        (one.wait === 'certificate-without-meeting' && CHANGES_NO_NEED.includes(one.word))),
  },
  {
    why: 'Whoever needs no certificate waits for the meeting beyond the 30 days.',
    unless: 'The Tribunal did not register the appeal.',
    holds: (one, other) => NEEDS_NO_CERTIFICATE.includes(one.word) && other.word === 'thirty-days-passed',
  },
]

/** The rule by which no case takes this pair of transitions; undefined where one can. */
export function ruledOut(goal: string): Pick<Rule, 'why' | 'unless'> | undefined {
  const [one, other] = goal.split(', ').map(stepOf)
  return one && other && RULES.find(({ holds }) => holds(one, other))
}

/** Whether no case can take this pair at all. */
export function isImpossible(goal: string): boolean {
  const rule = ruledOut(goal)
  return rule !== undefined && rule.unless === undefined
}

function stepOf(text: string): Step {
  const [wait = '', word = ''] = text.split(' > ')
  return { wait, word }
}
