import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A template as CloudFormation takes it, as far as the local service reads it. */
export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  readonly Conditions?: Readonly<Record<string, unknown>>
  readonly Resources?: Readonly<Record<string, TemplateResource>>
  readonly Outputs?: Readonly<
    Record<
      string,
      { readonly Value: unknown; readonly Export?: { readonly Name: unknown }; readonly Condition?: string }
    >
  >
}

export interface TemplateResource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
  readonly Condition?: string
  readonly Metadata?: Readonly<Record<string, unknown>>
}

/** One stack of the assembly with its template and the files that it refers to. */
export interface AssemblyStack {
  /** CloudFormation's name of the stack. */
  readonly name: string
  /** `undefined` when the app leaves the account to the moment of deployment. */
  readonly accountId: string | undefined
  readonly region: string | undefined
  readonly template: Template
  /** Folder or file of each asset, by the object key that templates name. */
  readonly assets: ReadonlyMap<string, string>
}

interface Manifest {
  readonly artifacts?: Readonly<Record<string, Artifact>>
}

interface Artifact {
  readonly type: string
  readonly environment?: string
  readonly dependencies?: readonly string[]
  readonly displayName?: string
  readonly properties?: Readonly<Record<string, unknown>>
}

interface AssetManifest {
  readonly files?: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path?: string; readonly packaging?: string }
        readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>
      }
    >
  >
}

/**
 * Reads a synthesized CDK cloud assembly (`cdk.out`): every stack, in an order in which each comes after the stacks
 * that it depends on.
 *
 * @param directory the folder with `manifest.json`.
 * @throws Error when the folder holds no assembly, or when stacks depend on each other in a circle.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-assembly
 */
export function readAssembly(directory: string): readonly AssemblyStack[] {
  const folder = resolve(directory)
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  } catch (error) {
    const why = isMissing(error) ? 'it has no manifest.json' : (error as Error).message
    throw new Error(
      `There is no synthesized CDK app in ${folder}: ${why}. Write it there with cdk synth, or name the folder that holds it.`,
    )
  }
  const artifacts = manifest.artifacts ?? {}
  const nested = Object.values(artifacts)
    .filter((artifact) => artifact.type === 'cdk:cloud-assembly')
    .flatMap((artifact) => readAssembly(join(folder, String(artifact.properties?.directoryName))))
  return [...nested, ...inOrderOfDependency(artifacts).map((name) => readStack(folder, name, artifacts))]
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function inOrderOfDependency(artifacts: Readonly<Record<string, Artifact>>): readonly string[] {
  const ordered: string[] = []
  const state = new Map<string, 'entered' | 'left'>()
  const visit = (name: string, path: readonly string[]): void => {
    if (state.get(name) === 'left') return
    if (state.get(name) === 'entered') throw new Error(`Stacks depend on each other: ${[...path, name].join(' -> ')}.`)
    state.set(name, 'entered')
    for (const dependency of artifacts[name]?.dependencies ?? []) visit(dependency, [...path, name])
    state.set(name, 'left')
    if (artifacts[name]?.type === 'aws:cloudformation:stack') ordered.push(name)
  }
  for (const name of Object.keys(artifacts).sort()) visit(name, [])
  return ordered
}

function readStack(folder: string, artifactName: string, artifacts: Readonly<Record<string, Artifact>>): AssemblyStack {
  const artifact = artifacts[artifactName] as Artifact
  const template = JSON.parse(readFileSync(join(folder, String(artifact.properties?.templateFile)), 'utf8')) as Template
  const assets = new Map<string, string>()
  for (const name of artifact.dependencies ?? []) {
    const dependency = artifacts[name]
    if (dependency?.type === 'cdk:asset-manifest') readAssets(folder, String(dependency.properties?.file), assets)
  }
  const [, accountId, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(artifact.environment ?? '') ?? []
  return {
    name: String(artifact.properties?.stackName ?? artifactName),
    accountId: accountId === 'unknown-account' ? undefined : accountId,
    region: region === 'unknown-region' ? undefined : region,
    template,
    assets,
  }
}

function readAssets(folder: string, file: string, assets: Map<string, string>): void {
  const manifest = JSON.parse(readFileSync(join(folder, file), 'utf8')) as AssetManifest
  for (const { source, destinations } of Object.values(manifest.files ?? {})) {
    if (source.path === undefined) continue
    for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(folder, source.path))
  }
}
