import clsx from 'clsx'

interface PictureProps {
  src: string
  alt: string
  /** Rendered size in pixels. The file may be larger. */
  size?: number
  /** Whether it is above the fold. If so, it loads immediately and with priority. */
  eager?: boolean
}

/** A square product picture that fills its box, dimmed in dark mode. */
export function Picture({ src, alt, size = 640, eager = false }: PictureProps) {
  return (
    // biome-ignore lint/performance/noImgElement: the files already have the right size, so an optimiser would only cost time
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

/** A small framed picture beside the product's name, so it needs no alternative text. */
export function Thumb({ src, size = 84, className }: { src: string; size?: number; className?: string }) {
  return (
    <span className={clsx('thumb pic', className)}>
      <Picture src={src} alt="" size={size} />
    </span>
  )
}
