// Keeps what a form could not send yet in this browser, so that closing the tab loses nothing:
// <form data-autosave="URL" data-keep-for="ACCOUNT" data-keep-days="7" data-keep-done="PATH">.
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
    entry.fields[name] ??= { was: this.loaded(name) }
    entry.fields[name].value = value
    entry.fields[name].at = Date.now()
    entry.until = Date.now() + this.days * DAY
    delete entry.sent
    write(this.key, entry)
  }

  // The server has this value of the field now; a newer one, typed meanwhile, stays.
  acknowledged(name, value) {
    const entry = this.on ? read(this.key) : null
    if (!entry?.fields[name]) return
    if (entry.fields[name].value === value) delete entry.fields[name]
    else entry.fields[name].was = value
    this.store(entry)
  }

  // The whole form is on its way; the page it leads to forgets it.
  submitted() {
    const entry = this.on ? read(this.key) : null
    if (!entry) return
    entry.sent = { from: location.pathname, to: this.form.dataset.keepDone }
    write(this.key, entry)
  }

  // Puts what was kept back into the form. Where somebody else wrote words meanwhile, ours go below theirs; of a
  // choice that was made meanwhile, theirs stays. Answers the fields that are to be sent, and when the last was typed.
  restore() {
    const entry = this.on ? read(this.key) : null
    if (!entry) return null
    delete entry.sent
    const back = { names: [], overtaken: [], at: 0 }
    for (const [name, kept] of Object.entries(entry.fields)) {
      const field = this.form.elements.namedItem(name)
      const now = this.loaded(name)
      if (!field || now === kept.value) {
        delete entry.fields[name]
        continue
      }
      if (now !== kept.was && !isWords(field)) {
        back.overtaken.push(name)
        delete entry.fields[name]
        continue
      }
      field.value = now === kept.was || now === '' ? kept.value : `${now}\n${kept.value}`
      kept.value = field.value
      kept.was = now
      back.names.push(name)
      back.at = Math.max(back.at, kept.at)
    }
    this.store(entry)
    return back.names.length + back.overtaken.length > 0 ? back : null
  }

  // What the field held when the page came from the server.
  loaded(name) {
    const field = this.form.elements.namedItem(name)
    if (!field) return ''
    if (!isChoice(field)) return field.defaultValue
    return [...choices(field)].find(each => each.defaultChecked)?.value ?? ''
  }

  store(entry) {
    if (Object.keys(entry.fields).length === 0) drop(this.key)
    else write(this.key, entry)
  }
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

function isChoice(field) {
  return field instanceof RadioNodeList || field.type === 'radio'
}

function choices(field) {
  return field instanceof RadioNodeList ? field : [field]
}

function isWords(field) {
  return field instanceof HTMLTextAreaElement
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
