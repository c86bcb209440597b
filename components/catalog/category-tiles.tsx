import clsx from 'clsx'
import type { CSSProperties } from 'react'
import { Link } from '@/components/ui/navigation/link'
import { Picture } from '@/components/ui/picture'
import { Poster } from '@/components/ui/poster'
import type { CategoryLink } from '@/lib/contracts/listing/listing'
import { numberText } from '@/lib/domain/locale'
import { isWide, tileColumns } from './tile-rows'

/**
 * Categories as tiles, in rows without gaps. With `small`, six tiles fit in a row, for subcategories above a listing.
 */
export function CategoryTiles({ links, small = false }: { links: CategoryLink[]; small?: boolean }) {
  const { length } = links
  const columns = tileColumns(length)
  if (small)
    return (
      <div className="doors is-small">
        {links.map((link) => (
          <CategoryTile key={link.path} link={link} />
        ))}
      </div>
    )
  const style: CSSProperties & Record<`--${string}`, number> = { '--tablet': columns.tablet, '--desk': columns.desk }
  const widthsOf = (index: number) =>
    Object.entries(columns).flatMap(([screen, each]) => (isWide(index, length, each) ? [`is-wide-${screen}`] : []))
  return (
    <div className="doors is-full" style={style}>
      {links.map((link, index) => (
        <CategoryTile key={link.path} link={link} className={clsx('door', widthsOf(index))} />
      ))}
    </div>
  )
}

interface CategoryTileProps {
  link: CategoryLink
  className?: string
}

function CategoryTile({ link: { name, href, count, image, tint }, className = 'door' }: CategoryTileProps) {
  const style: CSSProperties & { '--tint': string } = { '--tint': `var(--${tint})` }
  return (
    <Link className={className} href={href} style={style}>
      <span className="muted font-semibold text-sm num">{numberText(count)} things</span>
      {image && <Picture src={image} alt="" size={300} />}
      <Poster as="span" lines={[{ text: name, size: 26, leading: 0.9, maxSize: 30 }]} />
    </Link>
  )
}
