import { REFUSALS, type RefusalName } from '@/lib/contracts/refusals'
import { env } from '@/lib/env'

const PATIENCE_MS = 3_000

/**
 * Returns the response to a form that was refused before its content was read: a page, or JSON to scripts, with the
 * status of the refusal. Since a route handler cannot render a page, the process requests the static page from itself;
 * if that fails, the response is plain text.
 */
export async function refusalPage(name: RefusalName, { asJson }: { asJson: boolean }): Promise<Response> {
  const { status, title, text } = REFUSALS[name]
  const headers = { 'cache-control': 'no-store' }
  if (asJson) return Response.json({ ok: false, code: 'invalid_input', message: text }, { status, headers })
  const html = await readPage(`/refused/${name}`)
  if (html === null) return new Response(`${title}. ${text}\n`, { status, headers })
  return new Response(html, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

async function readPage(path: string): Promise<string | null> {
  const { __NEXT_PRIVATE_ORIGIN, PORT } = env()
  const url = new URL(path, __NEXT_PRIVATE_ORIGIN ?? `http://localhost:${PORT}`)
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return response.ok ? await response.text() : null
  } catch (error) {
    console.error(`[http] ${url} could not be read: ${error instanceof Error ? error.message : error}`)
    return null
  }
}
