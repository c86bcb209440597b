/** Called by Next.js once per server process, before it answers requests. Slow work continues in the background. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepare } = await import('./instrumentation-node')
    prepare()
  }
}
