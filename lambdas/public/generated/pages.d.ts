import type { CompiledPages } from '../../web/pages/compiled-pages.ts'

/** Written by web/build/build-pages.ts: the templates, compiled, and the stylesheet. */
declare const pages: CompiledPages
export default pages
