/** The CDK app. `npm run synth` writes the stacks to cdk.out; `npm run deploy` deploys them to the council's account. */
import { buildPages, FOLDERS_OF_PAGES } from '../lambdas/web/build/build-pages.ts'
import { serviceApp } from '../lib/service-app.ts'

const council = process.env.COUNCIL ?? 'bath-and-north-east-somerset'

await Promise.all(FOLDERS_OF_PAGES.map(buildPages))
serviceApp({
  councilFile: new URL(`../lib/councils/${council}.json`, import.meta.url),
  isForThisMachine: process.env.FOR_THIS_MACHINE === 'yes',
  outputDirectory: process.env.CDK_OUTDIR ?? 'cdk.out',
}).synth()
