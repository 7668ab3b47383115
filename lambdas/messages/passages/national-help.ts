import type { Citation } from '../../law/deadline.ts'

/** Free legal advice everywhere in England: two of the organisations that the council's factsheet names. */
export const IPSEA: Citation = {
  title: 'IPSEA: free legal advice and letters to copy',
  url: 'https://www.ipsea.org.uk',
}
export const CHILDRENS_LEGAL_CENTRE: Citation = {
  title: 'Coram Children’s Legal Centre: free legal information',
  url: 'https://www.childrenslegalcentre.com',
}

/** Who looks at a complaint that was not put right. The addresses were not opened when this was written. */
export const COUNCIL_OMBUDSMAN: Citation = {
  title: 'Complain to the Local Government and Social Care Ombudsman',
  url: 'https://www.lgo.org.uk/make-a-complaint',
}
export const HEALTH_OMBUDSMAN: Citation = {
  title: 'Complain to the Parliamentary and Health Service Ombudsman',
  url: 'https://www.ombudsman.org.uk',
}
export const COMPLAIN_ABOUT_A_SCHOOL: Citation = {
  title: 'Complain about a school (GOV.UK)',
  url: 'https://www.gov.uk/complain-about-school',
}
export const COMPLAIN_ABOUT_A_COLLEGE: Citation = {
  title: 'Complain about a college (GOV.UK)',
  url: 'https://www.gov.uk/complain-further-education-college',
}
