/** A deployment that cannot be begun. The message is a sentence for whoever asked for it. */
export class NoDeploymentError extends Error {
  override readonly name = 'NoDeploymentError'
}

/**
 * What CDK is told. It asks before it widens what something may do, and stops where there is nobody to ask.
 * @param isTerminal whether somebody can answer. @param isAgreed whether they have agreed already, with --yes
 * @throws NoDeploymentError when nobody can be asked and nobody has agreed.
 */
export function cdkArguments({ isTerminal, isAgreed }: { readonly isTerminal: boolean; readonly isAgreed: boolean }) {
  if (isAgreed) return ['deploy', '--all', '--require-approval', 'never']
  if (isTerminal) return ['deploy', '--all']
  throw new NoDeploymentError(
    'Nothing was deployed: CDK asks before it changes what something may do, and there is no terminal to ask on. Read what would change with "npx cdk diff", then run "npm run deploy -- --yes".',
  )
}
