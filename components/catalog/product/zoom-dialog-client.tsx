'use client'

import { type CSSProperties, type KeyboardEvent, type PointerEvent, useState } from 'react'
import { IconButton } from '@/components/ui/form/button'
import { arrowLeftIcon, arrowRightIcon } from '@/components/ui/icons'
import { Modal } from '@/components/ui/modal-client'
import type { ProductDetail } from '@/lib/contracts/catalog/product-view'
import { zoomPictureOf } from '@/lib/domain/media/zoom-picture'

/**
 * The product's pictures in the whole window. Pressing a picture magnifies it at that point; pressing it again shows it
 * whole.
 */
export function ZoomDialog({
  open,
  onClose,
  name,
  images,
  image,
  turn,
}: {
  open: boolean
  onClose: () => void
  name: string
  images: ProductDetail['images']
  image: number
  turn: (by: number) => void
}) {
  const shown = images[image]
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={name}
      aside={images.length > 1 ? `${image + 1} of ${images.length}` : undefined}
      closeLabel="Close pictures"
      className="zoom-dialog"
    >
      {shown && <Stage key={shown.src} image={shown} />}
      {images.length > 1 && (
        <div className="dialog-foot">
          <IconButton label="Previous picture" d={arrowLeftIcon} onClick={() => turn(-1)} />
          <IconButton label="Next picture" d={arrowRightIcon} onClick={() => turn(1)} />
        </div>
      )}
    </Modal>
  )
}

/** One picture, which starts whole and in its middle. The smaller file stands behind the larger one until that is loaded. */
function Stage({ image }: { image: ProductDetail['images'][number] }) {
  const [isClose, setClose] = useState(false)
  const [origin, setOrigin] = useState('50% 50%')
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (at: number, from: number, size: number) => `${Math.round(((at - from) / size) * 100)}%`
    setOrigin(`${share(event.clientX, box.left, box.width)} ${share(event.clientY, box.top, box.height)}`)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === '+' || key === '-') setClose(key === '+')
  }
  const style: CSSProperties = {
    transformOrigin: origin,
    scale: isClose ? '2.2' : '1',
    backgroundImage: `url("${image.src}")`,
  }
  return (
    <button
      type="button"
      className="zoom-stage pic"
      aria-pressed={isClose}
      aria-label={isClose ? 'Step back' : 'Look closer'}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onClick={() => setClose(!isClose)}
    >
      {/* biome-ignore lint/performance/noImgElement: made in the size in which it is shown */}
      <img
        src={zoomPictureOf(image.src)}
        alt={image.alt}
        width={2 * image.width}
        height={2 * image.height}
        style={style}
      />
    </button>
  )
}
