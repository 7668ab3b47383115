import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SignInSettings } from '../../lambdas/staff/sign-in/settings.ts'
import { loadCouncil } from '../../lib/councils/council-schema.ts'
import type { Deployment } from '../../lib/councils/deployment-schema.ts'
import { MADE_UP_DEPLOYMENT } from '../../lib/councils/made-up-deployment.ts'
import { MADE_UP_SIGN_IN } from '../../lib/councils/made-up-sign-in.ts'
import { serviceApp } from '../../lib/service-app.ts'
import type { Resource } from './templates.ts'

/** A deployment as a council writes it, to an account that AWS uses in its examples. */
export const DEPLOYMENT: Deployment & Required<Pick<Deployment, 'publicAddress'>> = {
  ...MADE_UP_DEPLOYMENT,
  account: '111122223333',
  stage: 'live',
  publicAddress: 'https://send.example.gov.uk',
}

export interface SynthesizedStack {
  /** CloudFormation's name. */
  readonly name: string
  readonly environment: { readonly account: string; readonly region: string }
  readonly isProtected: boolean
  readonly template: {
    readonly Resources: Readonly<Record<string, Resource>>
    readonly Outputs?: Readonly<
      Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>
    >
  }
  readonly warnings: readonly string[]
}

/**
 * The stacks of a deployment, in the order in which CDK deploys them. The functions' code has no part in this, so it is
 * not bundled.
 * @param council the council's id: it is Bath's file under another name.
 * @param signIn how its staff sign in
 */
export function stacksOf(
  deployment: Deployment,
  council = 'example-council',
  signIn: SignInSettings | undefined = MADE_UP_SIGN_IN,
): readonly SynthesizedStack[] {
  const key = JSON.stringify([deployment, council, signIn])
  const stacks = synthesized.get(key) ?? synthesize(deployment, council, signIn)
  synthesized.set(key, stacks)
  return stacks
}

const synthesized = new Map<string, readonly SynthesizedStack[]>()

function synthesize(
  deployment: Deployment,
  council: string,
  signIn: SignInSettings | undefined,
): readonly SynthesizedStack[] {
  const folder = mkdtempSync(join(tmpdir(), 'stacks-of-'))
  const context = process.env.CDK_CONTEXT_JSON
  process.env.CDK_CONTEXT_JSON = JSON.stringify({ 'aws:cdk:bundling-stacks': [] })
  try {
    const councilFile = pathToFileURL(join(folder, `${council}.json`))
    const bath = loadCouncil(new URL('../../lib/councils/bath-and-north-east-somerset.json', import.meta.url))
    writeFileSync(councilFile, JSON.stringify(bath))
    const assembly = serviceApp({
      councilFile,
      deployment,
      signIn,
      retention: bath.retention,
      outputDirectory: join(folder, 'cdk.out'),
    }).synth()
    return assembly.stacks.map((stack) => ({
      name: stack.stackName,
      environment: stack.environment,
      isProtected: stack.terminationProtection ?? false,
      template: stack.template,
      warnings: stack.messages.map(({ entry }) => String(entry.data)),
    }))
  } finally {
    if (context === undefined) delete process.env.CDK_CONTEXT_JSON
    else process.env.CDK_CONTEXT_JSON = context
    rmSync(folder, { recursive: true })
  }
}

/** Every resource of a type, with its stack. */
export function resourcesOf(stacks: readonly SynthesizedStack[], type: string): readonly Resource[] {
  return stacks.flatMap(({ template }) => Object.values(template.Resources)).filter(({ Type }) => Type === type)
}
