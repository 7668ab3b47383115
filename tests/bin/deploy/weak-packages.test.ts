import { describe, expect, it } from 'vitest'
import { weakPackages } from '../../../bin/deploy/weak-packages.ts'

/** As npm 11 writes it, without what is not read. */
const answer = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} })

describe('before a deployment', () => {
  it('says nothing where no package is known to be weak', () => {
    expect(weakPackages(answer({}))).toBeUndefined()
  })

  it('names each package that is known to be weak, how bad it is, and where that is told', () => {
    const url = 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc'
    const weak = {
      lodash: {
        name: 'lodash',
        severity: 'high',
        via: [{ source: 1, title: 'Prototype pollution', url, range: '<5' }],
      },
      wrapper: { name: 'wrapper', severity: 'moderate', via: ['lodash'] },
    }
    expect(weakPackages(answer(weak))).toBe(
      'These packages are known to be weak. docs/security.md says within which time each has to be replaced.\n' +
        `  lodash (high): Prototype pollution, ${url}\n` +
        '  wrapper (moderate): it needs lodash',
    )
  })

  it.each([
    ['npm is not there', undefined],
    ['it wrote nothing', ''],
    ['the registry does not answer', '{ "message": "405 Method Not Allowed", "statusCode": 405, "error": {} }'],
    ['it writes another report', '{ "auditReportVersion": 3 }'],
  ])('does not take silence for good news: %s', (_, written) => {
    expect(weakPackages(written)).toContain('Nobody has looked whether a package is known to be weak')
  })
})
