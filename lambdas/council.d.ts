/**
 * The council's file, checked when the stacks were made. A function's bundle has the parts that its handler imports, by
 * name, and nothing else of the file (lib/constructs/service-function.ts). Only handlers import them: all else is given
 * the parts that it uses.
 */
declare module '#council' {
  type Council = import('./cases/council.ts').Council

  export const name: Council['name']
  export const contacts: Council['contacts']
  export const providers: Council['providers']
  export const ownTimes: Council['ownTimes']
  export const reporting: Council['reporting']
  export const contracts: Council['contracts']
  export const terms: Council['terms']
  export const particulars: Council['particulars']
  export const notices: import('./cases/council.ts').CouncilNotices
}
