// Writes components/ui/icons.ts: icons of Lucide (ISC), each merged into a single path, so that an icon costs only that
// path and no JavaScript. To add one, add its name below (`lucide:ours` renames it) and run: npx tsx
// scripts/brand/make-icons.ts
import { writeFileSync } from 'node:fs'

const NAMES =
  'arrow-left arrow-right arrow-up-down banknote check circle-exclamation-point:alert circle-check:done clock git-compare:compare house info landmark lock mail menu minus moon package:box package-check plus scale search shopping-cart:cart sliders-horizontal:filter store sun sun-moon triangle-exclamation-point:warning truck undo-2:back x:close zoom-in fingerprint-pattern:fingerprint user:person eye log-out:sign-out heart shield star map-pin:pin bell monitor-smartphone:device key-round:key trash rotate-cw:again download plug copy link layout-dashboard:dashboard scroll-text:log user-plus:invite share-2:share ellipsis:more users'

type Attributes = Record<string, string>
type Shape = [tag: string, attributes: Attributes]

async function shapesOf(name: string): Promise<Shape[]> {
  const { __iconData } = await import(`lucide-react/icons/${name}`)
  return __iconData.node
}

function pathOf([tag, attributes]: Shape): string {
  const { d = '', points = '' } = attributes
  const at = (name: string) => Number(attributes[name] ?? 0)
  switch (tag) {
    case 'path':
      return absolute(d)
    case 'line':
      return `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`
    case 'polyline':
      return `M${points}`
    case 'polygon':
      return `M${points}Z`
    case 'circle':
    case 'ellipse': {
      const [rx, ry] = tag === 'circle' ? [at('r'), at('r')] : [at('rx'), at('ry')]
      return `M${at('cx') - rx} ${at('cy')}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`
    }
    case 'rect': {
      const [width, height, r] = [at('width'), at('height'), at('rx') || at('ry')]
      const corner = (x: number, y: number) => (r ? `a${r} ${r} 0 0 1 ${x * r} ${y * r}` : '')
      return `M${at('x') + r} ${at('y')}h${width - 2 * r}${corner(1, 1)}v${height - 2 * r}${corner(-1, 1)}h${2 * r - width}${corner(-1, -1)}v${2 * r - height}${corner(1, -1)}Z`
    }
    default:
      throw new Error(`${tag} is not drawn yet`)
  }
}

// Makes the first move of a path absolute: a relative one would start at the end of the path before it.
function absolute(d: string): string {
  const [, x, y, rest = ''] = /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)([\s\S]*)/.exec(d) ?? []
  if (x === undefined) return d
  return `M${x} ${y}${/^[\s,]*[-\d.]/.test(rest) ? `l${rest.trim()}` : rest}`
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const lines = await Promise.all(
  NAMES.split(' ').map(async (entry) => {
    const [name = '', ours = name] = entry.split(':')
    return `export const ${camel(ours)}Icon =\n  '${(await shapesOf(name)).map(pathOf).join('')}'`
  }),
)
writeFileSync(
  new URL('../../components/ui/icons.ts', import.meta.url),
  `// Drawn by Lucide (ISC licence). Made by scripts/brand/make-icons.ts: add a name there.\n${lines.join('\n')}\n`,
)
