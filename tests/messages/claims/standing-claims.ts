import { all, appealMade, type Check, isSo, noAppeal } from './checks.ts'
import {
  allOf,
  appealOf,
  contactOf,
  hasCertificate,
  hasSpoken,
  isPlacementOnly,
  type Known,
  mediationEnds,
  meetingWithoutResult,
  talks,
  wantsMediation,
} from './known-case.ts'
import type { Wordings } from './wordings.ts'

/** What names no day and can be untrue all the same: how the appeal, the certificate and the rest stand. */

const certificate = isSo('there is no certificate', hasCertificate)
const noCertificate = isSo('a certificate is there', (known) => !hasCertificate(known))
const spoke = isSo('no talk with the adviser is known', hasSpoken)
const lateContact = isSo('the first talk was not late', (known) => known.law.lateContact)
const ended = isSo('no appeal has ended', (known) => appealOf(known).state === 'ended')
const timeIsOver: Check = isSo(
  'the last day is still ahead',
  ({ law: { dates, lateContact }, today }) => lateContact || today > (dates.appeal?.last ?? ''),
)
const letGoAhead = (known: Known) => appealOf(known).details?.letGoAhead

function isLate(known: Known): boolean {
  const { state, details } = appealOf(known)
  return (
    state === 'made' && (known.law.lateContact || (details?.receivedOn ?? '') > (known.law.dates.appeal?.last ?? ''))
  )
}

const decidedAs = (decision: string) =>
  isSo('the Tribunal never decided so', (known) =>
    // A message can list an earlier decision beside the last.
    allOf(known, 'appeal-decided').some((one) => one.decision === decision),
  )
const resultOf = (result: string) =>
  isSo('no complaint was answered so', (known) =>
    allOf(known, 'complaint-answered').some((one) => one.result === result),
  )
const somethingIsLate = isSo('nothing is open and late', ({ law: { duties }, today }) =>
  [...duties.values()].flat().some((duty) => duty.isOpen && duty.last < today),
)

