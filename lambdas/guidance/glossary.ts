import { advisersOf } from '../cases/advice/adviser.ts'
import { childrenAndFamiliesAct, sendRegulation, tribunalRule } from '../law/citations.ts'
import type { Citation } from '../law/deadline.ts'
import type { CouncilForFamilies } from './council-for-families.ts'
import { PATHS } from './paths.ts'
import {
  COUNCIL_OMBUDSMAN,
  EXCLUSION_REGULATIONS,
  equalityAct,
  HEALTH_OMBUDSMAN,
  SEND_CODE_OF_PRACTICE,
  SHORT_GUIDE_FOR_PARENTS,
  sendCode,
  TRIBUNAL_PAGE,
} from './sources.ts'

/** A term of the field, explained for families. */
export interface GlossaryEntry {
  /** Its anchor on the page of the glossary. Emails that were sent link to it, so it is never renamed or removed. */
  readonly id: string
  readonly term: string
  /** How it stands in texts, where it is linked. A term with none is too common to link: it stands in the glossary alone. */
  readonly forms: readonly string[]
  /** Sentences under 25 words, in plain English. */
  readonly explanation: readonly string[]
  /** The law or guidance behind it, or where to read more. */
  readonly sources: readonly Citation[]
}

/** Where a term is explained: a path on the public pages. */
export function entryAddress(id: string): string {
  return `${PATHS.glossary}#${id}`
}

/**
 * The terms that families meet in letters, in our messages and on our pages, in the order of the alphabet.
 *
 * They are those of the factsheet of May 2017, brought up to date, and those that the law and our messages add. What the
 * factsheet had wrong is right here: mediation advice is not needed where the type of school or institution is in dispute
 * (not the type of provision), and the adviser (not the mediator) gives the certificate.
 */
export function glossary(council: CouncilForFamilies): readonly GlossaryEntry[] {
  return [...COMMON_ENTRIES, ...localEntries(council)].sort((a, b) => a.term.localeCompare(b.term, 'en-GB'))
}

function localEntries(council: CouncilForFamilies): readonly GlossaryEntry[] {
  const { officer, partnershipService, localOffer } = council.contacts
  const { disagreementResolution } = council.providers
  const advisers = advisersOf(council.providers).map(({ contact }) => contact.name)
  // The name of an organisation is a form too, so that no part of it is taken for a term: "Global Mediation".
  return [
    {
      id: 'disagreement-resolution',
      term: 'Disagreement resolution',
      forms: ['disagreement resolution', ...(disagreementResolution ? [disagreementResolution.name] : [])],
      explanation: [
        'An independent person helps you and a school, a college, the council or the health service to agree.',
        'It is voluntary, free and confidential.',
        'It gives you no certificate. It does not stop the time for an appeal.',
      ],
      sources: [sendCode('11.6 to 11.10'), childrenAndFamiliesAct(57)],
    },
    {
      id: 'local-offer',
      term: 'Local Offer',
      forms: ['Local Offer'],
      explanation: [
        'Every council publishes a Local Offer.',
        'It says what help there is for children and young people with SEND, and for their families.',
        'It covers education, health, care, training, work and living on your own.',
        'It also says how to sort out disagreements, how to complain and how to appeal.',
      ],
      sources: [{ title: `The Local Offer of ${council.name}`, url: localOffer }, childrenAndFamiliesAct(30)],
    },
    {
      id: 'mediation-adviser',
      term: 'Mediation adviser',
      forms: ['mediation adviser', 'mediation advisers', ...advisers],
      explanation: [
        'An independent person who tells you about mediation and gives you your certificate.',
        'The adviser does not work for the council.',
        advisers.length > 1
          ? `Here you can choose one of these: ${advisers.join(', ')}.`
          : `Here the adviser is ${advisers.join()}.`,
      ],
      sources: [childrenAndFamiliesAct(56)],
    },
    {
      id: 'partnership-service',
      term: partnershipService.name,
      forms: [
        partnershipService.name,
        'SEND Information, Advice and Support Service',
        'SENDIASS',
        'information, advice and support service',
      ],
      explanation: [
        'Free, impartial and confidential information, advice and support for families here.',
        'It does not take the side of the council.',
        'Each area has one. In law it is the information and advice service, often called SENDIASS.',
      ],
      sources: [childrenAndFamiliesAct(32)],
    },
    {
      id: 'council-send-team',
      term: officer.name,
      forms: [officer.name],
      explanation: [
        `The team at ${council.name} that deals with EHC needs assessments and EHC plans.`,
        'You can write to it about a decision.',
      ],
      sources: [],
    },
  ]
}

