import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TRIBUNAL_FORM } from '../../../lambdas/staff/tribunal-file/fields.ts'
import { NO_SECTIONS, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

/** The ids of the form that can be read, but for two whose choices cannot: case-data.ts at 7f737067. */
const IDS_OF_THE_FORM = new Set([
  ...['cypFirstName', 'cypLastName', 'cypDateOfBirth'],
  ...['appellantWhoIsAppealing', 'appellantFirstName', 'appellantLastName', 'appellantRelationship'],
  ...['appellantPhoneNumber', 'appellantEmailAddress', 'appellantAddress'],
  ...['repHasRepresentative', 'repFirstName', 'repLastName', 'repCompanyName', 'commsRecipient'],
  ...['appealAppealAbout', 'appealFollowingAnnualReview', 'appealPlanSections', 'schoolSectionIDisagreement'],
  'hscWantRecommendation',
  ...['medHasCertificate', 'medNoCertificateReason', 'medNoCertificateExplanation'],
  ...['timeDecisionLetterDate', 'timeMediationCertificateDate', 'timeLateAppealExplanation'],
  'supportNeedsInterpreter',
])

const fileOf = async (caseId: string) => {
  const { html, headers, status } = await service.ask(`/cases/${caseId}/tribunal-file.json`)
  expect(status, html).toBe(200)
  return { file: JSON.parse(html) as Record<string, unknown>, headers }
}

describe('the file for the Tribunal’s form', () => {
  it('has no id that the form does not know', () => {
    const ids = TRIBUNAL_FORM.flatMap(({ fields }) => Object.keys(fields))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !IDS_OF_THE_FORM.has(id))).toEqual([])
  })

  it('answers what is on record, and leaves the rest out', async () => {
    const { file, headers } = await fileOf(await service.open())
    expect(file).toEqual({
      cypFirstName: 'Robin',
      cypLastName: 'Taylor',
      appellantWhoIsAppealing: 'parentOrCarer',
      appellantFirstName: 'Sam',
      appellantLastName: 'Taylor',
      appellantPhoneNumber: '01225 394382',
      appellantEmailAddress: 'sam.taylor@example.com',
      commsRecipient: 'parentOrCarer',
      appealAppealAbout: ['planContent'],
      appealPlanSections: ['sectionB', 'sectionF'],
      medHasCertificate: 'No',
      timeDecisionLetterDate: '2026-02-10',
    })
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="tribunal-file-[\w-]+\.json"$/)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('has the date of the certificate', async () => {
    const caseId = await service.open()
    await service.record(caseId, 'mediation-declined', { declinedOn: '2026-03-02', contactedOn: '2026-03-02' })
    await service.record(caseId, 'certificate-issued', { issuedOn: '2026-03-04' })
    expect((await fileOf(caseId)).file).toMatchObject({
      medHasCertificate: 'Yes',
      timeMediationCertificateDate: '2026-03-04',
    })
  })

  it('says that an appeal about the school alone needs no certificate', async () => {
    const caseId = await service.open({ ...NO_SECTIONS, 'sections-I': 'yes' })
    expect((await fileOf(caseId)).file).toMatchObject({
      appealPlanSections: ['sectionI'],
      medHasCertificate: 'No',
      medNoCertificateReason: 'sectionIOnly',
    })
  })

  it('splits an address that ends with a town and a postcode, and no other', async () => {
    const address = (postalAddress: string) => service.open({ by: 'post', postalAddress })
    expect((await fileOf(await address('Flat 2\nThe Old Mill\n1 High Street\nBath\nba1 1aa'))).file).toMatchObject({
      appellantAddress: {
        AddressLine1: 'Flat 2',
        AddressLine2: 'The Old Mill, 1 High Street',
        PostTown: 'Bath',
        PostCode: 'BA1 1AA',
      },
    })
    const without = await address('1 High Street\nBath')
    expect((await fileOf(without)).file).not.toHaveProperty('appellantAddress')
    const { html } = await service.ask(`/cases/${without}/tribunal-file`)
    expect(html).toContain('Our records do not say which part is which.')
    expect(html).toContain('1 High Street, Bath')
  })

  it('leaves a name of more than two words to a person', async () => {
    const caseId = await service.open({ childName: 'Maria van der Berg' })
    const { file } = await fileOf(caseId)
    expect(file).not.toHaveProperty('cypFirstName')
    expect(file).not.toHaveProperty('cypLastName')
    expect((await service.ask(`/cases/${caseId}/tribunal-file`)).html).toContain('Maria van der Berg')
  })

  it('is not there for a refusal to assess, which has a form of its own', async () => {
    const caseId = await service.open({ decisionKind: 'refusal-to-assess', ...NO_SECTIONS })
    expect((await service.ask(`/cases/${caseId}/tribunal-file.json`)).status).toBe(404)
    const { html } = await service.ask(`/cases/${caseId}/tribunal-file`)
    expect(html).toContain('SEND35A')
    expect(html).not.toContain('Download')
  })
})

describe('the page for the Tribunal’s form', () => {
  it('is reached from the case, says what it is not, and shows dates in words', async () => {
    const caseId = await service.open()
    expect((await service.ask(`/cases/${caseId}`)).html).toContain(`href="/cases/${caseId}/tribunal-file"`)
    const { html } = await service.ask(`/cases/${caseId}/tribunal-file`)
    expect(html).toContain('It is not an appeal: only the family can send one.')
    expect(html).toContain('Tuesday 10 February 2026')
    expect(html).toContain('Section B; Section F')
  })

  it('is not there for a case that is not there', async () => {
    expect((await service.ask('/cases/7K2M-4QXP/tribunal-file')).status).toBe(404)
    expect((await service.ask('/cases/7K2M-4QXP/tribunal-file.json')).status).toBe(404)
  })
})
