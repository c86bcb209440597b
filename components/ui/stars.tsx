import type { CSSProperties } from 'react'
import { numberText } from '@/lib/domain/locale'

/** Five stars, of which as many are filled as the average rating says (0–5). */
export function Stars({ average }: { average: number }) {
  return (
    <span className="stars" role="img" aria-label={`${average.toFixed(1)} out of 5`}>
      {[0, 1, 2, 3, 4].map((star) => {
        const filled = Math.round(Math.min(1, Math.max(0, average - star)) * 100)
        const style: CSSProperties & { '--f': string } = { '--f': `${filled}%` }
        return <i key={star} style={filled < 100 ? style : undefined} />
      })}
    </span>
  )
}

/** The average rating in stars and as a number, and the number of ratings. Hidden if there are none. */
export function Rating({ average, count }: { average: number; count: number }) {
  if (count === 0) return null
  return (
    <span className="flex items-center gap-1.5">
      <Stars average={average} /> <span className="num">{average.toFixed(1)}</span>
      <span className="count">
        ({numberText(count)}
        <span className="vh"> ratings</span>)
      </span>
    </span>
  )
}
