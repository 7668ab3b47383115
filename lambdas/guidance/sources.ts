import type { Citation } from '../law/deadline.ts'

/**
 * Where the guidance comes from and where families read more. To check by hand before release: the addresses of GOV.UK, the
 * two Ombudsmen and the regulations of 2017 and 2012, which were not opened when this was written.
 */

const SEND_CODE = 'https://www.gov.uk/government/publications/send-code-of-practice-0-to-25'

export const SEND_CODE_OF_PRACTICE: Citation = { title: 'SEND Code of Practice (GOV.UK)', url: SEND_CODE }

/** @param paragraphs "11.13 to 11.38" */
export function sendCode(paragraphs: string): Citation {
  const word = paragraphs.includes(' ') ? 'paragraphs' : 'paragraph'
  return { title: `SEND Code of Practice, ${word} ${paragraphs}`, url: SEND_CODE }
}

export const SHORT_GUIDE_FOR_PARENTS: Citation = {
  title: 'A shorter guide for parents and carers (GOV.UK)',
  url: 'https://www.gov.uk/government/publications/send-guide-for-parents-and-carers',
}

/** The Tribunal's page on appeals, with its forms. */
export const APPEAL_PAGE: Citation = {
  title: 'Appeal form and where to send it (GOV.UK)',
  url: 'https://www.gov.uk/appeal-ehc-plan-decision',
}

export const TRIBUNAL_PAGE: Citation = {
  title: 'The SEND Tribunal, with its claim forms (GOV.UK)',
  url: 'https://www.gov.uk/courts-tribunals/first-tier-tribunal-special-educational-needs-and-disability',
}

export const COMPLAIN_ABOUT_A_SCHOOL: Citation = {
  title: 'Complain about a school (GOV.UK)',
  url: 'https://www.gov.uk/complain-about-school',
}

export const COMPLAIN_ABOUT_A_COLLEGE: Citation = {
  title: 'Complain about a college (GOV.UK)',
  url: 'https://www.gov.uk/complain-further-education-college',
}

export const EXCLUSIONS_PAGE: Citation = {
  title: 'School discipline and exclusions (GOV.UK)',
  url: 'https://www.gov.uk/school-discipline-exclusions',
}

export const COUNCIL_OMBUDSMAN: Citation = {
  title: 'Complain to the Local Government and Social Care Ombudsman',
  url: 'https://www.lgo.org.uk/make-a-complaint',
}

export const HEALTH_OMBUDSMAN: Citation = {
  title: 'Complain to the Parliamentary and Health Service Ombudsman',
  url: 'https://www.ombudsman.org.uk',
}

export const RECOMMENDATION_REGULATIONS: Citation = {
  title: 'SEND (First-tier Tribunal Recommendations Power) Regulations 2017',
  url: 'https://www.legislation.gov.uk/uksi/2017/1306',
}

export const EXCLUSION_REGULATIONS: Citation = {
  title: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012',
  url: 'https://www.legislation.gov.uk/uksi/2012/1033',
}

/** A section of the Equality Act 2010. */
export function equalityAct(section: number): Citation {
  return {
    title: `Equality Act 2010, section ${section}`,
    url: `https://www.legislation.gov.uk/ukpga/2010/15/section/${section}`,
  }
}
