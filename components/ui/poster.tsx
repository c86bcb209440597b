import clsx from 'clsx'
import type { CSSProperties } from 'react'
import { cutToFit } from '@/lib/look/fit'

interface Piece {
  text: string
  /** Font size in cqi (1 % of the box's width). The font's width axis is set so that the line fills the box. */
  size: number
  /** Line height. */
  leading?: number
  /** Maximum font size in cqi to which a very short line may grow. The line may then be narrower than the box. */
  maxSize?: number
}

/** A line of a poster. On screens narrower than 48rem, the lines in `split` replace it. */
export interface PosterLine extends Piece {
  split?: Piece[]
}

/**
 * Lines in display type, each fitted to the width of the box; the server computes the font settings. Screen readers
 * read one sentence: `label` or, by default, all lines joined.
 */
export function Poster({
  as: Tag = 'h1',
  lines,
  label = lines.map(({ text }) => text.trim()).join(' '),
  id,
  className,
}: {
  as?: 'h1' | 'h2' | 'h3' | 'p' | 'span'
  lines: PosterLine[]
  label?: string
  id?: string
  className?: string
}) {
  const [first, ...rest] = lines
  const plain = first && rest.length === 0 && !first.split && first.text === label
  return (
    <Tag id={id} className={clsx('poster', className)}>
      {!plain && <span className="vh">{label}</span>}
      {lines.map((line) => (
        <Line key={line.text} line={line} hidden={!plain} />
      ))}
    </Tag>
  )
}

function Line({ line, hidden }: { line: PosterLine; hidden: boolean }) {
  const { split } = line
  return (
    <span className={clsx('fit', split && 'fit-split')} style={cut(line)} aria-hidden={hidden || undefined}>
      {split
        ? split.map((piece, index) => (
            <span key={piece.text} className="fit" style={cut(piece)}>
              {index < split.length - 1 ? `${piece.text.trim()} ` : piece.text.trim()}
            </span>
          ))
        : line.text}
    </span>
  )
}

function cut({ text, size, leading, maxSize }: Piece): CSSProperties {
  const fit = cutToFit(text, size, maxSize)
  const style: CSSProperties & Record<`--${string}`, string | number | undefined> = {
    '--wd': `${fit.stretch}%`,
    '--fs': fit.size,
    '--lh': leading,
  }
  return style
}
