'use client'

import { type CSSProperties, type PointerEvent, useState } from 'react'
import { IconButton } from '@/components/ui/form/button'
import { arrowLeftIcon, arrowRightIcon } from '@/components/ui/icons'
import { Modal } from '@/components/ui/modal-client'
import type { ProductDetail } from '@/lib/contracts/catalog/product-view'

/**
 * The product's pictures in full screen. Pressing a picture magnifies it at that point; pressing it again shows it
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
  const [isClose, setClose] = useState(false)
  const [origin, setOrigin] = useState('50% 50%')
  const shown = images[image]
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (at: number, from: number, size: number) => `${Math.round(((at - from) / size) * 100)}%`
    setOrigin(`${share(event.clientX, box.left, box.width)} ${share(event.clientY, box.top, box.height)}`)
  }
  const style: CSSProperties = { transformOrigin: origin, scale: isClose ? '2.2' : '1' }
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={name}
      aside={images.length > 1 ? `${image + 1} of ${images.length}` : undefined}
      closeLabel="Close pictures"
      className="zoom-dialog"
    >
      {shown && (
        <button
          type="button"
          className="zoom-stage pic"
          aria-pressed={isClose}
          aria-label={isClose ? 'Step back' : 'Look closer'}
          onPointerMove={onPointerMove}
          onClick={() => setClose(!isClose)}
        >
          {/* biome-ignore lint/performance/noImgElement: made in the size in which it is shown */}
          <img src={shown.src} alt={shown.alt} width={shown.width} height={shown.height} style={style} />
        </button>
      )}
      {images.length > 1 && (
        <div className="dialog-foot">
          <IconButton label="Previous picture" d={arrowLeftIcon} onClick={() => turn(-1)} />
          <IconButton label="Next picture" d={arrowRightIcon} onClick={() => turn(1)} />
        </div>
      )}
    </Modal>
  )
}
