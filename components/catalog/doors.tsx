import type { CSSProperties } from 'react'
import { Link } from '@/components/ui/link'
import { Picture } from '@/components/ui/picture'
import { Poster } from '@/components/ui/poster'
import type { CategoryLink } from '@/lib/contracts/listing'

/** Categories as doors to walk through. `small` fits six in a row, for a department above its listing. */
export function Doors({ links, small = false }: { links: CategoryLink[]; small?: boolean }) {
  return (
    <div className={small ? 'doors is-small' : 'doors'}>
      {links.map((link) => (
        <Door key={link.path} link={link} />
      ))}
    </div>
  )
}

function Door({ link: { name, href, count, image, tint } }: { link: CategoryLink }) {
  const style: CSSProperties & { '--tint': string } = { '--tint': `var(--${tint})` }
  return (
    <Link className="door" href={href} style={style}>
      <span className="muted font-semibold text-sm num">{count.toLocaleString('en-IE')} things</span>
      {image && <Picture src={image} alt="" size={300} />}
      <Poster as="span" lines={[{ text: name, size: 26, leading: 0.9, most: 30 }]} />
    </Link>
  )
}
