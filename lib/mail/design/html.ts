const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** HTML that is safe in an e-mail. The template tag `html` escapes all values that are not Html themselves. */
export class Html {
  constructor(readonly source: string) {}
}

export type Part = string | number | Html | Part[]

/** Builds Html from a template, such as html`<p>${text}</p>`. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(texts.reduce((source, text, index) => source + sourceOf(parts[index - 1] ?? '') + text))
}

/** Returns parts with another part between each two of them. */
export const joined = (parts: Part[], between: Part): Part[] =>
  parts.flatMap((part, index) => (index > 0 ? [between, part] : [part]))

function sourceOf(part: Part): string {
  if (part instanceof Html) return part.source
  if (Array.isArray(part)) return part.map(sourceOf).join('')
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}
