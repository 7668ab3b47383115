/** Whose files may import whose. A room is a folder with what is below it, but for rooms of their own. */
export interface Room {
  /** A folder, or a file that is a room by itself. */
  readonly path: string
  /** The other rooms, or single files of them, that its files may import, for their types too. */
  readonly mayImport: readonly string[] | 'everything'
  /** Whether its files may import packages and what belongs to Node. */
  readonly mayImportPackages: boolean
  /** Told to whoever breaks the rule. */
  readonly why: string
}

/** Everything that is not written here is forbidden. */
export const ROOMS: readonly Room[] = [
  {
    path: 'lambdas/law',
    mayImport: [],
    mayImportPackages: false,
    why: 'The law is pure: it imports only files of its own folder, so that anyone can check it.',
  },
  {
    path: 'lambdas/audit',
    mayImport: ['lambdas'],
    mayImportPackages: true,
    why: 'Who did and read what is written by whoever writes or shows anything, so that it knows nothing of ours.',
  },
  {
    path: 'lambdas/cases',
    mayImport: ['lambdas/audit', 'lambdas/law'],
    mayImportPackages: true,
    why: 'Cases know the law and the entries that go with each change, and nothing else of ours, so that journey, messages, staff and reports can all stand on them.',
  },
  {
    path: 'lambdas/text',
    mayImport: [],
    mayImportPackages: false,
    why: 'What can be seen of a text is known in one place, for what is typed and for what stands in a cell.',
  },
  {
    path: 'lambdas/spreadsheet',
    mayImport: ['lambdas/law', 'lambdas/text'],
    mayImportPackages: false,
    why: 'What a cell of a spreadsheet says is worked out from the cell alone, for the command and for the service alike.',
  },
  {
    path: 'lambdas/journey',
    mayImport: ['lambdas', 'lambdas/audit', 'lambdas/cases', 'lambdas/law', 'lambdas/staff/sign-in/people.ts'],
    mayImportPackages: true,
    why: 'The journey moves cases on, and takes them from people who have left. What it shares with messages, staff or reports belongs in cases.',
  },
  {
    path: 'lambdas/guidance',
    mayImport: ['lambdas/cases', 'lambdas/law'],
    mayImportPackages: false,
    why: 'Guidance is words: it knows cases and the law only, so that messages and the public pages can both draw on it.',
  },
  {
    path: 'lambdas/messages',
    mayImport: ['lambdas', 'lambdas/cases', 'lambdas/guidance', 'lambdas/law', 'lambdas/staff/sign-in/people.ts'],
    mayImportPackages: true,
    why: 'Messages know cases, the law and guidance. What they share with the journey, staff or reports belongs in cases.',
  },
  {
    path: 'lambdas/reports',
    mayImport: ['lambdas/cases', 'lambdas/law'],
    mayImportPackages: false,
    why: 'Reports count what cases are: they know cases and the law only.',
  },
  {
    path: 'lambdas/recording',
    mayImport: ['lambdas/audit', 'lambdas/cases', 'lambdas/law'],
    mayImportPackages: true,
    why: 'Recording knows who may record what, and no page: staff use it now, families and advisers will.',
  },
  {
    path: 'lambdas/web',
    mayImport: ['lambdas', 'lambdas/law', 'lambdas/text'],
    mayImportPackages: true,
    why: 'What every kind of page shares knows nobody’s pages.',
  },
  {
    path: 'lambdas/public',
    mayImport: [
      'lambdas/environment.ts',
      'lambdas/logger.ts',
      'lambdas/cases',
      'lambdas/guidance',
      'lambdas/law',
      'lambdas/web',
    ],
    mayImportPackages: true,
    why: 'The public pages are for everybody: they know guidance and the law, and nothing that reads a table.',
  },
  {
    path: 'lambdas/staff',
    mayImport: [
      'lambdas',
      'lambdas/audit',
      'lambdas/cases',
      'lambdas/guidance',
      'lambdas/law',
      'lambdas/messages',
      'lambdas/recording',
      'lambdas/reports',
      'lambdas/web',
    ],
    mayImportPackages: true,
    why: 'The staff service shows all that there is, but it starts and wakes nothing: the journey hears of what is recorded.',
  },
  {
    path: 'lambdas',
    mayImport: ['lambdas/cases/council.ts'],
    mayImportPackages: true,
    why: 'What every function needs, whatever it is about, knows nothing of what they are about.',
  },
  {
    path: 'lib',
    mayImport: [
      'lambdas/audit/audit-tables.ts',
      'lambdas/audit/environment.ts',
      'lambdas/environment.ts',
      'lambdas/journey/environment.ts',
      'lambdas/messages/environment.ts',
      'lambdas/public/environment.ts',
      'lambdas/staff/environment.ts',
      'lambdas/cases/council.ts',
      'lambdas/cases/role.ts',
      'lambdas/cases/stages.ts',
      'lambdas/cases/store/tables.ts',
      'lambdas/messages/letter/letter-fonts.ts',
      'lambdas/staff/sign-in/session-tables.ts',
      'lambdas/staff/sign-in/settings.ts',
    ],
    mayImportPackages: true,
    why: "The stacks know what a function needs from them (its environment, its table's index, its packages), not what it does, and not where they run.",
  },
  {
    path: 'local',
    mayImport: [],
    mayImportPackages: true,
    why: 'The local service knows AWS and nothing of this application: it would run any app of this shape.',
  },
  {
    path: '.ci',
    mayImport: ['bin/demo/random.ts'],
    mayImportPackages: true,
    why: 'What installs runs before anything is there. What checks shares only the seed of the samples.',
  },
  {
    path: 'bin',
    mayImport: [
      'bin/behaviour',
      'bin/data-protection',
      'bin/dates',
      'bin/demo',
      'bin/deploy',
      'bin/bench',
      'bin/measure',
      'bin/restore',
      'bin/search-keys',
      'bin/security',
      'lambdas/audit',
      'lambdas/cases',
      'lambdas/law',
      'lambdas/web/build/build-pages.ts',
      'lib',
      'local',
    ],
    mayImportPackages: true,
    why: 'Commands put the parts together. Only those that prove, compare or measure against what is told in tests may import tests, and each is named here.',
  },
  {
    path: 'bin/dates',
    mayImport: ['lambdas/law', 'lambdas/spreadsheet', 'lambdas/text'],
    mayImportPackages: true,
    why: 'The command that answers which dates apply reads cells and asks the law, and knows no case.',
  },
  {
    path: 'bin/demo',
    mayImport: ['lambdas/cases', 'lambdas/law'],
    mayImportPackages: true,
    why: 'The demo uses the service from outside, as people do. From inside it has only the words for facts and days.',
  },
  {
    path: 'bin/data-protection',
    mayImport: ['lambdas/audit', 'lambdas/cases'],
    mayImportPackages: false,
    why: 'What is stored is told from the schemas through which it is read.',
  },
  {
    path: 'bin/security',
    mayImport: [],
    mayImportPackages: true,
    why: 'How the standard is met is read from data, and told as it stands there.',
  },
  {
    path: 'bin/deploy',
    mayImport: [],
    mayImportPackages: true,
    why: 'What is looked at before a deployment is the account, and what the file says is passed in.',
  },
  {
    path: 'bin/measure',
    mayImport: ['bin/demo', 'lib/constructs/function-code.ts'],
    mayImportPackages: true,
    why: 'What is measured is the service as it runs, so nothing of it is imported but how it is bundled.',
  },
  {
    path: 'bin/restore',
    mayImport: [],
    mayImportPackages: true,
    why: 'Rows are put back as they were, whatever this version would make of them.',
  },
  {
    path: 'bin/search-keys',
    mayImport: [],
    mayImportPackages: true,
    why: 'What is deployed is asked of the account, under the name that is passed in.',
  },
  {
    path: 'bin/behaviour',
    mayImport: ['bin', 'bin/demo', 'lambdas/cases', 'lambdas/messages', 'tests'],
    mayImportPackages: true,
    why: 'What the service does is written down by composing every message situation that the tests have, and by telling the demo.',
  },
  {
    path: 'bin/bench',
    mayImport: ['bin/bench.ts', 'bin/demo', 'bin/synthesize.ts', 'lambdas/cases', 'lambdas/law', 'local', 'tests'],
    mayImportPackages: true,
    why: 'What is measured beside each other stands in tests, where it is held right: other ways of working out a date, many made-up families, cases told through the forms.',
  },
  {
    path: 'bin/prove-dates.ts',
    mayImport: ['lambdas/law', 'tests'],
    mayImportPackages: true,
    why: 'It runs the whole of a proof of which the tests run a part.',
  },
  {
    path: 'bin/prove-journeys.ts',
    mayImport: ['bin', 'lambdas/law', 'local', 'tests'],
    mayImportPackages: true,
    why: 'It runs the whole of a proof of which the tests run a part.',
  },
  {
    path: 'bin/prove-orders.ts',
    mayImport: ['bin', 'bin/demo/random.ts', 'lambdas/cases', 'local', 'tests'],
    mayImportPackages: true,
    why: 'It runs the whole of a proof of which the tests run a part.',
  },
  {
    path: 'tests',
    mayImport: 'everything',
    mayImportPackages: true,
    why: 'A test may look at whatever it checks.',
  },
  {
    path: 'tests/law/proof/oracle.ts',
    mayImport: ['tests/law/proof/plain-days.ts'],
    mayImportPackages: true,
    why: 'The oracle shares no code with the law that it checks.',
  },
]
