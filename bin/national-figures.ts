/**
 * Takes the figures of councils, regions and England from a release of the Department for Education, for the page "Beside other councils":
 *
 *   npm run national-figures -- --requests requests.csv --assessments assessments.csv --released 2026-06-25 --title "…"
 *
 * `--note "…"`, as often as there are any, for what its data guidance says of figures that are wrong or missing. Both files are those of the release "Education, health and care plans" (from June 2025 on), as they are downloaded from
 * https://explore-education-statistics.service.gov.uk. Years that it has take the place of what is there; earlier years stay.
 */
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseCalendarDate } from '../lambdas/law/calendar-date.ts'
import { type NationalData, nationalYears } from '../lambdas/reports/national/national-figures.ts'
import { InputError } from '../lambdas/spreadsheet/input-error.ts'
import { dataAsText, problemsOfSums, readReleaseFile, withRelease } from './national-figures/read-release.ts'

const DATA = new URL('../lambdas/reports/national/national-figures.json', import.meta.url)
const URL_OF_RELEASES =
  'https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans'

const { values } = parseArgs({
  options: {
    requests: { type: 'string' },
    assessments: { type: 'string' },
    released: { type: 'string' },
    title: { type: 'string' },
    note: { type: 'string', multiple: true, default: [] },
  },
})

try {
  const { requests, assessments, released, title, note } = values
  if (!requests || !assessments || !released || !title) {
    throw new InputError(
      'Name both files, the day of the release and its title: --requests requests.csv --assessments assessments.csv --released 2026-06-25 --title "Department for Education, Education, health and care plans, England 2026".',
    )
  }
  const [ofRequests, ofAssessments] = await Promise.all([
    readReleaseFile(createReadStream(requests), 'requests'),
    readReleaseFile(createReadStream(assessments), 'assessments'),
  ])
  const release = {
    title,
    releasedOn: parseCalendarDate(released),
    url: URL_OF_RELEASES,
    licence: 'Open Government Licence v3.0',
    notes: note,
  }
  const before = JSON.parse(readFileSync(DATA, 'utf8')) as NationalData
  const after = withRelease(before, release, ofRequests, ofAssessments)
  writeFileSync(DATA, dataAsText(after))
  for (const year of nationalYears(after)) {
    console.log(`${year}: ${Object.keys(after.figures[year] ?? {}).length} areas`)
    for (const problem of problemsOfSums(after, year)) console.log(`  ${problem}`)
  }
} catch (error) {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  if (!(error instanceof InputError || error instanceof RangeError || isMissing)) throw error
  console.error(
    isMissing
      ? `${'path' in error ? String(error.path) : 'A file'} is not there. Give the name of a file that is.`
      : error.message,
  )
  process.exitCode = 1
}
