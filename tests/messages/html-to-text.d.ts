declare module 'html-to-text' {
  /** Turns HTML into text. Only what these tests use is described. */
  export function convert(
    html: string,
    options: {
      readonly wordwrap: false
      readonly selectors: readonly {
        readonly selector: string
        readonly format?: 'skip'
        readonly options?: { readonly ignoreHref?: boolean; readonly uppercase?: boolean }
      }[]
    },
  ): string
}
