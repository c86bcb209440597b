'use client'

import { type KeyboardEvent, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { zoomInIcon } from '@/components/ui/icons'
import { Picture } from '@/components/ui/picture'
import { useChoice } from './choice-client'
import { ZoomDialog } from './zoom-dialog-client'

/**
 * The product's pictures: a large one, and thumbnails of all. Arrow keys change the large one, and pressing it opens it
 * in full screen.
 */
export function Gallery() {
  const { product, image, show } = useChoice()
  const [isZoomed, setZoomed] = useState(false)
  const { images, name } = product
  const shown = images[image] ?? images[0]
  if (!shown) return null
  const turn = (by: number) => show((image + by + images.length) % images.length)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!by || images.length < 2) return
    event.preventDefault()
    turn(by)
  }
  return (
    <section aria-label="Pictures" className="grid gap-3 content-start min-w-0" onKeyDown={onKeyDown}>
      <button
        type="button"
        className="zoom pic"
        aria-label={`Zoom picture: ${shown.alt}`}
        onClick={() => setZoomed(true)}
      >
        <Picture src={shown.src} alt={shown.alt} eager />
        <span className="cue needs-script">
          <Badge icon={zoomInIcon}>Zoom</Badge>
        </span>
      </button>
      {images.length > 1 && (
        <div className="thumbs">
          {images.map(({ src, alt }, index) => (
            <button
              key={src}
              type="button"
              className="thumb pic"
              aria-label={`Show picture ${index + 1} of ${images.length}: ${alt}`}
              aria-current={index === image || undefined}
              onClick={() => show(index)}
            >
              <Picture src={src} alt="" size={120} />
            </button>
          ))}
        </div>
      )}
      <ZoomDialog
        open={isZoomed}
        onClose={() => setZoomed(false)}
        name={name}
        images={images}
        image={image}
        turn={turn}
      />
    </section>
  )
}
