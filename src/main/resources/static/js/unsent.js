// Keeps what a form could not send yet in this browser, so that closing the tab loses nothing:
// <form data-autosave="URL" data-keep-for="ACCOUNT" data-keep-days="7" data-keep-done="PATH">, with a hidden was.NAME for
// each field.
// One entry a form and account; a field leaves it when the server has acknowledged what was typed. Entries go at
// sign-out, and by themselves after the days given. PATH is where a whole form that was saved leads.
const PREFIX = 'gt-unsent:'
const DAY = 24 * 60 * 60 * 1000

export class Unsent {
  constructor(form) {
    this.form = form
    this.days = Number(form.dataset.keepDays)
    this.key = form.dataset.keepFor === undefined ? null : `${PREFIX}${form.dataset.keepFor}:${form.dataset.autosave}`
    if (this.key && !(this.days > 0)) drop(this.key)
  }

  // Whether this form is kept at all.
  get on() { return this.key !== null && this.days > 0 }

  keep(name, value) {
    if (!this.on) return
    const entry = read(this.key) ?? { fields: {} }
    entry.fields[name] ??= { was: wasOf(this.form, name) }
    entry.fields[name].value = value
    entry.fields[name].at = Date.now()
    entry.until = Date.now() + this.days * DAY
    delete entry.sent
    write(this.key, entry)
  }

  // The server has what was typed in the field; something newer, typed meanwhile, stays,
  // and where another tab typed it, so does what that tab had seen.
  acknowledged(name, value) {
    const entry = this.on ? read(this.key) : null
    if (!entry?.fields[name]) return
    if (entry.fields[name].value === value) delete entry.fields[name]
    else if (this.form.elements.namedItem(name).value === entry.fields[name].value) entry.fields[name].was = wasOf(this.form, name)
    this.store(entry)
  }

  // The whole form is on its way; the page it leads to forgets it.
  submitted() {
    const entry = this.on ? read(this.key) : null
    if (!entry) return
    entry.sent = { from: location.pathname, to: this.form.dataset.keepDone }
    write(this.key, entry)
  }

  // Puts what was kept back into the form, to be sent; the server settles it with what others wrote meanwhile.
  // Answers the fields, and when the last of them was typed.
  restore() {
    const entry = this.on ? read(this.key) : null
    if (!entry) return null
    delete entry.sent
    const back = { names: [], at: 0 }
    for (const [name, kept] of Object.entries(entry.fields)) {
      const field = this.form.elements.namedItem(name)
      if (!field || wasOf(this.form, name) === kept.value) {
        delete entry.fields[name]
        continue
      }
      field.value = kept.value
      nowIs(this.form, name, kept.was)
      back.names.push(name)
      back.at = Math.max(back.at, kept.at)
    }
    this.store(entry)
    return back.names.length > 0 ? back : null
  }

  store(entry) {
    if (Object.keys(entry.fields).length === 0) drop(this.key)
    else write(this.key, entry)
  }
}

// What the server held of a field when the page was made, or has answered since: the form's hidden was.NAME.
export function wasOf(form, name) {
  return form.elements.namedItem(`was.${name}`)?.value.replace(/\r\n?/g, '\n')
}

// The server holds this of a field from now on.
export function nowIs(form, name, value) {
  const was = form.elements.namedItem(`was.${name}`)
  if (was) was.value = value
}

// On every page: forgets what is too old, what a saved form left, and everything at sign-out.
export function startForgetting(root) {
  const signedIn = root.querySelector('meta[name="gt-csrf-token"]') !== null
  for (const key of keys()) {
    const entry = read(key)
    const arrived = signedIn && entry?.sent?.to === location.pathname && cameFrom(entry.sent.from)
    if (!entry || !(entry.until > Date.now()) || arrived) drop(key)
  }
  for (const form of root.querySelectorAll('form[action="/sign-out"]')) {
    form.addEventListener('submit', () => keys().forEach(drop))
  }
}

function cameFrom(path) {
  return document.referrer !== '' && new URL(document.referrer).pathname === path
}

// A browser may refuse to store, or be full: then nothing is kept, and the page says so as before.
function keys() {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(PREFIX))
  } catch {
    return []
  }
}

function read(key) {
  try {
    const entry = JSON.parse(localStorage.getItem(key))
    return entry?.fields ? entry : null
  } catch {
    return null
  }
}

function write(key, entry) {
  try {
    localStorage.setItem(key, JSON.stringify(entry))
  } catch { /* nothing is kept */ }
}

function drop(key) {
  try {
    localStorage.removeItem(key)
  } catch { /* nothing was kept */ }
}
