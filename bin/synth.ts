/**
 * Writes the CloudFormation templates to cdk.out, as they run on one machine, with a made-up account: `npm run synth`.
 * COUNCIL may name another council than Bath.
 */
import { synthesize } from './synthesize.ts'

try {
  synthesize('cdk.out', { show: true, ...(process.env.COUNCIL && { council: process.env.COUNCIL }) })
  console.log('The templates are in cdk.out. They are for reading: `npm run deploy` writes its own.')
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
