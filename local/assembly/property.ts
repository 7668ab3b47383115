import type { Resource } from './resolve-resources.ts'
import { unsupportedProperty } from './resolve-resources.ts'

/** Reads a nested value: `read(properties, 'Environment', 'Variables')`. `undefined` where the path ends early. */
export function read(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (current, key) =>
      current !== null && typeof current === 'object' ? (current as Record<string, unknown>)[key] : undefined,
    value,
  )
}

/** A text property, or `undefined` when the template does not give it. */
export function textProperty(resource: Resource, ...path: readonly string[]): string | undefined {
  const value = read(resource.properties, ...path)
  return value === undefined ? undefined : String(value)
}

/** A text property that the local service cannot do without. @throws Error naming the resource and the property. */
export function requiredText(resource: Resource, ...path: readonly string[]): string {
  const value = textProperty(resource, ...path)
  if (value === undefined) throw unsupported(resource, path.join('.'), 'it is missing')
  return value
}

/** A number; templates may also write it as text. */
export function numberProperty(resource: Resource, fallback: number, ...path: readonly string[]): number {
  const value = read(resource.properties, ...path)
  return value === undefined ? fallback : Number(value)
}

/** A list property; empty when the template does not give it. */
export function listProperty(resource: Resource, ...path: readonly string[]): readonly unknown[] {
  const value = read(resource.properties, ...path)
  return Array.isArray(value) ? value : []
}

/** The error for a property whose value the local service cannot act on. */
export function unsupported(resource: Resource, property: string, reason: string): Error {
  return new Error(unsupportedProperty(resource, property, reason))
}

/** The resources of one type. */
export function ofType(resources: readonly Resource[], type: string): readonly Resource[] {
  return resources.filter((resource) => resource.type === type)
}
