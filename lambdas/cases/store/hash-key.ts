/**
 * Keeps the key of the hashes of children for as long as an instance of a function lives. It is read when it is first asked
 * for; where that fails it is read again the next time.
 *
 * @param read reads the key: see `readSecret`
 */
export function keptHashKey(read: () => Promise<string>): () => Promise<string> {
  let kept: Promise<string> | undefined
  return () => {
    kept ??= read().catch((error: unknown) => {
      kept = undefined
      throw error
    })
    return kept
  }
}

/**
 * Reads a secret from AWS Secrets Manager. The client is loaded with the first one: no function waits for it at its start.
 *
 * @param secretId the ARN of the secret
 * @throws Error when it has no text, and whatever Secrets Manager answers instead of it
 */
export async function readSecret(secretId: string): Promise<string> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
  const client = new SecretsManagerClient({})
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
  client.destroy()
  if (!SecretString) throw new Error(`The secret ${secretId} has no text. Give it back the value that it had.`)
  return SecretString
}
