'use client'

import { type FormEvent, type MouseEvent, useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/feedback/notice'
import { Button } from '@/components/ui/form/button'
import type { CartLine } from '@/lib/contracts/cart'
import { forgetChange, type LineNote } from './store/last-change'

export const noteIdOf = (sku: string) => `note-${sku}`

/** A note below a line. If the shopper wanted none of it, asks whether to remove the line. */
export function LineNoteBox({
  line,
  note,
  text,
  onRemove,
}: {
  line: CartLine
  note: LineNote
  text: string
  onRemove: (event: MouseEvent<HTMLButtonElement>) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each note is scrolled into view
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [note])
  return (
    <div ref={box} id={noteIdOf(line.sku)} className="col-span-full pt-2">
      <Notice tone="warn">
        <p>{text}</p>
        {note.type === 'none_wanted' && <RemoveOrKeep line={line} onRemove={onRemove} />}
      </Notice>
    </div>
  )
}

function RemoveOrKeep({
  line,
  onRemove,
}: {
  line: CartLine
  onRemove: (event: MouseEvent<HTMLButtonElement>) => void
}) {
  const name = <span className="vh"> {line.name}</span>
  const keep = (event: MouseEvent) => {
    event.preventDefault()
    forgetChange()
  }
  return (
    <form
      action="/cart/remove"
      method="post"
      onSubmit={(event: FormEvent) => event.preventDefault()}
      className="flex gap-3 pt-2"
    >
      <input type="hidden" name="sku" value={line.sku} />
      <Button type="submit" size="sm" onClick={onRemove}>
        Remove{name}
      </Button>
      <a className="btn btn-sm" href="/cart" onClick={keep}>
        Keep{name}
      </a>
    </form>
  )
}
