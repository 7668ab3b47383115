import { type LookedAt, type Unlikely, unlikelyThings } from './unlikely-things.ts'

/** What somebody says of what is unlikely in a form: it is right, or it has to be changed. */
export type SecondLook = 'yes' | 'no'

/** The answers can be so, and somebody has to look again first, at each thing that is unlikely. */
export interface LookAgain {
  readonly outcome: 'unlikely'
  readonly unlikely: readonly Unlikely[]
}

/** Whether somebody has to look again; undefined where what was typed is likely, or has been said to be right. */
export function lookAgain(secondLook: SecondLook | undefined, looked: LookedAt): LookAgain | undefined {
  const unlikely = secondLook === 'yes' ? [] : unlikelyThings(looked)
  return unlikely.length > 0 || secondLook === 'no' ? { outcome: 'unlikely', unlikely } : undefined
}
