import type { ContactPoint } from '../cases/council.ts'
import type { Citation } from '../law/deadline.ts'

/** A page of guidance for families. Its words are sentences under 25 words, in plain English. */
export interface GuidancePage {
  /** Under "/help": "/help/complaint". */
  readonly path: string
  readonly title: string
  /** What stands before the first heading. */
  readonly introduction: readonly Part[]
  readonly sections: readonly Section[]
  /** The entries of the glossary that the page itself explains, so that they are not linked there. */
  readonly explains?: readonly string[]
  /** The law and guidance that the page rests on. */
  readonly sources: readonly Citation[]
}

export interface Section {
  /** An anchor, where another page leads to this section. */
  readonly id?: string
  readonly heading: string
  readonly parts: readonly Part[]
}

/** A paragraph, or something else that is said. */
export type Part = string | Points | Numbered | Important | Action | Links | Contact | Organisations

/** Points in no order. */
export interface Points {
  readonly points: readonly string[]
}

/** Things to do one after another, or that are counted: "three kinds". */
export interface Numbered {
  readonly numbered: readonly string[]
}

/** What nobody may miss, set apart. */
export interface Important {
  readonly important: string
}

/** Where to go on: the one thing to do on this page, as a button. */
export interface Action {
  readonly action: PageLink
}

export interface Links {
  readonly links: readonly PageLink[]
}

export interface PageLink {
  readonly text: string
  /** A path on the public pages, or a whole address elsewhere. */
  readonly href: string
  /** What is there, where the text does not say it. */
  readonly about?: string
}

/** How to reach somebody. */
export interface Contact {
  readonly contact: ContactPoint
  /** What they are: "Free and impartial advice and support". */
  readonly what: string
}

/** Others who help, each with what they do and their website. */
export interface Organisations {
  readonly organisations: readonly { readonly name: string; readonly help: string; readonly website: string }[]
}
