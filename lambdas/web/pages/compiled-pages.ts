/** What the pages are made with, compiled from templates/ and styles/ by build/build-pages.ts. */
export interface StaffPages {
  /** Compiled templates by name. Each makes nunjucks' own object, which nothing but nunjucks looks into. */
  readonly templates: Readonly<Record<string, () => unknown>>
  readonly stylesheet: {
    readonly css: string
    /** "/assets/staff-<hash>.css": the address changes with the contents, so it can be kept for ever. */
    readonly path: string
  }
}
