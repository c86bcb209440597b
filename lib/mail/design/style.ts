import { Html } from './html'

/** Light colours of mails in sRGB, because mail programs do not know oklch. */
export const INK = '#041c14'
export const INK_2 = '#3e524a'
export const GROUND = '#f9eee9'
export const BOX = '#fffdfc'
export const SUNK = '#f0e1da'
export const HAIR = '#d1c5bc'
export const ACCENT = '#1fe26d'

/** Colours of the band at the top of a mail, and their dark versions. The accent is the same in both. */
export const TONES = {
  accent: ACCENT,
  butter: '#f8e6a5',
  lilac: '#dfd4f8',
  mint: '#c3f0d4',
  rose: '#feced7',
  shell: '#f8d6c5',
  sky: '#c4e0fd',
  warn: '#fce2a3',
  danger: '#ffdfdc',
} as const satisfies Record<string, string>
export type Tone = keyof typeof TONES

// Without quotation marks, which would have to be escaped in every style attribute.
export const SANS = 'font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif'
export const DISPLAY =
  'font-family:Arial Black,Segoe UI Black,Roboto,Helvetica,Arial,sans-serif;font-weight:900;letter-spacing:-0.5px'

/** Attributes of a table that lays out and has the full width. `spacing` is the space below, in pixels. */
export const layoutTable = (spacing = 0): Html =>
  new Html(
    `role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:separate;border-spacing:0;margin:0 0 ${spacing}px"`,
  )

/**
 * Rules for narrow windows and for dark mode. Inline styles say the rest, because some mail programs drop the head: such
 * a program shows the light colours.
 */
export const HEAD_STYLE = new Html(`:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 620px) {
.m-title { font-size: 28px !important; line-height: 32px !important; }
.m-box { padding-left: 18px !important; padding-right: 18px !important; }
.m-head { padding-left: 18px !important; }
.m-label { width: 104px !important; }
}
@media (prefers-color-scheme: dark) {
.m-ground { background: #081e17 !important; }
.m-box, .m-btn-plain, .m-mk1 { background: #102920 !important; }
.m-ink { color: #f4f0e6 !important; }
.m-ink2 { color: #bcc0b0 !important; }
.m-on { color: ${INK} !important; }
.m-box, .m-band, .m-sunk, .m-mk, .m-btn { border-color: #e3e0d3 !important; }
.m-btn { box-shadow: 4px 4px 0 #037740 !important; }
.m-line, .m-mk3 { background: #e3e0d3 !important; }
.m-hair { background: #344e44 !important; }
.m-sunk { background: #04140e !important; }
.m-butter { background: #52471f !important; }
.m-lilac { background: #463661 !important; }
.m-mint { background: #214933 !important; }
.m-rose { background: #652e3d !important; }
.m-shell { background: #563828 !important; }
.m-sky { background: #224164 !important; }
.m-warn { background: #4e390e !important; }
.m-danger { background: #59201e !important; }
}`)
