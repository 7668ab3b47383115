import type { CouncilForFamilies } from '../council-for-families.ts'
import type { GuidancePage } from '../page.ts'
import { appealPage } from './appeal.ts'
import { complaintPage } from './complaint.ts'
import { disagreementResolutionPage } from './disagreement-resolution.ts'
import { exclusionAndDiscriminationPage } from './exclusion-and-discrimination.ts'
import { healthAndSocialCarePage } from './health-and-social-care.ts'
import { mediationPage } from './mediation.ts'
import { organisationsPage } from './organisations.ts'
import { startPage } from './start.ts'

/** Every page of guidance but the glossary, with a council's own names. */
export function guidancePages(council: CouncilForFamilies): readonly GuidancePage[] {
  return [
    startPage,
    complaintPage,
    disagreementResolutionPage,
    mediationPage,
    appealPage,
    healthAndSocialCarePage,
    exclusionAndDiscriminationPage,
    organisationsPage,
  ].map((page) => page(council))
}
