/** Runs once in each server process, before it answers. What takes time goes on beside it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepare } = await import('./instrumentation-node')
    prepare()
  }
}
