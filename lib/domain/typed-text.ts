// Typed or pasted text often contains invisible characters, such as zero-width spaces from web pages, bidi controls, or
// line separators from word processors. UNSEEN matches those that no script needs: soft hyphen, zero-width space, word
// joiner, byte order mark, interlinear marks, unpaired surrogates, and tags outside of flags.
const UNSEEN =
  /[\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu
const CONTROLS = /\p{Cc}/gu
// Joiners and the blank Braille cell have a meaning between characters, but not at the beginning or end of a text.
const EDGES = /^(?:\s|\u200c|\u200d|\u2800)+|(?:\s|\u200c|\u200d|\u2800)+$/gu
// Any visible character. Does not match marks without a letter, private and unassigned characters, the blank Braille
// cell, placeholders, and the musical null notehead.
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\p{M}\u2800\ufffc\u{1d159}]/u

/** Returns the text on one line in NFC, without invisible characters and bidi controls, and with single spaces. */
export const tidyLine = (text: string): string => trimmed(text.replace(/\s+/gu, ' ')).replace(/ {2,}/g, ' ')

/** Returns the text with line breaks as \n and at most one empty line in a row. Each line is cleaned as by tidyLine. */
export const tidyLines = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .split('\n')
    .map(tidyLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Returns whether the text contains a visible character. */
export const isVisible = (text: string): boolean => VISIBLE.test(text)

const trimmed = (text: string) =>
  isVisible(text) ? text.replace(UNSEEN, '').replace(CONTROLS, '').replace(EDGES, '').normalize('NFC') : ''
