import { parseCalendarDate } from './calendar-date.ts'
import { PART_3_IN_FORCE } from './citations.ts'
import type { Citation } from './deadline.ts'
import type { Period } from './period.ts'

const HEALTH_TO_CHECK = 'The words of SI 2009/309 were not read in the provisions themselves.'

function healthComplaintsRegulation(number: number): Citation {
  return {
    title: `Local Authority Social Services and National Health Service Complaints (England) Regulations 2009, regulation ${number}`,
    url: `https://www.legislation.gov.uk/uksi/2009/309/regulation/${number}`,
  }
}

/**
 * The Complaint Handling Code of the Local Government and Social Care Ombudsman, which it uses in its investigations from
 * 1 April 2026. It is no statute: a council complies, or explains why not. An investigation can be about a complaint that
 * was made before that day, and the days of such a complaint have to come from somewhere: the same days are counted.
 */
const COMPLAINT_PERIODS: readonly Period[] = (
  [
    ['D46a', 'Acknowledge a complaint', 5, 'the council receives the complaint'],
    ['D46b', 'Answer a complaint', 10, 'the council acknowledges the complaint'],
    ['D47a', 'Acknowledge a complaint at its second stage', 5, 'the complaint is taken to the second stage'],
    ['D47b', 'Answer a complaint at its second stage', 20, 'the council acknowledges the second stage'],
  ] as const
).map(([id, name, length, startsWith]) => ({
  id,
  version: '1',
  name,
  length,
  unit: 'working-days',
  startsWith,
  rolls: 'never',
  whoMustAct: 'council',
  onMiss: 'The family can go to the Ombudsman.',
  citations: [
    {
      title: 'Local Government and Social Care Ombudsman, Complaint Handling Code',
      url: 'https://llg.org.uk/news/the-lgsco-release-the-complaint-handling-code',
    },
  ],
  ...(id === 'D46b' && { exceptions: 'At most 10 more working days, if the council says why.' }),
  lawFrom: PART_3_IN_FORCE,
}))

/** The times of the routes beside an appeal: complaints, the Ombudsman, and a claim that a school discriminated. */
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
    // On this day rule 12(3) stopped moving the start of these claims out of August and Christmas. Rule 12(3A) still does
    // not count those days for any other act in them.
    lawFrom: parseCalendarDate('2020-07-21'),
  },
  ...COMPLAINT_PERIODS,
  {
    id: 'D48a',
    version: '1',
    name: 'Complain to the health service',
    length: 12,
    unit: 'calendar-months',
    startsWith: 'the family knew of the matter',
    rolls: 'never',
    whoMustAct: 'family',
    onMiss:
      'Complain all the same and say why it is late: the health service may look at it where there are good reasons.',
    citations: [healthComplaintsRegulation(12)],
    toCheck: HEALTH_TO_CHECK,
    lawFrom: PART_3_IN_FORCE,
  },
  {
    id: 'D48b',
    version: '1',
    name: 'Acknowledge a complaint to the health service',
    length: 3,
    unit: 'working-days',
    startsWith: 'the health service receives the complaint',
    rolls: 'never',
    whoMustAct: 'integrated care board',
    onMiss: 'Ask for the acknowledgement, then complain to the Parliamentary and Health Service Ombudsman.',
    citations: [healthComplaintsRegulation(13)],
    toCheck: HEALTH_TO_CHECK,
    lawFrom: PART_3_IN_FORCE,
  },
]
