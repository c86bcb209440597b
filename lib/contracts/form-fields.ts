// Longer than any field accepts, so that overlong input fails validation instead of being shortened silently.
const MAX_LENGTH = 3_000

/**
 * Returns a form's text fields as strings, each shortened to 3,000 characters. Ignores files and malformed names; if a
 * name occurs more than once, the last field counts.
 */
export function textFields(form: FormData): Record<string, string> {
  const isText = (entry: [string, FormDataEntryValue]): entry is [string, string] =>
    typeof entry[1] === 'string' && /^[a-z][\w-]*$/i.test(entry[0])
  return Object.fromEntries([...form].filter(isText).map(([name, text]) => [name, text.slice(0, MAX_LENGTH)]))
}
