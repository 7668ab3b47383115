/** The CDK app. `npm run synth` writes the stacks to cdk.out; `npm run deploy` deploys them to the council's account. */
import { buildPages, FOLDERS_OF_PAGES } from '../lambdas/web/build/build-pages.ts'
import { loadCouncil } from '../lib/councils/council-schema.ts'
import { serviceApp } from '../lib/service-app.ts'

const file = process.env.COUNCIL ?? 'bath-and-north-east-somerset'
const { publicAddress, ...council } = loadCouncil(new URL(`../lib/councils/${file}.json`, import.meta.url))
// On this machine the public pages are where the service runs, whatever address the council has given them.
const isForThisMachine = process.env.FOR_THIS_MACHINE === 'yes'

await Promise.all(FOLDERS_OF_PAGES.map(buildPages))
serviceApp({
  council: { ...council, ...(publicAddress !== undefined && !isForThisMachine && { publicAddress }) },
  outputDirectory: process.env.CDK_OUTDIR ?? 'cdk.out',
}).synth()
