import { SFNClient } from '@aws-sdk/client-sfn'

export const client = new SFNClient({})
export { handler } from './nothing.ts'
