/**
 * The CDK app. `npm run deploy` deploys what it writes for the council that COUNCIL names; with FOR_THIS_MACHINE=yes, as
 * synthesize.ts sets it, it is written for one machine with a made-up account.
 */
import { buildPages, FOLDERS_OF_PAGES } from '../lambdas/web/build/build-pages.ts'
import { CouncilFileError, loadCouncil } from '../lib/councils/council-schema.ts'
import { councilFile, councilToDeploy } from '../lib/councils/council-to-deploy.ts'
import { MADE_UP_DEPLOYMENT } from '../lib/councils/made-up-deployment.ts'
import { madeUpRetention } from '../lib/councils/made-up-retention.ts'
import { MADE_UP_SIGN_IN } from '../lib/councils/made-up-sign-in.ts'
import { serviceApp } from '../lib/service-app.ts'

const { COUNCIL, FOR_THIS_MACHINE, CDK_OUTDIR = 'cdk.out' } = process.env
try {
  const isOneMachine = FOR_THIS_MACHINE === 'yes'
  const { file, deployment, signIn } = isOneMachine
    ? { file: councilFile(COUNCIL ?? ''), deployment: MADE_UP_DEPLOYMENT, signIn: MADE_UP_SIGN_IN }
    : councilToDeploy(COUNCIL)
  const { retention: ofFile } = loadCouncil(file)
  const retention = isOneMachine ? madeUpRetention(ofFile) : ofFile
  await Promise.all(FOLDERS_OF_PAGES.map(buildPages))
  serviceApp({ councilFile: file, deployment, signIn, retention, outputDirectory: CDK_OUTDIR }).synth()
} catch (error) {
  if (!(error instanceof CouncilFileError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