const COMMON_ENTRIES: readonly GlossaryEntry[] = [
  {
    id: 'annual-review',
    term: 'Annual review',
    forms: ['annual review', 'annual reviews'],
    explanation: [
      'A look at an EHC plan, at least once a year. You and the school take part.',
      'Then the council decides: it keeps the plan, changes it or ends it.',
    ],
    sources: [childrenAndFamiliesAct(44)],
  },
  {
    id: 'appeal',
    term: 'Appeal',
    forms: [],
    explanation: [
      'You ask the Tribunal to look again at a decision of the council.',
      'The Tribunal can tell the council to change it.',
    ],
    sources: [childrenAndFamiliesAct(51)],
  },
  {
    id: 'best-endeavours',
    term: 'Best endeavours',
    forms: ['best endeavours'],
    explanation: [
      'The law says that a school must do its best to get a child the help that they need to learn.',
      'The law calls this best endeavours.',
    ],
    sources: [childrenAndFamiliesAct(66)],
  },
  {
    id: 'disability-discrimination',
    term: 'Disability discrimination',
    forms: ['disability discrimination'],
    explanation: [
      'When a school treats a child unfairly because of a disability, and so breaks the Equality Act 2010.',
      'It can also be that the school did not make the changes that it should have made.',
    ],
    sources: [equalityAct(85)],
  },
  {
    id: 'early-years-provider',
    term: 'Early years provider',
    forms: ['early years provider', 'early years providers'],
    explanation: ['A nursery, a pre-school or a childminder.'],
    sources: [],
  },
  {
    id: 'ehc-needs-assessment',
    term: 'EHC needs assessment',
    forms: [
      'Education, Health and Care needs assessment',
      'Education, Health and Care (EHC) needs assessment',
      'EHC needs assessment',
      'EHC needs assessments',
    ],
    explanation: [
      'A detailed look at what a child or young person needs, and at what help they may need to learn.',
      'The council must do one if the child or young person may need an EHC plan.',
      'It is sometimes called a statutory assessment.',
    ],
    sources: [sendCode('9.45 to 9.52'), childrenAndFamiliesAct(36)],
  },
  {
    id: 'ehc-plan',
    term: 'Education, Health and Care (EHC) plan',
    forms: ['Education, Health and Care plan', 'Education, Health and Care (EHC) plan', 'EHC plan', 'EHC plans'],
    explanation: [
      'A legal document that the council writes.',
      'It says what special educational needs a child or young person has, and what help they will get.',
      'It also says what health care and social care they need.',
      'It is for those who need a lot of help.',
    ],
    sources: [childrenAndFamiliesAct(37)],
  },
  {
    id: 'first-tier-tribunal',
    term: 'First-tier Tribunal (SEND)',
    forms: ['First-tier Tribunal (SEND)', 'First-tier Tribunal', 'SEND Tribunal', 'Tribunal'],
    explanation: [
      'A kind of court. It does not belong to the council.',
      'It hears appeals from parents and young people about EHC needs assessments and EHC plans.',
      'It also hears claims that a school discriminated because of disability.',
      'Its whole name is the First-tier Tribunal (Special Educational Needs and Disability).',
    ],
    sources: [TRIBUNAL_PAGE],
  },
  {
    id: 'governing-board',
    term: 'Governing board',
    forms: ['governing board', 'governing boards', 'governing body', 'governing bodies'],
    explanation: ['The people who watch over how a school is run. They are also called the governors.'],
    sources: [],
  },
  {
    id: 'health-ombudsman',
    term: 'Parliamentary and Health Service Ombudsman',
    forms: ['Parliamentary and Health Service Ombudsman'],
    explanation: ['It looks at complaints about the NHS that the NHS has not put right. It is free and independent.'],
    sources: [HEALTH_OMBUDSMAN],
  },
  {
    id: 'independent-review-panel',
    term: 'Independent review panel',
    forms: ['independent review panel', 'independent review panels'],
    explanation: [
      'Three or five people who look again at a permanent exclusion.',
      'None of them belongs to the school. It costs you nothing.',
    ],
    sources: [EXCLUSION_REGULATIONS],
  },
  {
    id: 'integrated-care-board',
    term: 'Integrated care board (ICB)',
    forms: ['integrated care board', 'integrated care boards', 'ICB'],
    explanation: [
      'The part of the NHS that plans and pays for health services in an area.',
      'Since 1 July 2022 it does what the clinical commissioning group (CCG) did before.',
    ],
    sources: [childrenAndFamiliesAct(56)],
  },
  {
    id: 'local-authority',
    term: 'Local authority',
    forms: ['local authority', 'local authorities'],
    explanation: ['The council. It decides about EHC needs assessments and EHC plans.'],
    sources: [],
  },
  {
    id: 'mediation',
    term: 'Mediation',
    forms: ['mediation'],
    explanation: [
      'A meeting to settle a disagreement about a decision that you can appeal.',
      'An independent mediator runs it. It is voluntary, free and confidential.',
      'If you choose it, the council must take part. So must the integrated care board, if it is about health care.',
    ],
    sources: [sendCode('11.13 to 11.38'), childrenAndFamiliesAct(52)],
  },
  {
    id: 'mediation-advice',
    term: 'Mediation advice',
    forms: ['mediation advice'],
    explanation: [
      'Facts about mediation from the mediation adviser. It must take no side.',
      'You must get it before most appeals. Then you choose if you want mediation.',
      'You do not need it if you only disagree with the school or college named, or its type.',
      'It is the same if you only disagree that none is named.',
    ],
    sources: [sendCode('11.21 to 11.25'), childrenAndFamiliesAct(55)],
  },
  {
    id: 'mediation-certificate',
    term: 'Mediation certificate',
    forms: ['mediation certificate', 'certificate'],
    explanation: [
      'A letter from the mediation adviser. You need it for most appeals.',
      'You get it within 3 working days if you do not want mediation, and within 3 working days after mediation.',
      'It can give you more time to appeal: 1 month from the date on it.',
    ],
    sources: [sendRegulation(34), sendRegulation(39), tribunalRule(20)],
  },
  {
    id: 'mediator',
    term: 'Mediator',
    forms: ['mediator', 'mediators'],
    explanation: [
      'The person who runs a mediation meeting. The mediator is trained and accredited.',
      'The mediator does not work for the council or the health service, and takes no side.',
    ],
    sources: [sendRegulation(40)],
  },
  {
    id: 'ombudsman',
    term: 'Local Government and Social Care Ombudsman',
    forms: ['Local Government and Social Care Ombudsman', 'Ombudsman'],
    explanation: [
      'It looks at complaints about councils that the council has not put right.',
      'It is free and independent. It cannot look at what you can take to the Tribunal.',
    ],
    sources: [COUNCIL_OMBUDSMAN],
  },
  {
    id: 'permanent-exclusion',
    term: 'Permanent exclusion',
    forms: ['permanent exclusion', 'permanently excluded'],
    explanation: ['The headteacher says that a child may not come back to the school.'],
    sources: [EXCLUSION_REGULATIONS],
  },
  {
    id: 're-assessment',
    term: 'Re-assessment',
    forms: ['re-assessment', 're-assessments', 'reassessment'],
    explanation: ['A new EHC needs assessment for somebody who has an EHC plan.'],
    sources: [childrenAndFamiliesAct(44)],
  },
  {
    id: 'reasonable-adjustments',
    term: 'Reasonable adjustments',
    forms: ['reasonable adjustments'],
    explanation: [
      'Changes that a school must make so that a disabled child is not worse off than others.',
      'For example, more time, a quiet room or a change to a rule.',
    ],
    sources: [equalityAct(20)],
  },
  {
    id: 'section-b',
    term: 'Section B',
    forms: ['section B'],
    explanation: ['The part of an EHC plan that says what special educational needs there are.'],
    sources: [sendRegulation(12)],
  },
  {
    id: 'section-f',
    term: 'Section F',
    forms: ['section F'],
    explanation: ['The part of an EHC plan that says what special help with learning there must be.'],
    sources: [sendRegulation(12)],
  },
  {
    id: 'section-i',
    term: 'Section I',
    forms: ['section I'],
    explanation: ['The part of an EHC plan that names the school or college, or its type.'],
    sources: [sendRegulation(12)],
  },
  {
    id: 'sen',
    term: 'Special educational needs (SEN)',
    forms: ['special educational needs', 'special educational needs (SEN)', 'SEN'],
    explanation: [
      'A child or young person has special educational needs if two things are true.',
      'They find it much harder to learn than others of their age, or have a disability that gets in the way.',
      'And they need special help because of it.',
    ],
    sources: [childrenAndFamiliesAct(20)],
  },
  {
    id: 'sen-support',
    term: 'SEN support',
    forms: ['SEN support'],
    explanation: [
      'Help with learning that is more than, or different from, what others of the same age get.',
      'It helps a child to reach the aims that the school has set for them. The school should involve you.',
      'It took the place of School Action and Early Years Action, and of their Plus stages.',
    ],
    sources: [SEND_CODE_OF_PRACTICE],
  },
  {
    id: 'senco',
    term: 'Special educational needs coordinator (SENCO)',
    forms: [
      'special educational needs coordinator (SENCO)',
      'special educational needs coordinator',
      'special educational needs co-ordinator',
      'SENCO',
    ],
    explanation: [
      'The teacher who plans the help for children with SEN in a school or a maintained nursery school.',
      'It must be a qualified teacher. Groups of nurseries should name someone for this too.',
    ],
    sources: [childrenAndFamiliesAct(67)],
  },
  {
    id: 'send',
    term: 'SEND',
    forms: [],
    explanation: ['Special educational needs and disabilities.'],
    sources: [],
  },
  {
    id: 'send-code-of-practice',
    term: 'SEND Code of Practice',
    forms: ['SEND Code of Practice'],
    explanation: [
      'The government’s guidance to Part 3 of the Children and Families Act 2014.',
      'It tells councils, schools, colleges, nurseries and health services what they must do and should do.',
      'It is about finding out what children and young people with SEND need, and giving them that help.',
    ],
    sources: [SEND_CODE_OF_PRACTICE, SHORT_GUIDE_FOR_PARENTS],
  },
  {
    id: 'special-educational-provision',
    term: 'Special educational provision',
    forms: ['special educational provision'],
    explanation: ['Help with learning that is more than, or different from, what others of the same age get.'],
    sources: [childrenAndFamiliesAct(21)],
  },
  {
    id: 'suspension',
    term: 'Suspension',
    forms: ['suspension', 'suspended'],
    explanation: ['The headteacher says that a child may not come to school for some days.'],
    sources: [EXCLUSION_REGULATIONS],
  },
  {
    id: 'working-day',
    term: 'Working day',
    forms: ['working day', 'working days'],
    explanation: ['Any day from Monday to Friday that is not a bank holiday, Good Friday or Christmas Day.'],
    sources: [],
  },
  {
    id: 'young-person',
    term: 'Young person',
    forms: ['young person', 'young people'],
    explanation: [
      'Somebody who is over the age for school, about 16, and under 25.',
      'In SEND law young people have rights of their own. They can ask, complain and appeal themselves.',
    ],
    sources: [childrenAndFamiliesAct(83)],
  },
]
