import clsx from 'clsx'
import type { CSSProperties } from 'react'
import { cutToFit } from '@/lib/look/fit'

interface Piece {
  text: string
  /** Font size in cqi (1 % of the box's width); the width axis adjusts the line to the box. */
  size: number
  /** Line height. */
  leading?: number
  /** Maximum size of a short line in cqi. The line is then narrower than the box. */
  maxSize?: number
}

/** A line of a poster. Below 48rem, the lines in `split` replace it. */
export interface PosterLine extends Piece {
  split?: Piece[]
}

/**
 * Display lines fitted to the width of their box, computed on the server. Screen readers get one sentence: `label`, or
 * all lines joined.
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
