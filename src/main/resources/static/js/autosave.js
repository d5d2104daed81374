// Saves each field of a form as it is left: <form data-autosave="URL" data-version="3">.
// Sends one field (name and value, and the row's version) as a form post with the CSRF header. The answer is JSON:
// {"savedAt": "10:42", "version": 4}. On 409 or 422 it is {"message": "..."}; the text stays as typed. A "value" in it
// is what the field holds by now, because somebody else wrote there too: it is shown, and why beside the field.
// What cannot be sent waits and is sent again when the network is back, in the order it was typed. Where the form says
// so (unsent.js), it waits in the browser too and is put back when the page is opened again.
// Going back to a form that was left, a browser puts its fields as they were. That is right for what was typed and not
// sent; what is saved comes from the server, where a colleague may have corrected it meanwhile.
import { nowIs, Unsent, wasOf } from './unsent.js'

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
    this.unsent = new Unsent(form)
    form.addEventListener('change', event => this.changed(event.target))
    form.addEventListener('input', event => this.typed(event.target))
    const view = form.ownerDocument.defaultView
    view.addEventListener('online', () => this.send())
    view.addEventListener('beforeunload', event => { if (this.waiting.size > 0) event.preventDefault() })
    form.addEventListener('submit', () => {
      this.waiting.clear()
      this.unsent.submitted()
    })
    this.putBack()
  }

  // Whether the browser may put the fields back as they are now.
  settled() {
    this.form.autocomplete = this.waiting.size === 0 ? 'off' : 'on'
  }

  // What this browser kept since the tab was closed.
  putBack() {
    const back = this.unsent.restore()
    if (!back) return
    const said = this.form.ownerDocument.createElement('div')
    said.className = 'nhsuk-inset-text'
    said.setAttribute('role', 'status')
    said.dataset.autosaveBack = ''
    const line = this.form.ownerDocument.createElement('p')
    line.textContent = sentence(back)
    said.append(line)
    this.form.prepend(said)
    for (const name of back.names) this.waiting.set(name, [this.form.elements.namedItem(name).value])
    this.send()
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

  typed(field) {
    if (!sendable(field)) return
    this.form.autocomplete = 'on'
    this.unsent.keep(field.name, field.value)
    groupOf(field)?.querySelector('.gt-meanwhile')?.remove()
  }

  changed(field) {
    if (!sendable(field)) return
    this.unsent.keep(field.name, field.value)
    this.waiting.delete(field.name)
    this.waiting.set(field.name, valuesOf(this.form, field))
    this.settled()
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
      this.settled()
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
    return this.answered(answer, name, values)
  }

  async answered(answer, name, values) {
    const said = await answer.json().catch(() => ({}))
    const sent = values[0] ?? ''
    if (answer.ok && !answer.redirected && said.savedAt !== undefined) {
      nowIs(this.form, name, said.value ?? sent)
      this.unsent.acknowledged(name, sent)
      if (said.value !== undefined) this.together(name, sent, said)
      if (said.version !== undefined) this.form.dataset.version = said.version
      const version = this.form.querySelector('input[name="version"]')
      if (version && said.version !== undefined) version.value = said.version
      this.say(`Saved ${said.savedAt}`)
      return true
    }
    const status = answer.redirected ? 401 : answer.status // sent on to the sign-in page: nothing was saved
    if (status >= 500 || status === 429 || status < 300) { // what answers well and does not say when is not our server
      this.say('Not saved yet. What you typed is kept here and will be sent again', true)
      this.later()
      return false
    }
    if (this.waiting.get(name) !== values) return true // something newer waits already, and hears for itself
    this.waiting.delete(name)
    if (said.value === undefined) {
      this.say(`Not saved. ${said.message ?? reasonFor(status)}`, true)
    } else {
      this.overtaken(name, sent, said)
      this.say('One field is not saved: somebody else answered it first. It says so below the field', true)
    }
    return true
  }

  // Somebody else's words stand above what was typed. What was typed since it was sent goes behind and is sent next.
  together(name, sent, said) {
    const field = this.form.elements.namedItem(name)
    const typed = field.value
    const fromEnd = typed.length - (field.selectionEnd ?? 0)
    field.value = said.value
    if (typed !== sent) {
      field.value += typed.startsWith(sent) ? typed.slice(sent.length) : `\n${typed}`
      this.changed(field)
    }
    if (field === field.ownerDocument.activeElement) field.setSelectionRange(field.value.length - fromEnd, field.value.length - fromEnd)
    this.meanwhile(field, said.message)
  }

  // Somebody else's choice or number stays in place of what was sent.
  overtaken(name, sent, said) {
    const field = this.form.elements.namedItem(name)
    nowIs(this.form, name, said.value)
    this.unsent.acknowledged(name, sent)
    if (field.value === sent) field.value = said.value
    this.meanwhile(field, said.message)
  }

  meanwhile(field, words) {
    const group = groupOf(field)
    group.querySelector('.gt-meanwhile')?.remove()
    const note = this.form.ownerDocument.createElement('p')
    note.className = 'gt-meanwhile'
    note.setAttribute('role', 'status')
    note.textContent = words
    group.append(note)
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
    const was = wasOf(this.form, name)
    if (was !== undefined) body.append(`was.${name}`, was)
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

function groupOf(field) {
  return (field instanceof RadioNodeList ? field[0] : field).closest('.nhsuk-form-group')
}

function sendable(field) {
  return field.name && field.type !== 'file' && field.type !== 'password' && field.type !== 'hidden'
}

function sentence(back) {
  const day = new Date(back.at).toLocaleString('en-GB', { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', hour12: true }).replace(/ ([ap]m)$/, '$1')
  return `What you typed here until ${day} had not been sent when this page was closed. It is back in ${back.names.length === 1 ? 'its field' : `its ${back.names.length} fields`} and is sent now. Look it over.`
}

// A group of checkboxes is one answer: all that are ticked.
function valuesOf(form, field) {
  if (field.type !== 'checkbox' && field.type !== 'select-multiple') return [field.value]
  return new FormData(form).getAll(field.name)
}

function reasonFor(status) {
  if (status === 409) return 'Somebody else changed this. Reload the page to see both versions; copy what you typed first'
  if (status === 401 || status === 403) return 'You are no longer signed in. Sign in again in another tab, then change this field again'
  return 'Look at this field again'
}
