// Saves each field of a form as it is left: <form data-autosave="URL" data-version="3">.
// Sends one field (name and value, and the row's version) as a form post with the CSRF header. The answer is JSON:
// {"savedAt": "10:42", "version": 4}. On 409 or 422 it is {"message": "..."}; the text stays as typed.
// What cannot be sent waits and is sent again when the network is back, in the order it was typed.
const RETRY_MILLISECONDS = 5000

export function startAutosave(root) {
  for (const form of root.querySelectorAll('form[data-autosave]')) new Autosave(form)
}

class Autosave {
  constructor(form) {
    this.form = form
    this.waiting = new Map()
    this.sending = false
    this.note = this.liveRegion()
    form.addEventListener('change', event => this.changed(event.target))
    const view = form.ownerDocument.defaultView
    view.addEventListener('online', () => this.send())
    view.addEventListener('beforeunload', event => { if (this.waiting.size > 0) event.preventDefault() })
    form.addEventListener('submit', () => this.waiting.clear())
  }

  liveRegion() {
    const own = this.form.querySelector('[data-autosave-note]')
    if (own) return own
    const note = this.form.ownerDocument.createElement('p')
    note.className = 'gt-saved'
    note.setAttribute('role', 'status')
    note.setAttribute('aria-live', 'polite')
    this.form.prepend(note)
    return note
  }

  changed(field) {
    if (!field.name || field.type === 'file' || field.type === 'password' || field.type === 'hidden') return
    this.waiting.delete(field.name)
    this.waiting.set(field.name, valuesOf(this.form, field))
    this.send()
  }

  async send() {
    if (this.sending) return
    this.sending = true
    try {
      while (this.waiting.size > 0) {
        const [name, values] = this.waiting.entries().next().value
        if (!(await this.post(name, values))) break
        if (this.waiting.get(name) === values) this.waiting.delete(name)
      }
    } finally {
      this.sending = false
    }
  }

  async post(name, values) {
    this.say('Saving')
    let answer
    try {
      answer = await fetch(this.form.dataset.autosave, { method: 'POST', headers: this.headers(), body: this.body(name, values) })
    } catch {
      this.say('Not saved yet: no connection. What you typed is kept here and will be sent when the connection is back', true)
      this.later()
      return false
    }
    return this.answered(answer, name)
  }

  async answered(answer, name) {
    const said = await answer.json().catch(() => ({}))
    if (answer.ok) {
      if (said.version !== undefined) this.form.dataset.version = said.version
      const version = this.form.querySelector('input[name="version"]')
      if (version && said.version !== undefined) version.value = said.version
      this.say(`Saved ${said.savedAt ?? clock()}`)
      return true
    }
    if (answer.status >= 500 || answer.status === 429) {
      this.say('Not saved yet. What you typed is kept here and will be sent again', true)
      this.later()
      return false
    }
    this.say(`Not saved. ${said.message ?? reasonFor(answer.status)}`, true)
    this.waiting.delete(name)
    return true
  }

  headers() {
    const meta = name => this.form.ownerDocument.querySelector(`meta[name="${name}"]`)?.content
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8', Accept: 'application/json' }
    if (meta('gt-csrf-header')) headers[meta('gt-csrf-header')] = meta('gt-csrf-token')
    return headers
  }

  body(name, values) {
    const body = new URLSearchParams()
    for (const value of values.length ? values : ['']) body.append(name, value)
    if (this.form.dataset.version !== undefined) body.append('version', this.form.dataset.version)
    body.append('field', name)
    return body
  }

  later() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.send(), RETRY_MILLISECONDS)
  }

  say(words, failed = false) {
    this.note.textContent = words
    this.note.classList.toggle('gt-saved--failed', failed)
  }
}

// A group of checkboxes is one answer: all that are ticked.
function valuesOf(form, field) {
  if (field.type !== 'checkbox' && field.type !== 'select-multiple') return [field.value]
  return new FormData(form).getAll(field.name)
}

function clock() {
  const now = new Date()
  return `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`
}

function reasonFor(status) {
  if (status === 409) return 'Somebody else changed this. Reload the page to see both versions; copy what you typed first'
  if (status === 401 || status === 403) return 'You are no longer signed in. Sign in again in another tab, then change this field again'
  return 'Look at this field again'
}
