import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { giveTask } from '../../lambdas/cases/store/task-store.ts'
import { given } from '../cases/work/file-for-tests.ts'
import { dateInputs } from '../web/date-inputs.ts'
import type { ServiceForTests } from './service-for-tests.ts'

/**
 * A case on which every route is under way on Tuesday 10 March 2026: mediation agreed in part, an appeal that the Tribunal
 * has, things for the council to do, a complaint and a disagreement resolution; something was corrected and something
 * taken back. The clock of the service ends there. @returns its reference.
 */
export async function caseWithEveryRoute(service: ServiceForTests): Promise<string> {
  const { record, park, goTo } = service
  goTo('2025-11-13')
  const caseId = await service.open({
    'sections-I': 'yes',
    ...dateInputs('printedOn', '2025-11-10'),
    ...dateInputs('sentOn', '2025-11-11'),
  })
  const correct = async (action: 'correct' | 'remove', sequence: string, changes: Readonly<Record<string, string>>) => {
    const address = `/cases/${caseId}/${action}/${sequence}`
    const { typed } = await service.json<{ typed: Record<string, string> }>(address)
    const { status, html } = await service.send(address, { ...typed, ...changes, ...(await service.hiddenAt(address)) })
    if (status !== 303) throw new Error(`${address} answered ${status}: ${html}`)
  }

  await park(caseId, 'adviser-contact', ['mediation-chosen'], { kind: 'family-speaks-to-adviser', date: '2026-01-09' })
  goTo('2025-12-01')
  await record(caseId, 'mediation-chosen', {
    councilToldOn: '2025-12-01',
    healthIssue: 'some',
    contactedOn: '2025-11-24',
    providerAskedOn: '2025-11-28',
  })
  await park(
    caseId,
    'meeting-date',
    ['health-board-told', 'meeting-arranged'],
    { kind: 'mediation-is-held', date: '2025-12-31' },
    '00002',
  )
  await record(caseId, 'health-board-told', { boardToldOn: '2025-12-01' })
  await park(caseId, 'meeting-date', ['meeting-arranged'], { kind: 'mediation-is-held', date: '2025-12-31' }, '00002')
  goTo('2025-12-08')
  await record(caseId, 'meeting-arranged', {
    meetingOn: '2025-12-18',
    startsAt: '2pm',
    format: 'in-person',
    place: 'The Guildhall, High Street',
  })
  await park(
    caseId,
    'meeting',
    ['meeting-moved', 'mediation-partly-agreed'],
    { kind: 'meeting-is-held', date: '2025-12-18' },
    '00002',
  )
  goTo('2025-12-19')
  await record(caseId, 'mediation-partly-agreed', {
    concludedOn: '2025-12-18',
    decisionMaker: 'present',
    'duties-amend-contents': 'yes',
    'duties-not-appealable': 'yes',
    'stillDisputed-F': 'yes',
    'stillDisputed-I': 'yes',
  })
  await park(
    caseId,
    'certificate-after-meeting',
    ['certificate-issued'],
    { kind: 'adviser-issues-certificate', date: '2025-12-23' },
    '00002',
  )
  await park(caseId, 'duties', ['duty-done'], { kind: 'council-does-duty', date: '2026-01-22' }, '00005')
  goTo('2025-12-23')
  await record(caseId, 'certificate-issued', { issuedOn: '2025-12-22' })
  await park(caseId, 'duties', ['duty-done'], { kind: 'council-does-duty', date: '2026-01-22' }, '00005')
  await park(caseId, 'appeal', ['appeal-registered'], { kind: 'family-appeals', date: '2026-01-22' }, '00006')
  await record(caseId, 'duty-done', { duty: '00005-D12', doneOn: '2025-12-23' })
  await park(caseId, 'duties', ['duty-done'], { kind: 'council-does-duty', date: '2026-01-22' }, '00005')
  goTo('2026-01-16')
  await record(caseId, 'appeal-registered', { receivedOn: '2026-01-14' })
  await park(
    caseId,
    'council-response',
    ['response-sent', 'appeal-conceded', 'appeal-withdrawn', 'appeal-decided'],
    { kind: 'news-of-appeal', date: '2026-02-04' },
    '00008',
  )
  goTo('2026-02-02')
  await correct('correct', '00008', dateInputs('sentToCouncilOn', '2026-01-28'))
  await service.endWhatBeganAgain(caseId)
  await park(caseId, 'duties', ['duty-done'], { kind: 'council-does-duty', date: '2026-01-22' }, '00005')
  await park(
    caseId,
    'council-response',
    ['response-sent', 'appeal-conceded', 'appeal-withdrawn', 'appeal-decided'],
    { kind: 'council-responds', date: '2026-03-11' },
    '00008',
  )
  await record(caseId, 'complaint-made', {
    about: 'council',
    'points-is-in-writing': 'yes',
    'points-says-all-the-issues': 'yes',
    'points-says-what-should-happen': 'yes',
    madeOn: '2026-02-02',
    awareOn: '2026-01-23',
    answerAskedBy: '2026-02-27',
  })
  await park(
    caseId,
    'complaint-answer',
    ['complaint-answered'],
    { kind: 'news-of-complaint', date: '2026-02-16' },
    '00010',
  )
  await record(caseId, 'disagreement-resolution-asked', {
    subject: 'special-educational-provision',
    occasion: 'while-waiting-for-tribunal',
    askedBy: 'family',
    'parties-family': 'yes',
    'parties-council': 'yes',
    'parties-school-or-college': 'yes',
    askedOn: '2026-02-02',
  })
  await park(
    caseId,
    'parties-agree',
    ['disagreement-resolution-answered', 'disagreement-resolution-meeting', 'disagreement-resolution-ended'],
    { kind: 'news-of-resolution', date: '2026-02-16' },
    '00011',
  )
  await record(caseId, 'disagreement-resolution-answered', {
    party: 'council',
    agrees: 'yes',
    answeredOn: '2026-02-02',
  })
  await park(
    caseId,
    'parties-agree',
    ['disagreement-resolution-answered', 'disagreement-resolution-meeting', 'disagreement-resolution-ended'],
    { kind: 'news-of-resolution', date: '2026-02-16' },
    '00011',
  )
  await record(caseId, 'note-added', { note: 'The school asked for the papers.\nSent them by email.' })
  goTo('2026-03-10')
  await record(caseId, 'disagreement-resolution-answered', {
    party: 'school-or-college',
    agrees: 'yes',
    answeredOn: '2026-03-02',
  })
  await parkAll()
  await correct('remove', '00014', {})
  await parkAll()
  for (const task of [
    given('send-response', sequenceOf(8), '2026-02-25'),
    given('escalate-duty', { of: sequenceOf(5), rule: 'D19' }, '2026-01-23'),
    given('ask-party', { fact: sequenceOf(11), party: 'school-or-college' }, '2026-02-16'),
    given('chase-complaint-answer', sequenceOf(10), '2026-02-17'),
  ]) {
    await giveTask(service.tables, caseId, task, new Date('2026-03-10T11:00:00Z'))
  }
  return caseId

  /** After a correction every stage looks at the case again. */
  async function parkAll() {
    await service.endWhatBeganAgain(caseId)
    await park(caseId, 'duties', ['duty-done'], { kind: 'council-does-duty', date: '2026-01-22' }, '00005')
    await park(
      caseId,
      'complaint-answer',
      ['complaint-answered'],
      { kind: 'news-of-complaint', date: '2026-02-16' },
      '00010',
    )
    await park(
      caseId,
      'council-response',
      ['response-sent', 'appeal-conceded', 'appeal-withdrawn', 'appeal-decided'],
      { kind: 'council-responds', date: '2026-03-11' },
      '00008',
    )
    await park(
      caseId,
      'parties-agree',
      ['disagreement-resolution-answered', 'disagreement-resolution-meeting', 'disagreement-resolution-ended'],
      { kind: 'news-of-resolution', date: '2026-02-16' },
      '00011',
    )
  }
}
