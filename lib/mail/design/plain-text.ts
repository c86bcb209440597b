/** Characters in a line of an e-mail's text part. */
export const MAX_WIDTH = 56

/** Wraps text at MAX_WIDTH and keeps its own line breaks. A word that is longer, such as a link, stays whole. */
export const wrap = (text: string, indent = ''): string =>
  text
    .split('\n')
    .flatMap((line) => linesOf(line, MAX_WIDTH - indent.length))
    .map((line) => indent + line)
    .join('\n')

/** Puts each link of a text on a line of its own, without the full stop that would become part of it. */
export const linksApart = (text: string): string => text.replace(/ (https?:\/\/\S+?)\.?(?: |$)/g, '\n$1\n').trim()

/** Returns a label at the left and an amount at the right. A long label continues below, indented. */
export function inColumns(label: string, amount: string): string {
  const [first = '', ...rest] = linesOf(label, MAX_WIDTH - amount.length - 1)
  const below = rest.length > 0 ? [wrap(rest.join(' '), '  ')] : []
  return [`${first.padEnd(MAX_WIDTH - amount.length - 1)} ${amount}`, ...below].join('\n')
}

function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t]+/)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}
