// Sends the file of a form part by part before the form itself: <form data-upload="URL">. When the line breaks it waits and goes on where
// it stopped, even after the page was left and opened again. Without JavaScript the form is sent with its file as ever.
const PART = 512 * 1024
const SHORTEST_WAIT = 1000
const LONGEST_WAIT = 30000

export function startUploads(root) {
  for (const form of root.querySelectorAll('form[data-upload]')) form.addEventListener('submit', event => submitted(event, form))
}

async function submitted(event, form) {
  const input = form.querySelector('input[type="file"]')
  const file = input?.files[0]
  if (!file || form.dataset.sending) return
  event.preventDefault()
  form.dataset.sending = 'true'
  const show = progress(form)
  try {
    const id = await send(form, file, show)
    form.elements.namedItem('upload').value = id
    input.value = ''
    show(1, 'Sent. Checking the file')
    form.requestSubmit()
  } catch (refusal) {
    delete form.dataset.sending
    show(null, refusal.message)
    input.focus()
  }
}

function progress(form) {
  const root = form.ownerDocument
  const bar = form.querySelector('progress') ?? root.createElement('progress')
  bar.className = 'gt-progress'
  bar.max = 100
  bar.setAttribute('aria-label', 'How much has been sent')
  const words = form.querySelector('[data-upload-note]') ?? root.createElement('p')
  words.setAttribute('role', 'status')
  words.dataset.uploadNote = ''
  form.append(bar, words)
  return (share, text) => {
    bar.hidden = share === null
    if (share !== null) bar.value = Math.round(100 * share)
    words.textContent = text ?? `${bar.value}% sent`
  }
}

async function send(form, file, show) {
  const base = form.dataset.upload
  const key = `gt-upload ${file.name} ${file.size} ${file.lastModified}`
  const stored = form.ownerDocument.defaultView.localStorage
  const lost = share => show(share, `The line is down. ${Math.round(100 * share)}% is sent; it goes on by itself when the line is back`)
  let upload = await known(form, `${base}/${stored.getItem(key)}`, stored.getItem(key))
  if (!upload) {
    const body = new URLSearchParams({ name: file.name, size: file.size })
    upload = await asked(form, base, { method: 'POST', body }, () => lost(0))
    stored.setItem(key, upload.id)
  }
  while (upload.received < file.size) {
    show(upload.received / file.size)
    const body = file.slice(upload.received, upload.received + PART)
    const share = upload.received / file.size
    upload = await part(form, `${base}/${upload.id}`, upload.received, body, () => lost(share))
  }
  stored.removeItem(key)
  return upload.id
}

async function known(form, address, id) {
  if (!id) return null
  const answer = await fetch(address, { headers: headers(form) }).catch(() => null)
  return answer?.ok ? answer.json() : null
}

// A part whose answer was lost has arrived all the same: the place to go on from is asked for.
async function part(form, address, start, body, lost) {
  const type = { 'Content-Type': 'application/octet-stream' }
  return asked(form, `${address}/parts/${start}`, { method: 'PUT', body, headers: type }, lost,
    () => asked(form, address, {}, lost))
}

async function asked(form, address, request, lost, conflict) {
  for (let wait = SHORTEST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    const answer = await fetch(address, { ...request, headers: { ...headers(form), ...request.headers } }).catch(() => null)
    if (answer?.ok) return answer.json()
    if (answer?.status === 409 && conflict) return conflict()
    if (answer && answer.status < 500) {
      const said = await answer.json().catch(() => ({}))
      throw new Error(said.message ?? 'The file was not accepted. Choose it again and try once more')
    }
    lost()
    await later(form, wait)
  }
}

function later(form, milliseconds) {
  const view = form.ownerDocument.defaultView
  return new Promise(resolve => {
    view.setTimeout(resolve, milliseconds)
    view.addEventListener('online', resolve, { once: true })
  })
}

function headers(form) {
  const meta = name => form.ownerDocument.querySelector(`meta[name="${name}"]`)?.content
  const header = meta('gt-csrf-header')
  return header ? { [header]: meta('gt-csrf-token'), Accept: 'application/json' } : { Accept: 'application/json' }
}
