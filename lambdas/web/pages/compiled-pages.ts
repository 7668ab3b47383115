/** What the pages of a folder are made with, compiled from its templates and its stylesheet by build/build-pages.ts. */
export interface CompiledPages {
  /** Compiled templates by name. Each makes nunjucks' own object, which nothing but nunjucks looks into. */
  readonly templates: Readonly<Record<string, () => unknown>>
  readonly stylesheet: {
    readonly css: string
    /** "/assets/staff/<hash>.css": the address changes with the contents, so it can be kept for ever. */
    readonly path: string
  }
}
