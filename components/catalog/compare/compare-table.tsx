import type { CSSProperties } from 'react'
import { AddToCart } from '@/components/cart/add-to-cart-client'
import { ButtonLink } from '@/components/ui/form/button'
import { Switch } from '@/components/ui/form/choice'
import { Link } from '@/components/ui/navigation/link'
import { Picture } from '@/components/ui/picture'
import { Ticket, Was } from '@/components/ui/price'
import type { ComparedProduct, Comparison } from '@/lib/contracts/catalog/comparison'
import { compareUrl } from '@/lib/domain/catalog/compare-url'
import type { ComparisonGroup, ComparisonRow } from '@/lib/domain/catalog/comparison'
import { CompareRemove } from './compare-memory-client'

/**
 * The comparison table. Rows with differences are marked, and the others can be hidden, even without client-side
 * scripts. On small screens each label stands above its values, which takes the cells out of the table layout; the roles
 * keep it a table for screen readers.
 */
export function CompareTable({ products, groups }: Pick<Comparison, 'products' | 'groups'>) {
  const slugs = products.map(({ slug }) => slug)
  const isSeveral = products.length > 1
  const style: CSSProperties & { '--columns': number } = { '--columns': products.length }
  return (
    <div className="compare-box">
      {isSeveral && (
        <Switch className="font-semibold compare-only" name="differences">
          Differences only
        </Switch>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be reachable by keyboard */}
      <section className="compare-scroll" tabIndex={0} aria-label="Comparison">
        <table className="compare" style={style} {...ROLES.table}>
          <caption className="vh">What {products.map(({ name }) => name).join(', ')} have, side by side</caption>
          <thead>
            <tr {...ROLES.row}>
              <td />
              {products.map((product) => (
                <th key={product.id} scope="col" {...ROLES.columnheader}>
                  <Head product={product} href={compareUrl(slugs.filter((slug) => slug !== product.slug))} />
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <Group key={group.name} group={group} marked={isSeveral} />
          ))}
        </table>
      </section>
      {products.length > FIT_ON_PHONES && (
        <p className="hint pt-2 md:hidden">Swipe sideways to see all {products.length}.</p>
      )}
    </div>
  )
}

const FIT_ON_PHONES = 2

/** Roles that elements have anyway, unless a style sheet takes them out of the table layout. */
const ROLES = {
  table: { role: 'table' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
}

function Head({ product, href }: { product: ComparedProduct; href: string }) {
  const { slug, name, image, price, was, percent, sku, choices, stock } = product
  return (
    <div className="compare-head">
      {image && (
        <span className="thumb pic">
          <Picture src={image.src} alt="" size={240} eager />
        </span>
      )}
      <Ticket amount={price} off={percent} size="clamp(1rem, 4.6vw, 1.375rem)" />
      <Link className="card-name hover:underline" href={product.href}>
        {name}
      </Link>
      {was !== null && (
        <span className="text-xs font-normal">
          <Was amount={was} /> <span className="muted">30-day low</span>
        </span>
      )}
      <span className="compare-buy">
        {choices > 1 || stock === 'sold_out' ? (
          <ButtonLink href={product.href}>
            {stock === 'sold_out' ? 'Sold out' : 'Choose'}
            <span className="vh"> {name}</span>
          </ButtonLink>
        ) : (
          <AddToCart
            sku={sku}
            name={name}
            slug={slug}
            image={image?.src ?? null}
            unitPrice={price}
            wasPrice={was}
            optionsText=""
            withStepper={false}
            size="md"
            className="flex"
          />
        )}
        <CompareRemove slug={slug} name={name} href={href} />
      </span>
    </div>
  )
}

function Group({ group: { name, rows }, marked }: { group: ComparisonGroup; marked: boolean }) {
  const isDifferent = rows.some((row) => row.isDifferent)
  return (
    <tbody className={marked && !isDifferent ? 'is-same' : undefined}>
      <tr {...ROLES.row}>
        <th scope="rowgroup" {...ROLES.rowheader} className="compare-group">
          {name}
        </th>
        <td colSpan={rows[0]?.cells.length} />
      </tr>
      {rows.map((row) => (
        <Row key={row.key} row={row} marked={marked} />
      ))}
    </tbody>
  )
}

function Row({ row: { label, cells, isDifferent }, marked }: { row: ComparisonRow; marked: boolean }) {
  return (
    <tr {...ROLES.row} className={marked ? (isDifferent ? 'is-different' : 'is-same') : undefined}>
      <th scope="row" {...ROLES.rowheader}>
        {label}
        {marked && isDifferent && (
          <span className="compare-mark" title="They differ">
            <span aria-hidden="true">≠</span>
            <span className="vh">, different</span>
          </span>
        )}
      </th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
        <td key={index} {...ROLES.cell}>
          {cell ?? (
            <>
              <span aria-hidden="true">–</span>
              <span className="vh">not specified</span>
            </>
          )}
        </td>
      ))}
    </tr>
  )
}
