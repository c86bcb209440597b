// Draws the icons and the picture for shared links from the brand's logo and font.
//   npx tsx scripts/brand/make-brand.ts [path of a Chromium]
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { cutToFit } from '@/lib/look/fit'

const PAPER = '#f9eee9'
const SURFACE = '#fffdfc'
const INK = '#041c14'
const ACCENT = '#1fe26d'

const app = (name: string) => new URL(`../../app/${name}`, import.meta.url)
const shapes = (line: string, box: string) =>
  `<path d="M8 8h14.5v14.5H8z" fill="${line}"/><path d="M1.5 1.5H16V16H1.5z" fill="${box}"/><path d="M8 8h8v8H8z" fill="${ACCENT}"/><path d="M1.5 1.5H16V16H1.5zM8 16V8h8" fill="none" stroke="${line}" stroke-width="2.6"/>`
const svg = (content: string, box = '0 0 24 24') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${content}</svg>`

// If the browser's theme is dark, the icon has light lines instead of dark ones.
writeFileSync(
  app('icon.svg'),
  `${svg(`<title>Nexus</title><style>:root{--l:${INK};--b:${SURFACE}}@media(prefers-color-scheme:dark){:root{--l:${PAPER};--b:#102920}}</style>${shapes('var(--l)', 'var(--b)')}`)}\n`,
)

const onPaper = (margin: number) =>
  Buffer.from(
    svg(
      `<path d="M-9-9h42v42H-9z" fill="${PAPER}"/>${shapes(INK, SURFACE)}`,
      `${-margin} ${-margin} ${24 + 2 * margin} ${24 + 2 * margin}`,
    ),
  )
await sharp(onPaper(5), { density: 600 }).resize(180, 180).png({ palette: true }).toFile(app('apple-icon.png').pathname)

// Wraps a PNG in an .ico file: a header of 6 bytes, then an entry of 16 bytes, then the PNG itself.
const png = await sharp(Buffer.from(svg(shapes(INK, SURFACE))), { density: 600 })
  .resize(48, 48)
  .png()
  .toBuffer()
const head = Buffer.alloc(22)
head.writeUInt16LE(1, 2)
head.writeUInt16LE(1, 4)
head.writeUInt8(48, 6)
head.writeUInt8(48, 7)
head.writeUInt16LE(1, 10)
head.writeUInt16LE(32, 12)
head.writeUInt32LE(png.length, 14)
head.writeUInt32LE(head.length, 18)
writeFileSync(app('favicon.ico'), Buffer.concat([head, png]))

const font = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource-variable/anybody/files/anybody-latin-standard-normal.woff2'),
)
const cutOut = (name: string) =>
  `data:image/webp;base64,${readFileSync(new URL(`../../public/look/${name}.webp`, import.meta.url)).toString('base64')}`
const line = (text: string, size: number, leading: number) => {
  const cut = cutToFit(text, size)
  return `<div style="font-size:${cut.size}cqi;font-stretch:${cut.stretch}%;line-height:${leading};white-space:nowrap">${text}</div>`
}
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
await page.setContent(`<style>
  @font-face { font-family: Anybody; src: url(data:font/woff2;base64,${font.toString('base64')}); font-weight: 100 900; font-stretch: 50% 150% }
  * { margin: 0; box-sizing: border-box } body { height: 630px; background: ${ACCENT}; color: ${INK}; font: 900 16px Anybody; overflow: hidden; position: relative }
  .name { position: absolute; left: 52px; bottom: 30px; display: flex; gap: 16px; align-items: center; font-size: 44px; font-stretch: 132% } .name svg { width: 54px }
  .poster { position: absolute; inset: 30px 52px auto; container-type: inline-size }
  .shelf { position: absolute; inset: auto 0 0; height: 118px; background: ${PAPER}; border-top: 12px solid ${INK} }
  .goods { position: absolute; right: 60px; bottom: 116px; display: flex; gap: 64px; align-items: flex-end } .goods img { height: 200px; width: auto; filter: drop-shadow(12px 0 0 rgb(4 28 20 / 0.26)) }
</style>
<div class="poster">${line('Came for a lamp,', 8.6, 0.98)}${line('left with lemons.', 15.5, 0.84)}</div>
<div class="shelf"></div><div class="goods"><img src="${cutOut('lemon')}"><img src="${cutOut('tin')}"><img src="${cutOut('box')}"></div>
<div class="name">${svg(shapes(INK, SURFACE))}<span>nexus</span></div>`)
await page.evaluate(() => document.fonts.ready)
const shared = await page.screenshot()
await browser.close()
await sharp(shared)
  .jpeg({ quality: 88, mozjpeg: true })
  .toFile(new URL('../../public/look/shop.jpg', import.meta.url).pathname)
