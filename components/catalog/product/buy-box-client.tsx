'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { AddToCart, SeenPrice } from '@/components/cart/add-to-cart-client'
import { SaveButton } from '@/components/customers/hearts/heart-client'
import { TellMeWhen } from '@/components/customers/notices/tell-me-when-client'
import { Option, Swatch } from '@/components/ui/form/choice'
import { Price, Ticket, Was } from '@/components/ui/price'
import type { OptionGroup } from '@/lib/contracts/catalog/product-view'
import { valueState } from '@/lib/domain/catalog/choice'
import { optionsText } from '@/lib/domain/catalog/variant'
import { own } from '@/lib/domain/own'
import { formatMoney, shortMoney } from '@/lib/domain/pricing/money'
import { type ChosenVariant, optionId, useChoice } from './choice-client'

/** The price of the selected variant. `children` are further lines, which apply to all variants. */
export function PriceLine({ children }: { children: ReactNode }) {
  const { variant } = useChoice()
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2" aria-live="polite">
      <Ticket
        amount={variant.price}
        off={variant.percent}
        size="clamp(2.75rem, 2rem + 2.4vw, 4rem)"
        offSize="1.375rem"
      />
      <div className="text-sm leading-5">
        {variant.was !== null && (
          <p className="font-semibold">
            <Was amount={variant.was} /> lowest in the last 30 days
          </p>
        )}
        {children}
      </div>
    </div>
  )
}

/** The choice of the variant's options. Each value shows how much more or less it costs. */
export function Options() {
  const { product } = useChoice()
  return product.optionGroups.map((group) => <OptionSet key={group.key} group={group} />)
}

function OptionSet({ group }: { group: OptionGroup }) {
  const { product, variants, variant, openKeys, openGroup, isAsked, choose } = useChoice()
  const chosen = group.values.find(({ value }) => value === own(variant.options, group.key))
  return (
    <fieldset className="needs-script" id={optionId(product, group)}>
      <legend className="label pb-2">
        {group.label}
        {(group.kind === 'colour' || group.values.length === 1) && chosen && `: ${chosen.label}`}
        {isAsked && group === openGroup && (
          <span className="text-danger" role="alert">
            : please choose
          </span>
        )}
      </legend>
      {group.values.length > 1 && (
        <div className="options" style={group.kind === 'colour' ? { gap: '.8rem' } : undefined}>
          {group.values.map(({ value, label, colour }) => {
            const state = valueState(variants, { variant, openKeys }, group.key, value)
            const input = {
              name: `option-${group.key}`,
              value,
              label,
              checked: state.isChosen,
              out: state.isOut,
              onChange: () => state.sku && choose(group.key, state.sku),
            }
            return group.kind === 'colour' && colour ? (
              <Swatch key={value} {...input} colour={colour} />
            ) : (
              <Option key={value} {...input} note={noteOf(state, variants)} />
            )
          })}
        </div>
      )}
    </fieldset>
  )
}

function noteOf(state: ReturnType<typeof valueState>, variants: ChosenVariant[]): string | undefined {
  if (state.isOut) return 'sold out'
  if (new Set(variants.map(({ price }) => price)).size === 1) return undefined
  if (state.difference === 0) return state.isChosen ? 'included' : 'same price'
  return `${state.difference < 0 ? '−' : '+'}${shortMoney(Math.abs(state.difference))}`
}

/**
 * The quantity and the button that adds to the cart, or asks for an option that is still open. Without client-side
 * scripts, it contains a list of all variants to choose from.
 */
export function BuyForm() {
  const { product, variants, variant, openGroup, ask } = useChoice()
  return (
    <AddToCart
      {...lineOf(product, variant)}
      max={variant.left ?? undefined}
      withStepper={!variant.isOut}
      disabled={variant.isOut}
      label={<BuyLabel />}
      onBlocked={openGroup && !variant.isOut ? ask : undefined}
    >
      {variants.length > 1 && (
        <noscript>
          <label className="field w-full">
            <span className="label">Variant</span>
            <select className="select" name="sku" defaultValue={openGroup ? '' : variant.sku} required>
              {openGroup && <option value="">Please choose</option>}
              {variants.map(({ sku, optionsText, price, isOut }) => (
                <option key={sku} value={sku} disabled={isOut}>
                  {optionsText}, {formatMoney(price)}
                  {isOut && ', sold out'}
                </option>
              ))}
            </select>
          </label>
          {variants
            .filter(({ sku }) => sku !== variant.sku)
            .map(({ sku, price }) => (
              <SeenPrice key={sku} sku={sku} price={price} />
            ))}
        </noscript>
      )}
    </AddToCart>
  )
}

/** Below the button that buys: saves the product, and asks for a mail if the selected variant is sold out. */
export function Later() {
  const { product, variant, openGroup } = useChoice()
  const { id, slug, name } = product
  return (
    <>
      <div>
        <SaveButton productId={id} name={name} {...(!openGroup && { sku: variant.sku })} />
      </div>
      {variant.isOut && <TellMeWhen sku={variant.sku} slug={slug} />}
    </>
  )
}

function BuyLabel() {
  const { variant, openGroup } = useChoice()
  if (variant.isOut) return 'Sold out'
  if (!openGroup) return 'Add to cart'
  return (
    <>
      <span className="needs-script">Choose your {openGroup.label.toLowerCase()}</span>
      <span className="hidden noscript:inline">Add to cart</span>
    </>
  )
}

function lineOf({ name, slug, images }: ReturnType<typeof useChoice>['product'], variant: ChosenVariant) {
  return {
    sku: variant.sku,
    name,
    slug,
    image: images[variant.image]?.src ?? null,
    optionsText: variant.optionsText,
    unitPrice: variant.price,
    wasPrice: variant.was,
  }
}

/**
 * The bar at the bottom of small screens, with the chosen options, the price and the button that adds to the cart. While
 * an option is open, it leads there instead.
 */
export function BuyBar() {
  const { product, variant, openKeys, openGroup, ask } = useChoice()
  const chosen = optionsText(Object.fromEntries(Object.entries(variant.options).filter(([key]) => !openKeys.has(key))))
  const mustChoose = openGroup !== null && !variant.isOut
  return (
    <section aria-label="Buy" className={clsx('buybar lg:hidden mt-8', mustChoose && 'needs-script')}>
      <div className="min-w-0">
        <p className="text-xs font-semibold truncate">{chosen || product.name}</p>
        <Price amount={variant.price} size="1.75rem" />
      </div>
      <AddToCart
        {...lineOf(product, variant)}
        withStepper={false}
        size="md"
        className="flex"
        disabled={variant.isOut}
        label={<BuyLabel />}
        onBlocked={mustChoose ? ask : undefined}
      />
    </section>
  )
}
