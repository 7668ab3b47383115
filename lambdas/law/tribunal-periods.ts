import { PART_3_IN_FORCE, tribunalRule } from './citations.ts'
import type { Period } from './period.ts'

const ROLL = tribunalRule(12, '(1), (2) and (3)(a)')

/** The times of an appeal: Tribunal Procedure (HESC Chamber) Rules 2008, rules 12, 20 and 21. */
export const TRIBUNAL_PERIODS: readonly Period[] = [
  {
    id: 'D09',
    version: '1',
    name: 'Appeal, counted from the decision',
    length: 2,
    unit: 'calendar-months',
    startsWith: 'the decision notice is sent',
    rolls: 'tribunal-rule-12',
    endsAt: '17:00',
    whoMustAct: 'family',
    onMiss: 'Send the appeal at once and ask the Tribunal to accept it late, with the reasons.',
    citations: [tribunalRule(20, '(1)(c)(i)'), ROLL],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D10',
    version: '1',
    name: 'Appeal, counted from the certificate',
    length: 1,
    unit: 'calendar-months',
    startsWith: 'the mediation certificate is issued',
    rolls: 'tribunal-rule-12',
    endsAt: '17:00',
    whoMustAct: 'family',
    onMiss: 'Send the appeal at once and ask the Tribunal to accept it late, with the reasons.',
    citations: [tribunalRule(20, '(1)(c)(ii)'), ROLL],
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D11',
    version: '1',
    name: "Council's response to the appeal",
    length: 30,
    unit: 'tribunal-working-days',
    startsWith: 'the Tribunal sends the appeal to the council',
    rolls: 'never',
    endsAt: '17:00',
    whoMustAct: 'council',
    onMiss: 'Ask the Tribunal for directions. It may bar the council from taking a further part.',
    citations: [tribunalRule(21), tribunalRule(12, '(1) and (3)(b)')],
    toCheck: 'The date in the registration letter always comes first.',
    lawFrom: PART_3_IN_FORCE,
  },
]
