/**
 * Returns the page on which you choose who you are at the stand-in. Works without scripts. `login_hint` fills in the
 * address. All parameters of the request are carried along.
 */
export function choicePage(parameters: URLSearchParams): string {
  const carried = [...parameters]
    .filter(([name]) => name !== 'login_hint')
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Test provider</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 10vh auto; padding: 0 1rem; }
  form { display: grid; gap: 1rem; }
  label { display: grid; gap: 0.25rem; font-weight: 600; }
  label.check { display: flex; gap: 0.5rem; }
  input:not([type='checkbox']), button { font: inherit; padding: 0.6rem; }
</style>
<h1>Test provider</h1>
<p>It stands in for Google and its like while you develop. Be anyone; there is no password.</p>
<form action="/authorize">
  ${carried.join('\n  ')}
  <label>E-mail <input name="email" type="email" value="${escaped(parameters.get('login_hint') ?? '')}"></label>
  <label>Name <input name="name"></label>
  <label class="check"><input type="checkbox" name="isVerified" value="yes" checked> The address is confirmed</label>
  <label>Account, if not the one of this address <input name="account"></label>
  <button>Sign in</button>
  <button name="choice" value="decline">Turn back</button>
</form>
</html>
`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
