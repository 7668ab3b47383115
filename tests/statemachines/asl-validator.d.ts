declare module 'asl-validator' {
  /** @returns whether the definition is valid, and each error in words. */
  export default function aslValidator(
    definition: unknown,
    options?: { readonly checkPaths?: boolean; readonly checkArn?: boolean },
  ): { readonly isValid: boolean; readonly errorsText: (separator?: string) => string }
}
