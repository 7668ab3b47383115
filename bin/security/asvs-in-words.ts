import { type Asvs, type NamedTest, type Requirement, testOf } from './asvs.ts'

/** The two places of docs/security.md in which stands what is made from the data: in short, and each requirement. */
const PLACES = {
  inShort: '<!-- In short, made by npm run security. -->',
  each: '<!-- Each requirement, made by npm run security. -->',
} as const
const END = '<!-- Until here. -->'

/** The page with every requirement as the data has it. @throws Error when a place for it is not there */
export function withAsvs(page: string, asvs: Asvs): string {
  return filled(filled(page, PLACES.inShort, inShort(asvs)), PLACES.each, each(asvs))
}

function filled(page: string, begin: string, words: string): string {
  const at = page.indexOf(`${begin}\n`)
  const end = page.indexOf(END, at)
  if (at < 0 || end < 0) throw new Error(`The page has no lines "${begin}" and, after it, "${END}".`)
  return `${page.slice(0, at)}${begin}\n\n${words}\n${page.slice(end)}`
}

/** The chapters of the standard, each with what it is about. */
const CHAPTERS: Readonly<Record<string, string>> = {
  V1: 'What goes in and out',
  V2: 'What is checked, and the order of steps',
  V3: 'Pages in a browser',
  V4: 'Requests and answers',
  V5: 'Files',
  V6: 'Who somebody is',
  V7: 'Sessions',
  V8: 'Who may do what',
  V9: 'Signed tokens',
  V10: 'Sign-in by OpenID Connect',
  V11: 'Cryptography',
  V12: 'Connections',
  V13: 'Settings',
  V14: 'Data',
  V15: 'How it is built',
  V16: 'Logs and faults',
  V17: 'Calls by WebRTC',
}

const KINDS: readonly (readonly [is: (one: Requirement) => boolean, words: string])[] = [
  [(one) => 'test' in one, 'Held by a test that tries it'],
  [(one) => 'directory' in one, 'Held by a setting of the council’s directory'],
  [(one) => 'aws' in one, 'Held by AWS, with a test over the templates or AWS’s own word'],
  [(one) => 'document' in one, 'Asks for something to be written down, and it is'],
  [(one) => 'not-applicable' in one, 'Does not apply'],
  [(one) => 'not-met' in one, '**Not met**'],
]

function inShort({ standard, requirements }: Asvs): string {
  const level = (one: 1 | 2) => requirements.filter((requirement) => requirement.level === one)
  const counts = KINDS.map(
    ([is, words]) => `| ${words} | ${level(1).filter(is).length} | ${level(2).filter(is).length} |`,
  )
  const missing = requirements.flatMap((one) =>
    'not-met' in one ? [`| ${one.id} | ${one.level} | ${one.asks} | ${one['not-met']} |`] : [],
  )
  return [
    `${standard}, levels 1 and 2: ${requirements.length} requirements.`,
    `| | Level 1 | Level 2 |\n|---|---|---|\n${counts.join('\n')}`,
    'Not met, and what is missing:',
    `| | Level | Asks us to | What is missing |\n|---|---|---|---|\n${missing.join('\n')}\n`,
  ].join('\n\n')
}

function each({ requirements }: Asvs): string {
  return Object.entries(CHAPTERS)
    .map(([id, about]) => {
      const own = requirements.filter((one) => one.id.startsWith(`${id}.`))
      return `### ${id} ${about}\n\n| | Level | Asks us to | How |\n|---|---|---|---|\n${own.map(rowOf).join('\n')}\n`
    })
    .join('\n')
}

function rowOf(one: Requirement): string {
  return `| ${one.id} | ${one.level} | ${one.asks} | ${howOf(one)} |`
}

function howOf(one: Requirement): string {
  const test = testOf(one)
  if ('aws' in one)
    return `AWS. ${one.aws.says} ${test ? testInWords(test) : 'source' in one.aws ? `<${one.aws.source}>` : ''}`
  if (test) return testInWords(test)
  if ('directory' in one) return `Directory. ${one.directory}`
  if ('document' in one) return `Written down: \`${one.document.file}\`, “${one.document.heading}”`
  if ('not-applicable' in one) return `Does not apply. ${one['not-applicable']}`
  return '**Not met**: see above'
}

/** A bar would end the cell of the table. */
function testInWords({ file, name, row }: NamedTest): string {
  const whole = row === undefined ? name : name.replace('%s', row)
  return `\`${file}\`: “${whole.replaceAll('|', '\\|')}”`
}
