// More than any field takes, so that what is too long is told and not cut.
const MAX_LENGTH = 3_000

/**
 * A form's text fields as plain strings, each cut at 3,000 characters: files and what is not named by a word are
 * dropped, the last of several counts.
 */
export function textFields(form: FormData): Record<string, string> {
  const isText = (entry: [string, FormDataEntryValue]): entry is [string, string] =>
    typeof entry[1] === 'string' && /^[a-z][\w-]*$/i.test(entry[0])
  return Object.fromEntries([...form].filter(isText).map(([name, text]) => [name, text.slice(0, MAX_LENGTH)]))
}
