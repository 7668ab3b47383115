/** The CDK app. `npm run synth` writes the stacks to cdk.out; `npm run deploy` deploys them to the council's account. */
import { buildStaffPages } from '../lambdas/staff/build/build-pages.ts'
import { loadCouncil } from '../lib/councils/council-schema.ts'
import { serviceApp } from '../lib/service-app.ts'

const council = process.env.COUNCIL ?? 'bath-and-north-east-somerset'

await buildStaffPages()
serviceApp({
  council: loadCouncil(new URL(`../lib/councils/${council}.json`, import.meta.url)),
  outputDirectory: process.env.CDK_OUTDIR ?? 'cdk.out',
}).synth()
