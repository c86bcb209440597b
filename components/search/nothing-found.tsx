import { ButtonLink } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import type { NothingFoundHelp } from '@/lib/contracts/listing'

/** A text that finds nothing, and where to go from there. */
export function NothingCalled({ text, help }: { text: string; help: NothingFoundHelp }) {
  const { elsewhere, fewer, categories } = help
  const hasWays = elsewhere !== null || fewer.length > 0 || categories.length > 0
  return (
    <EmptyState
      title={`Nothing called “${text}”`}
      text={hasWays ? 'This may be near it.' : 'Try fewer words, or another spelling.'}
    >
      {hasWays && (
        <dl className="ways">
          {elsewhere && (
            <div>
              <dt>In the whole shop</dt>
              <dd>
                <Chip href={elsewhere.href} count={elsewhere.count}>
                  {text}
                </Chip>
              </dd>
            </div>
          )}
          {fewer.length > 0 && (
            <div>
              <dt>With fewer words</dt>
              {fewer.map((way) => (
                <dd key={way.href}>
                  <Chip href={way.href}>{way.text}</Chip>
                </dd>
              ))}
            </div>
          )}
          {categories.length > 0 && (
            <div>
              <dt>On these shelves</dt>
              {categories.map(({ name, href }) => (
                <dd key={href}>
                  <Chip href={href}>{name}</Chip>
                </dd>
              ))}
            </div>
          )}
        </dl>
      )}
      <ButtonLink tone="accent" href="/departments">
        All departments
      </ButtonLink>
    </EmptyState>
  )
}
