const MAX_STOPS = 5

/**
 * Returns the values on which a slider can stop within each bar of a histogram: its lower edge and the roundest values
 * below the next one, at most five, ascending. `end` is where the last bar ends; `unit` is the size of one unit that
 * shoppers read, such as 100 for prices in minor units.
 */
export const rangeStops = (edges: readonly number[], end: number, unit = 1): number[][] =>
  edges.map((edge, bar) =>
    stopsIn(edge / unit, (edges[bar + 1] ?? end) / unit).map((stop) => Math.round(stop * unit * 1e4) / 1e4),
  )

function stopsIn(from: number, to: number): number[] {
  const stops = [from]
  for (const step of stepsBelow(to)) {
    const inside = multiplesOf(step, from, to).filter((value) => !stops.includes(value))
    while (inside.length > 0 && stops.length < MAX_STOPS) {
      const farthest = inside.reduce((best, value) =>
        distance(value, [...stops, to]) > distance(best, [...stops, to]) ? value : best,
      )
      stops.push(farthest)
      inside.splice(inside.indexOf(farthest), 1)
    }
  }
  return stops.sort((a, b) => a - b)
}

/** Returns the steps to try, from the roundest: 100, 50, 10, 5, 1; below 10 also tenths. */
function stepsBelow(to: number): number[] {
  const power = Math.floor(Math.log10(Math.max(to, 1)))
  const lowest = to > 10 ? 0 : -1
  return Array.from({ length: power - lowest + 1 }, (_, index) => power - index).flatMap((exponent) =>
    exponent === lowest ? [10 ** exponent] : [10 ** exponent, 5 * 10 ** (exponent - 1)],
  )
}

/** Returns the multiples of a step between two values, both excluded. */
function multiplesOf(step: number, from: number, to: number): number[] {
  const first = Math.floor(from / step) + 1
  const count = Math.max(0, Math.ceil(to / step) - first)
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(6)))
}

const distance = (value: number, stops: number[]) => Math.min(...stops.map((stop) => Math.abs(stop - value)))
