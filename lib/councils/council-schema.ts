import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Council } from '../../lambdas/cases/council.ts'

const LONGEST_LINE = 200

/** Words for one line, shown to families as they are. */
function line(what: string) {
  return z
    .string({ error: `Write ${what} as text in double quotes.` })
    .trim()
    .min(1, `Write ${what}. It is empty.`)
    .max(LONGEST_LINE, `Shorten ${what} to ${LONGEST_LINE} characters or fewer.`)
    .regex(/^[^\p{Cc}]*$/u, `Write ${what} on one line, without line breaks or tabs.`)
}

function email(what: string) {
  return z.email({ error: `Write ${what} as an email address, for example send@council.gov.uk.` })
}

function webAddress(what: string) {
  return z.url({
    protocol: /^https$/,
    error: `Write ${what} as a full web address that begins with https://.`,
  })
}

/** The beginning of every address of the pages, which stand at the root of their host. */
function webHost(what: string) {
  return z.string().regex(/^https:\/\/[a-z0-9.-]+\.[a-z]+$/, {
    error: `Write ${what} as https:// and a host name alone, for example https://send.council.gov.uk.`,
  })
}

/** Digits and spaces, as families read it aloud: "01225 394382", "+44 1225 394382". */
function phone(what: string) {
  return z
    .string({ error: `Write ${what} as text in double quotes, so that its first 0 is kept.` })
    .regex(/^\+?\d[\d ]{8,18}\d$/, `Write ${what} with digits and spaces only, for example "01225 394382".`)
}

function contactPoint(whose: string) {
  return z.strictObject(
    {
      name: line(`the name of ${whose}`),
      phone: phone(`the phone number of ${whose}`),
      email: email(`the email address of ${whose}`),
      website: webAddress(`the website of ${whose}`).exactOptional(),
      hours: line(`the hours of ${whose}`).exactOptional(),
      textPhone: phone(`the text phone number of ${whose}`).exactOptional(),
    },
    { error: (issue) => unknownKeys(issue) ?? `Write the contact details of ${whose} between { and }.` },
  )
}

/** How long a body takes, by its own procedure, to say that it has a complaint and to answer it. */
function complaintTimes(whose: string) {
  const workingDays = (what: string) =>
    z
      .number({ error: `Write in how many working days ${whose} ${what} a complaint as a whole number.` })
      .int(`Write in how many working days ${whose} ${what} a complaint as a whole number.`)
      .min(1, `Set the working days in which ${whose} ${what} a complaint to 1 or more.`)
      .max(130, `Set the working days in which ${whose} ${what} a complaint to 130 or fewer: that is half a year.`)
  return z.strictObject(
    { acknowledgeWorkingDays: workingDays('acknowledges'), answerWorkingDays: workingDays('answers') },
    { error: (issue) => unknownKeys(issue) ?? `Write the times for a complaint to ${whose} between { and }.` },
  )
}

/** What a council's file has to hold. Each problem is told in a sentence that says what to do. */
export const councilSchema = z.strictObject(
  {
    name: line('the name of the council'),
    officer: contactPoint('the council officer'),
    mediationAdviser: contactPoint('the mediation adviser'),
    partnershipService: contactPoint('the SEND information, advice and support service'),
    disagreementResolution: contactPoint('the disagreement resolution service').exactOptional(),
    localOffer: webAddress('the page of the Local Offer'),
    complaintPages: z
      .strictObject(
        {
          council: webAddress('the page on how to complain about the council').exactOptional(),
          health: webAddress('the page on how to complain about the integrated care board').exactOptional(),
        },
        { error: (issue) => unknownKeys(issue) ?? 'Write the pages on how to complain between { and }.' },
      )
      .exactOptional(),
    publicAddress: webHost('the address of the public pages').exactOptional(),
    senderEmail: email('the address that messages come from'),
    keepOpenMonths: z
      .number({ error: 'Write keepOpenMonths as a whole number of months, without quotes.' })
      .int('Write keepOpenMonths as a whole number of months.')
      .min(1, 'Set keepOpenMonths to 1 or more, so that a case is not closed as soon as it is opened.')
      .max(
        8,
        'Set keepOpenMonths to 8 or fewer: a stage of a case can last a year at most, with its own two months and more.',
      ),
    complaintTimes: z.strictObject(
      {
        school: complaintTimes('a school'),
        college: complaintTimes('a college'),
        council: complaintTimes('the council'),
        'health-body': complaintTimes('a health body'),
      },
      { error: (issue) => unknownKeys(issue) ?? 'Write the times for a complaint between { and }.' },
    ),
  },
  { error: (issue) => unknownKeys(issue) ?? 'Write one council between { and }.' },
)

function unknownKeys(issue: { readonly code?: string; readonly keys?: unknown }): string | undefined {
  return issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)
    ? `Remove ${issue.keys.map((key) => `"${key}"`).join(', ')}: nothing of that name is used.`
    : undefined
}

/** A council's file that cannot be used. The message lists everything that has to be put right. */
export class CouncilFileError extends Error {
  override readonly name = 'CouncilFileError'
}

/**
 * Checks what a council's file holds.
 * @param source the file's name, for the message.
 * @throws CouncilFileError with a line for each problem.
 */
export function parseCouncil(content: unknown, source: string): Council {
  const result = councilSchema.safeParse(content)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the whole file'}: ${message}`)
  throw new CouncilFileError(`The council file ${source} cannot be used:\n${problems.join('\n')}`)
}

/**
 * Reads a council's file.
 * @param file its path, for example lib/councils/bath-and-north-east-somerset.json.
 * @throws CouncilFileError when the file cannot be read, is not JSON or does not fit.
 */
export function loadCouncil(file: string | URL): Council {
  const source = String(file)
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CouncilFileError(`The council file ${source} cannot be read: ${why}. Check its path and its commas.`, {
      cause: error,
    })
  }
  return parseCouncil(content, source)
}
