/** Somebody outside the council's area who helps families everywhere in England. */
export interface Organisation {
  readonly name: string
  /** What it does for families, in a sentence or two. */
  readonly help: string
  readonly website: string
}

/** Named by itself, because messages lead to it. */
export const CORAM_CHILDRENS_LEGAL_CENTRE: Organisation = {
  name: 'Coram Children’s Legal Centre',
  help: 'Free legal information for children and families.',
  website: 'https://www.childrenslegalcentre.com',
}

/** Named by itself, because messages lead to it. */
export const IPSEA: Organisation = {
  name: 'IPSEA',
  help: 'Free legal advice on special educational needs, with letters that you can copy and help with appeals.',
  website: 'https://www.ipsea.org.uk',
}

/**
 * National organisations by their present names, the factsheet's three first. To check by hand before release: that each
 * address still leads to the organisation, above all Coram Children's Legal Centre's, which is the factsheet's.
 */
export const NATIONAL_ORGANISATIONS: readonly Organisation[] = [
  CORAM_CHILDRENS_LEGAL_CENTRE,
  {
    // "Contact a Family" in the factsheet of 2017.
    name: 'Contact, for families with disabled children',
    help: 'Advice, a helpline and local groups for families with a disabled child. It used to be called Contact a Family.',
    website: 'https://contact.org.uk',
  },
  IPSEA,
  {
    name: 'SOS!SEN',
    help: 'A helpline and guides on special educational needs, appeals and claims. Most of its helpers are parents.',
    website: 'https://sossen.org.uk',
  },
  {
    name: 'Child Law Advice',
    help: 'Guides to the law on schools, exclusion and complaints. It is run by Coram Children’s Legal Centre.',
    website: 'https://childlawadvice.org.uk',
  },
]