export const STANDING: Wordings = [
  [appealMade, 'The Tribunal has your appeal'],
  [ended, 'Your appeal has ended', 'So the appeal has ended'],
  [
    certificate,
    'You have your certificate',
    'You have your mediation certificate',
    'You have yours',
    'You have your certificate and can appeal',
  ],
  [
    all(
      noAppeal,
      isSo('there is no certificate, and one is needed', (known) => hasCertificate(known) || isPlacementOnly(known)),
    ),
    'You can appeal now',
    'So you can appeal now',
  ],
  [
    noAppeal,
    'Send your appeal today',
    'Send your appeal today and say why it is late',
    'Send it today and say why it is late',
    'You can still appeal',
    'How to appeal',
    'How to appeal late',
    'We are writing because we have not heard that you appealed',
    'The day for your appeal is near',
  ],
  [all(noAppeal, timeIsOver), 'The time limit for your appeal looks to have gone by'],
  [
    all(noAppeal, noCertificate),
    'A certificate can make this day later',
    'If you do not have it yet, ask the mediation adviser for it',
  ],
  [
    noCertificate,
    'Ask for your certificate now',
    'We are writing because our records do not show that you have your certificate',
  ],
  [
    isSo('nothing makes the appeal late', (known) => isLate(known) && letGoAhead(known) !== 'yes'),
    'Your appeal may count as late',
  ],
  [
    isSo('the appeal is late', (known) => appealOf(known).state === 'made' && !isLate(known)),
    'Your appeal was in time',
  ],
  [
    isSo('the Tribunal has not let it go ahead', (known) => letGoAhead(known) === 'yes'),
    'The Tribunal has let your appeal go ahead',
    'The Tribunal let your appeal go ahead',
  ],
  [
    lateContact,
    'You spoke to the mediation adviser after the last day for that',
    'You spoke to the adviser late',
    'You spoke to the mediation adviser late',
  ],
  [
    isSo('no talk in time is known', (known) =>
      [...talks(known), ...allOf(known, 'mediation-declined').map(({ declinedOn }) => declinedOn)].some(
        (day) => day <= contactOf(known).last,
      ),
    ),
    'You spoke to the adviser in time',
  ],
  [
    spoke,
    'You have spoken to the adviser',
    'You have spoken to the mediation adviser',
    'Now you can choose what to do',
  ],
  [
    isSo(
      'the family has said what it wants',
      (known) => allOf(known, 'mediation-chosen').length + allOf(known, 'mediation-declined').length === 0,
    ),
    'We have not heard what you choose',
  ],
  [
    isSo('the family has spoken to the adviser', (known) => !hasSpoken(known)),
    'We are writing because there is still time to speak to the mediation adviser',
    'Our records do not show that you did',
  ],
  [isSo('more is disputed', isPlacementOnly), 'So you do not need a mediation certificate'],
  [isSo('no mediation is wanted', wantsMediation), 'You asked for mediation'],
  [isSo('the family wants mediation', (known) => !wantsMediation(known)), 'You do not want mediation any more'],
  [
    isSo('mediation has ended', (known) => mediationEnds(known).length === 0),
    'It has not taken place',
    'It was not arranged',
    'No mediation was arranged',
    'No mediation has taken place',
  ],
  [
    isSo('mediation has not begun', (known) => allOf(known, 'mediation-adjourned').length > 0),
    'It has begun and is not finished',
    'It goes on another day',
    'Your mediation has begun and can go on',
  ],
  [
    isSo('no meeting is over without a result', (known) =>
      [
        ...meetingWithoutResult(known),
        ...allOf(known, 'disagreement-resolution-meeting').map(({ meetingOn }) => meetingOn),
      ].some((day) => day < known.today),
    ),
    'Our records do not show what came of it',
  ],
  [
    isSo('the council opposes it', (known) => allOf(known, 'appeal-conceded').length > 0),
    'We do not oppose your appeal',
  ],
  [decidedAs('decided-for-appellant'), 'The Tribunal decided for you', 'The Tribunal decided your appeal for you'],
  [
    decidedAs('decided-in-part'),
    'The Tribunal decided for you in part',
    'The Tribunal decided your appeal for you in part',
  ],
  [
    decidedAs('decided-for-council'),
    'The Tribunal decided for the council',
    'The Tribunal decided that our decision stands',
  ],
  [
    decidedAs('struck-out'),
    'The Tribunal ended your appeal without deciding it',
    'The Tribunal struck out your appeal',
  ],
  [decidedAs('not-registered'), 'The Tribunal did not register your appeal'],
  [decidedAs('consent-order'), 'The Tribunal made the order that you and we agreed on'],
  [isSo('no agreement is recorded', (known) => allOf(known, 'agreement-reached').length > 0), 'You and we have agreed'],
  [resultOf('upheld'), 'The answer is that your complaint was right'],
  [resultOf('partly-upheld'), 'The answer is that your complaint was right in part'],
  [resultOf('not-upheld'), 'The answer is that nothing was done wrong'],
  [
    isSo(
      'every complaint has its answer',
      (known) => allOf(known, 'complaint-made').length > allOf(known, 'complaint-answered').length,
    ),
    'Our records do not show that you have an answer',
    'Your complaint is being looked at',
  ],
  [somethingIsLate, 'Our records do not show that it is done', 'Something is late'],
  [
    isSo('something is still to be done', ({ law: { duties } }) =>
      [...duties.values()].some((of) => of.length > 0 && of.every(({ isOpen }) => !isOpen)),
    ),
    'Our records show that all that had to follow is done',
    'Everything is done, our records show',
  ],
  [
    isSo('somebody who could decide came', (known) => JSON.stringify(known.facts).includes('"decisionMaker":"absent"')),
    'Nobody came who could decide',
  ],
]
