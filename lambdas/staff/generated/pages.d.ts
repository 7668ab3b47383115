import type { StaffPages } from '../../web/pages/compiled-pages.ts'

/** Written by build/build-pages.ts: the templates, compiled, and the stylesheet. */
declare const pages: StaffPages
export default pages
