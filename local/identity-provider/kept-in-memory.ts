import type { Adapter, AdapterConstructor } from 'oidc-provider'
// @ts-expect-error The package has no types for it.
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js'

const InMemory = MemoryAdapter as AdapterConstructor & (new (name: string) => Adapter)

/**
 * Keeps what the provider knows in memory, on purpose: nobody is signed in at it for longer than a moment. The package's own
 * class does it; taken by its own name, it warns each time that it must not be used.
 */
export class KeptInMemory extends InMemory {}
