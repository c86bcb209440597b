import clsx from 'clsx'

interface PictureProps {
  src: string
  alt: string
  /** Displayed size in pixels. The file itself may be larger. */
  size?: number
  /** Whether the picture is above the fold, so that it loads immediately and with priority. */
  eager?: boolean
}

/** A square product picture that fills its box. It is dimmed in dark mode. */
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

/** A small framed picture. It needs no alternative text, because it is always beside the product's name. */
export function Thumb({ src, size = 84, className }: { src: string; size?: number; className?: string }) {
  return (
    <span className={clsx('thumb pic', className)}>
      <Picture src={src} alt="" size={size} />
    </span>
  )
}
