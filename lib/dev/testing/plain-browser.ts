const ENTITIES: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' }

/** A browser without JavaScript. Keeps cookies, and submits forms with the hidden fields of the page. */
export class PlainBrowser {
  readonly #cookies = new Map<string, string>()

  /** Fetches a page. Follows redirects itself, so that it keeps the cookies that they set. */
  async get(url: string): Promise<{ url: string; status: number; html: string }> {
    return this.#follow(url, await this.#fetch(url))
  }

  /** Submits the form with this `action`: its hidden fields and `fields`. */
  async submit(page: { url: string; html: string }, action: string, fields: Record<string, string>) {
    const url = new URL(action, page.url).href
    const body = new URLSearchParams({ ...hiddenFields(page.html, action), ...fields })
    const headers = { origin: new URL(page.url).origin, 'sec-fetch-site': 'same-origin' }
    return this.#follow(url, await this.#fetch(url, { method: 'POST', body, headers }))
  }

  async #follow(url: string, response: Response): Promise<{ url: string; status: number; html: string }> {
    const location = response.headers.get('location')
    if (location) {
      await response.arrayBuffer()
      return this.get(new URL(location, url).href)
    }
    return { url, status: response.status, html: await response.text() }
  }

  async #fetch(url: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...(cookie && { cookie }), ...init.headers }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
}

/** Returns the hidden fields of the form with this `action`. Throws if the page has no such form. */
function hiddenFields(html: string, action: string): Record<string, string> {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((text) => attribute(/<form[^>]*>/.exec(text)?.[0] ?? '', 'action') === action)
  if (!form) throw new Error(`The page has no form with the action ${action}.`)
  const inputs = (form.match(/<input\b[^>]*>/g) ?? []).filter((input) => attribute(input, 'type') === 'hidden')
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}

function attribute(tag: string, name: string): string {
  const text = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? ''
  return text.replace(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
}
