import clsx from 'clsx'

interface PictureProps {
  src: string
  alt: string
  /** Pixels of the square it is drawn in; the file may be larger. */
  size?: number
  /** Above the fold: loaded at once and first. */
  eager?: boolean
}

/** A square product picture that fills its box, under the veil that dims it in the dark. */
export function Picture({ src, alt, size = 640, eager = false }: PictureProps) {
  return (
    // biome-ignore lint/performance/noImgElement: the files are made in the size they are shown, an optimiser would only cost time
    <img
      src={src}
      alt={alt}
      width={size}
      height={size}
      decoding="async"
      {...(eager ? { fetchPriority: 'high' } : { loading: 'lazy' })}
    />
  )
}

/** A small framed picture beside a name that says the same, hence without words of its own. */
export function Thumb({ src, size = 84, className }: { src: string; size?: number; className?: string }) {
  return (
    <span className={clsx('thumb pic', className)}>
      <Picture src={src} alt="" size={size} />
    </span>
  )
}
