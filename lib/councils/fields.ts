import { z } from 'zod'

const LONGEST_LINE = 200

/** Words for one line, shown to families as they are. */
export function line(what: string) {
  return (
    z
      .string({ error: `Write ${what} as text in double quotes.` })
      .regex(/\S/, { error: `Write ${what}. It is empty.`, abort: true })
      // The file goes into the functions as it stands.
      .regex(/^\S(.*\S)?$/s, `Write ${what} without spaces before or after it.`)
      .max(LONGEST_LINE, `Shorten ${what} to ${LONGEST_LINE} characters or fewer.`)
      .regex(/^[^\p{Cc}]*$/u, `Write ${what} on one line, without line breaks or tabs.`)
  )
}

export function email(what: string) {
  return z.email({ error: `Write ${what} as an email address, for example send@council.gov.uk.` })
}

export function webAddress(what: string) {
  return z.url({
    protocol: /^https$/,
    error: `Write ${what} as a full web address that begins with https://.`,
  })
}

/** The beginning of every address of the pages, which stand at the root of their host. */
export function webHost(what: string) {
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

export function contactPoint(whose: string) {
  return group(
    {
      name: line(`the name of ${whose}`),
      phone: phone(`the phone number of ${whose}`),
      email: email(`the email address of ${whose}`),
      website: webAddress(`the website of ${whose}`).exactOptional(),
      hours: line(`the hours of ${whose}`).exactOptional(),
      textPhone: phone(`the text phone number of ${whose}`).exactOptional(),
    },
    `Write the contact details of ${whose} between { and }.`,
  )
}

/** A field for each that a part of the council has in the code, and no other: compared by the compiler. */
export type FieldsOf<Part> = { readonly [Name in keyof Part]-?: z.ZodType<Part[Name]> }

/**
 * Fields that stand together between { and }. A name that is none of them is refused: it may be one that is spelled wrongly.
 * @param whatToWrite the sentence for whoever has written something else, or nothing.
 */
export function group<Fields extends z.core.$ZodLooseShape>(fields: Fields, whatToWrite: string) {
  return z.strictObject(fields, {
    error: (issue) => unknownKeys(issue) ?? (issue.input === undefined ? `It is missing. ${whatToWrite}` : whatToWrite),
  })
}

function unknownKeys(issue: { readonly code?: string; readonly keys?: unknown }): string | undefined {
  return issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)
    ? `Remove ${issue.keys.map((key) => `"${key}"`).join(', ')}: nothing of that name is used.`
    : undefined
}
