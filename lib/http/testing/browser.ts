/**
 * The cookies of a simulated browser. Tests use this module instead of next/headers: `vi.mock('next/headers', () =>
 * import('./testing/browser'))`.
 */
export const jar = new Map<string, string>()

/** Whether the simulated browser refuses cookies. */
export const refusal = { ofCookies: false }

export const cookies = async () => ({
  get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  has: (name: string) => jar.has(name),
  set: (name: string, value: string, { maxAge }: { maxAge?: number } = {}) =>
    refusal.ofCookies || (maxAge === 0 ? jar.delete(name) : jar.set(name, value)),
})
export const headers = async () => new Headers({ 'x-forwarded-for': '203.0.113.7' })

/** Returns the POST request of a form: as a script sends it if `json` is set, otherwise as a browser submits it. */
export const post = (path: string, fields: Record<string, string>, { json = false } = {}): Request =>
  new Request(`http://shop.example${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', accept: json ? 'application/json' : 'text/html' },
    body: new URLSearchParams(fields),
  })

/** Sends a request and follows a 307 redirect by sending it again, as browsers do. */
export async function send(request: Request, handle: (request: Request) => Promise<Response>): Promise<Response> {
  const again = request.clone()
  const answer = await handle(request)
  if (answer.status !== 307) return answer
  return handle(new Request(new URL(answer.headers.get('location') ?? '', request.url), again))
}

/** Returns the status of a response and the location of its redirect; null if it has none. */
export const outcome = ({ status, headers }: Response): [number, string | null] => [status, headers.get('location')]
