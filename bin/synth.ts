/** Writes the CloudFormation templates to cdk.out, as they run on one machine, with a made-up account: `npm run synth`. */
import { synthesize } from './synthesize.ts'

synthesize('cdk.out', { show: true })
console.log('The templates are in cdk.out. They are for reading: `npm run deploy` writes its own.')
