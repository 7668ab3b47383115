import type { Council } from '../../lambdas/cases/council.ts'
import type { CouncilForFamilies } from '../../lambdas/guidance/council-for-families.ts'

/** What the pages show of a council. */
export const COUNCIL: CouncilForFamilies & Pick<Council, 'complaintTimes'> = {
  name: 'Example & District Council',
  officer: { name: 'SEND Team', phone: '01632 960100', email: 'send@example.gov.uk' },
  mediationAdviser: { name: 'Example Mediation', phone: '01632 960200', email: 'adviser@example.org' },
  partnershipService: {
    name: 'Example Partnership Service',
    phone: '01632 960300',
    email: 'help@example.net',
    website: 'https://help.example.net/send',
    hours: '10am to 3pm, Monday to Thursday',
    textPhone: '07700 900300',
  },
  localOffer: 'https://www.example.gov.uk/local-offer',
  complaintTimes: {
    school: { acknowledgeWorkingDays: 5, answerWorkingDays: 15 },
    college: { acknowledgeWorkingDays: 5, answerWorkingDays: 20 },
    council: { acknowledgeWorkingDays: 5, answerWorkingDays: 10 },
    'health-body': { acknowledgeWorkingDays: 3, answerWorkingDays: 40 },
  },
}
