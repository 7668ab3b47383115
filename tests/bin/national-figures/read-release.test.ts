import { describe, expect, it } from 'vitest'
import { dataAsText, problemsOfSums, readReleaseFile, withRelease } from '../../../bin/national-figures/read-release.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { areaYear, type NationalData, nationalYears } from '../../../lambdas/reports/national/national-figures.ts'

const AREA =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown'
const REQUESTS = `${AREA},requests_received_in_year,requests_decided_not_to_assess,mediation_related_request,tribunal_related_request,tribunal_after_mediation_request`
const ASSESSMENTS = `${AREA},assess_issued,assess_not_issued,number_assess_mediation,number_asssess_mediation_tribunal,number_other_mediation,number_other_mediation_tribunal`
const ALL = 'All requests for an EHC needs assessment,All requests for an EHC needs assessment'
const ENGLAND = 'Calendar year,National,E92000001,England,,,,,'
const REGION = 'Calendar year,Regional,E92000001,England,E12000009,South West,,,'
const council = (code: string, name: string) =>
  `Calendar year,Local authority,E92000001,England,E12000009,South West,${code},800,${name}`
const RELEASE = {
  title: 'A release',
  releasedOn: parseCalendarDate('2026-06-25'),
  url: 'https://example.com',
  licence: 'Open Government Licence v3.0',
  notes: ['One council returned nothing.'],
}
const NOTHING: NationalData = { releases: [], areas: [], figures: {} }

async function* bytes(...lines: readonly string[]) {
  yield new TextEncoder().encode(`\uFEFF${lines.join('\n')}\n`)
}
const requests = () =>
  readReleaseFile(
    bytes(
      REQUESTS,
      `2019,${ENGLAND},${ALL},82329,18755,x,x,x`,
      `2025,${ENGLAND},${ALL},30,9,7,5,3`,
      `2025,${ENGLAND},Sex,Female,10,3,2,1,1`,
      `2025,${REGION},${ALL},30,9,7,5,3`,
      `2025,${council('E06000022', 'Bath and North East Somerset')},${ALL},20,5,4,3,2`,
      `2025,${council('E06000023', '"Bristol, City of"')},${ALL},10,4,3,2,low`,
    ),
    'requests',
  )
const assessments = () =>
  readReleaseFile(
    bytes(
      ASSESSMENTS,
      `2025,${ENGLAND},All EHC needs assessments,All EHC needs assessments,20,2,3,1,5,2`,
      `2025,${REGION},All EHC needs assessments,All EHC needs assessments,20,2,3,1,5,2`,
      `2025,${council('E06000022', 'Bath and North East Somerset')},All EHC needs assessments,All EHC needs assessments,12,1,2,1,4,2`,
      `2025,${council('E06000023', '"Bristol, City of"')},All EHC needs assessments,All EHC needs assessments,8,no data,1,0,1,0`,
    ),
    'assessments',
  )

describe('a release', () => {
  it('is read by the names of its columns: of each area and year the row of everything', async () => {
    const data = withRelease(NOTHING, RELEASE, await requests(), await assessments())
    expect(nationalYears(data)).toEqual([2025])
    expect(data.releases).toEqual([{ ...RELEASE, years: [2025] }])
    expect(areaYear(data, 2025, 'E06000022')).toMatchObject({
      area: { name: 'Bath and North East Somerset', level: 'council', region: 'E12000009' },
      mediation: 10,
      thenAppeal: 5,
      requests: 20,
      refusedToAssess: 5,
      noPlan: 1,
    })
    expect(areaYear(data, 2025, 'E92000001')).toMatchObject({ mediation: 15, thenAppeal: 6 })
  })

  it('has what it does not have as not available, and says where parts do not add up', async () => {
    const data = withRelease(NOTHING, RELEASE, await requests(), await assessments())
    const bristol = areaYear(data, 2025, 'E06000023')
    expect([bristol?.area.name, bristol?.mediation, bristol?.thenAppeal, bristol?.noPlan]).toEqual([
      'Bristol, City of',
      5,
      undefined,
      undefined,
    ])
    expect(problemsOfSums(data, 2025)).toEqual([
      'South West, tribunal_after_mediation_request: 3, and its 2 parts come to 2 with 1 not available.',
      'South West, assess_not_issued: 2, and its 2 parts come to 1 with 1 not available.',
    ])
  })

  it('takes the place of the years that it has, and leaves the others', async () => {
    const first = withRelease(NOTHING, RELEASE, await requests(), await assessments())
    const before: NationalData = {
      ...first,
      releases: [{ ...RELEASE, title: 'An earlier release', years: [2024, 2025] }],
      figures: { ...first.figures, 2024: { E92000001: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } },
    }
    const after = withRelease(before, RELEASE, await requests(), await assessments())
    expect(after.releases.map(({ title, years }) => [title, years])).toEqual([
      ['An earlier release', [2024]],
      ['A release', [2025]],
    ])
    expect(nationalYears(after)).toEqual([2025, 2024])
    expect(JSON.parse(dataAsText(after))).toEqual(after)
    // Again it is the same.
    expect(withRelease(after, RELEASE, await requests(), await assessments())).toEqual(after)
  })

  it.each([
    ['of another shape', [AREA, `2025,${ENGLAND},${ALL}`], 'lacks the columns requests_received_in_year'],
    ['without a row of everything', [REQUESTS, `2025,${ENGLAND},Sex,Female,1,1,1,1,1`], 'no row of everything'],
    ['of an academic year', [REQUESTS, `202425,${ENGLAND},${ALL},1,1,1,1,1`], '"202425" is no calendar year'],
    [
      'of a district',
      [REQUESTS, `2025,${ENGLAND.replace('National', 'District')},${ALL},1,1,1,1,1`],
      '"District" is none of',
    ],
  ])('%s is refused in words', async (_, lines, words) => {
    await expect(readReleaseFile(bytes(...lines), 'requests')).rejects.toThrow(words)
  })
})
