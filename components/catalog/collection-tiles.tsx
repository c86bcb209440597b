import type { CSSProperties } from 'react'
import { Link } from '@/components/ui/navigation/link'
import { Picture } from '@/components/ui/picture'
import type { CollectionLink } from '@/lib/contracts/merchandising/collection'
import { numberText } from '@/lib/domain/locale'

/** Collections as wide tiles with a picture, a name and a description. */
export function CollectionTiles({ links }: { links: CollectionLink[] }) {
  return (
    <ul className="wide-doors">
      {links.map((link) => (
        <li key={link.slug}>
          <CollectionTile link={link} />
        </li>
      ))}
    </ul>
  )
}

function CollectionTile({ link: { name, description, href, count, image, tint } }: { link: CollectionLink }) {
  const style: CSSProperties & { '--tint': string } = { '--tint': `var(--${tint})` }
  return (
    <Link className="wide-door" href={href} style={style}>
      {image && <Picture src={image} alt="" size={300} />}
      <span className="grid gap-1 content-end">
        <span className="muted font-semibold text-sm num">
          {numberText(count)} {count === 1 ? 'thing' : 'things'}
        </span>
        <span className="text-d3 font-display font-black">{name}</span>
        <span className="text-sm">{description}</span>
      </span>
    </Link>
  )
}
