/** The part of nunjucks that fills templates compiled before. It has the types of the whole, less the compiler. */
declare module 'nunjucks/browser/nunjucks-slim.min.js' {
  import nunjucks from 'nunjucks'

  const slim: Pick<typeof nunjucks, 'Environment'>
  export default slim
}
