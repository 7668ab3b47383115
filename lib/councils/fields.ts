import * as v from 'valibot'

const LONGEST_LINE = 200

/** Words for one line, shown to families as they are. */
export function line(what: string) {
  return v.pipe(
    v.string(`Write ${what} as text in double quotes.`),
    v.regex(/\S/, `Write ${what}. It is empty.`),
    // The file goes into the functions as it stands.
    v.regex(/^\S(.*\S)?$/s, `Write ${what} without spaces before or after it.`),
    v.maxLength(LONGEST_LINE, `Shorten ${what} to ${LONGEST_LINE} characters or fewer.`),
    v.regex(/^[^\p{Cc}]*$/u, `Write ${what} on one line, without line breaks or tabs.`),
  )
}

export function email(what: string) {
  const message = `Write ${what} as an email address, for example send@council.gov.uk.`
  return v.pipe(v.string(message), v.email(message))
}

export function webAddress(what: string) {
  const message = `Write ${what} as a full web address that begins with https://.`
  return v.pipe(v.string(message), v.url(message), v.startsWith('https://', message))
}

/** The beginning of every address of the pages, which stand at the root of their host. */
export function webHost(what: string) {
  const message = `Write ${what} as https:// and a host name alone, for example https://send.council.gov.uk.`
  return v.pipe(v.string(message), v.regex(/^https:\/\/[a-z0-9.-]+\.[a-z]+$/, message))
}

/** A day as "2026-11-27". */
export function day(what: string) {
  const message = `Write ${what} as a day that there is, with the year first, for example "2026-11-27".`
  return v.pipe(
    v.string(message),
    v.isoDate(message),
    v.check((written) => new Date(`${written}T00:00:00Z`).toISOString().startsWith(written), message),
  )
}

/** Digits and spaces, as families read it aloud: "01225 394382", "+44 1225 394382". */
function phone(what: string) {
  return v.pipe(
    v.string(`Write ${what} as text in double quotes, so that its first 0 is kept.`),
    v.regex(/^\+?\d[\d ]{8,18}\d$/, `Write ${what} with digits and spaces only, for example "01225 394382".`),
  )
}

export function contactPoint(whose: string) {
  return group(contactFields(whose), `Write the contact details of ${whose} between { and }.`)
}

/** One of several organisations of a kind, each with an id by which cases know it. @param notAllowed an id that means another */
export function contactPointWithId(whose: string, notAllowed: string) {
  return group(
    {
      id: v.pipe(
        v.string(`Write the id of ${whose} as text in double quotes.`),
        v.regex(/^[a-z][a-z0-9-]{1,30}$/, `Write the id of ${whose} in small letters, for example "north".`),
        v.notValue(notAllowed, `Give ${whose} an id other than "${notAllowed}".`),
      ),
      ...contactFields(whose),
    },
    `Write the id and the contact details of ${whose} between { and }.`,
  )
}

function contactFields(whose: string) {
  return {
    name: line(`the name of ${whose}`),
    phone: phone(`the phone number of ${whose}`),
    email: email(`the email address of ${whose}`),
    website: v.exactOptional(webAddress(`the website of ${whose}`)),
    hours: v.exactOptional(line(`the hours of ${whose}`)),
    textPhone: v.exactOptional(phone(`the text phone number of ${whose}`)),
  }
}

/** A field for each that a part of the council has in the code, and no other: compared by the compiler. */
export type FieldsOf<Part> = { readonly [Name in keyof Part]-?: v.GenericSchema<unknown, Part[Name]> }

/**
 * Fields that stand together between { and }. A name that is none of them is refused: it may be one that is spelled wrongly.
 * @param whatToWrite the sentence for whoever has written something else, or nothing.
 */
export function group<const Fields extends v.ObjectEntries>(fields: Fields, whatToWrite: string) {
  const together = v.strictObject(fields, (issue) => {
    const key = issue.path?.[0].key
    if (isUnknownField(issue)) return `Remove "${key}": nothing of that name is used.`
    const field = typeof key === 'string' ? fields[key] : undefined
    // What is left out is told as its own field tells it.
    if (field) return v.safeParse(field, undefined).issues?.[0].message ?? whatToWrite
    return issue.input === undefined ? `It is missing. ${whatToWrite}` : whatToWrite
  })
  // A list between [ and ] is an object to Valibot.
  return v.pipe(
    v.unknown(),
    v.check((written) => !Array.isArray(written), whatToWrite),
    together,
  )
}

/** Whether a problem is about a field that no group has. */
export function isUnknownField({ type, expected }: Pick<v.BaseIssue<unknown>, 'type' | 'expected'>): boolean {
  return type === 'strict_object' && expected === 'never'
}
