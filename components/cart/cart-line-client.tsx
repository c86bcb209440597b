'use client'

import Link from 'next/link'
import type { FormEvent, MouseEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/form/button'
import { Stepper } from '@/components/ui/form/stepper-client'
import { Thumb } from '@/components/ui/picture'
import { Price, Was } from '@/components/ui/price'
import type { CartLine, CartLineIssue } from '@/lib/contracts/cart'
import { isForSale } from '@/lib/domain/cart'
import { formatMoney } from '@/lib/domain/pricing/money'
import { LineNoteBox, noteIdOf } from './cart-line-note-client'
import { changeCart, removeLine } from './store/cart-store'
import { forgetChange, type LineNote, noteAtLine } from './store/last-change'
import { issueText, noteText, notWholeText } from './words'

/**
 * A line of the cart. With client-side scripts, changes are shown at once; without them, its form is posted. `note` is
 * the note about the last change, if it is about this line.
 */
export function CartLineItem({
  line,
  note,
  onLeave,
}: {
  line: CartLine
  note: LineNote | undefined
  onLeave?: () => void
}) {
  const { sku, name, quantity } = line
  const noted = note && noteText(note, line)
  const remove = (event: MouseEvent<HTMLButtonElement>) =>
    removeLine(line, event.currentTarget.closest('li')?.offsetHeight ?? 0)
  const change = (next: number) => {
    if (next !== quantity) void changeCart({ type: 'change', sku, quantity: next })
    else if (note) forgetChange()
  }
  const refuse = (typed: number | null) =>
    typed === 0
      ? noteAtLine({ sku, type: 'none_wanted', quantity }, `Do you want to remove ${name} from your cart?`)
      : noteAtLine({ sku, type: 'not_whole', quantity }, notWholeText(quantity))
  return (
    <li className="line-item grid-rows-[auto_1fr] gap-y-1">
      {line.image ? (
        <Thumb src={line.image} className="row-span-2 self-start" />
      ) : (
        <span className="thumb bg-sunk row-span-2 self-start" />
      )}
      <div className="grid gap-1 content-start justify-items-start">
        <LineName line={line} onLeave={onLeave} />
        {line.optionsText && <p className="card-spec">{line.optionsText}</p>}
        {!(noted && note?.type === 'only_left') && <LineState line={line} />}
      </div>
      <LinePrice line={line} />
      <form
        className="col-start-2 -col-end-1 self-start flex flex-wrap items-center gap-x-3 gap-y-1 pt-1"
        action="/cart/change"
        method="post"
        noValidate // so that without scripts, the page explains what it takes instead
        onSubmit={(event: FormEvent) => event.preventDefault()}
      >
        <input type="hidden" name="sku" value={sku} />
        {isForSale(line) && (
          <Stepper
            size="sm"
            label={`Quantity of ${name}`}
            value={quantity}
            max={line.left === null ? undefined : Math.max(quantity, line.left)}
            onChange={change}
            onRefuse={refuse}
            describedBy={noted ? noteIdOf(sku) : undefined}
          />
        )}
        <noscript>
          <button type="submit" className="btn btn-sm">
            Update
          </button>
        </noscript>
        <Button type="submit" tone="quiet" size="sm" formAction="/cart/remove" onClick={remove}>
          Remove<span className="vh"> {name}</span>
        </Button>
      </form>
      {note && noted && <LineNoteBox line={line} note={note} text={noted} onRemove={remove} />}
    </li>
  )
}

function LinePrice({ line }: { line: CartLine }) {
  const { quantity, unitPrice, wasPrice } = line
  return (
    <div className="grid content-start justify-items-end gap-0.5 text-right">
      {unitPrice > 0 && <Price amount={line.total} size="1.375rem" />}
      {wasPrice !== null && (
        <span className="text-xs">
          <Was amount={wasPrice * quantity} />
        </span>
      )}
      {quantity > 1 && unitPrice > 0 && <span className="hint num">{formatMoney(unitPrice)} each</span>}
    </div>
  )
}

function LineName({ line, onLeave }: { line: CartLine; onLeave?: () => void }) {
  if (!line.slug) return <span className="font-display font-extrabold leading-tight">{line.name}</span>
  return (
    <Link
      className="font-display font-extrabold leading-tight no-underline hover:underline"
      href={`/p/${line.slug}`}
      prefetch={false}
      onClick={onLeave}
    >
      {line.name}
    </Link>
  )
}

/** A note that few units are left, or the line's issues, with a button where the shopper can solve one. */
function LineState({ line }: { line: CartLine }) {
  if (line.issues.length === 0) return line.left === null ? null : <Badge tone="warn">Only {line.left} left</Badge>
  return line.issues.map((issue) => <LineIssue key={issue.type} sku={line.sku} issue={issue} />)
}

function LineIssue({ sku, issue }: { sku: string; issue: CartLineIssue }) {
  const isGone = issue.type === 'sold_out' || issue.type === 'gone'
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={isGone ? 'danger' : 'warn'}>{issueText(issue)}</Badge>
      {issue.type === 'short' && <TakeWhatIsLeft sku={sku} left={issue.left} />}
    </div>
  )
}

function TakeWhatIsLeft({ sku, left }: { sku: string; left: number }) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void changeCart({ type: 'change', sku, quantity: left })
  }
  return (
    <form action="/cart/change" method="post" onSubmit={onSubmit}>
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="quantity" value={left} />
      <Button type="submit" size="sm">
        Take {left === 1 ? 'it' : `the ${left}`}
      </Button>
    </form>
  )
}
