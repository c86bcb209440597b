// Writes components/ui/icons.ts: Lucide's drawings (ISC), one path each, so that an icon costs its own path and no
// JavaScript. Add a name below and run: npx tsx scripts/make-icons.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const NAMES =
  'arrow-down arrow-left arrow-right arrow-up arrow-up-down banknote calendar check chevron-down chevron-left chevron-right circle-alert circle-check circle-help circle-x clock copy ellipsis external-link file-text funnel house info landmark lock mail map-pin menu minus moon package package-check package-open phone plus printer receipt rotate-ccw search shopping-cart sliders-horizontal store sun sun-moon tag trash-2 triangle-alert truck undo-2 user x zoom-in zoom-out'

type Attributes = Record<string, string>
type Shape = [tag: string, attributes: Attributes]

const lucide = path.dirname(createRequire(import.meta.url).resolve('lucide-react/package.json'))

async function shapesOf(name: string): Promise<Shape[]> {
  const file = path.join(lucide, 'dist/esm/icons', `${name}.mjs`)
  const drawing = /node: (\[[\s\S]*?\n {2}\])\s*[,}]/.exec(readFileSync(file, 'utf8'))?.[1]
  if (!drawing) throw new Error(`Lucide has no ${name}, or keeps it elsewhere now`)
  return (await import(`data:text/javascript,export default ${encodeURIComponent(drawing)}`)).default
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

// A path that begins with a relative move would start from the end of the one before it.
function absolute(d: string): string {
  const [, x, y, rest = ''] = /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)([\s\S]*)/.exec(d) ?? []
  if (x === undefined) return d
  return `M${x} ${y}${/^[\s,]*[-\d.]/.test(rest) ? `l${rest.trim()}` : rest}`
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const lines = await Promise.all(
  NAMES.split(' ').map(
    async (name) => `export const ${camel(name)} =\n  '${(await shapesOf(name)).map(pathOf).join('')}'`,
  ),
)
writeFileSync(
  new URL('../components/ui/icons.ts', import.meta.url),
  `// Drawn by Lucide (ISC licence). Made by scripts/make-icons.ts: add a name there.\n${lines.join('\n')}\n`,
)
