import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CertificateError, readCertificate } from '../../../bin/erase-again/read-certificate.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { type CameBack, certifiedCases, eraseAgain } from '../../../lambdas/retention/erase-again.ts'
import { eraseCase } from '../../../lambdas/retention/erase-case.ts'
import { closedCase, putBack, rowsAbout } from '../../retention/retention-for-tests.ts'
import { type ServiceForTests, serviceForTests } from '../../staff/service-for-tests.ts'

const NOW = new Date('2033-02-01T10:00:00Z')

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

async function run(certified: Parameters<typeof eraseAgain>[1], write: boolean): Promise<readonly CameBack[]> {
  const told: CameBack[] = []
  await eraseAgain(service.tables, certified, { write, now: NOW }, (one) => told.push(one))
  return told
}

describe('what a restore brings back of erased cases', () => {
  it('is listed, and is erased again when that is asked for', async () => {
    const caseId = await closedCase(service)
    const before = await rowsAbout(service, caseId)
    const { version } = (await requireCaseFile(service.tables, caseId)).record
    await eraseCase(
      service.tables,
      { listId: 'list-1', who: 'manager-2', now: NOW },
      { caseId, version },
      async () => true,
    )
    const erased = await rowsAbout(service, caseId)
    const certified = [{ listId: 'list-1', caseId }]
    expect(await run(certified, true)).toEqual([])

    await putBack(service, before)
    expect(await run(certified, false)).toMatchObject([{ caseId, outcome: 'left' }])
    expect(await rowsAbout(service, caseId)).toEqual(before)
    expect(await run(certified, true)).toMatchObject([{ caseId, outcome: 'erased again' }])
    expect(await rowsAbout(service, caseId)).toEqual(erased)
    expect(await run(certified, true)).toEqual([])
  })

  it('is known from the certificates in the tables', async () => {
    expect(await certifiedCases(service.tables)).toEqual([])
  })
})

describe('a certificate as a file', () => {
  it('says which cases were erased, and not those that were left out', () => {
    const csv = '\uFEFFlist,case,result\r\nlist-1,3456-7824,erased\r\nlist-1,3456-7825,on-hold\r\n'
    expect(readCertificate(csv, 'x.csv')).toEqual([{ listId: 'list-1', caseId: '3456-7824' }])
  })

  it.each([
    ['another table', 'name,age\r\nSam,7\r\n', 'x.csv is no certificate'],
    ['no CSV', '"', 'x.csv is no CSV'],
  ])('is refused when it is %s', (_, csv, message) => {
    expect(() => readCertificate(csv, 'x.csv')).toThrow(CertificateError)
    expect(() => readCertificate(csv, 'x.csv')).toThrow(message)
  })
})
