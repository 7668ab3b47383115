import { LAW_LAST_CHECKED } from '../../guidance/how-to-appeal.ts'
import { NOTICE_PATHS, PATHS } from '../../guidance/paths.ts'
import { type Block, contactDetails, heading, paragraph, webLink } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { reachTheAdviser } from './adviser.ts'

/** Who can help impartially, the adviser, and the council's own officer. */
export function whoCanHelp(situation: MessageSituation): Block[] {
  return [
    ...impartialHelp(situation),
    heading('The mediation adviser'),
    ...reachTheAdviser(situation),
    ...atTheCouncil(situation),
  ]
}

/** As `whoCanHelp`, for a message that has told already how to reach the adviser. */
export function whoElseCanHelp(situation: MessageSituation): Block[] {
  return [...impartialHelp(situation), ...atTheCouncil(situation)]
}

export function impartialHelp({ council }: MessageSituation): Block[] {
  return [
    heading('Who can help you'),
    paragraph(
      `The ${council.contacts.partnershipService.name} gives free and impartial advice and support.`,
      'It can explain your rights and help you decide what to do next.',
    ),
    contactDetails(council.contacts.partnershipService),
  ]
}

export function atTheCouncil({ council }: MessageSituation): Block[] {
  return [heading('Who to ask at the council'), contactDetails(council.contacts.officer)]
}

/** The end of every message alike. */
export function footer({ subject, council, publicAddress }: MessageSituation): Block[] {
  return [
    paragraph(`Your case reference is ${subject.caseId}.`, 'Please give it when you contact us.'),
    paragraph(
      'To change how we contact you, phone or email us.',
      `Our phone number is ${council.contacts.officer.phone}. Our email address is ${council.contacts.officer.email}.`,
      'You can ask for post, large print, another format or another language.',
    ),
    paragraph(
      `This message is from ${council.name}.`,
      `It is about rights and dates in general (law checked in ${LAW_LAST_CHECKED}). It is not legal advice.`,
    ),
    webLink('Help for families in your area (the Local Offer)', council.contacts.localOffer),
    webLink('Other ways to sort out a disagreement', publicAddress + PATHS.start),
    webLink('Words explained', publicAddress + PATHS.glossary),
    webLink('What we do with your information (privacy notice)', publicAddress + NOTICE_PATHS.privacy),
  ]
}
