import { Link } from '@/components/ui/navigation/link'
import { Mark } from './mark'

export function Wordmark() {
  return (
    <Link className="wordmark" href="/" aria-label="Nexus, home">
      <Mark />
    </Link>
  )
}
