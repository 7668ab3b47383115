import type { Happening } from '../../cases/happenings.ts'
import {
  AGREED_POINTS,
  type AgreedPoint,
  YOUNG_PERSONS_PARTS,
  type YoungPersonsPart,
} from '../../cases/mediation/closed-words.ts'
import { AGREED_POINT_WORDS, inLine, YOUNG_PERSONS_PART_WORDS } from '../../staff/closed-words.ts'

const AGREED_ON = Object.fromEntries(
  AGREED_POINTS.map((point) => [`agreed-${point}`, `Agreed on: ${inLine(AGREED_POINT_WORDS[point])}`]),
) as Record<`agreed-${AgreedPoint}`, string>
const PARTS = Object.fromEntries(
  YOUNG_PERSONS_PARTS.map((part) => [
    `young-person-${part}`,
    `Child or young person: ${inLine(YOUNG_PERSONS_PART_WORDS[part])}`,
  ]),
) as Record<`young-person-${YoungPersonsPart}`, string>

export const HAPPENING_WORDS: Readonly<Record<Happening, string>> = {
  'plan-issued-again': 'The plan was issued again, with real changes',
  'came-from-council': 'The case came from another council',
  'moved-away': 'The family moved to another council',
  'letter-at-fault': 'The decision letter was never sent, went to the wrong person or left something out',
  'not-arranged-in-time': 'The council or the board said that it cannot arrange mediation in time',
  'mediation-refused': 'The council or the board refused mediation',
  'missed-by-arranger': 'The council, or the board that arranged it, did not come to the meeting',
  'missed-by-family': 'The family did not come to the meeting',
  'way-forward-meeting': 'The family was asked to a way forward meeting',
  'agreed-later': 'Agreed weeks after mediation, or without it',
  'gave-in-without-order': 'The council gave in without an order',
  'decision-set-aside': 'An appeal that had ended was opened again',
  'went-to-upper-tribunal': 'The family or the council took steps to the Upper Tribunal',
  complained: 'The family complained',
  'went-to-ombudsman': 'The family went to an Ombudsman',
  'ombudsman-found-fault': 'An Ombudsman found fault',
  ...AGREED_ON,
  ...PARTS,
}
