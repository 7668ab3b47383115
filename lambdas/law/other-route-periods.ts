import { parseCalendarDate } from './calendar-date.ts'
import { PART_3_IN_FORCE } from './citations.ts'
import type { Period } from './period.ts'

/** The times of the routes beside an appeal: the Ombudsman, and a claim that a school discriminated. */
export const OTHER_ROUTE_PERIODS: readonly Period[] = [
  {
    id: 'D21',
    version: '1',
    name: 'Complain to the Ombudsman',
    length: 12,
    unit: 'calendar-months',
    startsWith: 'the family became aware of the matter',
    startDayCounts: true,
    rolls: 'never',
    whoMustAct: 'family',
    onMiss: 'Complain all the same and say why it is late: the Ombudsman may look at it where there are good reasons.',
    citations: [
      {
        title: 'Local Government Act 1974, section 26B',
        url: 'https://www.legislation.gov.uk/ukpga/1974/7/section/26B',
      },
    ],
    toCheck: 'The Ombudsman cannot look at what has been, or could have been, appealed to the Tribunal.',
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D22',
    version: '1',
    name: 'Claim that a school discriminated because of disability',
    length: 6,
    unit: 'calendar-months',
    startsWith: 'the act that the claim is about',
    startDayCounts: true,
    rolls: 'never',
    whoMustAct: 'family',
    onMiss: 'Send the claim at once and ask the Tribunal to accept it late, with the reasons.',
    citations: [
      {
        title: 'Equality Act 2010, schedule 17, paragraph 4',
        url: 'https://www.legislation.gov.uk/ukpga/2010/15/schedule/17/paragraph/4',
      },
    ],
    toCheck: 'The 6 months and their first day were not read in the provision itself.',
    // Rule 12(3) stopped moving these claims out of August and Christmas on this day.
    lawFrom: parseCalendarDate('2020-07-21'),
  },
]
