/** Sets an import going: its steps run until it is done, or somebody stops it. @param run names the run of it */
export type RunImport = (importId: string, run: string) => Promise<void>

/**
 * Sets it going in the machine. The same run begins once, however often it is asked for. The client is loaded with the first
 * import: no other page waits for it.
 */
export function machineStarter(stateMachineArn: string): RunImport {
  return async (importId, run) => {
    const { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } = await import('@aws-sdk/client-sfn')
    const client = new SFNClient({})
    try {
      await client.send(
        new StartExecutionCommand({ stateMachineArn, name: `${importId}-${run}`, input: JSON.stringify({ importId }) }),
      )
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    } finally {
      client.destroy()
    }
  }
}
